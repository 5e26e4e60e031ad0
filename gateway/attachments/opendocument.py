"""OpenDocument texts and spreadsheets (ODF 1.3) to what a person sees.

Read from ``content.xml`` itself, for the reasons ``word`` gives. Deleted text, comments, hidden
sections and sheets are not read, nor are page headers, which stand in another part.
"""

from collections.abc import Iterator

from gateway.attachments.archive import Container
from gateway.attachments.odfstyles import Looks, looks_of
from gateway.attachments.sheaf import Refused, Sheaf
from gateway.attachments.sheet import Row, add_grid
from gateway.attachments.xmlparts import Element, attribute, below, local, parse_xml
from gateway.decision import Code
from gateway.letter.bounds import MAX_CHARACTERS
from gateway.mail.document import Block

_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end forms sequence-decls variable-decls user-field-decls "
    "table-of-content alphabetical-index bibliography shapes named-expressions note".split()
)
_HIDDEN_FIELDS = frozenset(("hidden-text", "hidden-paragraph"))
_FRAMES = frozenset(("frame", "custom-shape", "text-box", "rect", "g", "a"))
_ROW_GROUPS = frozenset(("table-header-rows", "table-rows", "table-row-group"))
_CELLS = frozenset(("table-cell", "covered-table-cell"))
_MOST_REPEATED = 64

Cell = list[str]
Item = str | list[list[Cell]]


def read_opendocument(container: Container, place: str) -> tuple[Block, ...]:
    """The visible blocks of a text or spreadsheet. Raises Refused for any other kind, DeceptiveText."""
    if b"encryption-data" in container.read_if_present(_MANIFEST):
        raise Refused(Code.MESSAGE_ATTACHMENT_ENCRYPTED)
    root = parse_xml(container.read(_CONTENT))
    styles = container.read_if_present(_STYLES)
    reader = _Reader(looks_of(root, parse_xml(styles) if styles else None))
    sheaf = Sheaf(place)
    text, sheets = below(root, "body", "text"), below(root, "body", "spreadsheet")
    if text is not None:
        for item in reader.items(text):
            if isinstance(item, str):
                sheaf.add_line(item)
            else:
                sheaf.add_table(item)
    elif sheets is not None:
        for sheet in sheets:
            if local(sheet) == "table" and not reader.looks.hides(sheet):
                add_grid(sheaf, reader.grid(sheet))
    else:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    return sheaf.blocks()


class _Reader:
    """Walks one document. Counts the characters it yields, since a cell can be repeated by a number."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self._characters = 0

    def items(self, element: Element) -> Iterator[Item]:
        """The lines and tables in ``element``."""
        for inner in element:
            name = local(inner)
            if name in _SKIPPED or self.looks.hides(inner):
                continue
            if name in ("p", "h"):
                yield from self._paragraph(inner)
            elif name == "table":
                yield from self._table(inner)
            else:
                yield from self.items(inner)

    def grid(self, table: Element) -> Iterator[Row | None]:
        """The visible rows of a sheet, each its texts by column number; an empty row once."""
        hidden = self._hidden_columns(table)
        for row in self._rows(table):
            yield {
                column: "\n".join(cell)
                for column, cell in enumerate(self._cells(row))
                if any(text.strip() for text in cell) and column not in hidden
            }

    def _paragraph(self, paragraph: Element) -> Iterator[Item]:
        boxes: list[Element] = []
        yield from "".join(self._inline(paragraph, boxes)).split("\n")
        for box in boxes:
            yield from self.items(box)

    def _inline(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        yield _collapsed(element.text)
        for inner in element:
            name = local(inner)
            if name in _FRAMES:
                boxes.append(inner)
            elif name == "s":
                count = attribute(inner, "c", "1")
                yield " " * (min(int(count), _MOST_REPEATED) if count.isdecimal() and len(count) < 9 else 1)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif not (name in _SKIPPED or name in _HIDDEN_FIELDS or self.looks.hides(inner)):
                yield from self._inline(inner, boxes)
            yield _collapsed(inner.tail)

    def _table(self, table: Element) -> Iterator[Item]:
        if any(next(cell.iter("{*}table"), None) is not None for cell in table.iter("{*}table-cell")):
            # A table within a table only lays out the page.
            for row in self._rows(table):
                for cell in row:
                    yield from self.items(cell)
        else:
            yield [self._cells(row) for row in self._rows(table)]

    def _rows(self, table: Element) -> Iterator[Element]:
        for inner in table:
            if local(inner) in _ROW_GROUPS and attribute(inner, "display") != "false":
                yield from self._rows(inner)
            elif local(inner) == "table-row" and attribute(inner, "visibility") not in ("collapse", "filter"):
                yield inner

    def _cells(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        for cell in (inner for inner in row if local(inner) in _CELLS):
            shown = local(cell) == "table-cell" and not self.looks.hides(cell)
            texts = [item for item in self.items(cell) if isinstance(item, str)] if shown else []
            times = _repeated(cell)
            self._characters += times * sum(map(len, texts))
            if self._characters > MAX_CHARACTERS:
                raise Refused(Code.MESSAGE_TOO_COMPLEX)
            cells.extend([texts] * times)
        return cells

    def _hidden_columns(self, table: Element) -> frozenset[int]:
        hidden: set[int] = set()
        column = 0
        for inner in table.iter("{*}table-column"):
            times = _repeated(inner)
            if attribute(inner, "visibility") in ("collapse", "filter"):
                hidden.update(range(column, column + times))
            column += times
        return frozenset(hidden)


def _repeated(element: Element) -> int:
    """How often a cell or column stands; the empty ones that fill a sheet to its edge are cut short."""
    count = attribute(element, "number-columns-repeated", "1")
    return min(int(count), _MOST_REPEATED) if count.isdecimal() and len(count) < 9 else 1


def _collapsed(text: str | None) -> str:
    """White space as ODF 1.3 part 3, 6.1.2 reads it: any run of it is one space."""
    return " ".join(f"x{text}x".split())[1:-1] if text else ""
