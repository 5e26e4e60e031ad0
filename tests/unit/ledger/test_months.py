from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyrage
import pytest

from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.keeping import close_months
from gateway.ledger.month import MonthKey, file_of, keys_beside, load_or_create, parse_keys
from gateway.ledger.months import Pseudonyms, recorded_months
from gateway.ledger.place import beside
from gateway.ledger.store import Ledger
from gateway.ledger.writer import Writer
from tests.support.keeping import verified
from tests.support.ledger import LOG, open_ledger

JANUARY, FEBRUARY = datetime(2026, 1, 31, 23, 59, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
OFFICERS = tuple(pyrage.x25519.Identity.generate() for _ in range(2))
RECIPIENTS = tuple(str(officer.to_public()) for officer in OFFICERS)


@dataclass
class House:
    """A ledger with its pseudonyms, and a clock to turn."""

    path: Path
    ledger: Ledger
    now: datetime = JANUARY
    started: list[Pseudonyms] = field(default_factory=list)

    def start(self, *recipients: str) -> Pseudonyms:
        return Pseudonyms(self.ledger, beside(self.path), recipients, lambda: self.now)


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    path = tmp_path / "ledger.db"
    ledger = open_ledger(path)
    yield House(path, ledger)
    await ledger.close()
    assert verified(path).ok


def close_at(house: House, now: datetime, *recipients: str) -> tuple[str, ...]:
    """What the timer does of it."""
    writer = Writer(beside(house.path), node="mx1-erase", log=LOG)
    try:
        return close_months(writer, beside(house.path), recipients, now)
    finally:
        writer.close()


async def test_a_key_is_sealed_and_recorded_before_it_is_used(house: House) -> None:
    key = await house.start(*RECIPIENTS).key()
    (month,) = recorded_months(house.path)
    assert (month.month, month.key, month.commitment) == ("2026-01", key.id, key.commitment)
    assert month.recipients == RECIPIENTS
    for officer in OFFICERS:
        assert parse_keys(pyrage.decrypt(month.sealed.encode(), [officer]).decode()) == (key,)


async def test_a_month_has_one_key_over_restarts(house: House) -> None:
    keys = {(await house.start(*RECIPIENTS).key()).secret for _ in range(3)}
    assert (len(keys), len(recorded_months(house.path))) == (1, 1)


async def test_with_the_new_month_the_old_key_is_wiped(house: House) -> None:
    pseudonyms = house.start(*RECIPIENTS)
    old = await pseudonyms.key()
    house.now = FEBRUARY
    new = await pseudonyms.key()
    assert (new.month, new.secret == old.secret) == ("2026-02", False)
    assert keys_beside(house.path) == (new,)
    assert [month.month for month in recorded_months(house.path)] == ["2026-01", "2026-02"]


async def test_a_quiet_gateway_has_its_old_key_wiped_by_the_timer(house: House) -> None:
    await house.start(*RECIPIENTS).key()
    assert close_at(house, JANUARY, *RECIPIENTS) == ()
    assert close_at(house, FEBRUARY, *RECIPIENTS) == ("2026-01",)
    assert keys_beside(house.path) == ()


async def test_without_officers_the_key_is_wiped_and_the_record_says_sealed_to_nobody(house: House) -> None:
    pseudonyms = house.start()
    await pseudonyms.key()
    house.now = FEBRUARY
    await pseudonyms.key()
    month, _ = recorded_months(house.path)
    assert (month.recipients, month.sealed) == ((), "")
    assert [key.month for key in keys_beside(house.path)] == ["2026-02"]


async def test_officers_named_later_in_the_month_can_open_it(house: House) -> None:
    key = await house.start().key()
    assert await house.start(*RECIPIENTS).key() == key
    *_, sealed = recorded_months(house.path)
    assert parse_keys(pyrage.decrypt(sealed.sealed.encode(), [OFFICERS[1]]).decode()) == (key,)
    await house.start().key()
    assert len(recorded_months(house.path)) == 2


async def test_a_key_that_a_crash_left_unrecorded_is_sealed_before_it_is_wiped(house: House) -> None:
    lost = load_or_create(house.path, "2025-12")
    await house.start(*RECIPIENTS).key()
    first, _ = recorded_months(house.path)
    assert (first.month, file_of(house.path, "2025-12").exists()) == ("2025-12", False)
    assert parse_keys(pyrage.decrypt(first.sealed.encode(), [OFFICERS[0]]).decode()) == (lost,)


async def test_a_key_that_a_crash_left_unwiped_is_wiped_at_the_next_start(house: House) -> None:
    old = await house.start(*RECIPIENTS).key()
    kept = file_of(house.path, "2026-01").read_bytes()
    house.now = FEBRUARY
    await house.start(*RECIPIENTS).key()
    file_of(house.path, "2026-01").write_bytes(kept)
    file_of(house.path, "2026-01").chmod(0o600)
    await house.start(*RECIPIENTS).key()
    assert [key.month for key in keys_beside(house.path)] == ["2026-02"]
    assert [month.commitment for month in recorded_months(house.path)].count(old.commitment) == 1


async def test_a_key_that_cannot_be_recorded_is_not_given_out(house: House) -> None:
    await house.ledger.close()
    with pytest.raises(LedgerUnavailable):
        await house.start(*RECIPIENTS).key()


async def test_a_key_of_another_machine_is_another_key_of_the_same_month(house: House) -> None:
    first = await house.start().key()
    file_of(house.path, "2026-01").unlink()
    second = await house.start().key()
    assert isinstance(second, MonthKey)
    assert (first.month, first.id == second.id) == (second.month, False)
    assert len(recorded_months(house.path)) == 2
