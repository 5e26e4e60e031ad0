"""The ledger in PostgreSQL: connections, transactions, and what PostgreSQL alone can say.

The tables stand in a schema of their own and are those of SQLite, type for type. The server must be
reached directly: a pooler that hands out its connections by the transaction breaks the node's lock.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from datetime import date
from typing import Any

import psycopg

from gateway.ledger.backup import schema_beside
from gateway.ledger.catalog import differences
from gateway.ledger.connection import Value
from gateway.ledger.database import FORMAT, SCHEMA
from gateway.ledger.dialect import as_postgres, translated
from gateway.ledger.errors import CommitUnknown, LedgerUnavailable, unread, unsaved, unwritten
from gateway.ledger.place import Postgres
from gateway.ledger.postgres_faults import faults
from gateway.said import say

BUSY_SECONDS = 5
NAMESPACE = "ledger"
_FOUNDING = 0x6C6564676572  # "ledger": any number that all nodes know

# Deleted data must not come back by a path, a weaker commit by a default of the role or database, and a
# node that hangs must not hold the others up for longer than it may itself wait for them.
_SETTINGS = {
    "search_path": f"{NAMESPACE},pg_temp",
    "row_security": "off",
    "synchronous_commit": "on",
    "lock_timeout": f"{BUSY_SECONDS}s",
    "idle_in_transaction_session_timeout": "10s",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
_LINK = dict.fromkeys(("keepalives_idle", "keepalives_interval"), "5")
_LINK |= {"keepalives_count": "3", "tcp_user_timeout": "15000"}
_PER_FETCH = 2000


class PostgresConnection:
    """A Connection to a server."""

    __slots__ = ("_streams", "raw")

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self.raw, self._streams = raw, 0

    def execute(self, statement: str, values: Sequence[Value] = ()) -> psycopg.Cursor[Any]:
        """Runs one statement."""
        return self.raw.execute(translated(statement), values)

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for each of ``rows``, all in one round trip."""
        with self.raw.cursor() as cursor:
            cursor.executemany(translated(statement), rows)

    def together(self) -> AbstractContextManager[object]:
        """Sends what is written inside without waiting for each answer."""
        return self.raw.pipeline()

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Any]:
        """The rows of a query, held on the server and fetched some thousands at a time."""
        self._streams += 1
        with self.raw.cursor(f"stream_{self._streams}") as cursor:
            cursor.itersize = _PER_FETCH
            yield from cursor.execute(translated(statement), values)

    def is_begun(self) -> bool:
        """Whether the ledger's tables are there."""
        query = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = ?"
        return self.execute(query, (NAMESPACE,)).fetchone() is not None

    def create_tables(self) -> None:
        """Makes the schema and its tables."""
        self.execute(f"CREATE SCHEMA {NAMESPACE}")
        self.set_format(FORMAT)
        for statement in SCHEMA:
            self.execute(as_postgres(statement))

    def set_format(self, number: int) -> None:
        """Writes the version beside the schema's name."""
        self.execute(f"COMMENT ON SCHEMA {NAMESPACE} IS '{number:d}'")

    def rewrite_parts(self) -> None:
        """Nothing yet: deleted rows stay for those who still see them. ``settle`` does it."""

    def format(self) -> int:
        """The version of the tables, 0 for none."""
        query = "SELECT obj_description(oid, 'pg_namespace') FROM pg_catalog.pg_namespace WHERE nspname = ?"
        found = self.execute(query, (NAMESPACE,)).fetchone()
        return int(found[0]) if found and str(found[0]).isdigit() else 0

    def is_as_made(self) -> bool:
        """Whether the schema holds what the format makes and nothing else."""
        return not differences(self, NAMESPACE)

    def damage(self) -> str:
        """PostgreSQL says what is damaged when it is read, not before."""
        return ""


