"""One SMTP session over aiosmtpd's protocol class: RFC 5321, RFC 3207, RFC 2920.

aiosmtpd brings the stream and the life of the connection. Its own command loop answers an
exception with its text, ends a delivery when the client goes, and reads more than RFC 5321
allows, so none of it runs: ``_handle_client`` below is the loop. test_pinned_hooks.py holds
the overridden names against the installed version.
"""

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

import structlog
from aiosmtpd.smtp import SMTP

from gateway.inbound import replies, transaction
from gateway.inbound.data import DataReader, read_data
from gateway.inbound.forwarding import Named, become, client_of
from gateway.inbound.grammar import Command, parse_line
from gateway.inbound.occupancy import Occupancy, log_failure
from gateway.inbound.proxy import read_introduction
from gateway.inbound.replies import Reply
from gateway.inbound.tls import tls_facts
from gateway.inbound.transaction import Become, Hello, ReceiveMessage, Rules, StartTls, Step, Transaction
from gateway.inbound.wire import ClientGone, ClientSlow, Wire
from gateway.mail.envelope import Arrival, Peer, Tls
from gateway.mail.network import UNKNOWN_IP

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session takes from outside: a transfer's id, the time, the TLS context of the moment."""

    new_id: Callable[[], str]
    clock: Callable[[], datetime]
    tls: Callable[[], ssl.SSLContext]


