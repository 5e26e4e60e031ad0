"""Legal hold: of what it covers nothing is erased, from the record that says so to the one that ends it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.errors import LedgerUnavailable, RecordError
from gateway.ledger.place import Place
from gateway.ledger.record import Entry, RecordType, microseconds, moment
from gateway.ledger.rows import Row, rows_of_types
from gateway.ledger.snapshot import snapshot
from gateway.said import say

MAX_REASON = 200


@dataclass(frozen=True, slots=True)
class Hold:
    """On one ``transfer``, or on those begun at ``since`` ≤ t < ``until`` (microseconds), None being open."""

    id: str
    time: datetime
    reason: str
    user: str
    transfer: str | None
    since: int | None
    until: int | None

    def covers(self, transfer: str, begun: int) -> bool:
        """Whether ``transfer``, begun at ``begun``, is held."""
        if self.transfer is not None:
            return transfer == self.transfer
        return (self.since is None or self.since <= begun) and (self.until is None or begun < self.until)


def on_transfer(name: str, transfer: str, reason: str, user: str) -> Entry:
    """A hold with the id ``name`` on one transfer. Raises RecordError for a reason that is none."""
    return Entry(RecordType.HOLD, name, {}, {}, _why(reason, user) | {"transfer": transfer})


def on_period(name: str, since: datetime | None, until: datetime | None, reason: str, user: str) -> Entry:
    """A hold on the transfers that began at ``since`` or later and before ``until``. Raises RecordError."""
    bounds: dict[str, Json] = {
        "since": None if since is None else microseconds(since),
        "until": None if until is None else microseconds(until),
    }
    return Entry(RecordType.HOLD, name, {}, {}, _why(reason, user) | bounds)


def release(name: str, reason: str, user: str) -> Entry:
    """The end of the hold with the id ``name``. Raises RecordError for a reason that is none."""
    return Entry(RecordType.RELEASE, name, {}, {}, _why(reason, user))


def require_reason(reason: str) -> str:
    """``reason`` without blanks around it. Raises RecordError unless it is one line of 1 to MAX_REASON."""
    bare = reason.strip()
    if not 0 < len(bare) <= MAX_REASON or not bare.isprintable():
        raise RecordError(say("a reason is one line of 1 to {most} characters", most=MAX_REASON))
    return bare


def standing_holds(place: Place) -> tuple[Hold, ...]:
    """The holds of the ledger at ``place`` that were not released, oldest first. Raises LedgerUnavailable."""
    with snapshot(place) as connection:
        return standing(rows_of_types(connection, RecordType.HOLD, RecordType.RELEASE))


def standing(rows: Iterable[Row]) -> tuple[Hold, ...]:
    """The holds that the records of holds and releases in ``rows`` leave. Raises LedgerUnavailable.

    A hold that does not read stops everything: erasing in doubt cannot be made good.
    """
    holds: dict[str, Hold] = {}
    for row in rows:
        if row.type == RecordType.RELEASE:
            holds.pop(row.id, None)
        else:
            holds[row.id] = _hold(row)
    return tuple(holds.values())


def _why(reason: str, user: str) -> dict[str, Json]:
    return {"reason": require_reason(reason), "user": user}


def _hold(row: Row) -> Hold:
    measures = next((parse_canonical(body) for name, _, body in row.parts if name == "measures"), None)
    if not isinstance(measures, Mapping):
        raise LedgerUnavailable(say("record {seq}, a hold, cannot be read", seq=row.seq))
    match measures:
        case {"reason": str(reason), "user": str(user), "transfer": str(transfer)}:
            return Hold(row.id, moment(row.t), reason, user, transfer, None, None)
        case {
            "reason": str(reason),
            "user": str(user),
            "since": int() | None as since,
            "until": int() | None as until,
        }:
            return Hold(row.id, moment(row.t), reason, user, None, since, until)
        case _:
            raise LedgerUnavailable(say("record {seq}, a hold, cannot be read", seq=row.seq))
