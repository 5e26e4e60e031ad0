"""``python -m tests.bench.scale``: what several nodes record together in one ledger, and how far that goes.

Each node is a process with the gateway's own ledger, in which tasks wait for their records as sessions do:
an intent, then its outcome. PostgreSQL is private, on a Unix socket. From the best rate, and the processor
time of a mail in the guide on performance (``--cpu-ms``), the second table works out what so many
municipalities need: ``--mails`` each on a working day, a quarter of them in its busiest hour. ``--write``
names a guide for both.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gateway.ledger.place import Site, parse_postgres
from gateway.ledger.store import Ledger
from gateway.ledger.verify import verify
from tests.bench.marks import markdown, put
from tests.support import postgres
from tests.support.ledger import LOG, intent, outcome

ROOT = Path(__file__).parents[2]
_NODES, _AT_ONCE, _SECONDS = (1, 2, 4, 8), 20, 8.0
_MUNICIPALITIES = (10, 100, 1_000, 10_000)
_WORKING_DAYS, _BUSIEST, _RECORD_BYTES = 250, 4, 2_554
Row = tuple[str, ...]


async def _record(site: Site, node: str) -> int:
    """Transfers recorded in ``_SECONDS``."""
    ledger = Ledger.open(site, node=node, log=LOG, clock=lambda: datetime.now(UTC))
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + _SECONDS

    async def session(number: int) -> int:
        count = 0
        while time.monotonic() < end:
            name = f"{node}-{number}-{count}"
            await ledger.append(intent(name))
            await ledger.append(outcome(name))
            count += 1
        return count

    done = sum(await asyncio.gather(*map(session, range(_AT_ONCE))))
    await ledger.close()
    return done


def _rate(server: postgres.Server, nodes: int) -> float:
    """Transfers a second by so many nodes together; RuntimeError unless their ledger is whole."""
    with tempfile.TemporaryDirectory() as name:
        database, folder = server.new_database(), Path(name)
        command = (sys.executable, "-m", "tests.bench.scale", "--folder", name, "--url", server.url(database))
        started = list[subprocess.Popen[str]]()
        for number in range(nodes):
            (folder / f"n{number}").mkdir()
            each = (*command, "--node", f"n{number}")
            pipe = subprocess.PIPE
            started.append(subprocess.Popen(each, cwd=ROOT, stdin=pipe, stdout=pipe, text=True))
        for process in started:
            process.stdout.readline()  # type: ignore[union-attr]
        for process in started:
            process.stdin.write("\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
        done = sum(int(process.communicate()[0]) for process in started)
        report = verify(server.place(database))
        if report.problem or report.size != 2 * done:
            raise RuntimeError(f"{report.size} records of {done} transfers, {report.problem}")
    return done / _SECONDS


def measured() -> list[tuple[int, float]]:
    """Nodes, and how many transfers a second they record together."""
    with postgres.running() as server:
        return [(nodes, _rate(server, nodes)) for nodes in _NODES]


def needs(mails: int, cpu_ms: float, most: float) -> Iterator[Row]:
    """What so many municipalities need, in words of the second table."""
    for count in _MUNICIPALITIES:
        peak = count * mails / _BUSIEST / 3600
        stored = count * mails * _WORKING_DAYS * _RECORD_BYTES / 1e9
        yield (
            f"{count:,}", f"{count * mails:,}", f"{peak:.2f}", f"{peak * cpu_ms / 10:.1f} %",
            f"{2 * peak:.1f}", f"{100 * peak / most:.1f} %", f"{stored:.1f} GB",
        )  # fmt: skip


_FIRST = ("nodes", "transfers/s together", "of one node")
_SECOND = (
    "municipalities", "mails a day", "mails/s, busiest hour", "of one core", "commits/s at most",
    "of the ledger's rate", "ledger a year",
)  # fmt: skip


def main() -> None:
    """Prints both tables; with ``--node`` it is one node of the first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=20)
    parser.add_argument("--cpu-ms", type=float, default=13.0)
    parser.add_argument("--write", type=Path)
    for name in ("--node", "--folder", "--url"):
        parser.add_argument(name)
    options = parser.parse_args()
    if options.node:
        folder = Path(options.folder)
        site = Site(parse_postgres(options.url), folder / "ledger.key", folder / options.node)
        print(asyncio.run(_record(site, options.node)))
        return
    found = measured()
    first = [(str(n), f"{rate:.0f}", f"×{rate / found[0][1]:.1f}") for n, rate in found]
    second = list(needs(options.mails, options.cpu_ms, max(rate for _, rate in found)))
    for head, rows in ((_FIRST, first), (_SECOND, second)):
        table = Table(*head)
        for row in rows:
            table.add_row(*row)
        Console(width=120).print(table)
    if options.write:
        command = f"python -m tests.bench.scale --mails {options.mails} --cpu-ms {options.cpu_ms:g}"
        told = f"{markdown(_FIRST, first)}\n{markdown(_SECOND, second)}"
        put(options.write, "tests.bench.scale", command, told)


if __name__ == "__main__":
    main()