class Session(SMTP):
    """One client's connection, from greeting to goodbye. No client's doing cancels its task."""

    line_length_limit = 65_536  # how much the stream reads ahead; a line's bound is in Limits
    __dir__ = staticmethod(tuple)  # aiosmtpd looks there for commands in each session; none of its own runs

    def __init__(self, rules: Rules, occupancy: Occupancy, surroundings: Surroundings) -> None:
        super().__init__(None, hostname=rules.hostname, loop=asyncio.get_running_loop())
        self._rules = rules
        self._occupancy = occupancy
        self._surroundings = surroundings
        self._at = Transaction()
        self._tls: Tls | None = None
        self._over = False
        self._octets_in = self._commands = self._errors = 0

    def _reset_timeout(self, duration: float | None = None) -> None:
        """Sets no timer: aiosmtpd's would end a delivery, and every wait in Wire has its own."""

    def data_received(self, data: bytes) -> None:
        """Hands the octets to the reader and counts them."""
        self._octets_in += len(data)
        super().data_received(data)

    def connection_lost(self, error: Exception | None) -> None:
        """Tells the reader, and leaves the session running: it may be delivering."""
        asyncio.StreamReaderProtocol.connection_lost(self, error)

    def eof_received(self) -> bool:
        """Tells the reader, and closes; the session runs on, for it may be delivering."""
        asyncio.StreamReaderProtocol.eof_received(self)
        return False

    async def handle_exception(self, error: Exception) -> str:
        """The reply to our own fault: 451, without a word of the exception's."""
        log_failure("smtp.command.failed", error)
        return replies.INTERNAL.line()

    async def _handle_client(self) -> None:
        self._wire = Wire(self._reader, self._writer, self._rules.limits, lambda: self._octets_in)
        self._peer = Peer(self._wire.client_ip, "")
        introduces = self._rules.introduces(self._peer.ip)
        refusal = self._occupancy.enter(self._wire, UNKNOWN_IP if introduces else self._peer.ip)
        if refusal:
            self._wire.turn_away(refusal.line())
            return
        try:
            with contextlib.suppress(ClientGone):
                if not introduces or await self._is_introduced():
                    await self._converse()
                    await self._wire.hang_up()
        finally:
            # First, for a place that is not given back is lost until the next start.
            self._occupancy.leave(self._wire)
            self._wire.abort()
            self._let_go()

    def _let_go(self) -> None:
        """Forgets what refers back here: with TLS a circle holds a quarter of a MiB until it is found."""
        for name in ("_wire", "_reader", "_writer", "_client_connected_cb"):
            self.__dict__[name] = None

    async def _is_introduced(self) -> bool:
        """Whether the connection opened with whose it is, and that client may have one more."""
        client = await read_introduction(self._wire, self._peer, self._rules.limits.introduction_seconds)
        if client is None:
            return False
        self._peer = client
        refusal = self._occupancy.rename(self._wire, client.ip)
        if refusal:
            await self._say(refusal)
            await self._wire.hang_up()
        return refusal is None

    async def _converse(self) -> None:
        try:
            if await self._talks_early():
                await self._say(replies.EARLY_TALKER)
                return
            await self._wire.write(replies.greeting(self._rules.hostname))
            while not self._over:
                await self._take_line()
        except ClientSlow:
            await self._say(replies.SHUTTING_DOWN if self._occupancy.closing else replies.TIMEOUT)

    async def _talks_early(self) -> bool:
        patience, client = self._occupancy.patience, self._peer.ip
        talks = await self._wire.hears_within(patience.seconds_for(client, self._rules.limits.greet_seconds))
        patience.learn(client, talks=talks)
        return talks

    async def _take_line(self) -> None:
        limits = self._rules.limits
        line = await self._wire.line(max(limits.command_octets, limits.mail_octets))
        self._commands += 1
        if self._commands > limits.commands:
            await self._say(replies.TOO_MANY_COMMANDS)
            return
        try:
            await self._do(self._understand(line))
        except (ClientGone, ClientSlow):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the client is told 451 and no more
            self._errors += 1
            await self._wire.write(await self.handle_exception(error))
        if self._errors >= limits.errors and not self._over:
            await self._say(replies.TOO_MANY_ERRORS)

    def _understand(self, line: bytes) -> Step:
        command = parse_line(line, self._rules.limits)
        match command:
            case Reply():
                return command
            case Command():
                secured, forwards = self._tls is not None, self._rules.may_forward(self._peer.ip)
                self._at, step = transaction.take(
                    self._at, command, self._rules, secured=secured, forwards=forwards
                )
                return step

    async def _do(self, step: Step) -> None:
        match step:
            case Reply():
                await self._say(step)
            case Hello():
                await self._wire.write(*step.lines)
            case StartTls():
                await self._secure()
            case Become(named):
                await self._become(named)
            case ReceiveMessage():
                await self._receive()
            case _:
                assert_never(step)

    async def _say(self, reply: Reply) -> None:
        self._over = self._over or replies.closes(reply)
        self._errors += reply.code >= 400
        await self._wire.write(reply.line())

    async def _secure(self) -> None:
        # RFC 3207 section 4: what was injected behind STARTTLS must not reach the secured session.
        if await self._wire.hears_within(0):
            await self._say(replies.PIPELINED)
            return
        try:
            secured = await self._wire.start_tls(replies.START_TLS.line(), self._surroundings.tls())
        except ClientGone as gone:
            # The type alone: OpenSSL's text can quote what the client sent.
            cause = type(gone.__cause__ or gone).__name__
            _log.info("smtp.tls.failed", **{"error.type": cause, "source.ip": self._wire.client_ip})
            raise
        self._tls = tls_facts(secured)
        self._at = Transaction()

    async def _become(self, named: Named) -> None:
        self._peer = become(self._peer, named)
        if self._tls and self._peer.via:
            # The certificate proves who forwards, and nothing of whom it forwards.
            self._tls = replace(self._tls, client_certificate=None)
        refusal = self._occupancy.rename(self._wire, self._peer.ip)
        if refusal:
            await self._say(refusal)
        else:
            await self._wire.write(replies.greeting(self._rules.hostname))

    async def _receive(self) -> None:
        # RFC 2920 section 3.1: DATA ends a group; content sent ahead of 354 awaits no permission.
        if await self._wire.hears_within(0):
            await self._say(replies.PIPELINED)
            return
        await self._wire.write(replies.GO_AHEAD)
        given, self._at = self._at, replace(self._at.reset(), messages=self._at.messages + 1)
        reader = DataReader(self._rules.limits, self._occupancy.hold)
        # Short of the end of data no octet may be taken for a command, however a refusal is worded.
        self._over = True
        try:
            content = await read_data(self._wire, self._rules.limits, reader)
            self._over = isinstance(content, Reply) and replies.closes(content)
            reply = await self._answer(given, content)
        finally:
            self._occupancy.release(reader.held)
        await self._say_at_the_dot(reply)

    async def _answer(self, given: Transaction, content: bytes | Reply) -> Reply:
        """The reply at the dot; what could not be taken in arrives as well, empty, with its refusal."""
        refusal = content if isinstance(content, Reply) else None
        arrival = Arrival(
            id=self._surroundings.new_id(),
            received=self._surroundings.clock(),
            peer=client_of(self._peer, given.helo, given.forwarded),
            tls=self._tls,
            envelope=given.envelope(),
            content=b"" if isinstance(content, Reply) else content,
        )
        return await self._occupancy.answer(arrival, refusal)

    async def _say_at_the_dot(self, reply: Reply) -> None:
        # A decision about a message is no misbehaviour of the session and counts no error.
        self._over = self._over or replies.closes(reply)
        try:
            await self._wire.write(reply.line())
        except ClientGone:
            _log.warning("smtp.reply.unheard", **{"smtp.code": reply.code, "source.ip": self._wire.client_ip})
            raise
