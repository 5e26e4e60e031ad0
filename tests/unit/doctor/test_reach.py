"""Whether another user could use a file, read off the bits."""

import os
from pathlib import Path

import pytest

from gateway.doctor.reach import is_read_only, is_there, may, name_of

STRANGER = 4_000_000


def test_a_file_of_ours_alone_is_nobody_elses(folder: Path) -> None:
    file = folder / "key"
    file.touch(0o600)
    assert may(os.geteuid(), file, os.R_OK)
    assert not may(STRANGER, file, os.R_OK)
    file.chmod(0o644)
    assert may(STRANGER, file, os.R_OK)
    assert not may(STRANGER, file, os.W_OK)


def test_a_file_in_a_folder_that_is_closed_cannot_be_read(folder: Path) -> None:
    file = folder / "closed" / "key"
    file.parent.mkdir(0o700)
    file.touch(0o644)
    assert not may(STRANGER, file, os.R_OK)


def test_what_is_not_there_is_nobodys(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "absent" / "key")
    assert not may(STRANGER, tmp_path / "absent", os.R_OK)


def test_a_user_without_a_name_goes_by_its_number() -> None:
    assert (name_of(0), name_of(STRANGER)) == ("root", str(STRANGER))


def test_nobody_writes_on_a_disk_that_is_read_only(read_only: Path) -> None:
    owner = read_only.stat().st_uid
    assert is_read_only(read_only / "ledger.db")
    assert may(owner, read_only, os.R_OK)
    assert not may(owner, read_only, os.W_OK)


def test_another_user_writes_no_file_of_a_disk_that_is_read_only_though_its_bits_let_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "ledger.db"
    file.touch()
    file.chmod(0o666)
    assert may(STRANGER, file, os.W_OK)
    monkeypatch.setattr("gateway.doctor.reach.is_read_only", lambda _: True)
    assert may(STRANGER, file, os.R_OK)
    assert not may(STRANGER, file, os.W_OK)


def test_what_is_not_there_lies_on_no_disk(tmp_path: Path) -> None:
    assert not is_read_only(tmp_path)
    assert not is_read_only(tmp_path / "absent")
