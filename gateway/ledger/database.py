"""The database as its writers use it: tables, and every statement. No rule lives here.

With ``rows``, which reads it back, this is all the SQL there is that both databases understand; what
is SQLite's or PostgreSQL's own is in ``sqlite`` and in ``postgres``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gateway.ledger.connection import Connection
from gateway.ledger.merkle import HASH_BYTES, Node, Tree
from gateway.ledger.record import Group, Header, RecordType
from gateway.said import say

FORMAT = 1

#: As SQLite keeps them, word for word; PostgreSQL gets the same tables with its own names of the types.

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


#: In the order in which they can be filled.
TABLES = tuple(statement.split()[2] for statement in SCHEMA if statement.startswith("CREATE TABLE"))


@dataclass(frozen=True, slots=True)
class State:
    """The one row of ``state``: the log's name, the key that signs it, and the tree so far."""

    log: str
    public_key: bytes
    tree: Tree


def create(connection: Connection, state: State, note: str) -> None:
    """The tables, the empty tree and its checkpoint. Within the caller's transaction."""
    connection.create_tables()
    row = (state.log, state.public_key, state.tree.size, _joined(state.tree))
    connection.execute("INSERT INTO state VALUES (1, ?, ?, ?, ?)", row)
    add_checkpoints(connection, {state.tree.size: note})


def read_state(connection: Connection) -> State:
    """The state. Raises LookupError when its row is gone."""
    row = connection.execute("SELECT log, public_key, size, frontier FROM state").fetchone()
    if row is None:
        raise LookupError(say("the state row is gone"))
    log, public_key, size, frontier = row
    return State(log, public_key, Tree(size, split(frontier)))


def move_state(connection: Connection, tree: Tree) -> None:
    """Moves the state on to ``tree``."""
    connection.execute("UPDATE state SET size = ?, frontier = ?", (tree.size, _joined(tree)))


def split(frontier: bytes) -> tuple[bytes, ...]:
    """The frontier's hashes, widest subtree first, from their concatenation."""
    return tuple(frontier[at : at + HASH_BYTES] for at in range(0, len(frontier), HASH_BYTES))


def _joined(tree: Tree) -> bytes:
    return b"".join(tree.frontier)


def add_records(connection: Connection, records: Sequence[tuple[Header, tuple[Group, ...]]]) -> None:
    """Inserts records with their groups."""
    rows = [(h.seq, h.id, h.t, h.node, h.type.value, h.encode()) for h, _ in records]
    connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)", rows)
    parts = [(h.seq, group.name, group.salt, group.body) for h, groups in records for group in groups]
    connection.executemany("INSERT INTO part VALUES (?, ?, ?, ?)", parts)


def drop_parts(connection: Connection, group: str, spans: Iterable[tuple[int, int]]) -> None:
    """Deletes one group, with its salt, of the records in each of ``spans``, both ends included."""
    rows = [(group, first, last) for first, last in spans]
    connection.executemany("DELETE FROM part WHERE name = ? AND seq BETWEEN ? AND ?", rows)


def add_nodes(connection: Connection, nodes: Iterable[Node]) -> None:
    """Inserts newly completed subtrees."""
    rows = [(node.level, node.index, node.hash) for node in nodes]
    connection.executemany("INSERT INTO node VALUES (?, ?, ?)", rows)


def node_at(connection: Connection, level: int, index: int) -> bytes | None:
    """The stored hash of a complete subtree, None when there is none."""
    row = connection.execute("SELECT hash FROM node WHERE level = ? AND place = ?", (level, index)).fetchone()
    return None if row is None else bytes(row[0])


def nodes_at(connection: Connection, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], bytes]:
    """The stored hashes of those complete subtrees, each a level and an index, that are there."""
    either = " OR ".join(["(level = ? AND place = ?)"] * len(places))
    statement = f"SELECT level, place, hash FROM node WHERE {either}"  # noqa: S608 - marks alone
    values = [number for place in places for number in place]
    rows = connection.execute(statement, values) if places else ()
    return {(level, index): bytes(stored) for level, index, stored in rows}


def add_checkpoints(connection: Connection, notes: Mapping[int, str]) -> None:
    """Stores signed notes by the size of their tree."""
    connection.executemany("INSERT INTO checkpoint VALUES (?, ?)", list(notes.items()))


def drop_checkpoint(connection: Connection, size: int) -> None:
    """Removes the note of the tree with ``size``."""
    connection.execute("DELETE FROM checkpoint WHERE size = ?", (size,))


def note_at(connection: Connection, size: int) -> str | None:
    """The stored note of the tree with ``size``."""
    row = connection.execute("SELECT note FROM checkpoint WHERE size = ?", (size,)).fetchone()
    return None if row is None else str(row[0])


def types_of(connection: Connection, transfers: Sequence[str]) -> dict[str, tuple[RecordType, ...]]:
    """For each of these ids the types of its records, oldest first; none for an id that is new."""
    marks = ", ".join("?" * len(transfers))
    statement = f"SELECT id, type FROM record WHERE id IN ({marks}) ORDER BY seq"  # noqa: S608 - marks alone
    types: dict[str, tuple[RecordType, ...]] = {}
    for transfer, name in connection.execute(statement, transfers) if transfers else ():
        types[transfer] = (*types.get(transfer, ()), RecordType(name))
    return types


def open_intents(connection: Connection, node: str) -> tuple[str, ...]:
    """The ids of this node's intents that have no outcome, oldest first."""
    rows = connection.execute(
        "SELECT id FROM record AS intent WHERE type = 'intent' AND node = ? AND NOT EXISTS"
        " (SELECT 1 FROM record WHERE id = intent.id AND type = 'outcome') ORDER BY seq",
        (node,),
    )
    return tuple(transfer for (transfer,) in rows)
