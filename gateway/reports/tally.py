"""Counting transfers as they pass, so that nobody has to keep them: what became of how many, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from gateway.decision import PolicyRef
from gateway.ledger.record import Outcome, RecordType
from gateway.ledger.transfers import Transfer

_UNTAKEN = frozenset((Outcome.REJECTED, Outcome.DEFERRED))


@dataclass(slots=True)
class Tally:
    """What was counted so far.

    ``superfluous`` counts pieces of data by kind and ``mails_with`` the mails that held any of that kind;
    ``fields`` counts the clients of whom a field was handed on, and ``clients`` the clients, one person as
    often as a mail is about them. ``untaken`` mails were handed on, and the next hop did not take them.
    ``opaque`` mails were handed on unread, so that nobody knows about whom; of ``gone`` mails the group by
    that name was erased in its time.
    """

    count: int = 0
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    superfluous: Counter[str] = field(default_factory=Counter)
    mails_with: Counter[str] = field(default_factory=Counter)
    senders: Counter[str] = field(default_factory=Counter)
    recipients: Counter[str] = field(default_factory=Counter)
    policies: Counter[PolicyRef] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    clients: int = 0
    handed_on: int = 0
    untaken: int = 0
    opaque: int = 0
    ungoverned: int = 0
    first: datetime | None = None
    last: datetime | None = None

    def counting(self, transfers: Iterable[Transfer]) -> Iterator[Transfer]:
        """Each of ``transfers``, counted as it passes."""
        for transfer in transfers:
            self.add(transfer)
            yield transfer

    def add(self, transfer: Transfer) -> None:
        """Counts one more."""
        self.count += 1
        self.first = transfer.time if self.first is None else min(self.first, transfer.time)
        self.last = transfer.time if self.last is None else max(self.last, transfer.time)
        self.outcomes[transfer.outcome] += 1
        self.reasons.update(transfer.reasons)
        self.gone.update(transfer.erased)
        self._add_ends(transfer)
        self._add_data(transfer)

    def _add_ends(self, transfer: Transfer) -> None:
        if "transport" not in transfer.erased:
            self.senders[transfer.sender] += 1
            self.recipients.update(transfer.recipient)
        if transfer.policy is not None:
            self.policies[transfer.policy] += 1
        elif "measures" not in transfer.erased:
            self.ungoverned += 1

    def _add_data(self, transfer: Transfer) -> None:
        for kind in transfer.superfluous:
            self.superfluous[kind.category] += kind.count
        self.mails_with.update({kind.category for kind in transfer.superfluous})
        self.handed_on += was_handed_on(transfer)
        self.untaken += was_handed_on(transfer) and transfer.outcome in _UNTAKEN
        self.opaque += is_opaque(transfer)
        self.clients += len(transfer.clients)
        for fields in transfer.clients:
            self.fields.update(fields)


def was_handed_on(transfer: Transfer) -> bool:
    """Whether the message was offered to the mailbox: what the gateway itself refused never left it."""
    return transfer.steps[0].type is RecordType.INTENT


def is_opaque(transfer: Transfer) -> bool:
    """Whether it was handed on unread, as it came, so that nobody knows what was in it."""
    return was_handed_on(transfer) and (transfer.opaque or transfer.measures.get("verdict") == "relay")
