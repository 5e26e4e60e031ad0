"""A relay in front of a server that cuts a connection at a word, so that one side never hears it."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass(slots=True)
class Proxy:
    """What it cuts at, if anything. ``question`` is looked for on the way to the server, ``answer`` back.

    The bytes with the word in them are not passed on. ``closed`` refuses new connections from then on.
    """

    target: int
    port: int = 0
    question: bytes = b""
    answer: bytes = b""
    close_then: bool = False
    closed: bool = False
    cuts: int = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Relays one connection."""
        if self.closed:
            writer.close()
            return
        there, back = await asyncio.open_connection("127.0.0.1", self.target)
        pumps = {
            asyncio.ensure_future(self._pump(reader, back, asks=True)),
            asyncio.ensure_future(self._pump(there, writer, asks=False)),
        }
        _, other = await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        for pump in other:
            pump.cancel()
        for end in (writer, back):
            end.close()

    async def _pump(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, asks: bool) -> None:
        with suppress(ConnectionError):
            while data := await source.read(65_536):
                word = self.question if asks else self.answer
                if word and word in data:
                    self.cuts += 1
                    self.question = self.answer = b""
                    self.closed = self.close_then
                    return
                sink.write(data)
                await sink.drain()


@contextmanager
def in_front_of(port: int) -> Iterator[Proxy]:
    """A proxy for a server on loopback, in a thread of its own."""
    proxy, loop = Proxy(port), asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(proxy.serve, "127.0.0.1", 0))
    proxy.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()
