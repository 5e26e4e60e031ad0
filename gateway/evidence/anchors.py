"""The anchors in a bundle: checkpoints held elsewhere, each with the proof that the log continues it."""

from collections.abc import Sequence

from gateway.evidence.archive import Archive
from gateway.ledger.anchors import Anchor, AnchorKind, Way, anchors
from gateway.ledger.behind import broken_off
from gateway.ledger.canonical import Json, canonical
from gateway.ledger.checkpoint import open_note
from gateway.ledger.connection import Connection
from gateway.ledger.database import State
from gateway.ledger.errors import CheckpointError, LedgerDamaged
from gateway.ledger.proofs import prove_consistency
from gateway.said import say


def add_anchors(
    target: Archive,
    connection: Connection,
    numbers: Sequence[int],
    kept: Sequence[str],
    state: State,
) -> None:
    """Adds the anchors that hold one of the records ``numbers``, and the checkpoints ``kept`` elsewhere.

    Raises CheckpointError for a kept one that this log did not sign, LedgerDamaged for one that it does not
    continue, else as reading a damaged ledger does.
    """
    lines = list[bytes]()
    for anchor in _needed(anchors(connection), min(numbers, default=0), max(numbers, default=0)):
        name = f"anchors/{len(lines) + 1:04}"
        more = _proof(target, f"{name}.tsr", anchor)
        lines.append(_line(target, connection, state, (f"{name}.txt", anchor.note, anchor.size), more))
    for note in kept:
        head = open_note(note, state.log, state.public_key)
        size = head.size
        if not 0 < size <= state.tree.size:
            raise CheckpointError(
                say("it holds {held} records, the ledger {size}", held=size, size=state.tree.size)
            )
        if broken_off(connection, state.tree.size, head):
            raise LedgerDamaged(
                say("the ledger does not continue a checkpoint that was kept: it was rewritten")
            )
        name = f"anchors/{len(lines) + 1:04}.txt"
        lines.append(_line(target, connection, state, (name, note, size), {"kind": "kept"}))
    target.add("anchors.jsonl", lines)


def _needed(held: Sequence[Anchor], first: int, last: int) -> list[Anchor]:
    """Of each way its last anchor; and of mail each that holds record ``first``, of others one with ``last``.

    Anyone of those who got a mail can then compare it. A time stamp or cosignature says when, so the
    first that holds all records says most.
    """
    by_way: dict[Way, list[Anchor]] = {}
    for anchor in held:
        by_way.setdefault(anchor.way, []).append(anchor)
    return [anchor for of_way in by_way.values() for anchor in _of_way(of_way, first, last)]


def _of_way(held: list[Anchor], first: int, last: int) -> list[Anchor]:
    if held[0].way.kind is AnchorKind.MAIL:
        some = [anchor for anchor in held if anchor.size > first]
    else:
        some = [anchor for anchor in held if anchor.size > last][:1]
    return some if some[-1:] == held[-1:] else [*some, held[-1]]


def _proof(target: Archive, token: str, anchor: Anchor) -> dict[str, Json]:
    """What came back for the checkpoint: a file named ``token``, or the words of a cosignature."""
    match anchor.way.kind:
        case AnchorKind.MAIL:
            return {"kind": "mail"}
        case AnchorKind.TIMESTAMP:
            target.add(token, (anchor.proof,))
            return {"kind": "timestamp", "token": token}
        case AnchorKind.WITNESS:
            told: dict[str, Json] = {"kind": "witness", "witness": anchor.way.who, "key": anchor.key.hex()}
            return told | {"cosignature": anchor.proof.decode()}


def _line(
    target: Archive,
    connection: Connection,
    state: State,
    held: tuple[str, str, int],
    more: dict[str, Json],
) -> bytes:
    name, note, size = held
    target.add(name, (note.encode(),))
    path: Json = [node.hex() for node in prove_consistency(connection, size, state.tree.size)]
    told: dict[str, Json] = {"size": size, "note": name, "consistency": path}
    return canonical(told | more) + b"\n"
