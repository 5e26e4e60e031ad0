"""What a reader makes of an attached file.

Every reader of an attachment is a pure function of bytes that collects lines and tables in a
``Sheaf``. What it refuses it says by raising ``Refused``; ``read.read_attachment`` answers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gateway.decision import Code
from gateway.letter.bounds import MAX_CHARACTERS, MAX_LINES
from gateway.letter.characters import clean_line
from gateway.mail.document import Block, FileLabel, Line, Row, Table

MAX_BYTES = 10 * 1024 * 1024
MAX_CELLS = 30_000
_RECORD_COLUMNS = 3

Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadAttachment:
    """What a person sees in an attachment, and the labels it bears."""

    blocks: tuple[Block, ...]
    labels: tuple[FileLabel, ...] = ()


class Refused(Exception):
    """The attachment is not read. ``code`` is one of decision.Code's ``message.*`` values."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.value)
        self.code = code


class Sheaf:
    """Collects the lines and tables of one attachment in reading order, each with its place.

    Raises Refused when there are more of them than a form ever has, DeceptiveText as clean_line does.
    """

    def __init__(self, place: str) -> None:
        self._place = place
        self._blocks: list[Block] = []
        self._lines = self._tables = self._cells = self._characters = 0
        self._gap = False

    def blocks(self) -> tuple[Block, ...]:
        """Everything collected so far."""
        return tuple(self._blocks)

    def add_line(self, text: str, part: str = "") -> None:
        """Adds one line; an empty one becomes a gap above the next. ``part``: ``header``, ``footer``."""
        clean = self._clean(text)
        if not clean:
            self._gap = True
            return
        self._count(cells=0)
        place = self._place_of(part, f"line {self._lines}")
        self._blocks.append(Line(clean, place, blank_before=self._gap))
        self._gap = False

    def add_gap(self) -> None:
        """An empty line."""
        self._gap = True

    def add_table(self, rows: Iterable[Sequence[Iterable[str]]], part: str = "") -> None:
        """Adds rows of cells of lines. Without two filled cells in any row they are lines.

        A title above the header row of a list is a line too.
        """
        cleaned = [(number, self._cells_of(row)) for number, row in enumerate(rows, 1)]
        filled = [(number, cells) for number, cells in cleaned if any(cells)]
        while filled and (_is_title(filled) or not any(_width(cells) > 1 for _, cells in filled)):
            for text in (text for cell in filled[0][1] for text in cell):
                self.add_line(text, part)
            del filled[0]
        if filled:
            self._tables += 1
            table = self._place_of(part, f"table {self._tables}")
            self._blocks.append(Table(tuple(Row(cells, f"{table}, row {n}") for n, cells in filled)))
            self._gap = False

    def _place_of(self, part: str, last: str) -> str:
        return ", ".join(filter(None, (self._place, part, last)))

    def _cells_of(self, row: Sequence[Iterable[str]]) -> tuple[Cell, ...]:
        self._count(cells=len(row))
        cells = [tuple(filter(None, map(self._clean, cell))) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        return tuple(cells)

    def _clean(self, text: str) -> str:
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        return clean_line(text)

    def _count(self, *, cells: int) -> None:
        self._lines += 1
        self._cells += cells
        if self._lines > MAX_LINES or self._cells > MAX_CELLS:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)


def _width(cells: tuple[Cell, ...]) -> int:
    return sum(map(bool, cells))


def _is_title(rows: list[tuple[int, tuple[Cell, ...]]]) -> bool:
    """Whether the first row holds one cell and a row of at least three stands right under it."""
    return len(rows) > 1 and _width(rows[0][1]) == 1 and _width(rows[1][1]) >= _RECORD_COLUMNS
