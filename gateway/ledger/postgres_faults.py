"""What goes wrong on PostgreSQL, as the ledger's own errors."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from gateway.ledger.errors import LedgerUnavailable, StorageDamaged


@contextmanager
def faults(done: str) -> Iterator[None]:
    """What the server raises while the ledger is ``done`` (read or written) becomes LedgerUnavailable.

    Only the first line is told: the details that PostgreSQL adds hold the row's values.
    """
    try:
        yield
    except (psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted) as error:
        raise StorageDamaged(f"the ledger cannot be {done}: {_first_line(error)}") from error
    except psycopg.Error as error:
        raise LedgerUnavailable(f"the ledger cannot be {done}: {_first_line(error)}") from None


def _first_line(error: psycopg.Error) -> str:
    return (error.diag.message_primary or str(error)).partition("\n")[0]
