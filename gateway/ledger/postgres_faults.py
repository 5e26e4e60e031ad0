"""What goes wrong on PostgreSQL, as the ledger's own errors."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import Final

import psycopg

from gateway.ledger.errors import LedgerUnavailable, StorageDamaged
from gateway.said import Said, said_by, say

# What libpq says of a connection that it could not make; what it adds behind the first line is a question.
_UNCONNECTED: Final = re.compile(
    r'connection failed: connection to server at "([^"]+)"(?: \([^)]+\))?, port (\d+) failed: (.+)'
)
_WHY: Final[Mapping[str, Said]] = MappingProxyType(
    {
        "Connection refused": say("Connection refused"),
        "timeout expired": say("Connection timed out"),
        "SSL error: certificate verify failed": say("its certificate cannot be verified"),
        "server does not support SSL, but SSL was required": say("the server speaks no TLS"),
    }
)
_OTHER_HOST: Final = re.compile(r'server certificate for "(.+)" does not match host name "(.+)"')


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
    if isinstance(ours, Said):
        return ours
    line = (error.diag.message_primary or ours).partition("\n")[0]
    if not (found := _UNCONNECTED.fullmatch(line)):
        return line
    return say("{host}, port {port}: {why}", host=found[1], port=found[2], why=_why(found[3]))


def _why(text: str) -> str:
    if other := _OTHER_HOST.match(text):
        return say("the certificate is of {name} and not of {host}", name=other[1], host=other[2])
    return _WHY.get(text, text)
