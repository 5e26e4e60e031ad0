"""Whose connection it is, by the header that opens it: the PROXY protocol 1 and 2, over aiosmtpd's reader.

The header is the first thing a configured peer sends, so nothing is guessed: no header, no session.
"""

import asyncio
from ipaddress import IPv4Address, IPv6Address

import structlog
from aiosmtpd.proxy_protocol import PROTO, V2_CMD, ProxyData, get_proxy

from gateway.inbound.wire import ClientGone, ClientSlow, Wire
from gateway.mail.envelope import Peer, Via
from gateway.mail.network import UNKNOWN_IP, plain_ip

# A version 1 header has 107 octets at most; the rest of a version 2 header is for extensions.
_MAX_OCTETS = 2_048
_log = structlog.get_logger()


async def read_introduction(wire: Wire, peer: Peer, seconds: float) -> Peer | None:
    """The client that ``peer`` names, or ``peer`` itself when it says that it speaks for itself.

    None when there is no well-formed header within ``seconds`` and 2,048 octets. What follows the header
    stays unread. A client whose address the header cannot tell is one of UNKNOWN_IP.
    """
    try:
        async with asyncio.timeout(seconds):
            client = _client(await get_proxy(_Header(wire)), peer)
    except (TimeoutError, ClientGone, ClientSlow, EOFError):
        client = None
    if client is None:
        _log.info("smtp.proxy.refused", **{"source.ip": peer.ip})
    return client


def _client(header: ProxyData, peer: Peer) -> Peer | None:
    if not header.valid or header.protocol == PROTO.DGRAM:
        return None
    if header.version == 2 and header.command == V2_CMD.LOCAL:
        return peer
    source = header.src_addr
    known = isinstance(source, IPv4Address | IPv6Address)
    return Peer(plain_ip(str(source)) if known else UNKNOWN_IP, "", Via(peer.ip, relayed=False))


class _Header:
    """The stream that aiosmtpd reads a header from, as far as a header may reach."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._left = _MAX_OCTETS

    async def read(self, n: int = 1) -> bytes:
        """Up to ``n`` octets, at least one. Raises EOFError past the longest header."""
        block = await self._wire.block()
        self._wire.unread(block[n:])
        return self._taken(block[:n])

    async def readexactly(self, n: int) -> bytes:
        """So many octets."""
        octets = b""
        while len(octets) < n:
            octets += await self.read(n - len(octets))
        return octets

    async def readuntil(self, separator: bytes = b"\n") -> bytes:
        """The rest of the line with its LF, or the first octets of one that is too long."""
        del separator  # the reader asks for no other
        return self._taken(await self._wire.line(self._left))

    def _taken(self, octets: bytes) -> bytes:
        self._left -= len(octets)
        if self._left <= 0:
            raise EOFError
        return octets
