from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from gateway.config import Config, load
from gateway.doctor.keeping import keeping_remarks, terms_of
from gateway.doctor.remark import Code, Grade
from gateway.ledger.keeping import close_months
from gateway.ledger.month import file_of, load_or_create
from gateway.ledger.writer import Writer
from gateway.policy.book import PolicyBook, load_book
from tests.support.keeping import DIGEST, PROTOCOL, erase, fill_at, of_protocol
from tests.support.ledger import LOG, NOON
from tests.unit.cli.test_retention import CONFIG, POLICY

OFFICER = str(pyrage.x25519.Identity.generate().to_public())
DAY = timedelta(days=1)


@pytest.fixture
def installation(tmp_path: Path) -> Config:
    (tmp_path / "gateway.yaml").write_text(CONFIG.format(path=tmp_path / "ledger.db"))
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "test.yaml").write_text(POLICY)
    return load(tmp_path / "gateway.yaml")


@pytest.fixture
def book(installation: Config) -> PolicyBook:
    return load_book(installation.policies)


def ledger_file(installation: Config) -> Path:
    place = installation.ledger_site.place
    assert isinstance(place, Path)
    return place


def grades(installation: Config, book: PolicyBook, now: datetime) -> dict[str, str]:
    return {remark.code.value: remark.grade.value for remark in keeping_remarks(installation, book, now)}


def begin_month(installation: Config, now: datetime, *recipients: str) -> None:
    """As the gateway does at its start."""
    load_or_create(ledger_file(installation), f"{now:%Y-%m}")
    writer = Writer(installation.ledger_site, node="mx1", log=LOG)
    close_months(writer, installation.ledger_site, recipients, now)
    writer.close()


def test_before_there_is_a_ledger_only_the_officers_are_missed(
    installation: Config, book: PolicyBook
) -> None:
    assert grades(installation, book, NOON) == {"ledger.months": Grade.WARNING}
    assert grades(replace(installation, seal_months_to=(OFFICER,)), book, NOON) == {}


def test_the_terms_are_those_of_the_policies(book: PolicyBook) -> None:
    (terms,) = terms_of(book)
    assert (terms.protocol, terms.digest != DIGEST, terms.days) == (PROTOCOL, True, {"transport": 30})


def test_what_two_nights_left_is_overdue(installation: Config, book: PolicyBook) -> None:
    path = ledger_file(installation)
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    assert grades(installation, book, NOON + 31 * DAY)["ledger.retention"] == Grade.OK
    assert grades(installation, book, NOON + 32 * DAY)["ledger.retention"] == Grade.WARNING
    erase(path, terms_of(book), NOON + 32 * DAY)
    assert grades(installation, book, NOON + 32 * DAY)["ledger.retention"] == Grade.OK


def test_that_everything_is_kept_is_told_where_no_policy_sets_an_end(installation: Config) -> None:
    fill_at(ledger_file(installation), [])
    told = keeping_remarks(installation, PolicyBook(()), NOON)
    (retention,) = [one.detail for one in told if one.code is Code.LEDGER_RETENTION]
    assert retention == "no policy sets retention: everything is kept"


def test_of_policies_that_cannot_be_read_nothing_is_said(installation: Config) -> None:
    fill_at(ledger_file(installation), [])
    told = keeping_remarks(installation, None, NOON)
    (retention,) = [one.detail for one in told if one.code is Code.LEDGER_RETENTION]
    assert retention == "not examined: the policies have a mistake"


def test_that_months_are_sealed_to_nobody_is_warned_of_from_the_start(
    installation: Config, book: PolicyBook
) -> None:
    fill_at(ledger_file(installation), [])
    assert grades(installation, book, NOON)["ledger.months"] == Grade.WARNING
    begin_month(installation, NOON)
    assert grades(installation, book, NOON)["ledger.months"] == Grade.WARNING
    sealed = replace(installation, seal_months_to=(OFFICER,))
    begin_month(sealed, NOON, OFFICER)
    assert grades(sealed, book, NOON)["ledger.months"] == Grade.OK


def test_a_key_that_outlives_its_month_by_two_nights_is_warned_of(
    installation: Config, book: PolicyBook
) -> None:
    sealed = replace(installation, seal_months_to=(OFFICER,))
    begin_month(sealed, NOON, OFFICER)
    for day, grade in ((2, Grade.OK), (3, Grade.WARNING)):
        now = datetime(2026, 2, day, 12, tzinfo=UTC)
        assert grades(sealed, book, now)["ledger.months"] == grade


def test_a_key_that_cannot_be_read_is_told(installation: Config, book: PolicyBook) -> None:
    begin_month(installation, NOON)
    file_of(ledger_file(installation), "2026-01").write_text("no key")
    assert grades(installation, book, NOON)[Code.LEDGER_MONTHS.value] == Grade.ERROR


def test_a_copy_from_before_a_migration_is_told_until_it_is_removed(
    installation: Config, book: PolicyBook
) -> None:
    begin_month(installation, NOON)
    copy = ledger_file(installation).with_name("ledger.db.format1-20261126")
    copy.touch()

    told = [one for one in keeping_remarks(installation, book, NOON) if one.grade is Grade.WARNING]
    assert [one.detail.partition(" ")[0] for one in told if one.code is Code.LEDGER_RETENTION] == [str(copy)]
    copy.unlink()
    assert grades(installation, book, NOON)["ledger.retention"] == "ok"
