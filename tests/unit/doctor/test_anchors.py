"""What ``gateway check`` says of anchors, of the tail, of unknown outcomes and of the clock."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.config_anchors import Anchors, Timestamp, WitnessServer
from gateway.doctor.anchors import anchor_remarks
from gateway.doctor.ledger import unknown_remarks
from gateway.doctor.remark import Code, Grade, Remark
from gateway.ledger.anchors import mail_held, time_stamped
from gateway.ledger.cosignature import Witness
from gateway.ledger.record import Entry, Outcome
from gateway.ledger.transfers import latest_checkpoint
from tests.support.ledger import NOON, fill, intent, outcome
from tests.support.tsa import authority, openssl

HOUR = timedelta(hours=1)
MAIL = Anchors(mail=True)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    fill(tmp_path / "ledger.db", [intent("t1"), outcome("t1", Outcome.UNKNOWN)])
    return tmp_path / "ledger.db"


def told(remarks: Iterable[Remark]) -> list[tuple[Grade, Code]]:
    return [(remark.grade, remark.code) for remark in remarks]


def anchored(ledger: Path, *, taken: int = 2, more: list[Entry] | None = None) -> None:
    fill(ledger, [mail_held(latest_checkpoint(ledger), taken=taken, asked=2)])
    fill(ledger, more or [])


def test_without_any_configured_the_tail_is_stated_with_what_to_do(ledger: Path) -> None:
    [remark] = anchor_remarks(ledger, Anchors(), NOON + 50 * HOUR)
    assert (remark.grade, remark.code) == (Grade.OK, Code.LEDGER_TAIL)
    assert remark.detail.startswith(
        "2 records, the oldest of 2 days ago, are in no anchor. Configure anchors"
    )


def test_an_empty_ledger_without_any_configured_boasts_of_none(tmp_path: Path) -> None:
    fill(tmp_path / "new.db", [])
    [remark] = anchor_remarks(tmp_path / "new.db", Anchors(), NOON)
    assert remark.detail.startswith("there is no record yet that an anchor could hold. Configure anchors")


def test_a_first_anchor_is_awaited_and_then_missed(ledger: Path) -> None:
    ways = Anchors(
        timestamp=Timestamp("http://tsa.example", Path("ca.crt")),
        witnesses=(WitnessServer("http://witness.example", Witness("w", bytes(32))),),
    )
    early, late = (list(anchor_remarks(ledger, ways, NOON + passed)) for passed in (HOUR, 2 * HOUR))
    assert [grade for grade, _ in told(early)] == [Grade.WARNING, Grade.WARNING, Grade.OK]
    assert [grade for grade, _ in told(late)] == [Grade.ERROR, Grade.ERROR, Grade.OK]


def test_an_anchor_is_well_until_it_should_hold_more(ledger: Path) -> None:
    anchored(ledger)
    assert told(anchor_remarks(ledger, MAIL, NOON + 24 * HOUR))[0] == (Grade.OK, Code.LEDGER_ANCHOR)
    assert told(anchor_remarks(ledger, MAIL, NOON + 25 * HOUR))[0] == (Grade.ERROR, Code.LEDGER_ANCHOR)
    anchored(ledger, more=[intent("t2")])
    first, tail = anchor_remarks(ledger, MAIL, NOON + HOUR)
    assert (first.grade, tail.detail) == (Grade.OK, "1 records, the oldest of one hour ago, are in no anchor")
    assert told(anchor_remarks(ledger, MAIL, NOON + 2 * HOUR))[0] == (Grade.ERROR, Code.LEDGER_ANCHOR)


def test_with_everything_anchored_there_is_no_tail(ledger: Path) -> None:
    anchored(ledger)
    assert "every one of" in list(anchor_remarks(ledger, MAIL, NOON))[-1].detail


def test_an_officer_who_is_not_reached_is_a_warning(ledger: Path) -> None:
    anchored(ledger, taken=1)
    assert told(anchor_remarks(ledger, MAIL, NOON))[0] == (Grade.WARNING, Code.LEDGER_ANCHOR)


def test_clocks_that_were_apart_are_an_error(ledger: Path, tmp_path: Path) -> None:
    with authority(tmp_path / "tsa") as tsa:
        (tmp_path / "note").write_text(latest_checkpoint(ledger))
        query = tmp_path / "tsa" / "made.tsq"
        openssl("ts", "-query", "-data", tmp_path / "note", "-sha256", "-cert", "-out", query)
        _, _, response = tsa.answer("", query.read_bytes())
        wanted = Anchors(timestamp=Timestamp(tsa.url, tsa.ca))
        fill(ledger, [time_stamped(latest_checkpoint(ledger), tsa.url, response)])
    assert (Grade.ERROR, Code.CLOCK) in told(anchor_remarks(ledger, wanted, datetime.now(UTC)))


def test_a_time_stamp_that_cannot_be_read_is_an_error(ledger: Path) -> None:
    wanted = Anchors(timestamp=Timestamp("http://tsa.example", Path("ca.crt")))
    fill(ledger, [time_stamped(latest_checkpoint(ledger), "http://tsa.example", b"none")])
    assert told(anchor_remarks(ledger, wanted, NOON))[:2] == [
        (Grade.OK, Code.LEDGER_ANCHOR), (Grade.ERROR, Code.LEDGER_ANCHOR)
    ]  # fmt: skip


def test_a_ledger_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "ledger.db").write_bytes(b"no database at all, and long enough to be looked at" * 100)
    assert told(anchor_remarks(tmp_path / "ledger.db", MAIL, NOON)) == [(Grade.ERROR, Code.LEDGER_ANCHOR)]
    assert told(unknown_remarks(tmp_path / "ledger.db", NOON)) == []


def test_unknown_outcomes_are_named_for_a_week(ledger: Path) -> None:
    [remark] = unknown_remarks(ledger, NOON + 160 * HOUR)
    assert (remark.grade, remark.code) == (Grade.WARNING, Code.LEDGER_UNKNOWN)
    assert remark.detail == "unknown transfers in the last 7 days: 1; latest t1"
    assert list(unknown_remarks(ledger, NOON + 170 * HOUR)) == []
