"""``python -m tests.bench.growth``: what one mail costs as it, or what is around it, grows.

Processor time of one process, the least of several runs, as a ratio to the smallest of its row: where a
step is linear the last figure is about the last size over the first, where it is flat about 1. ``--write``
names a guide for the table, ``--chart`` a file for a picture of it (SVG).
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.lineplots import LinePlot
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor
from rich.console import Console
from rich.table import Table

from gateway.inbound.limits import Limits
from gateway.ledger.place import beside
from gateway.ledger.record import draft
from gateway.ledger.writer import Writer
from gateway.mail.address import parse_address
from gateway.policy.book import PolicyBook
from gateway.reading.read import read
from tests.bench.marks import markdown, put
from tests.support.inbound import server_tls, serving
from tests.support.judging import POLICY
from tests.support.ledger import LOG, NOON, refusal
from tests.support.letters import FORM, letter, page

_RUNS = 7
_COLOURS = tuple(map(HexColor, ("#7a7f87", "#2f855a", "#c05621", "#8a6d00", "#7a5bd0", "#0b5a8a", "#a4262c")))


@dataclass(frozen=True, slots=True)
class Growth:
    """What grows, at which sizes it was looked at, and the milliseconds that each took."""

    what: str
    sizes: tuple[int, ...]
    costs: tuple[float, ...]

    def ratios(self) -> list[tuple[float, float]]:
        """Sizes and costs as multiples of the first, those that a chart has room for."""
        each = zip(self.sizes, self.costs, strict=True)
        return [
            (size / self.sizes[0], cost / self.costs[0]) for size, cost in each if size <= 20 * self.sizes[0]
        ]

    def row(self) -> tuple[str, ...]:
        """The same in words."""
        each = zip(self.sizes, self.costs, strict=True)
        cells = (f"{size:,}: {cost:.2f} ms, ×{cost / self.costs[0]:.1f}" for size, cost in each)
        return (self.what, *cells)


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


def _judged(policies: int) -> float:
    """Milliseconds for the policy of a recipient, asked a thousand times, among so many."""
    each = (replace(POLICY, recipients=(f"ocmw@gemeente-{number}.example",)) for number in range(policies))
    book, last = PolicyBook(tuple(each)), parse_address(f"ocmw@gemeente-{policies - 1}.example")
    return _least(lambda: [book.for_recipient(last) for _ in range(1_000)])


async def _answered(sessions: int, folder: Path) -> float:
    """Milliseconds for a hundred commands and their replies, with so many other sessions that say nothing."""
    limits = Limits(
        sessions=sessions + 10, sessions_per_client=sessions + 10, greet_seconds=0, commands=10_000
    )
    async with serving(server_tls(folder), limits=limits) as running:
        for _ in range(sessions):
            await running.client()
        client, best = await running.client(), float("inf")
        for _ in range(_RUNS):
            began = time.process_time()
            for _ in range(100):
                await client.ask("NOOP")
            best = min(best, time.process_time() - began)
    return best * 1000


def _crowded(sessions: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_answered(sessions, Path(folder)))


def rows() -> Iterator[Growth]:
    """One row for each thing that grows."""
    mails: Mapping[str, tuple[Callable[[int], bytes], tuple[int, ...]]] = {
        "lines of text": (_lines, (100, 400, 1_600)),
        "parts": (_parts, (4, 16, 64)),
        "depth of HTML": (_depth, (4, 16, 64)),
    }
    for what, (build, sizes) in mails.items():
        contents = [build(size) for size in sizes]
        yield Growth(what, sizes, tuple(_least(partial(read, content)) for content in contents))
    around: Mapping[str, tuple[Callable[[int], float], tuple[int, ...]]] = {
        "records in the ledger": (_appended, (100, 1_000, 10_000)),
        "policies, 1,000 look-ups": (_judged, (10, 100, 1_000)),
        "other sessions, 100 commands": (_crowded, (10, 50, 250)),
    }
    for what, (cost, sizes) in around.items():
        yield Growth(what, sizes, tuple(map(cost, sizes)))


def chart(found: list[Growth], path: Path) -> None:
    """How many times the first cost the others are, against how many times the first size they have."""
    drawing, plot = Drawing(640, 340), LinePlot()
    plot.x, plot.y, plot.width, plot.height = 50, 50, 350, 260
    ways = [one.ratios() for one in found]
    most = max(size for way in ways for size, _ in way)
    plot.data = [[(1.0, 1.0), (most, most)], *ways]
    plot.xValueAxis.valueMin = plot.yValueAxis.valueMin = 0
    plot.xValueAxis.valueMax = plot.yValueAxis.valueMax = 20
    drawing.add(plot)
    drawing.add(String(50, 12, "times the first size across, times the first cost up", fontSize=10))
    for number, name in enumerate(("linear", *(one.what for one in found))):
        colour = _COLOURS[number % len(_COLOURS)]
        plot.lines[number].strokeColor, plot.lines[number].strokeWidth = colour, 2
        drawing.add(String(415, 296 - 20 * number, name, fontSize=10, fillColor=colour))
    path.write_text(renderSVG.drawToString(drawing), "utf-8")


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--chart", type=Path)
    options = parser.parse_args()
    found, head = list(rows()), ("what grows", "first", "second", "third")
    table = Table(*head)
    for one in found:
        table.add_row(*one.row())
    Console(width=110).print(table)
    if options.chart:
        chart(found, options.chart)
    if options.write:
        told = markdown(head, [one.row() for one in found])
        put(options.write, "tests.bench.growth", "python -m tests.bench.growth", told)


if __name__ == "__main__":
    main()
