"""What a node remembers of the ledger outside the ledger: the last checkpoint it saw, in a file of its own.

A backup of the ledger that is put back agrees with itself; it does not agree with this.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from urllib.parse import quote

from gateway.ledger.checkpoint import Checkpoint, open_note
from gateway.ledger.errors import CheckpointError, LedgerDamaged, LedgerUnavailable
from gateway.ledger.keyfile import give_to_owner, sync_folder
from gateway.ledger.place import Site
from gateway.said import Said, reason_of, said_by, say

_MODE = 0o600


def memory_path(key: Path, node: str, folder: Path) -> Path:
    """The file of ``node`` in ``folder``, named after the signing key: it stays when the database moves."""
    return folder / f"{key.name.removesuffix('.key')}.{quote(node, safe='')}.seen"


def memories(site: Site) -> tuple[tuple[str, Path], ...]:
    """The quoted name and the file of each node with a memory of ``site`` in its folder: the gateway's own,
    and those of its workers and of each command that writes beside it."""
    begin = f"{site.key.name.removesuffix('.key')}."
    files = sorted(site.folder.glob(f"{escape(begin)}*.seen"))
    return tuple((file.name.removeprefix(begin).removesuffix(".seen"), file) for file in files)


class Memory:
    """The checkpoint in one file, as a signed note. Owned by the writer."""

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def recall(self, log: str, public_key: bytes) -> Checkpoint | None:
        """The last checkpoint that was seen, None before there was one.

        Raises LedgerUnavailable when the file cannot be read, and LedgerDamaged when it holds no
        checkpoint that ``log`` signed with ``public_key``.
        """
        try:
            with _faults():
                note = self._path.read_text("utf-8") if self._path.exists() else ""
            # A power cut may leave the file empty: nothing is known then, and nothing contradicted.
            return open_note(note, log, public_key) if note else None
        except (CheckpointError, UnicodeDecodeError) as error:
            raise LedgerDamaged(
                say(
                    "{file} is no checkpoint of this log: {wrong}", file=self._path.name, wrong=said_by(error)
                )
            ) from None

    def keep(self, note: str) -> None:
        """Takes the place of what was kept, whole or not at all. Raises LedgerUnavailable."""
        draft = self._path.with_name(f".{self._path.name}.new")
        with _faults():
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _MODE), "wb") as file:
                give_to_owner(file.fileno(), self._path.parent)
                file.write(note.encode())
            draft.replace(self._path)

    def sync(self) -> None:
        """Makes what was kept survive a power cut. Raises LedgerUnavailable."""
        with _faults():
            descriptor = os.open(self._path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            sync_folder(self._path.parent)


def contradicts(what: Said) -> LedgerDamaged:
    """That the ledger is not the one a node wrote: ``what`` is wrong, and what to do."""
    remedy = say("find out what happened, then see gateway transfers accept-restore")
    return LedgerDamaged(say("{what}; {remedy}", what=what, remedy=remedy))


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerUnavailable(
            say("the node's last checkpoint cannot be kept: {reason}", reason=reason_of(error))
        ) from error
