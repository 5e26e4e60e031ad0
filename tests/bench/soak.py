"""``python -m tests.bench.soak``: many messages through two workers, while memory and promises are watched.

Messages come from smtp-source, ten at once, and end in smtp-sink. After every stretch the memory of all the
gateway's processes is told; at the end the next hop's count, the transfers in the ledger and the ledger's own
verification must agree. Ends with 1 when they do not, or when memory grew by more than ``--growth``.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from gateway.ledger.transfers import each_transfer
from gateway.ledger.verify import verify
from tests.bench.marks import markdown, put
from tests.bench.throughput.gateway import gateway
from tests.bench.throughput.load import Kind, Measured, load, resident_mib, sinking
from tests.bench.throughput.messages import small
from tests.support.dkim import new_signer
from tests.support.stage import SENDERS

_HEAD = (
    "sent", "at the next hop", "accepted in the ledger", "otherwise", "ledger", "messages/s", "MiB",
    "MiB since the first stretch", "bytes of ledger each",
)  # fmt: skip


async def run(options: argparse.Namespace) -> bool:
    """Prints how it goes; whether nothing was lost, nothing came twice and memory stayed flat."""
    signer = new_signer(SENDERS)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        folder = Path(name)
        mail = folder / "mail"
        mail.write_bytes(small(signer))
        async with sinking(folder) as sink, gateway(folder, sink.port, signer, workers=2) as (port, process):
            settled, began = 0.0, time.perf_counter()
            for first in range(0, options.messages, options.stretch):
                kind = Kind("4 KB", mail, 10, min(options.stretch, options.messages - first))
                measured = await load("gateway", port, [process], sink, kind)
                settled = settled or measured.resident_mib
                _tell(first + kind.count, measured)
            seconds, grown = time.perf_counter() - began, resident_mib(process) - settled
            arrived = sink.taken
        outcomes = Counter(transfer.outcome.value for transfer in each_transfer(folder / "ledger.db"))
        report = verify(folder / "ledger.db")
        size = (folder / "ledger.db").stat().st_size
    n = options.messages
    whole = "whole" if report.ok else str(report.problem)
    row = (
        str(n), str(arrived), str(outcomes["accepted"]), str(n - outcomes["accepted"]), whole,
        f"{n / seconds:.0f}", f"{settled:.0f}", f"{grown:+.1f}", f"{size / n:.0f}",
    )  # fmt: skip
    print(markdown(_HEAD, [row]))
    if options.write:
        command = f"python -m tests.bench.soak --messages {n}"
        put(options.write, "tests.bench.soak", command, markdown(_HEAD, [row]))
    return arrived == n and outcomes == {"accepted": n} and report.ok and grown <= options.growth


def _tell(sent: int, measured: Measured) -> None:
    cpu, resident = measured.cpu_per_thousand, measured.resident_mib
    rate = measured.messages_per_second
    print(f"{sent:>7} sent  {rate:4.0f}/s  {cpu:5.1f} CPU s per 1,000  {resident:6.1f} MiB", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--stretch", type=int, default=2_000, help="messages between two looks")
    parser.add_argument("--write", type=Path, help="a guide for the table")
    parser.add_argument("--growth", type=float, default=40.0, help="MiB that memory may grow by")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(not asyncio.run(run(_options())))
