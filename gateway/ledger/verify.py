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

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gateway.ledger import findings, rows
from gateway.ledger.canonical import MAX_INTEGER
from gateway.ledger.checkpoint import kept_sizes, parse
from gateway.ledger.connection import Connection
from gateway.ledger.database import FORMAT, State, node_at, read_state
from gateway.ledger.erasure import erased, erased_from, erasures
from gateway.ledger.errors import StorageDamaged
from gateway.ledger.merkle import HASH_BYTES, Node, Tree, leaf_hash
from gateway.ledger.place import Place
from gateway.ledger.quickcheck import is_as_written
from gateway.ledger.record import RecordType, is_name, misplaced
from gateway.ledger.report import ADDED, CHANGED, Problem, Report, at, limits
from gateway.ledger.rowcheck import row_problems
from gateway.ledger.signed import Signed, opened, opened_outside
from gateway.ledger.stretches import LEVEL, RECORDS, Gone, Stretch, examining, tree_at
from gateway.said import Said, said_by, say

Problems = Iterator[Problem]
Progress = Callable[[int, int], None]
Stored = Iterator[tuple[int, bytes]]


@dataclass(slots=True)
class _Walk:
    """How far the verification has come. Owned by one call of ``verify``."""

    place: Place | None = None
    progress: Progress = lambda _done, _all: None
    log: str = ""
    notes: int = 0
    tree: Tree = field(default_factory=Tree)
    transfers: dict[str, tuple[RecordType, ...]] = field(default_factory=dict)
    gone: Gone = field(default_factory=dict)


BySize = dict[int, list[Signed]]


