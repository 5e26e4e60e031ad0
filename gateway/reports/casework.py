"""A breach dossier made from the ledger: its figures taken, the making recorded, every file handed over."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import KeyFileError, LedgerError, LedgerUnavailable
from gateway.ledger.keeping import new_name
from gateway.ledger.keyfile import load_key
from gateway.ledger.lookup import dossier_entry
from gateway.ledger.place import Place, Site
from gateway.ledger.record import Entry, RecordType
from gateway.ledger.report import Report
from gateway.ledger.transfers import Progress, Transfer
from gateway.ledger.verify import verify
from gateway.policy.model import Policy
from gateway.reports.breach import Breach, Figures, Gathering, Written
from gateway.reports.choice import Sieve
from gateway.reports.csvfile import csv_lines
from gateway.reports.dossier import dossier
from gateway.reports.drafts import drafts
from gateway.reports.pdf import as_pdf
from gateway.reports.selection import Selection
from gateway.reports.table import headings, row
from gateway.reports.word import as_docx
from gateway.said import said_by

#: Takes the name of a file and its content, piece by piece.
Adding = Callable[[str, Iterable[bytes]], None]


class NothingFits(Exception):
    """No transfer of a whole ledger is what was asked for, so there is nothing to make."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is to be made, of the ledger at ``site``, which verifies as ``verified``; by whom and why.

    ``hours`` is the term from ``aware`` on. ``authority`` is told, ``copy_to`` gets a copy. What people have
    written already is ``written``. The parties
    named ``untold`` get no draft.
    """

    site: Site
    policies: tuple[Policy, ...]
    selection: Selection
    aware: datetime | None
    hours: int
    authority: str
    copy_to: tuple[str, ...]
    kind: Literal["docx", "pdf"]
    user: str
    reason: str
    verified: Report
    written: Written = ()
    untold: frozenset[str] = frozenset()


@dataclass(slots=True)
class Counting:
    """The transfers of ``ledger`` that are selected; what has passed is counted.

    A ledger that is not ``whole`` and cannot be read to its end still yields what was read.
    """

    ledger: Place
    selection: Selection
    whole: bool
    progress: Progress
    _gathering: Gathering = field(default_factory=Gathering)
    _sieve: Sieve = field(init=False)
    _unreadable: str = ""

    def __post_init__(self) -> None:
        self._sieve = Sieve(self.selection.choice)

    def transfers(self) -> Iterator[Transfer]:
        """Them, oldest first. Raises LedgerUnavailable."""
        found = self.selection.transfers(self.ledger, self._sieve, self.progress)
        try:
            yield from self._gathering.through(found)
        except LedgerUnavailable as error:
            if self.whole:
                raise
            self._unreadable = said_by(error)

    def figures(self) -> Figures:
        """The figures of what has passed so far."""
        return self._gathering.figures(undecided=self._sieve.undecided, unreadable=self._unreadable)


def counted(
    ledger: Place,
    selection: Selection,
    *,
    whole: bool,
    progress: Progress = lambda _done, _all: None,
) -> Figures:
    """The figures of all that is selected. Raises LedgerUnavailable."""
    counting = Counting(ledger, selection, whole, progress)
    for _ in counting.transfers():
        pass
    return counting.figures()


def verified(site: Site, progress: Progress = lambda _done, _all: None) -> Report:
    """What verifying finds, with the key of ``site`` when that can be read. Raises LedgerUnavailable."""
    try:
        key = public_bytes(load_key(site.key))
    except (KeyFileError, OSError):
        key = None
    return verify(site.place, public_key=key, progress=progress)


def make(
    case: Case,
    add: Adding,
    record: Callable[[Entry], None],
    clock: Callable[[], datetime],
    progress: Progress,
) -> str:
    """Adds the list of transfers, the dossier and the drafts: the name of the record that they were made.

    That is empty when a ledger that is not whole takes none. ``record`` makes an entry durable or raises
    LedgerError. Raises LedgerError, NothingFits, and what ``add`` raises; then nothing added counts.
    """
    counting = Counting(case.site.place, case.selection, case.verified.ok, progress)
    language = case.selection.language
    rows = (row(one, language, None) for one in counting.transfers())
    add("transfers.csv", csv_lines(headings(language), rows))
    found = counting.figures()
    if not found.tally.count and case.verified.ok:
        raise NothingFits
    recorded = _recorded(case, found, record)
    told = _breach(case, recorded)
    frame = case.selection.frame(case.site.place, clock())
    policies = concerned(case.policies, found)
    document = dossier(told, found, policies, frame)
    add(f"dossier.{case.kind}", (as_docx(document) if case.kind == "docx" else as_pdf(document),))
    for draft in drafts(told, found, policies, frame):
        if draft.to not in case.untold:
            add(draft.name, (draft.content,))
    return recorded


def _recorded(case: Case, found: Figures, record: Callable[[Entry], None]) -> str:
    name = new_name(RecordType.LOOKUP)
    entry = dossier_entry(name, found.tally.count, found.tally.opaque, case.reason, case.user)
    try:
        record(entry)
    except LedgerError:
        if case.verified.ok:
            raise
        return ""
    return name


def _breach(case: Case, recorded: str) -> Breach:
    selection = case.selection
    return Breach(
        case.aware, case.hours, case.authority, case.copy_to, selection.filters(),
        selection.choice.references, case.verified, case.user, case.reason, recorded, case.written,
    )  # fmt: skip


def concerned(policies: tuple[Policy, ...], found: Figures) -> tuple[Policy, ...]:
    """Those under which the transfers are; all of them when no transfer tells."""
    names = {ref.protocol for ref in found.tally.policies}
    return tuple(policy for policy in policies if policy.ref.protocol in names) or policies
