"""Proofs out of the stored tree: that a record is in the log, and that the log continues an earlier one."""

from gateway.ledger import rows
from gateway.ledger.connection import Connection
from gateway.ledger.database import node_at
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.merkle import NodeAt, Proof, consistency_proof, inclusion_proof
from gateway.ledger.place import Place
from gateway.said import said_by, say


def prove_inclusion(connection: Connection, seq: int, size: int) -> Proof:
    """The audit path of record ``seq`` in the tree of ``size`` records (RFC 6962 section 2.1.1).

    Raises ValueError when there is no such record, LookupError when a node is missing.
    """
    return inclusion_proof(seq, size, _stored(connection))


def prove_consistency(connection: Connection, old: int, new: int) -> Proof:
    """That the tree of ``new`` records begins with that of ``old`` (section 2.1.2). Raises as above."""
    return consistency_proof(old, new, _stored(connection))


def consistency_between(place: Place, old: int, new: int) -> Proof:
    """The same out of the ledger at ``place``. Raises LedgerUnavailable when it cannot be proven."""
    try:
        with rows.reading(place) as connection:
            return prove_consistency(connection, old, new)
    except (LookupError, ValueError) as error:
        raise LedgerUnavailable(
            say("the ledger cannot prove {old} to {new}: {wrong}", old=old, new=new, wrong=said_by(error))
        ) from error


def _stored(connection: Connection) -> NodeAt:
    def node(level: int, index: int) -> bytes:
        found = node_at(connection, level, index)
        if found is None:
            raise LookupError(say("node {level}/{index} is missing", level=level, index=index))
        return found

    return node
