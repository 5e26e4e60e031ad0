"""A document before it is set: headings, texts, facts, tables, and places that a person has to fill in."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from gateway.texts.reports import report_words


@dataclass(frozen=True, slots=True)
class Fill:
    """A place that only a person can fill in; ``hint`` says with what."""

    hint: str


Value = str | Fill


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or a place to write some."""

    text: Value


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are."""

    pairs: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``shares`` are the columns' parts of the width; columns of ``right`` hold numbers."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    right: frozenset[int] = frozenset()


Block = Heading | Paragraph | Facts | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """What a person reads, in ``language``; ``footer`` stands on every page, ``made`` is when (aware)."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    footer: str
    language: str
    made: datetime


def marked(value: Value, language: str) -> str:
    """``value``, a place to fill in between brackets and said to be one."""
    if isinstance(value, str):
        return value
    return report_words(language)["fill_mark"].format(hint=value.hint)


def opened(name: str) -> str:
    """``name`` with a capital."""
    return name[:1].upper() + name[1:]


def number(count: int) -> str:
    """A count with its thousands apart."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def when(moment: datetime, zone: tzinfo | None) -> str:
    """A moment in ``zone`` (None: this machine's), its zone named, as in the console."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")


def grid(names: tuple[str, ...], counts: tuple[tuple[str, int], ...]) -> Grid:
    """A table of two columns: what, and how many."""
    return Grid(names, tuple((name, number(count)) for name, count in counts), (4, 1), frozenset({1}))
