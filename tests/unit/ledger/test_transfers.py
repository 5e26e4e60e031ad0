from datetime import datetime, timedelta
from pathlib import Path

import pytest

from gateway.decision import (
    Code,
    Decision,
    Deliver,
    Finding,
    PolicyRef,
    Reject,
    Result,
    Superfluous,
)
from gateway.ledger import entries
from gateway.ledger.errors import LedgerUnavailable, TransferNotFound
from gateway.ledger.place import beside
from gateway.ledger.record import Entry, Outcome, RecordType, draft
from gateway.ledger.transfers import each_transfer, get_transfer, latest_checkpoint, list_transfers
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, NOON, delete, fill, intent, outcome, put, refusal, tampering
from tests.unit.ledger.test_entries import ARRIVAL, CLIENT

POLICY = PolicyRef("test-protocol", "sha256:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def fill_at(path: Path, timed: list[tuple[Entry, datetime]]) -> None:
    writer = Writer(beside(path), node="mx1", log=LOG)
    writer.append([draft(entry, when) for entry, when in timed])
    writer.close()


def ids(path: Path, **filters: object) -> list[str]:
    return [transfer.id for transfer in list_transfers(path, **filters)]  # type: ignore[arg-type]


def test_a_delivered_message_is_one_transfer_of_two_records(path: Path) -> None:
    decided = Decision(
        Deliver((CLIENT,)),
        POLICY,
        (Finding("superfluous", Result.INFO, Code.SUPERFLUOUS_STRIPPED),),
        (Superfluous("iban", 2, "body"),),
    )
    later = NOON + timedelta(seconds=2)
    closed = entries.outcome("t1", Outcome.ACCEPTED, reply=250, next_hop=250)
    fill_at(path, [(entries.intent(ARRIVAL, decided), NOON), (refusal("t2"), NOON), (closed, later)])
    transfer = get_transfer(path, "t1")
    assert (transfer.seq, transfer.time, transfer.outcome) == (0, NOON, Outcome.ACCEPTED)
    assert (transfer.sender, transfer.recipient) == ("team@sender.example", ("ocmw@receiver.example",))
    assert (transfer.policy, transfer.reasons, transfer.tls) == (POLICY, (), "TLSv1.3")
    assert transfer.superfluous == (Superfluous("iban", 2, "body"),)
    assert transfer.clients == (("first_name", "last_name", "address", "phone"),)
    assert (transfer.reply, transfer.next_hop) == (250, 250)
    assert [(s.type, s.time, s.leaf.seq) for s in transfer.steps] == [
        (RecordType.INTENT, NOON, 0),
        (RecordType.OUTCOME, later, 2),
    ]
    assert transfer.leaf == transfer.steps[0].leaf.hash


def test_a_refused_message_has_its_reasons(path: Path) -> None:
    decided = Decision(Reject(), None, (Finding("label", Result.FAIL, Code.LABEL_MISSING),))
    fill(path, [entries.refusal(ARRIVAL, decided, Outcome.REJECTED, reply=550)])
    (transfer,) = list_transfers(path)
    assert (transfer.outcome, transfer.reasons, transfer.policy) == (
        Outcome.REJECTED,
        ("label.missing",),
        None,
    )
    assert (transfer.reply, transfer.next_hop, transfer.clients) == (550, None, ())


def test_an_intent_without_outcome_is_open(path: Path) -> None:
    fill(path, [intent("t1")])
    assert (get_transfer(path, "t1").outcome, get_transfer(path, "t1").reply) == (Outcome.OPEN, None)


def test_the_list_is_oldest_first_and_holds_no_policies(path: Path) -> None:
    fill(path, [intent("b"), entries.policy_in_force(POLICY), refusal("a"), outcome("b"), intent("c")])
    assert ids(path) == ["b", "a", "c"]


def test_the_list_is_filtered_by_outcome_and_time(path: Path) -> None:
    hour = timedelta(hours=1)
    fill_at(
        path,
        [
            (intent("a"), NOON),
            (refusal("b"), NOON + hour),
            (outcome("a"), NOON + 2 * hour),
            (intent("c"), NOON + 3 * hour),
        ],
    )
    assert ids(path, outcome=Outcome.ACCEPTED) == ["a"]
    assert ids(path, outcome=Outcome.OPEN) == ["c"]
    assert ids(path, since=NOON + hour) == ["b", "c"]
    assert ids(path, until=NOON + hour) == ["a"]
    assert ids(path, since=NOON + 2 * hour, until=NOON + 3 * hour) == []


def test_a_transfer_is_found_by_the_beginning_of_its_id(path: Path) -> None:
    fill(path, [refusal("abc1"), refusal("abc"), refusal("abd_"), entries.policy_in_force(POLICY)])
    assert get_transfer(path, "abd").id == "abd_"
    assert get_transfer(path, "abc").id == "abc"
    for reference in ("ab", "x", "abd%", "test", ""):
        with pytest.raises(TransferNotFound):
            get_transfer(path, reference)


def test_a_transfer_whose_group_was_erased_still_shows(path: Path) -> None:
    fill(path, [intent("t1"), outcome("t1")])
    with tampering(path) as connection:
        delete(connection, "part", (0, "transport"))
    transfer = get_transfer(path, "t1")
    assert (transfer.sender, transfer.recipient, transfer.outcome) == ("", (), Outcome.ACCEPTED)


def test_reading_neither_waits_for_the_writer_nor_stops_it(path: Path) -> None:
    fill(path, [refusal("t1")])
    with tampering(path) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert ids(path) == ["t1"]
        assert verify(path).ok


def test_what_cannot_be_read_is_said_to_be_so(path: Path) -> None:
    with pytest.raises(LedgerUnavailable):
        list_transfers(path)
    fill(path, [refusal("t1")])
    with tampering(path) as connection:
        put(connection, "record", (0,), "header", b"{}")
    with pytest.raises(LedgerUnavailable, match="verify it"):
        list_transfers(path)


def test_the_latest_checkpoint_is_that_of_the_whole_ledger(path: Path) -> None:
    _, note = fill(path, [refusal("t1")])
    assert latest_checkpoint(path) == note


def test_one_by_one_they_are_the_same_and_no_more_is_read_than_a_stretch(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.ledger.transfers._STRETCH", 4)
    minute = timedelta(minutes=1)
    begun = [(intent(f"d{i}"), NOON + i * minute) for i in range(6)]
    closed = [(outcome(f"d{i}"), NOON + 9 * minute) for i in range(6)]
    fill_at(path, [*begun, (refusal("r"), NOON + 20 * minute), *closed])
    heard: list[tuple[int, int]] = []
    found = each_transfer(path, progress=lambda done, every: heard.append((done, every)))
    first = next(found)
    assert heard == []
    assert (first, *found) == list_transfers(path)
    assert heard == [(4, 7), (7, 7)]
    since, until = NOON + minute, NOON + 3 * minute
    assert tuple(each_transfer(path, since=since, until=until)) == list_transfers(
        path, since=since, until=until
    )
    assert tuple(each_transfer(path, since=NOON + 99 * minute)) == ()


def test_one_by_one_from_a_ledger_that_cannot_be_read_is_refused(path: Path) -> None:
    with pytest.raises(LedgerUnavailable):
        next(each_transfer(path))
