"""The operators of one PDF page (ISO 32000-1, 8 and 9) to the text that they show.

Not seen by a person, so not read: text in rendering modes 3 and 7, white text on no coloured
ground, rotated or tiny text. Linear: every operator counts against one budget for the whole file.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdf
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from gateway.attachments.pdflayout import Piece
from gateway.attachments.pdfobjects import as_dictionary, as_numbers
from gateway.attachments.pdfstate import (
    IDENTITY,
    Cursor,
    Matrix,
    State,
    Typeface,
    changed,
    point,
    spelled,
    times,
    typeface_of,
)
from gateway.attachments.sheaf import Refused
from gateway.decision import Code

MAX_OPERATORS = 300_000
MAX_CHARACTERS = 500_000
_MAX_FORMS_DEEP = 12
_MAX_GROUNDS = 300
_INVISIBLE_MODES = (3, 7)
_TINY = 1.5
_FILLING = frozenset((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
_ENDING = frozenset((b"n", b"S", b"s")) | _FILLING

Operations = list[tuple[list[object], bytes]]


@dataclass(frozen=True, slots=True)
class Box:
    """The part of the plane that a page or a coloured ground covers."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies within, by a point's breadth."""
        return self.left - 1 <= x <= self.right + 1 and self.bottom - 1 <= y <= self.top + 1


@dataclass(slots=True)
class Budget:
    """What may still be worked on of one file, and the form objects already parsed."""

    operators: int = MAX_OPERATORS
    characters: int = MAX_CHARACTERS
    forms: dict[int, tuple[StreamObject, Operations]] = field(default_factory=dict)

    def spend(self, *, operators: int = 0, characters: int = 0) -> None:
        """Counts work. Raises Refused when the budget is used up."""
        self.operators -= operators
        self.characters -= characters
        if self.operators < 0 or self.characters < 0:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)


def upright(page: pypdf.PageObject) -> tuple[Matrix, Box]:
    """What turns the page upright, and the box that is shown of it then."""
    box = page.cropbox
    left, bottom, right, top = float(box.left), float(box.bottom), float(box.right), float(box.top)
    matrix: Matrix = {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
        180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
        270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
    }.get(int(page.rotation) % 360, IDENTITY)
    return matrix, _box(matrix, left, bottom, right, top)


def pieces_of(page: pypdf.PageObject, matrix: Matrix, budget: Budget) -> Iterator[Piece]:
    """The visible text of ``page`` under ``matrix``. Raises Refused, and what pypdf raises."""
    contents = page.get("/Contents")
    stream = None if contents is None else contents.get_object()
    if isinstance(stream, (ArrayObject, StreamObject)):
        resources = as_dictionary(page.get_inherited("/Resources"))
        yield from _Interpreter(page.pdf, budget).run(
            _operations(stream, page.pdf), resources, State(matrix), 0
        )


