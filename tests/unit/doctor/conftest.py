import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.disks import read_only_disk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that everybody may enter, as far as it is ours to say."""
    for one in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        if one.stat().st_uid == os.geteuid() and one != Path("/tmp"):  # noqa: S108 - never that one
            one.chmod(0o755)
    return tmp_path


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """A folder that is ours, mounted read-only, with a ledger's file in it."""
    disk = folder / "state"
    disk.mkdir(mode=0o700)
    (disk / "ledger.db").touch(0o600)
    with read_only_disk(disk):
        yield disk
