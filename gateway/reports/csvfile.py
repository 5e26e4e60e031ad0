"""CSV as a Belgian Excel opens it: UTF-8 with its mark, semicolons, CRLF, and no cell that is a formula."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from gateway.reports.table import Cell

_MARK = "\ufeff"
# Spreadsheets calculate a cell that begins with one of these (OWASP, CSV injection), in wide forms too.
_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
_AS_TEXT = "'"


def csv_lines(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The file in pieces: the names, then a line for each of ``rows``."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    buffer.write(_MARK)
    writer.writerow([_text(name) for name in names])
    for cells in rows:
        writer.writerow([_text(cell) for cell in cells])
        yield _taken(buffer)
    yield _taken(buffer)


def harmless(text: str) -> str:
    """``text`` on one line, behind an apostrophe when a spreadsheet would calculate it."""
    if not text or (text.isprintable() and text[0].isalnum()):
        return text
    plain = "".join(char if char.isprintable() else " " for char in text)
    return _AS_TEXT + plain if text.lstrip(" \xa0")[:1] in _FORMULA and text.strip() else plain


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return harmless(cell)
        case int():
            return str(cell)
        case datetime():
            return cell.isoformat(" ", "seconds")
        case None:
            return ""


def _taken(buffer: io.StringIO) -> bytes:
    data = buffer.getvalue().encode("utf-8", "replace")
    buffer.seek(0)
    buffer.truncate()
    return data
