"""One consistent view of the ledger for those who read it, with everything that can go wrong as one error."""

from collections.abc import Iterator
from contextlib import contextmanager

from gateway.ledger import rows
from gateway.ledger.connection import Connection
from gateway.ledger.errors import LedgerUnavailable, TransferNotFound
from gateway.ledger.formats import FORMATS, newer
from gateway.ledger.place import Place
from gateway.said import say


@contextmanager
def snapshot(place: Place) -> Iterator[Connection]:
    """The ledger at ``place`` at one moment. Raises LedgerUnavailable when it does not read as written."""
    try:
        with rows.reading(place) as connection:
            if (found := connection.format()) > FORMATS.current:
                raise LedgerUnavailable(newer(found))  # noqa: TRY301 - it passes the net below
            yield connection
    except (LedgerUnavailable, TransferNotFound):
        raise
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise LedgerUnavailable(say("the ledger does not read as it was written; verify it")) from error
