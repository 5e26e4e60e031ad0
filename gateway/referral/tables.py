"""The layouts of a form's table: label beside value, labels on top, a person a column."""

from dataclasses import dataclass

from gateway.mail.document import Line, Row, Table
from gateway.referral.labels import classify
from gateway.referral.terms import Label, Person

Cell = tuple[str, ...]
_MOST_COLUMNS = 16


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


def layout_of(table: Table) -> Records | Persons | Form:
    """Which of the three layouts ``table`` has."""
    first, *others = table.rows
    if others:
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
    labels = [_label_of(cell) for cell in cells]
    if labels[0] is None or len(cells) == 1:
        return [(None, tuple(cell for cell in cells if cell))]
    found: list[tuple[Label | None, tuple[Cell, ...]]] = []
    for index, (cell, label) in enumerate(zip(cells, labels, strict=True)):
        if label is not None and _is_label_cell(found, index, label):
            found.append((label, ()))
        elif cell:
            found[-1] = (found[-1][0], (*found[-1][1], cell))
    return found


def row_of_columns(line: Line) -> Row | None:
    """A line whose columns are parted by tabs, as a row; None when it has no second column."""
    columns = line.text.split("\t")
    if columns and columns[0] in ("·", "•", "-", "o", "§", "*", "–", "▪", "►"):
        columns = columns[1:]
    if not 1 < len(columns) <= _MOST_COLUMNS or ":" in columns[0].rstrip(" :"):
        return None
    values = [column.strip(" :=") for column in columns]
    return Row(tuple((value,) if value else () for value in values), line.place)


def _is_label_cell(found: list[tuple[Label | None, tuple[Cell, ...]]], index: int, label: Label) -> bool:
    """A label where a value could stand is a value unless one has been read already."""
    return index == 0 or bool(found[-1][1]) or bool(label.slots or label.category)


def _label_of(cell: Cell) -> Label | None:
    return classify(" ".join(cell).strip(" :*.?-")) if cell else None


def _is_only_marks(cell: Cell) -> bool:
    return bool(cell) and not any(char.isalnum() or char in "+@" for text in cell for char in text)


def _is_header(header: tuple[Label | None, ...], rows: list[Row]) -> bool:
    known = [label for label in header if label is not None]
    naming = [label for label in known if label.slots or label.category]
    if len(naming) < 2 or 2 * len(known) < len(header):
        return False
    return not any(
        _label_of(cell) and (_label_of(cell) or Label()).slots for row in rows for cell in row.cells
    )


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
