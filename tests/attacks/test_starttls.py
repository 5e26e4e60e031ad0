"""STARTTLS: what a third party slips into the plain connection must not reach the secured one."""

import asyncio
import ssl

import pytest

from tests.support.inbound import Client, client_tls, limits, server_tls, serving

INJECTED = (
    b"EHLO evil.example\r\nMAIL FROM:<evil@evil.example>\r\nRCPT TO:<ocmw@pepingen.example>\r\n"
    b"DATA\r\nSubject: injected\r\n\r\ninjected\r\n.\r\n"
)
# A TLS record that carries the server's side of a handshake (RFC 8446 section 5.1).
SERVER_HANDSHAKE = b"\x16\x03"


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


def client_hello() -> bytes:
    """The first flight of a handshake."""
    outgoing = ssl.MemoryBIO()
    connection = client_tls().wrap_bio(ssl.MemoryBIO(), outgoing)
    with pytest.raises(ssl.SSLWantReadError):
        connection.do_handshake()
    return outgoing.read()


@pytest.mark.parametrize("require_tls", [True, False])
@pytest.mark.parametrize("injected", [b"NOOP\r\n", b"N", INJECTED, INJECTED + b"\x16", b"\r\n"])
async def test_commands_in_the_segment_of_starttls_close_the_connection(
    tls: ssl.SSLContext, injected: bytes, require_tls: bool
) -> None:
    async with serving(tls, require_tls=require_tls) as running:
        client = await running.client()
        await client.send(b"STARTTLS\r\n" + injected)
        assert await client.rest() == "554 5.5.0 Improper use of pipelining, closing connection\n"
    assert running.next_hop.arrivals == []


@pytest.mark.parametrize("injected", [b"", INJECTED])
async def test_a_handshake_that_does_not_wait_for_220_closes_the_connection(
    tls: ssl.SSLContext, injected: bytes
) -> None:
    async with serving(tls) as running:
        client = await running.client()
        await client.send(b"STARTTLS\r\n" + injected + client_hello())
        assert await client.rest() == "554 5.5.0 Improper use of pipelining, closing connection\n"


@pytest.mark.parametrize("turns", range(12))
async def test_a_command_injected_at_any_moment_is_never_run_inside_tls(
    tls: ssl.SSLContext, turns: int
) -> None:
    # The victim's handshake follows the injected octets; the server may only refuse or break off.
    async with serving(tls, require_tls=False) as running:
        client = await running.client()
        await client.send(b"STARTTLS\r\n")
        for _ in range(turns):
            await asyncio.sleep(0)
        await client.send(INJECTED)
        said = await client.reply()
        if said.startswith("220 "):
            client.writer.write(client_hello())
            assert SERVER_HANDSHAKE not in await drained(client)
        else:
            assert said.startswith("554 5.5.0 ")
    assert running.next_hop.arrivals == []


async def test_the_envelope_given_before_tls_does_not_count_inside(tls: ssl.SSLContext) -> None:
    async with serving(tls, require_tls=False) as running:
        client = await running.client()
        for line in ("EHLO evil.example", "MAIL FROM:<evil@evil.example>", "RCPT TO:<ocmw@pepingen.example>"):
            assert (await client.ask(line)).startswith("250")
        await client.start_tls()
        assert await client.ask("DATA") == "503 5.5.1 Send MAIL first"
        assert await client.ask("MAIL FROM:<evil@evil.example>") == "503 5.5.1 Send EHLO first"


async def test_a_client_that_never_shakes_hands_loses_its_place(tls: ssl.SSLContext) -> None:
    async with serving(tls, limits=limits(tls_seconds=0.2, sessions=1)) as running:
        silent = await running.client()
        assert (await silent.ask("STARTTLS")).startswith("220 ")
        assert await silent.rest() == ""
        assert (await (await running.connect()).reply()).startswith("220 ")


@pytest.mark.parametrize("octets", [b"NOOP\r\n", b"\x16\x03\x01\xff\xff", b"\0" * 1_000])
async def test_what_is_no_handshake_ends_the_connection(tls: ssl.SSLContext, octets: bytes) -> None:
    async with serving(tls, limits=limits(sessions=1)) as running:
        client = await running.client()
        assert (await client.ask("STARTTLS")).startswith("220 ")
        await client.send(octets)
        async with asyncio.timeout(5):
            await drained(client)
        assert (await (await running.connect()).reply()).startswith("220 ")


@pytest.mark.parametrize("octets", [b"", b"\x16", client_hello()])
async def test_a_client_that_goes_in_mid_handshake_loses_its_place(
    tls: ssl.SSLContext, octets: bytes
) -> None:
    async with serving(tls, limits=limits(sessions=1)) as running:
        client = await running.client()
        assert (await client.ask("STARTTLS")).startswith("220 ")
        await client.send(octets)
        client.writer.transport.abort()
        await asyncio.sleep(0.1)
        assert (await (await running.connect()).reply()).startswith("220 ")


async def drained(client: Client) -> bytes:
    """Everything up to the end of the connection, whatever kind of end."""
    heard = b""
    try:
        while block := await client.reader.read(4_096):
            heard += block
    except ConnectionError:
        return heard
    return heard
