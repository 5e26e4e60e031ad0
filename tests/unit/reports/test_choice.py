from pathlib import Path

import pytest

from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer, each_transfer
from gateway.reports.choice import Choice, Sieve
from tests.support import reporting
from tests.support.keeping import erase, terms


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return reporting.installation(tmp_path).with_name("ledger.db")


def ids(ledger: Path, choice: Choice) -> tuple[list[str], int]:
    sieve = Sieve(choice)
    return [transfer.id[-4:] for transfer in sieve.chosen(each_transfer(ledger))], sieve.undecided


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff", "gggg"]),
        (Choice(outcome=Outcome.REJECTED), ["cccc"]),
        (Choice(sender="=1+1@SENDER.example"), ["bbbb"]),
        (Choice(sender="*@sender.example", outcome=Outcome.UNKNOWN), ["ffff"]),
        (Choice(sender="*@ender.example"), []),
        (Choice(recipient="nobody@receiver.example"), []),
        (Choice(recipient="ocmw@receiver.example", protocol="another"), []),
        (Choice(references=("20260410-eeee",)), ["eeee"]),
        (Choice(reason="label.missing"), ["cccc"]),
        (Choice(label="label.accepted", outcome=Outcome.ACCEPTED), ["aaaa", "bbbb", "eeee"]),
        (Choice(digest="sha256:" + "5a" * 32, outcome=Outcome.REJECTED), ["cccc"]),
        (Choice(tls="none"), []),
    ],
)
def test_what_is_asked_for_is_chosen(ledger: Path, choice: Choice, expected: list[str]) -> None:
    assert ids(ledger, choice) == (expected, 0)


def test_of_what_was_erased_nobody_can_tell_whether_it_was_asked_for(ledger: Path) -> None:
    now = reporting.APRIL
    erase(ledger, terms(protocol=reporting.PROTOCOL, transport=10, measures=10), now)
    erased: list[Transfer] = [t for t in each_transfer(ledger) if "transport" in t.erased]
    assert len(erased) == 4
    assert ids(ledger, Choice(sender="team@sender.example")) == (["eeee", "ffff", "gggg"], 4)
    assert ids(ledger, Choice(outcome=Outcome.ACCEPTED)) == (["eeee"], 4)
    assert ids(ledger, Choice(outcome=Outcome.ERASED))[1] == 0
    assert ids(ledger, Choice(sender="nobody@x.example", references=("20260410-eeee",))) == ([], 0)
