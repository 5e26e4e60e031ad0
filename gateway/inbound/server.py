"""Listens for SMTP and gives every connection its session."""

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable, Sequence
from datetime import datetime

from gateway.inbound.limits import Limits
from gateway.inbound.listening import cannot_listen
from gateway.inbound.occupancy import Accept, Occupancy, Refuse
from gateway.inbound.session import Session, Surroundings
from gateway.inbound.transaction import IsOfHost, JudgeRecipient, Rules, nobody
from gateway.mail.address import Address, parse_domain

_BACKLOG = 128


class Server:
    """An SMTP server on one event loop: ``start``, then ``close``.

    ``accept`` is given each message at its final dot and replies to it; ``refuse`` is given one that
    could not be taken in, without its content, and the refusal it replies with; while it runs nothing
    but ``close`` past its deadline cancels it. ``judge_recipient`` answers at RCPT, None
    accepts. What either raises becomes 451. ``new_id`` makes a transfer's id, ``clock`` tells the time of
    arrival. ``may_forward`` and ``introduces`` as in Rules. Raises AddressError when ``hostname`` is no
    host name.
    """

    def __init__(  # noqa: PLR0913 - everything a server works with comes from outside
        self,
        *,
        hostname: str,
        tls: ssl.SSLContext,
        limits: Limits,
        judge_recipient: JudgeRecipient,
        accept: Accept,
        refuse: Refuse,
        new_id: Callable[[], str],
        clock: Callable[[], datetime],
        require_tls: bool = True,
        postmaster: Address | None = None,
        may_forward: IsOfHost = nobody,
        introduces: IsOfHost = nobody,
    ) -> None:
        self._rules = Rules(
            parse_domain(hostname), limits, judge_recipient, require_tls, postmaster, may_forward, introduces
        )
        self._surroundings = Surroundings(new_id, clock, lambda: self._tls)
        self._occupancy = Occupancy(limits, accept, refuse)
        self._tls = tls
        self._listeners: list[asyncio.Server] = []

    async def start(self, listen: Sequence[tuple[str, int]], sockets: Sequence[socket.socket] = ()) -> None:
        """Listens on these addresses and these bound sockets. Raises OSError, and then on none."""
        silence_library_log()
        loop = asyncio.get_running_loop()
        try:
            for host, port in listen:
                self._listeners.append(await self._listening(host, port))
            for bound in sockets:
                # asyncio does so for sockets of its own alone. Otherwise a small answer, a record of TLS,
                # waits some 40 ms for the client's delayed acknowledgement; connections inherit it.
                bound.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self._listeners.append(await loop.create_server(self._session, sock=bound, backlog=_BACKLOG))
        except OSError:
            self._stop_listening()
            raise

    async def _listening(self, host: str, port: int) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        try:
            return await loop.create_server(self._session, host, port, backlog=_BACKLOG)
        except OSError as error:
            raise cannot_listen(host, port, error) from None

    @property
    def addresses(self) -> tuple[tuple[str, int], ...]:
        """Host and port of every socket listened on, as bound."""
        names = [bound.getsockname() for listener in self._listeners for bound in listener.sockets]
        return tuple((str(name[0]), int(name[1])) for name in names)

    def replace_tls(self, context: ssl.SSLContext) -> None:
        """The next STARTTLS uses ``context``; sessions already secured keep theirs."""
        self._tls = context

    async def close(self, drain_seconds: float = 30.0) -> None:
        """Accepts no connection, answers idle clients 421, and lets deliveries finish for so long.

        Deliveries still running then are cancelled. Returns when every session has ended, four
        seconds past ``drain_seconds`` at the latest.
        """
        self._stop_listening()
        await self._occupancy.drain(drain_seconds)

    def _session(self) -> Session:
        return Session(self._rules, self._occupancy, self._surroundings)

    def _stop_listening(self) -> None:
        for listener in self._listeners:
            listener.close()
        self._listeners.clear()


def silence_library_log() -> None:
    """Shuts aiosmtpd's loggers, which print addresses, message content and malformed headers."""
    for log in map(logging.getLogger, ("mail.log", "mail.debug")):
        log.handlers[:] = [logging.NullHandler()]
        log.setLevel(logging.CRITICAL + 1)
        log.propagate = False
        log.disabled = True
