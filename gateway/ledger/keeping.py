"""Keeping no longer than allowed: what retention lets go is erased, and the keys of months that are over.

Erasures are recorded in the transaction that erases. Afterwards the write-ahead log is emptied, so
that no copy of what was erased stays in the ledger's files.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from gateway.ledger import erasure
from gateway.ledger.erasing import Erasing
from gateway.ledger.erasure import Erasure, erasures
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.holds import Hold, standing, standing_holds
from gateway.ledger.month import keys_beside, wipe
from gateway.ledger.months import beside_key, over, unrecorded
from gateway.ledger.place import Place, Site
from gateway.ledger.record import Entry, Leaf, RecordType, draft
from gateway.ledger.retention import Terms, due
from gateway.ledger.rows import rows, rows_of_types
from gateway.ledger.snapshot import snapshot
from gateway.ledger.stores import is_begun
from gateway.ledger.writer import Writer
from gateway.said import say


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be erased, worked out with these ``holds``."""

    erasures: tuple[Erasure, ...]
    holds: tuple[Hold, ...]


def new_name(kind: RecordType) -> str:
    """An id for a record that is about no transfer."""
    return f"{kind}-{secrets.token_hex(8)}"


@contextmanager
def writing_beside(site: Site, node: str, log: str) -> Iterator[Writer]:
    """A writer of the ledger that is there, beside the running gateway: ``node`` is a name of its own.

    Raises LedgerError, also when there is no ledger.
    """
    if not is_begun(site.place):
        raise LedgerUnavailable(say("there is no ledger yet"))
    with closing(Writer(site, node=node, log=log)) as writer:
        yield writer


def plan(place: Place, terms: Iterable[Terms], now: datetime) -> Plan:
    """What ``terms`` let go of the ledger at ``now``. Raises LedgerUnavailable. Changes nothing."""
    with snapshot(place) as connection:
        holds = standing(rows_of_types(connection, RecordType.HOLD, RecordType.RELEASE))
        earlier = erasures(rows_of_types(connection, RecordType.ERASURE))
        return Plan(due(rows(connection), terms, holds, earlier, now), holds)


def carry_out(writer: Writer, place: Place, planned: Plan, now: datetime) -> None:
    """Erases what is ``planned``, all of it or nothing. Raises LedgerError, also when the holds changed.

    On SQLite all groups are written anew in the one transaction, during which nobody else can write:
    about a second for a hundred thousand records.
    """
    if not planned.erasures:
        return
    drafts = [draft(erasure.entry(one, new_name(RecordType.ERASURE)), now) for one in planned.erasures]
    groups = tuple((one.group, one.of.spans) for one in planned.erasures)
    _raise_first(writer.append(drafts, Erasing(groups, partial(_unchanged, place, planned.holds))))


def months_over(site: Site, now: datetime) -> tuple[str, ...]:
    """Of which months ``close_months`` would wipe the key. Raises KeyFileError. Changes nothing."""
    return tuple(key.month for key in over(keys_beside(beside_key(site)), now))


def close_months(writer: Writer, site: Site, recipients: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    """Records what keys are not recorded yet, and wipes those of months that are over: which those were.

    A key that nobody is there to open is wiped unsealed: what lies in a stolen file can then be found
    by nobody. Raises LedgerError.
    """
    keys = keys_beside(beside_key(site))
    record(writer, unrecorded(site.place, keys, recipients), now)
    past = over(keys, now)
    for key in past:
        wipe(beside_key(site), key)
    return tuple(key.month for key in past)


def record(writer: Writer, entries: Iterable[Entry], now: datetime) -> None:
    """Makes every one of ``entries`` durable. Raises LedgerError when one of them is not."""
    _raise_first(writer.append([draft(entry, now) for entry in entries]))


def _raise_first(results: Iterable[Leaf | Exception]) -> None:
    """Raises the first exception among ``results``."""
    for result in results:
        if isinstance(result, Exception):
            raise result


def _unchanged(place: Place, holds: tuple[Hold, ...]) -> bool:
    return standing_holds(place) == holds
