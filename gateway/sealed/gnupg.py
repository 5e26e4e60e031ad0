"""Running GnuPG on hostile bytes: one process a message, bounded, with nothing on disk.

The message goes in and the content comes out by pipes, a signature by memory; the kernel lets the process
write no byte into a file. GnuPG asks no server for keys, trusts nobody by itself and prompts for nothing.
The secret keys are gpg-agent's, which is started before and ended on ``close``.

python-gnupg is not used: it has no deadline and no bound on output, and of several signatures it tells
the last.
"""

import asyncio
import contextlib
import os
import signal
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from gateway.said import say
from gateway.sealed.gpg_bounds import bound, bounding
from gateway.sealed.gpg_home import GnupgError, as_owner, require_home

WAIT_SECONDS, WALL_SECONDS = 30.0, 30.0
_AT_ONCE = 2
_MAX_STATUS_BYTES = 256 * 1024
_CHUNK = 1 << 16
# GnuPG stops somewhere below its bound and calls that an error, so it gets one that lies behind ours.
_SPARE_BYTES = 1 << 20
_OPTIONS = (
    "--no-options", "--batch", "--no-tty", "--trust-model=always", "--no-auto-check-trustdb",
    "--no-auto-key-locate", "--no-auto-key-retrieve", "--disable-dirmngr", "--no-autostart", "--lock-never",
    "--no-random-seed-file", "--pinentry-mode=error", "--weak-digest=SHA1", "--no-symkey-cache",
    "--enable-special-filenames",
)  # fmt: skip
# A fixed time zone and language; nothing the gateway was given.
_ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}


class TooMuch(Exception):
    """The message took more output, computing time or memory than one may."""


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended: its exit code, its status lines as bytes, and what it put out."""

    code: int
    status: bytes
    output: bytes


class Gnupg:
    """GnuPG with the keys in ``home``. ``most``: bytes that one message may become."""

    def __init__(self, home: Path, *, most: int) -> None:
        self._home = home.absolute()
        self._most = most
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._started = False

    async def start(self) -> None:
        """Starts the agent, unless it runs. Raises GnupgError."""
        if await self._agent():
            # Of two that start it at once, one finds it there.
            self._started |= not await self._agent("--options=/dev/null", "--disable-scdaemon", "--daemon")
            await self.require_agent()

    async def require_agent(self) -> None:
        """Raises GnupgError unless the agent runs: without it no message seems to be for us."""
        if await self._agent():
            raise GnupgError(say("gpg-agent does not run in {home}", home=self._home))

    async def close(self) -> None:
        """Ends the agent that it started; a fault leaves it to the service manager."""
        if not self._started:
            return
        with contextlib.suppress(OSError):
            await self._program("gpgconf", "--homedir", str(self._home), "--kill", "gpg-agent")

    async def decrypt(self, data: bytes, *, signatures: bool) -> Run:
        """Decrypts ``data``, looking at the signatures within or not. Raises TooMuch, OSError."""
        await self.start()
        skipped = () if signatures else ("--skip-verify",)
        return await self._bounded((*skipped, "--decrypt"), data)

    async def verify(self, text: bytes, signature: bytes) -> Run:
        """Holds the detached ``signature`` against ``text``. Raises TooMuch, OSError."""
        memory = os.memfd_create("signature")
        try:
            os.write(memory, signature)
            os.lseek(memory, 0, os.SEEK_SET)
            return await self._bounded(("--verify", "--", f"-&{memory}", "-"), text, memory)
        finally:
            os.close(memory)

    async def keys(self, *wanted: str) -> bytes:
        """The keys of the home, or those ``wanted`` by fingerprint, as doc/DETAILS lists them."""
        await self.start()
        listed = ("--with-colons", "--with-secret", "--with-fingerprint", "--list-keys", "--", *wanted)
        return (await self._bounded(listed, b"")).output

    async def export(self, fingerprint: str, address: str, *, armor: bool) -> bytes:
        """The public key alone, without others' signatures, and of its user ids those with ``address``."""
        form = ("--armor",) if armor else ()
        chosen = ("--export-options", "export-minimal", "--export-filter", f"keep-uid=mbox = {address}")
        return (await self._bounded((*form, *chosen, "--export", "--", fingerprint), b"")).output

    async def seal(self, content: bytes, fingerprint: str) -> bytes:
        """``content`` encrypted to a key of the home, to try whether the home opens it."""
        return (await self._bounded(("--encrypt", "--recipient", fingerprint), content)).output

    async def _bounded(self, arguments: tuple[str, ...], data: bytes, *handed: int) -> Run:
        """One run in its turn. A deadline that passes is TimeoutError: the machine's fault."""
        async with asyncio.timeout(WAIT_SECONDS):
            await self._turns.acquire()
        try:
            async with asyncio.timeout(WALL_SECONDS), self._process(arguments, handed) as (process, status):
                return await _conversation(process, status, data, self._most)
        finally:
            self._turns.release()

    @contextlib.asynccontextmanager
    async def _process(
        self, arguments: tuple[str, ...], handed: tuple[int, ...]
    ) -> AsyncIterator[tuple[Process, asyncio.StreamReader]]:
        owner = require_home(self._home)
        ours, theirs = os.pipe()
        async with _reading(ours) as status:
            try:
                process = await asyncio.create_subprocess_exec(
                    *bounding(owner), "gpg", *_OPTIONS, "--homedir", str(self._home),
                    "--status-fd", str(theirs), "--max-output", str(self._most + _SPARE_BYTES), *arguments,
                    stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/",
                    pass_fds=(theirs, *handed), **as_owner(owner),
                )  # fmt: skip
            finally:
                os.close(theirs)
            try:
                if owner.user == os.geteuid():
                    bound(process.pid)
                yield process, status
            finally:
                await _end(process)

    async def _agent(self, *arguments: str) -> int:
        """Without arguments: 0 when the agent runs."""
        return await self._program("gpg-agent", "--homedir", str(self._home), *arguments)

    async def _program(self, *command: str) -> int:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, env=_ENVIRONMENT, cwd="/",
            **as_owner(require_home(self._home)),
        )  # fmt: skip
        try:
            async with asyncio.timeout(WALL_SECONDS):
                return await process.wait()
        finally:
            await _end(process)


