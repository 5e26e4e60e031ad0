"""A ZIP that is there in full or not at all, and the same bytes whenever the same is put in.

It is written under another name, for its owner alone, and gets its own name last: never in the place
of a file that is there.
"""

import hashlib
import os
import secrets
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from gateway.ledger.canonical import Json
from gateway.ledger.keyfile import sync_folder

_OWNER_ONLY = 0o600
# The oldest date that the format can express (APPNOTE 4.4.6), and the system whose file modes are meant.
_NO_DATE, _UNIX = (1980, 1, 1, 0, 0, 0), 3


class Archive:
    """A ZIP being written. ``files`` tells of each file added so far its size and SHA-256."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._target = target
        self.files: dict[str, Json] = {}

    def add(self, name: str, chunks: Iterable[bytes]) -> None:
        """Writes one file out of its ``chunks``, one at a time."""
        info = zipfile.ZipInfo(name, _NO_DATE)
        info.create_system, info.external_attr = _UNIX, _OWNER_ONLY << 16
        info.compress_type = zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self._target.open(info, "w", force_zip64=True) as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self.files[name] = {"bytes": size, "sha256": digest.hexdigest()}


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A file of another name beside ``path``, mode 0600, that becomes ``path`` when the block ends well.

    Raises FileExistsError when there is a ``path`` already, before the block or at its end, and OSError.
    Nothing is left behind when anything is raised, KeyboardInterrupt included.
    """
    if path.exists() or path.is_symlink():
        raise FileExistsError(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
        yield draft
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


@contextmanager
def archive(path: Path) -> Iterator[Archive]:
    """An empty ZIP in the existing file ``path``, complete once the block ends."""
    with zipfile.ZipFile(path, "w", allowZip64=True) as target:
        yield Archive(target)
