"""Clients that try to use up memory, time or places: each is bounded, and others are served."""

import asyncio
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from ssl import SSLContext

import pytest

from gateway.inbound import replies
from gateway.inbound.replies import Reply
from gateway.mail.envelope import Arrival
from tests.support.inbound import ACCEPTED, QUICK, Client, limits, server_tls, serving

MIB = 1_048_576
BLOCK = 65_536


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


def forget_peak() -> None:
    """Lets the kernel count this process's peak memory from now on."""
    Path("/proc/self/clear_refs").write_text("5")


def peak_mib() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1_024


async def stream(client: Client, block: bytes, octets: int) -> str:
    """Sends ``block`` over and over, then the end of data, and returns the reply."""
    assert (await client.ask("DATA")).startswith("354 ")
    for _ in range(octets // len(block)):
        await client.send(block)
    await client.send(b"\r\n.\r\n")
    return await client.reply()


@pytest.mark.parametrize(
    ("block", "reply"),
    [
        (b"\r\n" * (BLOCK // 2), replies.MANY_LINES),
        (b"..\r\n" * (BLOCK // 4), replies.MANY_LINES),
        ((b"\n" * 62 + b"\r\n") * (BLOCK // 64), replies.BARE_OCTETS),
        (b"x" * BLOCK, replies.LONG_LINE),
    ],
    ids=["empty lines", "stuffed lines", "bare line feeds", "one line"],
)
async def test_25_mib_of_the_costliest_lines_are_refused_in_seconds_and_little_memory(
    tls: SSLContext, block: bytes, reply: replies.Reply
) -> None:
    async with serving(tls) as running:
        client = await running.ready()
        forget_peak()
        before, began = peak_mib(), time.monotonic()
        assert await stream(client, block, 25 * MIB) == reply.line()
        assert time.monotonic() - began < 5
        assert peak_mib() - before < 100
        assert (await client.ask("NOOP")).startswith("250 ")


async def test_25_mib_of_ordinary_lines_arrive_in_seconds_at_about_their_own_size(tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.ready()
        forget_peak()
        before, began = peak_mib(), time.monotonic()
        assert await stream(client, (b"A" * 76 + b"\r\n") * 800, 24 * MIB) == ACCEPTED.line()
        assert time.monotonic() - began < 5
        assert peak_mib() - before < 100
    assert 23 * MIB < len(running.next_hop.contents[0]) <= 25 * MIB


async def test_others_are_served_while_one_floods(tls: SSLContext) -> None:
    async with serving(tls) as running:
        flooder, other = await running.ready(), await running.secured()
        flood = asyncio.create_task(stream(flooder, b"\r\n" * (BLOCK // 2), 25 * MIB))
        slowest = 0.0
        while not flood.done():
            began = time.monotonic()
            assert (await other.ask("RSET")).startswith("250 ")
            slowest = max(slowest, time.monotonic() - began)
            await asyncio.sleep(0.01)
        assert await flood == replies.MANY_LINES.line()
    assert slowest < 1


async def test_a_message_without_end_is_read_to_twice_its_limit_and_no_further(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(message_bytes=MIB)) as running:
        client = await running.ready()
        assert (await client.ask("DATA")).startswith("354 ")
        heard = asyncio.create_task(client.rest())
        sent = 0
        try:
            while sent < 64 * MIB and not heard.done():
                await client.send((b"x" * 76 + b"\r\n") * 800)
                sent += 78 * 800
        except ConnectionError:
            pass
        assert sent < 64 * MIB
        assert await heard == replies.ENDLESS.line() + "\n"
    assert running.next_hop.arrivals == []


async def in_other_words(_: Arrival, reply: Reply) -> Reply:
    return replace(reply, text="Te groot")


async def test_what_follows_an_endless_message_is_no_command_however_its_refusal_is_worded(
    tls: SSLContext,
) -> None:
    async with serving(tls, limits=limits(message_bytes=MIB), refuse=in_other_words) as running:
        client = await running.ready()
        assert (await client.ask("DATA")).startswith("354 ")
        heard = asyncio.create_task(client.rest())
        with suppress(ConnectionError):
            while not heard.done():
                await client.send(b"NOOP\r\n" * 8_000)
        assert await heard == "552 5.3.4 Te groot\n"


async def test_a_message_just_over_its_limit_is_refused_and_the_session_goes_on(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(message_bytes=MIB)) as running:
        client = await running.ready()
        assert await stream(client, b"x" * 62 + b"\r\n", MIB) == replies.TOO_LARGE.line()
        assert (await client.ask("NOOP")).startswith("250 ")


async def test_data_that_drips_ends_with_the_sessions_time(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(session_seconds=0.4, idle_seconds=0.3)) as running:
        client = await running.ready()
        assert (await client.ask("DATA")).startswith("354 ")
        heard = asyncio.create_task(client.rest())
        while not heard.done():
            client.writer.write(b"x\r\n")
            await asyncio.sleep(0.05)
        assert await heard == replies.TIMEOUT.line() + "\n"


async def test_a_flood_of_commands_ends_with_the_session(tls: SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.client()
        await client.send(b"NOOP\r\n" * 10_000)
        said = (await client.rest()).splitlines()
    assert said == [replies.DONE.line()] * QUICK.commands + [replies.TOO_MANY_COMMANDS.line()]


async def test_a_client_that_never_reads_its_replies_loses_its_place(tls: SSLContext) -> None:
    bounds = limits(sessions=1, idle_seconds=0.2, commands=10_000_000)
    async with serving(tls, limits=bounds) as running:
        client = await running.client()
        client.writer.transport.pause_reading()  # type: ignore[attr-defined]
        flood = asyncio.create_task(client.send(b"EHLO client.example\r\n" * 400_000))
        await asyncio.sleep(0.3)
        for _ in range(100):
            other = await running.connect()
            if (await other.reply()).startswith("220 "):
                break
            await asyncio.sleep(0.1)
        else:
            pytest.fail("the place was never freed")
        client.writer.transport.abort()
        flood.cancel()


async def test_more_connections_than_places_are_turned_away_and_places_come_free(tls: SSLContext) -> None:
    async with serving(tls, limits=limits(sessions=20, sessions_per_client=50)) as running:
        many = [await running.connect() for _ in range(60)]
        greetings = [await client.reply() for client in many]
        assert sum(text.startswith("220 ") for text in greetings) == 20
        assert sum(text == replies.TOO_MANY_SESSIONS.line() for text in greetings) == 40
        for client in many:
            client.writer.transport.abort()
        await asyncio.sleep(0.2)
        assert (await (await running.connect()).reply()).startswith("220 ")


async def test_recipients_beyond_their_bound_are_deferred(tls: SSLContext) -> None:
    async with serving(tls, judge_recipient=lambda _mail_from, _rcpt, _already: None) as running:
        client = await running.ready()
        said = [await client.ask(f"RCPT TO:<r{n}@pepingen.example>") for n in range(12)]
        assert said[8:11] == [replies.RECIPIENT_OK.line()] + [replies.TOO_MANY_RECIPIENTS.line()] * 2
