"""The aggregate report on TLS of RFC 8460, of ledgers that were written for it."""

import gzip
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from gateway.ledger import entries
from gateway.ledger.record import Entry, Outcome
from gateway.ledger.tls_result import TlsResult
from gateway.ledger.transfers import get_transfer, list_transfers
from gateway.reports.tls_report import Counts, PolicyType, Towards, bounds, counted, file_name, report
from tests.support import reporting
from tests.support.keeping import erase, fill_at, terms, verified
from tests.support.ledger import intent, refusal
from tests.support.reporting import run

DAY = date(2026, 11, 25)
MORNING = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
TOWARDS = Towards("mx.pepingen.example", "mail.pepingen.example", "pepingen.example", "sts")


def ended(
    transfer: str, result: Outcome, *, tls: TlsResult | None = None, when: datetime = MORNING
) -> list[tuple[Entry, datetime]]:
    """A delivery, and how it ended."""
    code = 250 if result is Outcome.ACCEPTED else None
    over = entries.outcome(transfer, result, reply=250 if code else 451, next_hop=code, tls=tls)
    return [(intent(transfer), when), (over, when + timedelta(seconds=1))]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Every end of a delivery, on the day and beside it."""
    file = tmp_path / "ledger.db"
    begin, end = bounds(DAY)
    fill_at(
        file,
        [
            *ended("before", Outcome.ACCEPTED, when=begin - timedelta(microseconds=1)),
            *ended("first", Outcome.ACCEPTED, when=begin),
            *ended("unknown", Outcome.UNKNOWN),
            *ended("expired1", Outcome.DEFERRED, tls=TlsResult.CERTIFICATE_EXPIRED),
            *ended("expired2", Outcome.DEFERRED, tls=TlsResult.CERTIFICATE_EXPIRED),
            *ended("mismatch", Outcome.DEFERRED, tls=TlsResult.CERTIFICATE_HOST_MISMATCH),
            *ended("unreachable", Outcome.DEFERRED),
            (refusal("refused"), MORNING),
            (intent("open"), MORNING),
            *ended("last", Outcome.ACCEPTED, when=end - timedelta(seconds=2)),
            *ended("after", Outcome.ACCEPTED, when=end),
        ],
    )
    return file


def on_the_day(path: Path) -> Counts:
    begin, end = bounds(DAY)
    return counted(list_transfers(path, since=begin, until=end))


def test_deliveries_of_the_utc_day_alone_are_counted(path: Path) -> None:
    counts = on_the_day(path)

    assert counts == Counts(3, (("certificate-expired", 2), ("certificate-host-mismatch", 1)))


def test_the_reason_is_recorded_by_its_registered_name_and_the_ledger_is_whole(path: Path) -> None:
    assert get_transfer(path, "expired1").tls_result == "certificate-expired"
    assert get_transfer(path, "unreachable").tls_result == ""
    assert verified(path).ok


def test_a_delivery_that_had_its_session_records_nothing_new() -> None:
    entry = entries.outcome("t", Outcome.ACCEPTED, reply=250, next_hop=250)

    assert set(entry.measures) == {"outcome", "reply", "next_hop", "reasons"}


def test_the_report_has_the_form_of_the_rfc() -> None:
    counts = Counts(5326, (("certificate-expired", 100), ("starttls-not-supported", 203)))

    assert report(DAY, TOWARDS, counts) == {
        "organization-name": "mx.pepingen.example",
        "date-range": {"start-datetime": "2026-11-25T00:00:00Z", "end-datetime": "2026-11-25T23:59:59Z"},
        "contact-info": "postmaster@mx.pepingen.example",
        "report-id": "2026-11-25-pepingen.example@mx.pepingen.example",
        "policies": [
            {
                "policy": {"policy-type": "sts", "policy-domain": "pepingen.example"},
                "summary": {"total-successful-session-count": 5326, "total-failure-session-count": 303},
                "failure-details": [
                    {
                        "result-type": "certificate-expired",
                        "receiving-mx-hostname": "mail.pepingen.example",
                        "failed-session-count": 100,
                    },
                    {
                        "result-type": "starttls-not-supported",
                        "receiving-mx-hostname": "mail.pepingen.example",
                        "failed-session-count": 203,
                    },
                ],
            }
        ],
    }


def test_the_file_is_named_by_both_domains_and_the_seconds_of_the_day() -> None:
    begin, last = "2026-11-25T00:00:00+00:00", "2026-11-25T23:59:59+00:00"
    seconds = [int(datetime.fromisoformat(one).timestamp()) for one in (begin, last)]

    name = f"mx.pepingen.example!pepingen.example!{seconds[0]}!{seconds[1]}.json.gz"
    assert file_name(DAY, TOWARDS) == name


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return reporting.installation(tmp_path)


@pytest.mark.parametrize(
    ("hop", "kind", "domain"),
    [
        ('{address: "mail.receiver.example:25"}', "no-policy-found", "mail.receiver.example"),
        ('{address: "mail.receiver.example:25", tls: dane}', "tlsa", "mail.receiver.example"),
        (
            '{address: "mail.receiver.example:25", tls: mta-sts, domain: receiver.example}',
            "sts",
            "receiver.example",
        ),
    ],
)
def test_the_kind_of_policy_is_that_of_the_configuration(
    config: Path, hop: str, kind: PolicyType, domain: str
) -> None:
    text = config.read_text().replace('{address: "127.0.0.1:8026"}', hop)
    config.write_text(f'{text}dns: {{nameservers: ["127.0.0.1:53"]}}\n')

    result = run(config, "transfers", "tls-report", "--day", "2026-03-10")

    (policy,) = json.loads(result.stdout)["policies"]
    assert policy["policy"] == {"policy-type": kind, "policy-domain": domain}
    assert policy["summary"]["total-successful-session-count"] == 3


def test_a_next_hop_without_tls_has_nothing_to_report(config: Path) -> None:
    config.write_text(config.read_text().replace('8026"}', '8026", tls: none}'))

    result = run(config, "transfers", "tls-report", "--day", "2026-03-10")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no TLS to report on" in result.stderr


def test_the_compressed_file_is_written_once_and_never_over_another(config: Path, tmp_path: Path) -> None:
    asked = ("transfers", "tls-report", "--day", "2026-03-10")
    printed = run(config, *asked)
    written = run(config, *asked, "--gzip", str(tmp_path))

    file = Path(written.stdout.strip())
    assert json.loads(gzip.decompress(file.read_bytes())) == json.loads(printed.stdout)
    assert file.name.endswith(".json.gz")
    assert run(config, *asked, "--gzip", str(tmp_path)).exit_code == 2


def test_a_day_whose_outcomes_were_erased_counts_nothing(config: Path) -> None:
    ledger = config.with_name("ledger.db")
    erase(ledger, terms(protocol=reporting.PROTOCOL, measures=1), datetime(2027, 1, 1, tzinfo=UTC))

    result = run(config, "transfers", "tls-report", "--day", "2026-03-10")

    (policy,) = json.loads(result.stdout)["policies"]
    assert policy["summary"]["total-failure-session-count"] == 0
