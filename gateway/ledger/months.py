"""The months of a ledger: which keys were recorded, what is still to record, and what is to be wiped.

Every key is recorded before the first pseudonym is made with it, and sealed as soon as there is
somebody to seal it to. Whatever a crash left undone, the next start or the timer does.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gateway.ledger.canonical import Json, parse_canonical
from gateway.ledger.month import MonthKey, keys_beside, load_or_create, month_of, seal, wipe
from gateway.ledger.place import Place, Site
from gateway.ledger.record import Entry, RecordType
from gateway.ledger.rows import Row, rows_of_types
from gateway.ledger.snapshot import snapshot
from gateway.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Month:
    """One record of a month's key: its id, whom it is sealed to, and the age file, empty without any."""

    month: str
    key: str
    commitment: str
    recipients: tuple[str, ...]
    sealed: str


def beside_key(site: Site) -> Path:
    """The name that the files with the months' keys of this node begin with, after its signing key."""
    return site.folder / site.key.name.removesuffix(".key")


def recorded_months(place: Place) -> tuple[Month, ...]:
    """Every record of a month's key, oldest first. Raises LedgerUnavailable."""
    with snapshot(place) as connection:
        return tuple(_months(rows_of_types(connection, RecordType.MONTH)))


def recorded_keys(site: Site, months: Iterable[Month]) -> tuple[MonthKey, ...]:
    """The keys that lie beside the ledger and are recorded among ``months``."""
    known = {month.commitment for month in months}
    return tuple(key for key in keys_beside(beside_key(site)) if key.commitment in known)


def unrecorded(place: Place, keys: tuple[MonthKey, ...], recipients: tuple[str, ...]) -> tuple[Entry, ...]:
    """Records of those of ``keys`` that no record has yet, or none sealed to exactly ``recipients``.

    Without recipients any record of a key will do: what is sealed stays sealed. Raises LedgerUnavailable.
    """
    known = [(month.commitment, frozenset(month.recipients)) for month in recorded_months(place)]
    wanted = frozenset(recipients)
    return tuple(
        _entry(key, recipients)
        for key in keys
        if not any(key.commitment == commitment and (not wanted or wanted == to) for commitment, to in known)
    )


def over(keys: tuple[MonthKey, ...], now: datetime) -> tuple[MonthKey, ...]:
    """Those of ``keys`` whose month is over at ``now``."""
    return tuple(key for key in keys if key.month < month_of(now))


class Pseudonyms:
    """The key of the present month for the running gateway. ``key`` belongs to the event loop."""

    __slots__ = ("_clock", "_key", "_ledger", "_recipients", "_site", "_turning")

    def __init__(
        self, ledger: Ledger, site: Site, recipients: tuple[str, ...], clock: Callable[[], datetime]
    ) -> None:
        self._ledger, self._site, self._recipients, self._clock = ledger, site, recipients, clock
        self._key: MonthKey | None = None
        self._turning = asyncio.Lock()

    async def key(self) -> MonthKey:
        """The recorded key of the month that it is now; in a new month the old key is wiped first.

        Raises LedgerError when it cannot be made, recorded or wiped.
        """
        async with self._turning:
            if self._key is None or self._key.month != month_of(self._clock()):
                self._key = await self._turn()
            return self._key

    async def _turn(self) -> MonthKey:
        now, files = self._clock(), beside_key(self._site)
        key = await asyncio.to_thread(load_or_create, files, month_of(now))
        keys = await asyncio.to_thread(keys_beside, files)
        for entry in await asyncio.to_thread(unrecorded, self._site.place, keys, self._recipients):
            await self._ledger.append(entry)
        for past in over(keys, now):
            await asyncio.to_thread(wipe, files, past)
        return key


def _entry(key: MonthKey, recipients: tuple[str, ...]) -> Entry:
    measures: dict[str, Json] = {"month": key.month, "key": key.id, "commitment": key.commitment}
    measures |= {"recipients": list(recipients), "sealed": seal(key, recipients) if recipients else ""}
    return Entry(RecordType.MONTH, f"month-{key.month}-{key.id}", {}, {}, measures)


def _months(rows: Iterator[Row]) -> Iterator[Month]:
    for row in rows:
        for name, _, body in row.parts:
            value = parse_canonical(body) if name == "measures" else None
            if isinstance(value, Mapping):
                yield Month(
                    str(value["month"]),
                    str(value["key"]),
                    str(value["commitment"]),
                    tuple(map(str, _items(value["recipients"]))),
                    str(value["sealed"]),
                )


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []
