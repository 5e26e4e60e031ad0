"""Transfers as a file, in one of four forms: for a spreadsheet, for a program, or as a summary on paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Literal, assert_never

from gateway.ledger.transfers import Transfer
from gateway.reports.csvfile import csv_lines
from gateway.reports.frame import Frame
from gateway.reports.pdf import as_pdf
from gateway.reports.shape import json_lines
from gateway.reports.summary import summary, total_names, total_rows
from gateway.reports.table import Cell, headings, row
from gateway.reports.tally import Tally
from gateway.reports.workbook import Sheet, write_workbook
from gateway.texts.reports import report_words

Form = Literal["csv", "xlsx", "jsonl", "pdf"]


@dataclass(frozen=True, slots=True)
class Telling:
    """In which language, of which filters (names of columns, and values), and what a report says of itself.

    ``frame`` is asked once all transfers are read, so that its checkpoint covers them.
    """

    language: str
    filters: tuple[tuple[str, str], ...]
    frame: Callable[[], Frame]


def write_export(form: Form, transfers: Iterable[Transfer], telling: Telling, stream: IO[bytes]) -> int:
    """Writes ``transfers`` to ``stream``: how many there were.

    Raises TooManyRows, and what reading ``transfers``, asking the frame and writing raise.
    """
    tally, language = Tally(), telling.language
    counted = tally.counting(transfers)
    match form:
        case "csv":
            stream.writelines(csv_lines(headings(language), _rows(counted, language)))
        case "jsonl":
            stream.writelines(json_lines(counted))
        case "xlsx":
            write_workbook(stream, _sheets(counted, tally, telling))
        case "pdf":
            for _ in counted:
                pass
            stream.write(as_pdf(summary(tally, telling.frame(), telling.filters)))
        case _:
            assert_never(form)
    return tally.count


def _rows(transfers: Iterable[Transfer], language: str) -> Iterator[tuple[Cell, ...]]:
    return (row(transfer, language, None) for transfer in transfers)


def _sheets(transfers: Iterable[Transfer], tally: Tally, telling: Telling) -> Iterator[Sheet]:
    words = report_words(telling.language)
    yield Sheet(words["sheet_transfers"], headings(telling.language), _rows(transfers, telling.language))
    frame = telling.frame()
    yield Sheet(words["sheet_totals"], total_names(frame), total_rows(tally, frame))
