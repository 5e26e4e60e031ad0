"""What the machine does to the gateway: a disk that takes nothing, a table of descriptors that is full."""

import asyncio
import os
import resource
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support import strace
from tests.support.inbound import Client
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged

missing = strace.unavailable()


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as running:
        yield running


@pytest.mark.skipif(missing is not None, reason=missing or "")
@pytest.mark.parametrize(
    ("call", "error"), [("pwrite64", "ENOSPC"), ("pwrite64", "EROFS"), ("pwrite64", "EIO")]
)
async def test_a_disk_that_takes_nothing_defers_and_passes(stage: Stage, call: str, error: str) -> None:
    assert stage.process is not None
    async with strace.tampered(stage.process.pid, call, f"error={error}"):
        for labels in ({}, {"labels": None}):
            reply = await stage.send(letter(**labels), SENDER, DESK)  # type: ignore[arg-type]
            assert reply.startswith("451 4.3.0 ")
    assert stage.mailbox.messages == []
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")
    assert [row["outcome"] for row in await stage.transfers()] == ["accepted"]
    assert (await stage.command("transfers", "verify"))[0] == 0


@pytest.mark.skipif(missing is not None, reason=missing or "")
async def test_a_sync_that_fails_lets_nothing_out_though_the_record_may_be_in_the_file(stage: Stage) -> None:
    assert stage.process is not None
    async with strace.tampered(stage.process.pid, "fdatasync", "error=EIO"):
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.3.0 ")
        assert "DATA" not in stage.mailbox.commands
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")
    assert len(stage.mailbox.messages) == 1
    # Nobody knows what a power cut would have left of the first.
    assert [row["outcome"] for row in await stage.transfers()] in (["accepted"], ["unknown", "accepted"])
    assert (await stage.command("transfers", "verify"))[0] == 0


async def test_without_descriptors_clients_wait_and_are_served_once_there_are_some(stage: Stage) -> None:
    assert stage.process is not None
    process = stage.process.pid
    before = resource.prlimit(process, resource.RLIMIT_NOFILE)
    used = max(map(int, os.listdir(f"/proc/{process}/fd")))  # noqa: PTH208 - a number, and no path
    resource.prlimit(process, resource.RLIMIT_NOFILE, (used + 1, before[1]))
    waiting = [await Client.connect(stage.port) for _ in range(3)]
    sending = asyncio.create_task(stage.send(letter(), SENDER, DESK))
    await asyncio.sleep(1.5)
    resource.prlimit(process, resource.RLIMIT_NOFILE, before)
    for client in waiting:
        assert (await client.reply()).startswith("220 ")
        await client.close()
    reply = await sending
    # Its session may have begun before there was a descriptor for the next hop: then it is told to come back.
    assert reply.startswith(("250 2.6.0 ", "451 4.")), reply
    assert (await stage.send(letter(message_id="2@x.example"), SENDER, DESK)).startswith("250 2.6.0 ")
    assert (await stage.command("transfers", "verify"))[0] == 0
