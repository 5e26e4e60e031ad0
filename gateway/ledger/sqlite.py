"""The ledger in a SQLite file: connections, transactions, and what SQLite alone can say.

In WAL mode a reader neither waits for the writer nor makes it wait.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from gateway.ledger.backup import copy_file, file_beside
from gateway.ledger.connection import Value
from gateway.ledger.database import FORMAT, SCHEMA
from gateway.ledger.errors import unread, unsaved, unwritten
from gateway.ledger.filelock import lock_node, waiting
from gateway.ledger.keyfile import sync_folder
from gateway.ledger.sqlite_faults import faults

BUSY_SECONDS = 5.0
_LEDGER_MODE = 0o640
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "temp_store = MEMORY",
)

Identity = tuple[tuple[int, int], ...]


class SqliteConnection:
    """A Connection to a file."""

    __slots__ = ("raw",)

    def __init__(self, raw: sqlite3.Connection) -> None:
        self.raw = raw

    def execute(self, statement: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Runs one statement."""
        return self.raw.execute(statement, values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for each of ``rows``."""
        self.raw.executemany(statement, rows)

    def together(self) -> AbstractContextManager[object]:
        """Nothing to do: there is no way to travel."""
        return nullcontext()

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Any]:
        """The rows of a query; SQLite makes them one by one."""
        return iter(self.raw.execute(statement, values))

    def is_begun(self) -> bool:
        """Whether the ledger's tables are there."""
        return self.raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'state'").fetchone() is not None

    def create_tables(self) -> None:
        """Makes the tables."""
        for statement in SCHEMA:
            self.raw.execute(statement)
        self.set_format(FORMAT)

    def set_format(self, number: int) -> None:
        """Writes the version into the file's header."""
        self.raw.execute(f"PRAGMA user_version = {number:d}")

    def rewrite_parts(self) -> None:
        """Takes every group out and puts it back, so that no page holds what was deleted.

        ``secure_delete`` blanks deleted rows and freed pages, but not what moving rows between pages
        left in the gaps of a page that stays. Taking all rows out at once frees every page.
        """
        self.raw.execute("CREATE TEMP TABLE kept AS SELECT * FROM main.part ORDER BY seq, name")
        self.raw.execute("DELETE FROM main.part")
        self.raw.execute("INSERT INTO main.part SELECT * FROM temp.kept ORDER BY rowid")
        self.raw.execute("DROP TABLE temp.kept")

    def format(self) -> int:
        """The version of the tables, 0 for none."""
        return int(self.raw.execute("PRAGMA user_version").fetchone()[0])

    def is_as_made(self) -> bool:
        """Whether SQLite holds the very statements of the format and no others, in whatever order."""
        rows = self.raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")
        return sorted(sql for (sql,) in rows) == sorted(SCHEMA)

    def damage(self) -> str:
        """What SQLite finds wrong with the file's structure."""
        found = str(self.raw.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return "" if found == "ok" else found


class SqliteStore:
    """A Store in a file. A lock file keeps the node's name taken until it is closed or the process ends."""

    __slots__ = ("_connection", "_files", "_key", "_lock", "_path")

    def __init__(self, path: Path, node: str, key: Path) -> None:
        """``key`` is the file of the signing key, which is there. Raises LedgerUnavailable."""
        self._path, self._key = path, key
        self._connection: SqliteConnection | None = None
        self._files: Identity = ()
        with faults(unwritten):
            self._lock = lock_node(path, node)

    @contextmanager
    def founding(self) -> Iterator[SqliteConnection]:
        """A transaction on the file, made first when nothing is there, for one process at a time."""
        with faults(unwritten), waiting(self._key):
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, _LEDGER_MODE))
            sync_folder(self._path.parent)
            with self.locked() as connection:
                yield connection

    @contextmanager
    def backed_up(self, number: int, day: date) -> Iterator[str]:
        """A file beside the ledger's, its owner's alone, that bears ``number`` and ``day`` in its name."""
        with faults(unsaved), ExitStack() as ends:
            source = ends.enter_context(closing(_open(self._path)))
            yield str(ends.enter_context(file_beside(self._path, source, number, day)))

    @contextmanager
    def locked(self) -> Iterator[SqliteConnection]:
        """``BEGIN IMMEDIATE`` … ``COMMIT``, or ``ROLLBACK`` when anything is raised."""
        with faults(unwritten):
            connection = self._connected()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.raw.in_transaction:
                    connection.execute("ROLLBACK")

    def settle(self) -> bool:
        """Moves the WAL into the file and cuts it to nothing."""
        with faults(unwritten):
            busy, _, _ = self._connected().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy

    def disconnect(self) -> None:
        """Drops the connection."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.raw.close()
        self._connection = None

    def close(self) -> None:
        """Closes the file and gives the node's name free."""
        self.disconnect()
        os.close(self._lock)

    def _connected(self) -> SqliteConnection:
        """The connection to the files that bear the ledger's name now; what unlinked ones take is lost."""
        if self._connection is not None and self._files != _identity(self._path):
            self.disconnect()
        if self._connection is None:
            self._connection = SqliteConnection(connect_writer(self._path))
            self._files = _identity(self._path)
        return self._connection


