"""How long the sender of one mail waits, from its first octet to the reply at the dot."""

import asyncio
import statistics
import time
from dataclasses import dataclass

import aiosmtplib

from tests.support.letters import DESK, SENDER

_MAILS = 40
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds for one mail after the other, each over a connection of its own."""

    system: str
    p50: float
    p99: float


async def latency(system: str, port: int, message: bytes) -> Latency:
    """What a single sender sees at ``port``, of 40 mails. Raises TimeoutError and SMTPException.

    ``message`` has the line ends of a file.
    """
    content = message.replace(b"\n", b"\r\n")
    waits = []
    for _ in range(_MAILS):
        began = time.perf_counter()
        async with asyncio.timeout(_SECONDS):
            client = aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False, use_tls=False)
            async with client:
                await client.mail(SENDER)
                await client.rcpt(DESK)
                await client.data(content)
        waits.append((time.perf_counter() - began) * 1000)
    marks = statistics.quantiles(waits, n=100)
    return Latency(system, marks[49], marks[98])
