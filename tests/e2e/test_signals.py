"""What the operator and systemd say to the running gateway, and what it says back."""

import asyncio
import re
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.support.behaviour import SILENCE, Behaviour, say
from tests.support.letters import DESK, FORM, SENDER, letter
from tests.support.stage import HOSTNAME, POLICIES, Stage, staged

# systemd hands its sockets over from descriptor 3 on, and names the process they are for.
HANDED_OVER = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.environ.update(LISTEN_PID=str(os.getpid()), "
    "LISTEN_FDS='1'); os.execv(sys.argv[2], sys.argv[2:])"
)


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    folder.mkdir()
    for source in POLICIES.glob("*.yaml"):
        (folder / source.name).write_text(source.read_text("utf-8"), "utf-8")
    return folder


@pytest.fixture
async def stage(tmp_path: Path, policies: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path, policies=policies) as running:
        yield running


def change(policies: Path, old: str, new: str) -> None:
    (file,) = policies.glob("*.yaml")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def place_of(policies: Path, text: str) -> int:
    (file,) = policies.glob("*.yaml")
    return next(n for n, line in enumerate(file.read_text("utf-8").splitlines(), 1) if text in line)


async def test_a_suspended_protocol_refuses_from_the_next_message_on(stage: Stage, policies: Path) -> None:
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")
    change(policies, "suspended: null", "suspended: ended by letter of 1 March")
    began = time.monotonic()
    await stage.reload()
    assert time.monotonic() - began < 5
    refused = await stage.send(letter(), SENDER, DESK)
    assert refused.startswith("550 5.7.1 ")
    change(policies, "suspended: ended by letter of 1 March", "suspended: null")
    await stage.reload()
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")
    rows = await stage.transfers()
    assert [row["outcome"] for row in rows] == ["accepted", "rejected", "accepted"]
    assert rows[1]["reasons"] == ["policy.suspended"]
    assert len({row["policy"]["digest"] for row in rows}) == 2
    assert len(stage.mailbox.messages) == 2


async def test_a_session_already_open_obeys_the_new_policy(stage: Stage, policies: Path) -> None:
    client = await stage.ready(SENDER, DESK)
    change(policies, "suspended: null", "suspended: ended")
    await stage.reload()
    assert (await client.ask("DATA")).startswith("354 ")
    await client.send(letter() + b".\r\n")
    assert (await client.reply()).startswith("550 ")
    await client.close()
    assert stage.mailbox.messages == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("suspended: null", "suspendid: null"),
        ("suspended: null", "suspended: [1, 2"),
        ("recipients: [ocmw@pepingen.example]", "recipients: ocmw"),
    ],
)
async def test_a_policy_with_a_mistake_leaves_the_old_one_in_force_and_names_the_place(
    stage: Stage, policies: Path, old: str, new: str
) -> None:
    change(policies, old, new)
    await stage.reload()
    (named,) = re.findall(rf"{policies}/[\w-]+\.yaml:(\d+):\d+", await stage.logged("reload refused"))
    assert int(named) >= place_of(policies, new)
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")


async def test_a_new_certificate_is_shown_from_the_next_connection_on(stage: Stage) -> None:
    other = stage.authority.server("127.0.0.1", HOSTNAME)
    before = await certificate_of(stage)
    text = stage.config.read_text("utf-8")
    (key,) = (word for word in text.split('"') if word.endswith(".key"))
    text = text.replace(key, str(other.key)).replace(key.replace(".key", ".pem"), str(other.certificate))
    stage.config.write_text(text, "utf-8")
    await stage.reload()
    assert await certificate_of(stage) != before
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")


async def certificate_of(stage: Stage) -> bytes:
    client = await stage.client()
    await client.ask("EHLO client.example")
    await client.start_tls()
    shown: bytes = client.writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    await client.close()
    return shown


