"""Small attachments that would cost a reader all memory or time are refused, and soon.

Each is read in a process of its own whose address space is bounded as that of the sandbox is.
"""

import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.attachments.sheaf import MAX_BYTES
from tests.support import office

MEMORY_BYTES = 512 * 1024 * 1024
# Of the processor, so that what else the machine does counts for nothing; and of the clock, for what waits.
SECONDS, WAIT_SECONDS = 10, 90
MEGABYTE = 1024 * 1024
READER = f"""
import resource, sys
from gateway.letter.parts import Attachment
from gateway.attachments.read import read_attachment
content = sys.stdin.buffer.read()
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
used = resource.getrusage(resource.RUSAGE_SELF)
most = int(used.ru_utime + used.ru_stime) + {SECONDS}
resource.setrlimit(resource.RLIMIT_CPU, (most, most))
found = read_attachment(Attachment(content, "", sys.argv[1], "attachment 1"))
print(getattr(found, "code", "read"))
"""
TOO_COMPLEX, ATTACHMENT, PICTURE, UNDECODABLE, READ = (
    "message.too_complex", "message.attachment", "message.picture", "message.undecodable", "read",
)  # fmt: skip


def outcome(content: bytes, name: str = "") -> str:
    """What becomes of ``content`` within the bounds: a refusal's code, or ``read``."""
    assert len(content) <= MAX_BYTES
    done = subprocess.run(
        [sys.executable, "-c", READER, name],
        input=content, capture_output=True, timeout=WAIT_SECONDS, check=True, cwd=Path(__file__).parents[2],
        env=os.environ | {"COVERAGE_PROCESS_CONFIG": ""},  # following every line takes longer than reading
    )  # fmt: skip
    return done.stdout.decode().strip()


def docx(document: str) -> bytes:
    return office.word(document)


def nested_word(levels: int) -> bytes:
    table = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return docx(table[0] * levels + "<w:p/>" + table[1] * levels)


def entities() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    parts = office.unzipped(docx("<w:p/>"))
    body = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>&l11;</w:t></w:r></w:p></w:body></w:document>'
    return office.zipped({**parts, "word/document.xml": f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}]>{body}'})


def entity_from_a_file() -> bytes:
    parts = office.unzipped(docx("<w:p/>"))
    body = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    return office.zipped(
        {**parts, "word/document.xml": f'<!DOCTYPE d [<!ENTITY x SYSTEM "/etc/passwd">]>{body}'}
    )


def many_attributes() -> bytes:
    return docx("<w:p " + " ".join(f'a{n}=""' for n in range(800_000)) + "/>")


def chain_of_styles() -> bytes:
    styles = "".join(
        f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(1, 60_000)
    )
    hidden = '<w:style w:styleId="s0"><w:rPr><w:vanish/></w:rPr></w:style>'
    return office.word("<w:p/>", styles=hidden + styles)


def lying_sizes() -> bytes:
    content = bytearray(docx("<w:p/>" * 3_000_000))
    at = content.rindex(b"PK\x01\x02")
    while at >= 0:
        content[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = content.rfind(b"PK\x01\x02", 0, at)
    return bytes(content)


def many_entries() -> bytes:
    return office.zipped({f"{number}": b"" for number in range(60_000)})


def strings_shared_by_all_cells() -> bytes:
    cells = "".join('<c t="s"><v>0</v></c>' for _ in range(30_000))
    strings = f"<si><t>{'x&#10;' * 100_000}</t></si>"
    return office.workbook({"a": f"<sheetData><row>{cells}</row></sheetData>"}, strings=strings)


def cells_far_apart() -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XF{chr(65 + n % 4)}{n}"><v>1</v></c></row>'
        for n in range(1, 20_000)
    )
    return office.workbook({"a": f"<sheetData>{rows}</sheetData>"})


def cells_repeated() -> bytes:
    long = f"<text:p>{'x' * 10_000}</text:p>"
    cell = f'<table:table-cell table:number-columns-repeated="16384">{long}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell * 100}</table:table-row>'
    return office.odf(f"<office:spreadsheet><table:table>{row}</table:table></office:spreadsheet>")


