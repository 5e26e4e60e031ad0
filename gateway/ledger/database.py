"""The SQLite file as its one writer uses it: tables, connection, and every statement. No rule lives here.

With ``rows``, which reads the file back, this is all the SQL there is.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from gateway.ledger.merkle import HASH_BYTES, Node, Tree
from gateway.ledger.record import Group, Header, RecordType

FORMAT = 1
BUSY_SECONDS = 5.0

SCHEMA = (
    """CREATE TABLE record (
    seq INTEGER PRIMARY KEY CHECK (seq >= 0),
    id TEXT NOT NULL,
    t INTEGER NOT NULL,
    node TEXT NOT NULL,
    type TEXT NOT NULL,
    header BLOB NOT NULL
) STRICT""",
    "CREATE INDEX record_by_id ON record (id, type)",
    "CREATE INDEX record_by_type ON record (type, t)",
    """CREATE TABLE part (
    seq INTEGER NOT NULL REFERENCES record (seq),
    name TEXT NOT NULL,
    salt BLOB NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE node (
    level INTEGER NOT NULL,
    place INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE checkpoint (
    size INTEGER PRIMARY KEY CHECK (size >= 0),
    note TEXT NOT NULL
) STRICT""",
    """CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    log TEXT NOT NULL,
    public_key BLOB NOT NULL,
    size INTEGER NOT NULL,
    frontier BLOB NOT NULL
) STRICT""",
)


@dataclass(frozen=True, slots=True)
class State:
    """The one row of ``state``: the log's name, the key that signs it, and the tree so far."""

    log: str
    public_key: bytes
    tree: Tree


def connect_writer(path: Path) -> sqlite3.Connection:
    """A connection to the existing file that commits durably: every commit is an fsync of the WAL."""
    connection = connect(path, "rw")
    try:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}").close()
        exists(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without implicit transactions. ``mode`` is SQLite's ``rw`` or ``ro``."""
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def exists(connection: sqlite3.Connection) -> bool:
    """Whether the ledger's tables are there."""
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'state'").fetchone() is not None


def file_format(connection: sqlite3.Connection) -> int:
    """The version of the tables, 0 for none."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def create(connection: sqlite3.Connection, state: State, note: str) -> None:
    """The tables, the empty tree and its checkpoint. Within the caller's transaction."""
    for statement in SCHEMA:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    row = (state.log, state.public_key, state.tree.size, _joined(state.tree))
    connection.execute("INSERT INTO state VALUES (1, ?, ?, ?, ?)", row)
    add_checkpoint(connection, state.tree.size, note)


def read_state(connection: sqlite3.Connection) -> State:
    """The state. Raises LookupError when its row is gone."""
    row = connection.execute("SELECT log, public_key, size, frontier FROM state").fetchone()
    if row is None:
        raise LookupError("the state row is gone")
    log, public_key, size, frontier = row
    return State(log, public_key, Tree(size, split(frontier)))


def move_state(connection: sqlite3.Connection, tree: Tree) -> None:
    """Moves the state on to ``tree``."""
    connection.execute("UPDATE state SET size = ?, frontier = ?", (tree.size, _joined(tree)))


def split(frontier: bytes) -> tuple[bytes, ...]:
    """The frontier's hashes, widest subtree first, from their concatenation."""
    return tuple(frontier[at : at + HASH_BYTES] for at in range(0, len(frontier), HASH_BYTES))


def _joined(tree: Tree) -> bytes:
    return b"".join(tree.frontier)


def add_record(connection: sqlite3.Connection, header: Header, groups: tuple[Group, ...]) -> None:
    """Inserts one record with its groups."""
    row = (header.seq, header.id, header.t, header.node, header.type.value, header.encode())
    connection.execute("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", row)
    parts = [(header.seq, group.name, group.salt, group.body) for group in groups]
    connection.executemany("INSERT INTO part VALUES (?, ?, ?, ?)", parts)


def add_nodes(connection: sqlite3.Connection, nodes: tuple[Node, ...]) -> None:
    """Inserts newly completed subtrees."""
    rows = [(node.level, node.index, node.hash) for node in nodes]
    connection.executemany("INSERT INTO node VALUES (?, ?, ?)", rows)


def node_at(connection: sqlite3.Connection, level: int, index: int) -> bytes | None:
    """The stored hash of a complete subtree, None when there is none."""
    row = connection.execute("SELECT hash FROM node WHERE level = ? AND place = ?", (level, index)).fetchone()
    return None if row is None else bytes(row[0])


def add_checkpoint(connection: sqlite3.Connection, size: int, note: str) -> None:
    """Stores the signed note of the tree with ``size``."""
    connection.execute("INSERT INTO checkpoint VALUES (?, ?)", (size, note))


def drop_checkpoint(connection: sqlite3.Connection, size: int) -> None:
    """Removes the note of the tree with ``size``."""
    connection.execute("DELETE FROM checkpoint WHERE size = ?", (size,))


def note_at(connection: sqlite3.Connection, size: int) -> str | None:
    """The stored note of the tree with ``size``."""
    row = connection.execute("SELECT note FROM checkpoint WHERE size = ?", (size,)).fetchone()
    return None if row is None else str(row[0])


def types_of(connection: sqlite3.Connection, transfer: str) -> tuple[RecordType, ...]:
    """The types of the records with this id, oldest first."""
    rows = connection.execute("SELECT type FROM record WHERE id = ? ORDER BY seq", (transfer,))
    return tuple(RecordType(name) for (name,) in rows)


def open_intents(connection: sqlite3.Connection, node: str) -> tuple[str, ...]:
    """The ids of this node's intents that have no outcome, oldest first."""
    rows = connection.execute(
        "SELECT id FROM record AS intent WHERE type = 'intent' AND node = ? AND NOT EXISTS"
        " (SELECT 1 FROM record WHERE id = intent.id AND type = 'outcome') ORDER BY seq",
        (node,),
    )
    return tuple(transfer for (transfer,) in rows)
