"""What goes wrong on SQLite, as the ledger's own errors."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gateway.ledger.errors import LedgerUnavailable, StorageDamaged
from gateway.said import Said, reason_of, say

#: What SQLite says day by day, in its own words.
_USUAL = (
    say("unable to open database file"),
    say("database is locked"),
    say("database disk image is malformed"),
    say("file is not a database"),
    say("attempt to write a readonly database"),
    say("database or disk is full"),
    say("disk I/O error"),
)


@contextmanager
def faults(refused: Callable[[str], Said]) -> Iterator[None]:
    """What disk and file raise becomes LedgerUnavailable, with what ``refused`` says of the reason."""
    try:
        yield
    except sqlite3.Error as error:
        kind = StorageDamaged if _is_damage(error) else LedgerUnavailable
        raise kind(refused(_reason(error))) from error
    except OSError as error:
        raise LedgerUnavailable(refused(reason_of(error))) from error


def _reason(error: sqlite3.Error) -> str:
    """What SQLite says; the usual reasons can be told in any language."""
    said = str(error)
    return next((usual for usual in _USUAL if usual == said), said)


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT
