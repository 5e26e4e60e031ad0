"""The database as its readers see it: read-only, one snapshot, believed or not by the caller."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

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


def nodes(connection: Connection, level: int) -> Iterator[tuple[int, bytes]]:
    """The stored subtrees of ``level`` in order: index and hash."""
    return connection.stream("SELECT place, hash FROM node WHERE level = ? ORDER BY place", (level,))


def node_count(connection: Connection) -> int:
    """How many subtrees are stored."""
    return int(connection.execute("SELECT count(*) FROM node").fetchone()[0])


def checkpoints(connection: Connection) -> dict[int, str]:
    """Every stored note by the size of its tree."""
    return dict(connection.execute("SELECT size, note FROM checkpoint ORDER BY size"))


def rows(connection: Connection) -> Iterator[Row]:
    """Every record with its groups in order of number."""
    yield from _grouped(connection.stream(_JOINED + _IN_ORDER))


def rows_of_transfers(connection: Connection, since: int, until: int) -> Iterator[Row]:
    """The records of transfers begun at ``since`` ≤ t < ``until`` (microseconds), in order of number."""
    yield from _grouped(connection.stream(_JOINED + _BEGUN_BETWEEN + _IN_ORDER, (since, until)))


def rows_of_types(connection: Connection, *types: RecordType) -> Iterator[Row]:
    """The records of these types, in order of number."""
    marks = ", ".join("?" * len(types))
    statement = f"{_JOINED} WHERE record.type IN ({marks}){_IN_ORDER}"
    yield from _grouped(connection.stream(statement, types))


def rows_of_id(connection: Connection, transfer: str) -> Iterator[Row]:
    """Every record with this id, in order of number."""
    yield from _grouped(connection.stream(_JOINED + " WHERE record.id = ?" + _IN_ORDER, (transfer,)))


def ids_beginning(connection: Connection, prefix: str, most: int) -> tuple[str, ...]:
    """At most ``most`` ids of transfers that begin with ``prefix``, in order."""
    rows = connection.execute(
        "SELECT DISTINCT id FROM record WHERE id >= ? AND id < ? "
        "AND type IN ('intent', 'outcome', 'refusal') ORDER BY id LIMIT ?",
        (prefix, f"{prefix}\x7f", most),
    )
    return tuple(transfer for (transfer,) in rows)


def stray_parts(connection: Connection) -> tuple[tuple[int, str], ...]:
    """Groups that belong to no record: number and name."""
    return tuple(
        connection.execute("SELECT seq, name FROM part WHERE seq NOT IN (SELECT seq FROM record) LIMIT 1")
    )


def _grouped(stored: Iterable[Any]) -> Iterator[Row]:
    row: Row | None = None
    for seq, transfer, t, node, kind, header, name, salt, body in stored:
        part = () if name is None else ((name, salt, body),)
        if row is not None and row.seq == seq:
            row = Row(seq, transfer, t, node, kind, header, row.parts + part)
            continue
        if row is not None:
            yield row
        row = Row(seq, transfer, t, node, kind, header, part)
    if row is not None:
        yield row
