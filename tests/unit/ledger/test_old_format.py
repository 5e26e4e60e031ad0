"""A ledger written before there were erasures and pseudonyms, kept as it was written then."""

import shutil
from pathlib import Path

import pytest

from gateway.ledger.people import distinct
from gateway.ledger.transfers import list_transfers
from tests.support.keeping import erase, terms, verified
from tests.support.ledger import NOON, open_ledger, refusal

OLD = Path(__file__).parents[2] / "data" / "ledger-v1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    for name in ("ledger.db", "ledger.db.key"):
        shutil.copy(OLD / name, tmp_path)
    (tmp_path / "ledger.db.key").chmod(0o600)
    return tmp_path / "ledger.db"


def test_an_old_ledger_verifies_and_reads(path: Path) -> None:
    report = verified(path)
    assert (report.ok, report.size, report.open) == (True, 12, ("open1",))
    assert [row.outcome for row in list_transfers(path)] == ["accepted", "rejected"] * 3 + ["open"]


async def test_an_old_ledger_is_appended_to(path: Path) -> None:
    ledger = open_ledger(path)
    assert ledger.recovered == ("open1",)
    await ledger.append(refusal("new1"))
    await ledger.close()
    assert (verified(path).ok, verified(path).size) == (True, 14)


def test_what_has_no_protocol_in_an_old_ledger_is_kept(path: Path) -> None:
    assert erase(path, terms(transport=1), NOON.replace(year=2036)).erasures == ()


def test_the_people_of_an_old_ledger_are_unknown_and_not_none(path: Path) -> None:
    counted = distinct(list_transfers(path))
    assert (counted.lower, counted.upper, counted.unknown_mails) == (0, 0, 4)