def back_up(path: Path, copy: Path) -> None:
    """Fills the empty file ``copy`` with the ledger in ``path``. Raises LedgerUnavailable."""
    with faults(unsaved), closing(_open(path)) as source:
        copy_file(source, copy)


@contextmanager
def reading(path: Path) -> Iterator[SqliteConnection]:
    """One read-only snapshot of the file. Raises LedgerUnavailable, StorageDamaged for a broken file."""
    with faults(unread), ExitStack() as ends:
        raw = _open(path)
        ends.callback(raw.close)
        # A tampered text that is no UTF-8 must still be read, to be told apart from what was recorded.
        raw.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
        raw.execute("BEGIN")
        yield SqliteConnection(raw)


def connect_writer(path: Path) -> sqlite3.Connection:
    """A connection to the existing file that commits durably: every commit is an fsync of the WAL."""
    connection = _connect(path, "rw")
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()
        connection.execute("SELECT count(*) FROM sqlite_schema").close()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection without implicit transactions. ``mode`` is SQLite's ``rw`` or ``ro``."""
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _open(path: Path) -> sqlite3.Connection:
    with ExitStack() as undo:
        connection = _connect(path, "ro")
        undo.callback(connection.close)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").close()
        except sqlite3.OperationalError:
            # Without a writer there is no WAL, and who may not write in the folder cannot make one.
            if path.with_name(f"{path.name}-wal").exists() or not path.exists():
                raise
            return _connect(path, "ro&immutable=1")
        finally:
            _give_to_owner(path)
        undo.pop_all()
    return connection


def _give_to_owner(path: Path) -> None:
    """What root makes by reading ``path``, a file of root's, goes to the folder's owner, who is to write it.

    SQLite gives it to the owner of the file itself, at each opening: to root, when root put a backup back.
    """
    with suppress(FileNotFoundError):
        # On a disk that is read-only nothing is made, and nothing can be given.
        if os.geteuid() == 0 == path.stat().st_uid and not os.statvfs(path).f_flag & os.ST_RDONLY:
            folder = path.parent.stat()
            for end in ("-wal", "-shm"):
                # By name: to open and close the file would end the locks that SQLite holds on it.
                beside = path.with_name(f"{path.name}{end}")
                os.chown(beside, folder.st_uid, folder.st_gid, follow_symlinks=False)


def _identity(path: Path) -> Identity:
    """Which files bear the names of the ledger and its WAL. Raises OSError when one is gone."""
    found = (path.stat(), path.with_name(f"{path.name}-wal").stat())
    return tuple((stat.st_dev, stat.st_ino) for stat in found)
