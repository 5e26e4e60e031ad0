"""One connection's octets in and out, every wait bounded in time.

A Wire belongs to one session's task; only ``wind_up`` and ``abort`` are called from others, on
the same event loop.
"""

import asyncio
import contextlib
import ssl
from collections.abc import Callable, Iterator

from gateway.inbound.limits import Limits
from gateway.mail.network import UNKNOWN_IP, plain_ip

_BLOCK = 65_536
_STRIDE = 4_096
_LINGER_SECONDS = 1.0
_LINGER_OCTETS = 1_048_576


class ClientGone(Exception):
    """The connection is lost: reset, closed, or its TLS failed."""


class ClientSlow(Exception):
    """The client let its time run out, or the server winds up."""


class Wire:
    """Reads and writes of one session. Raises ClientGone and ClientSlow, and nothing of asyncio's.

    ``octets_in`` tells how many octets the connection has put into ``reader`` so far.
    """

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        limits: Limits,
        octets_in: Callable[[], int],
    ) -> None:
        self.client_ip = _client_ip(writer.get_extra_info("peername"))
        self._reader = reader
        self._writer = writer
        self._connection: asyncio.WriteTransport = writer.transport
        self._idle_seconds = limits.idle_seconds
        self._tls_seconds = limits.tls_seconds
        self._loop = asyncio.get_running_loop()
        self._deadline = self._loop.time() + limits.session_seconds
        self._octets_in = octets_in
        self._octets_read = 0
        self._pending = bytearray()
        self._owes_since = self._loop.time()
        self._owes_from = 0
        self._waiting: asyncio.Timeout | None = None

    @property
    def stalled_for(self) -> float:
        """Seconds that the client has owed a line, or the next 4 KB of its message; 0 while it owes none."""
        return self._loop.time() - self._owes_since if self._waiting else 0.0

    async def line(self, limit: int) -> bytes:
        """The next line with its LF, or the first ``limit`` octets of one that is longer."""
        until = self._loop.time() + self._idle_seconds
        searched = 0
        while (end := self._pending.find(b"\n", searched, limit) + 1) == 0:
            if len(self._pending) >= limit:
                return self._take(limit)
            searched = len(self._pending)
            self._pending += await self._read(until)
        self._check_deadline()
        return self._take(end)

    async def block(self) -> bytes:
        """The next octets, at least one."""
        if self._octets_read - self._owes_from >= _STRIDE:
            self._owes()
        if self._pending:
            self._check_deadline()
            return self._take(len(self._pending))
        return await self._read(self._loop.time() + self._idle_seconds)

    def unread(self, octets: bytes) -> None:
        """Puts ``octets`` back in front of what is read next."""
        self._pending[:0] = octets

    async def hears_within(self, seconds: float) -> bool:
        """Whether octets wait to be read, now or within so many seconds."""
        # Two turns of the event loop, so that octets already with the kernel count.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        if seconds and not self._unread():
            with contextlib.suppress(ClientSlow):
                self._pending += await self._read(self._loop.time() + seconds)
        return self._unread()

    async def write(self, *lines: str) -> None:
        """Sends the lines in one piece, each ended by CRLF."""
        with _as_client_gone():
            self._writer.write("".join(f"{line}\r\n" for line in lines).encode("ascii"))
            try:
                async with asyncio.timeout(self._idle_seconds):
                    await self._writer.drain()
            except TimeoutError:
                raise ClientGone from None
        self._owes()

    def _owes(self) -> None:
        """From now on it is the client's turn."""
        self._owes_since, self._owes_from = self._loop.time(), self._octets_read

    async def start_tls(self, go_ahead: str, context: ssl.SSLContext) -> ssl.SSLObject:
        """Sends ``go_ahead`` and runs the handshake. Raises ClientGone when it fails.

        Called when nothing is left to read. What comes from then on is TLS or fails: reading
        stops before the first octet of ``go_ahead`` leaves, and asyncio resumes it for TLS alone.
        """
        transport = self._writer.transport
        if self._unread() or not isinstance(transport, asyncio.Transport):
            raise ClientGone
        transport.pause_reading()
        until = min(self._loop.time() + self._tls_seconds, self._deadline)
        try:
            async with asyncio.timeout_at(until) as self._waiting:
                self._writer.write(f"{go_ahead}\r\n".encode("ascii"))
                await self._writer.start_tls(context)
            found = self._writer.get_extra_info("ssl_object")
        except (OSError, AttributeError) as error:
            # A connection lost in mid-handshake can leave asyncio's writer without a transport.
            raise ClientGone from error
        finally:
            self._waiting = None
        if not isinstance(found, ssl.SSLObject):
            raise ClientGone
        return found

    def wind_up(self) -> None:
        """From now on every read raises ClientSlow; writes go on."""
        self._deadline = self._loop.time()
        if self._waiting and not self._waiting.expired():
            self._waiting.reschedule(self._deadline)

    def turn_away(self, line: str) -> None:
        """Sends one line and closes, without waiting for the client."""
        self._writer.write(f"{line}\r\n".encode("ascii"))
        self._writer.close()

    async def hang_up(self) -> None:
        """Asks to close, and returns once the connection is closed or a second has passed."""
        with contextlib.suppress(OSError, RuntimeError):
            async with asyncio.timeout(_LINGER_SECONDS):
                if self._writer.can_write_eof():
                    self._writer.write_eof()
                    await self._discard()
                self._writer.close()
                await self._writer.wait_closed()

    def abort(self) -> None:
        """Closes at once, also a connection that is closed already."""
        # Below TLS: asyncio's transport of TLS, closed once it was lost, raises here in Python 3.11.2.
        self._connection.abort()

    async def _read(self, until: float) -> bytes:
        self._check_deadline()
        with _as_client_gone():
            try:
                async with asyncio.timeout_at(min(until, self._deadline)) as self._waiting:
                    block = await self._reader.read(_BLOCK)
            except TimeoutError:
                raise ClientSlow from None
            finally:
                self._waiting = None
        if not block:
            raise ClientGone
        self._octets_read += len(block)
        return block

    async def _discard(self) -> None:
        # A socket closed with octets unread sends a reset, which can overtake the last reply.
        seen = 0
        while seen < _LINGER_OCTETS and (block := await self._reader.read(_BLOCK)):
            seen += len(block)

    def _unread(self) -> bool:
        return bool(self._pending) or self._octets_in() != self._octets_read

    def _take(self, count: int) -> bytes:
        taken = bytes(self._pending[:count])
        del self._pending[:count]
        return taken

    def _check_deadline(self) -> None:
        if self._loop.time() >= self._deadline:
            raise ClientSlow


@contextlib.contextmanager
def _as_client_gone() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ClientGone from error


def _client_ip(peername: object) -> str:
    return plain_ip(str(peername[0])) if isinstance(peername, tuple) else UNKNOWN_IP
