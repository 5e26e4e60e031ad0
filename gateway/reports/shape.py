"""The published JSON of a transfer, and the same one a line in its only spelling (RFC 8785)."""

from collections.abc import Iterable, Iterator

from gateway.ledger.canonical import Json, canonical
from gateway.ledger.transfers import Transfer


def shape(transfer: Transfer) -> dict[str, Json]:
    """The published JSON of one transfer."""
    policy = transfer.policy
    return {
        "id": transfer.id,
        "seq": transfer.seq,
        "time": transfer.time.isoformat(timespec="milliseconds"),
        "outcome": transfer.outcome,
        "sender": transfer.sender if "transport" not in transfer.erased else None,
        "recipient": ", ".join(transfer.recipient) if "transport" not in transfer.erased else None,
        "policy": None if policy is None else {"protocol": policy.protocol, "digest": policy.digest},
        "reasons": list(transfer.reasons),
        "tls": transfer.tls,
        "superfluous": [
            {"category": kind.category, "count": kind.count, "where": kind.where}
            for kind in transfer.superfluous
        ],
        "clients": [list(fields) for fields in transfer.clients],
        "opaque": transfer.opaque,
        "reply": transfer.reply,
        "next_hop": transfer.next_hop,
        "erased": list(transfer.erased),
        "leaf": transfer.leaf,
        "records": [
            {"seq": step.leaf.seq, "type": step.type, "time": step.time.isoformat(), "leaf": step.leaf.hash}
            for step in transfer.steps
        ],
    }


def whole_shape(transfer: Transfer) -> dict[str, Json]:
    """The same with all that was recorded of the way it came: None when that was erased."""
    return shape(transfer) | {"transport": transfer.transport or None}


def json_lines(transfers: Iterable[Transfer]) -> Iterator[bytes]:
    """One line for each transfer: canonical JSON in UTF-8, ended by LF."""
    for transfer in transfers:
        yield canonical(shape(transfer)) + b"\n"
