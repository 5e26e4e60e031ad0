"""Reading hostile bytes in confined processes, a few of which always stand ready.

A message that kills its reader, stalls it or fills its memory is refused, it alone; a reader that
cannot be had defers. One process reads one message at a time and at most MESSAGES_EACH in its life.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import assert_never

import structlog

from gateway.attachments.rpmsg import MAGIC
from gateway.decision import Code
from gateway.mail.document import Document, Unreadable
from gateway.mail.protection import RightsManaged
from gateway.reading import process
from gateway.reading.codec import Answer, Confinement, Exhausted, Failed
from gateway.reading.process import Fault, Process, SandboxUnavailable
from gateway.said import say

MESSAGES_EACH = 500
WAIT_SECONDS = 30.0
_PAUSE_SECONDS = 1.0
_log = structlog.get_logger()


class Readers:
    """``workers`` messages are read at once, each for at most ``seconds``; one process more is kept warm.

    ``required``: a process the kernel does not confine in full is not used. ``command`` runs one.
    """

    def __init__(
        self,
        *,
        workers: int = 2,
        seconds: float = 10.0,
        required: bool = True,
        command: tuple[str, ...] = process.COMMAND,
    ) -> None:
        self._workers = workers
        self._seconds = seconds
        self._required = required
        self._command = command
        self._turns = asyncio.Semaphore(workers)
        # The one used last is used next: fewer pages to warm, and the spare one stays unused.
        self._ready: asyncio.LifoQueue[Process] = asyncio.LifoQueue()
        self._running: set[Process] = set()
        self._keepers: list[asyncio.Task[None]] = []

    async def start(self) -> Confinement:
        """Starts the processes; what the kernel grants them. Raises SandboxUnavailable."""
        first, confinement = await self._started()
        self._keepers = [asyncio.ensure_future(self._keep(first))]
        self._keepers += [asyncio.ensure_future(self._keep()) for _ in range(self._workers)]
        return confinement

    async def read(self, content: bytes) -> Document | Unreadable:
        """What a person would read of ``content`` (a whole message). Raises SandboxUnavailable."""
        found = await self._read(content)
        return Unreadable(Code.MESSAGE_MALFORMED) if isinstance(found, RightsManaged) else found

    async def read_rights(self, container: bytes) -> RightsManaged:
        """What a rights-managed message's container says, if it is one. Raises SandboxUnavailable."""
        found = await self._read(container) if container.startswith(MAGIC) else None
        return found if isinstance(found, RightsManaged) else RightsManaged()

    async def _read(self, content: bytes) -> Document | RightsManaged | Unreadable:
        async with self._turn():
            async with self._process() as one:
                answer = await one.ask(content, self._seconds)
            if self._keepers and answer in (Fault.BROKEN, Exhausted()):
                # An earlier message may have done this, or the machine: a new process decides.
                answer = await self._second_opinion(content)
        return self._judged(answer)

    async def close(self) -> None:
        """Ends every process; a message still being read is deferred."""
        keepers, self._keepers = self._keepers, []
        for keeper in keepers:
            keeper.cancel()
        await asyncio.gather(*keepers, return_exceptions=True)
        await asyncio.gather(*map(self._ended, tuple(self._running)))

    @contextlib.asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await self._turns.acquire()
        except TimeoutError:
            raise SandboxUnavailable(say("every reader is busy")) from None
        try:
            yield
        finally:
            self._turns.release()

    @contextlib.asynccontextmanager
    async def _process(self) -> AsyncIterator[Process]:
        """A process that is fit; afterwards it is ready again, or retired."""
        one = await self._fit()
        try:
            yield one
        finally:
            if one.is_fit and one.served < MESSAGES_EACH:
                self._ready.put_nowait(one)
            else:
                one.kill()

    async def _fit(self) -> Process:
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                while not (one := await self._ready.get()).is_fit:
                    pass
                return one
        except TimeoutError:
            raise SandboxUnavailable(say("no reader's process comes up")) from None

    async def _second_opinion(self, content: bytes) -> Answer | Fault:
        one, _ = await self._started()
        try:
            return await one.ask(content, self._seconds)
        finally:
            await self._ended(one)

    async def _started(self) -> tuple[Process, Confinement]:
        one = await process.start(self._command)
        self._running.add(one)
        try:
            return one, self._sufficient(await one.introduce())
        except BaseException:
            await self._ended(one)
            raise

    async def _ended(self, one: Process) -> None:
        one.kill()
        await one.gone()
        self._running.discard(one)

    def _sufficient(self, confinement: Confinement) -> Confinement:
        missing = confinement.missing()
        if missing and self._required:
            raise SandboxUnavailable(
                say(
                    "the kernel does not grant readers {missing}: see gateway check",
                    missing=", ".join(missing),
                )
            )
        return confinement

    async def _keep(self, one: Process | None = None) -> None:
        """Keeps one place filled: what ends there is replaced."""
        while True:
            try:
                one = one or (await self._started())[0]
            except SandboxUnavailable as error:
                _log.error("no reader", **{"error.message": str(error)})
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            self._ready.put_nowait(one)
            await one.gone()
            self._running.discard(one)
            await asyncio.sleep(0 if one.served else _PAUSE_SECONDS)
            one = None

    def _judged(self, answer: Answer | Fault) -> Document | RightsManaged | Unreadable:
        """The message is to blame for what it did to its reader, not for what befell the machine."""
        if not self._keepers:
            raise SandboxUnavailable(say("the readers are closing"))
        match answer:
            case Document() | RightsManaged() | Unreadable():
                return answer
            case Exhausted() | Fault.BROKEN | Fault.OVERDUE:
                _log.warning("reader stopped by a message", **{"event.reason": _reason(answer)})
                return Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")
            case Fault.STARVED:
                raise SandboxUnavailable(answer.value)
            case Failed(error):
                _log.error("reader failed", **{"error.type": error})
                raise SandboxUnavailable(say("the reader has a fault"))
            case _:
                assert_never(answer)


def _reason(answer: Exhausted | Fault) -> str:
    return answer.value if isinstance(answer, Fault) else "memory"
