"""The figures of a run for people: tables, ratios, what was aimed at, and a chart."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import HexColor
from rich.console import Console
from rich.table import Table

from tests.bench.marks import markdown
from tests.bench.throughput.latency import Latency
from tests.bench.throughput.load import Measured

OURS = "gateway, 2 workers"


@dataclass(frozen=True, slots=True)
class Target:
    """A bound on the ratio of our figure to a rival's, and what was found; None when it was not measured."""

    what: str
    rival: str
    bound: float
    at_least: bool
    found: float | None

    @property
    def reached(self) -> bool:
        """Whether the ratio keeps to the bound."""
        if self.found is None:
            return False
        return self.found >= self.bound if self.at_least else self.found <= self.bound


def medians(measured: Sequence[Measured]) -> list[Measured]:
    """One figure for each system and load: the median of its rounds."""
    grouped: dict[tuple[str, str, int], list[Measured]] = {}
    for one in measured:
        grouped.setdefault((one.load, one.at_once, one.system), []).append(one)  # type: ignore[arg-type]
    return [_median(rounds) for rounds in grouped.values()]


def _median(rounds: list[Measured]) -> Measured:
    return Measured(
        rounds[0].system,
        rounds[0].load,
        rounds[0].at_once,
        rounds[0].messages,
        statistics.median(one.messages_per_second for one in rounds),
        statistics.median(one.cpu_per_thousand for one in rounds),
        max(one.resident_mib for one in rounds),
    )


def targets(measured: Sequence[Measured]) -> Iterator[Target]:
    """What the gateway aims at beside each rival, with 4 KB mails, 10 at once."""
    found = {one.system: one for one in medians(measured) if (one.load, one.at_once) == ("4 KB", 10)}
    big = {one.system: one for one in medians(measured) if one.load == "200 KB"}
    wanted = {"Postfix + rspamd": 2.0, "Haraka": 2.0, "amavisd-new": 3.0, "Postfix": 0.6}
    for rival, bound in wanted.items():
        speed = _ratio(found, rival, lambda one: one.messages_per_second)
        yield Target("messages/s, 4 KB, 10 at once", rival, bound, True, speed)
        if rival != "Postfix":
            cpu = _ratio(found, rival, lambda one: one.cpu_per_thousand)
            yield Target("CPU per message, 4 KB, 10 at once", rival, 0.5, False, cpu)
    speed = _ratio(big, "Postfix + rspamd", lambda one: one.messages_per_second)
    yield Target("messages/s, 200 KB, 10 at once", "Postfix + rspamd", 2.0, True, speed)


def _ratio(found: dict[str, Measured], rival: str, figure: Any) -> float | None:
    if OURS not in found or rival not in found or not figure(found[rival]):
        return None
    return float(figure(found[OURS]) / figure(found[rival]))


def _loads(measured: Sequence[Measured]) -> list[tuple[str, ...]]:
    return [
        (
            one.load,
            str(one.at_once),
            one.system,
            f"{one.messages_per_second:.0f}",
            f"{one.cpu_per_thousand:.1f}",
            f"{one.resident_mib:.0f}",
        )
        for one in medians(measured)
    ]


def _waits(slow: Sequence[Latency]) -> list[tuple[str, ...]]:
    return [(wait.system, f"{wait.p50:.1f}", f"{wait.p99:.1f}") for wait in slow]


def _aims(measured: Sequence[Measured]) -> list[tuple[str, ...]]:
    return [
        (
            aim.rival,
            aim.what,
            f"{'≥' if aim.at_least else '≤'} {aim.bound}",
            "not measured" if aim.found is None else f"{aim.found:.2f}",
            "reached" if aim.reached else "",
        )
        for aim in targets(measured)
    ]


def show(measured: Sequence[Measured], slow: Sequence[Latency]) -> None:
    """Prints all of it."""
    console = Console(width=110)
    for head, rows in _all(measured, slow):
        table = Table(*head)
        for row in rows:
            table.add_row(*row)
        console.print(table)


def tables(measured: Sequence[Measured], slow: Sequence[Latency]) -> str:
    """The same for a guide."""
    return "\n".join(markdown(head, rows) for head, rows in _all(measured, slow))


def _all(
    measured: Sequence[Measured], slow: Sequence[Latency]
) -> Iterator[tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    yield ("load", "at once", "system", "messages/s", "CPU s per 1,000", "MiB"), _loads(measured)
    yield ("one mail at a time", "p50 ms", "p99 ms"), _waits(slow)
    yield ("ratio to", "of", "aim", "found", "reached"), _aims(measured)


def figures(measured: Sequence[Measured], slow: Sequence[Latency]) -> dict[str, Any]:
    """The same as JSON has it, every round by itself."""
    aims = [asdict(aim) | {"reached": aim.reached} for aim in targets(measured)]
    return {"loads": [asdict(o) for o in measured], "latency": [asdict(o) for o in slow], "aims": aims}


def chart(measured: Sequence[Measured], path: Path) -> None:
    """Messages a second of every system, 4 KB and ten at once, as an SVG file."""
    found = [one for one in medians(measured) if (one.load, one.at_once) == ("4 KB", 10)]
    found.sort(key=lambda one: one.messages_per_second)
    drawing = Drawing(640, 60 + 34 * len(found))
    bars = HorizontalBarChart()
    bars.x, bars.y, bars.width, bars.height = 150, 30, 460, 34 * len(found)
    bars.data = [tuple(one.messages_per_second for one in found)]
    bars.categoryAxis.categoryNames = [one.system for one in found]
    bars.valueAxis.valueMin = 0
    bars.bars[0].fillColor, bars.bars[0].strokeColor = HexColor("#0b5a8a"), None
    bars.categoryAxis.labels.dx = -8
    bars.barLabelFormat = "%.0f"
    bars.barLabels.nudge = 14
    drawing.add(bars)
    drawing.add(String(150, 42 + 34 * len(found), "messages a second, 4 KB, 10 at once", fontSize=11))
    renderSVG.drawToFile(drawing, str(path))
