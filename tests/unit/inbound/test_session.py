"""A session's time, faults and bounds, seen from a client."""

import asyncio
import gc
import time
import weakref
from dataclasses import replace
from ssl import SSLContext

import pytest

from gateway.inbound import replies
from gateway.inbound.replies import Reply
from gateway.inbound.session import Session
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, Envelope, Peer
from tests.support.inbound import ACCEPTED, DESK, NOW, QUICK, Client, limits, server_tls, serving
from tests.support.nexthop import eventually

MESSAGE = b"Subject: x\r\n\r\n..x\r\n.\r\n"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def test_an_arrival_holds_envelope_peer_time_and_exact_content(tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.ready()
        assert await client.message(MESSAGE) == ACCEPTED.line()
    (arrival,) = running.next_hop.arrivals
    assert arrival.id == "test"
    assert arrival.received == NOW
    assert arrival.peer == Peer("127.0.0.1", "client.example")
    assert arrival.envelope == Envelope(Address("an", "kindengezin.example"), (DESK,))
    assert arrival.content == b"Subject: x\r\n\r\n.x\r\n"


async def test_an_exception_while_accepting_is_451_without_its_text(tls: SSLContext) -> None:
    async def accept(arrival: Arrival) -> Reply:
        raise ValueError(f"cannot read {arrival.content!r}")

    async with serving(tls, accept=accept) as running:
        client = await running.ready()
        assert await client.message(MESSAGE) == replies.INTERNAL.line()
        assert (await client.ask("NOOP")).startswith("250 ")


async def test_an_exception_while_judging_a_recipient_is_451_without_its_text(tls: SSLContext) -> None:
    def judge(mail_from: Address | None, rcpt: Address, already: tuple[Address, ...]) -> Reply | None:
        raise TimeoutError(f"{mail_from} {rcpt} {already}")

    async with serving(tls, judge_recipient=judge) as running:
        client = await running.secured()
        await client.ask("MAIL FROM:<an@kindengezin.example>")
        assert await client.ask("RCPT TO:<ocmw@pepingen.example>") == replies.INTERNAL.line()
        assert (await client.ask("DATA")).startswith("554 5.5.1")


async def test_a_fault_in_mid_message_closes_so_that_no_content_is_run_as_a_command(tls: SSLContext) -> None:
    # A bound that is no number brings the fault about.
    async with serving(tls, limits=replace(QUICK, message_lines=None)) as running:  # type: ignore[arg-type]
        client = await running.ready()
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(b"Subject: x\r\nNOOP\r\nNOOP\r\n")
        assert await client.rest() == replies.INTERNAL.line() + "\n"


async def test_what_the_delivery_replies_is_what_the_client_hears(tls: SSLContext) -> None:
    async def accept(arrival: Arrival) -> Reply:
        del arrival
        return Reply(550, "5.7.1", "No referral [ref test]")

    async with serving(tls, accept=accept) as running:
        client = await running.ready()
        assert await client.message(MESSAGE) == "550 5.7.1 No referral [ref test]"


async def test_refused_messages_count_as_no_errors_of_the_session(tls: SSLContext) -> None:
    async def accept(arrival: Arrival) -> Reply:
        del arrival
        return Reply(550, "5.7.1", "No")

    async with serving(tls, accept=accept, limits=limits(errors=2)) as running:
        client = await running.secured()
        for _ in range(4):
            await client.ask("MAIL FROM:<an@kindengezin.example>")
            await client.ask("RCPT TO:<ocmw@pepingen.example>")
            assert (await client.message(MESSAGE)).startswith("550 ")


async def test_too_many_errors_end_the_session(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(errors=3)) as running:
        client = await running.client()
        await client.ask("FOO")
        await client.ask("FOO")
        await client.send(b"FOO\r\n")
        assert (
            await client.rest()
            == "500 5.5.2 Command not recognised\n" + replies.TOO_MANY_ERRORS.line() + "\n"
        )


async def test_too_many_commands_end_the_session(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(commands=3)) as running:
        client = await running.client()
        for _ in range(3):
            assert (await client.ask("NOOP")).startswith("250 ")
        await client.send(b"NOOP\r\n")
        assert await client.rest() == replies.TOO_MANY_COMMANDS.line() + "\n"


async def test_too_many_messages_end_the_session(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(messages=1)) as running:
        client = await running.ready()
        await client.message(MESSAGE)
        await client.send(b"MAIL FROM:<an@kindengezin.example>\r\n")
        assert await client.rest() == replies.TOO_MANY_MESSAGES.line() + "\n"


async def test_a_silent_client_is_sent_away(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(idle_seconds=0.1)) as running:
        client = await running.client()
        assert await client.rest() == replies.TIMEOUT.line() + "\n"


async def test_a_client_that_drips_octets_is_sent_away(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(idle_seconds=0.2)) as running:
        client = await running.client()
        drip = asyncio.create_task(drip_octets(client))
        assert await client.rest() == replies.TIMEOUT.line() + "\n"
        drip.cancel()


async def drip_octets(client: Client) -> None:
    while True:
        await client.send(b"N")
        await asyncio.sleep(0.05)


async def test_a_session_has_a_time_whatever_the_client_does(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(session_seconds=0.3)) as running:
        client = await running.client()
        reply = ""
        while not reply.startswith("421"):
            reply = await client.ask("NOOP")
            await asyncio.sleep(0.02)
        assert reply == replies.TIMEOUT.line()


async def test_the_sessions_time_ends_no_delivery(tls: SSLContext) -> None:
    async def accept(arrival: Arrival) -> Reply:
        del arrival
        await asyncio.sleep(0.5)
        return ACCEPTED

    async with serving(tls, accept=accept, limits=limits(session_seconds=0.3, idle_seconds=0.2)) as running:
        client = await running.ready()
        assert await client.message(MESSAGE) == ACCEPTED.line()
        assert await client.rest() == replies.TIMEOUT.line() + "\n"


async def test_a_client_that_talks_before_the_greeting_is_refused(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(greet_seconds=5)) as running:
        client = await running.connect()
        await client.send(b"EHLO client.example\r\n")
        assert await client.rest() == replies.EARLY_TALKER.line() + "\n"


async def test_only_the_first_connection_of_a_client_waits_for_its_greeting(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(greet_seconds=1)) as running:
        waits = []
        for _ in range(2):
            began = time.monotonic()
            await running.client()
            waits.append(time.monotonic() - began)
        assert waits[0] >= 1 > waits[1]


async def test_a_command_line_without_end_is_refused(tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.client()
        await client.send(b"NOOP " + b"x" * 2_000)
        assert await client.rest() == replies.BAD_LINE.line() + "\n"


async def test_a_client_that_goes_before_its_reply_leaves_no_session_behind(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(sessions=1)) as running:
        for _ in range(5):
            client = await running.client()
            client.writer.transport.abort()
            await asyncio.sleep(0.02)
        assert (await (await running.client()).ask("NOOP")).startswith("250 ")


async def test_a_message_that_could_not_be_taken_in_is_told_of_with_its_envelope(
    tls: SSLContext,
) -> None:
    async with serving(tls) as running:
        client = await running.ready()
        assert (await client.message(b"bare\nfeed\r\n.\r\n")).startswith("550 5.6.0 ")
        [(arrival, reply)] = running.next_hop.refused
        assert (str(arrival.envelope.mail_from), arrival.content) == ("an@kindengezin.example", b"")
        assert (reply, running.next_hop.arrivals) == (replies.BARE_OCTETS, [])


async def test_of_a_session_that_ended_nothing_is_left_to_be_looked_for(tls: SSLContext) -> None:
    """Its TLS buffers are a quarter of a MiB, and circles are looked for seldom."""
    ended = list[weakref.ref[Session]]()
    async with serving(tls) as running:
        gc.disable()
        try:
            for _ in range(3):
                client = await running.ready()
                ended += [weakref.ref(one) for one in gc.get_objects() if isinstance(one, Session)][-1:]
                await client.message(MESSAGE)
                await client.ask("QUIT")
                await client.close()
            await eventually(lambda: all(one() is None for one in ended))
        finally:
            gc.enable()
