"""Word documents (ECMA-376 part 1, WordprocessingML) to what a person sees on the page.

Read from the XML itself: a library would load every part of the file, styles and pictures too,
and knows neither content controls around rows and cells nor text boxes nor deleted text.
Footnotes, equations and comments are not read.
"""

from collections.abc import Iterable, Iterator

from gateway.attachments.archive import Container
from gateway.attachments.relations import Relation, relations
from gateway.attachments.sheaf import Sheaf
from gateway.attachments.wordstyles import hidden_styles, is_hidden_run, is_shaded, is_white, on
from gateway.attachments.xmlparts import Element, attribute, below, child, local, parse_xml
from gateway.mail.document import Block

_WRAPPERS = frozenset(("ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo"))
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

Cell = list[str]
Rows = list[list[Cell]]
Item = str | Rows


def read_word(container: Container, main: str, place: str) -> tuple[Block, ...]:
    """The blocks of the document whose main part is ``main``: headers first, footers last.

    Raises Refused, DeceptiveText.
    """
    sheaf = Sheaf(place)
    links = relations(container, main)
    walker = _Walker(hidden_styles(_linked(container, links, "styles")))
    root = parse_xml(container.read(main))
    shown = {attribute(element, "id") for element in root.iter("{*}headerReference", "{*}footerReference")}
    margins = [link for link in links if link.id in shown]
    body = child(root, "body")
    _add(sheaf, "header", _margin_items(container, margins, "header", walker))
    _add(sheaf, "", () if body is None else walker.items(body, shaded=False))
    _add(sheaf, "footer", _margin_items(container, margins, "footer", walker))
    return sheaf.blocks()


def _add(sheaf: Sheaf, part: str, items: Iterable[Item]) -> None:
    for item in items:
        if isinstance(item, str):
            sheaf.add_line(item, part)
        else:
            sheaf.add_table(item, part)


def _margin_items(
    container: Container, links: list[Relation], kind: str, walker: "_Walker"
) -> Iterator[Item]:
    for link in links:
        if link.kind == kind:
            yield from walker.items(parse_xml(container.read(link.target)), shaded=False)


def _linked(container: Container, links: tuple[Relation, ...], kind: str) -> Element | None:
    target = next((link.target for link in links if link.kind == kind), "")
    content = container.read_if_present(target)
    return parse_xml(content) if content else None


class _Walker:
    """Walks one document. A field's code can run over paragraphs, so whether we are in one is kept here."""

    def __init__(self, styles: frozenset[str]) -> None:
        self._hidden_styles = styles
        self._in_code: list[bool] = []

    def items(self, element: Element, *, shaded: bool) -> Iterator[Item]:
        """The lines and tables in ``element``; ``shaded``: a coloured ground lies beneath them."""
        for inner in _flat(element):
            match local(inner):
                case "p":
                    yield from self._paragraph(inner, shaded=shaded)
                case "tbl":
                    yield from self._table(inner, shaded=shaded or is_shaded(child(inner, "tblPr")))

    def _paragraph(self, paragraph: Element, *, shaded: bool) -> Iterator[Item]:
        properties = child(paragraph, "pPr")
        style = below(paragraph, "pPr", "pStyle")
        hidden = style is not None and attribute(style, "val") in self._hidden_styles
        boxes: list[Element] = []
        text = "".join(self._inline(paragraph, boxes, shaded=shaded or is_shaded(properties)))
        if not hidden:
            yield from text.split("\n")
        for box in boxes:
            yield from self.items(box, shaded=True)

    def _inline(self, element: Element, boxes: list[Element], *, shaded: bool) -> Iterator[str]:
        for inner in _flat(element):
            if local(inner) == "r":
                yield from self._run(inner, boxes, shaded=shaded)
            elif local(inner) == "oMath":
                yield from (text.text or "" for text in inner.iter("{*}t"))

    def _run(self, run: Element, boxes: list[Element], *, shaded: bool) -> Iterator[str]:
        properties = child(run, "rPr")
        hidden = is_hidden_run(properties, self._hidden_styles) or (is_white(properties) and not shaded)
        for inner in run:
            match local(inner):
                case "fldChar":
                    yield self._field(inner)
                case "drawing" | "pict" | "object" | "AlternateContent":
                    boxes.extend(_text_boxes(inner))
                case name if hidden or any(self._in_code):
                    continue
                case "t":
                    yield inner.text or ""
                case name:
                    yield _MARKS.get(name, "")

    def _field(self, mark: Element) -> str:
        """Follows a complex field; a drop-down of an older form shows the entry that was picked."""
        match attribute(mark, "fldCharType"):
            case "begin":
                self._in_code.append(True)
                entries = [attribute(entry, "val") for entry in mark.iter("{*}listEntry")]
                picked = below(mark, "ffData", "ddList", "result")
                index = attribute(picked, "val") if picked is not None else "0"
                return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""
            case "separate" if self._in_code:
                self._in_code[-1] = False
            case "end" if self._in_code:
                self._in_code.pop()
        return ""

    def _table(self, table: Element, *, shaded: bool) -> Iterator[Item]:
        rows = [list(_cells(row)) for row in _flat(table) if local(row) == "tr" and not _is_gone(row, "trPr")]
        if any(next(cell.iter("{*}tbl"), None) is not None for row in rows for cell in row):
            # A table within a table only lays out the page.
            for cell in (cell for row in rows for cell in row):
                yield from self.items(cell, shaded=shaded or is_shaded(child(cell, "tcPr")))
        else:
            yield [[self._cell(cell, shaded=shaded) for cell in row] for row in rows]

    def _cell(self, cell: Element, *, shaded: bool) -> Cell:
        merged = below(cell, "tcPr", "vMerge")
        if merged is not None and attribute(merged, "val") != "restart":
            return []
        shaded = shaded or is_shaded(child(cell, "tcPr"))
        return [item for item in self.items(cell, shaded=shaded) if isinstance(item, str)]


def _flat(element: Element) -> Iterator[Element]:
    """The children of ``element``, those in content controls and insertions too, deleted ones not."""
    for inner in element:
        name = local(inner)
        if name in _WRAPPERS:
            yield from _flat(inner)
        elif name == "sdt":
            content = child(inner, "sdtContent")
            if content is not None and not _is_unfilled(inner):
                yield from _flat(content)
        elif name == "AlternateContent":
            chosen = _chosen(inner)
            yield from () if chosen is None else _flat(chosen)
        else:
            yield inner


def _is_unfilled(control: Element) -> bool:
    """A content control that still shows its prompt, or that is a box to tick."""
    properties = child(control, "sdtPr")
    if properties is None:
        return False
    return on(child(properties, "showingPlcHdr")) or child(properties, "checkbox") is not None


def _chosen(alternatives: Element) -> Element | None:
    choice = child(alternatives, "Choice")
    return choice if choice is not None else child(alternatives, "Fallback")


def _text_boxes(element: Element) -> Iterator[Element]:
    name = local(element)
    if name == "txbxContent":
        yield element
    elif name == "AlternateContent":
        chosen = _chosen(element)
        yield from () if chosen is None else _text_boxes(chosen)
    else:
        for inner in element:
            yield from _text_boxes(inner)


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in _flat(row) if local(cell) == "tc" and below(cell, "tcPr", "cellDel") is None)


def _is_gone(row: Element, properties: str) -> bool:
    said = child(row, properties)
    return said is not None and (child(said, "del") is not None or on(child(said, "hidden")))
