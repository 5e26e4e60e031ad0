"""The figures of a choice of transfers, counted beside the pages when that takes longer than a page may."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gateway.ledger.errors import LedgerError
from gateway.ledger.paging import records_begun
from gateway.ledger.place import Site
from gateway.ledger.transfers import Progress
from gateway.reports.breach import Figures
from gateway.reports.casework import counted, verified
from gateway.reports.selection import Selection

#: Of how many records at most figures are counted while the visitor waits: some tens of milliseconds.
AT_ONCE = 1_000
_AT_A_TIME = 2
_KEPT = 16
_FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is counted: a selection, and with ``integrity`` whether the ledger verifies."""

    selection: Selection
    integrity: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The figures of a ledger of ``size`` records, counted from ``at`` on; ``whole`` is its verification."""

    figures: Figures
    whole: bool
    size: int
    at: datetime


class _Stopped(Exception):
    """The console ends."""


@dataclass(slots=True)
class Count:
    """One choice: ``read`` of ``all`` records while it is ``running``, and what was ``found`` before."""

    found: Found | None = None
    running: bool = False
    failed: bool = False
    read: int = 0
    all: int = 0


@dataclass(slots=True)
class Counts:
    """Two counted at most at a time, none twice, the last sixteen choices kept."""

    site: Site
    clock: Callable[[], datetime]
    _counts: dict[Chosen, Count] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)

    def of(self, chosen: Chosen) -> Count:
        """The count of ``chosen``: made at once when it is short, else begun. Raises LedgerUnavailable."""
        selection, place = chosen.selection, self.site.place
        size = records_begun(place, None, None)
        if _is_short(chosen, size) or (
            not chosen.integrity and records_begun(place, selection.since, selection.until) <= AT_ONCE
        ):
            return Count(self._found(chosen, size, lambda _done, _all: None))
        with self._lock:
            count = self._counts.pop(chosen, None) or Count()
            self._counts[chosen] = count
            if not self._is_fresh(chosen, count, size) and self._has_room():
                count.running, count.failed, count.read, count.all = True, False, 0, size
                threading.Thread(
                    target=self._run, args=(chosen, count, size), name="figures", daemon=True
                ).start()
            idle = [one for one, count in self._counts.items() if not count.running and one != chosen]
            for one in idle[: max(0, len(self._counts) - _KEPT)]:
                del self._counts[one]
        return count

    def stop(self) -> None:
        """Ends what is running soon."""
        self._stop.set()

    def _is_fresh(self, chosen: Chosen, count: Count, size: int) -> bool:
        if count.running or count.found is None:
            return count.running
        changed = chosen.integrity or count.found.size != size
        return not changed or self.clock() - count.found.at < _FRESH

    def _has_room(self) -> bool:
        return not self._stop.is_set() and sum(one.running for one in self._counts.values()) < _AT_A_TIME

    def _run(self, chosen: Chosen, count: Count, size: int) -> None:
        def heard(done: int, every: int) -> None:
            if self._stop.is_set():
                raise _Stopped
            count.read, count.all = done, every

        try:
            count.found = self._found(chosen, size, heard)
        except LedgerError:
            count.found, count.failed = None, True
        except _Stopped:
            pass
        finally:
            count.running = False

    def _found(self, chosen: Chosen, size: int, heard: Progress) -> Found:
        at = self.clock()
        whole = verified(self.site, heard).ok if chosen.integrity else True
        return Found(counted(self.site.place, chosen.selection, whole=whole, progress=heard), whole, size, at)


def _is_short(chosen: Chosen, size: int) -> bool:
    return size <= AT_ONCE or bool(chosen.selection.choice.references)
