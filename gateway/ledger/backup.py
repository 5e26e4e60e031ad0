"""The ledger as it is, once more: for a backup, or before its tables are changed, as a file or a schema."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from glob import escape
from itertools import count
from pathlib import Path

from gateway.ledger.connection import Connection
from gateway.ledger.keyfile import give_to_owner, sync_folder

_MODE = 0o600


def copy_file(source: sqlite3.Connection, copy: Path) -> None:
    """Fills the empty file ``copy`` with what ``source`` sees of a ledger, while others go on writing.

    One file that needs no other beside it. Raises sqlite3.Error.
    """
    with closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()


@contextmanager
def file_beside(path: Path, source: sqlite3.Connection, number: int, day: date) -> Iterator[Path]:
    """What ``source`` sees of the ledger in ``path``, of format ``number``: a new file, its owner's alone.

    It is durable when the block begins, and gone when that raises. Raises OSError and sqlite3.Error.
    """
    copy = _new_beside(path, f"format{number}-{day:%Y%m%d}")
    try:
        with closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        with copy.open("rb") as file:
            os.fsync(file.fileno())
        sync_folder(copy.parent)
        yield copy
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def _new_beside(path: Path, what: str) -> Path:
    """An empty file beside ``path``, named after it and ``what``, with a number when that is taken."""
    names = (path.with_name(f"{path.name}.{what}" + (f"-{n}" if n > 1 else "")) for n in count(1))
    for name in names:
        with suppress(FileExistsError):
            descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
            give_to_owner(descriptor, path.parent)
            os.close(descriptor)
            return name
    raise AssertionError  # the numbers do not end


def files_of(path: Path) -> tuple[str, ...]:
    """The copies that migrations left beside the ledger in ``path``."""
    return tuple(sorted(str(copy) for copy in path.parent.glob(f"{escape(path.name)}.format[0-9]*-[0-9]*")))


def schemas_of(connection: Connection, name: str) -> tuple[str, ...]:
    """The copies that migrations left beside the schema ``name``. For PostgreSQL."""
    query = "SELECT nspname FROM pg_catalog.pg_namespace WHERE nspname LIKE ? ORDER BY nspname"
    return tuple(f"the schema {copy}" for (copy,) in connection.execute(query, (f"{name}\\_format%",)))


def schema_beside(connection: Connection, name: str, number: int, day: date) -> str:
    """A schema with the rows of every table in the schema ``name``, made in the caller's transaction.

    Its name, of format ``number``; a schema that is there is not written over. For PostgreSQL.
    """
    copy = f"{name}_format{number:d}_{day:%Y%m%d}"
    connection.execute("SELECT one FROM state FOR UPDATE")
    connection.execute(f"CREATE SCHEMA {copy}")
    tables = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ?"
    for (table,) in connection.execute(tables, (name,)).fetchall():
        connection.execute(f'CREATE TABLE {copy}."{table}" AS TABLE {name}."{table}"')
    return copy
