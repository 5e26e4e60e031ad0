"""Transfers as a file: the same that ``gateway transfers export`` writes, of what the list shows.

A short one comes at once. A long one is made beside the pages, and its own page tells how far it is.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from starlette.responses import FileResponse, RedirectResponse, Response

from gateway.console.access import seen
from gateway.console.asked import asked_of
from gateway.console.jobs import Job, Make, Stage
from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.ledger.paging import records_begun
from gateway.ledger.transfers import Progress
from gateway.reports.choice import Sieve
from gateway.reports.export import Form, Telling, write_export
from gateway.reports.selection import Selection
from gateway.reports.workbook import TooManyRows
from gateway.texts.reports import report_words

_KINDS: Mapping[str, tuple[Form, str]] = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "jsonl": ("jsonl", "application/x-ndjson"),
    "pdf": ("pdf", "application/pdf"),
}
#: Of how many records at most an export is made while the visitor waits: about two seconds' worth.
AT_ONCE = 1_500
_SECONDS = 3


@dataclass(frozen=True, slots=True)
class _Order:
    """All that an export is made from, so that a job needs nothing of the visit."""

    desk: Desk
    selection: Selection
    form: Form

    def write(self, stream: IO[bytes], heard: Progress) -> int:
        """Writes the file: how many transfers there were. Raises LedgerUnavailable and TooManyRows."""
        chosen, place = self.selection, self.desk.config.ledger_site.place
        found = chosen.transfers(place, Sieve(chosen.choice), heard)
        telling = Telling(chosen.language, chosen.filters(), lambda: chosen.frame(place, self.desk.clock()))
        return write_export(self.form, found, telling, stream)


def export(desk: Desk, visit: Visit) -> Response:
    """The file, or the page of the job that makes it. It is recorded before it is handed over."""
    form, asked = _KINDS.get(visit.path["kind"]), asked_of(visit.query)
    if form is None:
        return problem(visit, 404, "no_page")
    if asked.wrong:
        return problem(visit, 400, "filter_wrong")
    make = _Order(desk, asked.selection(visit.language), form[0]).write
    try:
        if records_begun(desk.config.ledger_site.place, asked.since, asked.until) > AT_ONCE:
            return _begun(desk, visit, make)
        content = io.BytesIO()
        count = make(content, lambda _done, _all: None)
        seen(desk, visit, "export", count)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    except TooManyRows:
        return problem(visit, 400, "too_many_rows")
    told = {"Content-Disposition": f'attachment; filename="{_name(desk, visit, form[0])}"'}
    return Response(content.getvalue(), media_type=form[1], headers=told)


def progress(desk: Desk, visit: Visit) -> Response:
    """How far a job of this session is; asked for again by the browser itself until it is done."""
    job = _job(desk, visit)
    if job is None:
        return problem(visit, 404, "no_export")
    page = render(visit, "export.html", job=job, name=visit.path["job"])
    if job.stage is Stage.RUNNING:
        page.headers["Refresh"] = str(_SECONDS)
    return page


def file(desk: Desk, visit: Visit) -> Response:
    """The file of a job of this session that is done, once that is recorded."""
    job = _job(desk, visit)
    if job is None or job.stage is not Stage.DONE:
        return problem(visit, 404, "no_export")
    try:
        seen(desk, visit, "export", job.rows)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    name = _name(desk, visit, job.kind)
    return FileResponse(job.file, media_type=_KINDS[job.kind][1], filename=name)


def _begun(desk: Desk, visit: Visit, make: Make) -> Response:
    name = desk.jobs.begin(_owner(visit), visit.path["kind"], make)
    return RedirectResponse(f"/exports/{name}", 303) if name else problem(visit, 503, "many_exports")


def _job(desk: Desk, visit: Visit) -> Job | None:
    return desk.jobs.of(visit.path["job"], _owner(visit))


def _owner(visit: Visit) -> str:
    """What tells this session from every other."""
    return visit.session.csrf if visit.session else ""


def _name(desk: Desk, visit: Visit, kind: str) -> str:
    return f"{report_words(visit.language)['sheet_transfers'].lower()}-{desk.clock():%Y%m%d-%H%M}.{kind}"
