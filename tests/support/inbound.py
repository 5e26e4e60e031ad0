"""A running inbound server that counts what arrives, and a client that speaks raw octets to it."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.inbound.server import Server
from gateway.inbound.tls import server_context
from gateway.inbound.transaction import IsOfHost, JudgeRecipient, nobody
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival
from tests.support.certificates import new_authority

HOSTNAME = "mx.pepingen.example"
DESK = Address("ocmw", "pepingen.example")
NOW = datetime(2026, 1, 12, 9, 30, tzinfo=UTC)
ACCEPTED = Reply(250, "2.6.0", "Accepted [ref test]")
UNKNOWN = Reply(550, "5.1.1", "No such mailbox here")
QUICK = Limits(greet_seconds=0.0)


def server_tls(folder: Path) -> ssl.SSLContext:
    """TLS of the gateway with a throw-away certificate."""
    issued = new_authority(folder).server(HOSTNAME, "127.0.0.1")
    return server_context(issued.certificate, issued.key)


def client_tls() -> ssl.SSLContext:
    """A client's TLS that trusts anyone, as most mail servers do."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def only_the_desk(mail_from: Address | None, rcpt: Address, already: tuple[Address, ...]) -> Reply | None:
    """Judges recipients: the desk and postmaster exist."""
    del mail_from, already
    return None if rcpt.same_mailbox(DESK) or rcpt.local.lower() == "postmaster" else UNKNOWN


def loopback(ip: str) -> bool:
    """Hosts: 127.0.0.1 alone."""
    return ip == "127.0.0.1"


def anyone(mail_from: Address | None, rcpt: Address, already: tuple[Address, ...]) -> Reply | None:
    """Judges recipients: everyone exists."""
    del mail_from, rcpt, already
    return None


@dataclass
class NextHop:
    """Counts arrivals, as the next hop would see them, and what could not be taken in."""

    arrivals: list[Arrival] = field(default_factory=list)
    refused: list[tuple[Arrival, Reply]] = field(default_factory=list)

    async def accept(self, arrival: Arrival) -> Reply:
        self.arrivals.append(arrival)
        return ACCEPTED

    async def refuse(self, arrival: Arrival, reply: Reply) -> Reply:
        self.refused.append((arrival, reply))
        return reply

    @property
    def contents(self) -> list[bytes]:
        return [arrival.content for arrival in self.arrivals]


@dataclass(frozen=True)
class Running:
    """A started server, where it listens, and what reached its next hop."""

    server: Server
    port: int
    next_hop: NextHop
    clients: list["Client"] = field(default_factory=list)

    async def connect(self, source: str = "127.0.0.1") -> "Client":
        """A connected client that has read nothing yet; closed with the server."""
        self.clients.append(await Client.connect(self.port, source))
        return self.clients[-1]

    async def client(self) -> "Client":
        """A connected client that has read the greeting."""
        client = await self.connect()
        await client.reply()
        return client

    async def secured(self) -> "Client":
        """A client that said EHLO over TLS."""
        client = await self.client()
        await client.start_tls()
        await client.ask("EHLO client.example")
        return client

    async def ready(self) -> "Client":
        """A client that may say DATA."""
        client = await self.secured()
        await client.ask("MAIL FROM:<an@kindengezin.example>")
        await client.ask("RCPT TO:<ocmw@pepingen.example>")
        return client


@asynccontextmanager
async def serving(
    tls: ssl.SSLContext,
    *,
    limits: Limits = QUICK,
    accept: Callable[[Arrival], Awaitable[Reply]] | None = None,
    refuse: Callable[[Arrival, Reply], Awaitable[Reply]] | None = None,
    judge_recipient: JudgeRecipient = only_the_desk,
    require_tls: bool = True,
    postmaster: Address | None = None,
    may_forward: IsOfHost = nobody,
    introduces: IsOfHost = nobody,
) -> AsyncIterator[Running]:
    """A server on a free port of loopback, closed at the end."""
    next_hop = NextHop()
    server = Server(
        hostname=HOSTNAME,
        tls=tls,
        limits=limits,
        judge_recipient=judge_recipient,
        accept=accept or next_hop.accept,
        refuse=refuse or next_hop.refuse,
        new_id=lambda: "test",
        clock=lambda: NOW,
        require_tls=require_tls,
        postmaster=postmaster,
        may_forward=may_forward,
        introduces=introduces,
    )
    await server.start([("127.0.0.1", 0)])
    running = Running(server, server.addresses[0][1], next_hop)
    try:
        yield running
    finally:
        for client in running.clients:
            await client.close()
        await server.close(0.5)


def limits(**changes: float) -> Limits:
    """QUICK with these values changed."""
    return replace(QUICK, **changes)  # type: ignore[arg-type]


class Client:
    """Speaks raw octets; ``reply`` is one whole reply, several lines parted by LF."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port: int, source: str = "127.0.0.1") -> "Client":
        return cls(*await asyncio.open_connection("127.0.0.1", port, local_addr=(source, 0), limit=1 << 20))

    async def send(self, octets: bytes) -> None:
        self.writer.write(octets)
        await self.writer.drain()

    async def reply(self) -> str:
        """The next reply, empty when the server closed instead."""
        lines: list[str] = []
        while line := (await self._line()).decode("ascii").removesuffix("\r\n"):
            lines.append(line)
            if line[3:4] != "-":
                break
        return "\n".join(lines)

    async def _line(self) -> bytes:
        try:
            async with asyncio.timeout(30):
                return await self.reader.readline()
        except ConnectionError:
            return b""

    async def ask(self, line: str) -> str:
        await self.send(line.encode("ascii") + b"\r\n")
        return await self.reply()

    async def start_tls(self, context: ssl.SSLContext | None = None) -> None:
        assert (await self.ask("STARTTLS")).startswith("220 ")
        await self.writer.start_tls(context or client_tls())

    async def message(self, content: bytes) -> str:
        """DATA with ``content`` as it is, and the reply to whatever ended it."""
        assert (await self.ask("DATA")).startswith("354 ")
        await self.send(content)
        return await self.reply()

    async def rest(self) -> str:
        """Everything up to the end of the connection."""
        text = ""
        while reply := await self.reply():
            text += reply + "\n"
        return text

    async def close(self) -> None:
        self.writer.close()
        try:
            await self.writer.wait_closed()
        except (ConnectionError, ssl.SSLError):
            return
