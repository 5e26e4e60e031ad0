"""What a report is about: transfers of a period that a choice admits, told in a language."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from gateway.ledger.errors import TransferNotFound
from gateway.ledger.place import Place
from gateway.ledger.transfers import Progress, Transfer, each_transfer, get_transfer, latest_checkpoint
from gateway.reports.choice import Choice, Sieve
from gateway.reports.frame import Frame, head_of
from gateway.reports.table import reason_words
from gateway.texts.reports import report_words


@dataclass(frozen=True, slots=True)
class Selection:
    """The transfers begun at ``since`` ≤ time < ``until`` that ``choice`` admits, told in ``language``."""

    since: datetime | None
    until: datetime | None
    choice: Choice
    language: str

    def filters(self) -> tuple[tuple[str, str], ...]:
        """What was asked beside the period, by the names of columns."""
        choice = self.choice
        asked = (
            ("what", choice.outcome and report_words(self.language)[f"outcome_{choice.outcome}"]),
            ("who", choice.sender),
            ("to", choice.recipient),
            ("why", choice.protocol),
            ("reason", choice.reason and reason_words(choice.reason, self.language)),
            ("label", choice.label and reason_words(choice.label, self.language)),
            ("tls", choice.tls),
            ("policy", choice.digest),
            ("reference", ", ".join(choice.references)),
        )
        return tuple((name, value) for name, value in asked if value)

    def transfers(self, ledger: Place, sieve: Sieve, progress: Progress) -> Iterator[Transfer]:
        """Them, one by one: those with references are looked up. Raises LedgerUnavailable."""
        if self.choice.references:
            return sieve.chosen(self._referred(ledger))
        return sieve.chosen(each_transfer(ledger, since=self.since, until=self.until, progress=progress))

    def _referred(self, ledger: Place) -> Iterator[Transfer]:
        found = dict[str, Transfer]()
        for reference in self.choice.references:
            with contextlib.suppress(TransferNotFound):
                transfer = get_transfer(ledger, reference)
                found[transfer.id] = transfer
        for one in sorted(found.values(), key=lambda one: one.steps[0].leaf.seq):
            if (self.since is None or self.since <= one.time) and (
                self.until is None or one.time < self.until
            ):
                yield one

    def frame(self, ledger: Place, made: datetime) -> Frame:
        """What a report says of itself; to be asked once all is read, so that the checkpoint covers it."""
        return Frame(self.language, self.since, self.until, made, head_of(latest_checkpoint(ledger)))
