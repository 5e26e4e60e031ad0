"""A load over STARTTLS, which smtp-source does not speak: each mail over a connection of its own."""

import asyncio
import ssl

import aiosmtplib

from tests.support.letters import DESK, SENDER

_SECONDS = 30.0


async def send(port: int, content: bytes, at_once: int, count: int) -> str:
    """Sends ``count`` times ``content``, which has CRLF line ends; what went wrong, or nothing.

    No certificate is looked at. The handshake is a full one each time: a mail server that has little to
    bring comes too seldom to resume a session.
    """
    waiting, context = iter(range(count)), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE

    async def one_after_the_other() -> None:
        for _ in waiting:
            await _one(port, content, context)

    ended = await asyncio.gather(*(one_after_the_other() for _ in range(at_once)), return_exceptions=True)
    return next((type(one).__name__ for one in ended if one is not None), "")


async def _one(port: int, content: bytes, context: ssl.SSLContext) -> None:
    client = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=True, tls_context=context)
    async with asyncio.timeout(_SECONDS), client:
        await client.mail(SENDER)
        await client.rcpt(DESK)
        await client.data(content)
