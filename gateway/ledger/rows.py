"""The SQLite file as its readers see it: read-only, one snapshot, believed or not by the caller.

In WAL mode a reader neither waits for the writer nor makes it wait.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gateway.ledger.database import connect

_JOINED = """
SELECT record.seq, record.id, record.t, record.node, record.type, record.header,
part.name, part.salt, part.body
FROM record LEFT JOIN part ON part.seq = record.seq
"""
_IN_ORDER = " ORDER BY record.seq, part.name"
_BEGUN_BETWEEN = """
WHERE record.type NOT IN ('policy', 'notice') AND record.id IN
(SELECT id FROM record WHERE type IN ('intent', 'refusal') AND t >= ? AND t < ?)
"""

Part = tuple[str, bytes, bytes]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of ``record`` with those of its groups that are there."""

    seq: int
    id: str
    t: int
    node: str
    type: str
    header: bytes
    parts: tuple[Part, ...]


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """One read-only snapshot of the file. Raises sqlite3.Error when it cannot be opened."""
    with closing(_open(path)) as connection:
        # A tampered text that is no UTF-8 must still be read, to be told apart from what was recorded.
        connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        connection.execute("BEGIN")
        yield connection


def _open(path: Path) -> sqlite3.Connection:
    with ExitStack() as undo:
        connection = connect(path, "ro")
        undo.callback(connection.close)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").close()
        except sqlite3.OperationalError:
            # Without a writer there is no WAL, and who may not write in the folder cannot make one.
            if path.with_name(f"{path.name}-wal").exists() or not path.exists():
                raise
            return connect(path, "ro&immutable=1")
        undo.pop_all()
    return connection


def state_keys(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The key of every row of ``state``."""
    return tuple(one for (one,) in connection.execute("SELECT one FROM state"))


def node_count(connection: sqlite3.Connection) -> int:
    """How many subtrees are stored."""
    return int(connection.execute("SELECT count(*) FROM node").fetchone()[0])


def checkpoints(connection: sqlite3.Connection) -> dict[int, str]:
    """Every stored note by the size of its tree."""
    return dict(connection.execute("SELECT size, note FROM checkpoint ORDER BY size"))


def schema(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The text of every table, index, view and trigger that someone defined, in order of making."""
    rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
    return tuple(sql for (sql,) in rows)


def rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """Every record with its groups in order of number."""
    yield from _grouped(connection.execute(_JOINED + _IN_ORDER))


def rows_of_transfers(connection: sqlite3.Connection, since: int, until: int) -> Iterator[Row]:
    """The records of transfers begun at ``since`` ≤ t < ``until`` (microseconds), in order of number."""
    yield from _grouped(connection.execute(_JOINED + _BEGUN_BETWEEN + _IN_ORDER, (since, until)))


def rows_of_id(connection: sqlite3.Connection, transfer: str) -> Iterator[Row]:
    """Every record with this id, in order of number."""
    yield from _grouped(connection.execute(_JOINED + " WHERE record.id = ?" + _IN_ORDER, (transfer,)))


def ids_beginning(connection: sqlite3.Connection, prefix: str, most: int) -> tuple[str, ...]:
    """At most ``most`` ids of transfers that begin with ``prefix``, in order."""
    rows = connection.execute(
        "SELECT DISTINCT id FROM record WHERE id >= ? AND id < ? "
        "AND type NOT IN ('policy', 'notice') ORDER BY id LIMIT ?",
        (prefix, f"{prefix}\x7f", most),
    )
    return tuple(transfer for (transfer,) in rows)


def stray_parts(connection: sqlite3.Connection) -> tuple[tuple[int, str], ...]:
    """Groups that belong to no record: number and name."""
    return tuple(
        connection.execute("SELECT seq, name FROM part WHERE seq NOT IN (SELECT seq FROM record) LIMIT 1")
    )


def damage(connection: sqlite3.Connection) -> str:
    """What SQLite itself finds wrong with the file's structure, empty when nothing."""
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    return "" if found == "ok" else found


def _grouped(cursor: sqlite3.Cursor) -> Iterator[Row]:
    row: Row | None = None
    for seq, transfer, t, node, kind, header, name, salt, body in cursor:
        part = () if name is None else ((name, salt, body),)
        if row is not None and row.seq == seq:
            row = Row(seq, transfer, t, node, kind, header, row.parts + part)
            continue
        if row is not None:
            yield row
        row = Row(seq, transfer, t, node, kind, header, part)
    if row is not None:
        yield row
