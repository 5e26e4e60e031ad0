"""Checkpoints as verification meets them: signed by this log's key, or a problem at their place."""

from dataclasses import dataclass

from gateway.ledger.checkpoint import Checkpoint, open_note, open_own_note
from gateway.ledger.database import State
from gateway.ledger.errors import CheckpointError
from gateway.ledger.report import CHANGED, Problem, at
from gateway.said import Said, said_by, say


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint whose signature verified, and where it stands."""

    where: Said
    head: Checkpoint


def opened(size: int, note: str, state: State) -> Signed | Problem:
    """The ``note`` that the ledger itself keeps for the tree of ``size``."""
    where = say("checkpoint {size}", size=size)
    try:
        head = open_own_note(note, state.log, state.public_key)
    except CheckpointError as error:
        return at(where, say("is not good: {wrong}", wrong=said_by(error)), CHANGED)
    return Signed(where, head) if head.size == size else at(where, say("is one of another size"), CHANGED)


def opened_outside(note: str, state: State) -> Signed | Problem:
    """A ``note`` that was kept elsewhere."""
    where = say("outside checkpoint")
    try:
        return Signed(where, open_note(note, state.log, state.public_key))
    except CheckpointError as error:
        meaning = say(
            "It is of another log, or of an earlier ledger that had its own key: verify it with that one."
            " Else the signing key was replaced and everything signed anew."
        )
        return at(where, say("was not signed by this ledger's key: {wrong}", wrong=said_by(error)), meaning)
