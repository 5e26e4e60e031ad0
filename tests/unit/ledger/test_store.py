import asyncio
import resource
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gateway.ledger import sqlite
from gateway.ledger.checkpoint import open_note, parse, public_bytes
from gateway.ledger.errors import (
    KeyFileError,
    LedgerDamaged,
    LedgerUnavailable,
    RecordError,
)
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.place import beside
from gateway.ledger.record import Leaf, Outcome
from gateway.ledger.store import Ledger
from gateway.ledger.transfers import get_transfer
from gateway.ledger.verify import verify
from tests.support.ledger import LOG, intent, noon, open_ledger, outcome, refusal, tampering

ROOT = Path(__file__).parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def whole(path: Path) -> int:
    report = verify(path, public_key=public_bytes(load_key(key_path(path))))
    assert report.problem is None
    return report.size


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def move(path: Path, target: Path) -> None:
    path.rename(target)


def put_back(backup: Path, path: Path) -> None:
    backup.rename(path)
    path.with_name("ledger.db-wal").unlink()
    path.with_name("ledger.db-shm").unlink()


async def test_a_disk_that_does_not_answer_is_told_in_time(path: Path) -> None:
    ledger = open_ledger(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnavailable, match="does not answer"):
            await ledger.append(intent("t1"), seconds=0.2)
    await ledger.append(intent("t2"))
    await ledger.close()
    whole(path)


async def test_records_are_numbered_from_zero_and_named_by_their_leaf(path: Path) -> None:
    ledger = open_ledger(path)
    first, second = await ledger.append(intent("t1")), await ledger.append(outcome("t1"))
    await ledger.close()
    assert (first.seq, second.seq) == (0, 1)
    assert [s.leaf for s in get_transfer(path, "t1").steps] == [first, second]
    assert whole(path) == 2


async def test_an_acknowledged_record_is_seen_by_others_at_once(path: Path) -> None:
    ledger = open_ledger(path)
    leaf = await ledger.append(intent("t1"))
    assert get_transfer(path, "t1").leaf == leaf.hash
    assert whole(path) == 1
    await ledger.close()


async def test_the_checkpoint_covers_what_was_acknowledged_and_is_signed(path: Path) -> None:
    ledger = open_ledger(path)
    assert parse(ledger.checkpoint()).size == 0
    await asyncio.gather(*(ledger.append(refusal(f"t{i}")) for i in range(300)))
    head = open_note(ledger.checkpoint(), LOG, public_bytes(load_key(key_path(path))))
    assert head.size == 300
    await ledger.close()
    report = verify(path, checkpoint=ledger.checkpoint())
    assert (report.ok, report.root, report.checkpoints) == (True, head.root.hex(), 3)


def test_commits_are_synced_to_disk_and_deleted_data_is_overwritten(path: Path) -> None:
    path.touch()
    with closing(sqlite.connect_writer(path)) as connection:
        pragmas = ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        values = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == ["wal", 2, 1, 1]


async def test_the_ledger_is_not_for_everyone_to_read(path: Path) -> None:
    await open_ledger(path).close()
    assert mode(path) & stat.S_IRWXO == 0


