"""Whose the console's files are after they were written."""

import os
from pathlib import Path

import pytest

from gateway.console.keeping import write_private

NOBODY = 65534
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


def whose(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_uid, found.st_gid, found.st_mode & 0o777


@as_root
def test_root_leaves_a_file_to_whom_it_belonged(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    file.touch()
    os.chown(file, NOBODY, NOBODY)
    write_private(file, b"new")
    assert (file.read_bytes(), whose(file)) == (b"new", (NOBODY, NOBODY, 0o600))


@as_root
def test_root_gives_a_new_file_to_whom_its_folder_belongs(tmp_path: Path) -> None:
    os.chown(tmp_path, NOBODY, NOBODY)
    write_private(tmp_path / "accounts.json", b"new")
    assert whose(tmp_path / "accounts.json") == (NOBODY, NOBODY, 0o600)


def test_what_is_written_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    file.touch(0o644)
    write_private(file, b"new")
    assert whose(file) == (os.geteuid(), os.getegid(), 0o600)
