import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gateway.doctor.ledger import ledger_remarks
from gateway.doctor.machine import clock_remark, disk_remarks, folder_remark, timezone_remarks
from gateway.doctor.mending import WRITABLE_AGAIN
from gateway.doctor.remark import Code, Grade, error, exit_code, ok, warning
from gateway.ledger.keyfile import key_path
from gateway.ledger.place import beside
from gateway.localtime import keep_time_in
from gateway.said import say
from tests.support.ledger import LOG, fill, intent, outcome, tampering

STRANGER = 4_000_000


def test_the_gravest_remark_sets_the_exit_code() -> None:
    text = say("")
    fine, odd, bad = ok(Code.DNS, text), warning(Code.DNS, text, text), error(Code.DNS, text, text)

    assert [exit_code(remarks) for remarks in ((), (fine,), (fine, odd), (bad, odd, fine))] == [0, 0, 1, 2]


def test_a_clock_behind_the_files_it_wrote_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "gateway.yaml").touch()
    files, now = (tmp_path / "gateway.yaml", tmp_path / "absent"), datetime.now(UTC)

    assert clock_remark(now, files).grade is Grade.OK
    assert clock_remark(now - timedelta(hours=1), files).grade is Grade.ERROR


@pytest.mark.parametrize(
    ("machine", "configured", "grades"),
    [
        ("UTC", None, [Grade.WARNING]),
        ("UTC", "Europe/Brussels", []),
        ("Europe/Brussels", None, []),
        ("Europe/London", None, []),
    ],
)
def test_utc_that_nobody_chose_is_warned_of(
    machine: str, configured: str | None, grades: list[Grade]
) -> None:
    undo = keep_time_in(machine)
    try:
        told = list(timezone_remarks(configured))
    finally:
        undo()
    assert [remark.grade for remark in told] == grades


def test_a_ledger_that_is_not_there_yet_is_well_if_its_folder_is(tmp_path: Path) -> None:
    assert [remark.grade for remark in ledger_remarks(beside(tmp_path / "ledger.db"), "mx1", LOG)] == [
        Grade.OK
    ]
    assert folder_remark(tmp_path, os.geteuid()).grade is Grade.OK


def test_a_folder_that_is_not_there_is_made_for_the_user_of_the_gateway(tmp_path: Path) -> None:
    told = folder_remark(tmp_path / "absent", STRANGER)
    assert told.detail == f"{tmp_path}/absent is not there"
    assert told.remedy == f"Run install -d -m 700 -o {STRANGER} -g {STRANGER} {tmp_path}/absent."


def test_a_folder_of_another_is_given_to_the_user_of_the_gateway(tmp_path: Path) -> None:
    told = folder_remark(tmp_path, STRANGER)
    assert told.detail == f"{tmp_path} may not be written by {STRANGER}"
    assert told.remedy == f"Run chown {STRANGER}:{STRANGER} {tmp_path}."
    assert folder_remark(Path(__file__), STRANGER).detail == f"{__file__} is no folder"


def test_a_folder_on_a_disk_that_is_read_only_is_given_to_nobody(read_only: Path) -> None:
    told = folder_remark(read_only, os.geteuid())
    assert told.detail.startswith(f"{read_only} may not be written by ")
    assert told.remedy == WRITABLE_AGAIN


def test_room_on_the_disk_is_looked_at_where_there_is_a_disk(tmp_path: Path) -> None:
    assert [remark.code for remark in disk_remarks(tmp_path)] == [Code.DISK]
    assert list(disk_remarks(tmp_path / "absent")) == []


def test_a_whole_ledger_and_its_key_are_well(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, [intent("one"), outcome("one"), intent("two")])

    remarks = list(ledger_remarks(beside(path), "mx1", LOG))

    assert [(remark.grade, remark.code) for remark in remarks] == [
        (Grade.OK, Code.LEDGER_KEY),
        (Grade.OK, Code.LEDGER),
    ]
    assert remarks[1].detail == "whole; records: 3, transfers without outcome: 1"


def test_a_ledger_that_was_changed_is_an_error_and_names_the_place(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, [intent("one"), outcome("one")])
    with tampering(path) as connection:
        connection.execute("UPDATE record SET t = t + 1 WHERE seq = 1")

    told = list(ledger_remarks(beside(path), "mx1", LOG))[-1]

    assert (told.grade, told.code) == (Grade.ERROR, Code.LEDGER)
    assert told.detail.startswith("record 1, ")
    assert told.remedy.endswith("tell the DPO.")


def test_a_ledger_without_its_key_is_an_error_and_still_verified(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, [intent("one")])
    key_path(path).unlink()

    assert [(remark.grade, remark.code) for remark in ledger_remarks(beside(path), "mx1", LOG)] == [
        (Grade.ERROR, Code.LEDGER_KEY),
        (Grade.OK, Code.LEDGER),
    ]


def test_a_ledger_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, [intent("one")])
    path.write_bytes(b"something else entirely" * 100)

    assert list(ledger_remarks(beside(path), "mx1", LOG))[-1].grade is Grade.ERROR
