"""What the ledger asks of a database, whichever it is. Implemented in ``sqlite`` and ``postgres``.

Statements are in the SQL that both understand, with ``?`` for a value.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any, Protocol

Value = int | str | bytes


class Cursor(Protocol):
    """The rows of one statement."""

    def fetchone(self) -> Any:
        """The next row, None when there is none."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""

    def __iter__(self) -> Iterator[Any]: ...


class Connection(Protocol):
    """An open connection, to be used inside ``reading``, ``locked`` or ``founding`` alone.

    What its database raises, those turn into LedgerUnavailable.
    """

    def execute(self, statement: str, values: Sequence[Value] = ()) -> Cursor:
        """Runs one statement."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Value]]) -> None:
        """Runs one statement for each of ``rows``, in as few round trips as can be."""

    def together(self) -> AbstractContextManager[object]:
        """What is written inside goes to the database in one round trip, and fails at the end if it does."""

    def stream(self, statement: str, values: Sequence[Value] = ()) -> Iterator[Any]:
        """The rows of a query, of which only some are in memory at a time. Several may be open at once."""

    def is_begun(self) -> bool:
        """Whether the ledger's tables are there."""

    def create_tables(self) -> None:
        """Makes the tables, within the caller's transaction."""

    def set_format(self, number: int) -> None:
        """Says of which version the tables are, within the caller's transaction."""

    def rewrite_parts(self) -> None:
        """Within the caller's transaction, leaves no copy of deleted groups in what is stored, if it can."""

    def format(self) -> int:
        """The version of the tables, 0 for none."""

    def is_as_made(self) -> bool:
        """Whether the tables, indexes, triggers and views are exactly those that ``create_tables`` makes."""

    def damage(self) -> str:
        """What the database itself finds wrong with its storage, empty when nothing."""


class Store(Protocol):
    """A ledger's database as one writing process holds it, under a node name that is its alone.

    A lost connection is opened anew by the next use.
    """

    def founding(self) -> AbstractContextManager[Connection]:
        """A transaction in which no one else makes the tables. Raises LedgerUnavailable."""

    def backed_up(self, number: int, day: date) -> AbstractContextManager[str]:
        """A copy of the whole ledger of format ``number`` as it is, gone again when the block raises.

        For within ``founding``, before anything is changed. Yields where it is; nothing that is there is
        written over. Raises LedgerUnavailable.
        """

    def locked(self) -> AbstractContextManager[Connection]:
        """A transaction in which no one else appends, durable when the block ends without an exception.

        Raises LedgerUnavailable, and CommitUnknown when the commit was sent and no answer came.
        """

    def settle(self) -> bool:
        """Leaves no copy of what was deleted and committed in the database's files.

        False when others keep it in use for too long. Raises LedgerUnavailable.
        """

    def disconnect(self) -> None:
        """Drops the connection after a fault."""

    def close(self) -> None:
        """Drops the connection and gives the node's name free."""
