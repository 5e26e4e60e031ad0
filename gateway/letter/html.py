"""text/html, as Outlook, Word and phones write it, to lines and tables.

The page is walked once in document order. A table that only lays out the page is read as if it
were not there; a table of data keeps its rows and cells. Earlier mail quoted below ends the page.
"""

import re
from contextlib import suppress

from lxml import etree, html

from gateway.letter.bounds import TooComplex
from gateway.letter.characters import clean_line
from gateway.letter.visibility import Sheets, declared_style, has_colour, is_hidden, read_sheets
from gateway.mail.document import Block, Line, Row, Table

MAX_ELEMENTS = 20_000
MAX_DEPTH = 150
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_QUOTE_IDS = ("appendonsend", "divrplyfwdmsg", "mail-editor-reference-message-container")
_QUOTE_CLASSES = (
    "gmail_quote",
    "gmail_quote_container",
    "outlookmessageheader",
    "moz-cite-prefix",
    "yahoo_quoted",
)
_SIGNATURE_IDS = ("signature", "ms-outlook-mobile-signature", "applemailsignature")
_SIGNATURE_CLASSES = ("gmail_signature", "moz-signature")
_SPACES = re.compile(r"[ \t\r\n\f]+")


class _QuotedMailBegins(Exception):
    """Everything from here on is an earlier mail."""


def read_html(page: str, source: str) -> tuple[Block, ...]:
    """The visible blocks of ``page``; ``source`` begins each place. Raises TooComplex, DeceptiveText."""
    try:
        root = _parse(page)
    except etree.ParserError:
        # No element at all: an empty page, or end tags alone.
        return ()
    _require_bounds(root)
    reader = _Reader(source, read_sheets(sheet.text or "" for sheet in root.iter("style")))
    with suppress(_QuotedMailBegins):
        reader.walk(root, on_colour=False)
    reader.end_line()
    return tuple(reader.blocks)


def _parse(page: str) -> etree._Element:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True)
    return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)


def _require_bounds(root: etree._Element) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > MAX_DEPTH or elements > MAX_ELEMENTS:
            raise TooComplex


class _Reader:
    """Walks one page. ``blocks`` grows in reading order; ``pending`` is the line being read."""

    def __init__(self, source: str, sheets: Sheets) -> None:
        self.blocks: list[Block] = []
        self._source = source
        self._sheets = sheets
        self._pending: list[str] = []
        self._gap = False
        self._tables = 0

    def walk(self, element: etree._Element, *, on_colour: bool) -> None:
        """Reads ``element`` and all in it, not its tail."""
        if self._is_skipped(element, on_colour=on_colour):
            return
        tag = _tag(element)
        on_colour = on_colour or has_colour(element, self._sheets)
        if tag == "br":
            self._gap = self._gap or not "".join(self._pending).strip()
            self.end_line()
        elif tag == "table" and _holds_data(element):
            self._read_table(element, on_colour=on_colour)
        else:
            self._read_children(element, is_block=tag in _BLOCK_TAGS, on_colour=on_colour)

    def end_line(self) -> None:
        """Closes the line being read; one that holds only blanks becomes a gap above the next."""
        text = clean_line("".join(self._pending))
        if text:
            place = f"{self._source}, line {len(self.blocks) + 1}"
            self.blocks.append(Line(text, place, blank_before=self._gap))
        self._gap = not text and (self._gap or bool("".join(self._pending)))
        self._pending.clear()

    def _is_skipped(self, element: etree._Element, *, on_colour: bool) -> bool:
        if _marked(element, _QUOTE_IDS, _QUOTE_CLASSES):
            raise _QuotedMailBegins
        if _tag(element) == "blockquote" and element.get("type", "").lower() == "cite":
            return True
        return _marked(element, _SIGNATURE_IDS, _SIGNATURE_CLASSES) or is_hidden(
            element, self._sheets, on_colour=on_colour
        )

    def _read_children(self, element: etree._Element, *, is_block: bool, on_colour: bool) -> None:
        if is_block:
            self._end_line_at_block()
        if "mso-tab-count" in declared_style(element):
            self._pending.append("\t")
        else:
            self._add_text(element.text, preformatted=_tag(element) == "pre")
            for child in element:
                self.walk(child, on_colour=on_colour)
                self._add_text(child.tail, preformatted=_tag(element) == "pre")
        if is_block:
            self._end_line_at_block()

    def _end_line_at_block(self) -> None:
        if "".join(self._pending).strip(" "):
            self.end_line()
        else:
            self._pending.clear()

    def _add_text(self, text: str | None, *, preformatted: bool) -> None:
        if text and preformatted:
            *lines, last = text.replace("\r\n", "\n").split("\n")
            for line in lines:
                self._pending.append(line)
                self.end_line()
            self._pending.append(last)
        elif text:
            self._pending.append(_SPACES.sub(_folded, text))

    def _read_table(self, table: etree._Element, *, on_colour: bool) -> None:
        self.end_line()
        self._tables += 1
        rows: list[Row] = []
        for element in table.iter("tr"):
            if is_hidden(element, self._sheets, on_colour=on_colour):
                continue
            place = f"{self._source}, table {self._tables}, row {len(rows) + 1}"
            ground = on_colour or has_colour(element, self._sheets)
            cells = tuple(self._read_cell(cell, on_colour=ground) for cell in _cells(element))
            if any(cells):
                rows.append(Row(cells, place))
        if rows:
            self.blocks.append(Table(tuple(rows)))

    def _read_cell(self, cell: etree._Element, *, on_colour: bool) -> tuple[str, ...]:
        inner = _Reader(self._source, self._sheets)
        inner.walk(cell, on_colour=on_colour)
        inner.end_line()
        return tuple(block.text for block in inner.blocks if isinstance(block, Line))


def _folded(blanks: re.Match[str]) -> str:
    """A tab within a line was typed to part columns; around a line's end it only indents the source."""
    run = blanks.group()
    return "\t" if "\t" in run and "\n" not in run and "\r" not in run else " "


def _tag(element: etree._Element) -> str:
    return str(element.tag).lower()


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if _tag(cell) in ("td", "th")]


def _marked(element: etree._Element, ids: tuple[str, ...], classes: tuple[str, ...]) -> bool:
    # Outlook puts x_ before names of an earlier mail that it carries along.
    if element.get("id", "").lower().removeprefix("x_") in ids:
        return True
    return any(name.lower().removeprefix("x_") in classes for name in element.get("class", "").split())


def _holds_data(table: etree._Element) -> bool:
    """Whether some row has two filled cells and no cell holds a table of its own."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return any(
        sum(bool("".join(map(str, cell.itertext())).strip()) for cell in _cells(row)) > 1
        for row in table.iter("tr")
    )
