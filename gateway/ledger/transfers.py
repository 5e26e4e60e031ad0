"""Reading transfers back for people: the records of one id merged into what happened to one message."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from gateway.decision import PolicyRef, Superfluous
from gateway.ledger import rows
from gateway.ledger.canonical import MAX_INTEGER, Json, parse_canonical
from gateway.ledger.database import read_state
from gateway.ledger.errors import TransferNotFound
from gateway.ledger.merkle import leaf_hash
from gateway.ledger.place import Place
from gateway.ledger.quickcheck import is_as_written
from gateway.ledger.record import GROUPS, Leaf, Outcome, RecordType, microseconds, moment, parse_header
from gateway.ledger.snapshot import snapshot
from gateway.said import say

#: How many records are read at a time: what is in memory does not grow with the period.
_STRETCH = 512

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a transfer: what it is, when, and where it hangs in the tree."""

    type: RecordType
    time: datetime
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Transfer:
    """One message that reached its final dot, as its records tell it.

    ``seq`` and ``time`` (UTC) are those of its first record. ``sender`` is empty for the null
    reverse-path, ``tls`` None without TLS. ``reply`` is the SMTP code given to the sender and
    ``next_hop`` the one the next hop gave; each None when there was none. ``clients`` holds for
    each client the names of the fields that were there. ``opaque``: it was handed on sealed, and not
    inspected. ``leaf`` is the first record's, which the accept reply carries; ``steps`` has every record's.
    ``erased`` names the groups of the first record that are gone: what they told is empty here, and an
    outcome that is gone is ERASED. ``subject`` is that group as it was recorded, with the pseudonyms in it.
    ``measures`` and ``transport`` are those groups of the first record, as they were recorded.
    ``tls_result`` is why there was no protected session with the next hop, empty when that was not it.
    """

    id: str
    seq: int
    time: datetime
    outcome: Outcome
    sender: str
    recipient: tuple[str, ...]
    policy: PolicyRef | None
    reasons: tuple[str, ...]
    tls: str | None
    superfluous: tuple[Superfluous, ...]
    clients: tuple[tuple[str, ...], ...]
    opaque: bool
    reply: int | None
    next_hop: int | None
    leaf: str
    steps: tuple[Step, ...]
    erased: tuple[str, ...] = ()
    subject: Mapping[str, Json] = field(default_factory=dict, repr=False)
    measures: Mapping[str, Json] = field(default_factory=dict, repr=False)
    transport: Mapping[str, Json] = field(default_factory=dict, repr=False)
    tls_result: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    id: str
    step: Step
    groups: Mapping[str, Mapping[str, Json]]


def list_transfers(
    place: Place,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    outcome: Outcome | None = None,
) -> tuple[Transfer, ...]:
    """The transfers that began at ``since`` ≤ time < ``until`` (aware), oldest first.

    Raises LedgerUnavailable when the ledger cannot be read.
    """
    first = 0 if since is None else microseconds(since)
    last = MAX_INTEGER if until is None else microseconds(until)
    with snapshot(place) as connection:
        found = merged(rows.rows_of_transfers(connection, first, last), read_state(connection).log)
    return tuple(transfer for transfer in found if outcome in (None, transfer.outcome))


def each_transfer(
    place: Place,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    progress: Progress = lambda _done, _all: None,
) -> Iterator[Transfer]:
    """The same one by one, out of one snapshot that stays open until the last is taken.

    ``progress`` hears how many records of how many are read. Raises LedgerUnavailable.
    """
    begun = 0 if since is None else microseconds(since)
    end = MAX_INTEGER if until is None else microseconds(until)
    with snapshot(place) as connection:
        log = read_state(connection).log
        numbers = rows.numbers_begun(connection, begun, end)
        least, greatest = numbers or (0, -1)
        for first in range(least, greatest + 1, _STRETCH):
            last = min(first + _STRETCH - 1, greatest)
            found = merged(rows.rows_begun(connection, first, last), log)
            yield from (transfer for transfer in found if begun <= microseconds(transfer.time) < end)
            progress(last + 1 - least, greatest + 1 - least)


