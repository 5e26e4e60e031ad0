"""The layouts of a form's table: label beside value, labels on top, a person a column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gateway.mail.document import Line, Row, Table
from gateway.slots.labels import classify
from gateway.slots.terms import NAMES, Label, Person, Slot

Cell = tuple[str, ...]
_MOST_COLUMNS = 16
_WITHOUT_BRACKETS = str.maketrans("()[]{}", "      ")
_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)]?")


@dataclass(frozen=True, slots=True)
class Records:
    """Labels in the first row, one record in each further row."""

    header: tuple[Label | None, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Persons:
    """Labels in the first column, one person in each further column."""

    persons: tuple[Person, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Label and value beside each other, once or more in a row."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Bands:
    """Labels in every other row, and in the row below each of those its values: one form in bands."""

    bands: tuple[tuple[tuple[Label | None, ...], Row], ...]


def layout_of(table: Table) -> Records | Persons | Bands | Form:
    """Which of the four layouts ``table`` has."""
    first, *others = table.rows
    if others:
        if _are_bands(table.rows):
            pairs = zip(table.rows[::2], table.rows[1::2], strict=True)
            return Bands(tuple((tuple(map(_label_of, above.cells)), below) for above, below in pairs))
        header = tuple(_label_of(cell) for cell in first.cells)
        if _is_header(header, others):
            return Records(header, tuple(others))
        persons = _persons_on_top(first)
        if persons and all(row.cells and _label_of(row.cells[0]) is not None for row in others):
            return Persons(persons, tuple(others))
    return Form(table.rows)


def person_of_row(header: tuple[Label | None, ...], row: Row) -> Person:
    """Of whom a record speaks: its cell in the role column, or a role in a cell without a label."""
    for label, cell in zip(header, row.cells, strict=False):
        if (
            label is None
            or label.category == "role"
            or (not label.slots and label.person is not Person.UNSAID)
        ):
            told = _label_of(cell)
            if told is not None and told.person is not Person.UNSAID and not told.slots:
                return told.person
            if cell and label is not None and label.category == "role":
                return Person.OTHER
    return Person.UNSAID


def labelled_cells(row: Row) -> list[tuple[Label | None, tuple[Cell, ...]]]:
    """A form's row as labels with their value cells; without a label: cells to be read as lines."""
    cells = (
        [cell for cell in row.cells if not _is_only_marks(cell)] if len(row.cells) > 1 else list(row.cells)
    )
    if not cells:
        return []
    if _is_stack(cells):
        return [(classify(label), ((value,),)) for label, value in zip(cells[0], cells[1], strict=True)]
    if len(cells) > 2 and _is_number(cells[0]):
        cells = cells[1:]
    labels = [_label_of(cell) for cell in cells]
    start = 0 if labels[0] is not None else _first_question(labels)
    if start is None or len(cells) == 1:
        return [(None, tuple(filter(None, cells)))]
    unknown = [(None, tuple(filter(None, cells[:start])))] if start else []
    return unknown + [part for group in _grouped(cells[start:], labels[start:]) for part in _parted(*group)]


def _goes_on(cell: Cell) -> bool:
    """``1670 Pepingen`` behind a street and ``0470…`` behind a telephone, not a remark."""
    text = " ".join(cell)
    return text[:1].isdigit() or text[:1] in "+(" or "@" in text or text.count(" ") < 2


def _first_question(labels: list[Label | None]) -> int | None:
    """Where, behind cells of unknown words, a label stands with a cell for its value."""
    return next((i for i, label in enumerate(labels[:-1]) if label is not None and _asks(label)), None)


def _grouped(cells: list[Cell], labels: list[Label | None]) -> list[tuple[Label, list[Cell]]]:
    """Each label with all cells up to the next; the first cell is a label."""
    found: list[tuple[Label, list[Cell]]] = []
    behind = [*zip(cells[1:], labels[1:], strict=True), None]
    for cell, label, following in zip(cells, labels, behind, strict=True):
        if label is not None and (not found or _asks_here(label, following, found[-1])):
            found.append((label, []))
        else:
            found[-1][1].append(cell)
    return found


def _asks_here(
    label: Label, following: tuple[Cell, Label | None] | None, above: tuple[Label, list[Cell]]
) -> bool:
    """Whether a label where a value could stand asks for one itself.

    "Dorp" in ``Straat | Dorp | Nr | 4`` does not, nor does a role behind a value at the end of the row.
    ``Cliënt | Cliënt | An Peeters``: the first is the section's.
    """
    if any(above[1]):
        return _asks(label) or following is not None
    asks = _asks(label) or (label.person is not Person.UNSAID and not _asks(above[0]))
    return asks and following is not None and bool(following[0]) and following[1] is None


def _asks(label: Label) -> bool:
    return bool(label.slots or label.category)


