"""Tables on standard output, with what was said told in the language of the locale."""

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from gateway.cli.complaint import here

_PIPE_COLUMNS = 160


def print_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Prints each name with its value, one a line; those without a value are left out."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for name, value in pairs:
        if value:
            table.add_row(here(name), here(value))
    wide().print(table)


def print_table(names: Sequence[str], rows: Iterable[Sequence[str]], *, unbroken: Sequence[str] = ()) -> None:
    """Prints ``rows`` under ``names``; a column of ``unbroken`` keeps its cells on one line."""
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in names:
        table.add_column(here(name), no_wrap=name in unbroken, overflow="fold")
    for row in rows:
        table.add_row(*map(here, row))
    wide().print(table)


def wide() -> Console:
    """A terminal's own width; a pipe or file has none, and gets room for one line a row."""
    width = None if sys.stdout.isatty() else _PIPE_COLUMNS
    return Console(width=width, markup=False, highlight=False, emoji=False)
