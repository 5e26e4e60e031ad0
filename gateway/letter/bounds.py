"""How much of a letter is read: what is longer is no referral, and would cost everybody's time."""

from gateway.mail.document import Block, Line, Table

MAX_LINES = 3_000
MAX_CHARACTERS = 200_000


class TooComplex(ValueError):
    """The message has more lines, rows, characters, elements or levels than a letter ever has."""


def require_bounds(blocks: tuple[Block, ...]) -> None:
    """Raises TooComplex when ``blocks`` hold more lines and rows, or more characters, than a letter has."""
    if sum(map(_lines, blocks)) > MAX_LINES or sum(map(_characters, blocks)) > MAX_CHARACTERS:
        raise TooComplex


def _lines(block: Block) -> int:
    match block:
        case Line():
            return 1
        case Table(rows):
            return sum(max(1, sum(map(len, row.cells))) for row in rows)


def _characters(block: Block) -> int:
    match block:
        case Line(text):
            return len(text)
        case Table(rows):
            return sum(len(text) for row in rows for cell in row.cells for text in cell)
