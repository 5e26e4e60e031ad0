"""From a host and a port to a session ready for MAIL: connect, greet, STARTTLS, greet again."""

import asyncio
import ssl
from dataclasses import dataclass

from aiosmtplib.errors import SMTPException
from aiosmtplib.esmtp import parse_esmtp_extensions
from aiosmtplib.protocol import SMTPProtocol
from aiosmtplib.response import SMTPResponse

from gateway.outbound.connection import Connection, Timeouts, execute, in_step
from gateway.outbound.delivery import Deferred, NotReady, reply_of, tls_deferral


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the next hop listens and how it proves itself. ``tls`` None is for loopback alone.

    ``hostname`` is the gateway's EHLO name, ``server_name`` what the certificate must be issued for.
    """

    host: str
    port: int
    hostname: str
    tls: ssl.SSLContext | None
    server_name: str


async def open_connection(endpoint: Endpoint, timeouts: Timeouts) -> Connection:
    """A session, protected with verified TLS unless ``endpoint.tls`` is None.

    Raises NotReady, SMTPException, OSError or TimeoutError; nothing of a message was sent then.
    """
    transport, protocol = await _connect(endpoint, timeouts)
    try:
        extensions = await _introduce(protocol, endpoint, timeouts)
        return Connection(protocol, _writable(protocol), extensions, timeouts)
    except BaseException:
        transport.abort()
        raise


async def _connect(endpoint: Endpoint, timeouts: Timeouts) -> tuple[asyncio.WriteTransport, SMTPProtocol]:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeouts.connect):
            return await loop.create_connection(SMTPProtocol, endpoint.host, endpoint.port)
    except OSError as error:
        raise NotReady(Deferred(None, "", "connect", type(error).__name__)) from error


async def _introduce(protocol: SMTPProtocol, endpoint: Endpoint, timeouts: Timeouts) -> frozenset[str]:
    """The extensions offered once the session is protected: those before count for nothing (RFC 3207)."""
    _require(220, await protocol.read_response(timeout=timeouts.command))
    if not in_step(protocol):
        raise NotReady(Deferred(None, "", "reply", "spoke before EHLO"))
    extensions = await _ehlo(protocol, endpoint, timeouts)
    if endpoint.tls is None:
        return extensions
    if "starttls" not in extensions:
        raise NotReady(Deferred(None, "", "tls", "STARTTLS not offered"))
    await _start_tls(protocol, endpoint.tls, endpoint.server_name, timeouts)
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


def _writable(protocol: SMTPProtocol) -> asyncio.WriteTransport:
    if not isinstance(protocol.transport, asyncio.WriteTransport):
        raise ConnectionResetError
    return protocol.transport


def _require(code: int, response: SMTPResponse) -> None:
    """Any other reply, 5xx too, speaks of this gateway and not of a message: it defers."""
    if response.code != code:
        reply = reply_of(response.code, response.message)
        raise NotReady(Deferred(reply.code, reply.enhanced, "reply"))
