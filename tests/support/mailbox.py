"""The next hop in a test: a small SMTP server on loopback that keeps what it accepts, or misbehaves.

    async with Mailbox(tls=authority.server("127.0.0.1").server_context()) as box:
        ...deliver to box.host, box.port...
        [mail] = await box.received(1)

``behaviour`` says what it does at each point of the conversation; the default is to be a good server.
``box.behaviour`` may be replaced at any time and counts from the next command on.
"""

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from tests.support.behaviour import GOOD, Act, Behaviour, say

# Bytes of one line, and about what is read ahead: a mailbox that stops reading really stops.
_LIMIT = 256 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """One message as it was kept: envelope as given, content byte for byte without dot-stuffing."""

    mail_from: str
    rcpt_to: tuple[str, ...]
    options: tuple[str, ...]
    content: bytes
    tls: str | None


@dataclass(slots=True)
class _Envelope:
    mail_from: str | None = None
    options: tuple[str, ...] = ()
    rcpt_to: list[str] = field(default_factory=list)


class Mailbox:
    """An SMTP server on 127.0.0.1, running between ``async with`` and its end.

    Owned by one test and its event loop. ``messages`` are those kept, in order; ``commands`` every
    command line of every connection; ``dots`` counts the final dots seen, ``connections`` those made.
    With ``tls`` it offers STARTTLS and takes no mail without.
    """

    def __init__(
        self, *, tls: ssl.SSLContext | None = None, behaviour: Behaviour = GOOD, port: int = 0
    ) -> None:
        self.behaviour = behaviour
        self.messages: list[Received] = []
        self.commands: list[str] = []
        self.connections = 0
        self.dots = 0
        self.host = "127.0.0.1"
        self.port = port
        self._tls = tls
        self._news = asyncio.Condition()
        self._sessions: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """``host:port``, as a configuration file has it."""
        return f"{self.host}:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._accept, self.host, self.port, limit=_LIMIT)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Stops listening and closes every connection: the server is down."""
        if self._server is not None:
            self._server.close()
        await self.drop_connections()

    async def drop_connections(self) -> None:
        """Closes every connection from this side, as a server does that has waited long enough."""
        sessions = list(self._sessions)
        for task in sessions:
            task.cancel()
        await asyncio.gather(*sessions, return_exceptions=True)

    async def received(self, count: int, *, within: float = 5.0) -> tuple[Received, ...]:
        """All messages kept, as soon as there are at least ``count``. Raises TimeoutError."""
        async with asyncio.timeout(within), self._news:
            await self._news.wait_for(lambda: len(self.messages) >= count)
        return tuple(self.messages)

    async def dotted(self, count: int = 1, *, within: float = 5.0) -> None:
        """Returns as soon as so many final dots were seen, before they are answered. Raises TimeoutError."""
        async with asyncio.timeout(within), self._news:
            await self._news.wait_for(lambda: self.dots >= count)

    async def see_dot(self) -> None:
        """Counts a final dot and wakes who waits for it."""
        async with self._news:
            self.dots += 1
            self._news.notify_all()

    async def keep(self, message: Received) -> None:
        """Puts a message with the kept ones and wakes who waits for it."""
        async with self._news:
            self.messages.append(message)
            self._news.notify_all()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._sessions[task] = writer
        self.connections += 1
        try:
            await _Session(self, reader, writer, self._tls).run()
        except (OSError, EOFError, asyncio.CancelledError):
            pass
        finally:
            del self._sessions[task]
            await _close(writer)


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        async with asyncio.timeout(0.2):  # a silent client must not hold up the end of TLS
            await writer.wait_closed()
    writer.transport.abort()


class _Closed(EOFError):
    """An act ended the connection."""


