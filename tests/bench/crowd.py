"""``python -m tests.bench.crowd``: how long an honest mail takes while a crowd does nothing, or little.

A thousand connections from as many addresses say nothing, and a few more drip: a command, a header, an
octet a second. Then honest mails come in, one after the other.
"""

import asyncio
import resource
import socket
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged

IDLE, SLOW, MAILS = 1_000, 30, 10


@asynccontextmanager
async def crowded(stage: Stage, idle: int, slow: int) -> AsyncIterator[None]:
    """Fills the house from addresses that are all different, and keeps coming back to it."""
    addresses = (f"127.1.{number // 250}.{number % 250 + 1}" for number in range(idle + slow))
    async with AsyncExitStack() as stack:
        for number, address in enumerate(addresses):
            work = _sits(stage.port, address) if number < idle else _drips(stage.port, address)
            task = asyncio.create_task(work)
            stack.push_async_callback(_ended, task)
            if number % 50 == 0:
                await asyncio.sleep(0.01)
        await asyncio.sleep(1.5)
        yield


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError, OSError):
        await task


async def _connected(port: int, address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0), family=socket.AF_INET)


async def _sits(port: int, address: str) -> None:
    """Comes back a second after it was sent away."""
    while True:
        with suppress(OSError):
            reader, writer = await _connected(port, address)
            try:
                while await reader.read(1_000):
                    pass
            finally:
                writer.close()
        await asyncio.sleep(1)


async def _drips(port: int, address: str) -> None:
    """Sends an octet a second of a command that never ends."""
    while True:
        with suppress(OSError):
            _, writer = await _connected(port, address)
            try:
                while not writer.is_closing():
                    writer.write(b"E")
                    await writer.drain()
                    await asyncio.sleep(1)
            finally:
                writer.close()
        await asyncio.sleep(1)


async def honest(stage: Stage, number: int) -> tuple[str, float]:
    """The reply to one mail, and the seconds until it came. Who is told to come back does."""
    began = time.perf_counter()
    while True:
        try:
            reply = await stage.send(letter(message_id=f"{number}@kindengezin.example"), SENDER, DESK)
        except OSError:
            reply = "421"
        if not reply.startswith("421"):
            return reply, time.perf_counter() - began
        await asyncio.sleep(0.1)


async def main() -> None:
    """Prints the slowest of the honest mails."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8_192, most), most))
    with tempfile.TemporaryDirectory() as folder:
        async with staged(Path(folder)) as stage:
            alone = [await honest(stage, number) for number in range(MAILS)]
            async with crowded(stage, IDLE, SLOW):
                found = [await honest(stage, MAILS + number) for number in range(MAILS)]
            print(f"{IDLE} idle and {SLOW} dripping connections: honest mails took at most")
            print(f"{max(seconds for _, seconds in found):.2f} s; alone {max(s for _, s in alone):.2f} s")
            print(f"replies: {sorted({reply[:9] for reply, _ in found})}")


if __name__ == "__main__":
    asyncio.run(main())
