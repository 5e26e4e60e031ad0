"""What was erased: the records of erasures read back, so that a group that is gone is accounted for.

An erasure names one group, the records it was taken from, and the policy whose term had passed. It
is written in the transaction that erases. A group that is missing under no erasure was taken out
by somebody else, and that is how a deletion stays visible.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.record import GROUPS, Entry, RecordType
from gateway.ledger.rows import Row
from gateway.ledger.spans import Spans, spans_of
from gateway.said import say


@dataclass(frozen=True, slots=True)
class Erasure:
    """One ``group`` of the records ``of``, kept ``days`` by the policy of ``protocol`` with ``digest``."""

    group: str
    of: Spans
    protocol: str
    digest: str
    days: int


def entry(erasure: Erasure, name: str) -> Entry:
    """The record of ``erasure`` under the id ``name``."""
    policy: Json = {"protocol": erasure.protocol, "digest": erasure.digest}
    measures: dict[str, Json] = {"group": erasure.group, "records": erasure.of.json(), "days": erasure.days}
    return Entry(RecordType.ERASURE, name, {}, {}, measures | {"policy": policy})


def erasures(rows: Iterable[Row]) -> tuple[Erasure, ...]:
    """The erasures that the records of them in ``rows`` tell of. One that does not read tells of nothing.

    A record can only tell of what was there before it.
    """
    return tuple(_erasures(rows))


def erased(found: Iterable[Erasure]) -> Mapping[str, Spans]:
    """For each group the records it was erased from."""
    found = tuple(found)
    return {
        name: Spans.of(span for one in found if one.group == name for span in one.of.spans) for name in GROUPS
    }


def erased_from(gone: Mapping[str, Spans], seq: int) -> frozenset[str]:
    """The groups that were erased from record ``seq``."""
    return frozenset(name for name, spans in gone.items() if spans.spans and seq in spans)


def _erasures(rows: Iterable[Row]) -> Iterator[Erasure]:
    for row in rows:
        for name, _, body in row.parts:
            if name == "measures":
                try:
                    yield _erasure(parse_canonical(body), row.seq)
                except ValueError:
                    continue


def _erasure(measures: Json, seq: int) -> Erasure:
    match measures:
        case {
            "group": str(group),
            "records": records,
            "days": int(days),
            "policy": {"protocol": str(protocol), "digest": str(digest)},
        } if group in GROUPS:
            return Erasure(group, spans_of(records, seq), protocol, digest, days)
        case _:
            raise ValueError(say("no erasure"))
