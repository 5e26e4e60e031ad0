"""Word, Excel and OpenDocument files."""

import io
from collections.abc import Sequence

from docx import Document
from odf import table as odf_table
from odf import text as odf_text
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from openpyxl import Workbook

from tests.bench.heldout.case import Attachment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
Rows = Sequence[Sequence[str]]


def docx_lines(
    name: str, lines: Sequence[str], *, title: str = "", header: str = "", footer: str = ""
) -> Attachment:
    """Labelled paragraphs, with a head and a foot on the page."""
    doc = Document()
    if header:
        doc.sections[0].header.paragraphs[0].text = header
    if footer:
        doc.sections[0].footer.paragraphs[0].text = footer
    if title:
        doc.add_heading(title, level=1)
    for line in lines:
        doc.add_paragraph(line)
    out = io.BytesIO()
    doc.save(out)
    return Attachment(name, DOCX, out.getvalue())


def docx_tables(
    name: str,
    tables: Sequence[tuple[str, Rows]],
    *,
    title: str = "",
    merge_title: bool = False,
    after: Sequence[str] = (),
) -> Attachment:
    """Tables, each under a heading or with the heading in a merged first row."""
    doc = Document()
    if title:
        doc.add_heading(title, level=0)
    for heading, rows in tables:
        if heading and not merge_title:
            doc.add_paragraph(heading).runs[0].bold = True
        width = max(len(row) for row in rows)
        made = doc.add_table(rows=0, cols=width)
        made.style = "Table Grid"
        if heading and merge_title:
            first = made.add_row().cells
            first[0].merge(first[-1]).text = heading
        for row in rows:
            cells = made.add_row().cells
            for at, value in enumerate(row):
                cells[at].text = value
        doc.add_paragraph("")
    for line in after:
        doc.add_paragraph(line)
    out = io.BytesIO()
    doc.save(out)
    return Attachment(name, DOCX, out.getvalue())


def xlsx(name: str, sheets: Sequence[tuple[str, Rows]], *, offset: int = 0, merged: str = "") -> Attachment:
    """Sheets of rows; `offset` leaves rows and columns empty first, `merged` writes a merged title."""
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        start = 1 + offset
        if merged:
            sheet.cell(row=start, column=1 + offset, value=merged)
            sheet.merge_cells(start_row=start, start_column=1 + offset, end_row=start, end_column=4 + offset)
            start += 1
        for at, row in enumerate(rows):
            for col, value in enumerate(row):
                sheet.cell(row=start + at, column=1 + col + offset, value=value)
    out = io.BytesIO()
    book.save(out)
    return Attachment(name, XLSX, out.getvalue())


def _odf_table(rows: Rows, name: str) -> object:
    made = odf_table.Table(name=name)
    for row in rows:
        line = odf_table.TableRow()
        for value in row:
            cell = odf_table.TableCell(valuetype="string")
            cell.addElement(odf_text.P(text=value))
            line.addElement(cell)
        made.addElement(line)
    return made


def odt(name: str, lines: Sequence[str], rows: Rows = ()) -> Attachment:
    """Labelled paragraphs and perhaps a table."""
    doc = OpenDocumentText()
    for line in lines:
        doc.text.addElement(odf_text.P(text=line))
    if rows:
        doc.text.addElement(_odf_table(rows, "Tabel1"))
    out = io.BytesIO()
    doc.write(out)
    return Attachment(name, ODT, out.getvalue())


def ods(name: str, rows: Rows) -> Attachment:
    """One sheet."""
    doc = OpenDocumentSpreadsheet()
    doc.spreadsheet.addElement(_odf_table(rows, "Blad1"))
    out = io.BytesIO()
    doc.write(out)
    return Attachment(name, ODS, out.getvalue())
