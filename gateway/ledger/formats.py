"""The formats of the tables: the one that is written, and the steps up to it from each older one. Never back.

A step changes tables alone. What was signed, each record's header and groups, stays byte for byte.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gateway.ledger.connection import Connection
from gateway.ledger.database import FORMAT
from gateway.ledger.errors import LedgerUnavailable
from gateway.said import Said, say


@dataclass(frozen=True, slots=True)
class Formats:
    """What one version of the gateway knows: the format it writes, and by number what leads on from it.

    A step's statements are in the SQL that both databases understand, and lead one number further.
    """

    current: int
    steps: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Migrated:
    """The tables went from one format to another; ``backup`` says where they are as they were before."""

    before: int
    after: int
    backup: str


#: There has been one format so far.
FORMATS = Formats(FORMAT, {})


def steps_from(found: int, formats: Formats = FORMATS) -> tuple[str, ...]:
    """The statements that lead from the format ``found`` to the current one, none when it is the current one.

    Raises LedgerUnavailable for one that is newer, or older than any step.
    """
    if found > formats.current:
        raise LedgerUnavailable(newer(found, formats))
    missing = [number for number in range(found, formats.current) if number not in formats.steps]
    if missing:
        raise LedgerUnavailable(
            say(
                "the ledger has tables of format {found}, from which nothing leads to {current}",
                found=found,
                current=formats.current,
            )
        )
    return tuple(s for number in range(found, formats.current) for s in formats.steps[number])


def migrate(connection: Connection, formats: Formats, backup: str) -> Migrated:
    """Takes the steps to the current format, within the caller's transaction; ``backup`` is there already."""
    before = connection.format()
    for statement in steps_from(before, formats):
        connection.execute(statement)
    connection.set_format(formats.current)
    return Migrated(before, formats.current, backup)


def newer(found: int, formats: Formats = FORMATS) -> Said:
    """What is said of a format that only a newer version of the gateway writes."""
    return say(
        "the ledger has tables of format {found}, and this version knows none after {current}; "
        "install the newer version of the gateway again",
        found=found,
        current=formats.current,
    )
