"""The next hop: the one server mail is handed to, and the few connections kept open to it.

No mail waits here. A delivery ends within ``Timeouts`` with what the next hop said to its final
dot, or with the honest statement that it is not known.
"""

import asyncio
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import assert_never

import structlog

from gateway.authentication.resolver import Resolver
from gateway.mail.address import Address
from gateway.outbound.connection import Connection, Timeouts
from gateway.outbound.dane import discover
from gateway.outbound.delivery import Accepted, Deferred, Delivery, Lost, Refused, deferral
from gateway.outbound.mta_sts import Published
from gateway.outbound.opening import Endpoint, open_connection
from gateway.outbound.protection import require_protection, unverified_context, verified_context
from gateway.outbound.tls_result import tls_result
from gateway.outbound.transaction import OUT_OF_ORDER, commit, offer
from gateway.outbound.wire import Message, unsendable

__all__ = [
    "Accepted",
    "Deferred",
    "Delivery",
    "Lost",
    "NextHop",
    "Reachable",
    "Refused",
    "Timeouts",
    "tls_result",
    "verified_context",
]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Reachable:
    """The next hop answered. ``tls`` is None on plain loopback; ``certificate_expires`` there and with DANE.

    ``extensions`` are its EHLO keywords, in lower case.
    """

    tls: str | None
    certificate_expires: datetime | None
    extensions: tuple[str, ...]


class NextHop:
    """Delivers to one server, over at most ``connections`` sessions at a time.

    ``hostname`` is the gateway's EHLO name. ``server_name`` is the name the certificate must hold,
    by default ``host``. With ``dane`` the host proves itself by TLSA records that this resolver gives;
    with ``mta_sts`` the policy of that domain must name it besides.
    Raises ValueError when neither ``tls`` nor ``dane`` verifies, for a host that is no loopback address.
    """

    def __init__(  # noqa: PLR0913 - each is one fact of the installation, named where it is given
        self,
        *,
        host: str,
        port: int,
        hostname: str,
        tls: ssl.SSLContext | None,
        server_name: str | None = None,
        dane: Resolver | None = None,
        mta_sts: Published | None = None,
        connections: int = 4,
        timeouts: Timeouts = Timeouts(),  # noqa: B008 - frozen
    ) -> None:
        if dane is None:
            require_protection(host, tls)
            named = partial(mta_sts.discover, host) if mta_sts else None
            self._endpoint = Endpoint(host, port, hostname, tls, server_name or host, named)
        else:
            asked = partial(discover, dane, host, port)
            self._endpoint = Endpoint(host, port, hostname, unverified_context(), host, asked)
        self._timeouts = timeouts
        self._slots = asyncio.Semaphore(connections)
        # Settled connections, latest last, each with the timer that ends its wait.
        self._idle: list[tuple[Connection, asyncio.TimerHandle]] = []
        self._closing: set[asyncio.Task[None]] = set()
        self._closed = False

    async def deliver(
        self,
        sender: Address | None,
        recipients: tuple[Address, ...],
        content: bytes,
        *,
        require_tls: bool = False,
    ) -> Delivery:
        """Hands one message on, to all recipients or none. Raises nothing but CancelledError.

        ``sender`` None is the null reverse-path; ``content`` has CRLF line ends and is sent byte for
        byte. ``require_tls`` asks a next hop that offers REQUIRETLS (RFC 8689) to hand it on over verified
        TLS or not at all. Cancelling closes the connection: before the final dot nothing was delivered,
        after it the outcome is unknown.
        """
        message = Message(sender, recipients, content, require_tls)
        delivery = unsendable(message) or await self._deliver_in_turn(message)
        _record(delivery)
        return delivery

    async def probe(self) -> Reachable | Deferred:
        """Connects as a delivery would, offers nothing and leaves. Raises nothing but CancelledError."""
        try:
            async with asyncio.timeout(self._timeouts.until_dot):
                connection = await open_connection(self._endpoint, self._timeouts)
        except Exception as error:  # noqa: BLE001 - an error of ours must read as one, not end the doctor
            return deferral(error)
        facts = _facts(connection)
        await connection.close()
        return facts

    async def close(self) -> None:
        """Ends the idle sessions with QUIT; deliveries under way end theirs when done."""
        self._closed = True
        idle, self._idle = self._idle, []
        for _, timer in idle:
            timer.cancel()
        await asyncio.gather(*(connection.close() for connection, _ in idle), *self._closing)

    async def _deliver_in_turn(self, message: Message) -> Delivery:
        by = asyncio.get_running_loop().time() + self._timeouts.until_dot
        try:
            async with asyncio.timeout_at(by):
                await self._slots.acquire()
        except TimeoutError as error:
            return deferral(error)
        try:
            return await self._deliver(message, by)
        finally:
            self._slots.release()

    async def _deliver(self, message: Message, by: float) -> Delivery:
        """Over an idle connection if there is one; over a new one if that proves to have gone stale."""
        idle = self._take_idle()
        if idle is not None:
            delivery = await self._transact(idle, message, by)
            if not _was_stale(idle, delivery):
                return delivery
        try:
            async with asyncio.timeout_at(by):
                fresh = await open_connection(self._endpoint, self._timeouts)
        except Exception as error:  # noqa: BLE001 - an error of ours defers the message
            return deferral(error)
        return await self._transact(fresh, message, by)

    async def _transact(self, connection: Connection, message: Message, by: float) -> Delivery:
        try:
            async with asyncio.timeout_at(by):
                refusal = await offer(connection, message)
            return refusal or await commit(connection)
        except Exception as error:  # noqa: BLE001 - an error of ours defers the message
            return deferral(error)
        finally:
            self._release(connection)

    def _take_idle(self) -> Connection | None:
        while self._idle:
            connection, timer = self._idle.pop()
            timer.cancel()
            if connection.alive:
                return connection
        return None

    def _release(self, connection: Connection) -> None:
        if not connection.settled or self._closed:
            connection.abort()
            return
        loop = asyncio.get_running_loop()
        timer = loop.call_later(self._timeouts.idle, self._expire, connection)
        self._idle.append((connection, timer))

    def _expire(self, connection: Connection) -> None:
        self._idle = [pair for pair in self._idle if pair[0] is not connection]
        closing = asyncio.get_running_loop().create_task(connection.close())
        self._closing.add(closing)
        closing.add_done_callback(self._closing.discard)


