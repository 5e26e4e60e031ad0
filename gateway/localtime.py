"""The time zone in which people read and write times: the installation's, else the machine's."""

import os
import time
from collections.abc import Callable


def keep_time_in(zone: str) -> Callable[[], None]:
    """From now on local time is that of ``zone`` (an IANA name) in this process; what undoes that."""
    before = os.environ.get("TZ")
    _set(zone)
    return lambda: _set(before)


def _set(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    time.tzset()


def zone_name() -> str:
    """The zone of local time in this process, for people."""
    return os.environ.get("TZ") or time.strftime("%Z")
