"""Whether another user could use a file, read off the bits."""

import os
from pathlib import Path

from gateway.doctor.reach import is_there, may, name_of

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
