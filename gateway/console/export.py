"""Transfers as a file: the same that ``gateway transfers export`` writes, of what the list shows."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from gateway.console.access import seen
from gateway.console.asked import Asked, asked_of
from gateway.console.render import problem
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.transfers import each_transfer, latest_checkpoint
from gateway.reports.csvfile import csv_lines
from gateway.reports.frame import Frame, head_of
from gateway.reports.pdf import as_pdf
from gateway.reports.shape import json_lines
from gateway.reports.summary import summary, total_names, total_rows
from gateway.reports.table import Cell, headings, row
from gateway.reports.tally import Tally
from gateway.reports.workbook import Sheet, TooManyRows, write_workbook
from gateway.texts.reports import report_words

_KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
    "pdf": "application/pdf",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is exported, and in whose words."""

    desk: Desk
    language: str
    asked: Asked

    @property
    def place(self) -> Place:
        """The ledger."""
        return self.desk.config.ledger_site.place

    def frame(self) -> Frame:
        """What a report says of itself; to be asked once all is read, so that the checkpoint covers it."""
        head = head_of(latest_checkpoint(self.place))
        return Frame(self.language, self.asked.since, self.asked.until, self.desk.clock(), head)


def export(desk: Desk, visit: Visit) -> Response:
    """The file. That it was made, and of how many transfers, is recorded before it is handed over."""
    kind, asked = visit.path["kind"], asked_of(visit.query)
    if kind not in _KINDS:
        return problem(visit, 404, "no_page")
    if asked.wrong:
        return problem(visit, 400, "filter_wrong")
    tally, wanted = Tally(), Wanted(desk, visit.language, asked)
    with tempfile.NamedTemporaryFile(prefix="export-", delete=False) as stream:
        path = Path(stream.name)
        try:
            _write(kind, wanted, tally, stream.file)
            stream.flush()
            seen(desk, visit, "export", tally.count)
        except (LedgerError, TooManyRows) as error:
            path.unlink()
            word = "too_many_rows" if isinstance(error, TooManyRows) else "ledger_unreadable"
            return problem(visit, 400 if word == "too_many_rows" else 503, word)
        except BaseException:
            path.unlink()
            raise
    name = f"{report_words(visit.language)['sheet_transfers'].lower()}-{desk.clock():%Y%m%d-%H%M}.{kind}"
    done = BackgroundTask(path.unlink)
    return FileResponse(path, media_type=_KINDS[kind], filename=name, background=done)


def _write(kind: str, wanted: Wanted, tally: Tally, stream: IO[bytes]) -> None:
    asked, language = wanted.asked, wanted.language
    found = tally.counting(asked.chosen(each_transfer(wanted.place, since=asked.since, until=asked.until)))
    rows = (row(transfer, language, None) for transfer in found)
    match kind:
        case "csv":
            stream.writelines(csv_lines(headings(language), rows))
        case "jsonl":
            stream.writelines(json_lines(found))
        case "xlsx":
            write_workbook(stream, _sheets(rows, tally, wanted))
        case _:
            for _ in found:
                pass
            stream.write(as_pdf(summary(tally, wanted.frame(), _filters(asked))))


def _sheets(rows: Iterator[tuple[Cell, ...]], tally: Tally, wanted: Wanted) -> Iterator[Sheet]:
    words = report_words(wanted.language)
    yield Sheet(words["sheet_transfers"], headings(wanted.language), rows)
    frame = wanted.frame()
    yield Sheet(words["sheet_totals"], total_names(frame), total_rows(tally, frame))


def _filters(asked: Asked) -> tuple[tuple[str, str], ...]:
    columns = {"outcome": "what", "sender": "who", "reason": "reason", "tls": "tls"}
    return tuple((column, asked.given[name]) for name, column in columns.items() if asked.given[name])
