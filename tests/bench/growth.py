"""``python -m tests.bench.growth``: what one mail costs as it, or what is around it, grows.

Processor time of one process, the least of several runs, as a ratio to the smallest of its row: where a
step is linear the last figure is about the last size over the first, where it is flat about 1. ``--write``
names a guide for the table.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gateway.ledger.place import beside
from gateway.ledger.record import draft
from gateway.ledger.writer import Writer
from gateway.reading.read import read
from tests.bench.marks import markdown, put
from tests.support.ledger import LOG, NOON, refusal
from tests.support.letters import FORM, letter, page

_RUNS = 7


def _least(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best * 1000


def _lines(count: int) -> bytes:
    return letter(FORM + "Een regel van een brief.\r\n" * count)


def _parts(count: int) -> bytes:
    part = "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nEen deel.\r\n"
    return letter(part * count + "--b--\r\n", content_type='multipart/mixed; boundary="b"')


def _depth(count: int) -> bytes:
    inner = "<div>" * count + "Naam: Jan" + "</div>" * count
    return letter(page(inner), content_type="text/html; charset=utf-8")


def _appended(records: int) -> float:
    """Milliseconds for a record in a ledger of so many; the disk's own time is not the processor's."""
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(beside(Path(folder) / "ledger.db"), node="mx", log=LOG)
        writer.append([draft(refusal(f"old-{number}"), NOON) for number in range(records)])
        numbers = iter(range(_RUNS))
        found = _least(lambda: writer.append([draft(refusal(f"new-{next(numbers)}"), NOON)]))
        writer.close()
    return found


def rows() -> Iterator[tuple[str, ...]]:
    """One row for each thing that grows."""
    mails = {"lines of text": (_lines, (100, 400, 1_600)), "parts": (_parts, (4, 16, 64))}
    mails["depth of HTML"] = (_depth, (4, 16, 64))
    for what, (build, sizes) in mails.items():
        contents = [build(size) for size in sizes]
        yield _row(what, sizes, [_least(lambda content=content: read(content)) for content in contents])  # type: ignore[misc]
    ledgers = (100, 1_000, 10_000)
    yield _row("records in the ledger", ledgers, [_appended(size) for size in ledgers])


def _row(what: str, sizes: tuple[int, ...], costs: list[float]) -> tuple[str, ...]:
    cells = (f"{s:,}: {cost:.2f} ms, ×{cost / costs[0]:.1f}" for s, cost in zip(sizes, costs, strict=True))
    return (what, *cells)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    found, head = list(rows()), ("what grows", "first", "second", "third")
    table = Table(*head)
    for row in found:
        table.add_row(*row)
    Console(width=110).print(table)
    if options.write:
        put(options.write, "tests.bench.growth", "python -m tests.bench.growth", markdown(head, found))


if __name__ == "__main__":
    main()
