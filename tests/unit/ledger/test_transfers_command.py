import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.cli.transfers import transfers
from gateway.ledger.canonical import Json
from gateway.ledger.keyfile import key_path
from gateway.ledger.record import Entry, Outcome, RecordType
from tests.support.ledger import CONFIG, delete, fill, intent, outcome, refusal, tampering

ENTRIES = [intent("good1"), outcome("good1"), refusal("bad1"), intent("now1")]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    fill(path, ENTRIES)
    (tmp_path / "gateway.yaml").write_text(CONFIG.format(path=path))
    return path


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(transfers, [*arguments, "--config", str(ledger.parent / "gateway.yaml")])


def run_json(ledger: Path, *arguments: str) -> Any:
    return json.loads(run(ledger, *arguments, "--json").stdout)


def test_list_prints_the_published_shape(ledger: Path) -> None:
    rows = run_json(ledger, "list")
    assert [(row["id"], row["seq"], row["outcome"]) for row in rows] == [
        ("good1", 0, "accepted"),
        ("bad1", 2, "rejected"),
        ("now1", 3, "open"),
    ]
    promised = {
        "id",
        "seq",
        "time",
        "outcome",
        "sender",
        "recipient",
        "policy",
        "reasons",
        "tls",
        "superfluous",
    }
    assert all(promised <= row.keys() for row in rows)
    assert rows[0]["time"] == "2026-01-31T12:00:00.000+00:00"
    assert (rows[0]["recipient"], rows[0]["tls"]) == ("ocmw@receiver.example", "TLSv1.3")
    assert rows[1]["reasons"] == ["label.missing"]


def test_list_is_filtered_and_a_last_day_is_included(ledger: Path) -> None:
    assert [row["id"] for row in run_json(ledger, "list", "--outcome", "rejected")] == ["bad1"]
    assert len(run_json(ledger, "list", "--from", "2026-01-31", "--to", "2026-01-31T23:59:59+00:00")) == 3
    assert len(run_json(ledger, "list", "--to", "2026-02-01")) == 3
    assert run_json(ledger, "list", "--from", "2026-02-02") == []
    assert run_json(ledger, "list", "--to", "2026-01-31T12:00:00Z") == []


@pytest.mark.parametrize("value", ["yesterday", "2026-13-01", "9999-12-31T23:59:59-23:00"])
def test_a_date_that_is_none_is_refused(ledger: Path, value: str) -> None:
    result = run(ledger, "list", "--from", value)
    assert (result.exit_code, "2026-01-31" in result.stderr) == (2, True)


def test_list_counts_for_a_person(ledger: Path) -> None:
    result = run(ledger, "list")
    assert "Transfers: 3 (1 accepted, 1 rejected, 1 open)." in result.stdout
    assert "No transfers." in run(ledger, "list", "--outcome", "unknown").stdout


def test_show_tells_one_transfer_with_its_leaves(ledger: Path) -> None:
    shown = run_json(ledger, "show", "good")
    assert (shown["id"], shown["reply"], shown["next_hop"]) == ("good1", 250, 250)
    assert [record["type"] for record in shown["records"]] == ["intent", "outcome"]
    text = run(ledger, "show", "good1").stdout
    assert "delivered to the mailbox" in text
    assert shown["leaf"][:16] in text


def ended(result: Outcome, next_hop: int | None) -> list[Entry]:
    measures: dict[str, Json] = {"outcome": result, "reply": 451, "next_hop": next_hop, "reasons": []}
    return [intent("behind"), Entry(RecordType.OUTCOME, "behind", {}, {}, measures)]


@pytest.mark.parametrize(
    ("result", "next_hop", "said"),
    [
        (Outcome.REJECTED, 550, "next hop 550"),
        (Outcome.DEFERRED, 451, "next hop 451"),
        (Outcome.DEFERRED, None, "next hop did not answer"),
    ],
)
def test_what_the_next_hop_kept_out_is_told_by_its_answer(
    ledger: Path, result: Outcome, next_hop: int | None, said: str
) -> None:
    fill(ledger, ended(result, next_hop))
    assert said in run(ledger, "list", "--outcome", str(result)).stdout
    assert said in run(ledger, "show", "behind").stdout
    assert run_json(ledger, "show", "behind")["reasons"] == []


