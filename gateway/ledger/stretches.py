"""Long ledgers verified in stretches, several at once: whatever of a stretch can be told from it alone.

A stretch is a complete subtree, so its records and its nodes are checked without knowing what comes before.
A process of its own looks at each and says either that all is as the gateway writes it, or only that it is
not; the one that asked then looks for the first bad place itself, record by record.
"""

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from gateway.ledger import rows
from gateway.ledger.connection import Connection
from gateway.ledger.database import node_at
from gateway.ledger.erasure import erased_from
from gateway.ledger.merkle import HASH_BYTES, Tree, leaf_hash
from gateway.ledger.place import Place
from gateway.ledger.quickcheck import is_as_written
from gateway.ledger.record import RecordType
from gateway.ledger.spans import Spans

Gone = Mapping[str, Spans]
LEVEL = 12
RECORDS = 1 << LEVEL
#: Below so many stretches, starting processes costs more than it saves.
WORTHWHILE = 4
_PROCESSES = 2
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that is as it was written: id and type of each record, and the root of its subtree."""

    records: tuple[tuple[str, RecordType], ...]
    root: bytes


def examine(place: Place, log: str, first: int, gone: Gone) -> Stretch | None:
    """The stretch of ``log`` that begins at record ``first``; None when it takes a closer look."""
    tree, records = Tree(), list[tuple[str, RecordType]]()
    made: list[list[bytes]] = [[] for _ in range(LEVEL + 1)]
    with rows.reading(place) as connection:
        for row in rows.rows(connection, first, first + RECORDS):
            if not is_as_written(row, first + tree.size, log, erased_from(gone, row.seq)):
                return None
            tree, nodes = tree.push(leaf_hash(row.header))
            for node in nodes:
                made[node.level].append(node.hash)
            records.append((row.id, RecordType(row.type)))
        for level, hashes in enumerate(made):
            index = first >> level
            if rows.hashes(connection, level, index, index + (RECORDS >> level)) != hashes:
                return None
    return Stretch(tuple(records), tree.root()) if tree.size == RECORDS else None


def tree_at(connection: Connection, size: int) -> Tree:
    """The tree of the first ``size`` records out of its stored nodes; one that is missing counts as zeros."""
    frontier, first = list[bytes](), 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            frontier.append(node_at(connection, level, first >> level) or bytes(HASH_BYTES))
            first += 1 << level
    return Tree(size, tuple(frontier))


@contextmanager
def examining(place: Place | None, log: str, size: int, gone: Gone) -> Iterator[Iterator[Stretch | None]]:
    """Yields the whole stretches of a log of ``size`` records in order; none of a short one, or without
    a ``place`` that other processes can read. ``gone`` is what was erased."""
    starts = range(0, size - size % RECORDS, RECORDS)
    if place is None or len(starts) < WORTHWHILE:
        yield iter(())
        return
    # Not forked: this process holds a connection to the file, and a child must not inherit it.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(_PROCESSES, context, initializer=_leave_interrupts_to_the_asker)
    try:
        yield _in_order(pool, partial(examine, place, log, gone=gone), starts)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, examined: Callable[[int], Stretch | None], starts: range
) -> Iterator[Stretch | None]:
    """The results in order, with a few stretches under way ahead of the one that is asked for."""
    waiting: list[Future[Stretch | None]] = []
    for first in starts:
        waiting.append(pool.submit(examined, first))
        if len(waiting) > _AHEAD:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


def _leave_interrupts_to_the_asker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
