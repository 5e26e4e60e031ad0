"""Files for people: there in full or not at all, for their owner alone, never in the place of another."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from gateway.cli.complaint import failure
from gateway.evidence.archive import draft_of
from gateway.ledger.keyfile import sync_folder
from gateway.said import reason_of, say

_OWNER_ONLY = 0o700


def unwritten(path: Path, error: OSError) -> click.exceptions.Exit:
    """What ends a command that ``error`` kept from making ``path``, a file or a folder."""
    if isinstance(error, FileExistsError):
        return failure(say("{file} is there already. Choose another name.", file=path))
    wrong = say(
        "{file} cannot be written: {reason}. Choose another place.", file=path, reason=reason_of(error)
    )
    return failure(wrong)


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
            raise FileExistsError(path)
        draft.rename(path)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    sync_folder(path.parent)


def _beside(path: Path) -> Path:
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    return path.with_name(f".{path.name}.{secrets.token_hex(8)}")
