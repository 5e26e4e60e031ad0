"""Ledgers for tests: entries of synthetic transfers, and files filled with them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from gateway.ledger.canonical import Json
from gateway.ledger.connection import Connection
from gateway.ledger.keyfile import key_path
from gateway.ledger.place import Place, Postgres, Site, beside
from gateway.ledger.postgres import PostgresConnection
from gateway.ledger.record import Entry, Outcome, RecordType, draft
from gateway.ledger.sqlite import SqliteConnection
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
#: Of commands that need a ledger alone, all but the line that says where it is.
BARE = """\
hostname: mx.ledger.example
listen: ["127.0.0.1:0"]
tls: {{certificate: gateway.crt, key: gateway.key}}
next_hop: {{address: "127.0.0.1:8026", tls: none}}
policies: policies
"""
#: The same about the ledger in the SQLite file at {path}.
CONFIG = BARE + 'ledger: {{url: "sqlite:///{path}"}}\n'
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


def open_ledger(ledger: Path | Site, node: str = "mx1") -> Ledger:
    site = beside(ledger) if isinstance(ledger, Path) else ledger
    return Ledger.open(site, node=node, log=LOG, clock=noon)


def fill(ledger: Path | Site, entries: list[Entry]) -> tuple[str, ...]:
    """Appends ``entries`` in one batch and closes; the signed notes before and after."""
    site = beside(ledger) if isinstance(ledger, Path) else ledger
    writer = Writer(site, node="mx1", log=LOG)
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
def tampering(place: Place) -> Iterator[Connection]:
    """A connection that obeys no constraint it can switch off, as someone with all rights would use."""
    if isinstance(place, Postgres):
        with psycopg.connect(str(place), options="-c search_path=ledger", autocommit=True) as server:
            server.execute("SET session_replication_role = replica")
            yield PostgresConnection(server)
        return
    with closing(sqlite3.connect(place)) as file:
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute("PRAGMA ignore_check_constraints = ON")
        yield SqliteConnection(file)
        file.commit()
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def dump(path: Path) -> dict[str, list[tuple[Cell, ...]]]:
    """Every row of every table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {table: select(SqliteConnection(connection), table) for table in TABLES}


def select(connection: Connection, table: str) -> list[tuple[Cell, ...]]:
    columns = ", ".join(TABLES[table])
    statement = f"SELECT {columns} FROM {table} ORDER BY {', '.join(KEYS[table])}"  # noqa: S608 - names of the schema, not input
    return connection.execute(statement).fetchall()


def place_of(table: str, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The primary key of ``row``."""
    return row[: len(KEYS[table])]


def put(connection: Connection, table: str, place: tuple[Cell, ...], column: str, value: Cell) -> None:
    """Writes one cell; a text may be given as bytes, so that it need not be UTF-8."""
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    cast = column in ("id", "node", "type", "name", "note", "log")
    expression = "CAST(? AS TEXT)" if cast else "?"
    statement = f"UPDATE {table} SET {column} = {expression} WHERE {where}"  # noqa: S608 - names of the schema, not input
    if cast and isinstance(value, bytes) and isinstance(connection, PostgresConnection):
        value = value.decode()
    connection.execute(statement, (value, *place))


def delete(connection: Connection, table: str, place: tuple[Cell, ...]) -> None:
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    connection.execute(f"DELETE FROM {table} WHERE {where}", place)  # noqa: S608 - names of the schema, not input


def insert(connection: Connection, table: str, row: tuple[Cell, ...]) -> None:
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - names of the schema, not input
