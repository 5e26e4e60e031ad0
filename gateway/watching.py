"""The running gateway as others watch it: systemd's watchdog and status line, and what metrics count."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, MutableMapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

import structlog

from gateway import systemd
from gateway.config import Config
from gateway.config_hosts import HostPort
from gateway.stages import OBSERVER

_STATUS_SECONDS = 30.0


@dataclass(slots=True)
class Tally:
    """How many transfers ended since the start, and when the last did (aware). Belongs to the event loop."""

    count: int = 0
    last: datetime | None = None

    def note(self, event: Mapping[str, Any], now: datetime) -> None:
        """Counts a log event at ``now`` when it is a transfer's."""
        if event.get("event") == "transfer":
            self.count, self.last = self.count + 1, now

    def text(self, now: datetime) -> str:
        """One line for people, as ``3 412 transfers, last 2 min ago``."""
        if self.last is None:
            return "no transfer since the start"
        count = f"{self.count:,}".replace(",", " ")
        return f"{count} {'transfer' if self.count == 1 else 'transfers'}, last {_ago(now - self.last)}"


def _ago(age: timedelta) -> str:
    minutes = age // timedelta(minutes=1)
    if minutes < 1:
        return "less than a minute ago"
    if minutes < 120:
        return f"{minutes} min ago"
    hours = minutes // 60
    return f"{hours} h ago" if hours < 48 else f"{hours // 24} days ago"


@asynccontextmanager
async def watched(config: Config, worker: int, clock: Callable[[], datetime]) -> AsyncIterator[None]:
    """While within: systemd hears that all is alive and how it goes, and who asks for metrics gets them.

    Worker number ``worker`` answers on the configured port, the next one on the port after it. Raises
    OSError when it is taken.
    """
    tally = Tally()
    with _tapped(lambda event: tally.note(event, clock())), _told(config, worker, clock):
        alive, status = asyncio.ensure_future(_feed_watchdog()), asyncio.ensure_future(_status(tally, clock))
        try:
            yield
        finally:
            alive.cancel()
            status.cancel()


@contextmanager
def _told(config: Config, worker: int, clock: Callable[[], datetime]) -> Iterator[None]:
    """Metrics, where they are wanted: the library brings a web server, which nobody else should load."""
    if config.metrics is None:
        yield
        return
    told = import_module("gateway.telling").told
    host, port = config.metrics.listen.host, config.metrics.listen.port
    with told(config, HostPort(host, port + worker - 1 if port else 0), clock) as metrics:
        observed = OBSERVER.set(metrics.observe)
        try:
            with _tapped(lambda event: metrics.note(event, clock())):
                yield
        finally:
            OBSERVER.reset(observed)


@contextmanager
def _tapped(note: Callable[[Mapping[str, Any]], None]) -> Iterator[None]:
    before = structlog.get_config()["processors"]
    structlog.configure(processors=[_tap(note), *before])
    try:
        yield
    finally:
        structlog.configure(processors=before)


def _tap(
    note: Callable[[Mapping[str, Any]], None],
) -> Callable[[object, str, MutableMapping[str, Any]], MutableMapping[str, Any]]:
    """A structlog processor that shows every event to ``note`` and hands it on as it is."""

    def processor(_logger: object, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        note(event)
        return event

    return processor


async def _feed_watchdog() -> None:
    seconds = systemd.watchdog_seconds()
    while seconds:
        systemd.notify("WATCHDOG=1")
        await asyncio.sleep(seconds)


async def _status(tally: Tally, clock: Callable[[], datetime]) -> None:
    while True:
        systemd.notify(f"STATUS={tally.text(clock())}")
        await asyncio.sleep(_STATUS_SECONDS)
