"""Who is in the house: the open sessions, the octets they hold, the deliveries under way.

One Occupancy belongs to one Server and to its event loop; nothing here is shared with a thread.
"""

import asyncio
import ipaddress
import math
from collections import Counter
from collections.abc import Awaitable, Callable

import structlog

from gateway.inbound import replies
from gateway.inbound.limits import Limits
from gateway.inbound.patience import Patience
from gateway.inbound.replies import Reply
from gateway.inbound.wire import Wire
from gateway.ledger.errors import LedgerUnavailable
from gateway.mail.envelope import Arrival
from gateway.mail.network import UNKNOWN_IP

Accept = Callable[[Arrival], Awaitable[Reply]]
Refuse = Callable[[Arrival, Reply], Awaitable[Reply]]

_ABORT_SECONDS = 2.0
_FULL_SECONDS = 60.0
_log = structlog.get_logger()


class Occupancy:
    """Admits sessions within ``limits``, runs deliveries, and empties the house at the end."""

    def __init__(self, limits: Limits, accept: Accept, refuse: Refuse) -> None:
        self._limits = limits
        self._accept = accept
        self._refuse = refuse
        self._wires: dict[Wire, str] = {}
        self._sent_away: set[Wire] = set()
        self._per_client: Counter[str] = Counter()
        self._deliveries: set[asyncio.Task[Reply]] = set()
        self._held = 0
        self._empty = asyncio.Event()
        self._empty.set()
        self._told_full = -math.inf
        self.closing = False
        self.patience = Patience()

    def enter(self, wire: Wire, client_ip: str) -> Reply | None:
        """Counts a session in, or says why not; ``leave`` follows only when it was counted in.

        Sessions of UNKNOWN_IP are bounded by their number in all alone.
        """
        client = _client_key(client_ip)
        if self.closing:
            return replies.SHUTTING_DOWN
        if self._is_crowded(client) or not self._has_room():
            return self._full(client_ip)
        self._count(wire, client)
        self._empty.clear()
        return None

    def rename(self, wire: Wire, client_ip: str) -> Reply | None:
        """Counts a session that is in as another client's, or says why not."""
        client = _client_key(client_ip)
        if client == self._wires[wire]:
            return None
        if self._is_crowded(client):
            return self._full(client_ip)
        self._discount(wire)
        self._count(wire, client)
        return None

    def _full(self, client_ip: str) -> Reply:
        """Logged once a minute: whoever calls again and again writes no log full."""
        now = asyncio.get_running_loop().time()
        if now - self._told_full >= _FULL_SECONDS:
            self._told_full = now
            _log.warning("smtp.sessions.full", sessions=len(self._wires), **{"source.ip": client_ip})
        return replies.TOO_MANY_SESSIONS

    def leave(self, wire: Wire) -> None:
        """Counts the session out."""
        self._discount(wire)
        if not self._wires:
            self._empty.set()

    def _has_room(self) -> bool:
        """Whether a place is free, or was made free: whoever lets us wait longest goes, if it is long."""
        if len(self._wires) - len(self._sent_away) < self._limits.sessions:
            return True
        staying = [wire for wire in self._wires if wire not in self._sent_away]
        slowest = max(staying, key=lambda wire: wire.stalled_for)
        # Who was sent away still has a connection for a moment, and those have a bound too.
        if (
            slowest.stalled_for < self._limits.stalled_seconds
            or len(self._sent_away) >= self._limits.sessions
        ):
            return False
        self._sent_away.add(slowest)
        slowest.wind_up()
        return True

    def _is_crowded(self, client: str) -> bool:
        return client != UNKNOWN_IP and self._per_client[client] >= self._limits.sessions_per_client

    def _count(self, wire: Wire, client: str) -> None:
        self._wires[wire] = client
        self._per_client[client] += 1

    def _discount(self, wire: Wire) -> None:
        client = self._wires.pop(wire)
        self._sent_away.discard(wire)
        self._per_client[client] -= 1
        if not self._per_client[client]:
            del self._per_client[client]

    def hold(self, octets: int) -> bool:
        """Grants so many octets of memory, or refuses. What was granted comes back by ``release``."""
        if self._held + octets > self._limits.held_octets:
            return False
        self._held += octets
        return True

    def release(self, octets: int) -> None:
        """Takes back octets that ``hold`` granted."""
        self._held -= octets

    async def answer(self, arrival: Arrival, refusal: Reply | None) -> Reply:
        """What ``accept`` replies, or ``refuse`` when there is a ``refusal``; INTERNAL when it raises.

        It runs in a task of its own: neither the client's going nor the cancelling of the
        caller ends it, only ``drain`` past its deadline.
        """
        answered = self._refuse(arrival, refusal) if refusal else self._accept(arrival)
        task = asyncio.ensure_future(answered)
        self._deliveries.add(task)
        task.add_done_callback(self._deliveries.discard)
        await asyncio.wait({task})
        if task.cancelled():
            return replies.SHUTTING_DOWN
        error = task.exception()
        if error is None:
            return task.result()
        log_failure("smtp.delivery.failed", error)
        return replies.INTERNAL

    async def drain(self, seconds: float) -> None:
        """Sends idle clients away, lets deliveries finish for so long, then ends what is left."""
        self.closing = True
        for wire in tuple(self._wires):
            wire.wind_up()
        if await self._emptied_within(seconds):
            return
        _log.warning("smtp.drain.overdue", deliveries=len(self._deliveries), sessions=len(self._wires))
        for task in tuple(self._deliveries):
            task.cancel()
        if await self._emptied_within(_ABORT_SECONDS):
            return
        for wire in tuple(self._wires):
            wire.abort()
        await self._emptied_within(_ABORT_SECONDS)

    async def _emptied_within(self, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                await self._empty.wait()
        except TimeoutError:
            return False
        return True


def log_failure(event: str, error: BaseException) -> None:
    """Logs an exception by its type and place; its text may hold what no log may, but for the ledger's."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    place = f"{at.tb_frame.f_globals.get('__name__')}:{at.tb_lineno}" if at else ""
    said = {"error.message": str(error)} if isinstance(error, LedgerUnavailable) else {}
    _log.error(event, **{"error.type": type(error).__name__, "error.place": place}, **said)


def _client_key(ip: str) -> str:
    """One IPv6 client commands a whole /64, so it is counted by that."""
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip
    if address.version == 4:
        return ip
    return str(ipaddress.ip_network((address, 64), strict=False))
