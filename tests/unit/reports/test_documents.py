import io
from datetime import UTC, datetime
from typing import Any

import docx
import pypdf
import pytest

from gateway.reports import annex
from gateway.reports.blocks import Block, Document, Facts, Fill, Grid, Heading, Paragraph
from gateway.reports.pdf import as_pdf
from gateway.reports.plain import as_text
from gateway.reports.word import as_docx
from tests.support import reporting

MADE = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


def document(*extra: Paragraph, rows: int = 2, language: str = "nl") -> Document:
    cells = tuple((f"rij {number}", str(number)) for number in range(rows))
    blocks: tuple[Block, ...] = (
        Heading("Eerste deel"),
        Facts((("naam", "waarde <b>&amp;</b>"), ("open", Fill("wie het weet")))),
        Grid(("wat", "aantal"), cells, (3, 1), frozenset({1})),
        *extra,
    )
    return Document("Titel é ç œ €", "ondertitel", blocks, "voet", language, MADE)


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def test_a_pdf_holds_every_text_and_numbers_its_pages() -> None:
    found = pages(as_pdf(document(rows=150)))
    assert len(found) > 1
    assert "Titel é ç œ €" in found[0]
    assert "[IN TE VULLEN: wie het weet]" in found[0]
    assert "waarde <b>&amp;</b>" in found[0]
    assert "rij 149" in "".join(found)
    assert all(f"{number} / {len(found)}" in text for number, text in enumerate(found, 1))
    assert all("wat" in text for text in found[:-1])


def test_what_closes_a_pdf_does_not_go_to_a_page_of_its_own() -> None:
    facts = Facts((("naam", "\n\n"), ("functie", "\n\n")))
    for lines in range(30, 60):
        told = tuple(Paragraph(f"regel {number}") for number in range(lines))
        closing = (Heading("Controle"), Paragraph("uitleg"), facts, Heading("Akkoord"), facts)
        found = pages(as_pdf(Document("Titel", "onder", (*told, *closing), "voet", "nl", MADE)))
        (page,) = [text for text in found if "Akkoord" in text]
        assert "Controle" in page


@pytest.mark.parametrize("rows", [5, 40])
def test_a_heading_does_not_stay_behind_when_its_table_goes_to_the_next_page(rows: int) -> None:
    cells = tuple((f"rij {number}", "1") for number in range(rows))
    table = Grid(("soort", "aantal"), cells, (3, 1))
    for lines in range(30, 60):
        told = tuple(Paragraph(f"regel {number}") for number in range(lines))
        parts: tuple[Block, ...] = (*told, Heading("Bijlage"), Paragraph("uitleg"), table)
        (page,) = [
            text
            for text in pages(as_pdf(Document("Titel", "onder", parts, "voet", "nl", MADE)))
            if "Bijlage" in text
        ]
        assert "rij 0" in page


def test_the_references_of_an_annex_stay_on_one_line() -> None:
    moment = reporting.MARCH
    row = ("20261123-87d8f32844", f"{moment:%Y-%m-%d %H:%M}", "bezorgd", "a@x.example", "b@x.example", "1")
    table = Grid(("a", "b", "c", "d", "e", "f"), (row,), annex.SHARES)
    (page,) = pages(as_pdf(Document("Titel", "onder", (table,), "voet", "nl", MADE)))
    assert row[0] in page.splitlines()
    assert row[1] in page.splitlines()


def test_a_pdf_of_the_same_is_the_same_and_brings_its_fonts() -> None:
    content = as_pdf(document())
    assert content == as_pdf(document())
    resources: Any = pypdf.PdfReader(io.BytesIO(content)).pages[0]["/Resources"]
    fonts = resources["/Font"]
    embedded = [
        f["/FontDescriptor"] for font in fonts.values() if "/FontDescriptor" in (f := font.get_object())
    ]
    assert embedded
    assert all("/FontFile2" in descriptor.get_object() for descriptor in embedded)


@pytest.mark.parametrize(("text", "shown"), [("ǎb", "ab"), ("日x", "?x"), ("šđ", "šđ"), ("fĳn", "fijn")])
def test_characters_that_the_font_lacks_are_told_as_well_as_can_be(text: str, shown: str) -> None:
    assert shown in pages(as_pdf(document(Paragraph(text))))[0]


def test_a_word_document_marks_what_is_open() -> None:
    word = docx.Document(io.BytesIO(as_docx(document())))
    cell = word.tables[0].rows[1].cells[1]
    assert cell.text == "[IN TE VULLEN: wie het weet]"
    assert [run.font.highlight_color is not None for run in cell.paragraphs[0].runs] == [True]
    assert [row.cells[0].text for row in word.tables[1].rows] == ["wat", "rij 0", "rij 1"]
    assert word.core_properties.language == "nl-BE"


def test_a_word_document_takes_characters_that_xml_has_no_place_for() -> None:
    assert (
        docx.Document(io.BytesIO(as_docx(document(Paragraph("a\x00b\x0bc"))))).paragraphs[-1].text == "a b c"
    )


@pytest.mark.parametrize(("language", "mark"), [("fr", "À COMPLÉTER"), ("en", "TO BE FILLED IN")])
def test_text_tells_the_same(language: str, mark: str) -> None:
    said = as_text(document(Paragraph("lang " * 40), language=language))
    assert f"[{mark}" in said
    assert "rij 1  1" in said
    assert all(len(line) <= 100 for line in said.splitlines())
