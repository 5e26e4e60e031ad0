"""Paging back from a moment: nothing begun before it is missed, however long the ledger."""

from datetime import timedelta
from pathlib import Path

import pytest

from gateway.ledger.paging import number_after, transfers_before
from gateway.ledger.record import microseconds
from gateway.ledger.rows import last_begun
from gateway.ledger.snapshot import snapshot
from tests.support.reporting import APRIL, MARCH, installation


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    installation(tmp_path)
    return tmp_path / "ledger.db"


def test_all_that_began_before_a_moment_is_paged_back_to(ledger: Path) -> None:
    found, further = transfers_before(ledger, number_after(ledger, APRIL), 512)
    names = [one.id for one in found if one.time < APRIL]
    assert names == ["20260310-dddd", "20260310-cccc", "20260310-bbbb", "20260310-aaaa"]
    assert further == 0


def test_before_the_first_there_is_nothing(ledger: Path) -> None:
    assert number_after(ledger, MARCH) == 0
    assert transfers_before(ledger, 0, 512) == ((), 0)


@pytest.mark.parametrize(
    ("minutes", "name"), [(1, "20260310-aaaa"), (3, "20260310-cccc"), (9, "20260310-dddd")]
)
def test_the_last_to_begin_may_be_delivered_or_refused(ledger: Path, minutes: int, name: str) -> None:
    with snapshot(ledger) as connection:
        last = last_begun(connection, microseconds(MARCH + timedelta(minutes=minutes)))
    assert last is not None
    found, _ = transfers_before(ledger, last + 1, 1)
    assert [one.id for one in found] == [name]
