"""The task that anchors in the background. Transfers neither wait for it nor hear of its faults."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import structlog

from gateway.anchoring.failed import AnchorFailed
from gateway.anchoring.pace import Pace
from gateway.ledger.anchors import Anchor, Standing, Way, active_since, standing
from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.record import Entry
from gateway.ledger.store import Ledger

_log = structlog.get_logger()
_TICK_SECONDS = 60.0
_MOST_SECONDS = 300.0
_STOP_SECONDS = 5.0

Lay = Callable[[Standing], Awaitable[Entry]]


class Anchoring:
    """Lays the checkpoints of the ledger at ``place`` down by each of ``ways``, at ``pace``.

    One event loop owns it. ``clock`` yields aware times.
    """

    def __init__(
        self, place: Place, ledger: Ledger, ways: Mapping[Way, Lay], pace: Pace, clock: Callable[[], datetime]
    ) -> None:
        self._place, self._ledger, self._ways, self._pace, self._clock = place, ledger, ways, pace, clock
        self._last: dict[Way, Anchor] = {}
        self._tried: dict[Way, datetime] = {}
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def start(self) -> None:
        """Begins to look every minute; does nothing when no way is configured."""
        if self._ways:
            self._task = asyncio.ensure_future(self._run())

    async def close(self) -> None:
        """Stops. What was under way is dropped; a mail already recorded may have left."""
        self._closed = True
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait((self._task,), timeout=_STOP_SECONDS)

    async def look(self) -> None:
        """Takes each way that is due, once. Raises nothing but CancelledError."""
        for way, lay in self._ways.items():
            try:
                async with asyncio.timeout(_MOST_SECONDS):
                    await self._take(way, lay)
            except AnchorFailed as failure:
                _log.error("anchor failed", **{"gateway.anchor": str(way.kind), "event.reason": str(failure)})
            except Exception as error:  # noqa: BLE001 - an error of ours must not end anchoring
                named = str(error) if isinstance(error, LedgerError) else ""
                facts = {"error.type": type(error).__name__, "error.message": named}
                _log.error("anchor failed", **{"gateway.anchor": str(way.kind), **facts})

    async def _run(self) -> None:
        # A library may swallow a cancellation, so the end is asked for twice.
        while not self._closed:
            await self.look()
            if not self._closed:
                await asyncio.sleep(_TICK_SECONDS)

    async def _take(self, way: Way, lay: Lay) -> None:
        last, tried, now = self._last.get(way), self._tried.get(way), self._clock()
        if last is not None:
            active = await asyncio.to_thread(active_since, self._place, last.size)
            if not self._pace.due(last.time, tried, now, active=active):
                return
        # Reading every anchor takes longer, and another node may have laid one down meanwhile.
        stands = await asyncio.to_thread(standing, self._place, way)
        if stands.last is not None:
            self._last[way] = stands.last
        held_since = stands.last.time if stands.last else None
        if self._pace.due(held_since, tried, now, active=stands.active):
            self._tried[way] = now
            await self._ledger.append(await lay(stands))
            del self._tried[way]
            _log.info("anchored", **{"gateway.anchor": str(way.kind), "event.sequence": stands.size})