def spaces_counted() -> bytes:
    spaces = '<text:s text:c="999999999"/>' * 50_000
    return office.odf(f"<office:text><text:p>{spaces}x</text:p></office:text>")


def pdf(*objects: bytes) -> bytes:
    """A PDF of the given objects, numbered from 1, the first of them the catalog."""
    found = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return bytes(
        found + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    )


def pdf_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """A PDF whose one page has the stream object ``content``; ``more`` are objects 5 and further."""
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s%s>>>>" % (
        font,
        resources,
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content, *more)


def stream(content: bytes, dictionary: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), dictionary, content)


def inflating_stream() -> bytes:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * MEGABYTE) for _ in range(200)) + packer.flush()
    return pdf_page(stream(packed, b"/Filter/FlateDecode"))


def stream_inflating_twice() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * (100 * MEGABYTE), 9), 9)
    return pdf_page(stream(packed, b"/Filter[/FlateDecode/FlateDecode]"))


def forms_within_forms() -> bytes:
    def form(number: int) -> bytes:
        inner = b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1)
        return stream(b"/X Do " * 50, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + inner)

    leaf = stream(b"BT /F1 12 Tf (a) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return pdf_page(
        stream(b"/X Do"), b"/XObject<</X 5 0 R>>", *(form(number) for number in range(5, 14)), leaf
    )


def form_within_itself() -> bytes:
    resources = b"/Resources<</XObject<</X 5 0 R>>>>"
    form = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + resources)
    return pdf_page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", form)


def letters_one_by_one() -> bytes:
    packed = zlib.compress(b"BT /F1 12 Tf [" + b"(a)1" * 500_000 + b"] TJ ET")
    return pdf_page(stream(packed, b"/Filter/FlateDecode"))


def operators_without_end() -> bytes:
    packed = zlib.compress(b"q " * 4_000_000)
    return pdf_page(stream(packed, b"/Filter/FlateDecode"))


def brackets_without_end() -> bytes:
    return pdf_page(stream(b"[" * 2_000_000))


def pages_without_end() -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 100000/Kids[" + b"3 0 R " * 100_000 + b"]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>",
    )


def pages_in_a_ring() -> bytes:
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>")


def objects_without_a_table() -> bytes:
    return b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 400_000


def tables_in_a_ring() -> bytes:
    return b"%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n"


def compound_in_a_ring() -> bytes:
    content = bytearray(office.msg("Naam: Jan"))
    content[-512:] = bytes(4) * 128
    return bytes(content)