def test_show_tells_the_way_a_transfer_came(ledger: Path) -> None:
    transport: dict[str, Json] = {
        "sender": "team@sender.example", "recipients": ["ocmw@receiver.example"], "peer_ip": "192.0.2.1",
        "helo": "mail.sender.example", "via_ip": "198.51.100.7", "bytes": 1234, "tls_version": "TLSv1.3",
        "tls_cipher": "TLS_AES_256_GCM_SHA384", "client_certificate": None, "spf": "pass",
        "dkim": ["pass", "fail"], "dmarc": "pass",
    }  # fmt: skip
    fill(ledger, [Entry(RecordType.INTENT, "came", transport, {}, {"verdict": "deliver"})])
    text = run(ledger, "show", "came").stdout
    assert "192.0.2.1, calls itself mail.sender.example, by way of 198.51.100.7" in text
    assert "TLS_AES_256_GCM_SHA384" in text
    assert "SPF pass, DKIM pass and fail, DMARC pass" in text
    assert "1234 bytes" in text
    assert "Certificate" not in text
    assert run_json(ledger, "show", "came")["transport"] == transport


def test_show_of_nothing_is_said_on_standard_error(ledger: Path) -> None:
    result = run(ledger, "show", "nothing")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no transfer has this reference" in result.stderr


def test_verify_says_whole_and_what_it_cannot_see(ledger: Path) -> None:
    result = run(ledger, "verify")
    assert result.exit_code == 0
    assert "The ledger is whole: 4 records" in result.stdout
    assert "now1" in result.stdout
    assert "What this check cannot see:" in result.stdout
    report = run_json(ledger, "verify")
    assert (report["ok"], report["size"], report["problem"], report["open"]) == (True, 4, None, ["now1"])


def test_verify_names_the_first_bad_place_and_exits_1(ledger: Path) -> None:
    with tampering(ledger) as connection:
        delete(connection, "record", (2,))
    result = run(ledger, "verify")
    assert result.exit_code == 1
    assert "NOT whole" in result.stdout
    assert "record 2 is missing" in result.stdout
    problem = run_json(ledger, "verify")["problem"]
    assert (problem["seq"], problem["where"]) == (2, "record 2")


def test_verify_against_an_earlier_checkpoint(ledger: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text(run(ledger, "checkpoint").stdout)
    fill(ledger, [refusal("more")])
    assert run(ledger, "verify", "--checkpoint", str(kept)).exit_code == 0
    kept.write_text(kept.read_text().replace("\n4\n", "\n3\n"))
    assert run(ledger, "verify", "--checkpoint", str(kept)).exit_code == 1


@pytest.mark.parametrize("content", [b"no checkpoint", b"\xff", None])
def test_verify_with_a_checkpoint_that_is_none_exits_2(
    ledger: Path, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "kept.txt").write_bytes(content)
    assert run(ledger, "verify", "--checkpoint", str(tmp_path / "kept.txt")).exit_code == 2


def test_verify_without_the_key_is_incomplete(ledger: Path) -> None:
    key_path(ledger).unlink()
    result = run(ledger, "verify")
    assert result.exit_code == 2
    assert "signing key" in result.stderr


@pytest.mark.parametrize("command", [["list"], ["show", "x"], ["verify"], ["checkpoint"]])
def test_a_ledger_or_configuration_that_is_not_there_exits_2(ledger: Path, command: list[str]) -> None:
    ledger.unlink()
    result = run(ledger, *command)
    assert (result.exit_code, result.stdout, bool(result.stderr)) == (2, "", True)
    (ledger.parent / "gateway.yaml").unlink()
    assert run(ledger, *command).exit_code == 2
