"""The first page: whether the promise is kept, and what needs a person."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from starlette.responses import RedirectResponse, Response

from gateway.console.breach_clock import running
from gateway.console.chart import bars
from gateway.console.expiries import SOON_DAYS
from gateway.console.render import render
from gateway.console.visit import Desk, Visit
from gateway.ledger.anchors import Tail
from gateway.ledger.errors import LedgerError
from gateway.ledger.paging import records_begun
from gateway.ledger.record import Outcome
from gateway.reports.tally import Tally
from gateway.texts.console import console_words
from gateway.texts.reports import report_words

_SHOWN = (Outcome.ACCEPTED, Outcome.REJECTED, Outcome.DEFERRED, Outcome.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Sums:
    """The last days together."""

    outcomes: Counter[Outcome]
    reasons: Counter[str]
    superfluous: Counter[str]
    count: int
    untaken: int


def overview(desk: Desk, visit: Visit) -> Response:
    """The page."""
    counted = desk.days.counted
    days = counted.days or {}
    sums = _sums(days)
    return render(
        visit, "overview.html", counted=counted, sums=sums, records=_records(desk, counted.tail),
        reasons=sums.reasons.most_common(), kinds=sums.superfluous.most_common(),
        outcomes=_SHOWN, rows=_rows(days),
        refused=round(100 * sums.outcomes[Outcome.REJECTED] / sums.count) if sums.count else 0,
        outcome_words=report_words(visit.language), verification=desk.verification,
        expires=desk.expiries.known(), soon=SOON_DAYS, now=desk.clock(),
        clocks=running(desk, visit),
    )  # fmt: skip


def chart(desk: Desk, visit: Visit) -> Response:
    """Transfers a day by outcome, as an image."""
    days = desk.days.counted.days or {}
    series = tuple(tuple(tally.outcomes[kind] for tally in days.values()) for kind in _SHOWN)
    labels = tuple(f"{day:%d/%m}" for day in days)
    image = bars(
        console_words(visit.language)["chart_days"], labels, series, dark=visit.query.get("paper") == "dark"
    )
    return Response(image, media_type="image/svg+xml")


def verify(desk: Desk, _: Visit) -> Response:
    """Begins to verify the whole ledger, and goes back to the page, which tells how it went."""
    desk.verification.start()
    return RedirectResponse("/", 303)


def _records(desk: Desk, tail: Tail | None) -> int:
    """How many records there are now, for the visitor's own clicks add to them; else how many there were."""
    if tail is None:
        return 0
    try:
        return records_begun(desk.config.ledger_site.place, None, None)
    except LedgerError:
        return tail.size


def _sums(days: Mapping[date, Tally]) -> Sums:
    every = days.values()
    sums = Sums(Counter(), Counter(), Counter(), sum(t.count for t in every), sum(t.untaken for t in every))
    for tally in every:
        sums.outcomes.update(tally.outcomes)
        sums.reasons.update(tally.reasons)
        sums.superfluous.update(tally.superfluous)
    return sums


def _rows(days: Mapping[date, Tally]) -> list[tuple[date, list[int]]]:
    """A row for each day on which anything came, latest first."""
    every = [(day, [tally.outcomes[kind] for kind in _SHOWN]) for day, tally in days.items() if tally.count]
    return every[::-1]
