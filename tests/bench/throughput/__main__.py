"""``python -m tests.bench.throughput``: the gateway and other mail software, alternately, in one run.

Every system takes mail from smtp-source and hands it to an smtp-sink of its own; what is not installed is
named and left out. ``--rounds`` loads each that often, and the medians count. ``--json`` and ``--chart``
name files for the figures and for a chart of them (SVG), ``--write`` a guide for the tables. Figures of
different machines, or of different days on a shared one, do not compare; the ratios of one run do. It takes
a few minutes, and ends.
"""

import argparse
import asyncio
import json
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench.marks import put
from tests.bench.throughput import rivals
from tests.bench.throughput.gateway import gateway
from tests.bench.throughput.latency import Latency, latency
from tests.bench.throughput.load import Kind, LoadFailed, Measured, Sink, load, sinking
from tests.bench.throughput.messages import large, small, with_form
from tests.bench.throughput.report import chart, figures, show, tables
from tests.bench.throughput.rivals import Running
from tests.support.dkim import Signer, new_signer
from tests.support.stage import SENDERS

_START_SECONDS = 120.0
Start = Callable[[Path, int], AbstractAsyncContextManager[Running]]


@dataclass(frozen=True, slots=True)
class System:
    """A running system and the next hop behind it."""

    name: str
    running: Running
    sink: Sink


@asynccontextmanager
async def us(folder: Path, sink: int, *, signer: Signer, workers: int) -> AsyncIterator[Running]:
    """The gateway with so many workers."""
    async with gateway(folder, sink, signer, workers=workers) as (port, process):
        yield Running(port, (process,))


def systems(signer: Signer) -> Mapping[str, Start]:
    """Every system by its name."""
    return {
        "gateway, 1 worker": partial(us, signer=signer, workers=1),
        "gateway, 2 workers": partial(us, signer=signer, workers=2),
        "Postfix": rivals.postfix,
        "Postfix + rspamd": rivals.postfix_with_rspamd,
        "Haraka": rivals.haraka,
        "amavisd-new": rivals.amavis,
    }


async def started(wanted: Mapping[str, Start], folder: Path, stack: AsyncExitStack) -> list[System]:
    """Those of ``wanted`` that are installed and come up."""
    up = []
    for number, (name, start) in enumerate(wanted.items()):
        own = folder / str(number)
        own.mkdir(mode=0o755)
        try:
            async with asyncio.timeout(_START_SECONDS):
                sink = await stack.enter_async_context(sinking(own))
                up.append(System(name, await stack.enter_async_context(start(own, sink.port)), sink))
        except (OSError, TimeoutError) as error:
            print(f"left out: {name}: {error if str(error) else 'it did not come up'}", file=sys.stderr)
    return up


async def measure(up: list[System], kinds: list[Kind], rounds: int) -> list[Measured]:
    """Every load on every system, one after the other, ``rounds`` times over."""
    found = []
    for number in range(rounds):
        for kind in kinds:
            for system in up:
                print(
                    f"round {number + 1}: {kind.name}, {kind.at_once} at once: {system.name}", file=sys.stderr
                )
                roots = system.running.processes
                try:
                    found.append(await load(system.name, system.running.port, roots, system.sink, kind))
                except LoadFailed as error:
                    print(f"no figure: {error}", file=sys.stderr)
    return found


async def delays(up: list[System], message: bytes) -> list[Latency]:
    """How long one mail at a time takes on every system, and at a next hop alone."""
    alone = [await latency("next hop alone", up[0].sink.port, message)] if up else []
    return alone + [await latency(system.name, system.running.port, message) for system in up]


async def run(options: argparse.Namespace) -> None:
    """Starts all, loads all, and shows what was found."""
    signer = new_signer(SENDERS)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 - Postfix and its like enter as themselves
        mails = {"4 KB": small(signer), "200 KB": large(signer), "docx": with_form(signer)}
        paths = {kind: folder / f"mail-{number}" for number, kind in enumerate(mails)}
        for kind, path in paths.items():
            path.write_bytes(mails[kind])
        n = options.messages
        kinds = [
            Kind("4 KB", paths["4 KB"], 10, n),
            Kind("4 KB", paths["4 KB"], 50, n),
            Kind("4 KB", paths["4 KB"], 1, max(n // 4, 1)),
            Kind("200 KB", paths["200 KB"], 10, max(n // 4, 1)),
            Kind("a Word file", paths["docx"], 10, max(n // 4, 1)),
            Kind("4 KB, TLS", paths["4 KB"], 10, max(n // 2, 1), tls=True),
        ]
        async with AsyncExitStack() as stack:
            up = await started(systems(signer), folder, stack)
            await measure(up, [Kind("warming up", paths["4 KB"], 10, 30)], 1)
            slow = await delays(up, mails["4 KB"])
            measured = await measure(up, kinds, options.rounds)
    show(measured, slow)
    if options.json:
        options.json.write_text(json.dumps(figures(measured, slow), indent=2) + "\n", "utf-8")
    if options.chart:
        chart(measured, options.chart)
    if options.write:
        command = f"python -m tests.bench.throughput --messages {n} --rounds {options.rounds}"
        put(options.write, "tests.bench.throughput", command, tables(measured, slow))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--chart", type=Path)
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(run(_options()))
