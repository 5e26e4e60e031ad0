"""Which transfers a report is about, and that of some nobody can tell any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer


@dataclass(frozen=True, slots=True)
class Choice:
    """What a transfer must be. None asks nothing; ``references`` asks nothing when it is empty.

    ``sender`` and ``recipient`` are an address, or ``*@domain`` for every address in it; ``reason`` is the
    code of a finding, ``tls`` a version, or "none".
    """

    outcome: Outcome | None = None
    sender: str | None = None
    recipient: str | None = None
    protocol: str | None = None
    references: tuple[str, ...] = ()
    reason: str | None = None
    tls: str | None = None

    def admits(self, transfer: Transfer) -> bool | None:
        """Whether ``transfer`` is chosen; None when what would tell was erased in its time."""
        answers = (
            not self.references or transfer.id in self.references,
            _told(self.outcome, transfer.outcome is Outcome.ERASED, self.outcome is transfer.outcome),
            _told(self.reason, "measures" in transfer.erased, self.reason in transfer.reasons),
            _told(self.tls, "transport" in transfer.erased, self.tls == (transfer.tls or "none")),
            _told(self.protocol, "measures" in transfer.erased, self.protocol == _protocol(transfer)),
            _told(self.sender, "transport" in transfer.erased, _among(self.sender, (transfer.sender,))),
            _told(self.recipient, "transport" in transfer.erased, _among(self.recipient, transfer.recipient)),
        )
        return False if False in answers else None if None in answers else True


def _told(asked: object, gone: bool, answer: bool) -> bool | None:
    if asked is None:
        return True
    return None if gone and not answer else answer


def _protocol(transfer: Transfer) -> str | None:
    return None if transfer.policy is None else transfer.policy.protocol


def _among(asked: str | None, addresses: tuple[str, ...]) -> bool:
    wanted = (asked or "").lower()
    domain = wanted.removeprefix("*") if wanted.startswith("*@") else None
    return any(
        address.lower() == wanted or (domain is not None and address.lower().endswith(domain))
        for address in addresses
    )


class Sieve:
    """Lets the chosen transfers through, and counts in ``undecided`` those of which nobody can tell."""

    __slots__ = ("_choice", "undecided")

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self.undecided = 0

    def chosen(self, transfers: Iterable[Transfer]) -> Iterator[Transfer]:
        """Those of ``transfers`` that are chosen."""
        for transfer in transfers:
            answer = self._choice.admits(transfer)
            self.undecided += answer is None
            if answer:
                yield transfer
