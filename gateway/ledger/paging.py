"""Paging through the transfers from the latest backward: a page costs the same in a ledger of any length."""

from datetime import datetime

from gateway.ledger import rows
from gateway.ledger.canonical import MAX_INTEGER
from gateway.ledger.database import read_state
from gateway.ledger.place import Place
from gateway.ledger.record import microseconds
from gateway.ledger.snapshot import snapshot
from gateway.ledger.transfers import Transfer, merged

#: Nodes number in the order of their commits, which is that of their clocks but for so many records.
_SLACK = 64


def transfers_before(place: Place, before: int, most: int) -> tuple[tuple[Transfer, ...], int]:
    """Those that began among the ``most`` records before number ``before``, latest first.

    Beside them the number of the first of those records, to go on with: 0 when nothing is before it.
    Raises LedgerUnavailable.
    """
    with snapshot(place) as connection:
        first = max(before - most, 0)
        found = merged(rows.rows_begun(connection, first, before - 1), read_state(connection).log)
        return tuple(sorted(found, key=lambda transfer: -transfer.seq)), first


def number_after(place: Place, until: datetime | None) -> int:
    """The number to page back from: of the end, or behind the last transfer begun before ``until`` (aware).

    Raises LedgerUnavailable.
    """
    with snapshot(place) as connection:
        if until is None:
            return read_state(connection).tree.size
        last = rows.last_begun(connection, microseconds(until))
        return 0 if last is None else min(last + 1 + _SLACK, read_state(connection).tree.size)


def records_begun(place: Place, since: datetime | None, until: datetime | None) -> int:
    """How many records must be read for the transfers begun at ``since`` ≤ time < ``until`` (aware).

    Raises LedgerUnavailable.
    """
    begun = 0 if since is None else microseconds(since)
    end = MAX_INTEGER if until is None else microseconds(until)
    with snapshot(place) as connection:
        if since is None and until is None:
            return read_state(connection).tree.size
        numbers = rows.numbers_begun(connection, begun, end)
        return 0 if numbers is None else numbers[1] + 1 - numbers[0]
