"""Files for people: there in full or not at all, for their owner alone, never in the place of another."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from gateway.evidence.archive import draft_of
from gateway.ledger.keyfile import sync_folder
from gateway.said import say

_OWNER_ONLY = 0o700


@contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """A file of another name beside ``path``, mode 0600, that becomes ``path`` when the block ends well.

    Raises FileExistsError when there is a ``path`` already, before the block or at its end, and OSError.
    Nothing is left behind when anything is raised, KeyboardInterrupt included.
    """
    with draft_of(path) as draft, draft.open("wb") as file:
        yield file


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """The same for a folder, mode 0700. What is in it is put on disk by ``new_file``."""
    draft = _beside(path)
    draft.mkdir(_OWNER_ONLY)
    try:
        yield draft
        if path.exists():
            raise FileExistsError(say("{file} is there already", file=path))
        draft.rename(path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(path.parent)


def _beside(path: Path) -> Path:
    if path.exists() or path.is_symlink():
        raise FileExistsError(say("{file} is there already", file=path))
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}")
