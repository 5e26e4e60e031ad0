"""Whether a ledger goes on from what was seen of it before: an older copy put back does not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from gateway.ledger.checkpoint import Checkpoint
from gateway.ledger.connection import Connection
from gateway.ledger.database import nodes_at, read_state
from gateway.ledger.memory import Memory, memories
from gateway.ledger.merkle import Tree, subtrees
from gateway.ledger.place import Site
from gateway.ledger.snapshot import snapshot
from gateway.said import Said, say


@dataclass(frozen=True, slots=True)
class Behind:
    """A memory the ledger is behind: whose it is, its file, the checkpoint in it, and what does not fit."""

    node: str
    file: Path
    seen: Checkpoint
    why: Said


def behind(site: Site, public_key: bytes) -> tuple[Behind, ...]:
    """The memories in the site's folder, of workers and commands too, that the ledger does not continue.

    Raises LedgerUnavailable, and LedgerDamaged when one of them is no checkpoint of this ledger.
    """
    with snapshot(site.place) as connection:
        log = read_state(connection).log
    # Read before the ledger is: what a running gateway appends meanwhile is then no contradiction.
    seen = [(name, file, Memory(file).recall(log, public_key)) for name, file in memories(site)]
    with snapshot(site.place) as connection:
        return tuple(_behind(connection, seen))


def _behind(connection: Connection, seen: list[tuple[str, Path, Checkpoint | None]]) -> Iterator[Behind]:
    size = read_state(connection).tree.size
    for name, file, checkpoint in seen:
        if checkpoint is not None and (why := broken_off(connection, size, checkpoint)) is not None:
            yield Behind(unquote(name), file, checkpoint, why)


def broken_off(connection: Connection, size: int, seen: Checkpoint) -> Said | None:
    """Why the ledger of ``size`` records does not continue ``seen``; None when it does."""
    if size < seen.size:
        return say("the ledger has fewer records than this node saw in it")
    places = subtrees(seen.size)
    stored = nodes_at(connection, places)
    then = Tree(seen.size, tuple(stored.get(place, b"") for place in places))
    return None if then.root() == seen.root else say("the ledger does not continue what this node saw in it")
