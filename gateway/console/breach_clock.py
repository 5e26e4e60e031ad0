"""The term in which the authority is to be told of a breach (GDPR art. 33(1)), as it runs now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.console.breach_answers import aware_of
from gateway.console.drafts import Draft, DraftsError
from gateway.console.render import minute
from gateway.console.roles import Right
from gateway.console.visit import Desk, Visit
from gateway.texts.console import console_words


@dataclass(frozen=True, slots=True)
class Clock:
    """``left`` until ``deadline`` of the ``hours`` that there are; less than nothing once it is past."""

    deadline: datetime
    hours: int
    left: timedelta

    @property
    def past(self) -> bool:
        """Whether the term is over."""
        return self.left < timedelta()

    @property
    def hours_and_minutes(self) -> tuple[int, int]:
        """How far away the deadline is, before or behind us."""
        minutes = int(abs(self.left).total_seconds()) // 60
        return minutes // 60, minutes % 60


@dataclass(frozen=True, slots=True)
class Running:
    """The drafts whose clock runs and their names, the most urgent first; ``unread``: there may be more."""

    each: tuple[tuple[Draft, Clock, str], ...]
    unread: bool


def clock_of(desk: Desk, draft: Draft) -> Clock | None:
    """The clock of ``draft``; None when it is closed, or while nobody said when they became aware."""
    aware = aware_of(draft.answers)
    if aware is None or draft.closed is not None:
        return None
    hours = desk.config.breach.deadline_hours
    deadline = aware + timedelta(hours=hours)
    return Clock(deadline, hours, deadline - desk.clock())


def running(desk: Desk, visit: Visit) -> Running:
    """What the first page tells a visitor who may see the drafts."""
    if desk.drafts is None or Right.REPORT not in visit.rights:
        return Running((), unread=False)
    try:
        shelf = desk.drafts.shelf()
    except DraftsError:
        return Running((), unread=True)
    words = console_words(visit.language)
    clocks = ((draft, clock_of(desk, draft)) for draft in shelf.drafts)
    found = [(draft, clock, title_of(draft, words)) for draft, clock in clocks if clock is not None]
    return Running(tuple(sorted(found, key=lambda one: one[1].deadline)), bool(shelf.unreadable))


def title_of(draft: Draft, words: Mapping[str, str]) -> str:
    """What the draft is called, or when it was begun."""
    return draft.answers.get("title") or words["breach_named"].format(at=minute(draft.begun))