@contextlib.asynccontextmanager
async def _reading(descriptor: int) -> AsyncIterator[asyncio.StreamReader]:
    """The reading end of a pipe as a stream."""
    reader = asyncio.StreamReader()
    pipe = os.fdopen(descriptor, "rb", 0)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), pipe
    )
    try:
        yield reader
    finally:
        transport.close()


async def _conversation(process: Process, status: asyncio.StreamReader, data: bytes, most: int) -> Run:
    if process.stdin is None or process.stdout is None:
        raise GnupgError(say("gpg has no pipes"))
    said, output, _ = await asyncio.gather(
        _read(status, _MAX_STATUS_BYTES, process), _read(process.stdout, most, process),
        _feed(process.stdin, data),
    )  # fmt: skip
    code = await process.wait()
    if said is None or output is None:
        raise TooMuch
    if code == -signal.SIGKILL:
        raise GnupgError(say("gpg was killed from outside"))
    if code < 0:
        raise TooMuch
    return Run(code, said, output)


async def _read(stream: asyncio.StreamReader, most: int, process: Process) -> bytes | None:
    """Everything to the end; None when that is more than ``most`` bytes, which ends the process."""
    found = bytearray()
    over = False
    while chunk := await stream.read(_CHUNK):
        over = over or len(found) + len(chunk) > most
        if over:
            _kill(process)
        else:
            found += chunk
    return None if over else bytes(found)


async def _feed(stream: asyncio.StreamWriter, data: bytes) -> None:
    # It may have seen enough and hung up.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        stream.write(data)
        await stream.drain()
        stream.close()
        await stream.wait_closed()


async def _end(process: Process) -> None:
    _kill(process)
    await process.wait()


def _kill(process: Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
