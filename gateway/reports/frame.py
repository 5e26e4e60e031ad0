"""What every report says of itself: which period, when made, out of which ledger, and how many there were."""

import base64
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, tzinfo

from gateway.ledger.record import Outcome
from gateway.reports.blocks import Facts, Grid, Value, grid, number, when
from gateway.reports.tally import Tally
from gateway.texts.reports import report_words


@dataclass(frozen=True, slots=True)
class Head:
    """The checkpoint a report refers to: the log, how many records it had, and the root over them (hex)."""

    log: str
    size: int
    root: str


@dataclass(frozen=True, slots=True)
class Frame:
    """``since`` ≤ time < ``until`` (aware, None: open); moments are told in ``zone`` (None: here)."""

    language: str
    since: datetime | None
    until: datetime | None
    made: datetime
    head: Head
    zone: tzinfo | None = None

    @property
    def words(self) -> dict[str, str]:
        """The words of this report's language."""
        return dict(report_words(self.language))

    def period(self) -> str:
        """The period in words."""
        words = self.words
        bounds = (("since", self.since), ("until", self.until))
        told = [words[name].format(moment=when(t, self.zone)) for name, t in bounds if t is not None]
        return " ".join(told) or words["always"]

    def footer(self) -> str:
        """When it was made, and from how many records of which log."""
        made = when(self.made, self.zone)
        return self.words["footer"].format(log=self.head.log, size=self.head.size, made=made)


def head_of(note: str) -> Head:
    """What a checkpoint's note says, its signature not looked at. Raises ValueError when it is none."""
    log, size, root = note.split("\n")[:3]
    return Head(log, int(size), base64.b64decode(root, validate=True).hex())


def checkpoint_facts(frame: Frame) -> Facts:
    """The checkpoint, to find the ledger again by."""
    words, head = frame.words, frame.head
    pairs = (("log", head.log), ("records", number(head.size)), ("root", head.root))
    return Facts(tuple((words[name], value) for name, value in pairs))


def outcomes(tally: Tally, frame: Frame) -> Grid:
    """How many ended how, and how many there were."""
    words = frame.words
    rows = [
        (words[f"outcome_{outcome}"], tally.outcomes[outcome])
        for outcome in Outcome
        if tally.outcomes[outcome]
    ]
    return grid((words["by_outcome"], words["count"]), (*rows, (words["total"], tally.count)))


def signature(frame: Frame) -> tuple[tuple[str, Value], ...]:
    """Lines for the one who answers for the report, left empty on paper."""
    return tuple((frame.words[name], "\n\n") for name in ("made_by", "capacity", "date_signed", "signature"))


def most(counts: Counter[str], names: int) -> tuple[tuple[str, int], ...]:
    """The largest counts first, equal ones by name."""
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:names])
