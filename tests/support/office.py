"""Attachments for tests: as office programs' own libraries write them, and by hand where those cannot."""

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import docx
import openpyxl
from odf import opendocument, table, text
from reportlab.pdfgen.canvas import Canvas

from gateway.attachments.read import read_attachment
from gateway.attachments.sheaf import ReadAttachment
from gateway.decision import Code
from gateway.letter.parts import Attachment
from gateway.mail.document import Block, Line, Table, Unreadable

FORM = (
    ("Voornaam", "Mieke"),
    ("Naam", "Verbeeck"),
    ("Adres", "Dorpsstraat 12 bus 3, 1670 Pepingen"),
    ("Telefoon", "0470 12 34 56"),
)
PLACE = "attachment 1"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"

Rows = Iterable[Sequence[str]]


def attached(content: bytes, *, media_type: str = "", name: str = "") -> Attachment:
    """``content`` as the first attachment of a mail."""
    return Attachment(content, media_type, name, PLACE)


def read(content: bytes, *, media_type: str = "", name: str = "") -> ReadAttachment:
    """What is read of ``content``, which must be readable."""
    found = read_attachment(attached(content, media_type=media_type, name=name))
    assert isinstance(found, ReadAttachment), found
    return found


def refusal(content: bytes, *, media_type: str = "", name: str = "") -> Code:
    """Why ``content`` is not read."""
    found = read_attachment(attached(content, media_type=media_type, name=name))
    assert isinstance(found, Unreadable), found
    return Code(found.code)


def shown(blocks: Iterable[Block]) -> list[Any]:
    """Blocks without places: a line as text, a table as rows of cells, a cell's lines joined by ``/``."""
    return [
        block.text
        if isinstance(block, Line)
        else [["/".join(cell) for cell in row.cells] for row in block.rows]
        for block in blocks
    ]


def words(blocks: Iterable[Block]) -> str:
    """All text of ``blocks``."""
    return repr(shown(blocks))


def places(blocks: Iterable[Block]) -> list[str]:
    """The place of every line and row."""
    return [
        place
        for block in blocks
        for place in ([row.place for row in block.rows] if isinstance(block, Table) else [block.place])
    ]


