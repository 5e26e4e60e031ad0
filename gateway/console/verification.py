"""Verifying the whole ledger beside the pages, and what came of it last."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.report import Report
from gateway.ledger.verify import verify


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification that ended ``at`` found; ``report`` None when the ledger could not be read."""

    at: datetime
    report: Report | None


@dataclass(slots=True)
class Verification:
    """At most one at a time. Reading ``last`` and ``running`` never waits."""

    place: Place
    clock: Callable[[], datetime]
    last: Verified | None = None
    _busy: threading.Lock = field(default_factory=threading.Lock)

    @property
    def running(self) -> bool:
        """Whether one is under way."""
        return self._busy.locked()

    @property
    def found_broken(self) -> bool:
        """Whether the last one read the ledger and found it not whole."""
        return self.last is not None and self.last.report is not None and not self.last.report.ok

    def start(self) -> None:
        """Begins one, unless one is under way."""
        if self._busy.acquire(blocking=False):
            threading.Thread(target=self._run, name="verification", daemon=True).start()

    def _run(self) -> None:
        try:
            self.last = Verified(self.clock(), verify(self.place))
        except LedgerError:
            self.last = Verified(self.clock(), None)
        finally:
            self._busy.release()
