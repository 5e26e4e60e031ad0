"""When a checkpoint is to be laid down again. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

_RETRY = timedelta(minutes=15)
#: How much later than it should be an anchor counts as stale.
_GRACE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """``every``: between two anchors while something is recorded; ``heartbeat``: although nothing is."""

    every: timedelta
    heartbeat: timedelta

    def due(self, last: datetime | None, tried: datetime | None, now: datetime, *, active: bool) -> bool:
        """Whether an anchor is due at ``now``, the ``last`` being held since then.

        ``active`` says whether anything but anchors was recorded since. What was ``tried`` in vain waits a
        quarter of an hour, or ``every`` when that is shorter.
        """
        if tried is not None and now - tried < min(_RETRY, self.every):
            return False
        if last is None:
            return active
        return now - last >= (min(self.every, self.heartbeat) if active else self.heartbeat)

    def stale(self, last: datetime, oldest: datetime | None, now: datetime) -> bool:
        """Whether, at ``now``, an anchor should long be there.

        ``oldest`` is when the first record that no anchor holds was written, None without one.
        """
        waits = oldest is not None and now - max(oldest, last) >= self.every + _GRACE
        return waits or now - last >= self.heartbeat + _GRACE