async def test_an_order_of_records_that_tells_no_story_is_refused_alone(path: Path) -> None:
    ledger = open_ledger(path)
    results = await asyncio.gather(
        ledger.append(intent("t1")),
        ledger.append(outcome("t2")),
        ledger.append(intent("t1")),
        ledger.append(refusal("t3")),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [Leaf, RecordError, RecordError, Leaf]
    await ledger.close()
    assert whole(path) == 2


async def test_a_caller_that_gives_up_harms_no_one_else(path: Path) -> None:
    ledger = open_ledger(path)
    tasks = [asyncio.create_task(ledger.append(refusal(f"t{i}"))) for i in range(50)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(result, Leaf) for result in results[1::2])
    await ledger.close()
    assert 25 <= whole(path) <= 50


async def test_closing_writes_what_waits_and_takes_no_more(path: Path) -> None:
    ledger = open_ledger(path)
    waiting = [asyncio.create_task(ledger.append(refusal(f"t{i}"))) for i in range(20)]
    await asyncio.sleep(0)
    await ledger.close()
    await asyncio.gather(*waiting)
    with pytest.raises(LedgerUnavailable):
        await ledger.append(refusal("late"))
    await ledger.close()
    assert whole(path) == 20


async def test_an_intent_left_open_is_closed_as_unknown_at_the_next_opening(path: Path) -> None:
    ledger = open_ledger(path)
    await ledger.append(intent("done"))
    await ledger.append(outcome("done"))
    await ledger.append(intent("left"))
    assert ledger.recovered == ()
    await ledger.close()
    assert verify(path).open == ("left",)
    again = open_ledger(path)
    assert again.recovered == ("left",)
    await again.close()
    assert get_transfer(path, "left").outcome is Outcome.UNKNOWN
    once_more = open_ledger(path)
    assert once_more.recovered == ()
    await once_more.close()
    assert whole(path) == 4


async def test_the_open_intents_of_another_node_are_left_to_it(path: Path) -> None:
    one = open_ledger(path, "mx1")
    await one.append(intent("underway"))
    other = open_ledger(path, "mx2")
    assert other.recovered == ()
    await one.append(outcome("underway"))
    await other.append(refusal("t2"))
    await one.close()
    await other.close()
    assert whole(path) == 3


async def test_no_two_processes_write_under_one_node_name(path: Path) -> None:
    ledger = open_ledger(path)
    with pytest.raises(LedgerUnavailable, match="same node name"):
        open_ledger(path)
    await ledger.close()
    await open_ledger(path).close()


async def test_processes_that_write_one_ledger_together_leave_no_gap(path: Path) -> None:
    command = [sys.executable, "-m", "tests.support.ledger_writer", str(path)]
    writers = [
        await asyncio.create_subprocess_exec(
            *command, node, "150", "10", cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for node in ("mx1", "mx2")
    ]
    outputs = [await writer.communicate() for writer in writers]
    assert [(writer.returncode, stderr) for writer, (_, stderr) in zip(writers, outputs, strict=True)] == [
        (0, b""),
        (0, b""),
    ]
    numbers = [int(line.split()[0]) for stdout, _ in outputs for line in stdout.splitlines()]
    assert sorted(numbers) == list(range(300))
    assert whole(path) == 300


async def test_a_full_disk_defers_every_waiter_and_passes(path: Path) -> None:
    ledger = open_ledger(path)
    kept = await ledger.append(refusal("before"))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        lost = await asyncio.gather(
            *(ledger.append(refusal(f"lost{i}")) for i in range(10)), return_exceptions=True
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {type(error) for error in lost} == {LedgerUnavailable}
    after = await ledger.append(refusal("after"))
    await ledger.close()
    assert (kept.seq, after.seq, whole(path)) == (0, 1, 2)


async def test_a_locked_ledger_defers_and_passes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.1)
    ledger = open_ledger(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnavailable, match="locked"):
            await ledger.append(refusal("t1"))
        other.execute("ROLLBACK")
    assert (await ledger.append(refusal("t1"))).seq == 0
    await ledger.close()


async def test_a_ledger_moved_away_is_not_written_into_the_void(path: Path) -> None:
    ledger = open_ledger(path)
    await ledger.append(refusal("t1"))
    move(path, path.with_name("elsewhere"))
    with pytest.raises(LedgerUnavailable):
        await ledger.append(refusal("t2"))
    move(path.with_name("elsewhere"), path)
    assert (await ledger.append(refusal("t2"))).seq == 1
    await ledger.close()
    assert whole(path) == 2


async def test_nothing_is_appended_to_a_tree_that_was_not_signed(path: Path) -> None:
    ledger = open_ledger(path)
    await ledger.append(refusal("t1"))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE state SET frontier = zeroblob(32)")
    with pytest.raises(LedgerDamaged):
        await ledger.append(refusal("t2"))
    await ledger.close()


async def test_an_older_copy_put_back_under_a_running_gateway_is_refused(path: Path, tmp_path: Path) -> None:
    ledger = open_ledger(path)
    await ledger.append(refusal("t1"))
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(tmp_path / "old")) as target:
        source.backup(target)
    await ledger.append(refusal("t2"))
    put_back(tmp_path / "old", path)
    with pytest.raises(LedgerUnavailable):
        await ledger.append(refusal("t3"))
    with pytest.raises(LedgerDamaged, match="fewer records"):
        await ledger.append(refusal("t3"))
    await ledger.close()


async def test_a_ledger_whose_key_is_gone_is_not_given_a_new_one(path: Path) -> None:
    await open_ledger(path).close()
    key_path(path).unlink()
    with pytest.raises(KeyFileError):
        open_ledger(path)
    assert not key_path(path).exists()


async def test_a_ledger_of_another_key_or_log_or_version_is_not_opened(path: Path, tmp_path: Path) -> None:
    await open_ledger(path).close()
    await open_ledger(tmp_path / "other.db").close()
    with pytest.raises(LedgerDamaged):
        Ledger.open(beside(path), node="mx1", log="other.example", clock=noon)
    own = key_path(path).read_bytes()
    key_path(path).write_bytes(key_path(tmp_path / "other.db").read_bytes())
    with pytest.raises(LedgerDamaged):
        open_ledger(path)
    key_path(path).write_bytes(own)
    with tampering(path) as connection:
        connection.execute("PRAGMA user_version = 2")
    with pytest.raises(LedgerUnavailable, match="of format 2"):
        open_ledger(path)


@pytest.mark.parametrize("name", ["", "two words", "a\nb"])
def test_a_node_and_a_log_are_plain_names(path: Path, name: str) -> None:
    with pytest.raises(RecordError):
        Ledger.open(beside(path), node=name, log=LOG, clock=noon)
    with pytest.raises(RecordError):
        Ledger.open(beside(path), node="mx1", log=name, clock=noon)
    assert not path.exists()


def test_a_file_that_is_no_ledger_is_not_made_one(path: Path) -> None:
    path.write_bytes(b"something else\n" * 1000)
    with pytest.raises(KeyFileError):
        open_ledger(path)
    assert path.read_bytes().startswith(b"something else")


def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises((LedgerUnavailable, KeyFileError)):
        open_ledger(tmp_path / "missing" / "ledger.db")
