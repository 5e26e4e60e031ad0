import hashlib
import json
from datetime import datetime, timedelta, timezone

import pytest

from gateway.ledger.errors import RecordError
from gateway.ledger.record import (
    Entry,
    RecordType,
    draft,
    microseconds,
    misplaced,
    moment,
    parse_header,
)
from tests.support.ledger import LOG, NOON, intent


def test_a_header_names_no_one_and_commits_to_each_group() -> None:
    record = draft(intent("t1"), NOON)
    data = record.header(LOG, "mx1", 7).encode()
    fields = json.loads(data)
    assert fields.keys() == {"v", "log", "seq", "id", "t", "node", "type", "c"}
    assert b"sender" not in data
    for group in record.groups:
        tag = f"gateway.ledger.v1.{group.name}\0".encode()
        assert fields["c"][group.name] == hashlib.sha256(tag + group.salt + group.body).hexdigest()


def test_the_same_data_is_never_committed_to_alike_twice() -> None:
    first, second = draft(intent("t1"), NOON), draft(intent("t1"), NOON)
    assert not {g.commitment() for g in first.groups} & {g.commitment() for g in second.groups}


def test_a_header_reads_back() -> None:
    header = draft(intent("t1"), NOON).header(LOG, "mx1", 7)
    assert parse_header(header.encode()) == header


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"v":1', b'"v":2'),
        (b'"v":1', b'"v":true'),
        (b'"seq":7', b'"seq":-7'),
        (b'"seq":7', b'"seq":"7"'),
        (b'"type":"intent"', b'"type":"letter"'),
        (b'"id":"t1"', b'"id":"t 1"'),
        (b'"id":"t1"', b'"id":null'),
        (b'"measures"', b'"measured"'),
        (b'"node":"mx1"', b'"node":"mx1","x":1'),
    ],
)
def test_a_header_that_is_not_of_this_version_is_refused(old: bytes, new: bytes) -> None:
    data = draft(intent("t1"), NOON).header(LOG, "mx1", 7).encode()
    assert old in data
    with pytest.raises(RecordError):
        parse_header(data.replace(old, new))


@pytest.mark.parametrize("name", ["", "a b", "a+b", "é", "a\n", "x" * 129])
def test_an_id_is_a_plain_name(name: str) -> None:
    with pytest.raises(RecordError):
        draft(Entry(RecordType.INTENT, name, {}, {}, {}), NOON)


def test_time_is_microseconds_in_utc_whatever_the_offset() -> None:
    local = datetime(2026, 1, 31, 13, 0, 0, 1, tzinfo=timezone(timedelta(hours=1)))
    assert microseconds(local) == microseconds(NOON) + 1
    assert moment(microseconds(local)) == local


I, O, R, P = RecordType.INTENT, RecordType.OUTCOME, RecordType.REFUSAL, RecordType.POLICY  # noqa: E741 - one letter a type keeps the table readable


E, H, L, M, X = (
    RecordType.ERASURE,
    RecordType.HOLD,
    RecordType.RELEASE,
    RecordType.MONTH,
    RecordType.LOOKUP,
)


@pytest.mark.parametrize(("kind", "earlier"), [(E, ()), (H, ()), (L, (H,)), (M, ()), (M, (M, M)), (X, ())])
def test_what_people_do_with_the_ledger_has_its_place(
    kind: RecordType, earlier: tuple[RecordType, ...]
) -> None:
    assert misplaced(kind, earlier) is None


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [
        (E, (E,)), (H, (H,)), (H, (I,)), (L, ()), (L, (H, L)), (L, (I,)), (M, (P,)), (M, (M, I)),
        (X, (X,)), (X, (I,)), (I, (H,)), (P, (M,)),
    ],
)  # fmt: skip
def test_out_of_its_place_it_is_misplaced(kind: RecordType, earlier: tuple[RecordType, ...]) -> None:
    assert misplaced(kind, earlier)


@pytest.mark.parametrize(("kind", "earlier"), [(I, ()), (O, (I,)), (R, ()), (P, ()), (P, (P, P))])
def test_a_transfer_is_an_intent_and_its_outcome_or_a_refusal(
    kind: RecordType, earlier: tuple[RecordType, ...]
) -> None:
    assert misplaced(kind, earlier) is None


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [(O, ()), (O, (I, O)), (O, (R,)), (O, (P,)), (I, (I,)), (R, (I,)), (R, (R,)), (P, (I,))],
)
def test_any_other_order_is_misplaced(kind: RecordType, earlier: tuple[RecordType, ...]) -> None:
    assert misplaced(kind, earlier)