class PostgresStore:
    """A Store on a server.

    The node's name is an advisory lock of the very session that writes: while it writes it has the
    name, and when the connection is lost both end together.
    """

    __slots__ = ("_connection", "_node", "_place")

    def __init__(self, place: Postgres, node: str) -> None:
        """Takes the name ``node``. Raises LedgerUnavailable."""
        self._place, self._node = place, node
        self._connection: PostgresConnection | None = None
        with faults(unwritten):
            self._connected()

    @contextmanager
    def founding(self) -> Iterator[PostgresConnection]:
        """A transaction for one process at a time. Raises LedgerUnavailable."""
        with self._transaction("SELECT pg_advisory_xact_lock(?)", (_FOUNDING,)) as connection:
            yield connection

    @contextmanager
    def backed_up(self, number: int, day: date) -> Iterator[str]:
        """A schema beside the ledger's with all its rows, made in the caller's transaction."""
        with faults(unsaved):
            copy = schema_beside(self._connected(), NAMESPACE, number, day)
        yield say("the schema {name}", name=copy)

    @contextmanager
    def locked(self) -> Iterator[PostgresConnection]:
        """A transaction that holds the state row, which is read anew once it is held."""
        with self._transaction("SELECT one FROM state FOR UPDATE", ()) as connection:
            yield connection

    @contextmanager
    def _transaction(self, lock: str, values: Sequence[Value]) -> Iterator[PostgresConnection]:
        with faults(unwritten):
            connection = self._connected()
            connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
            try:
                connection.execute(lock, values)
                yield connection
            except BaseException:
                self._roll_back(connection)
                raise
            _commit(connection)

    def _roll_back(self, connection: PostgresConnection) -> None:
        try:
            connection.execute("ROLLBACK")
        except psycopg.Error:
            self.disconnect()

    def settle(self) -> bool:
        """Writes the groups into new files; no other way lets go of the bytes in the old ones."""
        with faults(unwritten):
            connection = self._connected()
            try:
                connection.execute("VACUUM (FULL) part")
            except psycopg.errors.LockNotAvailable:
                return False
        return True

    def disconnect(self) -> None:
        """Drops the connection, and the name with it until the next use."""
        if self._connection is not None:
            with suppress(psycopg.Error):
                self._connection.raw.close()
        self._connection = None

    def close(self) -> None:
        """Drops the connection and gives the node's name free."""
        self.disconnect()

    def _connected(self) -> PostgresConnection:
        if self._connection is not None and self._connection.raw.closed:
            self.disconnect()
        if self._connection is None:
            connection = PostgresConnection(_connect(self._place, "read-write"))
            try:
                _take_name(connection, self._node)
            except BaseException:
                connection.raw.close()
                raise
            self._connection = connection
        return self._connection


@contextmanager
def reading(place: Postgres) -> Iterator[PostgresConnection]:
    """One read-only snapshot. Raises LedgerUnavailable, StorageDamaged when a page cannot be read."""
    with faults(unread), closing(_connect(place, "any")) as raw:
        connection = PostgresConnection(raw)
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        yield connection


def _connect(place: Postgres, session: str) -> psycopg.Connection[Any]:
    mode = "prefer" if place.is_local() else "verify-full"
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    given: dict[str, Any] = dict(place.parameters) | _LINK
    given |= {"sslmode": mode, "gssencmode": "disable", "options": options, "client_encoding": "UTF8"}
    given |= {"connect_timeout": BUSY_SECONDS, "target_session_attrs": session, "application_name": "gateway"}
    connection = psycopg.connect(autocommit=True, **given)
    if connection.info.parameter_status("server_encoding") != "UTF8":
        connection.close()
        raise psycopg.NotSupportedError(say("the database is not encoded in UTF-8"))
    return connection


def _take_name(connection: PostgresConnection, node: str) -> None:
    """Waits a little for a session of a run that is over, which the server may not have noticed yet."""
    digest = hashlib.sha256(f"gateway.ledger.node\0{node}".encode()).digest()
    try:
        connection.execute("SELECT pg_advisory_lock(?)", (int.from_bytes(digest[:8], signed=True),))
    except psycopg.errors.LockNotAvailable:
        raise LedgerUnavailable(
            say("another process writes this ledger under the same node name; stop it first")
        ) from None


def _commit(connection: PostgresConnection) -> None:
    """Raises CommitUnknown when the connection ended before the server answered."""
    try:
        answer = connection.execute("COMMIT").statusmessage
    except psycopg.Error as error:
        if connection.raw.closed:
            raise CommitUnknown(say("the connection ended during the commit")) from error
        raise
    if answer != "COMMIT":
        raise LedgerUnavailable(say("the server rolled the records back"))