def zipped(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP file of ``parts``."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The parts of a ZIP file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def saved(document: Any) -> bytes:
    """What a library's document writes."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def word_form(rows: Rows = FORM) -> bytes:
    """A Word document as python-docx writes it: a title, then a table."""
    document = docx.Document()
    document.add_heading("Doorverwijsformulier")
    listed = list(rows)
    grid = document.add_table(rows=0, cols=len(listed[0]))
    for row in listed:
        for cell, value in zip(grid.add_row().cells, row, strict=True):
            cell.text = value
    return saved(document)


def sheet_form(rows: Rows = FORM) -> bytes:
    """An Excel workbook as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Blad1", 0)
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def odt_form(rows: Rows = FORM) -> bytes:
    """An OpenDocument text as odfpy writes it: a title, then a table."""
    document = opendocument.OpenDocumentText()
    document.text.addElement(text.H(outlinelevel=1, text="Doorverwijsformulier"))
    document.text.addElement(_odf_table(rows))
    return saved(document)


def ods_form(rows: Rows = FORM) -> bytes:
    """An OpenDocument spreadsheet as odfpy writes it."""
    document = opendocument.OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(_odf_table(rows))
    return saved(document)


def _odf_table(rows: Rows) -> Any:
    grid = table.Table(name="Blad1")
    for row in rows:
        line = table.TableRow()
        for value in row:
            cell = table.TableCell(valuetype="string")
            cell.addElement(text.P(text=value))
            line.addElement(cell)
        grid.addElement(line)
    return grid


def pdf_form(rows: Rows = FORM, **options: Any) -> bytes:
    """A PDF as ReportLab writes it: a title, then labels and values in two columns."""
    stream = BytesIO()
    canvas = Canvas(stream, **options)
    canvas.drawString(60, 780, "Doorverwijsformulier")
    for number, (label, value) in enumerate(rows):
        canvas.drawString(60, 740 - 20 * number, label)
        canvas.drawString(220, 740 - 20 * number, value)
    canvas.save()
    return stream.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word document around ``body``. ``parts``: ``styles``, ``header``, ``footer`` as inner XML."""
    namespaces = f'xmlns:w="{_W}" xmlns:mc="{_MC}" xmlns:r="{_R}"'
    roots = {"styles": "styles", "header": "hdr", "footer": "ftr"}
    links = "".join(f'<Relationship Id="r-{name}" Type="{_R}/{name}" Target="{name}.xml"/>' for name in parts)
    margins = "".join(f'<w:{name}Reference r:id="r-{name}"/>' for name in parts if name != "styles")
    sections = f"<w:sectPr>{margins}</w:sectPr>"
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relationships(
                f'<Relationship Type="{_R}/officeDocument" Target="word/document.xml"/>'
            ),
            "word/_rels/document.xml.rels": _relationships(links),
            "word/document.xml": f"<w:document {namespaces}><w:body>{body}{sections}</w:body></w:document>",
            **{
                f"word/{name}.xml": f"<w:{roots[name]} {namespaces}>{inner}</w:{roots[name]}>"
                for name, inner in parts.items()
            },
        }
    )


def workbook(
    sheets: Mapping[str, str], *, strings: str = "", styles: str = "", states: Sequence[str] = ()
) -> bytes:
    """An Excel workbook whose sheets have the given inner XML, the first with the first of ``states``."""
    entries, links, parts = "", "", {}
    for number, (name, inner) in enumerate(sheets.items()):
        state = f' state="{states[number]}"' if number < len(states) else ""
        entries += f'<sheet name="{name}" sheetId="{number + 1}" r:id="s{number}"{state}/>'
        links += f'<Relationship Id="s{number}" Type="{_R}/worksheet" Target="worksheets/{number}.xml"/>'
        parts[f"xl/worksheets/{number}.xml"] = f'<worksheet xmlns="{_S}">{inner}</worksheet>'
    for name, root, inner in (("sharedStrings", "sst", strings), ("styles", "styleSheet", styles)):
        if inner:
            links += f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>'
            parts[f"xl/{name}.xml"] = f'<{root} xmlns="{_S}">{inner}</{root}>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relationships(
                f'<Relationship Type="{_R}/officeDocument" Target="xl/workbook.xml"/>'
            ),
            "xl/_rels/workbook.xml.rels": _relationships(links),
            "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{entries}</sheets></workbook>',
            **parts,
        }
    )


def odf(body: str, styles: str = "", *, manifest: str = "") -> bytes:
    """An OpenDocument file around ``body`` (with ``office:text`` or ``office:spreadsheet``)."""
    names = "".join(f' xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "style", "text", "table"))
    names += f' xmlns:draw="{_ODF}:drawing:1.0" xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content{names}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body>{body}</office:body></office:document-content>",
            **({"META-INF/manifest.xml": manifest} if manifest else {}),
        }
    )


def _relationships(inner: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{inner}</Relationships>'


def tnef(attributes: Iterable[tuple[int, int, bytes]]) -> bytes:
    """``winmail.dat`` of attributes, each its level, its number, its data."""
    found = bytearray(struct.pack("<IH", 0x223E9F78, 1))
    for level, name, data in attributes:
        found += struct.pack("<BII", level, name, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
    return bytes(found)


def mapi_list(properties: Iterable[tuple[int, int, bytes]]) -> bytes:
    """A list of MAPI properties of variable length, each its type, its number, its value."""
    listed = list(properties)
    found = bytearray(struct.pack("<I", len(listed)))
    for kind, number, value in listed:
        found += struct.pack("<HHII", kind, number, 1, len(value)) + value + bytes(-len(value) % 4)
    return bytes(found)


def compressed_rtf(rtf: bytes) -> bytes:
    """``rtf`` as Outlook stores it (MS-OXRTFCP), every byte as a literal."""
    runs = b"".join(b"\x00" + rtf[start : start + 8] for start in range(0, len(rtf), 8))
    return struct.pack("<II4sI", len(runs) + 12, len(rtf), b"LZFu", 0) + runs


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file (MS-CFB, version 3) of ``streams`` by path."""
    sector = 512
    folders = dict.fromkeys(
        "/".join(path.split("/")[:depth]) for path in streams for depth in range(1, path.count("/") + 1)
    )
    entries: list[tuple[str, int, bytes]] = [("", 5, b"")]
    entries += [(folder, 1, b"") for folder in folders]
    # Streams below 4096 bytes would go into the mini stream, which this writer has not.
    entries += [(path, 2, content.ljust(4096, b"\x00")) for path, content in streams.items()]
    fat: list[int] = []
    data = bytearray()
    starts = []
    for _, kind, content in entries:
        starts.append(len(fat) if kind == 2 else 0xFFFFFFFE)
        count = -(-len(content) // sector)
        fat += [len(fat) + step + 1 for step in range(count - 1)] + [0xFFFFFFFE] * (kind == 2)
        data += content.ljust(count * sector, b"\x00")
    directory = _directory(entries, starts)
    directory_start = len(fat)
    pages = len(directory) // sector
    fat += [directory_start + step + 1 for step in range(pages - 1)] + [0xFFFFFFFE]
    fat_sectors = -(-(len(fat) + 2) // 128)
    fat_sectors = -(-(len(fat) + fat_sectors) // 128)
    fat_start = len(fat)
    fat += [0xFFFFFFFD] * fat_sectors
    table_ = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * sector, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0,
        fat_sectors, directory_start, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    header += struct.pack(
        "<109I", *range(fat_start, fat_start + fat_sectors), *[0xFFFFFFFF] * (109 - fat_sectors)
    )
    return header + bytes(data) + directory + table_


def _directory(entries: list[tuple[str, int, bytes]], starts: list[int]) -> bytes:
    """Entries with their siblings in a chain to the right, which is a valid if unbalanced tree."""
    none = 0xFFFFFFFF
    found = bytearray()
    for index, (path, kind, content) in enumerate(entries):
        parent, _, name = path.rpartition("/")
        inner = [i for i, entry in enumerate(entries) if i and entry[0].rpartition("/")[0] == path]
        mates = [i for i, entry in enumerate(entries) if i and entry[0].rpartition("/")[0] == parent]
        right = next((i for i in mates if i > index), none) if index else none
        child = inner[0] if inner and kind in (1, 5) else none
        encoded = ((name or "Root Entry") + "\x00").encode("utf-16-le")
        found += struct.pack(
            "<64sHBBIII16sIQQIQ", encoded, len(encoded), kind, 1, none, right, child, b"", 0, 0, 0,
            starts[index] if kind == 2 or index == 0 else 0, len(content),
        )  # fmt: skip
    return bytes(found.ljust(-(-len(found) // 512) * 512, b"\x00"))


def msg(text_: str = "", *, html: bytes = b"", files: Mapping[str, bytes] | None = None) -> bytes:
    """A mail as Outlook saves it, its body as text or HTML, with attached files by name."""
    streams = {"__properties_version1.0": bytes(32)}
    if text_:
        streams["__substg1.0_1000001F"] = text_.encode("utf-16-le")
    if html:
        streams["__substg1.0_10130102"] = html
    for number, (name, content) in enumerate((files or {}).items()):
        folder = f"__attach_version1.0_#{number:08X}"
        streams[f"{folder}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        streams[f"{folder}/__substg1.0_37010102"] = content
    return compound(streams)
