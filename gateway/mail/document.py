"""What a reader makes of a message: lines and tables in reading order, each with its place.

A reader keeps what a person would see and nothing else. Text is in Unicode NFC without format
characters; every run of white space is one space, save for a tab where columns are parted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One visible line, never empty. ``blank_before``: an empty line or gap stands above it."""

    text: str
    place: str
    blank_before: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One table row: its cells, each cell a tuple of its lines (empty for an empty cell)."""

    cells: tuple[tuple[str, ...], ...]
    place: str


@dataclass(frozen=True, slots=True)
class Table:
    """A data table: rows of cells, at least one row, at least one of them with two cells."""

    rows: tuple[Row, ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class FileLabel:
    """A sensitivity label that an Office file bears: GUIDs of tenant and label, lower case, no braces."""

    tenant: str
    id: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Document:
    """Everything readable of one message, or of one file attached to it.

    ``source`` names the part: ``body html``, ``body text``, ``attachment 1``. ``attached`` are the
    files, which have none of their own; ``labels`` are a file's.
    """

    source: str
    blocks: tuple[Block, ...]
    attached: tuple["Document", ...] = ()
    labels: tuple[FileLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The reader refuses. ``code`` is one of decision.Code's ``message.*`` values."""

    code: str
    place: str = ""
