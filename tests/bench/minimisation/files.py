"""Attachments as office programs and address books write them."""

import csv
import io
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import docx
import openpyxl
import reportlab
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from odf import opendocument, table, text
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from tests.bench.minimisation.model import File, Row
from tests.bench.minimisation.people import Person

Rows = tuple[Row, ...]
_OFFICE = "application/vnd.openxmlformats-officedocument"
_STAMP = datetime(2026, 1, 5, tzinfo=UTC)
_FONT = "Vera"


def word_table(rows: Rows) -> File:
    """A Word document with the rows in a table."""
    document = docx.Document()
    document.add_heading("Formulier", 1)
    grid = document.add_table(rows=0, cols=2)
    for name, value in rows:
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = name, value
    return _word(document, rows)


def word_lines(rows: Rows) -> File:
    """A Word document with a paragraph per row."""
    document = docx.Document()
    for name, value in rows:
        document.add_paragraph(f"{name}: {value}")
    return _word(document, rows)


def word_controls(rows: Rows) -> File:
    """A Word form: each value in a content control behind its label."""
    document = docx.Document()
    for name, value in rows:
        paragraph = document.add_paragraph(f"{name}: ")
        run = f"<w:r><w:t>{_xml(value)}</w:t></w:r>"
        control = (
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )
        paragraph._p.append(parse_xml(control))
    return _word(document, rows)


def sheet_pairs(rows: Rows) -> File:
    """A spreadsheet: labels in column A, values in column B."""
    return _sheet([list(row) for row in rows], rows)


def sheet_header_row(rows: Rows) -> File:
    """A spreadsheet: labels in the first row, values in the second."""
    return _sheet([[name for name, _ in rows], [value for _, value in rows]], rows)


def open_document(rows: Rows, *, tabled: bool) -> File:
    """An OpenDocument text with a table or with paragraphs."""
    document = opendocument.OpenDocumentText()
    if tabled:
        grid = table.Table(name="Formulier")
        grid.addElement(table.TableColumn(numbercolumnsrepeated=2))
        for row in rows:
            line = table.TableRow()
            for value in row:
                cell = table.TableCell()
                cell.addElement(text.P(text=value))
                line.addElement(cell)
            grid.addElement(line)
        document.text.addElement(grid)
    else:
        for name, value in rows:
            document.text.addElement(text.P(text=f"{name}: {value}"))
    out = io.BytesIO()
    document.write(out)
    return File(
        "formulier.odt", "application/vnd.oasis.opendocument.text", _reproducible(out.getvalue()), _seen(rows)
    )


def printable(words: str) -> bool:
    """Whether the font of the PDF has a shape for every character, as the Word behind a real one would."""
    return all(ord(char) in _font().face.charToGlyph for char in words)


def pdf(rows: Rows, *, columns: bool) -> File:
    """A PDF with text in it: a line per row, or label and value at two stops."""
    pdfmetrics.registerFont(_font())
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=A4, invariant=True)
    page.setFont(_FONT, 11)
    for at, (name, value) in enumerate(rows):
        height = 780 - 22 * at
        page.drawString(60, height, name if columns else f"{name}: {value}")
        if columns:
            page.drawString(260, height, value)
    page.save()
    return File("formulier.pdf", "application/pdf", out.getvalue(), _seen(rows))


def vcard(someone: Person, version: str, note: str, birth: str) -> File:
    """A contact card, version 3.0 or 4.0, with a birthday and a note."""
    street = f"{someone.street} {someone.number}" + (f" bus {someone.box}" if someone.box else "")
    phone_kind, mail_kind = (
        ("TEL;TYPE=CELL", "EMAIL;TYPE=INTERNET") if version == "3.0" else ("TEL;TYPE=cell", "EMAIL")
    )
    lines = [
        "BEGIN:VCARD",
        f"VERSION:{version}",
        f"N:{someone.last};{someone.first};;;",
        f"FN:{someone.name}",
        f"ADR;TYPE=home:;;{street};{someone.municipality};;{someone.postcode};België",
        *(f"{phone_kind}:{phone}" for phone in someone.phone),
        *(f"{mail_kind}:{mail}" for mail in someone.email),
        f"BDAY:{birth}",
        "NOTE:" + note.replace(",", "\\,"),
        "END:VCARD",
        "",
    ]
    return File("contact.vcf", "text/vcard", "\r\n".join(lines).encode(), "\n".join(lines))


def comma_separated(rows: Rows, *, header: bool) -> File:
    """A CSV file with semicolons, as Excel in Belgium writes it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows(zip(*rows, strict=True) if header else rows)
    return File("export.csv", "text/csv", out.getvalue().encode("utf-8-sig"), _seen(rows))


def rich_text(rows: Rows) -> File:
    """An RTF file with a line per row."""
    lines = "".join(f"{_rtf(f'{name}: {value}')}\\par\n" for name, value in rows)
    body = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22\n" + lines + "}"
    return File("formulier.rtf", "application/rtf", body.encode("ascii"), _seen(rows))


def message(rows: Rows, author: Person, mail: str) -> File:
    """A colleague's mail, forwarded as an attachment."""
    body = "\r\n".join((*(f"{name}: {value}" for name, value in rows), "", author.first, ""))
    head = (
        f"From: <{mail}>\r\nTo: <verwijzing@kindengezin.example>\r\nSubject: gezin\r\nMIME-Version: 1.0\r\n"
    )
    part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return File(
        "gezin.eml", "message/rfc822", (head + part + body).encode(), f"{mail}\n{_seen(rows)}\n{author.first}"
    )


def picture() -> File:
    """A scan: nothing of it can be read."""
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
        "0000000049454e44ae426082"
    )
    return File("scan.png", "image/png", pixel, "")


@cache
def _font() -> TTFont:
    """The font that comes with reportlab; it lacks some Polish and Romanian letters."""
    return TTFont(_FONT, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))


def _word(document: "docx.document.Document", rows: Rows) -> File:
    document.core_properties.created = document.core_properties.modified = _STAMP
    out = io.BytesIO()
    document.save(out)
    return File(
        "formulier.docx", f"{_OFFICE}.wordprocessingml.document", _reproducible(out.getvalue()), _seen(rows)
    )


def _sheet(cells: list[list[str]], rows: Rows) -> File:
    book = openpyxl.Workbook()
    page = book.create_sheet("Blad1", 0)
    for row in cells:
        page.append(row)
    out = io.BytesIO()
    book.save(out)
    return File(
        "formulier.xlsx", f"{_OFFICE}.spreadsheetml.sheet", _reproducible(out.getvalue()), _seen(rows)
    )


def _seen(rows: Rows) -> str:
    return "\n".join(f"{name}: {value}" for name, value in rows)


def _xml(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;")


def _rtf(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in escaped)


def _reproducible(octets: bytes) -> bytes:
    """The same archive with every time stamp alike, so that a seed makes the same bytes again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(octets)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(zipfile.ZipInfo(name), old.read(name), compress_type=kind)
    return out.getvalue()
