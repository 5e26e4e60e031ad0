import json
import math
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from gateway.decision import Code
from gateway.ledger.record import Outcome
from gateway.metrics import Metrics
from tests.support.certificates import new_authority

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
DASHBOARD = Path(__file__).parents[2] / "config" / "grafana.json"


def transfer(outcome: Outcome, *reasons: Code, tls: str | None = "TLSv1.3") -> dict[str, object]:
    """A transfer's event as the log has it, with what must be in no metric."""
    return {
        "event": "transfer", "event.outcome": outcome.value, "event.reason": [one.value for one in reasons],
        "tls.version": tls, "source.ip": "192.0.2.7", "event.id": "20261125-aaaaaaaaaa",
        "event.hash": "ab" * 32,
    }  # fmt: skip


def told(metrics: Metrics) -> str:
    return generate_latest(metrics.registry).decode()


def full(tmp_path: Path) -> Metrics:
    metrics = Metrics()
    metrics.note(transfer(Outcome.ACCEPTED), NOW)
    metrics.note(transfer(Outcome.REJECTED, Code.LABEL_MISSING, Code.SENDER_NOT_LISTED, tls=None), NOW)
    metrics.note({"event": "reader stopped by a message", "event.reason": "memory"}, NOW)
    metrics.note({"event": "smtp.delivery.failed", "error.type": "LedgerUnavailable"}, NOW)
    metrics.note({"event": "something else"}, NOW)
    metrics.observe("reading", 0.02)
    metrics.ask_ledger(tmp_path / "ledger.db")
    metrics.ask_certificate(
        new_authority(tmp_path).server("mx.example").certificate, lambda: datetime.now(UTC)
    )
    return metrics


def test_transfers_are_counted_by_outcome_and_first_reason_and_tls(tmp_path: Path) -> None:
    lines = told(full(tmp_path)).splitlines()
    assert 'gateway_transfers_total{outcome="accepted",reason="none"} 1.0' in lines
    assert 'gateway_transfers_total{outcome="rejected",reason="label.missing"} 1.0' in lines
    assert 'gateway_transfers_tls_total{version="TLSv1.3"} 1.0' in lines
    assert 'gateway_transfers_tls_total{version="none"} 1.0' in lines
    assert 'gateway_reader_stops_total{why="message"} 1.0' in lines
    assert 'gateway_faults_total{of="transfer"} 1.0' in lines
    assert 'gateway_stage_seconds_count{stage="reading"} 1.0' in lines
    assert full(tmp_path).registry.get_sample_value("gateway_last_transfer_timestamp_seconds") == (
        NOW.timestamp()
    )


def test_a_ledger_that_takes_no_record_is_told_until_the_next_transfer_is_whole() -> None:
    metrics = Metrics()

    def recording_after(event: dict[str, object]) -> bool:
        metrics.note(event, NOW)
        return metrics.recording

    ended = transfer(Outcome.ACCEPTED)
    assert not recording_after({"event": "smtp.delivery.failed", "error.message": "cannot be written"})
    assert recording_after(ended)
    metrics.note({"event": "outcome not recorded", "event.id": ended["event.id"]}, NOW)
    assert not recording_after(ended)
    assert recording_after(ended | {"event.id": "20261125-bbbbbbbbbb"})


def test_no_label_holds_an_address_or_a_reference(tmp_path: Path) -> None:
    text = told(full(tmp_path))
    for secret in ("192.0.2.7", "20261125-aaaaaaaaaa", "ab" * 32, "@"):
        assert secret not in text
    values = {
        value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        for name, value in sample.labels.items()
        if name != "le"
    }
    closed = {code.value for code in Code} | {outcome.value for outcome in Outcome}
    assert values <= closed | {"none", "TLSv1.3", "message", "reading", "transfer"}


def test_the_certificate_and_the_ledger_are_read_when_asked(tmp_path: Path) -> None:
    metrics = full(tmp_path)
    days = metrics.registry.get_sample_value("gateway_certificate_days")
    assert days is not None
    assert timedelta(days=29) < timedelta(days=days) <= timedelta(days=30)
    assert metrics.registry.get_sample_value("gateway_ledger_records") == 0.0
    (tmp_path / "ledger.db").write_bytes(b"no ledger at all, but a file of some length\n" * 40)
    size = metrics.registry.get_sample_value("gateway_ledger_records")
    assert size is not None
    assert math.isnan(size)


def test_a_certificate_that_cannot_be_read_is_no_number(tmp_path: Path) -> None:
    metrics = Metrics()
    metrics.ask_certificate(tmp_path / "absent.pem", lambda: NOW)
    days = metrics.registry.get_sample_value("gateway_certificate_days")
    assert days is not None
    assert math.isnan(days)


def test_the_dashboard_asks_for_metrics_that_there_are(tmp_path: Path) -> None:
    there = set(re.findall(r"^(gateway_\w+)", told(full(tmp_path)), re.MULTILINE))
    panels = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    asked = {
        name for panel in panels for target in panel["targets"]
        for name in re.findall(r"gateway_\w+", target["expr"])
    }  # fmt: skip
    assert asked <= there
    assert len({panel["id"] for panel in panels}) == len(panels) >= 8
