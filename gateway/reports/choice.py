"""Which transfers a report is about, and that of some nobody can tell any more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer


@dataclass(frozen=True, slots=True)
class Choice:
    """What a transfer must be. None asks nothing; ``references`` asks nothing when it is empty.

    ``sender`` and ``recipient`` are an address, or ``*@domain`` for every address in it; ``reason``
    and ``label`` are codes of findings, ``tls`` is a version, or "none", ``digest`` a policy's.
    """

    outcome: Outcome | None = None
    sender: str | None = None
    recipient: str | None = None
    protocol: str | None = None
    references: tuple[str, ...] = ()
    reason: str | None = None
    label: str | None = None
    tls: str | None = None
    digest: str | None = None

    def admits(self, transfer: Transfer) -> bool | None:
        """Whether ``transfer`` is chosen; None when what would tell was erased in its time."""
        answers = (
            not self.references or transfer.id in self.references,
            _told(self.outcome, transfer.outcome is Outcome.ERASED, self.outcome is transfer.outcome),
            _told(self.reason, "measures" in transfer.erased, self.reason in transfer.reasons),
            _told(self.label, "measures" in transfer.erased, self.label in _found(transfer)),
            _told(self.digest, "measures" in transfer.erased, self.digest == _digest(transfer)),
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


def _found(transfer: Transfer) -> Iterator[object]:
    """The codes of its findings."""
    findings = transfer.measures.get("findings")
    each = findings if isinstance(findings, list) else []
    return (finding.get("code") for finding in each if isinstance(finding, Mapping))


def _digest(transfer: Transfer) -> str | None:
    return None if transfer.policy is None else transfer.policy.digest


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
