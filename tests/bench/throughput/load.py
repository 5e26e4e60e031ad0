"""One load on one system: messages in by smtp-source, out to smtp-sink, and what it took.

Both come with Postfix. Everything started here has an end: a load that takes too long is killed and told.
"""

import asyncio
import os
import re
import subprocess
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.bench.throughput import encrypted
from tests.support.letters import DESK, SENDER
from tests.support.postfix import free_port

SECONDS = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")
_MIB = 1024 * 1024
_AS_NOBODY = ("-u", "nobody") if os.geteuid() == 0 else ()
_COUNTED = re.compile(rb"mesg=(\d+)")


class LoadFailed(Exception):
    """The load did not come to its end. The message says where it stuck."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A load's outcome. ``messages_per_second`` until the sink has the last, CPU seconds per 1,000, MiB.

    ``resident_mib`` adds up every process, shared pages counted once (proportional set size).
    """

    system: str
    load: str
    at_once: int
    messages: int
    messages_per_second: float
    cpu_per_thousand: float
    resident_mib: float


class Sink:
    """A running smtp-sink and the file in which it counts. ``taken`` is how many messages it has so far."""

    def __init__(self, port: int, counter: Path) -> None:
        self.port = port
        self._counter = counter

    @property
    def taken(self) -> int:
        """Messages taken since it was started."""
        counts = _COUNTED.findall(self._counter.read_bytes()[-200:])
        return int(counts[-1]) if counts else 0

    async def reaches(self, count: int, until: float) -> None:
        """Returns once ``taken`` is ``count``. Raises LoadFailed when the clock shows ``until`` first."""
        while self.taken < count:
            if time.perf_counter() > until:
                raise LoadFailed(f"the next hop has {self.taken} of {count} messages")
            await asyncio.sleep(0.005)


@asynccontextmanager
async def sinking(folder: Path) -> AsyncIterator[Sink]:
    """A next hop on loopback that takes everything and keeps nothing."""
    port, counter = free_port(), folder / "sink"
    command = ("smtp-sink", *_AS_NOBODY, "-c", f"127.0.0.1:{port}", "1000")
    with counter.open("wb") as output:
        async with running(command, folder, output.fileno()):
            yield Sink(port, counter)


@asynccontextmanager
async def running(command: tuple[str, ...], folder: Path, output: int) -> AsyncIterator[int]:
    """The process of ``command`` in a session of its own; at the end it and all of that session are gone."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
    )
    try:
        yield process.pid
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        with suppress(TimeoutError):
            async with asyncio.timeout(10):
                await process.wait()
        with suppress(ProcessLookupError):
            os.killpg(process.pid, 9)
        await process.wait()


async def load(system: str, port: int, roots: Iterable[int], sink: Sink, kind: "Kind") -> Measured:
    """Sends ``kind.count`` messages, each over a connection of its own, as mail servers do."""
    roots = tuple(roots)
    taken, spent, began = sink.taken, sum(map(cpu_seconds, roots)), time.perf_counter()
    try:
        async with asyncio.timeout(_bound(kind)):
            said = await (_over_tls if kind.tls else _plain)(port, kind)
    except TimeoutError:
        raise LoadFailed(
            f"{system} took {sink.taken - taken} of {kind.count} in {_bound(kind):.0f} s"
        ) from None
    if said:
        raise LoadFailed(f"{system} refused a message: {said}")
    await sink.reaches(taken + kind.count, began + _bound(kind))
    seconds = time.perf_counter() - began
    cpu = (sum(map(cpu_seconds, roots)) - spent) * 1000 / kind.count
    resident = sum(map(resident_mib, roots))
    return Measured(system, kind.name, kind.at_once, kind.count, kind.count / seconds, cpu, resident)


@dataclass(frozen=True, slots=True)
class Kind:
    """What is sent, how often, over how many connections at once, and whether over TLS."""

    name: str
    message: Path
    at_once: int
    count: int
    tls: bool = False


async def _plain(port: int, kind: Kind) -> str:
    """Sends by smtp-source; what it said of a failure."""
    source = await asyncio.create_subprocess_exec(
        "smtp-source", "-s", str(kind.at_once), "-m", str(kind.count), "-f", SENDER, "-t", DESK,
        "-F", str(kind.message), f"127.0.0.1:{port}", stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        _, said = await source.communicate()
    finally:
        with suppress(ProcessLookupError):
            source.kill()
        await source.wait()
    return said.decode(errors="replace").strip() if source.returncode else ""


async def _over_tls(port: int, kind: Kind) -> str:
    content = kind.message.read_bytes().replace(b"\n", b"\r\n")
    return await encrypted.send(port, content, kind.at_once, kind.count)


def _bound(kind: Kind) -> float:
    """Seconds a load may take at most: ten messages a second, and a minute besides."""
    return SECONDS + kind.count / 10


def cpu_seconds(pid: int) -> float:
    """Processor seconds of ``pid`` and its descendants, of those that have ended too."""
    ticks = 0
    for one in _family(pid):
        with suppress(OSError):
            ticks += sum(map(int, _stat(one)[11:15]))
    return ticks / _TICKS


def resident_mib(pid: int) -> float:
    """Memory of ``pid`` and its descendants, MiB; a page that several share counts once among them."""
    total = 0
    for one in _family(pid):
        with suppress(OSError):
            shares = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += int(shares.partition("\nPss:")[2].split()[0]) * 1024
    return total / _MIB


def _family(pid: int) -> list[int]:
    """``pid`` and all that it started and that still runs."""
    found, waiting = [], [pid]
    while waiting:
        found.append(one := waiting.pop())
        with suppress(OSError):
            for task in Path(f"/proc/{one}/task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
    return found


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
