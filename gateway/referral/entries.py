"""From lines and tables to entries: a label, its value, and of whom the text around it speaks.

A form is written in many layouts; they all end as a sequence of ``Entry`` and ``Heading``, in
reading order, so that the layout is forgotten before anything is decided.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gateway.mail.document import Block, Line, Row, Table
from gateway.referral import tables
from gateway.referral.below import is_left_empty, is_named_below, values_below, with_rest
from gateway.referral.lines import Pair, label_alone, pairs_in
from gateway.slots.contact import read_contact
from gateway.slots.labels import classify
from gateway.slots.terms import Label, Person, Slot
from gateway.slots.titles import is_greeting, is_short_title

# "Partner: /" says that there is none; "Partner:" may open a section.
_NO_VALUE = ("/", "-", "–", "?", "|", ";", ",")


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled value. ``values`` are its lines, possibly none."""

    label: Label
    values: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a section. ``label`` is None when not all its words are known.

    ``record``: no line, but the beginning of a table's row, which belongs to the section above the table.
    """

    label: Label | None
    text: str
    place: str
    record: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A line that is neither: nothing of it is ever a value."""

    text: str
    place: str
    blank_before: bool


Item = Entry | Heading | Prose


def read_entries(blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    """Every item of ``blocks`` in reading order."""
    return tuple(_items(_with_column_tables(blocks)))


def _items(blocks: tuple[Block, ...]) -> Iterator[Item]:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Table):
            yield from _table_items(block)
            index += 1
        else:
            items, used = _line_items(block, blocks[index + 1 : index + 5])
            yield from items
            index += 1 + used


def _line_items(line: Line, below: tuple[Block, ...]) -> tuple[list[Item], int]:
    """The items of one line, and how many lines below it were its value."""
    if is_greeting(line.text):
        return [Prose(line.text, line.place, line.blank_before)], 0
    pairs = pairs_in(line.text)
    if pairs:
        return _pair_items(pairs, line, below)
    label = label_alone(line.text)
    if label is None:
        return [_prose_or_heading(line)], 0
    item, used = _label_item(label, line, below)
    return [item], used


def _pair_items(pairs: tuple[Pair, ...], line: Line, below: tuple[Block, ...]) -> tuple[list[Item], int]:
    *before, last = pairs
    items: list[Item] = [Entry(pair.label, (pair.value,), line.place) for pair in before]
    if last.value:
        values, used = with_rest(last, line, below)
        items.extend(_opened(Entry(last.label, values, line.place)))
        return items, used
    if line.text.endswith(_NO_VALUE):
        return [*items, Prose(line.text, line.place, line.blank_before)], 0
    item, used = _label_item(last.label, line, below)
    return [*items, item], used


def _label_item(label: Label, line: Line, below: tuple[Block, ...]) -> tuple[Item, int]:
    """A label that stands alone, with the lines below that are its value."""
    if is_left_empty(label, line, below):
        return Entry(label, (), line.place), 0
    values = values_below(label, below)
    if values and (label.slots or label.category or is_named_below(label, values)):
        return Entry(label, values, line.place), len(values)
    return _alone(label, line), 0


def _alone(label: Label, line: Line) -> Item:
    """A label without a value opens a section when it speaks of someone, else it is an empty field."""
    if label.slots or label.category:
        return Entry(label, (), line.place)
    return Heading(label, line.text, line.place)


def _opened(entry: Entry) -> list[Item]:
    """``Contactgegevens`` beside the telephone itself, or beside labelled lines, is no field of its own."""
    if _says_who_is_client(entry):
        return [Heading(Label(person=Person.CLIENT, heading=True), entry.values[0], entry.place)]
    if not entry.label.heading or entry.label.slots or entry.label.category:
        return [entry]
    pairs = [pair for text in entry.values for pair in pairs_in(text)]
    if pairs and all(map(pairs_in, entry.values)):
        section = [Heading(entry.label, "", entry.place)] if entry.label.person is not Person.UNSAID else []
        return [*section, *(Entry(pair.label, (pair.value,), entry.place) for pair in pairs if pair.value)]
    if read_contact(entry.values) is not None:
        return [replace(entry, label=Label((Slot.PHONE, Slot.EMAIL), entry.label.person))]
    return [entry]


