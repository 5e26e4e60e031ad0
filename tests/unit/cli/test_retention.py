import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.ledger.month import load_or_create
from gateway.ledger.record import RecordType
from gateway.ledger.rows import reading, rows_of_types
from tests.support.keeping import SENDER, fill_at, of_protocol, raw, verified
from tests.support.ledger import LOG

CONFIG = f"""\
hostname: {LOG}
listen: ["127.0.0.1:0"]
tls: {{{{certificate: gateway.crt, key: gateway.key}}}}
next_hop: {{{{address: "127.0.0.1:8026", tls: none}}}}
policies: policies
ledger: {{{{url: "sqlite:///{{path}}"}}}}
"""
POLICY = """\
protocol: test-protocol
valid: {from: 2025-01-01}
recipients: [ocmw@receiver.example]
senders: {allow: ["*@sender.example"]}
label: {accept: [{tenant: UNKNOWN, id: UNKNOWN}]}
retention: {transport: 30}
"""
LONG_AGO = datetime.now(UTC) - timedelta(days=40)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two transfers of 40 days ago and one of today, under a policy that keeps their transport 30 days."""
    path = tmp_path / "ledger.db"
    (tmp_path / "gateway.yaml").write_text(CONFIG.format(path=path))
    (tmp_path / "policies").mkdir()
    (tmp_path / "policies" / "test.yaml").write_text(POLICY)
    for name, when in (("old1", LONG_AGO), ("old2", LONG_AGO), ("new1", datetime.now(UTC))):
        fill_at(path, [(entry, when) for entry in of_protocol(name, sender=f"{name}-{SENDER}")])
    return path


def run(ledger: Path, *arguments: str) -> Result:
    arguments = ("transfers", *arguments, "--config", str(ledger.parent / "gateway.yaml"))
    return CliRunner().invoke(main, arguments)


def listed(ledger: Path, *arguments: str) -> Any:
    return json.loads(run(ledger, *arguments, "--json").stdout)


def test_erase_says_what_it_erased_and_leaves_nothing_of_it(ledger: Path) -> None:
    result = run(ledger, "erase")
    assert (result.exit_code, result.stdout) == (0, "Erased: transport of 4 records of test-protocol.\n")
    stored = raw(ledger)
    assert [name for name in ("old1-", "old2-") if f"{name}{SENDER}".encode() in stored] == []
    assert f"new1-{SENDER}".encode() in stored
    assert verified(ledger).ok
    assert run(ledger, "erase").stdout == "Erased: nothing.\n"


def test_a_dry_run_changes_nothing(ledger: Path) -> None:
    before = ledger.read_bytes()
    result = run(ledger, "erase", "--dry-run")
    assert result.stdout == "Would be erased: transport of 4 records of test-protocol.\n"
    assert ledger.read_bytes() == before


def test_what_was_erased_is_shown_as_erased(ledger: Path) -> None:
    run(ledger, "erase")
    text = run(ledger, "show", "old1").stdout
    assert [line.split() for line in text.splitlines() if line.startswith(("From", "To", "Transport"))] == [
        ["From", "erased"], ["To", "erased"], ["Transport", "erased"],
    ]  # fmt: skip
    (row, *_) = listed(ledger, "list")
    assert (row["sender"], row["recipient"], row["tls"]) == (None, None, None)
    assert (row["erased"], row["outcome"]) == (["transport"], "accepted")
    assert run(ledger, "list").stdout.count("erased") == 4


def test_a_hold_stops_erasing_until_it_is_released(ledger: Path) -> None:
    name = run(ledger, "hold", "old1", "--reason", "complaint 12").stdout.strip()
    assert run(ledger, "erase").stdout == "Erased: transport of 2 records of test-protocol.\n"
    (held,) = listed(ledger, "holds")
    assert (held["hold"], held["reason"], held["transfer"]) == (name, "complaint 12", "old1")
    assert name in run(ledger, "holds").stdout
    assert run(ledger, "release", name, "--reason", "settled").exit_code == 0
    assert run(ledger, "holds").stdout == "Nothing is held.\n"
    assert run(ledger, "erase").stdout == "Erased: transport of 2 records of test-protocol.\n"
    assert verified(ledger).ok


def test_a_hold_on_a_period_says_which(ledger: Path) -> None:
    assert run(ledger, "hold", "--from", "2020-01-01", "--reason", "an inquiry").exit_code == 0
    assert run(ledger, "erase").stdout == "Erased: nothing.\n"
    assert "from 2020-01-01 00:00:00" in run(ledger, "holds").stdout


def test_holds_and_erasures_are_records_that_say_who_and_why(ledger: Path) -> None:
    run(ledger, "hold", "old1", "--reason", "complaint 12")
    run(ledger, "erase")
    with reading(ledger) as connection:
        rows = list(rows_of_types(connection, RecordType.HOLD, RecordType.ERASURE))
    (held, erased) = (json.loads(row.parts[0][2]) for row in rows)
    assert held["reason"] == "complaint 12"
    assert held["user"]
    assert (erased["records"], erased["days"]) == ([[2, 3]], 30)
    assert erased["policy"]["protocol"] == "test-protocol"
    assert [row.node for row in rows] == [f"{LOG}-hold", f"{LOG}-erase"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("hold", "--reason", "x"), 2, "reference"),
        (("hold", "old1", "--from", "2020-01-01", "--reason", "x"), 2, "reference"),
        (("hold", "old1"), 2, "--reason"),
        (("hold", "old1", "--reason", " "), 2, "a reason is one line"),
        (("hold", "old", "--reason", "x"), 1, "several transfers"),
        (("hold", "nothing", "--reason", "x"), 1, "no transfer"),
        (("release", "hold-none", "--reason", "x"), 2, "there is no hold hold-none. See"),
    ],
)
def test_what_cannot_be_held_or_released_is_told(
    ledger: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = run(ledger, *arguments)
    assert (result.exit_code, said in result.stderr) == (code, True)
    assert listed(ledger, "holds") == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_root_ran_once_the_ledgers_owner_can_run_again(ledger: Path) -> None:
    for owned in (ledger, ledger.parent):
        os.chown(owned, 12345, 12345)
    assert run(ledger, "erase").exit_code == 0
    files = [
        path
        for path in ledger.parent.iterdir()
        if path.name.endswith(("-erase.lock", "-erase.seen", "-wal", "-shm"))
    ]
    assert files
    assert {path.stat().st_uid for path in files} == {12345}


def test_without_readable_policies_nothing_is_erased(ledger: Path) -> None:
    (ledger.parent / "policies" / "test.yaml").write_text("protocol: [")
    before = ledger.read_bytes()
    assert run(ledger, "erase").exit_code == 2
    assert ledger.read_bytes() == before


def test_no_ledger_is_made_by_erasing(ledger: Path) -> None:
    ledger.unlink()
    result = run(ledger, "erase")
    assert (result.exit_code, ledger.exists()) == (2, False)


def test_a_dry_run_tells_which_months_key_would_be_wiped_and_wipes_none(ledger: Path) -> None:
    load_or_create(ledger, "2026-01")
    told = run(ledger, "erase", "--dry-run").stdout
    assert told.splitlines()[1:] == ["Would be wiped for good: the key of 2026-01."]
    assert len(list(ledger.parent.glob("*month*"))) == 1


def test_the_key_of_a_month_that_is_over_is_wiped_and_told(ledger: Path) -> None:
    load_or_create(ledger, "2026-01")
    assert "Wiped the key of 2026-01." in run(ledger, "erase").stdout
    assert list(ledger.parent.glob("*month*")) == []
