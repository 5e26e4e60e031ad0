"""Excel workbooks (ECMA-376 part 1, SpreadsheetML) to the tables a person sees.

Read from the XML itself, for the reasons ``word`` gives. A formula counts for the value it had when
the file was saved; comments, charts and what is hidden are not read.
"""

import re
from collections.abc import Iterator

from gateway.attachments.archive import Container
from gateway.attachments.relations import relations
from gateway.attachments.sheaf import MAX_CELLS, Refused, Sheaf
from gateway.attachments.sheetstyles import Formats, formats_of
from gateway.attachments.xmlparts import Element, attribute, below, child, local, parse_xml
from gateway.decision import Code
from gateway.letter.bounds import MAX_CHARACTERS
from gateway.mail.document import Block

_REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]{1,7}\Z")
_TRUE = ("1", "true")
_LAST_COLUMN = 16_384

Row = dict[int, str]


def read_sheet(container: Container, main: str, place: str) -> tuple[Block, ...]:
    """The visible cells of every visible sheet. Raises Refused, DeceptiveText."""
    links = relations(container, main)
    targets = {link.id: link.target for link in links if link.kind == "worksheet"}
    shared = _part(container, next((link.target for link in links if link.kind == "sharedStrings"), ""))
    styles = _part(container, next((link.target for link in links if link.kind == "styles"), ""))
    strings = [] if shared is None else [_text(item) for item in shared if local(item) == "si"]
    cells = _Cells(strings, formats_of(styles))
    sheaf = Sheaf(place)
    sheets = child(parse_xml(container.read(main)), "sheets")
    for sheet in () if sheets is None else sheets:
        if attribute(sheet, "state", "visible") == "visible" and attribute(sheet, "id") in targets:
            add_grid(sheaf, cells.rows(parse_xml(container.read(targets[attribute(sheet, "id")]))))
    return sheaf.blocks()


def add_grid(sheaf: Sheaf, rows: Iterator[Row | None]) -> None:
    """Adds a sheet's rows, each a text by column number; an empty row or None parts two tables."""
    block: list[Row] = []
    for row in rows:
        if row:
            block.append(row)
        elif block:
            sheaf.add_table(_without_empty_columns(block))
            sheaf.add_gap()
            block = []
    sheaf.add_table(_without_empty_columns(block))
    sheaf.add_gap()


def _without_empty_columns(block: list[Row]) -> list[list[list[str]]]:
    columns = sorted({column for row in block for column in row})
    if len(columns) * len(block) > MAX_CELLS:
        # A few cells far apart are no table; what stands together is kept together.
        return [[[row[column]] for column in sorted(row)] for row in block]
    return [[row[column].split("\n") if column in row else [] for column in columns] for row in block]


def _part(container: Container, name: str) -> Element | None:
    content = container.read_if_present(name)
    return parse_xml(content) if content else None


class _Cells:
    """What the cells of a workbook show, by its shared strings and formats."""

    def __init__(self, strings: list[str], formats: Formats) -> None:
        self._strings = strings
        self._formats = formats
        self._characters = 0

    def rows(self, sheet: Element) -> Iterator[Row | None]:
        """The visible rows of ``sheet``, None where rows without any cell stand between."""
        hidden = _hidden_columns(child(sheet, "cols"))
        data = child(sheet, "sheetData")
        expected = 1
        for row in () if data is None else data:
            number = _number(attribute(row, "r"), expected)
            if number > expected:
                yield None
            expected = number + 1
            if attribute(row, "hidden") not in _TRUE:
                yield dict(self._shown(row, hidden))

    def _shown(self, row: Element, hidden: bytes) -> Iterator[tuple[int, str]]:
        column = 0
        for cell in row:
            match = _REFERENCE.match(attribute(cell, "r"))
            column = _column(match[1]) if match else column + 1
            text = self._text(cell)
            if not text.strip() or column > _LAST_COLUMN or hidden[column]:
                continue
            # One long shared string in many cells is more text than the file has bytes.
            self._characters += len(text)
            if self._characters > MAX_CHARACTERS:
                raise Refused(Code.MESSAGE_TOO_COMPLEX)
            yield column, text

    def _text(self, cell: Element) -> str:
        style = _number(attribute(cell, "s"), 0)
        if style in self._formats.hidden:
            return ""
        value = below(cell, "v")
        raw = "" if value is None else (value.text or "").strip()
        match attribute(cell, "t", "n"):
            case "s":
                number = _number(raw, len(self._strings))
                return self._strings[number] if number < len(self._strings) else ""
            case "inlineStr":
                inline = child(cell, "is")
                return "" if inline is None else _text(inline)
            case "n":
                return self._formats.shown(raw, style)
            case "str" | "d":
                return raw
        return ""


def _text(item: Element) -> str:
    """The text of a string item: its runs, without phonetic hints."""
    runs = [inner for inner in item if local(inner) in ("r", "t")]
    texts = [run if local(run) == "t" else child(run, "t") for run in runs]
    return "".join(text.text or "" for text in texts if text is not None)


def _hidden_columns(columns: Element | None) -> bytes:
    """One byte a column, not zero for a hidden one."""
    hidden = bytearray(_LAST_COLUMN + 1)
    for column in () if columns is None else columns:
        if attribute(column, "hidden") in _TRUE:
            first = min(_number(attribute(column, "min"), 0), _LAST_COLUMN)
            last = min(_number(attribute(column, "max"), 0), _LAST_COLUMN)
            hidden[first : last + 1] = b"\x01" * (last + 1 - first)
    return bytes(hidden)


def _number(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else default


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
