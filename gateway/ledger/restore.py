"""Accepting, on purpose and on record, that an older copy of the ledger was put back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gateway.ledger import entries
from gateway.ledger.behind import behind
from gateway.ledger.checkpoint import parse, public_bytes
from gateway.ledger.errors import LedgerDamaged, NothingToAccept
from gateway.ledger.keyfile import load_key
from gateway.ledger.memory import Memory
from gateway.ledger.place import Place, Site
from gateway.ledger.record import draft
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from gateway.said import every, say


@dataclass(frozen=True, slots=True)
class Accepted:
    """How many records this machine had seen, and the number of the record that says so."""

    seen: int
    seq: int


def accept_restore(site: Site, *, node: str, log: str, reason: str, when: datetime) -> Accepted:
    """Appends a record of the restore, and lets all go on that write from this machine; ``when`` is aware.

    Those are ``node``, its workers, and the commands that write beside it: each has a memory of its own
    in the site's folder. Every machine that saw later records has to accept for itself. Raises
    NothingToAccept when the ledger continues what they saw, LedgerDamaged when it is not whole in itself,
    and LedgerUnavailable, also while the node's gateway runs.
    """
    public_key = public_bytes(load_key(site.key))
    _require_whole(site.place, public_key)
    found = behind(site, public_key)
    if not found:
        Writer(site, node=node, log=log).close()
        raise NothingToAccept(
            say("the ledger continues what this node saw in it; there is nothing to accept")
        )
    latest = max((one.seen for one in found), key=lambda seen: seen.size)
    entry = entries.restore(reason, latest, [one.node for one in found])
    writer = Writer(site, node=node, log=log, restored=draft(entry, when))
    try:
        for one in found:
            Memory(one.file).keep(writer.note)
    finally:
        writer.close()
    return Accepted(latest.size, parse(writer.note).size - 1)


def _require_whole(place: Place, public_key: bytes) -> None:
    """Nothing is written to one that is not: an old WAL that was left would be mixed into it for good."""
    left = _left_beside(place)
    problem = verify(place, public_key=public_key).problem
    if problem is None:
        return
    names = every(file.name for file in left) if left else say("the ledger's files")
    remedy = say(
        "When a backup was put back, move {names} aside and put it back anew. When none was, change nothing"
        " and tell the DPO.",
        names=names,
    )
    raise LedgerDamaged(say("the ledger is not whole: {what}. {remedy}", what=problem.seen(), remedy=remedy))


def _left_beside(place: Place) -> tuple[Path, ...]:
    """The write-ahead log, not empty, and its index."""
    if not isinstance(place, Path):
        return ()
    wal, index = (place.with_name(f"{place.name}-{end}") for end in ("wal", "shm"))
    if not wal.exists() or not wal.stat().st_size:
        return ()
    return (wal, index) if index.exists() else (wal,)
