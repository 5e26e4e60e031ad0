"""Reads every row of a ledger back in order and believes none of it.

Checked, in this order, to the first bad place:

1. the file's structure, and that its tables are exactly those of the format;
2. the state row, and its public key against the one given;
3. each record: number, header, columns, groups against commitments, place in its transfer,
   leaf and subtrees against those stored, root against every checkpoint of that size; a group may
   only be gone where a later record says it was erased;
4. that nothing stands beside the records: groups, nodes, state;
5. every stored checkpoint: signature, and that none is missing, added, or larger than the log;
6. a checkpoint from elsewhere, of which the log must be a continuation.

Stands alone: it needs the format (``record``, ``merkle``, ``checkpoint``) and the rows, no writer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gateway.ledger import rows
from gateway.ledger.checkpoint import Checkpoint, kept_sizes, open_note, open_own_note, parse
from gateway.ledger.connection import Connection
from gateway.ledger.database import FORMAT, State, node_at, read_state
from gateway.ledger.erasure import erased, erasures
from gateway.ledger.errors import CheckpointError, RecordError, StorageDamaged
from gateway.ledger.merkle import HASH_BYTES, Node, Tree, leaf_hash
from gateway.ledger.place import Place
from gateway.ledger.record import RecordType, require_name
from gateway.ledger.report import ADDED, CHANGED, REMOVED, Problem, Report, at, limits, of_record
from gateway.ledger.rowcheck import row_problems

Problems = Iterator[Problem]


@dataclass(slots=True)
class _Walk:
    """How far the verification has come. Owned by one call of ``verify``."""

    log: str = ""
    notes: int = 0
    tree: Tree = field(default_factory=Tree)
    transfers: dict[str, tuple[RecordType, ...]] = field(default_factory=dict)
    levels: list[Iterator[tuple[int, bytes]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Signed:
    """A checkpoint whose signature verified, and where it stands."""

    where: str
    head: Checkpoint


def verify(place: Place, *, public_key: bytes | None = None, checkpoint: str | None = None) -> Report:
    """The report on the ledger at ``place``: one snapshot of it, while others may go on writing.

    ``public_key`` (32 bytes) is the key it must be signed with, ``checkpoint`` a note it must be
    a continuation of. Raises LedgerUnavailable when the ledger cannot be read and CheckpointError
    when ``checkpoint`` is none.
    """
    earlier = None if checkpoint is None else parse(checkpoint).size
    walk = _Walk()
    try:
        with rows.reading(place) as connection:
            problem = next(_problems(connection, walk, public_key, checkpoint), None)
    except StorageDamaged as error:
        problem = at("file", f"is damaged: {error}", CHANGED)
    except UnicodeDecodeError:
        # The file's own text was to be quoted in SQLite's message and is no UTF-8.
        problem = at("file", "is damaged", CHANGED)
    return _report(walk, problem, limits(earlier=earlier, key_compared=public_key is not None))


def verify_snapshot(connection: Connection, *, public_key: bytes, checkpoint: str) -> Report:
    """The same of what an open transaction sees. Raises what the database raises."""
    walk = _Walk()
    problem = next(_problems(connection, walk, public_key, checkpoint), None)
    return _report(walk, problem, limits(earlier=parse(checkpoint).size, key_compared=True))


def _report(walk: _Walk, problem: Problem | None, unseen: tuple[str, ...]) -> Report:
    return Report(
        ok=problem is None,
        log=walk.log,
        size=walk.tree.size,
        root=walk.tree.root().hex(),
        checkpoints=walk.notes,
        open=tuple(name for name, types in walk.transfers.items() if types == (RecordType.INTENT,)),
        problem=problem,
        limits=unseen,
    )


def _problems(
    connection: Connection, walk: _Walk, public_key: bytes | None, checkpoint: str | None
) -> Problems:
    """Bad places in the order of the steps; only the first is sound, for each step builds on those before."""
    yield from _structure(connection)
    yield from _state_row(connection, public_key)
    state, notes = read_state(connection), rows.checkpoints(connection)
    walk.log, walk.notes = state.log, len(notes)
    opened = [_opened(size, note, state) for size, note in notes.items()]
    if checkpoint is not None:
        opened.append(_opened_outside(checkpoint, state))
    signed = tuple(item for item in opened if isinstance(item, _Signed))
    yield from _records(connection, walk, state.log, signed)
    yield from _tail(walk.tree.size, state, signed)
    yield from _beside(connection, walk.tree, state)
    yield from (item for item in opened if isinstance(item, Problem))
    yield from _checkpoint_set(frozenset(notes), walk.tree.size)


def _structure(connection: Connection) -> Problems:
    if found := connection.damage():
        yield at("file", f"is damaged: {found}", CHANGED)
    if not connection.is_as_made() or connection.format() != FORMAT:
        yield at("tables", "are not those of the format", CHANGED)


def _state_row(connection: Connection, public_key: bytes | None) -> Problems:
    if rows.state_keys(connection) != (1,):
        yield at("state", "is not one row", CHANGED)
    state = read_state(connection)
    if len(state.public_key) != HASH_BYTES or not _is_name(state.log):
        yield at("state", "holds a malformed log name or public key", CHANGED)
    if public_key not in (None, state.public_key):
        yield at(
            "signing key",
            "is not the key this ledger was begun with",
            "The key was replaced, or the ledger is another one; earlier checkpoints cannot be relied on.",
        )


def _is_name(text: str) -> bool:
    try:
        require_name(text)
    except RecordError:
        return False
    return True


def _records(connection: Connection, walk: _Walk, log: str, signed: tuple[_Signed, ...]) -> Problems:
    by_size: dict[int, list[_Signed]] = {}
    for item in signed:
        by_size.setdefault(item.head.size, []).append(item)
    yield from _roots(walk.tree, None, by_size)
    gone = erased(erasures(rows.rows_of_types(connection, RecordType.ERASURE)))
    for row in rows.rows(connection):
        yield from row_problems(row, walk.tree.size, log, walk.transfers.get(row.id, ()), gone)
        tree, nodes = walk.tree.push(leaf_hash(row.header))
        yield from _nodes(connection, walk, row, nodes)
        walk.tree = tree
        walk.transfers[row.id] = (*walk.transfers.get(row.id, ()), RecordType(row.type))
        yield from _roots(tree, row, by_size)


def _nodes(connection: Connection, walk: _Walk, row: rows.Row, nodes: tuple[Node, ...]) -> Problems:
    """Whether the subtrees that this record completes are stored as its header makes them."""
    for node in nodes:
        if node.level == len(walk.levels):
            walk.levels.append(rows.nodes(connection, node.level))
        if next(walk.levels[node.level], None) == (node.index, node.hash):
            continue
        # What was added may have shifted the others: only the place itself tells.
        stored = node_at(connection, node.level, node.index)
        if stored == node.hash:
            continue
        if node.level == 0:
            what = "hangs in no tree" if stored is None else "is not the one that was hung in the tree"
            yield of_record(row, "header", what, ADDED if stored is None else CHANGED)
        first = row.seq + 1 - (1 << node.level)
        what = f"is not made of records {first} to {row.seq}" if stored else "is missing"
        yield Problem(row.seq, row.id, f"node {node.level}/{node.index}", what, CHANGED)


def _roots(tree: Tree, last: rows.Row | None, by_size: Mapping[int, list[_Signed]]) -> Problems:
    for signed in by_size.get(tree.size, []):
        if signed.head.root != tree.root():
            since = max(kept for kept in kept_sizes(tree.size) if kept < tree.size or kept == 0)
            yield Problem(
                None if last is None else last.seq,
                None if last is None else last.id,
                signed.where,
                f"signed another tree than records 0 to {tree.size - 1} make",
                f"One of records {since} to {tree.size - 1} was rewritten after it was signed.",
            )


def _tail(size: int, state: State, signed: tuple[_Signed, ...]) -> Problems:
    claimed = max([state.tree.size, *(item.head.size for item in signed)])
    if size < claimed:
        what = f"is missing, and all after it up to {claimed - 1}"
        yield Problem(size, None, f"record {size}", what, "The end of the ledger was cut off.")


def _beside(connection: Connection, tree: Tree, state: State) -> Problems:
    """What stands beside the records: groups of none, nodes of none, a state of another tree."""
    for seq, name in rows.stray_parts(connection):
        yield Problem(seq, None, f"group {name} of record {seq}", "belongs to no record", ADDED)
    if rows.node_count(connection) != 2 * tree.size - tree.size.bit_count():
        yield at("node", "holds subtrees that no records make", ADDED)
    if state.tree != tree:
        yield at("state", "describes another tree than the records make", CHANGED)


def _checkpoint_set(stored: frozenset[int], size: int) -> Problems:
    for missing in sorted(kept_sizes(size) - stored):
        yield at(f"checkpoint {missing}", "is missing", REMOVED)
    for added in sorted(stored - kept_sizes(size)):
        yield at(f"checkpoint {added}", "is one the gateway does not keep", ADDED)


def _opened(size: int, note: str, state: State) -> _Signed | Problem:
    where = f"checkpoint {size}"
    try:
        head = open_own_note(note, state.log, state.public_key)
    except CheckpointError as error:
        return at(where, f"is not good: {error}", CHANGED)
    return _Signed(where, head) if head.size == size else at(where, "is one of another size", CHANGED)


def _opened_outside(note: str, state: State) -> _Signed | Problem:
    where = "outside checkpoint"
    try:
        return _Signed(where, open_note(note, state.log, state.public_key))
    except CheckpointError as error:
        meaning = "It is of another log, or the signing key was replaced and everything signed anew."
        return at(where, f"was not signed by this ledger's key: {error}", meaning)