def _parted(label: Label, cells: list[Cell]) -> list[tuple[Label | None, tuple[Cell, ...]]]:
    """A label with the cell that is its value, and apart from it what stands further on in the row.

    An address or telephone may fill two cells; in front of a value one cell may be left empty.
    """
    filled = tuple(filter(None, cells))
    if not label.slots or len(filled) < 2 - bool(len(cells) > 2 and not cells[0]):
        return [(label, filled)]
    if len(cells) == 2 and not NAMES.intersection(label.slots) and _goes_on(cells[1]):
        return [(label, filled)]
    if cells[0] and len(filled) == 2:
        return [(label, (_remarked(*filled),))]
    value = (cells[0],) if cells[0] else ()
    return [(label, value), (None, filled[len(value) :])]


def _remarked(value: Cell, beside: Cell) -> Cell:
    """A value with what stands beside it as its remark: "van haar man" says whose a telephone is."""
    remark = " ".join(beside).translate(_WITHOUT_BRACKETS)
    return (*value[:-1], f"{value[-1]} ({remark})")


def row_of_columns(line: Line) -> Row | None:
    """A line whose columns are parted by tabs, as a row; None when it has no second column."""
    columns = line.text.split("\t")
    if columns and columns[0] in ("·", "•", "-", "o", "§", "*", "–", "▪", "►"):
        columns = columns[1:]
    if not 1 < len(columns) <= _MOST_COLUMNS or ":" in columns[0].rstrip(" :"):
        return None
    values = [column.strip(" :=") for column in columns]
    return Row(tuple((value,) if value else () for value in values), line.place)


def _label_of(cell: Cell) -> Label | None:
    """What a cell means as a label; with a mark between its words it is a label and its value: "Naam: Le"."""
    text = " ".join(cell).strip(" :*.?-")
    return classify(text) if text and ": " not in text else None


def _is_only_marks(cell: Cell) -> bool:
    return bool(cell) and not any(char.isalnum() or char in "+@" for text in cell for char in text)


def _is_number(cell: Cell) -> bool:
    """``1``, ``2.``, ``a)``: the row's own number."""
    return len(cell) == 1 and _NUMBER.fullmatch(cell[0]) is not None


def _is_header(header: tuple[Label | None, ...], rows: list[Row]) -> bool:
    known = [label for label in header if label is not None]
    naming = [label for label in known if label.slots or label.category]
    if len(naming) < 2 or 2 * len(known) < len(header) or _are_labels(row.cells[0] for row in rows):
        return False
    return not any(
        sum(bool(label and label.slots) for label in map(_label_of, row.cells)) > 1 for row in rows
    )


def _are_bands(rows: tuple[Row, ...]) -> bool:
    """Whether every other row asks and the next one answers: the first twice, most with every word known.

    A table of people is none: its rows say a role, or hold names where a band has labels.
    """
    above, below = rows[::2], rows[1::2]
    if len(above) < 2 or len(above) != len(below) or len(above[0].cells) < 2 or not _asks_in_full(above[0]):
        return False
    labels = [[_label_of(cell) for cell in row.cells] for row in above]
    if any(label is not None and label.category == "role" for row in labels for label in row):
        return False
    return 2 * sum(map(_asks_in_full, above)) > len(above) and not any(
        told is not None and told.slots and asked is not None and asked.slots[:1] != (Slot.STREET,)
        for row, answers in zip(labels, below, strict=True)
        for asked, told in zip(row, map(_label_of, answers.cells), strict=False)
    )


def _asks_in_full(row: Row) -> bool:
    """Whether every filled cell of ``row`` is a label."""
    labels = [_label_of(cell) for cell in row.cells if cell]
    return bool(labels) and all(label is not None and _asks_below(label) for label in labels)


def _asks_below(label: Label) -> bool:
    """ "Huisarts" over a name asks as much as "Naam" does."""
    return _asks(label) or (label.person is not Person.UNSAID and not label.heading)


def _are_labels(cells: Iterable[Cell]) -> bool:
    """Whether most of ``cells`` are labels: ``Straat | Dorp`` over ``Nr | 4`` is a form."""
    asked = [bool(label and _asks(label)) for label in map(_label_of, cells)]
    return 2 * sum(asked) > len(asked)


def _persons_on_top(row: Row) -> tuple[Person, ...]:
    """The persons the columns belong to, when every cell but the first names one."""
    labels = [_label_of(cell) for cell in row.cells[1:]]
    persons = tuple(
        label.person for label in labels if label is not None and not label.slots and not label.category
    )
    told = persons and len(persons) == len(labels) and Person.UNSAID not in persons
    corner = _label_of(row.cells[0]) if row.cells else None
    empty_corner = not row.cells or not row.cells[0] or (corner is not None and not corner.slots)
    return persons if told and empty_corner and len(labels) > 1 else ()


def _is_stack(cells: list[Cell]) -> bool:
    """One cell with all labels, line by line, and one with all values."""
    if len(cells) != 2 or len(cells[0]) < 2 or len(cells[0]) != len(cells[1]):
        return False
    return all(classify(text.strip(" :")) is not None for text in cells[0])
