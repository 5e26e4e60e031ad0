"""Which version of which policy came into force when, as the ledger recorded it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from gateway.ledger import rows
from gateway.ledger.canonical import parse_canonical
from gateway.ledger.place import Place
from gateway.ledger.record import RecordType, moment
from gateway.ledger.snapshot import snapshot
from gateway.ledger.stores import is_begun


@dataclass(frozen=True, slots=True)
class InForce:
    """From ``time`` on, ``node`` judged by the version of ``protocol`` with this ``digest``."""

    time: datetime
    node: str
    protocol: str
    digest: str


def policies_in_force(place: Place) -> tuple[InForce, ...]:
    """Every change, latest first; none before there is a ledger. Raises LedgerUnavailable."""
    if not is_begun(place):
        return ()
    with snapshot(place) as connection:
        found = [_in_force(row) for row in rows.rows_of_type(connection, RecordType.POLICY)]
    changed = [one for i, one in enumerate(found) if not i or _what(one) != _what(found[i - 1])]
    return tuple(reversed(changed))


def _in_force(row: rows.Row) -> InForce:
    said = {name: parse_canonical(body) for name, _, body in row.parts}.get("measures")
    policy = said.get("policy") if isinstance(said, Mapping) else None
    told = policy if isinstance(policy, Mapping) else {}
    return InForce(moment(row.t), row.node, str(told.get("protocol", "")), str(told.get("digest", "")))


def _what(one: InForce) -> tuple[str, str, str]:
    return one.node, one.protocol, one.digest
