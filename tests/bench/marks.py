"""Figures in a guide: a command puts its own between its marks, with the day, and leaves the rest."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path


def put(path: Path, name: str, command: str, table: str) -> None:
    """Replaces what stands between the marks of ``name`` in the guide ``path``. Raises ValueError without."""
    begin, end = f"<!-- begin: {name} -->\n", f"<!-- end: {name} -->\n"
    text = path.read_text("utf-8")
    before, found, rest = text.partition(begin)
    if not found or end not in rest:
        raise ValueError(f"{path} has no marks of {name}")
    told = f"`{command}`, {datetime.now(UTC):%Y-%m-%d}:\n\n{table}"
    path.write_text(f"{before}{begin}{told}{end}{rest.partition(end)[2]}", "utf-8")


def markdown(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """A table of texts."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
