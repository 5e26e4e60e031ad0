import asyncio
from typing import Any

import pytest

from gateway.sealed import openssl
from gateway.sealed.openssl import Openssl


async def test_every_input_comes_through_a_pipe_of_its_own() -> None:
    big = b"first" * 100_000
    ran = await Openssl("cat").run("-", big, b"second", content=big + b"stdin")
    assert not ran.ok, "the output is longer than the input"
    ran = await Openssl("cat").run(b"first", "-", b"second", content=b"stdin")
    assert (ran.ok, ran.output) == (True, b"firststdinsecond")


async def test_what_was_written_before_a_failure_is_thrown_away() -> None:
    ran = await Openssl("sh").run("-c", "cat; exit 4", content=b"plaintext")
    assert (ran.ok, ran.output) == (False, b"")


async def test_an_output_without_end_ends_the_program() -> None:
    assert not (await Openssl("yes").run(content=b"")).ok


async def test_a_program_that_reads_nothing_is_no_fault() -> None:
    assert (await Openssl("true").run(b"x" * 1_000_000, content=b"y" * 1_000_000)).ok


async def test_it_has_no_environment_but_one_that_leads_nowhere() -> None:
    ran = await Openssl("env").run(content=b"")
    assert set(ran.output.decode().split()) == {
        "OPENSSL_CONF=/dev/null", "RANDFILE=/dev/null", "HOME=/nonexistent", "TMPDIR=/nonexistent",
    }  # fmt: skip


async def test_it_is_limited_before_it_reads_a_byte() -> None:
    ran = await Openssl("cat").run("-", "/proc/self/limits", content=b"x\n")
    limits = {line[:26].strip(): line[26:].split()[:2] for line in ran.output.decode().splitlines()}
    assert limits["Max file size"] == ["0", "0"]
    assert limits["Max core file size"] == ["0", "0"]
    assert limits["Max cpu time"] == ["10", "10"]
    assert limits["Max address space"][0].isdigit()


async def test_it_may_write_no_file(tmp_path: Any) -> None:
    ran = await Openssl("dd").run(f"of={tmp_path / 'written'}", content=b"plaintext")
    assert not ran.ok
    assert (tmp_path / "written").read_bytes() == b""


async def test_a_program_that_hangs_is_ended_and_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openssl, "SECONDS", 0.2)
    with pytest.raises(OSError, match="not done in time"):
        await Openssl("sleep").run("600", content=b"")


async def test_a_program_that_computes_on_is_the_messages_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openssl, "_CPU_SECONDS", 1)
    assert not (await Openssl("sh").run("-c", "while :; do :; done", content=b"")).ok


async def test_a_program_that_is_missing_is_our_fault() -> None:
    with pytest.raises(OSError):  # noqa: PT011 - the class is what matters
        await Openssl("openssl-that-is-not-there").run(content=b"")


async def test_a_wait_that_is_cancelled_leaves_no_process() -> None:
    task = asyncio.ensure_future(Openssl("sleep").run("600", content=b""))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
