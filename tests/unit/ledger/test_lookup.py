from datetime import timedelta
from pathlib import Path

import pytest

from gateway.ledger.canonical import canonical
from gateway.ledger.errors import RecordError
from gateway.ledger.lookup import Answer, look_up, lookup_entry, require_recorded
from gateway.ledger.month import MonthKey
from gateway.ledger.months import Month
from gateway.ledger.pseudonym import Sought
from gateway.ledger.record import Outcome, RecordType
from gateway.ledger.transfers import list_transfers
from tests.support.keeping import erase, fill_at, terms
from tests.support.ledger import NOON, refusal
from tests.support.people import client, mail

JANUARY, FEBRUARY = MonthKey("2026-01", bytes(32)), MonthKey("2026-02", bytes([1] * 32))
AN = client("An", "Verzonnen", "+32470000001", "an@verzonnen.example")
BO = client("Bo", "Bedacht", "+32470000002")
PHONE = Sought(phone="+32470000001")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    for mails in (
        mail("jan-an", NOON, JANUARY, AN), mail("jan-bo", NOON, JANUARY, BO),
        mail("jan-failed", NOON, JANUARY, AN, ended=Outcome.REJECTED),
        mail("feb-both", NOON, FEBRUARY, BO, AN),
        mail("relayed", NOON, JANUARY), mail("before", NOON, None, BO), [(refusal("refused"), NOON)],
        mail("relayed-nowhere", NOON, JANUARY, ended=Outcome.REJECTED),
    ):  # fmt: skip
        fill_at(path, mails)
    return path


SEALED = Month("2026-01", "one", "ab", ("age1",), "sealed")


def ask(path: Path, sought: Sought, *keys: MonthKey) -> Answer:
    return look_up(list_transfers(path), sought, keys, (SEALED,))


def test_a_person_is_found_where_their_data_passed_with_how_it_ended(path: Path) -> None:
    answer = ask(path, PHONE, JANUARY, FEBRUARY)
    found = [(hit.transfer.id, str(hit.transfer.outcome), hit.kinds) for hit in answer.hits]
    assert found == [
        ("jan-an", "accepted", ("phone",)), ("jan-failed", "rejected", ("phone",)),
        ("feb-both", "accepted", ("phone",)),
    ]  # fmt: skip
    assert (answer.searched, answer.closed) == (4, ())


def test_all_that_is_known_of_a_person_is_sought_at_once(path: Path) -> None:
    sought = Sought("+32479999999", "An@Verzonnen.example", "Verzonnen An", "1670", "12")
    answer = ask(path, sought, JANUARY)
    assert {hit.kinds for hit in answer.hits} == {("email", "name")}


def test_a_month_without_its_key_is_closed_and_counted(path: Path) -> None:
    answer = ask(path, PHONE, FEBRUARY)
    assert ([hit.transfer.id for hit in answer.hits], answer.closed) == (["feb-both"], (("2026-01", 3),))
    assert ask(path, PHONE).closed == (("2026-01", 3), ("2026-02", 1))
    assert ask(path, PHONE).openable == {"2026-01"}


def test_mail_that_passed_unread_or_without_tokens_is_unknown_and_not_none(path: Path) -> None:
    answer = ask(path, Sought(phone="+32479999999"), JANUARY, FEBRUARY)
    assert (answer.hits, answer.unknown) == ((), 2)


def test_mail_whose_subject_was_erased_is_unknown(path: Path) -> None:
    erase(path, terms(subject=30), NOON + timedelta(days=31))
    answer = ask(path, PHONE, JANUARY, FEBRUARY)
    assert (answer.hits, answer.searched, answer.unknown) == ((), 0, 5)


def test_the_record_of_a_question_tells_why_and_how_much_but_not_after_whom(path: Path) -> None:
    answer = ask(path, PHONE, JANUARY)
    entry = lookup_entry("lookup-1", PHONE, answer, " an access request ", "els", keys=[JANUARY])
    assert (entry.type, entry.measures) == (
        RecordType.LOOKUP,
        {
            "reason": "an access request", "user": "els", "kinds": ["phone"], "keys": [JANUARY.id],
            "searched": 3, "hits": 2, "unknown": 3,
        },
    )  # fmt: skip
    assert b"470000001" not in canonical([entry.transport, entry.subject, entry.measures])


def test_a_question_without_a_reason_is_not_recorded(path: Path) -> None:
    with pytest.raises(RecordError):
        lookup_entry("lookup-1", PHONE, ask(path, PHONE), " ", "els", keys=[])


def test_a_key_that_the_ledger_does_not_know_opens_nothing() -> None:
    months = [Month("2026-01", JANUARY.id, JANUARY.commitment, (), "")]
    assert require_recorded([JANUARY, JANUARY], months) == (JANUARY,)
    with pytest.raises(RecordError, match="2026-02"):
        require_recorded([JANUARY, FEBRUARY], months)
