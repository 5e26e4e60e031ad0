"""A document as DOCX, for a person to go on writing in: what is still open is marked in yellow."""

import io
from typing import Any, assert_never

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as Text

from gateway.reports.blocks import (
    Block,
    Document,
    Facts,
    Fill,
    Grid,
    Heading,
    Paragraph,
    Value,
    marked,
    opened,
)

_FONT, _HEAD = "Calibri", RGBColor(0x16, 0x42, 0x5B)
_WIDTH_CM, _NAME_CM = 17.4, 5.2
_LOCALES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}


def as_docx(document: Document) -> bytes:
    """The document on A4."""
    word = docx.Document()
    _prepare(word, document)
    word.add_heading(_plain(document.title), 0)
    word.add_paragraph(_plain(document.subtitle))
    for block in document.blocks:
        _add(word, block, document.language)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _prepare(word: WordDocument, document: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    styles: Any = word.styles
    styles["Normal"].font.name, styles["Normal"].font.size = _FONT, Pt(10)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1"):
        styles[name].font.name, styles[name].font.color.rgb = _FONT, _HEAD
        styles[name].element.rPr.rFonts.attrib.clear()
        styles[name].element.rPr.rFonts.set(qn("w:ascii"), _FONT)
        styles[name].element.rPr.rFonts.set(qn("w:hAnsi"), _FONT)
    styles["Title"].font.size, styles["Heading 1"].font.size = Pt(20), Pt(13)
    word.core_properties.title, word.core_properties.author = _plain(document.title), "gateway"
    word.core_properties.language = _LOCALES.get(document.language, document.language)
    word.core_properties.created = word.core_properties.modified = document.made.replace(tzinfo=None)
    _foot(section.footer.paragraphs[0], document.footer)


def _add(word: WordDocument, block: Block, language: str) -> None:
    match block:
        case Heading(text):
            word.add_heading(_plain(text), 1)
        case Paragraph(text):
            _write(word.add_paragraph(), text, language)
        case Facts(pairs):
            _add_facts(word, pairs, language)
        case Grid():
            _add_grid(word, block)
        case _:
            assert_never(block)


def _add_facts(word: WordDocument, pairs: tuple[tuple[str, Value], ...], language: str) -> None:
    table = word.add_table(rows=0, cols=2, style="Table Grid")
    _widen(table, (_NAME_CM, _WIDTH_CM - _NAME_CM))
    for name, value in pairs:
        left, right = table.add_row().cells
        _write(left.paragraphs[0], opened(name), language)
        _write(right.paragraphs[0], value, language)
    _gap(word)


def _add_grid(word: WordDocument, grid: Grid) -> None:
    table = word.add_table(rows=0, cols=len(grid.names), style="Table Grid")
    _widen(table, tuple(_WIDTH_CM * share / sum(grid.shares) for share in grid.shares))
    for place, row in enumerate((grid.names, *grid.rows)):
        cells = table.add_row().cells
        for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
            _fill(cell, text, bold=place == 0, right=column in grid.right)
    _repeat(table.rows[0])
    _gap(word)


def _widen(table: Table, widths: tuple[float, ...]) -> None:
    """Fixed widths in cm, for the columns: the cells that are added take them over."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)


def _gap(word: WordDocument) -> None:
    """A little room below a table."""
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)


def _fill(cell: _Cell, text: str, *, bold: bool, right: bool) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(_plain(text))
    run.bold, run.font.size = bold, Pt(8.5)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _write(paragraph: Text, value: Value, language: str) -> None:
    run = paragraph.add_run(_plain(marked(value, language)))
    if isinstance(value, Fill):
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _repeat(row: Any) -> None:
    """The heading of a table on every page it goes on to."""
    mark: Any = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _foot(paragraph: Text, footer: str) -> None:
    """The footer and "page / pages"; Word itself counts (ECMA-376 part 1, 17.16.5.44 and 17.16.5.42)."""
    paragraph.add_run(_plain(f"{footer}    ")).font.size = Pt(8)
    for field, after in (("PAGE", " / "), ("NUMPAGES", "")):
        simple: Any = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        paragraph._p.append(simple)
        paragraph.add_run(after).font.size = Pt(8)


def _plain(text: str) -> str:
    """``text`` without the characters that XML has no place for."""
    return "".join(char if char.isprintable() or char == "\n" else " " for char in text)
