"""Folders as they are on a disk that the kernel made read-only."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def read_only_disk(folder: Path) -> Iterator[None]:
    """``folder``, with what is in it, mounted read-only; skips the test where this user may not mount."""
    mount = shutil.which("mount") or "false"
    done = subprocess.run((mount, "--bind", "-o", "ro", folder, folder), capture_output=True, check=False)
    if done.returncode != 0:
        pytest.skip("this user may not mount")
    try:
        yield
    finally:
        subprocess.run(("umount", "--lazy", folder), check=True)
