"""One reader's process, seen from the gateway: started clean, asked one message at a time, never trusted."""

import asyncio
import contextlib
import secrets
import sys
import time
from asyncio.subprocess import SubprocessStreamProtocol
from enum import Enum
from pathlib import Path

import gateway
from gateway.reading.codec import Answer, Confinement, decode, decode_confinement
from gateway.reading.frame import FRAME, NONCE_BYTES
from gateway.reading.strict import MAX_ANSWER_BYTES, MalformedAnswer
from gateway.said import reason_of, say

# -P: the folder it starts in is no place to import from. The environment is empty but for where
# this package lies, so nothing the gateway was given reaches a reader.
COMMAND = (sys.executable, "-s", "-P", "-m", "gateway.reading.worker")
_ENVIRONMENT = {"PYTHONPATH": str(Path(gateway.__file__).parents[1])}
START_SECONDS = 20.0
# A letter takes milliseconds. What computed this share of its time has had a fair chance, however
# busy the machine was.
_LEAST_SHARE = 0.1
_BUFFER_BYTES = 1 << 16


class SandboxUnavailable(Exception):
    """No confined reader can be had. The message says why; it is no fault of a mail."""


class Fault(Enum):
    """Why there is no answer to a message."""

    BROKEN = "the process died or broke the protocol"
    OVERDUE = "the process computed until its time was up"
    STARVED = say("the time was up, but the machine gave the process too little of it")


class _Pipes(SubprocessStreamProtocol):
    """The process's pipes as streams, and its end as an event."""

    def __init__(self) -> None:
        super().__init__(limit=_BUFFER_BYTES, loop=asyncio.get_running_loop())
        self.ended = asyncio.Event()

    def process_exited(self) -> None:
        super().process_exited()
        self.ended.set()


class Process:
    """One running process. ``served`` counts the messages it was given."""

    def __init__(self, transport: asyncio.SubprocessTransport, pipes: _Pipes) -> None:
        self.served = 0
        self._transport = transport
        self._pipes = pipes
        self._idle = True

    @property
    def is_fit(self) -> bool:
        """Whether it runs and owes no answer."""
        return self._idle and not self._pipes.ended.is_set()

    async def introduce(self) -> Confinement:
        """What it was granted, which it says once, first. Raises SandboxUnavailable."""
        try:
            async with asyncio.timeout(START_SECONDS):
                return decode_confinement(await self._frame(bytes(NONCE_BYTES)))
        except (TimeoutError, MalformedAnswer, asyncio.IncompleteReadError, OSError):
            raise SandboxUnavailable(say("a reader's process does not come up")) from None

    async def ask(self, content: bytes, seconds: float) -> Answer | Fault:
        """Its answer to ``content``, waited for at most ``seconds``. Without one the process is killed."""
        self.served += 1
        self._idle = False
        before = self._cpu_seconds()
        try:
            async with asyncio.timeout(seconds):
                answer = await self._exchange(content)
        except TimeoutError:
            computed = self._cpu_seconds() - before
            return Fault.OVERDUE if computed > seconds * _LEAST_SHARE else Fault.STARVED
        except (MalformedAnswer, asyncio.IncompleteReadError, OSError):
            return Fault.BROKEN
        else:
            self._idle = True
            return answer
        finally:
            if not self._idle:
                self.kill()

    def kill(self) -> None:
        """Ends the process at once."""
        with contextlib.suppress(ProcessLookupError):
            self._transport.kill()

    async def gone(self) -> None:
        """Returns once the process has ended, and with it its pipes."""
        await self._pipes.ended.wait()
        self._transport.close()

    async def _exchange(self, content: bytes) -> Answer:
        # A process that another message took over cannot know the nonce of this one, so whatever
        # it wrote too early or too often is no answer to it.
        nonce = secrets.token_bytes(NONCE_BYTES)
        if self._pipes.stdin is None:
            raise MalformedAnswer("the process has no stdin")
        self._pipes.stdin.write(FRAME.pack(nonce, len(content)))
        self._pipes.stdin.write(content)
        await self._pipes.stdin.drain()
        return decode(await self._frame(nonce))

    async def _frame(self, expected: bytes) -> bytes:
        if self._pipes.stdout is None:
            raise MalformedAnswer("the process has no stdout")
        nonce, length = FRAME.unpack(await self._pipes.stdout.readexactly(FRAME.size))
        if nonce != expected or length > MAX_ANSWER_BYTES:
            raise MalformedAnswer("no answer to what was asked")
        return await self._pipes.stdout.readexactly(length)

    def _cpu_seconds(self) -> float:
        # clock_getcpuclockid(3); of a process that has just ended nothing is known.
        with contextlib.suppress(OSError):
            return time.clock_gettime((~self._transport.get_pid() << 3) | 2)
        return 0.0


async def start(command: tuple[str, ...] = COMMAND) -> Process:
    """A new process without a descriptor, variable or group of this one. Raises SandboxUnavailable."""
    pipe = asyncio.subprocess.PIPE
    try:
        # As create_subprocess_exec does, which keeps the transport to itself: only whoever has it
        # can close a pipe that was not read to its end.
        return Process(
            *await asyncio.get_running_loop().subprocess_exec(
                _Pipes, *command, stdin=pipe, stdout=pipe, stderr=asyncio.subprocess.DEVNULL,
                env=_ENVIRONMENT, cwd="/", close_fds=True, start_new_session=True,
            )
        )  # fmt: skip
    except OSError as error:
        raise SandboxUnavailable(
            say("a reader's process cannot be started: {reason}", reason=reason_of(error))
        ) from None
