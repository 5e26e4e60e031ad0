"""One transfer's records proven in the tree, as an auditor does: leaf, audit path, root, signature."""

from dataclasses import dataclass

from gateway.ledger import rows
from gateway.ledger.checkpoint import open_own_note
from gateway.ledger.connection import Connection
from gateway.ledger.database import note_at, read_state
from gateway.ledger.errors import CheckpointError, LedgerUnavailable
from gateway.ledger.merkle import Proof, leaf_hash, verify_inclusion
from gateway.ledger.place import Place
from gateway.ledger.proofs import prove_inclusion
from gateway.ledger.quickcheck import is_as_written
from gateway.ledger.record import GROUPS
from gateway.ledger.snapshot import snapshot
from gateway.said import said_by, say


@dataclass(frozen=True, slots=True)
class Proven:
    """Record ``seq``, the hash of its header, and the audit path.

    ``holds`` when they lead to the root, and the groups that are there are those the header commits to: what
    the record says was written by the gateway.
    """

    seq: int
    leaf: bytes
    path: Proof
    holds: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Records under ``note``, the checkpoint of the whole ledger; ``signed`` by the ledger's own key."""

    note: str
    size: int
    root: bytes
    signed: bool
    records: tuple[Proven, ...]

    @property
    def holds(self) -> bool:
        """Whether the checkpoint is signed and every record is in its tree."""
        return self.signed and bool(self.records) and all(record.holds for record in self.records)


def standing_of(place: Place, transfer: str) -> Standing:
    """How the records of ``transfer`` (its whole id) stand now. Raises LedgerUnavailable."""
    with snapshot(place) as connection:
        state = read_state(connection)
        size, note = state.tree.size, note_at(connection, state.tree.size) or ""
        try:
            signed = open_own_note(note, state.log, state.public_key)
        except CheckpointError:
            signed = None
        root = signed.root if signed else state.tree.root()
        stored = rows.rows_of_id(connection, transfer)
        found = [_proven(connection, row, state.log, size, root) for row in stored]
        whole = signed is not None and signed.size == size
        return Standing(note, size, root, whole, tuple(found))


def _proven(connection: Connection, row: rows.Row, log: str, size: int, root: bytes) -> Proven:
    leaf, erased = leaf_hash(row.header), frozenset(GROUPS).difference(name for name, _, _ in row.parts)
    try:
        path = prove_inclusion(connection, row.seq, size)
    except (LookupError, ValueError) as error:
        raise LedgerUnavailable(
            say("the ledger cannot prove record {seq}: {wrong}", seq=row.seq, wrong=said_by(error))
        ) from error
    there = verify_inclusion(leaf, row.seq, size, path, root)
    return Proven(row.seq, leaf, path, there and is_as_written(row, row.seq, log, erased))
