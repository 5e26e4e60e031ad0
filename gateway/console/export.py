"""Transfers as a file: the same that ``gateway transfers export`` writes, of what the list shows."""

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from gateway.console.access import seen
from gateway.console.asked import Asked, asked_of
from gateway.console.render import problem
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.ledger.transfers import each_transfer, latest_checkpoint
from gateway.reports.export import Form, Telling, write_export
from gateway.reports.frame import Frame, head_of
from gateway.reports.table import reason_words
from gateway.reports.workbook import TooManyRows
from gateway.texts.reports import report_words

_KINDS: Mapping[str, tuple[Form, str]] = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "jsonl": ("jsonl", "application/x-ndjson"),
    "pdf": ("pdf", "application/pdf"),
}

_COLUMNS = {"outcome": "what", "sender": "who", "recipient": "to", "reason": "reason"}
_COLUMNS |= {"label": "label", "tls": "tls", "version": "policy"}
_CODES = ("reason", "label")


def export(desk: Desk, visit: Visit) -> Response:
    """The file. That it was made, and of how many transfers, is recorded before it is handed over."""
    form, asked = _KINDS.get(visit.path["kind"]), asked_of(visit.query)
    if form is None:
        return problem(visit, 404, "no_page")
    if asked.wrong:
        return problem(visit, 400, "filter_wrong")
    place, telling = desk.config.ledger_site.place, _telling(desk, visit.language, asked)
    with tempfile.NamedTemporaryFile(prefix="export-", delete=False) as stream:
        path = Path(stream.name)
        try:
            found = asked.chosen(each_transfer(place, since=asked.since, until=asked.until))
            count = write_export(form[0], found, telling, stream.file)
            stream.flush()
            seen(desk, visit, "export", count)
        except (LedgerError, TooManyRows) as error:
            path.unlink()
            word = "too_many_rows" if isinstance(error, TooManyRows) else "ledger_unreadable"
            return problem(visit, 400 if word == "too_many_rows" else 503, word)
        except BaseException:
            path.unlink()
            raise
    name = f"{report_words(visit.language)['sheet_transfers'].lower()}-{desk.clock():%Y%m%d-%H%M}.{form[0]}"
    done = BackgroundTask(path.unlink)
    return FileResponse(path, media_type=form[1], filename=name, background=done)


def _telling(desk: Desk, language: str, asked: Asked) -> Telling:
    return Telling(language, _filters(asked, language), partial(_frame, desk, language, asked))


def _frame(desk: Desk, language: str, asked: Asked) -> Frame:
    head = head_of(latest_checkpoint(desk.config.ledger_site.place))
    return Frame(language, asked.since, asked.until, desk.clock(), head)


def _filters(asked: Asked, language: str) -> tuple[tuple[str, str], ...]:
    """What was asked beside the period, by the names of columns, in words."""
    given, words = asked.filtered, report_words(language)
    told = dict(given) | {name: reason_words(given[name], language) for name in _CODES if name in given}
    if asked.choice.outcome:
        told |= {"outcome": words[f"outcome_{asked.choice.outcome}"]}
    return tuple((column, told[name]) for name, column in _COLUMNS.items() if name in told)
