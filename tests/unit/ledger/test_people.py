"""How many different people: exact within a month where it can be, an honest range over several."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.decision import Client
from gateway.ledger.month import MonthKey
from gateway.ledger.people import Distinct, distinct
from gateway.ledger.transfers import list_transfers
from tests.support.keeping import erase, fill_at, terms
from tests.support.ledger import NOON, refusal
from tests.support.people import client, mail

JANUARY, FEBRUARY = MonthKey("2026-01", bytes(32)), MonthKey("2026-02", bytes([1] * 32))
AN = client("An", "Verzonnen", "+32470000001")
BO = client("Bo", "Bedacht", "+32470000002", "bo@verzonnen.example")


def counted(path: Path, *months: tuple[MonthKey | None, list[tuple[Client, ...]]]) -> Distinct:
    """The count over mails about these clients, written with these keys."""
    for at, (key, mails) in enumerate(months):
        for number, clients in enumerate(mails):
            fill_at(path, mail(f"t{at}-{number}", NOON, key, *clients))
    return distinct(list_transfers(path))


def test_within_a_month_the_count_is_exact(tmp_path: Path) -> None:
    found = counted(tmp_path / "l.db", (JANUARY, [(AN,), (BO,), (AN,), (AN, BO)]))
    assert found == Distinct(2, 2, 0)


def test_a_changed_spelling_or_telephone_is_the_same_person(tmp_path: Path) -> None:
    moved = client("AN", "verzonnen", "+32470000009")
    assert counted(tmp_path / "l.db", (JANUARY, [(AN,), (moved,)])) == Distinct(1, 1, 0)


def test_two_names_on_one_telephone_are_one_or_two(tmp_path: Path) -> None:
    sister = client("Mo", "Verzonnen", "+32470000001")
    assert counted(tmp_path / "l.db", (JANUARY, [(AN,), (sister,)])) == Distinct(1, 2, 0)


def test_who_has_no_name_is_who_has_the_telephone(tmp_path: Path) -> None:
    nameless = Client("", "Verzonnen", None, ("+32470000001",), ())
    stranger = Client("", "Ander", None, ("+32470000007",), ())
    found = counted(tmp_path / "l.db", (JANUARY, [(AN,), (nameless,), (stranger,), (stranger,)]))
    assert found == Distinct(2, 2, 0)


def test_over_months_everybody_may_come_back_or_nobody(tmp_path: Path) -> None:
    found = counted(tmp_path / "l.db", (JANUARY, [(AN,), (BO,)]), (FEBRUARY, [(AN,)]))
    assert found == Distinct(2, 3, 0)


def test_mail_of_whom_nothing_is_known_is_unknown_and_not_nobody(tmp_path: Path) -> None:
    nobody = Client("An", "Verzonnen", None, (), ())
    found = counted(tmp_path / "l.db", (JANUARY, [(AN,), (), (nobody,), (AN, nobody)]), (None, [(BO,)]))
    assert found == Distinct(1, 1, 4)


def test_people_whose_subject_was_erased_are_unknown(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    assert counted(path, (JANUARY, [(AN,), (BO,)])).lower == 2
    erase(path, terms(subject=30), NOON + timedelta(days=31))
    assert distinct(list_transfers(path)) == Distinct(0, 0, 2)


def test_what_was_refused_here_is_about_nobody(tmp_path: Path) -> None:
    fill_at(tmp_path / "l.db", [(refusal("r1"), NOON)])
    assert distinct(list_transfers(tmp_path / "l.db")) == Distinct(0, 0, 0)


@pytest.mark.parametrize("mails", [1, 40])
def test_a_count_never_shrinks_when_a_mail_comes_in(tmp_path: Path, mails: int) -> None:
    path, before = tmp_path / "l.db", Distinct(0, 0, 0)
    for number in range(mails):
        when = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number)
        who = client(f"An{'abcdefgh'[number % 5]}", "Verzonnen", f"+3247000000{number % 7}")
        fill_at(path, mail(f"t{number}", when, JANUARY, who))
        after = distinct(list_transfers(path))
        assert before.upper <= after.upper <= before.upper + 1
        assert after.lower <= after.upper
        before = after
