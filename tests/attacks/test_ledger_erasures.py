"""Deleting under the cover of retention, and what else can be done to erasures: each is found by name."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from gateway.ledger import erasure
from gateway.ledger.canonical import canonical
from gateway.ledger.erasure import Erasure
from gateway.ledger.spans import Spans
from tests.support.keeping import DIGEST, PROTOCOL, erase, fill_at, of_protocol, terms, verified
from tests.support.ledger import NOON, copy, delete, insert, put, select, tampering

LATER = NOON + timedelta(days=31)
OLD, NEW, ERASURE = 0, 20, 40


@pytest.fixture(scope="module")
def original() -> Iterator[Path]:
    """Records 0 to 19 of old transfers without their transport, 20 to 39 of new ones, 40 the erasure."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        for name, when in (("old", NOON), ("new", LATER)):
            fill_at(path, [(entry, when) for at in range(10) for entry in of_protocol(f"{name}{at}")])
        erase(path, terms(transport=30), LATER)
        yield path


@pytest.fixture
def ledger(original: Path, tmp_path: Path) -> Path:
    return copy(original, tmp_path)


def first_bad(path: Path) -> tuple[str, str]:
    problem = verified(path).problem
    assert problem is not None
    return problem.where, problem.what


def test_what_was_erased_in_its_time_leaves_the_ledger_whole(ledger: Path) -> None:
    assert verified(ledger).ok
    with tampering(ledger) as connection:
        assert [row for row in select(connection, "part") if row[0] == OLD and row[1] == "transport"] == []


@pytest.mark.parametrize(
    ("seq", "group"), [(NEW, "transport"), (NEW + 19, "transport"), (OLD, "measures"), (OLD + 19, "subject")]
)
def test_a_group_taken_out_beside_what_was_erased_is_named(ledger: Path, seq: int, group: str) -> None:
    with tampering(ledger) as connection:
        delete(connection, "part", (seq, group))
    where, what = first_bad(ledger)
    assert (where, what) == (f"record {seq}, group {group}", "is gone, and no record says it was erased")


def test_an_erasure_that_was_widened_afterwards_is_named(ledger: Path) -> None:
    wider = Erasure("transport", Spans(((0, NEW),)), PROTOCOL, DIGEST, 30)
    with tampering(ledger) as connection:
        delete(connection, "part", (NEW, "transport"))
        put(connection, "part", (ERASURE, "measures"), "body", canonical(erasure.entry(wider, "x").measures))
    assert first_bad(ledger)[0] == f"record {ERASURE}, group measures"


def test_an_erasure_invented_without_the_key_is_named(ledger: Path) -> None:
    invented = Erasure("measures", Spans(((NEW, NEW),)), PROTOCOL, DIGEST, 30)
    with tampering(ledger) as connection:
        delete(connection, "part", (NEW, "measures"))
        record, *parts = (
            row for table in ("record", "part") for row in select(connection, table) if row[0] == 40
        )
        insert(connection, "record", (ERASURE + 1, *record[1:]))
        body = canonical(erasure.entry(invented, "x").measures)
        for part in parts:
            insert(connection, "part", (ERASURE + 1, part[1], part[2], body))
    assert first_bad(ledger)[0].startswith(f"record {ERASURE + 1}")


@pytest.mark.parametrize("group", ["measures", "subject", "transport"])
def test_the_erasures_own_groups_are_never_gone(ledger: Path, group: str) -> None:
    with tampering(ledger) as connection:
        delete(connection, "part", (ERASURE, group))
    where, what = first_bad(ledger)
    assert what == "is gone, and no record says it was erased"
    assert where in (f"record {ERASURE}, group {group}", f"record {OLD}, group transport")


def test_an_erasure_of_the_past_is_no_licence_for_the_future(original: Path, tmp_path: Path) -> None:
    """A writer with the key could say that more was erased than there was: a later record is not covered."""
    path = copy(original, tmp_path)
    ahead = Erasure("transport", Spans(((NEW, 1000),)), PROTOCOL, DIGEST, 30)
    fill_at(path, [(erasure.entry(ahead, "erasure-ahead"), LATER), *((e, LATER) for e in of_protocol("t"))])
    with tampering(path) as connection:
        for seq in range(NEW, NEW + 20):
            delete(connection, "part", (seq, "transport"))
        delete(connection, "part", (42, "transport"))
    assert first_bad(path)[0] in (f"record {ERASURE}, group transport", "record 42, group transport")


def test_a_group_put_back_after_it_was_erased_is_named(ledger: Path) -> None:
    with tampering(ledger) as connection:
        insert(connection, "part", (OLD, "transport", bytes(32), b"{}"))
    assert first_bad(ledger) == (
        f"record {OLD}, group transport",
        "is there, and a record says it was erased",
    )
