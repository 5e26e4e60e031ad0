"""XLSX: a sheet with a typed table, one row at a time, and further small sheets such as the totals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from gateway.reports.table import Cell
from gateway.said import say

#: What a sheet can hold (ECMA-376 as Excel implements it), its heading taken off.
MOST_ROWS = 1_048_575

_MOST_CHARACTERS = 32_767
_A4 = 9  # ECMA-376 part 1, 18.3.1.63
_MOMENT = "yyyy-mm-dd hh:mm:ss"
_NARROWEST, _WIDEST = 10, 44


class TooManyRows(Exception):
    """More rows than a sheet can hold."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under ``names``. Rows are asked for when the sheet is written, sheets in their order."""

    title: str
    names: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


def write_workbook(target: IO[bytes], sheets: Iterable[Sheet]) -> None:
    """Writes ``sheets`` to ``target``. Raises TooManyRows, and OSError as ``target`` does.

    Every text is a text, also one that would be a formula; moments are dates and counts numbers.
    """
    book = Workbook(write_only=True)
    for number, sheet in enumerate(sheets, 1):
        _write(book, sheet, number)
    book.save(target)


def _write(book: Workbook, sheet: Sheet, number: int) -> None:
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    _fit_on_paper(page)
    for place, name in enumerate(sheet.names, 1):
        width = min(max(len(name) + 4, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(place)].width = max(width, _width(sheet, place))
    page.append([_heading(page, name) for name in sheet.names])
    try:
        count = _append(page, sheet.rows)
    except BaseException:
        # Left open, its file complains when it is collected.
        page.close()
        raise
    if not count:
        # A table has at least one row under its heading.
        page.append([None] * len(sheet.names))
    page.tables.add(_table(sheet.names, max(count, 1), number))


def _fit_on_paper(page: Any) -> None:
    """Printed on A4, lying, as wide as one page, with the headings on each."""
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _append(page: Any, rows: Iterable[Sequence[Cell]]) -> int:
    count = 0
    for cells in rows:
        count += 1
        if count > MOST_ROWS:
            raise TooManyRows(
                say("a sheet holds {most} rows; choose a shorter period, or CSV", most=MOST_ROWS)
            )
        page.append([_cell(page, cell) for cell in cells])
    return count


def _width(sheet: Sheet, place: int) -> int:
    """Room for a moment and for a reference; the other columns are as wide as their names ask."""
    return 21 if len(sheet.names) > 8 and place <= 7 and place != 2 else _NARROWEST


def _table(names: tuple[str, ...], count: int, number: int) -> Any:
    table: Any = Table(displayName=f"Table{number}", ref=f"A1:{get_column_letter(len(names))}{count + 1}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
    # In this mode openpyxl does not read the names back from the sheet.
    table._initialise_columns()
    columns: list[TableColumn] = list(table.tableColumns)
    for column, name in zip(columns, names, strict=True):
        column.name = name
    return table


def _heading(page: Any, name: str) -> Any:
    cell = WriteOnlyCell(page, name)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Cell) -> Any:
    match value:
        case datetime():
            cell = WriteOnlyCell(page, value.replace(microsecond=0))
            cell.number_format = _MOMENT
            return cell
        case str() if value:
            return _text(page, value)
        case str():
            return None
        case _:
            return value


def _text(page: Any, value: str) -> Any:
    plain = value[:_MOST_CHARACTERS]
    if not plain.isprintable():
        plain = "".join(char if char.isprintable() else " " for char in plain)
    if not plain.startswith("="):
        return plain
    cell = WriteOnlyCell(page, plain)
    cell.data_type = "s"
    return cell
