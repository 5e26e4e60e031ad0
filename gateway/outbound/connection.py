"""One open SMTP session with the next hop, greeted and protected, ready for MAIL.

Built on aiosmtplib's protocol, not on its client: the client re-parses addresses, falls back to
HELO, and sends DATA, content and final dot in one call, so that a message lost before its dot
cannot be told from one lost after it.
"""

import asyncio
import ssl
from dataclasses import dataclass

from aiosmtplib.errors import SMTPException, SMTPResponseException
from aiosmtplib.protocol import SMTPProtocol
from aiosmtplib.response import SMTPResponse

from gateway.outbound.delivery import Reply, reply_of

_CHUNK = 64 * 1024
# Seconds an answer may take that changes nothing about the outcome.
_COURTESY = 2.0


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds allowed for a connection, a reply, all up to the dot, the reply to it, an idle wait.

    ``until_dot`` bounds all of these together: waiting for a turn, a stale connection's attempt, opening
    another, its attempt. So a delivery ends within one ``until_dot`` and one ``final_dot``, well before the
    ten minutes a client waits for its own (RFC 5321 section 4.5.3.2.6).
    """

    connect: float = 15.0
    command: float = 30.0
    until_dot: float = 60.0
    final_dot: float = 120.0
    idle: float = 30.0


class Connection:
    """An open session, owned by one delivery at a time. ``extensions`` are its EHLO keywords.

    ``below`` is the TCP connection itself; ``transport`` is that, or TLS over it.
    ``settled`` when no transaction is open and the next delivery may have it; ``content_begun`` once
    any content of the latest transaction was sent. Methods that talk raise SMTPException, OSError or
    TimeoutError; the session is then good for nothing but ``abort``.
    """

    def __init__(
        self,
        protocol: SMTPProtocol,
        transport: asyncio.WriteTransport,
        below: asyncio.WriteTransport,
        extensions: frozenset[str],
        timeouts: Timeouts,
    ) -> None:
        self.extensions = extensions
        self.settled = True
        self.content_begun = False
        self._protocol = protocol
        self._transport = transport
        self._below = below
        self._timeouts = timeouts
        # It waits for room, as the protocol tells it, and knows at once of a connection that was aborted.
        self._writer = asyncio.StreamWriter(below, protocol, None, asyncio.get_running_loop())

    @property
    def alive(self) -> bool:
        """Whether neither side has closed it, as far as is known."""
        return self._protocol.is_connected

    @property
    def ssl_object(self) -> ssl.SSLObject | None:
        """The negotiated TLS, None without."""
        found = self._transport.get_extra_info("ssl_object")
        return found if isinstance(found, ssl.SSLObject) else None

    def begin(self) -> None:
        """Marks the start of a transaction."""
        self.settled = False
        self.content_begun = False

    async def command(self, line: str) -> Reply:
        """Sends one command line, without its CRLF, and gives the reply. ValueError on control characters."""
        response = await execute(self._protocol, line, self._timeouts.command)
        return reply_of(response.code, response.message)

    async def send(self, stuffed: bytes) -> None:
        """Hands over content, all but its final dot. Raises when the connection goes meanwhile."""
        self.content_begun = True
        for start in range(0, len(stuffed), _CHUNK):
            self._protocol.write(stuffed[start : start + _CHUNK])
            await self._writer.drain()

    async def final_dot(self) -> Reply:
        """Ends the content and gives the reply. From here on a failure leaves the outcome unknown."""
        self._protocol.write(b".\r\n")
        response = await self._protocol.read_response(timeout=self._timeouts.final_dot)
        return reply_of(response.code, response.message)

    def settle(self) -> None:
        """Marks the end of a transaction by a reply that made sense."""
        self.settled = in_step(self._protocol)

    async def reset(self) -> None:
        """Drops an open transaction so that the session can be used again; settles on a 250 alone."""
        if self.alive:
            async with asyncio.timeout(_COURTESY):
                self.settled = (await self.command("RSET")).code == 250

    def abort(self) -> None:
        """Closes at once; what was not sent yet never is."""
        # Below TLS: asyncio's transport of TLS, closed once it was lost, raises here in Python 3.11.2.
        self._below.abort()

    async def close(self) -> None:
        """Says QUIT, waits briefly for the answer and closes. Raises nothing but CancelledError."""
        try:
            async with asyncio.timeout(_COURTESY):
                await self.command("QUIT")
        except (SMTPException, OSError):
            pass  # it is over either way
        finally:
            self.abort()


async def execute(protocol: SMTPProtocol, line: str, seconds: float) -> SMTPResponse:
    """Sends one command line and gives the reply, the only one the next hop has given by then.

    Raises SMTPResponseException when it said more than it was asked for.
    """
    response = await protocol.execute_command(line.encode("ascii"), timeout=seconds)
    if not in_step(protocol):
        raise SMTPResponseException(-1, "unsolicited reply")
    return response


def in_step(protocol: SMTPProtocol) -> bool:
    """Whether every reply received so far answered something.

    A reply too many stays in the library's buffer, which has no public name, and would be taken
    for the answer to the next command: a 250 sent early would pass for one to the dot.
    """
    return not protocol._buffer