def verify(
    place: Place,
    *,
    public_key: bytes | None = None,
    checkpoint: str | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Report:
    """The report on the ledger at ``place``: one snapshot of it, while others may go on writing.

    ``public_key`` (32 bytes) is the key it must be signed with, ``checkpoint`` a note it must be
    a continuation of. ``progress`` hears how many records of how many are read. Raises
    LedgerUnavailable when the ledger cannot be read and CheckpointError when ``checkpoint`` is none.
    """
    earlier = None if checkpoint is None else parse(checkpoint).size
    walk = _Walk(place, progress)
    try:
        with rows.reading(place) as connection:
            problem = next(_problems(connection, walk, public_key, checkpoint), None)
    except StorageDamaged as error:
        problem = at(say("file"), say("is damaged: {wrong}", wrong=said_by(error)), CHANGED)
    except UnicodeDecodeError:
        # The file's own text was to be quoted in SQLite's message and is no UTF-8.
        problem = at(say("file"), say("is damaged"), CHANGED)
    return _report(walk, problem, limits(earlier=earlier, key_compared=public_key is not None))


def verify_snapshot(connection: Connection, *, public_key: bytes, checkpoint: str) -> Report:
    """The same of what an open transaction sees. Raises what the database raises."""
    walk = _Walk()
    problem = next(_problems(connection, walk, public_key, checkpoint), None)
    return _report(walk, problem, limits(earlier=parse(checkpoint).size, key_compared=True))


def _report(walk: _Walk, problem: Problem | None, unseen: tuple[Said, ...]) -> Report:
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
    heads = [opened(size, note, state) for size, note in notes.items()]
    if checkpoint is not None:
        heads.append(opened_outside(checkpoint, state))
    signed = tuple(item for item in heads if isinstance(item, Signed))
    yield from _records(connection, walk, state, signed)
    yield from _tail(walk.tree.size, state, signed)
    yield from _beside(connection, walk.tree, state)
    yield from (item for item in heads if isinstance(item, Problem))
    yield from _checkpoint_set(frozenset(notes), walk.tree.size)


def _structure(connection: Connection) -> Problems:
    if found := connection.damage():
        yield at(say("file"), say("is damaged: {wrong}", wrong=found), CHANGED)
    if not connection.is_as_made() or connection.format() != FORMAT:
        yield findings.of_tables(connection.format(), FORMAT)


def _state_row(connection: Connection, public_key: bytes | None) -> Problems:
    if rows.state_keys(connection) != (1,):
        yield at(say("state"), say("is not one row"), CHANGED)
    state = read_state(connection)
    if len(state.public_key) != HASH_BYTES or not is_name(state.log):
        yield at(say("state"), say("holds a malformed log name or public key"), CHANGED)
    if public_key not in (None, state.public_key):
        yield at(
            say("signing key"),
            say("is not the key this ledger was begun with"),
            say(
                "The key was replaced, or the ledger is another one; earlier checkpoints cannot be relied on."
            ),
        )


def _records(connection: Connection, walk: _Walk, state: State, signed: tuple[Signed, ...]) -> Problems:
    """Every record: in whole stretches while those are as they were written, then one by one."""
    by_size: BySize = {}
    for item in signed:
        by_size.setdefault(item.head.size, []).append(item)
    yield from _roots(walk.tree, None, by_size)
    walk.gone = erased(erasures(rows.rows_of_types(connection, RecordType.ERASURE)))
    with examining(walk.place, state.log, state.tree.size, walk.gone) as stretches:
        for number, stretch in enumerate(stretches):
            if walk.tree.size != number * RECORDS:
                break
            if stretch is None or not _take(connection, walk, stretch, by_size):
                yield from _each(connection, walk, state.log, by_size, walk.tree.size + RECORDS)
            walk.progress(walk.tree.size, state.tree.size)
    yield from _each(connection, walk, state.log, by_size, MAX_INTEGER)


def _each(connection: Connection, walk: _Walk, log: str, by_size: BySize, until: int) -> Problems:
    """The records from where ``walk`` is up to number ``until``, one by one."""
    size = walk.tree.size
    levels = [rows.nodes(connection, level, size >> level) for level in range(size.bit_length())]
    for row in rows.rows(connection, walk.tree.size, until):
        earlier = walk.transfers.get(row.id, ())
        erased_groups = erased_from(walk.gone, row.seq)
        as_written = is_as_written(row, walk.tree.size, log, erased_groups)
        if not as_written or misplaced(RecordType(row.type), earlier):
            yield from row_problems(row, walk.tree.size, log, earlier, walk.gone)
        tree, nodes = walk.tree.push(leaf_hash(row.header))
        yield from _nodes(connection, levels, row, nodes)
        walk.tree = tree
        walk.transfers[row.id] = (*earlier, RecordType(row.type))
        yield from _roots(tree, row, by_size)


def _take(connection: Connection, walk: _Walk, stretch: Stretch, by_size: BySize) -> bool:
    """Moves ``walk`` over ``stretch``, unless something in it takes a closer look."""
    tree, nodes = walk.tree.graft(LEVEL, stretch.root)
    if any(node_at(connection, node.level, node.index) != node.hash for node in nodes):
        return False
    for size in (size for size in by_size if walk.tree.size < size <= tree.size):
        if any(True for _ in _roots(tree_at(connection, size), None, by_size)):
            return False
    before: dict[str, tuple[RecordType, ...]] = {}
    for name, kind in stretch.records:
        earlier = walk.transfers.get(name, ())
        before.setdefault(name, earlier)
        if misplaced(kind, earlier):
            walk.transfers |= before
            return False
        walk.transfers[name] = (*earlier, kind)
    walk.tree = tree
    return True


def _nodes(connection: Connection, levels: list[Stored], row: rows.Row, nodes: tuple[Node, ...]) -> Problems:
    """Whether the subtrees that this record completes are stored as its header makes them."""
    for node in nodes:
        if node.level == len(levels):
            levels.append(rows.nodes(connection, node.level))
        if next(levels[node.level], None) == (node.index, node.hash):
            continue
        # What was added may have shifted the others: only the place itself tells.
        stored = node_at(connection, node.level, node.index)
        if stored == node.hash:
            continue
        if node.level == 0:
            yield findings.of_leaf(row, stored)
        yield findings.of_node(row, node.level, node.index, stored)


def _roots(tree: Tree, last: rows.Row | None, by_size: BySize) -> Problems:
    for signed in by_size.get(tree.size, []):
        if signed.head.root != tree.root():
            since = max(kept for kept in kept_sizes(tree.size) if kept < tree.size or kept == 0)
            yield findings.of_root(last, signed.where, tree.size, since)


def _tail(size: int, state: State, signed: tuple[Signed, ...]) -> Problems:
    claimed = max([state.tree.size, *(item.head.size for item in signed)])
    if size < claimed:
        yield findings.cut_off(size, claimed)


def _beside(connection: Connection, tree: Tree, state: State) -> Problems:
    """What stands beside the records: groups of none, nodes of none, a state of another tree."""
    for seq, name in rows.stray_parts(connection):
        yield findings.stray(seq, name)
    if rows.node_count(connection) != 2 * tree.size - tree.size.bit_count():
        yield at(say("node"), say("holds subtrees that no records make"), ADDED)
    if state.tree != tree:
        yield at(say("state"), say("describes another tree than the records make"), CHANGED)


def _checkpoint_set(stored: frozenset[int], size: int) -> Problems:
    for missing in sorted(kept_sizes(size) - stored):
        yield findings.unkept(missing)
    for added in sorted(stored - kept_sizes(size)):
        yield findings.needless(added)
