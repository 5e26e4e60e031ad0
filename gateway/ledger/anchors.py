"""Anchors: checkpoints laid down where the gateway's administrator cannot change them, and the tail since.

Each is a record of its own. One that is mailed is recorded twice: before it leaves, and when a mail
server has taken it; only the second one counts as held. What goes out is recorded before it goes.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from gateway.ledger import rows
from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.checkpoint import parse
from gateway.ledger.connection import Connection
from gateway.ledger.database import read_state
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.place import Place
from gateway.ledger.record import Entry, RecordType, moment
from gateway.said import said_by, say


class AnchorKind(StrEnum):
    """Where a checkpoint was laid down. Recorded, so kinds are added and never renamed."""

    MAIL = "mail"
    TIMESTAMP = "timestamp"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Way:
    """One place to lay checkpoints down: ``who`` is the authority's URL, the witness's name, or empty."""

    kind: AnchorKind
    who: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.who}".strip()


@dataclass(frozen=True, slots=True)
class Anchor:
    """A checkpoint that ``way`` holds: the first ``size`` records as ``note`` signed them, since ``time``.

    ``proof`` is what came back: the DER of a TimeStampResp, or the cosignature line in UTF-8, of the
    witness whose key (32 bytes) is ``key``. Of mail, ``taken`` of ``asked`` mailboxes took it.
    """

    way: Way
    note: str
    size: int
    time: datetime
    proof: bytes = b""
    key: bytes = b""
    taken: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True)
class Tail:
    """What no anchor holds of a ledger of ``size`` records.

    ``anchored`` is how many the furthest anchor holds, ``records`` how many were written since that are
    no anchors themselves, ``since`` when the oldest of those was.
    """

    size: int
    anchored: int
    records: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How one way stands: its ``last`` anchor, and the ``note`` of the ``size`` records there are now.

    ``active`` says whether anything but anchors was recorded since.
    """

    last: Anchor | None
    note: str
    size: int
    active: bool


def mail_begun(note: str, recipients: Sequence[str]) -> Entry:
    """``note`` is about to be mailed to ``recipients``, the parties' data-protection officers."""
    size = parse(note).size
    transport: dict[str, Json] = {"recipients": list(recipients)}
    measures: dict[str, Json] = {"kind": AnchorKind.MAIL, "state": "begun", "checkpoint": note}
    return Entry(RecordType.ANCHOR, f"anchor-mail-{size}", transport, {}, measures)


def mail_held(note: str, *, taken: int, asked: int) -> Entry:
    """``taken`` of the ``asked`` mailboxes have ``note``."""
    return _held(Way(AnchorKind.MAIL), note, {"taken": taken, "asked": asked})


def time_stamped(note: str, url: str, response: bytes) -> Entry:
    """The authority at ``url`` stamped ``note``: its TimeStampResp in DER (RFC 3161)."""
    token = base64.b64encode(response).decode()
    return _held(Way(AnchorKind.TIMESTAMP, url), note, {"token": token})


def cosigned(note: str, name: str, public_key: bytes, line: str) -> Entry:
    """The witness ``name`` cosigned ``note``: the signature line, without its line end."""
    return _held(Way(AnchorKind.WITNESS, name), note, {"key": public_key.hex(), "cosignature": line})


def _held(way: Way, note: str, more: Mapping[str, Json]) -> Entry:
    size = parse(note).size
    which = f"-{sha256(way.who.encode()).hexdigest()[:8]}" if way.who else ""
    measures: dict[str, Json] = {"kind": way.kind, "state": "held", "who": way.who, "checkpoint": note}
    return Entry(RecordType.ANCHOR, f"anchored-{way.kind}-{size}{which}", {}, {}, measures | dict(more))


def anchors(connection: Connection) -> tuple[Anchor, ...]:
    """Every anchor that is held, in the order they were recorded; erased ones are not there any more.

    Raises RecordError, CheckpointError, KeyError or ValueError when one does not read as it was written.
    """
    found = rows.rows_of_type(connection, RecordType.ANCHOR)
    measures = ((row, _measures(row)) for row in found)
    return tuple(_anchor(row, said) for row, said in measures if said.get("state") == "held")


def tail(connection: Connection) -> Tail:
    """What no anchor holds. Raises as ``anchors`` does, and LookupError without a state."""
    size = read_state(connection).tree.size
    anchored = max((anchor.size for anchor in anchors(connection)), default=0)
    records, oldest = rows.activity_since(connection, anchored)
    return Tail(size, anchored, records, None if oldest is None else moment(oldest))


def standing(place: Place, way: Way) -> Standing:
    """How ``way`` stands in the ledger at ``place``. Raises LedgerUnavailable."""
    with _reading(place) as connection:
        size = read_state(connection).tree.size
        last = next((a for a in reversed(anchors(connection)) if a.way == way), None)
        records, _ = rows.activity_since(connection, 0 if last is None else last.size)
        return Standing(last, rows.checkpoints(connection)[size], size, active=records > 0)


def active_since(place: Place, size: int) -> bool:
    """Whether more than anchors was recorded after the first ``size`` records. Raises LedgerUnavailable."""
    with _reading(place) as connection:
        return rows.activity_since(connection, size)[0] > 0


def held(place: Place) -> tuple[tuple[Anchor, ...], Tail]:
    """Every anchor of the ledger at ``place``, and its tail. Raises LedgerUnavailable."""
    with _reading(place) as connection:
        return anchors(connection), tail(connection)


def anchors_at(place: Place) -> tuple[Anchor, ...]:
    """Every anchor alone, for which the tail need not be counted. Raises LedgerUnavailable."""
    with _reading(place) as connection:
        return anchors(connection)


@contextmanager
def _reading(place: Place) -> Iterator[Connection]:
    try:
        with rows.reading(place) as connection:
            yield connection
    except (LookupError, TypeError, ValueError) as error:
        raise LedgerUnavailable(say("the anchors cannot be read: {wrong}", wrong=said_by(error))) from error


def _measures(row: rows.Row) -> Mapping[str, Json]:
    bodies = {name: body for name, _, body in row.parts}
    value = parse_canonical(bodies.get("measures", b"{}"))
    return value if isinstance(value, Mapping) else {}


def _anchor(row: rows.Row, said: Mapping[str, Json]) -> Anchor:
    way, note = Way(AnchorKind(str(said["kind"])), str(said["who"])), str(said["checkpoint"])
    size, time = parse(note).size, moment(row.t)
    match way.kind:
        case AnchorKind.MAIL:
            return Anchor(way, note, size, time, taken=_count(said["taken"]), asked=_count(said["asked"]))
        case AnchorKind.TIMESTAMP:
            return Anchor(way, note, size, time, base64.b64decode(str(said["token"]), validate=True))
        case AnchorKind.WITNESS:
            key = bytes.fromhex(str(said["key"]))
            return Anchor(way, note, size, time, str(said["cosignature"]).encode(), key)


def _count(value: Json) -> int:
    return value if isinstance(value, int) else 0
