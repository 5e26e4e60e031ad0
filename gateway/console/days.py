"""Transfers per day, counted beside the pages: a page never waits for a month to be read.

A day that is over long enough hardly changes, so only the last days are read again and again.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from gateway.ledger.anchors import Anchor, Tail, held
from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.stores import is_begun
from gateway.ledger.transfers import each_transfer
from gateway.reports.tally import Tally

SHOWN = 30
_AGAIN = 2
_SECONDS, _SECONDS_WHOLE = 20.0, 3600.0


@dataclass(frozen=True, slots=True)
class Counted:
    """A tally for each of the last days, oldest first, and what no anchor holds; None before it is counted.

    ``failed`` when the ledger could not be read ``at`` that moment, and what is told is older.
    """

    days: Mapping[date, Tally] | None
    tail: Tail | None
    anchors: tuple[Anchor, ...]
    at: datetime | None
    failed: bool = False


@dataclass(slots=True)
class Days:
    """Counts in a thread of its own from ``start`` to ``stop``. Reading ``counted`` never waits.

    Counts every 20 seconds, and at once after ``soon``.
    """

    place: Place
    clock: Callable[[], datetime]
    counted: Counted = Counted(None, None, (), None)
    _ended: bool = False
    _wake: threading.Event = field(default_factory=threading.Event)
    _whole: datetime | None = None

    def start(self) -> None:
        """Begins to count."""
        threading.Thread(target=self._run, name="days", daemon=True).start()

    def stop(self) -> None:
        """Ends soon."""
        self._ended = True
        self._wake.set()

    def soon(self) -> None:
        """Has it counted again: something was recorded here."""
        self._wake.set()

    def count(self) -> None:
        """Counts now: all days when an hour went by, else the last ones. Never raises LedgerError."""
        now = self.clock()
        known = self.counted.days
        today = now.astimezone().date()
        fresh_enough = self._whole is not None and (now - self._whole).total_seconds() < _SECONDS_WHOLE
        back = _AGAIN if known is not None and fresh_enough and today in known else SHOWN
        fresh = {today - timedelta(days=ago): Tally() for ago in range(back - 1, -1, -1)}
        try:
            anchors, tail = self._read(min(fresh), fresh)
        except LedgerError:
            self.counted = replace(self.counted, at=now, failed=True)
            return
        self._whole = now if back == SHOWN else self._whole
        days = {**(known if known and back != SHOWN else {}), **fresh}
        self.counted = Counted(days, tail, anchors, now)

    def _read(self, first: date, fresh: Mapping[date, Tally]) -> tuple[tuple[Anchor, ...], Tail]:
        if not is_begun(self.place):
            return (), Tail(0, 0, 0, None)
        since = datetime(first.year, first.month, first.day).astimezone()
        for transfer in each_transfer(self.place, since=since):
            if (tally := fresh.get(transfer.time.astimezone().date())) is not None:
                tally.add(transfer)
        return held(self.place)

    def _run(self) -> None:
        while not self._ended:
            self.count()
            self._wake.wait(_SECONDS)
            # Ahead of the next look and count: a wake that comes meanwhile is not lost.
            self._wake.clear()
