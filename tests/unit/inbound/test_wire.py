"""Octets in and out: what counts as heard, and how a connection turns to TLS and ends."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator

import pytest

from gateway.inbound.limits import Limits
from gateway.inbound.wire import ClientGone, ClientSlow, Wire
from tests.support.inbound import limits, server_tls, serving

INJECTED = b"MAIL FROM:<evil@evil.example>\r\n"


class Ends:
    """Both ends of one connection: a Wire, its transport, and the client's plain socket."""

    def __init__(self, bounds: Limits) -> None:
        self.octets_in = 0
        here, self.client = socket.socketpair()
        self._here = here
        self._bounds = bounds

    async def __aenter__(self) -> "Ends":
        loop = asyncio.get_running_loop()
        self.transport, _ = await loop.create_connection(lambda: CountingProtocol(self), sock=self._here)
        return self

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.wire = Wire(reader, writer, self._bounds, lambda: self.octets_in)

    async def __aexit__(self, *_: object) -> None:
        self.wire.abort()
        self.client.close()
        await asyncio.sleep(0)


class CountingProtocol(asyncio.StreamReaderProtocol):
    def __init__(self, ends: Ends) -> None:
        super().__init__(asyncio.StreamReader(), client_connected_cb=ends.connected)
        self._ends = ends

    def data_received(self, data: bytes) -> None:
        self._ends.octets_in += len(data)
        super().data_received(data)


@pytest.fixture
async def ends() -> AsyncIterator[Ends]:
    async with Ends(limits(idle_seconds=5, tls_seconds=0.5)) as both:
        yield both


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> ssl.SSLContext:
    return server_tls(tmp_path_factory.mktemp("tls"))


async def test_octets_still_with_the_kernel_are_heard(ends: Ends) -> None:
    assert not await ends.wire.hears_within(0)
    ends.client.sendall(b"x")
    assert await ends.wire.hears_within(0)
    assert await ends.wire.block() == b"x"
    assert not await ends.wire.hears_within(0)


async def test_octets_that_come_later_are_heard_within_the_time_given(ends: Ends) -> None:
    asyncio.get_running_loop().call_later(0.05, ends.client.sendall, b"x")
    assert await ends.wire.hears_within(5)


async def test_lines_come_out_one_by_one_and_unread_octets_first(ends: Ends) -> None:
    ends.client.sendall(b"one\r\ntwo\nthree")
    assert await ends.wire.line(100) == b"one\r\n"
    assert await ends.wire.line(100) == b"two\n"
    ends.wire.unread(b"zero\r\n")
    assert await ends.wire.line(100) == b"zero\r\n"
    assert await ends.wire.block() == b"three"


@pytest.mark.parametrize("behind", [b"", b"\r\n"])
async def test_a_line_over_its_limit_is_cut(ends: Ends, behind: bytes) -> None:
    ends.client.sendall(b"x" * 11 + behind)
    assert await ends.wire.line(10) == b"x" * 10


async def test_the_end_of_the_connection_is_told(ends: Ends) -> None:
    ends.client.close()
    with pytest.raises(ClientGone):
        await ends.wire.line(100)


async def test_winding_up_ends_a_wait_that_has_begun_and_every_later_one(ends: Ends) -> None:
    waiting = asyncio.create_task(ends.wire.line(100))
    await asyncio.sleep(0.02)
    ends.wire.wind_up()
    with pytest.raises(ClientSlow):
        await waiting
    ends.wire.unread(b"NOOP\r\n")
    with pytest.raises(ClientSlow):
        await ends.wire.line(100)


async def test_nothing_is_read_between_220_and_the_handshake(ends: Ends, tls: ssl.SSLContext) -> None:
    # The client reads nothing, so the 220 has to wait; what is injected meanwhile is never plain text.
    ends.transport.write(b"x" * 8_000_000)
    ends.transport.set_write_buffer_limits(high=0)
    securing = asyncio.create_task(ends.wire.start_tls("220 2.0.0 Ready", tls))
    await asyncio.sleep(0.02)
    ends.client.sendall(INJECTED)
    await asyncio.sleep(0.05)
    assert ends.octets_in == 0
    with pytest.raises(ClientGone):
        await securing


async def test_what_was_not_read_before_tls_forbids_it(ends: Ends, tls: ssl.SSLContext) -> None:
    ends.client.sendall(INJECTED)
    await ends.wire.hears_within(0)
    with pytest.raises(ClientGone):
        await ends.wire.start_tls("220 2.0.0 Ready", tls)


async def test_a_goodbye_is_not_overtaken_by_a_reset(tls: ssl.SSLContext) -> None:
    async with serving(tls) as running:
        client = await running.client()
        await client.send(b"GET / HTTP/1.1\r\n" + b"x" * 500_000)
        assert await client.reader.read() == b"421 4.7.0 This is a mail server, closing connection\r\n"
        await asyncio.sleep(0.05)
        assert client.writer.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0
