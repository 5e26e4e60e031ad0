"""Accepting, on purpose and on record, that an older copy of the ledger was put back."""

from dataclasses import dataclass
from datetime import datetime

from gateway.ledger import entries
from gateway.ledger.checkpoint import parse, public_bytes
from gateway.ledger.errors import LedgerDamaged, NothingToAccept
from gateway.ledger.keyfile import load_key
from gateway.ledger.memory import Memory, memory_path
from gateway.ledger.place import Site
from gateway.ledger.record import draft
from gateway.ledger.writer import Writer
from gateway.said import say


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many records this node had seen, and the number of the record that says so."""

    seen: int
    seq: int


def accept_restore(site: Site, *, node: str, log: str, reason: str, when: datetime) -> Accepted:
    """Appends a record of the restore and lets ``node`` go on from there; ``when`` is aware.

    Every node that saw later records has to accept for itself. Raises NothingToAccept when the
    ledger continues what ``node`` saw, and LedgerUnavailable, also while the node's gateway runs.
    """
    memory = Memory(memory_path(site.key, node, site.folder))
    seen = memory.recall(log, public_bytes(load_key(site.key)))
    if seen is None or _continues(site, node, log):
        raise NothingToAccept(
            say("the ledger continues what this node saw in it; there is nothing to accept")
        )
    writer = Writer(site, node=node, log=log, restored=draft(entries.restore(reason, seen), when))
    writer.close()
    return Accepted(seen.size, parse(writer.note).size - 1)


def _continues(site: Site, node: str, log: str) -> bool:
    try:
        Writer(site, node=node, log=log).close()
    except LedgerDamaged:
        return False
    return True
