"""Which version of which policy came into force when, and its text, as the ledger recorded it."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from gateway.ledger import rows
from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.record import RecordType, moment
from gateway.ledger.snapshot import snapshot
from gateway.ledger.stores import is_begun


@dataclass(frozen=True, slots=True)
class Kept:
    """A policy's file and its street list, empty when it names none: what the digest is made of."""

    text: str
    streets: str


@dataclass(frozen=True, slots=True)
class InForce:
    """From ``time`` on, ``node`` judged by the version of ``protocol`` with this ``digest``.

    ``seq`` is the record's number. ``kept`` is the version's text, None when the ledger does not hold it.
    ``before`` is the digest of the protocol's version before this one, and ``kept_before`` its text.
    """

    time: datetime
    node: str
    protocol: str
    digest: str
    seq: int
    kept: Kept | None = None
    before: str | None = None
    kept_before: Kept | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    seq: int
    time: datetime
    node: str
    protocol: str
    digest: str


def policies_in_force(place: Place) -> tuple[InForce, ...]:
    """Every change, latest first; none before there is a ledger. Raises LedgerUnavailable."""
    told, texts = _read(place)
    found, now, latest = list[InForce](), dict[tuple[str, str], str](), dict[str, list[str]]()
    for one in told:
        if now.get((one.node, one.protocol)) == one.digest:
            continue
        now[one.node, one.protocol] = one.digest
        # The workers of one gateway each record the change: the version before is never the same one.
        earlier = [digest for digest in latest.get(one.protocol, []) if digest != one.digest]
        latest[one.protocol] = [*earlier, one.digest]
        found.append(_version(one, earlier[-1] if earlier else None, texts))
    return tuple(reversed(found))


def kept_digests(place: Place) -> frozenset[str]:
    """The digests of the policies whose text the ledger at ``place`` holds; none when it cannot be read."""
    with suppress(LedgerError):
        return frozenset(_read(place)[1])
    return frozenset()


def version_at(history: tuple[InForce, ...], protocol: str, digest: str, seq: int) -> InForce | None:
    """When the version that judged the transfer of record ``seq`` came into force; None: not recorded."""
    earlier = [one for one in history if one.protocol == protocol and one.seq < seq]
    return next((one for one in earlier if one.digest == digest), None)


def _version(one: _Told, before: str | None, texts: Mapping[str, Kept]) -> InForce:
    kept_before = None if before is None else texts.get(before)
    told = (one.time, one.node, one.protocol, one.digest, one.seq)
    return InForce(*told, texts.get(one.digest), before, kept_before)


def _read(place: Place) -> tuple[list[_Told], dict[str, Kept]]:
    """Every record of a policy in order, and by digest the texts that are what their digest says."""
    told, texts = list[_Told](), dict[str, Kept]()
    if is_begun(place):
        with snapshot(place) as connection:
            for row in rows.rows_of_type(connection, RecordType.POLICY):
                said = {name: parse_canonical(body) for name, _, body in row.parts}.get("measures")
                measures = said if isinstance(said, Mapping) else {}
                told.append(_told(row, measures.get("policy")))
                if (kept := _kept(measures, told[-1].digest)) is not None:
                    texts.setdefault(told[-1].digest, kept)
    return told, texts


def _told(row: rows.Row, policy: Json) -> _Told:
    named = policy if isinstance(policy, Mapping) else {}
    protocol, digest = str(named.get("protocol", "")), str(named.get("digest", ""))
    return _Told(row.seq, moment(row.t), row.node, protocol, digest)


def _kept(measures: Mapping[str, Json], digest: str) -> Kept | None:
    """The text in ``measures``; None when there is none, or it is not the one that ``digest`` stands for."""
    text, streets = measures.get("text"), measures.get("streets", "")
    if not isinstance(text, str) or not isinstance(streets, str):
        return None
    made = sha256(text.encode() + streets.encode()).hexdigest()
    return Kept(text, streets) if digest == f"sha256:{made}" else None
