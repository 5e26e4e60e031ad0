"""The message behind 354, read in blocks: RFC 5321 sections 4.1.1.4 and 4.5.2.

Only CRLF.CRLF ends it. Anything a neighbour could take for an end or a line break (a bare CR,
a bare LF) refuses the whole message, so that no two programs see a different number of messages
in one stream. Memory follows the octets kept, never the number of lines.
"""

from collections.abc import Callable
from io import BytesIO

from gateway.inbound import replies
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.inbound.wire import Wire

_CRLF = b"\r\n"
_END = b"\r\n.\r\n"


class DataReader:
    """Takes blocks until the end of data stands in them, and keeps the message or a refusal.

    ``hold`` is asked before so many more octets are kept; its False refuses for now. ``held`` is
    what it granted. The first refusal stands, what follows it is only searched for its end.
    """

    def __init__(self, limits: Limits, hold: Callable[[int], bool]) -> None:
        self.refusal: Reply | None = None
        self.held = 0
        self._limits = limits
        self._hold = hold
        self._kept = BytesIO()
        # Always begins with the line end before the next unread line; the first one belongs to 354.
        self._carry = _CRLF
        self._octets = -len(_CRLF)
        self._lines = -1

    def feed(self, block: bytes) -> bytes | None:
        """None while the data goes on, then the octets behind its end."""
        data = self._carry + block
        end = data.find(_END)
        if end >= 0:
            self._keep(data[:end] + _CRLF)
            return data[end + len(_END) :]
        cut = len(data) - len(_END) if self.refusal else data.rfind(_CRLF)
        cut = max(cut, 0)
        self._keep(data[:cut])
        self._carry = data[cut:]
        if len(self._carry) > self._limits.line_octets + len(_CRLF):
            self._refuse(replies.LONG_LINE)
        return None

    def content(self) -> bytes:
        """The message, dots unstuffed, every line ended by CRLF."""
        return self._kept.getvalue()

    def _keep(self, chunk: bytes) -> None:
        """``chunk`` begins with a line end and stops before one, so no line is seen by halves."""
        if self.refusal or not chunk:
            return
        lines = chunk.split(_CRLF)
        self._lines += len(lines) - 1
        text = chunk.replace(b"\r\n.", _CRLF)
        first = self._octets < 0
        self._octets += len(text)
        fault = self._fault(chunk, lines) or self._over_limit(len(text))
        if fault:
            self._refuse(fault)
        else:
            self._kept.write(text[len(_CRLF) :] if first else text)

    def _fault(self, chunk: bytes, lines: list[bytes]) -> Reply | None:
        breaks = len(lines) - 1
        if chunk.count(b"\r") != breaks or chunk.count(b"\n") != breaks or b"\0" in chunk:
            return replies.BARE_OCTETS
        if max(map(len, lines)) + len(_CRLF) > self._limits.line_octets:
            return replies.LONG_LINE
        return None

    def _over_limit(self, octets: int) -> Reply | None:
        if self._octets > self._limits.message_bytes:
            return replies.TOO_LARGE
        if self._lines > self._limits.message_lines:
            return replies.MANY_LINES
        if not self._hold(octets):
            return replies.NO_ROOM
        self.held += octets
        return None

    def _refuse(self, reply: Reply) -> None:
        self.refusal = self.refusal or reply
        self._kept = BytesIO()


async def read_data(wire: Wire, limits: Limits, reader: DataReader) -> bytes | Reply:
    """The message on ``wire`` up to its end, or the reply that refuses it.

    A message that goes on for twice its size limit is not read to its end: the reply then
    is ENDLESS. Raises what ``Wire.block`` raises.
    """
    unread: bytes | None = None
    seen = 0
    while unread is None:
        block = await wire.block()
        seen += len(block)
        unread = reader.feed(block)
        if unread is None and seen > 2 * limits.message_bytes:
            return replies.ENDLESS
    wire.unread(unread)
    return reader.refusal or reader.content()
