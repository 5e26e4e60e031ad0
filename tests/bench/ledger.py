"""``python -m tests.bench.ledger``: records a second that a ledger takes, durably, on both databases.

Each process appends under a node name of its own, one batch a transaction. The figures depend on the
disk's fsync and the machine; those of one run compare. PostgreSQL is private, on a Unix socket.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gateway.ledger.place import Site, beside, parse_postgres
from gateway.ledger.record import draft
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support import postgres
from tests.support.ledger import LOG, NOON, refusal

ROOT = Path(__file__).parents[2]
RECORDS = {1: 400, 100: 8_000}


@dataclass(frozen=True, slots=True)
class Measured:
    """One load, and what verifying its ledger gave."""

    store: str
    processes: int
    batch: int
    records_per_second: float
    verified_per_second: float


def append(site: Site, node: str, batch: int) -> None:
    """One process's part: waits for a line on standard input, then appends RECORDS[batch] records."""
    writer = Writer(site, node=node, log=LOG)
    drafts = [draft(refusal(f"{node}-{number}"), NOON) for number in range(RECORDS[batch])]
    print("ready", flush=True)
    sys.stdin.readline()
    for start in range(0, len(drafts), batch):
        writer.append(drafts[start : start + batch])
    writer.close()


def measure(store: str, site: Site, url: str, processes: int, batch: int) -> Measured:
    """All processes begin at once; the time is that until the last of them has ended."""
    command = (sys.executable, "-m", "tests.bench.ledger", str(site.key.with_suffix("")), url)
    started = [
        subprocess.Popen(
            (*command, f"mx{number}", str(batch)),
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in range(processes)
    ]  # fmt: skip
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    began = time.perf_counter()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    codes = [process.wait() for process in started]
    seconds = time.perf_counter() - began
    began = time.perf_counter()
    report = verify(site.place)
    checked = time.perf_counter() - began
    total = processes * RECORDS[batch]
    if any(codes) or not report.ok or report.size != total:
        raise RuntimeError(f"{codes}: {report.size} of {total} records, {report.problem}")
    return Measured(store, processes, batch, total / seconds, total / checked)


def every_load() -> Iterator[Measured]:
    """Both databases, one and four processes, batches of one and of a hundred."""
    with ExitStack() as ends:
        server = None if postgres.unavailable() else ends.enter_context(postgres.running())
        for processes in (1, 4):
            for batch in RECORDS:
                folder = Path(ends.enter_context(tempfile.TemporaryDirectory()))
                yield measure("SQLite", beside(folder / "ledger.db"), "", processes, batch)
                if server is not None:
                    database = server.new_database()
                    folder = Path(ends.enter_context(tempfile.TemporaryDirectory()))
                    site = Site(server.place(database), folder / "ledger.db.key", folder)
                    yield measure("PostgreSQL", site, server.url(database), processes, batch)


def main() -> None:
    """Prints a table."""
    table = Table("database", "processes", "batch", "records/s", "verified/s")
    for one in every_load():
        table.add_row(
            one.store, str(one.processes), str(one.batch),
            f"{one.records_per_second:,.0f}", f"{one.verified_per_second:,.0f}",
        )  # fmt: skip
    Console(width=100).print(table)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        path, given, name, size = sys.argv[1:]
        own = beside(Path(path))
        append(Site(parse_postgres(given), own.key, own.folder) if given else own, name, int(size))
    else:
        main()
