"""Connections that open with the PROXY protocol: time, bounds, and whose connection counts."""

from ssl import SSLContext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.inbound import replies
from tests.support.inbound import Client, Running, limits, loopback, server_tls, serving


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def introduced(running: Running, ip: str) -> Client:
    client = await running.connect()
    await client.send(f"PROXY TCP4 {ip} 198.51.100.1 4711 25\r\n".encode())
    return client


async def test_a_peer_that_says_nothing_is_sent_away_in_time(tls: SSLContext) -> None:
    async with serving(tls, introduces=loopback, limits=limits(introduction_seconds=0.1)) as running:
        client = await running.connect()
        assert await client.rest() == ""


async def test_a_header_in_drips_is_read_and_what_follows_it_is_the_clients(tls: SSLContext) -> None:
    async with serving(tls, introduces=loopback, limits=limits(greet_seconds=0.05)) as running:
        client = await running.connect()
        for octet in b"PROXY TCP4 192.0.2.7 198.51.100.1 4711 25\r\n":
            await client.send(bytes((octet,)))
        assert (await client.reply()).startswith("220 ")
        early = await running.connect()
        await early.send(b"PROXY TCP4 192.0.2.7 198.51.100.1 4711 25\r\nEHLO client.example\r\n")
        assert await early.rest() == replies.EARLY_TALKER.line() + "\n"


async def test_sessions_are_counted_by_the_client_and_not_by_the_proxy(tls: SSLContext) -> None:
    async with serving(tls, introduces=loopback, limits=limits(sessions_per_client=1)) as running:
        for number in range(3):
            assert (await (await introduced(running, f"192.0.2.{number}")).reply()).startswith("220 ")
        again = await introduced(running, "192.0.2.1")
        assert await again.rest() == replies.TOO_MANY_SESSIONS.line() + "\n"


async def test_a_client_that_introduces_nobody_is_served_as_itself(tls: SSLContext) -> None:
    async with serving(tls, introduces=loopback) as running:
        client = await running.connect("127.0.0.9")
        assert (await client.reply()).startswith("220 ")
        assert (await client.ask("PROXY TCP4 192.0.2.7 198.51.100.1 4711 25")).startswith("502 ")


async def test_sessions_are_counted_by_the_client_behind_xclient(tls: SSLContext) -> None:
    async with serving(tls, may_forward=loopback, limits=limits(sessions_per_client=1)) as running:
        first = await running.secured()
        assert (await first.ask("XCLIENT ADDR=192.0.2.7")).startswith("220 ")
        second = await running.secured()
        assert await second.ask("XCLIENT ADDR=192.0.2.7") == replies.TOO_MANY_SESSIONS.line()
        assert await second.rest() == ""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.binary(max_size=300))
async def test_no_octets_but_a_header_open_a_session(tls: SSLContext, octets: bytes) -> None:
    async with serving(tls, introduces=loopback, limits=limits(introduction_seconds=0.1)) as running:
        client = await running.connect()
        await client.send(octets)
        assert await client.rest() == ""
