"""What goes wrong on PostgreSQL, as the ledger's own errors."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psycopg

from gateway.ledger.errors import LedgerUnavailable, StorageDamaged
from gateway.said import Said, said_by


@contextmanager
def faults(refused: Callable[[str], Said]) -> Iterator[None]:
    """What the server raises meanwhile becomes LedgerUnavailable, with what ``refused`` says of the reason.

    Only the first line is told: the details that PostgreSQL adds hold the row's values.
    """
    try:
        yield
    except (psycopg.errors.DataCorrupted, psycopg.errors.IndexCorrupted) as error:
        raise StorageDamaged(refused(_first_line(error))) from error
    except psycopg.Error as error:
        raise LedgerUnavailable(refused(_first_line(error))) from None


def _first_line(error: psycopg.Error) -> str:
    ours = said_by(error)
    return ours if isinstance(ours, Said) else (error.diag.message_primary or ours).partition("\n")[0]
