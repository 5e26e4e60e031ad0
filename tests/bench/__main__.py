"""``make bench``: how fast the whole gateway takes a labelled referral in, decides, records and hands it on.

Timings of two runs on a shared machine do not compare; the ratio to a bare exchange with the same
mailbox, measured in the same run, does. With a file name the figures are written there as JSON.
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import aiosmtplib
from rich.console import Console
from rich.table import Table

from tests.support.corpus import CORPUS
from tests.support.stage import Stage, staged

MESSAGES = 100
SENDER, RECIPIENT = "katrien.moortgat@kindengezin.example", "ocmw@pepingen.example"


@dataclass(frozen=True, slots=True)
class Measured:
    """One load: how many at once, messages a second, and seconds from connect to the final reply."""

    way: str
    at_once: int
    messages_per_second: float
    p50: float
    p99: float
    cpu_per_thousand: float | None
    peak_mib: float | None


async def _load(way: str, at_once: int, send: Callable[[], Awaitable[str]], stage: Stage | None) -> Measured:
    waiting = iter(range(MESSAGES))
    seconds: list[float] = []

    async def work() -> None:
        for _ in waiting:
            began = time.perf_counter()
            reply = await send()
            seconds.append(time.perf_counter() - began)
            if not reply.startswith("250"):
                raise RuntimeError(f"refused under load: {reply}")

    cpu, began = stage.cpu_seconds if stage else 0.0, time.perf_counter()
    await asyncio.gather(*(work() for _ in range(at_once)))
    whole = time.perf_counter() - began
    spent = (stage.cpu_seconds - cpu) * 1000 / MESSAGES if stage else None
    marks = statistics.quantiles(seconds, n=100)
    peak = stage.peak_mib if stage else None
    return Measured(way, at_once, MESSAGES / whole, marks[49], marks[98], spent, peak)


async def _measure(stage: Stage) -> list[Measured]:
    content = (CORPUS / "001-clean-form" / "message.eml").read_bytes()

    async def through_the_gateway() -> str:
        return await stage.send(content, SENDER, RECIPIENT)

    async def straight_to_the_mailbox() -> str:
        client = aiosmtplib.SMTP(
            hostname="127.0.0.1", port=stage.mailbox.port, start_tls=True, tls_context=stage.trust
        )
        async with client:
            await client.sendmail(SENDER, [RECIPIENT], content)
        return "250"

    measured = []
    for at_once in (1, 10, 50):
        measured.append(await _load("mailbox alone", at_once, straight_to_the_mailbox, None))
        measured.append(await _load("through the gateway", at_once, through_the_gateway, stage))
    return measured


def _show(measured: list[Measured]) -> None:
    table = Table("way", "at once", "messages/s", "p50 ms", "p99 ms", "CPU s per 1,000", "peak MiB")
    for one in measured:
        cpu = "" if one.cpu_per_thousand is None else f"{one.cpu_per_thousand:.1f}"
        peak = "" if one.peak_mib is None else f"{one.peak_mib:.0f}"
        row = (f"{one.messages_per_second:.0f}", f"{one.p50 * 1000:.0f}", f"{one.p99 * 1000:.0f}", cpu, peak)
        table.add_row(one.way, str(one.at_once), *row)
    Console(width=110).print(table)


async def main() -> list[Measured]:
    """Runs the loads one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        async with staged(Path(folder), extra="limits: {sessions_per_client: 100}") as stage:
            return await _measure(stage)


if __name__ == "__main__":
    found = asyncio.run(main())
    _show(found)
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(json.dumps([asdict(one) for one in found], indent=2), "utf-8")