class _Session:
    """One connection's conversation."""

    def __init__(
        self,
        box: Mailbox,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        tls: ssl.SSLContext | None,
    ) -> None:
        self._box = box
        self._reader = reader
        self._writer = writer
        self._tls = tls
        self._version: str | None = None
        self._envelope = _Envelope()

    async def run(self) -> None:
        await self._act(self._box.behaviour.greeting or say("220 mailbox.example ESMTP"))
        while True:
            line = (await self._reader.readuntil(b"\r\n"))[:-2].decode("utf-8", "surrogateescape")
            self._box.commands.append(line)
            await self._obey(line)

    async def _obey(self, line: str) -> None:
        verb, _, rest = line.partition(" ")
        match verb.upper():
            case "EHLO":
                await self._act(self._box.behaviour.ehlo or self._extensions())
            case "STARTTLS" if self._offers_tls():
                await self._start_tls()
            case "MAIL":
                await self._mail(rest)
            case "RCPT":
                await self._rcpt(rest)
            case "DATA":
                await self._data()
            case "RSET":
                self._envelope = _Envelope()
                await self._act(self._box.behaviour.rset or say("250 2.0.0 ok"))
            case "NOOP":
                await self._act(say("250 2.0.0 ok"))
            case "QUIT":
                await self._act(say("221 2.0.0 bye", close=True))
            case _:
                await self._act(say("502 5.5.1 what"))

    def _offers_tls(self) -> bool:
        return self._tls is not None and self._version is None and not self._box.behaviour.hide_starttls

    def _extensions(self) -> Act:
        words = [
            "mailbox.example",
            *self._box.behaviour.offers,
            *(["STARTTLS"] if self._offers_tls() else []),
        ]
        lines = [f"250-{word}" for word in words[:-1]] + [f"250 {words[-1]}"]
        return say("\r\n".join(lines))

    async def _start_tls(self) -> None:
        act = self._box.behaviour.starttls or say("220 2.0.0 go ahead")
        await self._act(act)
        if self._tls is not None and act.reply.startswith(b"220"):
            await self._writer.start_tls(self._tls)
            self._version = self._writer.get_extra_info("ssl_object").version()
            self._envelope = _Envelope()

    async def _mail(self, rest: str) -> None:
        path, *options = rest.split(" ")
        act = self._box.behaviour.mail or say("250 2.1.0 ok")
        if self._tls is not None and self._version is None:
            act = say("530 5.7.0 STARTTLS first")
        elif self._envelope.mail_from is not None:
            act = say("503 5.5.1 nested MAIL")
        elif act.reply.startswith(b"2"):
            self._envelope = _Envelope(_path(path), tuple(options))
        await self._act(act)

    async def _rcpt(self, rest: str) -> None:
        recipient = _path(rest)
        acts = dict(self._box.behaviour.rcpt)
        act = acts.get(recipient, acts.get("*", say("250 2.1.5 ok")))
        if self._envelope.mail_from is None:
            act = say("503 5.5.1 MAIL first")
        if act.reply.startswith(b"2"):
            self._envelope.rcpt_to.append(recipient)
        await self._act(act)

    async def _data(self) -> None:
        act = self._box.behaviour.data or say("354 go ahead")
        if not self._envelope.rcpt_to:
            act = say("503 5.5.1 RCPT first")
        await self._act(act)
        if not act.reply.startswith(b"354"):
            return
        content = await self._content()
        await self._box.see_dot()
        await self._dot(content)

    async def _content(self) -> bytes:
        lines: list[bytes] = []
        while (line := await self._reader.readuntil(b"\r\n")) != b".\r\n":
            if not lines and self._box.behaviour.content is not None:
                await self._act(self._box.behaviour.content)
            lines.append(line.removeprefix(b"."))
        return b"".join(lines)

    async def _dot(self, content: bytes) -> None:
        act, envelope = self._box.behaviour.dot or say("250 2.0.0 kept"), self._envelope
        if act.takes() or not self._box.behaviour.lingers:
            self._envelope = _Envelope()
        if act.takes():
            mail_from, recipients = envelope.mail_from or "", tuple(envelope.rcpt_to)
            await self._box.keep(Received(mail_from, recipients, envelope.options, content, self._version))
        await self._act(act)

    async def _act(self, act: Act) -> None:
        if act.after:
            await asyncio.sleep(act.after)
        self._writer.write(act.reply)
        await self._writer.drain()
        if act.close:
            raise _Closed


def _path(argument: str) -> str:
    return argument.partition("<")[2].rpartition(">")[0]
