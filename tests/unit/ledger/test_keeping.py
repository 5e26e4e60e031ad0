from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from gateway.decision import Superfluous
from gateway.ledger import entries, holds, rows
from gateway.ledger.canonical import parse_canonical
from gateway.ledger.erasing import Erasing
from gateway.ledger.errors import LedgerUnavailable, RecordError
from gateway.ledger.keeping import carry_out, plan
from gateway.ledger.place import beside
from gateway.ledger.record import Entry, Leaf, RecordType, draft
from gateway.ledger.transfers import get_transfer, list_transfers
from gateway.ledger.writer import Writer
from tests.support.keeping import (
    DIGEST,
    PROTOCOL,
    SENDER,
    erase,
    fill_at,
    of_protocol,
    raw,
    terms,
    verified,
)
from tests.support.ledger import LOG, NOON, open_ledger, refusal

DAY = timedelta(days=1)
LATER = NOON + 31 * DAY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def long_intent(canary: str, chance: Random) -> Entry:
    sender = canary + "y" * chance.choice((0, 3, 50, 200, 900, 3000, 9000))
    return of_protocol(f"id-of-{canary[6:]}", sender=sender)[0]


def groups(path: Path) -> dict[int, str]:
    """For each record the first letters of the groups that are there."""
    with rows.reading(path) as connection:
        return {row.seq: "".join(name[0] for name, _, _ in row.parts) for row in rows.rows(connection)}


def test_a_group_whose_days_are_over_is_erased_and_the_ledger_is_whole(path: Path) -> None:
    begun, ended = of_protocol("t1")
    fill_at(path, [(begun, NOON), (ended, NOON + timedelta(seconds=1))])
    erase(path, terms(transport=30), LATER)
    assert groups(path) == {0: "ms", 1: "ms", 2: "mst"}
    report = verified(path)
    assert (report.ok, report.size) == (True, 3)


def test_the_erasure_says_which_group_of_which_records_and_why(path: Path) -> None:
    fill_at(path, [(entry, NOON) for name in ("t1", "t2") for entry in of_protocol(name)])
    erase(path, terms(transport=30, subject=10), LATER)
    with rows.reading(path) as connection:
        (one, other) = rows.rows_of_types(connection, RecordType.ERASURE)
    for row, group, days in ((one, "subject", 10), (other, "transport", 30)):
        assert parse_canonical(row.parts[0][2]) == {
            "group": group, "records": [[0, 3]], "days": days,
            "policy": {"protocol": PROTOCOL, "digest": DIGEST},
        }  # fmt: skip


@pytest.mark.parametrize("short", [timedelta(microseconds=1), DAY])
def test_a_group_is_kept_to_its_last_moment(path: Path, short: timedelta) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    assert erase(path, terms(transport=31), LATER - short).erasures == ()
    assert len(erase(path, terms(transport=31), LATER).erasures) == 1


def test_a_second_run_finds_nothing_more(path: Path) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    erase(path, terms(transport=30, subject=30, measures=30), LATER)
    assert erase(path, terms(transport=30, subject=30, measures=30), LATER).erasures == ()
    assert verified(path).ok


def test_the_records_of_one_transfer_and_its_notice_go_together(path: Path) -> None:
    begun, ended = of_protocol("t1")
    told = entries.notice("key", "t1", (Superfluous("health", 1, "body"),))
    fill_at(path, [(begun, NOON), (ended, NOON + 20 * DAY), (told, NOON + 20 * DAY)])
    erase(path, terms(measures=30), LATER)
    assert groups(path) == {0: "st", 1: "st", 2: "st", 3: "mst"}


def test_what_belongs_to_no_protocol_or_to_one_without_policy_now_is_kept(path: Path) -> None:
    other, _ = of_protocol("t1", "ended-protocol")
    fill_at(path, [(other, NOON), (refusal("r1"), NOON)])
    assert erase(path, terms(transport=1, subject=1, measures=1), LATER).erasures == ()


def test_a_record_whose_measures_are_gone_is_still_known_by_its_protocol(path: Path) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    erase(path, terms(measures=10), NOON + 11 * DAY)
    erase(path, terms(measures=10, transport=30), LATER)
    assert groups(path) == {0: "s", 1: "s", 2: "mst", 3: "mst"}
    assert verified(path).ok


