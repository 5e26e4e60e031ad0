"""PDF, RTF, vCard, CSV, pictures, archives and attached mails."""

import base64
import csv
import io
import zipfile
from collections.abc import Sequence

import vobject
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.bench.heldout.case import PIXEL, Attachment
from tests.bench.heldout.people import Person

Rows = Sequence[Sequence[str]]


def pdf_lines(name: str, lines: Sequence[str], title: str = "") -> Attachment:
    """A text PDF of labelled lines."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    height = 800
    if title:
        canvas.setFont("Helvetica-Bold", 15)
        canvas.drawString(60, height, title)
        height -= 34
    canvas.setFont("Helvetica", 11)
    for line in lines:
        canvas.drawString(60, height, line)
        height -= 19
    canvas.save()
    return Attachment(name, "application/pdf", out.getvalue())


def pdf_table(name: str, rows: Rows, title: str = "") -> Attachment:
    """A text PDF with a ruled table."""
    out = io.BytesIO()
    style = getSampleStyleSheet()
    made = Table([list(row) for row in rows], colWidths=[150, 320])
    made.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    story: list[Flowable] = [Paragraph(title, style["Heading2"]), Spacer(1, 10), made]
    SimpleDocTemplate(out, pagesize=A4, invariant=1).build(story)
    return Attachment(name, "application/pdf", out.getvalue())


def png(name: str) -> Attachment:
    """A picture by itself: what it shows, nobody reads."""
    return Attachment(name, "image/png", PIXEL)


def pdf_scan(name: str) -> Attachment:
    """A PDF that holds only the picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(PIXEL)), 40, 400, width=480, preserveAspectRatio=True)
    canvas.save()
    return Attachment(name, "application/pdf", out.getvalue())


def _rtf_escape(text: str) -> str:
    out = []
    for sign in text:
        if sign in "\\{}":
            out.append("\\" + sign)
        elif ord(sign) < 128:
            out.append(sign)
        else:
            code = ord(sign) if ord(sign) < 32768 else ord(sign) - 65536
            out.append(f"\\u{code}?")
    return "".join(out)


def rtf(name: str, lines: Sequence[str], rows: Rows = ()) -> Attachment:
    """Labelled lines, and perhaps a table, as WordPad saves them."""
    body = "".join(f"\\pard {_rtf_escape(line)}\\par\n" for line in lines)
    for row in rows:
        stops = "".join(f"\\cellx{4000 * (at + 1)}" for at in range(len(row)))
        body += (
            f"\\trowd{stops}\\intbl " + "".join(f"{_rtf_escape(value)}\\cell " for value in row) + "\\row\n"
        )
    text = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0\\nouicompat{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}}\n"
        "{\\*\\generator Riched20 10.0.22621}\\viewkind4\\uc1\n" + body + "}\n"
    )
    return Attachment(name, "application/rtf", text.encode("ascii"))


def vcard(
    name: str,
    who: Sequence[Person],
    notes: Sequence[str] = (),
    version: str = "3.0",
    kind: str = "text/vcard",
) -> Attachment:
    """Cards of these persons, with birthday and notes."""
    cards = []
    for person in who:
        card = vobject.vCard()
        card.add("n").value = vobject.vcard.Name(family=person.last, given=person.first)
        card.add("fn").value = person.full
        phone = card.add("tel")
        phone.value = person.mobile
        phone.type_param = "CELL"
        card.add("email").value = person.email
        street = person.address.short() + (f" bus {person.address.box}" if person.address.box else "")
        card.add("adr").value = vobject.vcard.Address(
            street=street, city=person.address.town, code=person.address.postcode, country="België"
        )
        card.add("bday").value = person.birth.isoformat()
        for note in notes:
            card.add("note").value = note
        text = str(card.serialize())
        cards.append(
            text
            if version == "3.0"
            else text.replace("VERSION:3.0", "VERSION:4.0").replace("TYPE=CELL", "TYPE=cell")
        )
    return Attachment(name, kind, "".join(cards).encode("utf-8"))


def csv_file(name: str, rows: Rows, delimiter: str = ";", bom: bool = True) -> Attachment:
    """Rows as Excel in Belgium exports them."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return Attachment(name, "text/csv", out.getvalue().encode("utf-8-sig" if bom else "utf-8"))


def zipped(name: str, inside: Attachment) -> Attachment:
    """The file in an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(inside.name, (2026, 3, 2, 9, 0, 0)), inside.data)
    return Attachment(name, "application/zip", out.getvalue())


def attached_mail(sender: str, subject: str, lines: Sequence[str]) -> Attachment:
    """An older mail as an attachment."""
    body = base64.encodebytes("\r\n".join(lines).encode("utf-8")).decode()
    text = (
        f"From: <{sender}>\nTo: <team@kindengezin.example>\nSubject: {subject}\nDate: Mon, 02 Mar "
        "2026 09:12:00 +0000\n"
        "Message-ID: <older.1@kindengezin.example>\nMIME-Version: 1.0\nContent-Type: text/plain; "
        'charset="utf-8"\n'
        f"Content-Transfer-Encoding: base64\n\n{body}"
    )
    return Attachment(f"{subject}.eml", "message/rfc822", text.encode("ascii"))