BOMBS: dict[str, tuple[Callable[[], bytes], str, set[str]]] = {
    "docx: 100 MB of blanks": (lambda: docx(" " * (100 * MEGABYTE)), "", {TOO_COMPLEX}),
    "docx: three million paragraphs": (lambda: docx("<w:p/>" * 3_000_000), "", {TOO_COMPLEX}),
    "docx: sizes that lie": (lying_sizes, "", {TOO_COMPLEX, ATTACHMENT}),
    "docx: tables 60 deep": (lambda: nested_word(60), "", {TOO_COMPLEX}),
    "docx: tables 30 deep": (lambda: nested_word(30), "", {READ}),
    "docx: a million laughs": (entities, "", {ATTACHMENT}),
    "docx: an entity from a file": (entity_from_a_file, "", {ATTACHMENT}),
    "docx: a million attributes": (many_attributes, "", {TOO_COMPLEX}),
    "docx: a chain of styles": (chain_of_styles, "", {READ}),
    "zip: 60,000 entries": (many_entries, "", {TOO_COMPLEX}),
    "zip: 100 MB in one file": (lambda: office.zipped({"a.txt": bytes(100 * MEGABYTE)}), "", {TOO_COMPLEX}),
    "xlsx: one long string in all cells": (strings_shared_by_all_cells, "", {TOO_COMPLEX}),
    "xlsx: cells far apart": (cells_far_apart, "", {TOO_COMPLEX}),
    "ods: cells repeated": (cells_repeated, "", {TOO_COMPLEX}),
    "odt: counted spaces": (spaces_counted, "", {READ, TOO_COMPLEX}),
    "rtf: braces": (lambda: b"{\\rtf1" + b"{" * (9 * MEGABYTE), "", {TOO_COMPLEX}),
    "rtf: paragraphs": (lambda: b"{\\rtf1" + b"\\par " * MEGABYTE, "", {TOO_COMPLEX, READ}),
    "rtf: rows": (lambda: b"{\\rtf1" + b"\\row " * MEGABYTE, "", {TOO_COMPLEX}),
    "rtf: one control word": (lambda: b"{\\rtf1\\" + b"a" * (9 * MEGABYTE), "", {TOO_COMPLEX}),
    "pdf: no bomb": (lambda: pdf_page(stream(b"BT /F1 12 Tf 60 700 Td (Naam) Tj ET")), "", {READ}),
    "pdf: a stream of 200 MB": (inflating_stream, "", {ATTACHMENT, PICTURE, TOO_COMPLEX}),
    "pdf: a stream packed twice": (stream_inflating_twice, "", {ATTACHMENT, PICTURE, TOO_COMPLEX}),
    "pdf: forms within forms": (forms_within_forms, "", {TOO_COMPLEX}),
    "pdf: a form within itself": (form_within_itself, "", {TOO_COMPLEX}),
    "pdf: letters one by one": (letters_one_by_one, "", {ATTACHMENT, TOO_COMPLEX}),
    "pdf: operators": (operators_without_end, "", {ATTACHMENT, TOO_COMPLEX}),
    "pdf: brackets": (brackets_without_end, "", {ATTACHMENT, TOO_COMPLEX, PICTURE}),
    "pdf: pages": (pages_without_end, "", {ATTACHMENT, TOO_COMPLEX}),
    "pdf: pages in a ring": (pages_in_a_ring, "", {ATTACHMENT, PICTURE, TOO_COMPLEX}),
    "pdf: objects without a table": (objects_without_a_table, "", {ATTACHMENT, TOO_COMPLEX}),
    "pdf: tables in a ring": (tables_in_a_ring, "", {ATTACHMENT, TOO_COMPLEX}),
    "vcf: soft breaks": (
        lambda: b"BEGIN:VCARD\nN;QUOTED-PRINTABLE:" + b"aa=\n" * (2 * MEGABYTE), "", {TOO_COMPLEX},
    ),
    "vcf: colons in quotes": (lambda: b'BEGIN:VCARD\nN;"' + b":" * (9 * MEGABYTE), "", {READ}),
    "csv: columns": (lambda: b";" * (9 * MEGABYTE), "a.csv", {TOO_COMPLEX}),
    "csv: rows": (lambda: b"a;b\n" * (2 * MEGABYTE), "a.csv", {TOO_COMPLEX}),
    "csv: an open quote": (lambda: b'"' + b"a;\n" * (3 * MEGABYTE), "a.csv", {ATTACHMENT}),
    "txt: empty lines": (lambda: b"\n" * (9 * MEGABYTE), "a.txt", {READ, TOO_COMPLEX}),
    "html: elements": (lambda: b"<html>" + b"<b>" * (3 * MEGABYTE), "", {TOO_COMPLEX}),
    "tnef: attributes": (lambda: office.tnef([(1, 0x8000, b"")] * 500_000), "", {TOO_COMPLEX}),
    "tnef: properties": (
        lambda: office.tnef([(1, 0x69003, b"\xff\xff\xff\x7f" + bytes(9 * MEGABYTE))]), "", {TOO_COMPLEX},
    ),
    "msg: sectors in a ring": (compound_in_a_ring, "", {READ, ATTACHMENT, TOO_COMPLEX}),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_the_bounds_of_time_and_memory(name: str) -> None:
    build, file_name, outcomes = BOMBS[name]
    assert outcome(build(), file_name) in outcomes
