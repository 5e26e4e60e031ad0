"""A bit flipped in any stored cell is found, and none anywhere in the file goes unseen into what is read."""

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gateway.ledger import holds
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.verify import verify
from tests.support.keeping import erase, fill_at, of_protocol, terms
from tests.support.ledger import (
    NOON,
    TABLES,
    Cell,
    copy,
    dump,
    fill,
    place_of,
    put,
    select,
    some_entries,
    tampering,
)

CELLS = [(table, column) for table, columns in TABLES.items() for column in columns]


@pytest.fixture(scope="module")
def ledger() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        fill(path, some_entries(270))
        fill_at(path, [(entry, NOON) for number in range(10) for entry in of_protocol(f"p{number}")])
        fill_at(path, [(holds.on_transfer("hold-1", "p3", "a complaint", "els"), NOON)])
        erase(path, terms(transport=30, measures=30), NOON + timedelta(days=31))
        yield path


@cache
def public_key(path: Path) -> bytes:
    return public_bytes(load_key(key_path(path)))


def flipped(value: Cell, bit: int) -> Cell:
    """``value`` with one bit turned over, a text as bytes."""
    if isinstance(value, int):
        return value ^ (1 << bit % 40)
    data = bytearray(value.encode() if isinstance(value, str) else value)
    assume(data)
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    return bytes(data)


@settings(deadline=None)
@given(cell=st.sampled_from(CELLS), row=st.integers(0, 10**6), bit=st.integers(0, 10**4))
def test_a_flipped_bit_in_any_cell_is_found(ledger: Path, cell: tuple[str, str], row: int, bit: int) -> None:
    table, column = cell
    with tempfile.TemporaryDirectory() as folder:
        path = copy(ledger, Path(folder))
        with tampering(path) as connection:
            stored = select(connection, table)
            chosen = stored[row % len(stored)]
            changed = flipped(chosen[TABLES[table].index(column)], bit)
            try:
                put(connection, table, place_of(table, chosen), column, changed)
            except sqlite3.IntegrityError:
                assume(False)
        assert not verify(path, public_key=public_key(ledger)).ok


@settings(deadline=None)
@given(st.data())
def test_a_flipped_bit_anywhere_in_the_file_changes_nothing_unseen(ledger: Path, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, ledger.stat().st_size * 8 - 1))
    with tempfile.TemporaryDirectory() as folder:
        path = copy(ledger, Path(folder))
        content = bytearray(path.read_bytes())
        content[at // 8] ^= 1 << at % 8
        path.write_bytes(content)
        try:
            whole = verify(path, public_key=public_key(ledger)).ok
        except LedgerUnavailable:
            return
        assert not whole or dump(path) == dump(ledger)
