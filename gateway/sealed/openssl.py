"""One run of the program ``openssl``: bytes go in through pipes and come out of one; nothing touches a disk.

It reads what strangers wrote while it holds a key, so it gets no environment, no folder, little memory
and little time. What it wrote before it failed is thrown away: of a tampered AES-GCM message it prints
the altered text and exits with an error only then.
"""

import asyncio
import contextlib
import os
import resource
from collections.abc import Iterator
from dataclasses import dataclass

SECONDS = 30.0
_CPU_SECONDS = 10
_SPARE_BYTES = 256 * 1024 * 1024
_COPIES = 6  # of the input, in the program's memory at most; measured: two
_AT_ONCE = 4
_MOST_COMPLAINT = 16 * 1024
_CHUNK = 1 << 16
# No configuration file, no random state, and no place for a temporary file.
_ENVIRONMENT = {
    "OPENSSL_CONF": "/dev/null", "RANDFILE": "/dev/null", "HOME": "/nonexistent", "TMPDIR": "/nonexistent",
}  # fmt: skip

Argument = str | bytes
"""A word of the command line; bytes are handed over through a pipe, whose name takes their place."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run ended: ``output`` is empty unless it is ``ok``. ``complaint`` may quote what it was given."""

    ok: bool
    output: bytes
    complaint: str


class Openssl:
    """Runs the program, a few at a time. ``program`` is sought in the system's own folders."""

    def __init__(self, program: str = "openssl") -> None:
        self._program = program
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def run(self, *arguments: Argument, content: bytes) -> Ran:
        """What it makes of ``content`` on its standard input.

        An output longer than the input and a little is no output. Raises OSError when the program
        cannot be started or the machine gives it no time: a fault of ours, whatever the message.
        """
        async with self._slots:
            with _pipes(arguments) as (named, readable, feeds):
                process = await self._start(named, readable)
                _close(readable)  # or what the program does not read would be waited for
                return await _Run(process, len(content) + _CHUNK).finish(content, feeds)

    async def _start(self, arguments: list[str], readable: list[int]) -> asyncio.subprocess.Process:
        pipe = asyncio.subprocess.PIPE
        return await asyncio.create_subprocess_exec(
            self._program, *arguments, stdin=pipe, stdout=pipe, stderr=pipe,
            env=_ENVIRONMENT, cwd="/", pass_fds=readable, start_new_session=True,
        )  # fmt: skip


@contextlib.contextmanager
def _pipes(arguments: tuple[Argument, ...]) -> Iterator[tuple[list[str], list[int], list[tuple[int, bytes]]]]:
    """The command line with a pipe's name for each of its inputs, the ends to inherit, and those to feed."""
    named: list[str] = []
    readable: list[int] = []
    feeds: list[tuple[int, bytes]] = []
    try:
        for argument in arguments:
            if isinstance(argument, bytes):
                end, feed = os.pipe()
                readable.append(end)
                feeds.append((feed, argument))
            named.append(argument if isinstance(argument, str) else f"/dev/fd/{readable[-1]}")
        yield named, readable, feeds
    finally:
        _close(readable)
        _close([end for end, _ in feeds])


def _close(ends: list[int]) -> None:
    while ends:
        os.close(ends.pop())


class _Run:
    """One process from its start to its end."""

    def __init__(self, process: asyncio.subprocess.Process, most: int) -> None:
        self._process = process
        self._most = most
        self._overdue = False

    async def finish(self, content: bytes, feeds: list[tuple[int, bytes]]) -> Ran:
        """Feeds it all it asked for and waits until it is gone, also when this wait is cancelled."""
        work = asyncio.ensure_future(self._work(content, feeds))
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            _kill(self._process)
            await asyncio.wait([work])
            raise

    async def _work(self, content: bytes, feeds: list[tuple[int, bytes]]) -> Ran:
        alarm = asyncio.get_running_loop().call_later(SECONDS, self._expire)
        try:
            _limit(self._process.pid, _SPARE_BYTES + _COPIES * len(content))
            reading = (_read(self._process, self._process.stdout, self._most),
                       _read(self._process, self._process.stderr, _MOST_COMPLAINT))  # fmt: skip
            writing = [_feed(feeds.pop()) for _ in list(feeds)]
            output, complaint, *_ = await asyncio.gather(*reading, _write(self._process, content), *writing)
            code = await self._process.wait()
        finally:
            alarm.cancel()
            _kill(self._process)
        if self._overdue:
            raise OSError("openssl was not done in time")
        ok = code == 0 and output is not None
        return Ran(ok, output or b"" if ok else b"", (complaint or b"").decode("ascii", "replace"))

    def _expire(self) -> None:
        self._overdue = True
        _kill(self._process)


def _limit(pid: int, memory: int) -> None:
    """Sets the limits before it is given anything to read; a process that is gone needs none."""
    limits = (
        (resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, _CPU_SECONDS), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0), (resource.RLIMIT_CORE, 0),
    )  # fmt: skip
    with contextlib.suppress(ProcessLookupError):
        for limit, value in limits:
            given = resource.getrlimit(limit)[1]
            most = value if given == resource.RLIM_INFINITY else min(value, given)
            resource.prlimit(pid, limit, (most, most))


def _kill(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()


async def _read(
    process: asyncio.subprocess.Process, stream: asyncio.StreamReader | None, most: int
) -> bytes | None:
    """All of ``stream``; None when it is longer than ``most``, which ends the process."""
    chunks: list[bytes] = []
    length = 0
    while stream is not None and (chunk := await stream.read(_CHUNK)):
        length += len(chunk)
        if length > most:
            _kill(process)
        else:
            chunks.append(chunk)
    return b"".join(chunks) if length <= most else None


async def _write(process: asyncio.subprocess.Process, content: bytes) -> None:
    """A program that has read enough closes its end, which is no fault."""
    if process.stdin is not None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            process.stdin.write(content)
            await process.stdin.drain()
            process.stdin.close()
            await process.stdin.wait_closed()


class _Feed(asyncio.BaseProtocol):
    """Knows when a pipe has taken everything, or nobody reads it any more."""

    def __init__(self) -> None:
        self.closed = asyncio.Event()

    def connection_lost(self, _: Exception | None) -> None:
        self.closed.set()


async def _feed(pipe: tuple[int, bytes]) -> None:
    end, content = pipe
    file = os.fdopen(end, "wb", 0)
    transport, protocol = await asyncio.get_running_loop().connect_write_pipe(_Feed, file)
    transport.write(content)
    transport.close()
    await protocol.closed.wait()
