"""A document as plain text, for a terminal or a pipe."""

import textwrap
from typing import assert_never

from gateway.reports.blocks import Block, Document, Facts, Grid, Heading, Paragraph, marked, opened

_WIDTH = 100


def as_text(document: Document) -> str:
    """The document in lines of at most a hundred characters where words allow it."""
    parts = [document.title, document.subtitle, ""]
    for block in document.blocks:
        parts += [*_lines(block, document.language), ""]
    return "\n".join([*parts, document.footer]) + "\n"


def _lines(block: Block, language: str) -> list[str]:
    match block:
        case Heading(text):
            return [text, "-" * len(text)]
        case Paragraph(text):
            return textwrap.wrap(marked(text, language), _WIDTH)
        case Facts(pairs):
            return [line for name, value in pairs for line in _fact(name, marked(value, language))]
        case Grid(names, rows):
            return _columns((names, *rows))
        case _:
            assert_never(block)


def _fact(name: str, value: str) -> list[str]:
    lines = value.splitlines() or [""]
    wrapped = [piece for line in lines for piece in textwrap.wrap(line, _WIDTH - 4) or [""]]
    return [f"{opened(name)}:", *(f"    {line}" for line in wrapped)]


def _columns(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
