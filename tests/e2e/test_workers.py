"""Several processes of one gateway on one port and one ledger: they share the mail, and fail apart."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from gateway.ledger.record import RecordType
from gateway.ledger.rows import rows_of_types
from gateway.ledger.snapshot import snapshot
from tests.e2e.test_signals import HANDED_OVER
from tests.support.behaviour import SILENCE, Behaviour
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import HOSTNAME, Stage, staged


def workers_of(stage: Stage) -> list[int]:
    """The processes that serve, in the order they were started."""
    assert stage.process is not None
    own = Path(f"/proc/{stage.process.pid}/task/{stage.process.pid}/children")
    return sorted(map(int, own.read_text().split()))


@asynccontextmanager
async def two(folder: Path, *, started: bool = True) -> AsyncIterator[Stage]:
    """Two workers that both listen."""
    async with staged(folder, extra="workers: 2", started=False) as stage:
        if started:
            await stage.start()
            await listening(stage, 2)
        yield stage


async def listening(stage: Stage, count: int) -> None:
    """Returns once so many workers said that they listen. Raises TimeoutError."""
    async with asyncio.timeout(60):
        while len(events(stage, "listening")) < count:  # noqa: ASYNC110 - another process changes the state
            await asyncio.sleep(0.02)


def events(stage: Stage, message: str) -> list[dict[str, Any]]:
    return [event for event in stage.events if event.get("message") == message]


async def one(stage: Stage, number: int) -> str:
    return await stage.send(letter(message_id=f"{number}@kindengezin.example"), SENDER, DESK)


async def test_two_workers_share_the_mail_and_write_one_ledger_under_two_names(tmp_path: Path) -> None:
    async with two(tmp_path) as stage:
        for start in range(0, 60, 6):
            replies = await asyncio.gather(*(one(stage, number) for number in range(start, start + 6)))
            assert {reply[:9] for reply in replies} == {"250 2.6.0"}
            if len(nodes(stage)) == 2:
                break
        assert nodes(stage) == {HOSTNAME, f"{HOSTNAME}.2"}
        rows = await stage.transfers()
        assert len(rows) == len(stage.mailbox.messages)
        assert {row["outcome"] for row in rows} == {"accepted"}
        await stage.stop()
        assert stage.process is not None
        assert stage.process.returncode == 0
        assert (await stage.command("transfers", "verify"))[0] == 0


def nodes(stage: Stage) -> set[str]:
    with snapshot(stage.ledger) as connection:
        return {row.node for row in rows_of_types(connection, RecordType.INTENT)}


async def test_a_killed_worker_is_replaced_and_a_reload_reaches_every_worker(tmp_path: Path) -> None:
    async with two(tmp_path) as stage:
        killed = workers_of(stage)[0]
        os.kill(killed, signal.SIGKILL)
        assert (await one(stage, 1)).startswith("250 2.6.0 ")
        await stage.logged("worker ended")
        await listening(stage, 3)
        assert len(workers_of(stage)) == 2
        assert killed not in workers_of(stage)
        assert (await one(stage, 2)).startswith("250 2.6.0 ")

        assert stage.process is not None
        stage.process.send_signal(signal.SIGHUP)
        async with asyncio.timeout(10):
            while len(events(stage, "reloaded")) < 2:  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.02)
        assert (await one(stage, 3)).startswith("250 2.6.0 ")


async def test_what_a_worker_left_open_is_closed_when_there_are_fewer_of_them(tmp_path: Path) -> None:
    async with two(tmp_path) as stage:
        first, second = workers_of(stage)
        assert stage.process is not None
        os.kill(first, signal.SIGSTOP)
        stage.mailbox.behaviour = Behaviour(dot=SILENCE)
        under_way = asyncio.create_task(one(stage, 1))
        await stage.mailbox.dotted()
        assert nodes(stage) <= {HOSTNAME, f"{HOSTNAME}.2"}
        for process in (stage.process.pid, first, second):
            os.kill(process, signal.SIGKILL)
        await stage.process.wait()
        await asyncio.gather(under_way, return_exceptions=True)
        stage.config.write_text(stage.config.read_text("utf-8").replace("workers: 2", "workers: 1"), "utf-8")
        await stage.start()
        assert [row["outcome"] for row in await stage.transfers()] == ["unknown"]


async def test_a_worker_that_cannot_start_ends_them_all(tmp_path: Path) -> None:
    async with two(tmp_path, started=False) as stage:
        (tmp_path / "ledger.db").write_bytes(b"no ledger" * 100)
        with pytest.raises(RuntimeError, match="gateway cannot start"):
            await stage.start()
        assert stage.process is not None
        assert stage.process.returncode == 2


async def test_systemd_hears_once_that_all_are_ready(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(str(tmp_path / "n"))
        channel.setblocking(False)
        async with two(tmp_path, started=False) as stage:
            await stage.start(environment={"NOTIFY_SOCKET": str(tmp_path / "n"), "WATCHDOG_USEC": "400000"})
            loop = asyncio.get_running_loop()
            heard = [await asyncio.wait_for(loop.sock_recv(channel, 100), 60) for _ in range(2)]
            assert set(heard) == {b"READY=1", b"WATCHDOG=1"}
            assert len(events(stage, "listening")) == 2
            await stage.stop()


async def test_a_restart_with_systemds_socket_refuses_nobody(tmp_path: Path) -> None:
    async with two(tmp_path, started=False) as stage:
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            bound.listen(128)
            under = (sys.executable, "-c", HANDED_OVER, str(bound.fileno()))
            await stage.start(under=under, descriptor=bound.fileno())
            sending = [asyncio.create_task(steadily(stage, first)) for first in (0, 100, 200)]
            await asyncio.sleep(0.5)
            await stage.stop()
            await stage.start(under=under, descriptor=bound.fileno())
            replies = [reply for told in await asyncio.gather(*sending) for reply in told]
        # Who is in the middle of a session when it stops is told to come back, and does.
        assert {reply[:3] for reply in replies} == {"250"}
        assert len(stage.mailbox.messages) == len(replies)


async def steadily(stage: Stage, first: int) -> list[str]:
    """Ten mails one after the other; each is sent again while the answer is 421, as a mail server does."""
    replies = []
    for number in range(first, first + 10):
        while (reply := await _sent(stage, number)).startswith("421"):  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)
        replies.append(reply)
        await asyncio.sleep(0.1)
    return replies


async def _sent(stage: Stage, number: int) -> str:
    try:
        return await one(stage, number)
    except ConnectionRefusedError:
        raise
    except OSError:
        return "421 the session was cut off before its message"
