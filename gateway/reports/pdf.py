"""A document as PDF on A4: its fonts inside, so that it looks the same everywhere, its pages numbered."""

import io
import unicodedata
from functools import cache
from typing import Any, assert_never
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, SimpleDocTemplate, Spacer, Table
from reportlab.platypus import Paragraph as Text

from gateway.reports import blocks
from gateway.reports.blocks import Block, Document, Facts, Fill, Grid, Heading, Value, marked, opened

# Bitstream Vera comes with reportlab.
_PLAIN, _BOLD = "Vera", "VeraBd"
_INK, _FAINT, _HEAD, _LINE, _OPEN = map(HexColor, ("#1a1a1a", "#5f6b73", "#16425b", "#c8d1d8", "#fff3b0"))
_MARGIN, _FOOT = 18 * mm, 12 * mm
_GAP = 6  # what a frame keeps free at its sides
_WIDTH = A4[0] - 2 * (_MARGIN + _GAP)
_PADDING = 3
_LEAST = 40 * mm  # of a long table that begins on a page, with its heading

_BODY = ParagraphStyle("body", fontName=_PLAIN, fontSize=8.2, leading=11.5, textColor=_INK)
_TITLE = ParagraphStyle("title", _BODY, fontName=_BOLD, fontSize=15, leading=19, textColor=_HEAD)
_SUBTITLE = ParagraphStyle("subtitle", _BODY, textColor=_FAINT, spaceAfter=8)
_PART = ParagraphStyle("part", _BODY, fontName=_BOLD, fontSize=10, leading=14, textColor=_HEAD, spaceBefore=8)
_NAME = ParagraphStyle("name", _BODY, textColor=_FAINT)
_TOP = ParagraphStyle("top", _BODY, fontName=_BOLD, fontSize=8)
_CELL = ParagraphStyle("cell", _BODY, fontSize=8, leading=10.5)
_COUNT = ParagraphStyle("count", _CELL, alignment=TA_RIGHT)


def as_pdf(document: Document) -> bytes:
    """The document, the same bytes whenever it is the same."""
    _register_fonts()
    buffer = io.BytesIO()
    template = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN,
        bottomMargin=_MARGIN + _FOOT, title=document.title, author="gateway",
        lang=document.language, invariant=1,
    )  # fmt: skip
    top = [_text(document.title, _TITLE), _text(document.subtitle, _SUBTITLE)]
    flow = [piece for group in _groups(document.blocks) for piece in _group(group, document.language)]
    template.build([*top, *flow], canvasmaker=_numbered(document.footer))
    return buffer.getvalue()


@cache
def _register_fonts() -> None:
    for name in (_PLAIN, _BOLD):
        pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))


def _groups(parts: tuple[Block, ...]) -> list[list[Block]]:
    """A heading stays with what follows it, an explanation with what it explains, the end with all before."""
    groups: list[list[Block]] = []
    for part in parts:
        if groups and _belongs(part, groups[-1]):
            groups[-1].append(part)
        else:
            groups.append([part])
    if len(groups) > 1 and not any(isinstance(part, Grid) for group in groups[-2:] for part in group):
        groups[-2:] = [[*groups[-2], *groups[-1]]]
    return groups


def _belongs(part: Block, group: list[Block]) -> bool:
    under = isinstance(group[0], Heading) and isinstance(group[-1], blocks.Paragraph)
    return isinstance(group[-1], Heading) or (under and isinstance(part, Facts | Grid))


def _group(parts: list[Block], language: str) -> list[Flowable]:
    flow = [piece for part in parts for piece in _flow(part, language)]
    long = any(isinstance(part, Grid) and len(part.rows) > 12 for part in parts)
    return [CondPageBreak(_LEAST), *flow] if long else [KeepTogether(flow)]


def _flow(block: Block, language: str) -> list[Flowable]:
    match block:
        case Heading(text):
            return [_text(text, _PART), Spacer(0, 2)]
        case blocks.Paragraph(text):
            return [_value(text, language, _BODY), Spacer(0, 4)]
        case Facts(pairs):
            return [_facts(pairs, language), Spacer(0, 4)]
        case Grid():
            return [_grid(block), Spacer(0, 6)]
        case _:
            assert_never(block)


def _facts(pairs: tuple[tuple[str, Value], ...], language: str) -> Flowable:
    cells = [[_text(opened(name), _NAME), _value(value, language, _BODY)] for name, value in pairs]
    # What a person wrote may be longer than a page.
    return Table(cells, colWidths=[_WIDTH * 0.26, _WIDTH * 0.74], style=_rules(0), splitInRow=1)


def _grid(grid: Grid) -> Flowable:
    styles = [_COUNT if place in grid.right else _CELL for place in range(len(grid.names))]
    top = [
        _text(name, _TOP if style is _CELL else _top_right())
        for name, style in zip(grid.names, styles, strict=True)
    ]
    cells = [[_text(cell, style) for cell, style in zip(row, styles, strict=True)] for row in grid.rows]
    widths = [_WIDTH * share / sum(grid.shares) for share in grid.shares]
    return Table([top, *cells], colWidths=widths, style=_rules(1), repeatRows=1)


def _top_right() -> ParagraphStyle:
    return ParagraphStyle("top right", _TOP, alignment=TA_RIGHT)


def _rules(heads: int) -> list[tuple[Any, ...]]:
    rules: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, _LINE),
        ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), _PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
    ]
    return [*rules, *([("LINEBELOW", (0, 0), (-1, 0), 0.8, _HEAD)] if heads else [])]


def _value(value: Value, language: str, style: ParagraphStyle) -> Flowable:
    if isinstance(value, Fill):
        open_ = ParagraphStyle("open", style, backColor=_OPEN, borderPadding=2)
        return _text(marked(value, language), open_)
    return _text(value, style)


def _text(text: str, style: ParagraphStyle) -> Text:
    return Text(escape(_drawable(text)).replace("\n", "<br/>"), style)


def _drawable(text: str) -> str:
    """``text`` in characters that the font has: accents it lacks left out, a question mark for the rest."""
    font: Any = pdfmetrics.getFont(_PLAIN)
    known = font.face.charToGlyph
    return "".join(char if char == "\n" or ord(char) in known else _nearest(char, known) for char in text)


def _nearest(char: str, known: dict[int, int]) -> str:
    plain = "".join(part for part in unicodedata.normalize("NFKD", char) if ord(part) in known)
    return plain or ("" if unicodedata.combining(char) else "?")


def _numbered(footer: str) -> type[Canvas]:
    """A canvas that writes ``footer`` and "page / pages" below every page, once all are known."""

    class Numbered(Canvas):
        def __init__(self, *args: Any, **keywords: Any) -> None:
            super().__init__(*args, **keywords)
            self._pages: list[dict[str, Any]] = []
            self._begin: Any = getattr(self, "_startPage")  # noqa: B009 - the stubs leave it out

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._pages.append(dict(self.__dict__))
            self._begin()

        def save(self) -> None:
            for place, page in enumerate(self._pages, 1):
                self.__dict__.update(page)
                self.setFont(_PLAIN, 7)
                self.setFillColor(_FAINT)
                self.drawString(_MARGIN + _GAP, _FOOT, _drawable(footer))
                self.drawRightString(A4[0] - _MARGIN - _GAP, _FOOT, f"{place} / {len(self._pages)}")
                super().showPage()
            super().save()

    return Numbered
