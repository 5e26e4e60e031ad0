"""A next hop under test: the gateway's end of a delivery, facing a mailbox that behaves as told."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from gateway.mail.address import parse_address
from gateway.outbound.nexthop import Delivery, NextHop, Timeouts
from tests.support.behaviour import GOOD, Behaviour
from tests.support.mailbox import Mailbox

NAME = "mailbox.example"
SENDER = parse_address("team@opgroeien.example")
RECIPIENTS = (parse_address("ocmw@pepingen.example"), parse_address("gbo@pepingen.example"))
CONTENT = b"Subject: test\r\n\r\n.leading dot\r\n..\r\nend\r\n"
# More than the socket buffers of both ends hold, so that a delivery is still sending it when it is cut.
LONG_CONTENT = b"Subject: test\r\n\r\n" + (b"x" * 998 + b"\r\n") * 16_000
PATIENT = Timeouts()


@asynccontextmanager
async def facing(
    behaviour: Behaviour = GOOD, timeouts: Timeouts = PATIENT, *, connections: int = 4
) -> AsyncIterator[tuple[NextHop, Mailbox]]:
    """A next hop in plain text and the mailbox it delivers to."""
    async with Mailbox(behaviour=behaviour) as box:
        hop = hop_to(box, None, timeouts, connections=connections)
        try:
            yield hop, box
        finally:
            await hop.close()


def hop_to(
    box: Mailbox, tls: ssl.SSLContext | None, timeouts: Timeouts = PATIENT, *, connections: int = 4
) -> NextHop:
    """A next hop that delivers to ``box``, which must prove to be NAME when ``tls`` is given."""
    return NextHop(
        host=box.host,
        port=box.port,
        hostname="mx.pepingen.example",
        tls=tls,
        server_name=NAME,
        connections=connections,
        timeouts=timeouts,
    )


async def deliver(hop: NextHop, content: bytes = CONTENT) -> Delivery:
    """What comes of a delivery to both RECIPIENTS."""
    return await hop.deliver(SENDER, RECIPIENTS, content)


def verbs(box: Mailbox) -> list[str]:
    """The commands the mailbox saw, without their arguments."""
    return [command.partition(" ")[0] for command in box.commands]


async def eventually(holds: Callable[[], bool]) -> None:
    """Returns as soon as ``holds()``. Raises TimeoutError after five seconds."""
    async with asyncio.timeout(5):
        while not holds():  # noqa: ASYNC110 - another process changes the state
            await asyncio.sleep(0.01)
