import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from gateway.decision import Code
from gateway.mail.document import Document, Line, Unreadable
from gateway.mail.protection import RightsManaged
from gateway.reading import pool, process
from gateway.reading.pool import Readers
from gateway.reading.process import SandboxUnavailable
from gateway.reading.read import read, read_rights
from tests.support import hostile_worker, rpmsg
from tests.support.corpus import samples

MAIL = b"Content-Type: text/plain\r\n\r\nNaam: Ann Peeters\r\n"
READ = Document("body text", (Line("Naam: Ann Peeters", "body text, line 1"),))
REFUSED = Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")
_PRINTS_CONFINEMENT = """
import sys
from gateway.reading.codec import Confinement, encode_confinement
from gateway.reading.frame import NONCE_BYTES, receive, send
send(1, bytes(NONCE_BYTES), encode_confinement(Confinement(0, True, True)))
receive(0)
"""


@asynccontextmanager
async def reading(
    *, seconds: float = 10.0, workers: int = 1, command: tuple[str, ...] = hostile_worker.COMMAND
) -> AsyncIterator[Readers]:
    readers = Readers(workers=workers, seconds=seconds, command=command)
    await readers.start()
    try:
        yield readers
    finally:
        await readers.close()


def trick(name: str) -> bytes:
    return b"\r\n" + name.encode()


