"""Ledgers for tests: entries of synthetic transfers, and files filled with them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from gateway.ledger.canonical import Json
from gateway.ledger.keyfile import key_path
from gateway.ledger.place import beside
from gateway.ledger.record import Entry, Outcome, RecordType, draft
from gateway.ledger.store import Ledger
from gateway.ledger.writer import Writer

LOG = "mx.ledger.example"
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
TABLES = {
    "record": ("seq", "id", "t", "node", "type", "header"),
    "part": ("seq", "name", "salt", "body"),
    "node": ("level", "place", "hash"),
    "checkpoint": ("size", "note"),
    "state": ("one", "log", "public_key", "size", "frontier"),
}
KEYS = {table: columns[: 2 if table in ("part", "node") else 1] for table, columns in TABLES.items()}
Cell = int | str | bytes


def noon() -> datetime:
    return NOON


def intent(transfer: str) -> Entry:
    transport = {
        "sender": "team@sender.example",
        "recipients": ["ocmw@receiver.example"],
        "tls_version": "TLSv1.3",
    }
    return Entry(RecordType.INTENT, transfer, transport, {"clients": 1}, {"verdict": "deliver"})


def outcome(transfer: str, result: Outcome = Outcome.ACCEPTED) -> Entry:
    return Entry(RecordType.OUTCOME, transfer, {}, {}, {"outcome": result, "reply": 250, "next_hop": 250})


def refusal(transfer: str) -> Entry:
    measures: dict[str, Json] = {"outcome": Outcome.REJECTED, "reply": 550, "reasons": ["label.missing"]}
    return Entry(RecordType.REFUSAL, transfer, {"sender": "team@sender.example"}, {}, measures)


def open_ledger(path: Path, node: str = "mx1") -> Ledger:
    return Ledger.open(beside(path), node=node, log=LOG, clock=noon)


def fill(path: Path, entries: list[Entry]) -> tuple[str, ...]:
    """Appends ``entries`` in one batch and closes; the signed notes before and after."""
    writer = Writer(beside(path), node="mx1", log=LOG)
    before = writer.note
    writer.append([draft(entry, NOON) for entry in entries])
    after = writer.note
    writer.close()
    return before, after


def some_entries(count: int) -> list[Entry]:
    """``count`` records: transfers delivered and refused in turn."""
    entries = [e for i in range(count) for e in (intent(f"d{i}"), outcome(f"d{i}"), refusal(f"r{i}"))]
    return entries[:count]


def copy(ledger: Path, folder: Path) -> Path:
    """A copy of a closed ledger with its key, in ``folder``."""
    target = folder / ledger.name
    shutil.copy2(ledger, target)
    shutil.copy2(key_path(ledger), key_path(target))
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    return target


@contextmanager
def tampering(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that obeys no constraint it can switch off, as someone with the file would use."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def dump(path: Path) -> dict[str, list[tuple[Cell, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {table: select(connection, table) for table in TABLES}


def select(connection: sqlite3.Connection, table: str) -> list[tuple[Cell, ...]]:
    columns = ", ".join(TABLES[table])
    return connection.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 - names of the schema, not input


def place_of(table: str, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The primary key of ``row``."""
    return row[: len(KEYS[table])]


def put(
    connection: sqlite3.Connection, table: str, place: tuple[Cell, ...], column: str, value: Cell
) -> None:
    """Writes one cell; a text may be given as bytes, so that it need not be UTF-8."""
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    cast = column in ("id", "node", "type", "name", "note", "log")
    expression = "CAST(? AS TEXT)" if cast else "?"
    statement = f"UPDATE {table} SET {column} = {expression} WHERE {where}"  # noqa: S608 - names of the schema, not input
    connection.execute(statement, (value, *place))


def delete(connection: sqlite3.Connection, table: str, place: tuple[Cell, ...]) -> None:
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    connection.execute(f"DELETE FROM {table} WHERE {where}", place)  # noqa: S608 - names of the schema, not input


def insert(connection: sqlite3.Connection, table: str, row: tuple[Cell, ...]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of the schema, not input
