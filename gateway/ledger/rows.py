"""The database as its readers see it: read-only, one snapshot, believed or not by the caller."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gateway.ledger.canonical import MAX_INTEGER
from gateway.ledger.connection import Connection
from gateway.ledger.record import RecordType
from gateway.ledger.stores import reading as reading  # noqa: PLC0414 - readers find all they need here

_JOINED = """
SELECT record.seq, record.id, record.t, record.node, record.type, record.header,
part.name, part.salt, part.body
FROM record LEFT JOIN part ON part.seq = record.seq
"""
_IN_ORDER = " ORDER BY record.seq, part.name"
_BEGUN_BETWEEN = """
WHERE record.type IN ('intent', 'outcome', 'refusal') AND record.id IN
(SELECT id FROM record WHERE type IN ('intent', 'refusal') AND t >= ? AND t < ?)
"""

# CROSS JOIN and coalesce so that SQLite walks the few numbers first, and not the index of all types.
_OF_FIRSTS = """
SELECT record.seq, record.id, record.t, record.node, record.type, record.header,
part.name, part.salt, part.body
FROM (SELECT seq, id FROM record WHERE seq BETWEEN ? AND ?
AND coalesce(type, '') IN ('intent', 'refusal')) AS first
CROSS JOIN record LEFT JOIN part ON part.seq = record.seq
WHERE record.id = first.id AND coalesce(record.type, '') IN ('intent', 'outcome', 'refusal')
ORDER BY first.seq, record.seq, part.name
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


def state_keys(connection: Connection) -> tuple[int, ...]:
    """The key of every row of ``state``."""
    return tuple(one for (one,) in connection.execute("SELECT one FROM state"))


def nodes(connection: Connection, level: int, first: int = 0) -> Iterator[tuple[int, bytes]]:
    """The stored subtrees of ``level`` from index ``first`` on, in order: index and hash."""
    told = "SELECT place, hash FROM node WHERE level = ? AND place >= ? ORDER BY place"
    return connection.stream(told, (level, first))


def node_count(connection: Connection) -> int:
    """How many subtrees are stored."""
    return int(connection.execute("SELECT count(*) FROM node").fetchone()[0])


def checkpoints(connection: Connection) -> dict[int, str]:
    """Every stored note by the size of its tree."""
    return dict(connection.execute("SELECT size, note FROM checkpoint ORDER BY size"))


def latest_note(connection: Connection) -> str:
    """The stored note of the largest tree; there is one from the beginning on."""
    found = connection.execute("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1")
    return next(str(note) for (note,) in found)


def rows(connection: Connection, first: int = 0, last: int = MAX_INTEGER) -> Iterator[Row]:
    """The records ``first`` ≤ number < ``last`` with their groups, in order of number."""
    between = " WHERE record.seq >= ? AND record.seq < ?"
    yield from _grouped(connection.stream(_JOINED + between + _IN_ORDER, (first, last)))


def hashes(connection: Connection, level: int, first: int, last: int) -> list[bytes]:
    """The stored hashes of the subtrees ``first`` ≤ place < ``last`` of one level, in order."""
    told = "SELECT hash FROM node WHERE level = ? AND place >= ? AND place < ? ORDER BY place"
    return [value for (value,) in connection.execute(told, (level, first, last)).fetchall()]


def rows_of_transfers(connection: Connection, since: int, until: int) -> Iterator[Row]:
    """The records of transfers begun at ``since`` ≤ t < ``until`` (microseconds), in order of number."""
    yield from _grouped(connection.stream(_JOINED + _BEGUN_BETWEEN + _IN_ORDER, (since, until)))


def numbers_begun(connection: Connection, since: int, until: int) -> tuple[int, int] | None:
    """The least and the greatest number of a record that begins a transfer at ``since`` ≤ t < ``until``."""
    least, greatest = connection.execute(
        "SELECT min(seq), max(seq) FROM record WHERE type IN ('intent', 'refusal') AND t >= ? AND t < ?",
        (since, until),
    ).fetchone()
    return None if least is None else (least, greatest)


def last_begun(connection: Connection, until: int) -> int | None:
    """The number of the latest record that begins a transfer at t < ``until``; None when none does."""
    # One statement a type, so that the index leads straight to its last row.
    told = "SELECT seq FROM record WHERE type = ? AND t < ? ORDER BY t DESC LIMIT 1"
    found = [connection.execute(told, (kind, until)).fetchone() for kind in ("intent", "refusal")]
    return max((row[0] for row in found if row is not None), default=None)


def rows_begun(connection: Connection, first: int, last: int) -> Iterator[Row]:
    """The records of transfers whose first one is numbered ``first`` to ``last``, transfer by transfer."""
    yield from _grouped(connection.stream(_OF_FIRSTS, (first, last)))


def rows_of_types(connection: Connection, *types: RecordType) -> Iterator[Row]:
    """The records of these types, in order of number."""
    marks = ", ".join("?" * len(types))
    statement = f"{_JOINED} WHERE record.type IN ({marks}){_IN_ORDER}"
    yield from _grouped(connection.stream(statement, types))


def rows_of_id(connection: Connection, transfer: str) -> Iterator[Row]:
    """Every record with this id, in order of number."""
    yield from _grouped(connection.stream(_JOINED + " WHERE record.id = ?" + _IN_ORDER, (transfer,)))


def rows_of_type(connection: Connection, kind: str) -> Iterator[Row]:
    """Every record of this type, in order of number."""
    yield from _grouped(connection.stream(_JOINED + " WHERE record.type = ?" + _IN_ORDER, (kind,)))


def activity_since(connection: Connection, seq: int) -> tuple[int, int | None]:
    """How many records from number ``seq`` on are no anchors, and the time (microseconds) of the oldest."""
    told = "SELECT count(*), min(t) FROM record WHERE seq >= ? AND type <> 'anchor'"
    count, oldest = connection.execute(told, (seq,)).fetchone()
    return int(count), oldest


def ids_beginning(connection: Connection, prefix: str, most: int) -> tuple[str, ...]:
    """At most ``most`` ids of transfers that begin with ``prefix``, in order."""
    rows = connection.execute(
        # Not the type itself, or SQLite walks its index, which holds about every record.
        "SELECT DISTINCT id FROM record WHERE id >= ? AND id < ? "
        "AND coalesce(type, '') IN ('intent', 'outcome', 'refusal') ORDER BY id LIMIT ?",
        (prefix, f"{prefix}\x7f", most),
    )
    return tuple(transfer for (transfer,) in rows)


def stray_parts(connection: Connection) -> tuple[tuple[int, str], ...]:
    """Groups that belong to no record: number and name."""
    return tuple(
        connection.execute("SELECT seq, name FROM part WHERE seq NOT IN (SELECT seq FROM record) LIMIT 1")
    )


def _grouped(stored: Iterable[Any]) -> Iterator[Row]:
    columns: tuple[int, str, int, str, str, bytes] | None = None
    parts: list[Part] = []
    for joined in stored:
        if columns is not None and joined[0] != columns[0]:
            yield Row(*columns, tuple(parts))
            parts = []
        columns = joined[:6]
        if joined[6] is not None:
            parts.append(joined[6:])
    if columns is not None:
        yield Row(*columns, tuple(parts))