def _was_stale(reused: Connection, delivery: Delivery) -> bool:
    """Whether the next hop judged this session and no message, so that another may be tried.

    Before any content it had ended it, or lost track of it (503, RFC 5321 section 4.2.4), as one does
    that left the last transaction open.
    """
    if reused.content_begun:
        return False
    match delivery:
        case Deferred(code, _, why):
            return why == "disconnected" or code == 421
        case Refused(code):
            return code == OUT_OF_ORDER
        case _:
            return False


def _facts(connection: Connection) -> Reachable:
    tls = connection.ssl_object
    extensions = tuple(sorted(connection.extensions))
    if tls is None:
        return Reachable(None, None, extensions)
    certificate = tls.getpeercert()
    if not certificate:
        return Reachable(tls.version(), None, extensions)
    expires = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(certificate["notAfter"])), UTC)
    return Reachable(tls.version(), expires, extensions)


def _record(delivery: Delivery) -> None:
    """Logs how it ended. The transfer's ``event.id`` is in the context of the one who delivers."""
    match delivery:
        case Accepted():
            log.info("next hop accepted", **{"event.outcome": "success"})
        case Refused(code):
            log.info("next hop refused", **{"event.outcome": "failure", "error.code": code})
        case Deferred(code, _, why, detail):
            facts = {"event.outcome": "failure", "event.reason": why, "error.code": code}
            log.warning("next hop deferred", **facts, **({"error.message": detail} if detail else {}))
        case Lost():
            log.error("next hop left the outcome unknown", **{"event.outcome": "unknown"})
        case _:
            assert_never(delivery)
