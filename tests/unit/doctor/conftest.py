import os
from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that everybody may enter, as far as it is ours to say."""
    for one in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        if one.stat().st_uid == os.geteuid() and one != Path("/tmp"):  # noqa: S108 - never that one
            one.chmod(0o755)
    return tmp_path
