"""What a monitoring system may ask: counts, times, and what the ledger and the certificate have left.

Counted from the gateway's own log events, whose vocabulary is closed. No label holds an address, a
reference or anything of a message.
"""

import math
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from gateway.expiry import chain_in, first_to_end
from gateway.ledger.anchors import held
from gateway.ledger.errors import LedgerError
from gateway.ledger.place import Place
from gateway.ledger.stores import is_begun
from gateway.stages import Stage

_SECONDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_READER_EVENTS = {"reader stopped by a message": "message", "reader failed": "fault", "no reader": "sandbox"}
_UNRECORDED = "outcome not recorded"
_FAULTS = {
    "smtp.command.failed": "session",
    "smtp.delivery.failed": "transfer",
    "transfer failed": "transfer",
    _UNRECORDED: "ledger",
}
_DAY = 86_400


class Metrics:
    """The metrics of one process. ``note`` and ``observe`` are cheap; what is read is read when asked.

    ``recording`` tells whether the last mail could be recorded in full.
    """

    def __init__(self) -> None:
        self.recording = True
        self._unrecorded = ""
        self.registry = CollectorRegistry()
        self._transfers = self._counter("transfers", "Mails that were sent in full.", "outcome", "reason")
        self._tls = self._counter("transfers_tls", "The same, by the TLS they came over.", "version")
        self._readers = self._counter("reader_stops", "Readers that ended while they read.", "why")
        self._faults = self._counter("faults", "Faults of the gateway's own, by what met them.", "of")
        self._stages = Histogram(
            "gateway_stage_seconds",
            "A stage of a transfer.",
            ("stage",),
            registry=self.registry,
            buckets=_SECONDS,
        )
        self._last = self._gauge("last_transfer_timestamp_seconds", "When the last transfer ended.")

    def note(self, event: Mapping[str, Any], now: datetime) -> None:
        """Counts an event of the log at ``now`` (aware)."""
        name = event.get("event")
        if name == "transfer":
            reasons = event["event.reason"] or ["none"]
            self._transfers.labels(event["event.outcome"], reasons[0]).inc()
            self._tls.labels(event["tls.version"] or "none").inc()
            self._last.set(now.timestamp())
            self.recording = event["event.id"] != self._unrecorded
        elif name in _READER_EVENTS:
            self._readers.labels(_READER_EVENTS[name]).inc()
        elif name in _FAULTS:
            self._faults.labels(_FAULTS[name]).inc()
            self._note_fault(event)

    def _note_fault(self, event: Mapping[str, Any]) -> None:
        """Only the ledger's faults have a message; a missing outcome is told before its transfer."""
        if event["event"] == _UNRECORDED:
            self._unrecorded = event["event.id"]
        elif "error.message" in event:
            self.recording = False

    def observe(self, stage: Stage, seconds: float) -> None:
        """A stage took so long."""
        self._stages.labels(stage).observe(seconds)

    def ask_ledger(self, place: Place) -> None:
        """From now on the size of the ledger at ``place``, and of its tail that no anchor holds, are told."""
        sizes: tuple[tuple[str, str, Callable[[], float]], ...] = (
            ("ledger_records", "Records in the ledger.", lambda: _of_tail(place, "size")),
            ("ledger_unanchored_records", "Those that no anchor holds.", lambda: _of_tail(place, "records")),
        )
        for name, what, ask in sizes:
            self._gauge(name, what).set_function(ask)

    def ask_certificate(self, file: Path, clock: Callable[[], datetime]) -> None:
        """From now on how long the certificate in ``file`` is valid is told."""
        gauge = self._gauge("certificate_days", "Days that the gateway's certificate is valid.")
        gauge.set_function(lambda: _days_left(file, clock()))

    def _counter(self, name: str, what: str, *labels: str) -> Counter:
        return Counter(f"gateway_{name}", what, labels, registry=self.registry)

    def _gauge(self, name: str, what: str) -> Gauge:
        return Gauge(f"gateway_{name}", what, registry=self.registry)


def _of_tail(place: Place, name: str) -> float:
    """NaN when the ledger cannot be asked: no number is better than a wrong one."""
    try:
        return float(getattr(held(place)[1], name)) if is_begun(place) else 0.0
    except LedgerError:
        return math.nan


def _days_left(file: Path, now: datetime) -> float:
    try:
        ends = first_to_end(chain_in(file)).not_valid_after_utc
    except (OSError, ValueError):
        return math.nan
    return (ends - now).total_seconds() / _DAY