async def test_sigterm_lets_a_running_delivery_finish_and_tells_its_sender(stage: Stage) -> None:
    stage.mailbox.behaviour = Behaviour(dot=say("250 2.0.0 kept", after=2.0))
    idle = await stage.client()
    sending = asyncio.create_task(stage.send(letter(), SENDER, DESK))
    await stage.mailbox.dotted()
    began = time.monotonic()
    stopping = asyncio.create_task(stage.stop())
    assert (await idle.reply()).startswith("421 4.3.2 ")
    with pytest.raises(OSError, match="Connect call failed"):
        await stage.client()
    assert (await sending).startswith("250 2.6.0 ")
    await stopping
    await idle.close()
    assert time.monotonic() - began < 30
    assert stage.process is not None
    assert stage.process.returncode == 0
    assert len(stage.mailbox.messages) == 1
    assert [row["outcome"] for row in await stage.transfers()] == ["accepted"]


@pytest.mark.timeout(90)
async def test_sigterm_waits_thirty_seconds_and_no_longer_for_a_next_hop_that_is_silent(stage: Stage) -> None:
    stage.mailbox.behaviour = Behaviour(dot=SILENCE)
    stage.senders.behaviour = Behaviour(dot=SILENCE)
    sending = asyncio.create_task(stage.send(letter(), SENDER, DESK))
    await stage.mailbox.dotted()
    began = time.monotonic()
    await stage.stop()
    assert 20 < time.monotonic() - began < 34  # 25 for the delivery, then it is cut off
    assert (await sending).startswith(("421 ", "451 "))
    await stage.start()
    assert [row["outcome"] for row in await stage.transfers()] == ["unknown"]


@pytest.mark.timeout(90)
async def test_sigterm_does_not_wait_for_a_note_that_its_server_does_not_take(stage: Stage) -> None:
    stage.senders.behaviour = Behaviour(dot=SILENCE)
    reply = await stage.send(letter(FORM + "Geboortedatum: 01/02/1990\r\n"), SENDER, DESK)
    assert reply.startswith("250 2.6.0 ")
    await stage.senders.dotted()
    began = time.monotonic()
    await stage.stop()
    assert time.monotonic() - began < 32


async def test_a_second_gateway_on_the_same_ledger_does_not_start(stage: Stage) -> None:
    first = stage.process
    with pytest.raises(RuntimeError, match="another process writes this ledger"):
        await stage.start()
    stage.process = first
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")


async def test_a_socket_handed_over_by_systemd_is_listened_on(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            under = (sys.executable, "-c", HANDED_OVER, str(bound.fileno()))
            await stage.start(under=under, descriptor=bound.fileno())
            assert stage.port == bound.getsockname()[1]
        assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")


async def test_sockets_for_another_process_are_left_alone(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        with socket.socket() as bound:
            bound.bind(("127.0.0.1", 0))
            told = {"LISTEN_PID": "1", "LISTEN_FDS": "1"}
            await stage.start(environment=told, descriptor=bound.fileno())
            assert stage.port != bound.getsockname()[1]


@pytest.mark.parametrize("abstract", [False, True])
async def test_systemd_hears_of_readiness_reload_life_and_end(tmp_path: Path, abstract: bool) -> None:
    name = f"gateway-{tmp_path.name}" if abstract else str(tmp_path / "n")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.bind(f"\0{name}" if abstract else name)
        channel.setblocking(False)
        async with staged(tmp_path, started=False) as stage:
            told = {"NOTIFY_SOCKET": f"@{name}" if abstract else name, "WATCHDOG_USEC": "400000"}
            await stage.start(environment=told)
            loop = asyncio.get_running_loop()
            heard = [await asyncio.wait_for(loop.sock_recv(channel, 100), 5) for _ in range(3)]
            assert set(heard) == {b"READY=1", b"WATCHDOG=1", b"STATUS=no transfer since the start"}
            await stage.reload()
            await stage.stop()
            assert stage.process is not None
            assert stage.process.returncode == 0
        while True:
            try:
                heard.append(channel.recv(100))
            except BlockingIOError:
                break
    ends = [state for state in heard[3:] if not state.startswith((b"WATCHDOG=1", b"STATUS="))]
    assert [state.split(b"\n")[0] for state in ends] == [b"RELOADING=1", b"READY=1", b"STOPPING=1"]


async def test_an_interrupt_ends_it_as_sigterm_does(stage: Stage) -> None:
    await stage.stop(signal.SIGINT)
    assert stage.process is not None
    assert stage.process.returncode == 0