def children(parent: int) -> set[int]:
    """The processes that ``parent`` started and that still run, but for Python's own one."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, ppid = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            pythons_own = b"multiprocessing.resource_tracker" in (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if int(ppid) == parent and state != "Z" and not pythons_own:
            found.add(int(folder.name))
    return found


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - a process that ends tells nobody
            await asyncio.sleep(0.02)


async def test_every_sample_reads_the_same_as_without_a_sandbox() -> None:
    mails = [sample.content for sample in samples()]
    async with reading(workers=2, command=process.COMMAND) as readers:
        assert await asyncio.gather(*map(readers.read, mails)) == [read(mail) for mail in mails]


@pytest.mark.parametrize(
    "charset", ["shift_jis", "gb18030", "euc-kr", "koi8-u", "x-mac-cyrillic", "utf-16", "no-such"]
)
async def test_a_charset_is_known_inside_as_it_is_outside(charset: str) -> None:
    mail = f"Content-Type: text/plain; charset={charset}; name*=utf-7'nl'x\r\n\r\nNaam: x\r\n".encode()
    async with reading() as readers:
        assert await readers.read(mail) == read(mail)


async def test_a_container_of_rights_is_read_in_the_sandbox_as_it_is_without_one() -> None:
    container = rpmsg.container()
    async with reading(command=process.COMMAND) as readers:
        assert await readers.read_rights(container) == read_rights(container)
        assert await readers.read_rights(container[:-9]) == RightsManaged()
        assert await readers.read_rights(b"words") == RightsManaged()
        assert await readers.read(container) == Unreadable(Code.MESSAGE_MALFORMED)


@pytest.mark.parametrize(
    "name", ["garbage", "endless", "crash", "exit", "allocate", "of another", "too long", "no answer"]
)
async def test_a_message_that_breaks_its_reader_is_refused_it_alone(name: str) -> None:
    async with reading() as readers:
        assert await readers.read(MAIL) == READ
        assert await readers.read(trick(name)) == REFUSED
        assert await readers.read(MAIL) == READ


async def test_a_message_that_computes_for_ever_is_refused_in_time() -> None:
    async with reading(seconds=0.5) as readers:
        began = time.monotonic()
        assert await readers.read(trick("loop")) == REFUSED
        assert time.monotonic() - began < 1.5
        assert await readers.read(MAIL) == READ


async def test_a_reader_that_was_given_no_time_to_compute_defers() -> None:
    async with reading(seconds=0.5) as readers:
        with pytest.raises(SandboxUnavailable):
            await readers.read(trick("sleep"))
        assert await readers.read(MAIL) == READ


async def test_a_fault_of_the_reader_defers() -> None:
    async with reading() as readers:
        with pytest.raises(SandboxUnavailable):
            await readers.read(trick("fault"))
        assert await readers.read(MAIL) == READ


async def test_an_answer_too_many_is_no_answer_to_the_next_message() -> None:
    async with reading() as readers:
        assert await readers.read(trick("twice")) == Document("body", (Line("first", "body, line 1"),))
        assert await readers.read(MAIL) == READ


async def test_a_reader_killed_from_outside_does_not_cost_a_message() -> None:
    async with reading() as readers:
        assert await readers.read(MAIL) == READ
        for child in children(os.getpid()):
            os.kill(child, signal.SIGKILL)
        assert await readers.read(MAIL) == READ


async def test_a_cancelled_read_leaves_the_next_one_alone() -> None:
    async with reading() as readers:
        task = asyncio.ensure_future(readers.read(trick("loop")))
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert await readers.read(MAIL) == READ


async def test_a_reader_retires_after_its_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MESSAGES_EACH", 2)
    async with reading() as readers:
        await until(lambda: len(children(os.getpid())) == 2)
        before = children(os.getpid())
        for _ in range(6):
            assert await readers.read(MAIL) == READ
        await until(lambda: len(children(os.getpid())) == 2)
        assert before - children(os.getpid())


async def test_more_messages_than_readers_wait_their_turn_and_no_longer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pool, "WAIT_SECONDS", 0.2)
    async with reading(seconds=1.0) as readers:
        busy = asyncio.ensure_future(readers.read(trick("loop")))
        await asyncio.sleep(0.05)
        with pytest.raises(SandboxUnavailable, match="busy"):
            await readers.read(MAIL)
        assert await busy == REFUSED
        assert await asyncio.gather(*(readers.read(MAIL) for _ in range(5))) == [READ] * 5


async def test_a_message_that_is_read_while_the_gateway_stops_is_deferred() -> None:
    readers = Readers(workers=1, command=hostile_worker.COMMAND)
    await readers.start()
    task = asyncio.ensure_future(readers.read(trick("loop")))
    await asyncio.sleep(0.1)
    await readers.close()
    with pytest.raises(SandboxUnavailable):
        await task


async def test_closing_ends_every_process() -> None:
    async with reading(workers=2) as readers:
        await until(lambda: len(children(os.getpid())) >= 3)
        assert await readers.read(MAIL) == READ
    assert children(os.getpid()) == set()


@pytest.mark.parametrize("program", ["/no/such/program", "/bin/true", "/bin/cat"])
async def test_a_reader_that_cannot_be_started_is_unavailable(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(process, "START_SECONDS", 0.3)
    with pytest.raises(SandboxUnavailable):
        await Readers(command=(program,)).start()
    assert children(os.getpid()) == set()


async def test_readers_come_back_by_themselves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pool, "WAIT_SECONDS", 0.2)
    monkeypatch.setattr(pool, "_PAUSE_SECONDS", 0.05)
    machine = tmp_path / "well"
    machine.touch()
    command = ("/bin/sh", "-c", f'test -e "{machine}" && exec "$@"', "sh", *process.COMMAND)
    async with reading(command=command) as readers:
        machine.unlink()
        for child in children(os.getpid()):
            os.kill(child, signal.SIGKILL)
        with pytest.raises(SandboxUnavailable):
            await readers.read(MAIL)
        machine.touch()
        monkeypatch.setattr(pool, "WAIT_SECONDS", 10.0)
        assert await readers.read(MAIL) == READ


async def test_a_kernel_that_grants_less_is_not_enough_unless_said_so() -> None:
    command = (sys.executable, "-c", _PRINTS_CONFINEMENT)
    with pytest.raises(SandboxUnavailable, match="landlock"):
        await Readers(command=command).start()
    degraded = Readers(command=command, required=False)
    assert (await degraded.start()).missing() == ("landlock",)
    await degraded.close()


async def test_no_reader_outlives_a_gateway_that_was_killed() -> None:
    program = (
        "import asyncio\nfrom gateway.reading.pool import Readers\n"
        "async def main():\n await Readers(workers=2).start()\n print('up', flush=True)\n"
        " await asyncio.sleep(60)\n"
        "asyncio.run(main())"
    )
    gateway = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stdout=subprocess.PIPE)
    assert gateway.stdout
    assert await gateway.stdout.readline() == b"up\n"
    await until(lambda: len(children(gateway.pid)) == 3)
    orphans = children(gateway.pid)
    gateway.kill()
    await gateway.wait()
    await until(lambda: not any(Path(f"/proc/{orphan}").exists() for orphan in orphans))
