"""Listening, counting sessions, and closing without losing a delivery."""

import asyncio
import socket
from ssl import SSLContext

import pytest

from gateway.inbound import replies
from gateway.inbound.replies import Reply
from gateway.inbound.server import Server
from gateway.inbound.session import Session
from gateway.mail.address import AddressError
from gateway.mail.envelope import Arrival
from tests.support.inbound import ACCEPTED, NOW, QUICK, Client, NextHop, anyone, limits, server_tls, serving

MESSAGE = b"Subject: x\r\n\r\nx\r\n.\r\n"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


class SlowNextHop(NextHop):
    """Delivers when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = asyncio.Event()
        self.may_end = asyncio.Event()
        self.cancelled = False

    async def accept(self, arrival: Arrival) -> Reply:
        self.begun.set()
        try:
            await self.may_end.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return await super().accept(arrival)


def server(tls: SSLContext, hostname: str = "MX.Pepingen.example") -> Server:
    return Server(
        hostname=hostname,
        tls=tls,
        limits=QUICK,
        judge_recipient=anyone,
        accept=NextHop().accept,
        refuse=NextHop().refuse,
        new_id=lambda: "test",
        clock=lambda: NOW,
    )


def test_a_host_name_must_be_one(tls: SSLContext) -> None:
    with pytest.raises(AddressError):
        server(tls, "mx pepingen")


async def test_it_listens_on_sockets_it_is_handed_and_on_addresses(tls: SSLContext) -> None:
    handed = socket.create_server(("127.0.0.1", 0))
    running = server(tls)
    await running.start([("127.0.0.1", 0)], [handed])
    assert handed.getsockname() in running.addresses
    assert len(running.addresses) == 2
    for _, port in running.addresses:
        client = await Client.connect(port)
        assert await client.reply() == "220 mx.pepingen.example ESMTP"
        await client.close()
    await running.close(1)
    assert not running.addresses


async def test_no_answer_waits_for_a_delayed_acknowledgement_on_whatever_socket(
    tls: SSLContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    options: list[int] = []
    made = Session.connection_made

    def watched(session: Session, transport: asyncio.BaseTransport) -> None:
        connection = transport.get_extra_info("socket")
        options.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        made(session, transport)

    monkeypatch.setattr(Session, "connection_made", watched)
    running = server(tls)
    await running.start([("127.0.0.1", 0)], [socket.create_server(("127.0.0.1", 0))])
    for _, port in running.addresses:
        client = await Client.connect(port)
        assert (await client.reply()).startswith("220 ")
        await client.close()
    await running.close(1)
    assert options == [1, 1]


async def test_when_one_address_is_taken_it_listens_on_none(tls: SSLContext) -> None:
    taken = socket.create_server(("127.0.0.1", 0))
    free = socket.create_server(("127.0.0.1", 0))
    free_address = free.getsockname()
    free.close()
    running = server(tls)
    with pytest.raises(OSError, match="in use"):
        await running.start([free_address, taken.getsockname()])
    taken.close()
    with pytest.raises(ConnectionRefusedError):
        await Client.connect(free_address[1])


async def test_sessions_have_a_bound(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(sessions=2)) as running:
        held = [await running.client(), await running.client()]
        third = await running.connect()
        assert await third.rest() == replies.TOO_MANY_SESSIONS.line() + "\n"
        await held[0].ask("QUIT")
        await held[0].close()
        await asyncio.sleep(0.05)
        fourth = await running.connect()
        assert (await fourth.reply()).startswith("220 ")


async def test_sessions_of_one_client_have_a_bound(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(sessions_per_client=1)) as running:
        first = await running.client()
        second = await running.connect()
        assert await second.rest() == replies.TOO_MANY_SESSIONS.line() + "\n"
        other = await running.connect("127.0.0.2")
        assert (await other.reply()).startswith("220 ")
        assert (await first.ask("NOOP")).startswith("250 ")


async def test_what_all_sessions_hold_together_has_a_bound(tls: SSLContext) -> None:
    next_hop = SlowNextHop()
    async with serving(tls, limits=limits(held_octets=1_000), accept=next_hop.accept) as running:
        first, second = await running.ready(), await running.ready()
        waiting = asyncio.create_task(first.message(b"x" * 700 + b"\r\n.\r\n"))
        await next_hop.begun.wait()
        assert await second.message(b"x" * 700 + b"\r\n.\r\n") == replies.NO_ROOM.line()
        next_hop.may_end.set()
        assert await waiting == ACCEPTED.line()
        await second.ask("MAIL FROM:<an@kindengezin.example>")
        await second.ask("RCPT TO:<ocmw@pepingen.example>")
        assert await second.message(b"x" * 700 + b"\r\n.\r\n") == ACCEPTED.line()


@pytest.mark.parametrize("goodbye", ["abort", "close", "half-close"])
async def test_a_client_that_goes_after_the_dot_does_not_cancel_delivery(
    tls: SSLContext, goodbye: str
) -> None:
    next_hop = SlowNextHop()
    async with serving(tls, accept=next_hop.accept, require_tls=False, limits=limits(sessions=1)) as running:
        client = await running.client() if goodbye == "half-close" else await running.secured()
        for line in ("EHLO c.example", "MAIL FROM:<a@b.example>", "RCPT TO:<ocmw@pepingen.example>", "DATA"):
            await client.ask(line)
        await client.send(MESSAGE)
        await next_hop.begun.wait()
        match goodbye:
            case "abort":
                client.writer.transport.abort()
            case "close":
                client.writer.close()
            case _:
                client.writer.write_eof()
        await asyncio.sleep(0.1)
        # The delivery still holds its session's place, so clients that go cannot pile deliveries up.
        assert (await (await running.connect()).rest()).startswith("421 4.7.0")
        next_hop.may_end.set()
        await asyncio.sleep(0.05)
        assert len(next_hop.arrivals) == 1
        assert not next_hop.cancelled


async def test_closing_sends_idle_clients_away_and_accepts_no_more(tls: SSLContext) -> None:
    async with serving(tls) as running:
        idle, secured, receiving = await running.client(), await running.secured(), await running.ready()
        await receiving.ask("DATA")
        await receiving.send(b"Subject: x\r\n")
        closing = asyncio.create_task(running.server.close(5))
        for client in (idle, secured, receiving):
            assert await client.rest() == replies.SHUTTING_DOWN.line() + "\n"
            await client.close()
        await closing
        with pytest.raises(ConnectionRefusedError):
            await running.connect()
    assert running.next_hop.arrivals == []


async def test_closing_waits_for_a_delivery_and_its_reply(tls: SSLContext) -> None:
    next_hop = SlowNextHop()
    async with serving(tls, accept=next_hop.accept) as running:
        client = await running.ready()
        answer = asyncio.create_task(client.message(MESSAGE))
        await next_hop.begun.wait()
        closing = asyncio.create_task(running.server.close(5))
        await asyncio.sleep(0.05)
        assert not closing.done()
        next_hop.may_end.set()
        assert await answer == ACCEPTED.line()
        assert await client.rest() == replies.SHUTTING_DOWN.line() + "\n"
        await closing


async def test_a_delivery_past_the_deadline_is_ended_and_the_client_told_to_come_again(
    tls: SSLContext,
) -> None:
    next_hop = SlowNextHop()
    async with serving(tls, accept=next_hop.accept) as running:
        client = await running.ready()
        answer = asyncio.create_task(client.message(MESSAGE))
        await next_hop.begun.wait()
        began = asyncio.get_running_loop().time()
        await running.server.close(0.2)
        assert asyncio.get_running_loop().time() - began < 2
        assert await answer == replies.SHUTTING_DOWN.line()
    assert next_hop.cancelled
    assert next_hop.arrivals == []


async def test_a_client_that_reads_nothing_does_not_hold_up_closing(tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.client()
        client.writer.transport.pause_reading()  # type: ignore[attr-defined]
        began = asyncio.get_running_loop().time()
        await running.server.close(0.2)
        assert asyncio.get_running_loop().time() - began < 4.5
        client.writer.transport.abort()
