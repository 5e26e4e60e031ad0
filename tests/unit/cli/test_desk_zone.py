"""Times without an offset are in the installation's zone, for what is read and for what is written."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.reporting import installation, run


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return installation(tmp_path)


def in_zone(config: Path, zone: str) -> None:
    config.write_text(f"{config.read_text('utf-8')}timezone: {zone}\n", "utf-8")


def test_a_list_tells_times_in_the_zone_of_the_configuration(config: Path) -> None:
    in_zone(config, "Europe/Brussels")
    said = run(config, "transfers", "list").output
    assert "2026-03-10 10:30:00 +0100" in said
    assert "2026-04-10 11:30:00 +0200" in said


def test_a_moment_without_an_offset_is_read_in_it(config: Path) -> None:
    in_zone(config, "Asia/Tokyo")
    found = run(config, "transfers", "list", "--from", "2026-04-10T18:31").output
    assert "20260410-ffff" in found
    assert "20260410-eeee" not in found


@pytest.mark.parametrize(
    "ends",
    [
        ("--from", "2026-04-10", "--to", "2026-04-09"),
        ("--to", "2026-04-09", "--from", "2026-04-10"),
        ("--from", "2026-04-10T12:00", "--to", "2026-04-10T11:00"),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(config: Path, ends: tuple[str, ...]) -> None:
    result = run(config, "transfers", "list", *ends)
    assert result.exit_code == 2
    assert "--to is before --from; give the earliest day first" in result.stderr


def test_a_period_of_one_day_is_one(config: Path) -> None:
    assert run(config, "transfers", "list", "--from", "2026-04-10", "--to", "2026-04-10").exit_code == 0


def test_the_process_has_its_own_zone_again_afterwards(config: Path) -> None:
    before = time.tzname, datetime(2026, 1, 1, tzinfo=UTC).astimezone().utcoffset()
    in_zone(config, "Asia/Tokyo")
    run(config, "transfers", "list")
    assert (time.tzname, datetime(2026, 1, 1, tzinfo=UTC).astimezone().utcoffset()) == before


def test_a_zone_that_there_is_not_is_told_with_its_place(config: Path) -> None:
    in_zone(config, "Belgie")
    ended = run(config, "transfers", "list")
    assert ended.exit_code == 2
    assert "is no time zone. Write the name of a place, as Europe/Brussels." in ended.output
