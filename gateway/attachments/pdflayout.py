"""Pieces of text at places on a page, to lines: what stands at one height is one line."""

from collections.abc import Iterator
from dataclasses import dataclass

# In font sizes: how far baselines of one line differ, what parts words, columns and paragraphs.
_SAME_LINE, _WORD_GAP, _COLUMN_GAP, _PARAGRAPH_GAP = 0.4, 0.12, 1.0, 1.9
_SHADOW = 0.15


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown in one go: its begin on the baseline, its end, its size, in points on the upright page."""

    x: float
    y: float
    end: float
    size: float
    text: str


def lines_of(pieces: list[Piece]) -> Iterator[str]:
    """The lines from top to bottom, columns parted by tabs, empty ones where a gap stands."""
    above: Piece | None = None
    for line in _grouped(pieces):
        if above is not None and above.y - line[0].y > _PARAGRAPH_GAP * max(above.size, line[0].size):
            yield ""
        above = line[0]
        yield _joined(sorted(line, key=lambda piece: piece.x))


def _grouped(pieces: list[Piece]) -> Iterator[list[Piece]]:
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if line and line[0].y - piece.y > _SAME_LINE * max(line[0].size, piece.size):
            yield line
            line = []
        line.append(piece)
    if line:
        yield line


def _joined(line: list[Piece]) -> str:
    """One line's text; a piece drawn twice, as printers do for bold, counts once."""
    parts: list[str] = []
    last: Piece | None = None
    for piece in line:
        if last is not None:
            if piece.text == last.text and piece.x - last.x < _SHADOW * piece.size:
                continue
            gap = (piece.x - last.end) / max(piece.size, last.size, 0.1)
            parts.append("\t" if gap > _COLUMN_GAP else " " if gap > _WORD_GAP else "")
        parts.append(piece.text)
        last = piece
    return "".join(parts)