class _Interpreter:
    """Runs the content streams of one page. ``_grounds`` are the coloured boxes painted last."""

    def __init__(self, reader: object, budget: Budget) -> None:
        self._reader = reader
        self._budget = budget
        self._grounds: list[Box] = []
        self._path: list[Box] = []

    def run(
        self, operations: Operations, resources: DictionaryObject, state: State, depth: int
    ) -> Iterator[Piece]:
        """The text that ``operations`` show. ``depth``: how many form objects deep."""
        saved: list[State] = []
        fonts: dict[str, Typeface | None] = {}
        cursor = Cursor()
        for operands, operator in operations:
            self._budget.spend(operators=1)
            numbers = [float(operand) for operand in operands if isinstance(operand, (int, float))]
            cursor.follow(operator, numbers, state.text.leading)
            match operator:
                case b"q":
                    saved.append(state)
                case b"Q":
                    state = saved.pop() if saved else state
                case b"Tf":
                    state = _with_font(state, operands, as_dictionary(resources.get("/Font")), fonts)
                case b"Do":
                    yield from self._form(operands, resources, state, depth)
                case b"Tj" | b"TJ" | b"'" | b'"':
                    state = changed(state, operator, numbers)
                    yield from self._show(operands[-1] if operands else None, state, cursor)
                case _ if operator == b"re" or operator in _ENDING:
                    self._paint(operator, numbers, state)
                case _:
                    state = changed(state, operator, numbers)

    def _paint(self, operator: bytes, numbers: list[float], state: State) -> None:
        if operator == b"re" and len(numbers) == 4:
            x, y, width, height = numbers
            self._path.append(_box(state.matrix, x, y, x + width, y + height))
            del self._path[:-_MAX_GROUNDS]
        elif operator in _ENDING:
            if operator in _FILLING and not state.white:
                self._grounds.extend(self._path)
                del self._grounds[:-_MAX_GROUNDS]
            self._path.clear()

    def _form(
        self, operands: list[object], resources: DictionaryObject, state: State, depth: int
    ) -> Iterator[Piece]:
        name = operands[0] if operands else None
        form = (
            as_dictionary(as_dictionary(resources.get("/XObject")).get(name))
            if isinstance(name, str)
            else None
        )
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        if depth >= _MAX_FORMS_DEEP:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        if id(form) not in self._budget.forms:
            self._budget.forms[id(form)] = (form, _operations(form, self._reader))
        own = as_numbers(form.get("/Matrix"))
        inner = replace(state, matrix=times(own if len(own) == 6 else IDENTITY, state.matrix))
        inner_resources = as_dictionary(form.get("/Resources")) or resources
        yield from self.run(self._budget.forms[id(form)][1], inner_resources, inner, depth + 1)

    def _show(self, operand: object, state: State, cursor: Cursor) -> Iterator[Piece]:
        text_state, typeface = state.text, state.text.typeface
        if typeface is None:
            return
        for item in operand if isinstance(operand, ArrayObject) else (operand,):
            if isinstance(item, (int, float)):
                cursor.advance(-float(item) / 1000 * text_state.size * text_state.scale)
            elif isinstance(item, bytes):
                text, width = spelled(item, text_state, typeface.font)
                self._budget.spend(operators=1, characters=len(text))
                begin = times(cursor.matrix, state.matrix)
                cursor.advance(width)
                end = times(cursor.matrix, state.matrix)
                height = begin[5] + text_state.rise * begin[3]
                piece = Piece(begin[4], height, end[4], text_state.size * abs(begin[3]), text)
                if text.strip() and self._is_seen(piece, begin, state):
                    if not typeface.readable:
                        raise Refused(Code.MESSAGE_UNDECODABLE)
                    yield piece

    def _is_seen(self, piece: Piece, matrix: Matrix, state: State) -> bool:
        stands = matrix[0] > 0 and matrix[3] > 0 and abs(matrix[1]) < 0.1 * matrix[0]
        if not stands or piece.size < _TINY or state.text.mode in _INVISIBLE_MODES:
            return False
        return not state.white or any(ground.holds(piece.x, piece.y) for ground in self._grounds)


def _with_font(
    state: State, operands: list[object], described: DictionaryObject, fonts: dict[str, Typeface | None]
) -> State:
    name, size = (str(operands[0]), operands[1]) if len(operands) == 2 else ("", 0)
    if name not in fonts:
        fonts[name] = typeface_of(as_dictionary(described.get(name)))
    size = float(size) if isinstance(size, (int, float)) else state.text.size
    return replace(state, text=replace(state.text, typeface=fonts[name], size=size))


def _operations(stream: ArrayObject | StreamObject, reader: object) -> Operations:
    return ContentStream(stream, reader, "bytes").operations  # strings stay bytes: the font spells them


def _box(matrix: Matrix, x1: float, y1: float, x2: float, y2: float) -> Box:
    (left, bottom), (right, top) = point(matrix, x1, y1), point(matrix, x2, y2)
    return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