def test_a_released_hold_holds_no_longer(path: Path) -> None:
    fill_at(path, [(entry, NOON) for name in ("t1", "t2") for entry in of_protocol(name)])
    fill_at(path, [(holds.on_transfer("hold-1", "t1", "a complaint", "els"), NOON + DAY)])
    erase(path, terms(transport=30), LATER)
    assert groups(path) == {0: "mst", 1: "mst", 2: "ms", 3: "ms", 4: "mst", 5: "mst"}
    fill_at(path, [(holds.release("hold-1", "the complaint was settled", "els"), LATER)])
    erase(path, terms(transport=30), LATER + DAY)
    assert groups(path)[0] == "ms"
    assert verified(path).ok


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [
        (None, None, True),
        (NOON, None, True),
        (None, NOON, False),
        (NOON + DAY, None, False),
        (NOON, LATER, True),
    ],
)
def test_a_hold_on_a_period_holds_what_began_in_it(
    path: Path, since: datetime | None, until: datetime | None, *, kept: bool
) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    fill_at(path, [(holds.on_period("hold-1", since, until, "an inquiry", "els"), NOON + DAY)])
    assert (erase(path, terms(transport=1), LATER).erasures == ()) is kept


def test_a_hold_that_comes_while_erasing_is_worked_out_stops_it(path: Path) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    planned = plan(path, terms(transport=30), LATER)
    fill_at(path, [(holds.on_transfer("hold-1", "t1", "a complaint", "els"), LATER)])
    with closing(Writer(beside(path), node="mx1-erase", log=LOG)) as writer, pytest.raises(LedgerUnavailable):
        carry_out(writer, path, planned, LATER)
    assert groups(path) == {0: "mst", 1: "mst", 2: "mst"}
    assert verified(path).ok


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines", "x" * 201, "bell\a"])
def test_a_hold_needs_a_reason_of_one_line(reason: str) -> None:
    with pytest.raises(RecordError):
        holds.on_transfer("hold-1", "t1", reason, "els")


@pytest.mark.parametrize("seed", range(6))
def test_no_erased_byte_stays_in_the_files(path: Path, seed: int) -> None:
    """Groups of every length, erased here and there, so that rows are moved between pages all the time."""
    chance, live, made = Random(seed), dict[int, str](), 0  # noqa: S311 - which rows go, no secret
    with closing(Writer(beside(path), node="mx1", log=LOG)) as writer:
        for _ in range(10):
            canaries = [f"canary{number:05}" for number in range(made, made + chance.randint(5, 60))]
            made += len(canaries)
            written = [draft(long_intent(canary, chance), NOON) for canary in canaries]
            for leaf, canary in zip(writer.append(written), canaries, strict=True):
                assert isinstance(leaf, Leaf)
                live[leaf.seq] = canary
            gone = {seq: live.pop(seq) for seq in list(live) if chance.random() < 0.3}
            spans = tuple((seq, seq) for seq in gone)
            writer.append([], Erasing((("transport", spans),), lambda: True))
            assert writer.settle()
            stored = raw(path)
            assert [canary for canary in gone.values() if canary.encode() in stored] == []
            assert all(canary.encode() in stored for canary in live.values())


async def test_erasing_goes_on_beside_the_running_gateway(path: Path) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    ledger = open_ledger(path, "mx2")
    erase(path, terms(transport=30), LATER)
    assert SENDER.encode() not in raw(path)
    await ledger.append(refusal("r1"))
    await ledger.close()
    assert verified(path).ok


def test_the_list_says_erased_instead_of_open(path: Path) -> None:
    fill_at(path, [(entry, NOON) for entry in of_protocol("t1")])
    erase(path, terms(transport=30, measures=30), LATER)
    (transfer,) = list_transfers(path)
    assert (transfer.outcome, transfer.erased) == ("erased", ("measures", "transport"))
    assert get_transfer(path, "t1") == transfer
    assert transfer.time == datetime(2026, 1, 31, 12, tzinfo=UTC)
