"""Which of the two databases: the one place that asks where a ledger is.

PostgreSQL's library takes six MiB, so it is loaded only for a ledger that is there.
"""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import assert_never

from gateway.ledger import sqlite
from gateway.ledger.backup import files_of, schemas_of
from gateway.ledger.connection import Connection, Store
from gateway.ledger.errors import LedgerUnavailable, unread
from gateway.ledger.place import Place, Postgres
from gateway.said import reason_of


def open_store(place: Place, *, node: str, key: Path) -> Store:
    """The database at ``place`` for one that writes under the name ``node``. Raises LedgerUnavailable."""
    match place:
        case Path():
            return sqlite.SqliteStore(place, node, key)
        case Postgres():
            from gateway.ledger import postgres  # noqa: PLC0415

            return postgres.PostgresStore(place, node)
        case _:
            assert_never(place)


def is_begun(place: Place) -> bool:
    """Whether anything is at ``place`` that may be a ledger. Raises LedgerUnavailable."""
    match place:
        case Path():
            return _is_filled(place)
        case Postgres():
            from gateway.ledger import postgres  # noqa: PLC0415

            with postgres.reading(place) as connection:
                return connection.is_begun()
        case _:
            assert_never(place)


def _is_filled(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise LedgerUnavailable(unread(reason_of(error))) from None


def copies(place: Place) -> tuple[str, ...]:
    """Where the ledger at ``place`` lies as it was before a migration. Raises LedgerUnavailable."""
    match place:
        case Path():
            return files_of(place)
        case Postgres():
            from gateway.ledger import postgres  # noqa: PLC0415

            with postgres.reading(place) as connection:
                return schemas_of(connection, postgres.NAMESPACE)
        case _:
            assert_never(place)


def reading(place: Place) -> AbstractContextManager[Connection]:
    """One read-only snapshot of the database at ``place``.

    Raises LedgerUnavailable when it cannot be read, StorageDamaged when its own structure is broken.
    """
    match place:
        case Path():
            return sqlite.reading(place)
        case Postgres():
            from gateway.ledger import postgres  # noqa: PLC0415

            return postgres.reading(place)
        case _:
            assert_never(place)
