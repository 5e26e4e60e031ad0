"""Locks on files, which the kernel takes back when the process that holds them ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from urllib.parse import quote

from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.keyfile import give_to_owner
from gateway.said import say

_MODE = 0o600


@contextmanager
def waiting(path: Path) -> Iterator[None]:
    """Holds the file ``path`` for this process alone, waiting for whoever has it."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lock_node(path: Path, node: str) -> int:
    """A descriptor that keeps ``node``'s name taken in the ledger ``path`` until it is closed.

    Raises LedgerUnavailable when another process has the name, and OSError.
    """
    return lock(path.with_name(f"{path.name}.{quote(node, safe='')}.lock"))


def node_locks(path: Path) -> tuple[Path, ...]:
    """The lock files of every node that ever wrote the ledger ``path``."""
    return tuple(path.parent.glob(f"{escape(path.name)}.*.lock"))


def lock(name: Path) -> int:
    """A descriptor that holds the file ``name``, made when it is not there. Raises as ``lock_node``."""
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT, _MODE)
    try:
        give_to_owner(descriptor, name.parent)
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise LedgerUnavailable(
            say("another process writes this ledger under the same node name; stop it first")
        ) from None
    return descriptor
