"""From a host and a port to a session ready for MAIL: connect, greet, STARTTLS, greet again."""

import _ssl
import asyncio
import ssl
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from aiosmtplib.errors import SMTPException
from aiosmtplib.esmtp import parse_esmtp_extensions
from aiosmtplib.protocol import SMTPProtocol
from aiosmtplib.response import SMTPResponse

from gateway.outbound.connection import Connection, Timeouts, execute, in_step
from gateway.outbound.dane import Secured, vouched_for
from gateway.outbound.delivery import Deferred, NotReady, reply_of, tls_deferral
from gateway.outbound.mta_sts import Named


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the next hop listens and how it proves itself. ``tls`` None is for loopback alone.

    ``hostname`` is the gateway's EHLO name, ``server_name`` what the certificate must be issued for. With
    ``standing`` the host's addresses, and what besides or instead of ``tls`` vouches for it, are asked first.
    """

    host: str
    port: int
    hostname: str
    tls: ssl.SSLContext | None
    server_name: str
    standing: Callable[[], Awaitable[Secured | Named]] | None = None


async def open_connection(endpoint: Endpoint, timeouts: Timeouts) -> Connection:
    """A session, protected with verified TLS unless ``endpoint.tls`` is None.

    Raises NotReady, SMTPException, OSError or TimeoutError; nothing of a message was sent then.
    """
    found = await endpoint.standing() if endpoint.standing else None
    transport, protocol = await _connect(found.addresses if found else (endpoint.host,), endpoint, timeouts)
    try:
        extensions = await _introduce(protocol, endpoint, found, timeouts)
        return Connection(protocol, _writable(protocol), transport, extensions, timeouts)
    except BaseException:
        transport.abort()
        raise


async def _connect(
    hosts: tuple[str, ...], endpoint: Endpoint, timeouts: Timeouts
) -> tuple[asyncio.WriteTransport, SMTPProtocol]:
    """A connection to the first of ``hosts`` that takes one."""
    loop = asyncio.get_running_loop()
    failed: OSError = OSError("no address")
    for host in hosts:
        try:
            async with asyncio.timeout(timeouts.connect):
                return await loop.create_connection(SMTPProtocol, host, endpoint.port)
        except OSError as error:
            failed = error
    raise NotReady(Deferred(None, "", "connect", type(failed).__name__)) from failed


async def _introduce(
    protocol: SMTPProtocol, endpoint: Endpoint, found: Secured | Named | None, timeouts: Timeouts
) -> frozenset[str]:
    """The extensions offered once the session is protected: those before count for nothing (RFC 3207)."""
    _require(220, await protocol.read_response(timeout=timeouts.command))
    if not in_step(protocol):
        raise NotReady(Deferred(None, "", "reply", "spoke before EHLO"))
    extensions = await _ehlo(protocol, endpoint, timeouts)
    if endpoint.tls is None:
        return extensions - {"requiretls"}  # RFC 8689 section 4.2.1: for a server that proved who it is
    if "starttls" not in extensions:
        raise NotReady(Deferred(None, "", "tls", "STARTTLS not offered"))
    await _start_tls(protocol, endpoint.tls, endpoint.server_name, timeouts)
    if isinstance(found, Secured):
        chain, now = _chain(protocol), datetime.now(UTC)
        if not vouched_for(chain, found.records, endpoint.server_name, now):
            raise NotReady(Deferred(None, "", "dane", "no TLSA record matches"))
    return await _ehlo(protocol, endpoint, timeouts)


async def _ehlo(protocol: SMTPProtocol, endpoint: Endpoint, timeouts: Timeouts) -> frozenset[str]:
    response = await execute(protocol, f"EHLO {endpoint.hostname}", timeouts.command)
    _require(250, response)
    extensions, _ = parse_esmtp_extensions(response.message)
    return frozenset(extensions)


async def _start_tls(
    protocol: SMTPProtocol, context: ssl.SSLContext, server_name: str, timeouts: Timeouts
) -> None:
    try:
        await protocol.start_tls(context, server_name, timeout=timeouts.command)
    except (SMTPException, OSError, ValueError) as error:
        raise NotReady(tls_deferral(error)) from error


def _chain(protocol: SMTPProtocol) -> tuple[bytes, ...]:
    """The certificates that the server showed, in DER. Before Python 3.13 they have no public name."""
    tls = _writable(protocol).get_extra_info("ssl_object")
    if sys.version_info >= (3, 13):
        return tuple(tls.get_unverified_chain())
    return tuple(shown.public_bytes(_ssl.ENCODING_DER) for shown in tls._sslobj.get_unverified_chain())


def _writable(protocol: SMTPProtocol) -> asyncio.WriteTransport:
    if not isinstance(protocol.transport, asyncio.WriteTransport):
        raise ConnectionResetError
    return protocol.transport


def _require(code: int, response: SMTPResponse) -> None:
    """Any other reply, 5xx too, speaks of this gateway and not of a message: it defers."""
    if response.code != code:
        reply = reply_of(response.code, response.message)
        raise NotReady(Deferred(reply.code, reply.enhanced, "reply"))