def get_transfer(place: Place, reference: str) -> Transfer:
    """The transfer whose id is ``reference``, or the only one whose id begins with it.

    Raises TransferNotFound, and LedgerUnavailable when the ledger cannot be read.
    """
    with snapshot(place) as connection:
        found = rows.ids_beginning(connection, reference, 2)
        if not found:
            raise TransferNotFound(say("no transfer has this reference"))
        if reference not in found and len(found) > 1:
            raise TransferNotFound(say("several transfers begin with this reference; give more of it"))
        return merged(rows.rows_of_id(connection, found[0]), read_state(connection).log)[0]


def latest_checkpoint(place: Place) -> str:
    """The signed note of the whole ledger. Raises LedgerUnavailable when it cannot be read."""
    with snapshot(place) as connection:
        return rows.latest_note(connection)


def merged(stored: Iterable[rows.Row], log: str) -> tuple[Transfer, ...]:
    """The records of transfers of this log, each transfer merged into one, as they come."""
    by_id: dict[str, list[rows.Row]] = {}
    for row in stored:
        by_id.setdefault(row.id, []).append(row)
    return tuple(_transfer(tuple(_read(row, log) for row in of_id)) for of_id in by_id.values())


def _read(row: rows.Row, log: str) -> _Record:
    return _as_written(row) if is_as_written(row, row.seq, log) else _record(row)


def _as_written(row: rows.Row) -> _Record:
    """A row that is what the gateway wrote, byte for byte: its spelling needs no second look."""
    leaf = Leaf(row.seq, leaf_hash(row.header).hex())
    groups = {name: _spelled(body) for name, _, body in row.parts}
    return _Record(row.id, Step(RecordType(row.type), moment(row.t), leaf), groups)


@lru_cache(maxsize=512)
def _spelled(body: bytes) -> Mapping[str, Json]:
    """A group; many are the same to the byte, such as those of outcomes."""
    return _object(json.loads(body.decode()))


def _record(row: rows.Row) -> _Record:
    header = parse_header(row.header)
    leaf = Leaf(header.seq, leaf_hash(row.header).hex())
    groups = {name: _object(parse_canonical(body)) for name, _, body in row.parts}
    return _Record(header.id, Step(header.type, moment(header.t), leaf), groups)


def _transfer(records: tuple[_Record, ...]) -> Transfer:
    first, last = records[0], records[-1]
    transport = _group(first, "transport")
    decided, closed = _group(first, "measures"), _group(last, "measures")
    return Transfer(
        id=first.id,
        seq=first.step.leaf.seq,
        time=first.step.time,
        outcome=_outcome(last),
        sender=_text(transport.get("sender")),
        recipient=_texts(transport.get("recipients")),
        policy=_policy(decided.get("policy")),
        reasons=_reasons(records),
        tls=_text(transport.get("tls_version")) or None,
        superfluous=tuple(map(_superfluous, _items(decided.get("superfluous")))),
        clients=tuple(map(_texts, _items(_group(first, "subject").get("fields")))),
        opaque=_group(first, "subject").get("opaque") is True,
        reply=_number(closed.get("reply")),
        next_hop=_number(closed.get("next_hop")),
        leaf=first.step.leaf.hash,
        steps=tuple(record.step for record in records),
        erased=tuple(name for name in GROUPS if name not in first.groups),
        subject=_group(first, "subject"),
        measures=decided,
        transport=transport,
        tls_result=_text(closed.get("tls_result")),
    )


def _outcome(last: _Record) -> Outcome:
    if last.step.type is RecordType.INTENT:
        return Outcome.OPEN
    if "measures" not in last.groups:
        return Outcome.ERASED
    return Outcome(_text(last.groups["measures"].get("outcome")))


def _reasons(records: tuple[_Record, ...]) -> tuple[str, ...]:
    """The codes of what kept the message out, each once, in the order they were found."""
    found = [_texts(_group(record, "measures").get("reasons")) for record in records]
    return tuple(dict.fromkeys(code for codes in found for code in codes))


def _policy(value: Json) -> PolicyRef | None:
    policy = _object(value)
    return PolicyRef(_text(policy.get("protocol")), _text(policy.get("digest"))) if policy else None


def _superfluous(value: Json) -> Superfluous:
    kind = _object(value)
    return Superfluous(_text(kind.get("category")), _number(kind.get("count")) or 0, _text(kind.get("where")))


def _group(record: _Record, name: str) -> Mapping[str, Json]:
    """The group, empty when it was erased."""
    return record.groups.get(name, {})


def _object(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, Mapping) else {}


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(item for item in _items(value) if isinstance(item, str))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Json) -> int | None:
    return value if isinstance(value, int) else None
