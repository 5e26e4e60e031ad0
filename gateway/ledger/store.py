"""The ledger as the gateway appends to it: many waiters, one writer thread, one fsync for all who wait.

While one commit runs, appends queue up; the thread then takes all of them into the next
transaction. A lone append costs one commit, a hundred at once cost two or three.
"""

import asyncio
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from queue import Empty, SimpleQueue

from gateway.ledger.canonical import Json
from gateway.ledger.errors import LedgerError, LedgerUnavailable, RecordError
from gateway.ledger.place import Site
from gateway.ledger.record import Draft, Entry, Leaf, Outcome, RecordType, draft
from gateway.ledger.writer import Writer
from gateway.said import say

#: A disk or a server that has not answered by then is out of order.
APPEND_SECONDS = 20.0
_MOST_PER_COMMIT = 256


@dataclass(frozen=True, slots=True)
class _Waiting:
    record: Draft
    leaf: Future[Leaf] = field(default_factory=Future)


class Ledger:
    """An open ledger. ``append`` and ``close`` belong to the event loop; the writer to the thread alone.

    ``recovered`` holds the ids of transfers that the previous run of this node left without
    outcome; opening has closed each with the outcome ``unknown``. ``migrated`` is what opening made of
    older tables, None of current ones.
    """

    __slots__ = ("_clock", "_closed", "_queue", "_thread", "_writer", "migrated", "recovered")

    def __init__(self, writer: Writer, clock: Callable[[], datetime], recovered: tuple[str, ...]) -> None:
        self.recovered, self.migrated = recovered, writer.migrated
        self._clock, self._writer, self._closed = clock, writer, False
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        work = (writer, self._queue, clock)
        self._thread = threading.Thread(target=_write, args=work, name="ledger", daemon=True)
        self._thread.start()

    @classmethod
    def open(cls, site: Site, *, node: str, log: str, clock: Callable[[], datetime]) -> "Ledger":
        """The ledger at ``site``, made first with its signing key when nothing is there.

        ``node`` names this process among the writers of one ledger, and only one may live under
        it; ``log`` is the origin its checkpoints bear; ``clock`` yields aware times. Raises
        LedgerUnavailable, KeyFileError, or RecordError for a name that is none.
        """
        writer = Writer(site, node=node, log=log, clock=clock)
        try:
            recovered = writer.left_open()
            writer.append([draft(_unknown(transfer), clock()) for transfer in recovered])
        except LedgerError:
            writer.close()
            raise
        return cls(writer, clock, recovered)

    async def append(self, entry: Entry, seconds: float = APPEND_SECONDS) -> Leaf:
        """Records ``entry``; when this returns, it has survived a power cut. Safe from many tasks at once.

        Raises LedgerUnavailable when it was not written within ``seconds``, RecordError when it never can be.
        A caller that is cancelled, or out of time, may yet find its record written.
        """
        waiting = _Waiting(draft(entry, self._clock()))
        if self._closed or not self._thread.is_alive():
            raise LedgerUnavailable(say("the ledger is closed"))
        self._queue.put(waiting)
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.wrap_future(waiting.leaf)
        except TimeoutError:
            raise LedgerUnavailable(say("the ledger does not answer")) from None

    def checkpoint(self) -> str:
        """The latest signed note this process wrote or saw; it covers every record it was acknowledged."""
        return self._writer.note

    async def close(self) -> None:
        """Writes what waits, then closes the database. Appending afterwards raises LedgerUnavailable."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)


def _unknown(transfer: str) -> Entry:
    measures: dict[str, Json] = {"outcome": Outcome.UNKNOWN, "recovered": True}
    return Entry(RecordType.OUTCOME, transfer, {}, {}, measures)


def _write(writer: Writer, queue: SimpleQueue[_Waiting | None], clock: Callable[[], datetime]) -> None:
    """The writer thread: batch after batch until None comes, then it closes the database."""
    try:
        while batch := _next_batch(queue):
            _commit(writer, [waiting for waiting in batch if waiting is not None], clock)
            if None in batch:
                break
    finally:
        writer.close()
        _refuse_all(queue)


def _refuse_all(queue: SimpleQueue[_Waiting | None]) -> None:
    with suppress(Empty):
        while True:
            waiting = queue.get_nowait()
            if waiting is not None and waiting.leaf.set_running_or_notify_cancel():
                waiting.leaf.set_exception(LedgerUnavailable(say("the writer has stopped")))


def _next_batch(queue: SimpleQueue[_Waiting | None]) -> list[_Waiting | None]:
    """What waits, at least one and at most a commit's worth; None ends it."""
    batch = [queue.get()]
    while batch[-1] is not None and len(batch) < _MOST_PER_COMMIT:
        try:
            batch.append(queue.get_nowait())
        except Empty:
            break
    return batch


def _commit(writer: Writer, batch: Sequence[_Waiting], clock: Callable[[], datetime]) -> None:
    """Writes the batch and tells every waiter, whatever happens."""
    heard = [waiting for waiting in batch if waiting.leaf.set_running_or_notify_cancel()]
    try:
        if lost := writer.abandoned():
            writer.append([draft(_unknown(transfer), clock()) for transfer in lost])
        for waiting, result in zip(heard, writer.append([w.record for w in heard]), strict=True):
            _tell(waiting.leaf, result)
    except LedgerUnavailable as error:
        for waiting in heard:
            waiting.leaf.set_exception(error)
    finally:
        for waiting in heard:
            if not waiting.leaf.done():
                waiting.leaf.set_exception(LedgerUnavailable(say("the writer has stopped")))


def _tell(leaf: Future[Leaf], result: Leaf | RecordError) -> None:
    match result:
        case Leaf():
            leaf.set_result(result)
        case RecordError():
            leaf.set_exception(result)