def _says_who_is_client(entry: Entry) -> bool:
    """``Cliënt: vader`` names nobody: it says of whom the section below speaks."""
    label = entry.label
    if label.person is not Person.CLIENT or label.slots or label.category or len(entry.values) != 1:
        return False
    told = classify(entry.values[0].strip(" .()"))
    return told is not None and told.person.is_parent and not (told.slots or told.category)


def _prose_or_heading(line: Line) -> Item:
    """A short line without an end, or one that ends in a colon, opens a section whose words are unknown."""
    if line.text.endswith(":") or is_short_title(line.text):
        return Heading(None, line.text, line.place)
    return Prose(line.text, line.place, line.blank_before)


def _table_items(table: Table) -> Iterator[Item]:
    match tables.layout_of(table):
        case tables.Records(header, rows):
            yield from _record_items(header, rows)
        case tables.Persons(persons, rows):
            yield from _person_items(persons, rows)
        case tables.Bands(bands):
            for labels, row in bands:
                for label, cell in zip(labels, row.cells, strict=False):
                    if label is not None and cell:
                        yield from _opened(Entry(label, cell, row.place))
        case tables.Form(rows):
            for row in rows:
                yield from _form_row_items(row)
    yield Heading(Label(heading=True), "", table.rows[-1].place)


def _record_items(header: tuple[Label | None, ...], rows: tuple[Row, ...]) -> Iterator[Item]:
    """One person a row, labels in the header row; a cell of the role column says whose row it is.

    Where no row says so, the rows are those of whom the section above the table speaks.
    """
    persons = [tables.person_of_row(header, row) for row in rows]
    unsaid = all(person is Person.UNSAID for person in persons)
    for person, row in zip(persons, rows, strict=True):
        yield Heading(Label(person=person, heading=True), "", row.place, record=unsaid)
        for label, cell in zip(header, row.cells, strict=False):
            if label is not None and cell:
                yield Entry(label, cell, row.place)


def _person_items(persons: tuple[Person, ...], rows: tuple[Row, ...]) -> Iterator[Item]:
    """One person a column, the labels in the first column; "naam cliënt" there is each column's own name."""
    for column, person in enumerate(persons, 1):
        yield Heading(Label(person=person, heading=True), "", rows[0].place)
        for row in rows:
            label = classify(" ".join(row.cells[0])) if row.cells[0] else None
            if label is not None and len(row.cells) > column and row.cells[column]:
                own = replace(label, person=Person.UNSAID) if label.person is Person.CLIENT else label
                yield Entry(own, row.cells[column], row.place)


def _form_row_items(row: Row) -> Iterator[Item]:
    found = tables.labelled_cells(row)
    for label_cell, value_cells in found:
        if label_cell is None and len(value_cells) > 1 and not _holds_pairs(value_cells):
            yield Prose(": ".join(" ".join(cell) for cell in value_cells), row.place, False)
        elif label_cell is None:
            yield from _items(tuple(Line(text, row.place) for cell in value_cells for text in cell))
        elif value_cells:
            yield from _opened(
                Entry(label_cell, tuple(text for cell in value_cells for text in cell), row.place)
            )
        elif label_cell.heading or len(row.cells) == 1 or _opens_row(label_cell, found):
            yield _alone(label_cell, Line("", row.place))


def _holds_pairs(cells: tuple[tables.Cell, ...]) -> bool:
    return any(pairs_in(text) for cell in cells for text in cell)


def _opens_row(label: Label, found: list[tuple[Label | None, tuple[tables.Cell, ...]]]) -> bool:
    """``Partner | Gsm | 0473…``: a role in front of other labels says whose they are."""
    return label == found[0][0] and label.person is not Person.UNSAID and len(found) > 1 and not label.slots


def _with_column_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines parted by tabs become rows; a run of them with the same columns is a table."""
    result: list[Block] = []
    rows: list[Row] = []
    for block in blocks:
        row = tables.row_of_columns(block) if isinstance(block, Line) else None
        if rows and (row is None or len(row.cells) != len(rows[-1].cells)):
            result.append(Table(tuple(rows)))
            rows = []
        if row is not None:
            rows.append(row)
        else:
            result.append(block)
    return (*result, Table(tuple(rows))) if rows else tuple(result)
