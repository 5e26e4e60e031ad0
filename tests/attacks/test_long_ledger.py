"""A ledger long enough to be verified in stretches, several at once: nothing is passed over between them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.ledger.checkpoint import Checkpoint, public_bytes, sign
from gateway.ledger.connection import Connection
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.place import beside
from gateway.ledger.record import draft
from gateway.ledger.stretches import RECORDS, WORTHWHILE, examine
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, NOON, copy, delete, put, some_entries, tampering

SIZE = WORTHWHILE * RECORDS + 100
ODD = RECORDS + 777


@pytest.fixture(scope="module")
def notes() -> dict[int, str]:
    return {}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory, notes: dict[int, str]) -> Path:
    path = tmp_path_factory.mktemp("long") / "ledger.db"
    writer, entries = Writer(beside(path), node="mx1", log=LOG), some_entries(SIZE)
    for first, last in ((0, ODD), *((at, at + 2000) for at in range(ODD, SIZE, 2000))):
        writer.append([draft(entry, NOON) for entry in entries[first:last]])
        notes[min(last, SIZE)] = writer.note
    writer.close()
    return path


def test_a_long_ledger_is_whole_and_its_progress_is_heard(original: Path, notes: dict[int, str]) -> None:
    heard: list[tuple[int, int]] = []
    report = verify(original, checkpoint=notes[ODD], progress=lambda done, size: heard.append((done, size)))
    assert (report.ok, report.size, report.problem) == (True, SIZE, None)
    assert heard == [(number * RECORDS, SIZE) for number in range(1, WORTHWHILE + 1)]


def other_body(connection: Connection) -> None:
    put(connection, "part", (2 * RECORDS + 5, "measures"), "body", b"{}")


def no_record(connection: Connection) -> None:
    delete(connection, "record", (2 * RECORDS + 5,))


def no_stretch(connection: Connection) -> None:
    for table in ("part", "record"):
        gone = f"DELETE FROM {table} WHERE seq >= ? AND seq < ?"  # noqa: S608 - names of the schema, not input
        connection.execute(gone, (2 * RECORDS + 5, 4 * RECORDS))


def other_node(connection: Connection) -> None:
    put(connection, "node", (2, (2 * RECORDS + 4) // 4), "hash", bytes(32))


def other_upper_node(connection: Connection) -> None:
    put(connection, "node", (13, 0), "hash", bytes(32))


def other_last(connection: Connection) -> None:
    put(connection, "record", (SIZE - 1,), "t", 1)


@pytest.mark.parametrize(
    ("tamper", "where", "good"),
    [
        (other_body, f"record {2 * RECORDS + 5}, group measures", 2 * RECORDS + 5),
        (no_record, f"record {2 * RECORDS + 5}", 2 * RECORDS + 5),
        (no_stretch, f"record {2 * RECORDS + 5}", 2 * RECORDS + 5),
        (other_node, f"node 2/{(2 * RECORDS + 4) // 4}", 2 * RECORDS + 7),
        (other_upper_node, "node 13/0", 2 * RECORDS - 1),
        (other_last, f"record {SIZE - 1}, t", SIZE - 1),
    ],
)
def test_the_first_bad_place_of_a_long_ledger_is_named(
    original: Path, tmp_path: Path, tamper: Callable[[Connection], None], where: str, good: int
) -> None:
    ledger = copy(original, tmp_path)
    with tampering(ledger) as connection:
        tamper(connection)
    report = verify(ledger)
    assert report.problem is not None
    assert (report.problem.where, report.size) == (where, good)


@pytest.mark.parametrize("size", [ODD, 2 * RECORDS, 256])
def test_a_checkpoint_of_another_history_within_a_stretch_is_found(original: Path, size: int) -> None:
    key = load_key(key_path(original))
    forged = sign(Checkpoint(LOG, size, bytes(32)), key)
    report = verify(original, public_key=public_bytes(key), checkpoint=forged)
    assert report.problem is not None
    assert (report.problem.where, report.problem.seq) == ("outside checkpoint", size - 1)


def test_a_stretch_is_told_from_itself_alone_and_half_a_one_never(original: Path) -> None:
    stretch = examine(original, LOG, RECORDS, {})
    assert stretch is not None
    assert len(stretch.records) == RECORDS
    assert examine(original, "another.example", RECORDS, {}) is None
    assert examine(original, LOG, WORTHWHILE * RECORDS, {}) is None
