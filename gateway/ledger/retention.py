"""Which groups have had their time. Pure: rows, terms, holds and the present go in, erasures come out.

A group of a record is kept as many days as the policy in force now says for the record's protocol,
counted from the beginning of the transfer, so that the records of one transfer go together. What
belongs to no protocol, or to one without a policy now, is kept; so is what is held.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.erasure import Erasure
from gateway.ledger.holds import Hold
from gateway.ledger.record import OF_TRANSFERS, RecordType, microseconds
from gateway.ledger.rows import Row
from gateway.ledger.spans import Span, Spans

#: One record of an erasure names at most so many records, so that none grows without bound.
MOST_IN_ONE = 5_000

_DAY = timedelta(days=1) // timedelta(microseconds=1)
_TYPES = frozenset(kind.value for kind in OF_TRANSFERS)


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days the policy of ``protocol`` with ``digest`` keeps each group; one without is kept."""

    protocol: str
    digest: str
    days: Mapping[str, int]


@dataclass(slots=True)
class _Known:
    """What earlier records told of transfers: protocol and beginning by id. Owned by one call of ``due``."""

    erasures: tuple[tuple[str, Spans], ...]
    protocols: dict[str, str] = field(default_factory=dict)
    begun: dict[str, int] = field(default_factory=dict)


def due(
    rows: Iterable[Row],
    terms: Iterable[Terms],
    holds: tuple[Hold, ...],
    earlier: Iterable[Erasure],
    now: datetime,
) -> tuple[Erasure, ...]:
    """What is to be erased at ``now``, of all records of transfers in ``rows`` (in order of number).

    ``earlier`` are the erasures until now: they remember the protocol of records whose measures are
    gone. Raises RecordError for a record that does not read.
    """
    by_protocol = {one.protocol: one for one in terms}
    known = _Known(tuple((one.protocol, one.of) for one in earlier if one.group == "measures"))
    found: dict[tuple[str, str], list[Span]] = {}
    for row in rows:
        if row.type not in _TYPES:
            continue
        transfer, begun = _placed(row, known)
        kept = by_protocol.get(known.protocols.get(transfer, ""))
        if kept is None or any(hold.covers(transfer, begun) for hold in holds):
            continue
        for name, _, _ in row.parts:
            days = kept.days.get(name)
            if days is not None and begun + days * _DAY <= microseconds(now):
                found.setdefault((kept.protocol, name), []).append((row.seq, row.seq))
    return tuple(
        Erasure(name, part, protocol, by_protocol[protocol].digest, by_protocol[protocol].days[name])
        for (protocol, name), spans in found.items()
        for part in _portions(spans)
    )


def _placed(row: Row, known: _Known) -> tuple[str, int]:
    """Of which transfer ``row`` tells, and when that began; what is new of it becomes known."""
    measures = _measures(row)
    transfer = row.id
    if row.type == RecordType.NOTICE:
        about = measures.get("transfer")
        transfer = about if isinstance(about, str) else row.id
    known.begun.setdefault(transfer, row.t)
    if transfer not in known.protocols and (protocol := _protocol(row, measures, known)):
        known.protocols[transfer] = protocol
    return transfer, known.begun[transfer]


def _protocol(row: Row, measures: Mapping[str, Json], known: _Known) -> str:
    match measures.get("policy"):
        case {"protocol": str(protocol)}:
            return protocol
        case _:
            return next((protocol for protocol, of in known.erasures if row.seq in of), "")


def _measures(row: Row) -> Mapping[str, Json]:
    """What was decided; how it ended names no protocol."""
    if row.type == RecordType.OUTCOME:
        return {}
    for name, _, body in row.parts:
        if name == "measures" and isinstance(value := parse_canonical(body), Mapping):
            return value
    return {}


def _portions(found: list[Span]) -> Iterator[Spans]:
    """``found`` (single numbers in order), MOST_IN_ONE at a time."""
    for start in range(0, len(found), MOST_IN_ONE):
        yield Spans.of(found[start : start + MOST_IN_ONE])
