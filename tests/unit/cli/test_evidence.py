"""``gateway transfers evidence`` and what ``verify`` makes of a bundle, an alarm, and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli.transfers import transfers
from tests.support.bundles import run as check
from tests.support.ledger import (
    CONFIG,
    copy,
    delete,
    fill,
    intent,
    outcome,
    put,
    refusal,
    some_entries,
    tampering,
)

ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    fill(path, [intent("good1"), outcome("good1"), refusal("bad1"), intent("now1")])
    (tmp_path / "gateway.yaml").write_text(CONFIG.format(path=path))
    return path


def run(ledger: Path, *arguments: object) -> Result:
    words = [*map(str, arguments), "--config", str(ledger.parent / "gateway.yaml")]
    return CliRunner().invoke(transfers, words)


def test_a_bundle_is_written_that_verifies(ledger: Path) -> None:
    out = ledger.with_name("evidence.zip")
    result = run(ledger, "evidence", "--out", out, "good1", "bad1")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "transfers: 2. To verify: python3 verify.py evidence.zip" in result.stdout
    code, said = check(out)
    assert (code, "All 3 records" in said) == (0, True)


def test_a_period_is_chosen_too(ledger: Path) -> None:
    out = ledger.with_name("evidence.zip")
    assert run(ledger, "evidence", "--out", out, "--from", "2026-01-31", "--to", "2026-01-31").exit_code == 0
    assert run(ledger, "evidence", "--out", out, "--from", "2026-01-31", "good1").exit_code == 2


@pytest.mark.parametrize(("arguments", "code", "said"), [
    (("nobody",), 1, "no transfer"),
    (("--checkpoint", "absent"), 2, "absent"),
    (("--checkpoint", "gateway.yaml"), 1, "checkpoint"),
])  # fmt: skip
def test_what_cannot_be_proven_is_said_and_leaves_no_file(
    ledger: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    words = [
        str(ledger.with_name(word)) if word in ("absent", "gateway.yaml") else word for word in arguments
    ]
    result = run(ledger, "evidence", "--out", ledger.with_name("evidence.zip"), *words)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert not ledger.with_name("evidence.zip").exists()


@pytest.mark.parametrize(("arguments", "said"), [
    ((), "No reference, period or policy was given: the bundle holds every transfer of the ledger.\n"),
    (("--policy", "another"), "No transfer fits: the bundle proves nothing.\n"),
])  # fmt: skip
def test_a_bundle_of_all_or_of_nothing_is_told(ledger: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(ledger, "evidence", "--out", ledger.with_name("evidence.zip"), *arguments)
    assert (result.exit_code, result.stderr) == (0, said)


def test_a_bundle_that_cannot_be_written_is_told_by_its_name(ledger: Path) -> None:
    out = ledger.with_name("absent") / "evidence.zip"
    result = run(ledger, "evidence", "--out", out, "good1")
    assert (result.exit_code, result.stderr.partition(":")[0]) == (2, f"{out} cannot be written")


def test_a_tampered_ledger_hands_nothing_over(ledger: Path) -> None:
    with tampering(ledger) as connection:
        put(connection, "part", (0, "measures"), "body", b"{}")
    result = run(ledger, "evidence", "--out", ledger.with_name("evidence.zip"))
    assert (result.exit_code, "gateway transfers verify" in result.stderr) == (1, True)


def test_a_file_that_is_there_is_left_alone(ledger: Path) -> None:
    out = ledger.with_name("evidence.zip")
    out.write_text("mine")
    assert run(ledger, "evidence", "--out", out).exit_code == 2
    assert out.read_text() == "mine"


def test_a_ledger_is_verified_against_an_earlier_bundle(ledger: Path, tmp_path: Path) -> None:
    out = ledger.with_name("evidence.zip")
    run(ledger, "evidence", "--out", out)
    (tmp_path / "older").mkdir()
    fill(ledger, [refusal("more")])
    assert run(ledger, "verify", "--evidence", out).exit_code == 0
    later = ledger.with_name("later.zip")
    run(ledger, "evidence", "--out", later)
    with tampering(ledger) as connection:
        for table in ("part", "record"):
            connection.execute(f"DELETE FROM {table} WHERE seq = 4")  # noqa: S608 - names of the schema, not input
    result = run(ledger, "verify", "--evidence", later)
    assert (result.exit_code, "record 4" in result.stdout) == (1, True)
    assert run(ledger, "verify", "--evidence", out, "--checkpoint", out).exit_code == 2
    assert run(ledger, "verify", "--evidence", ledger.parent / "gateway.yaml").exit_code == 2


def alarm(ledger: Path) -> tuple[int, list[dict[str, str]]]:
    """Exit code and log of what the timer runs, in a process of its own: it configures the log."""
    command = [sys.executable, "-m", "gateway", "transfers", "verify", "--alarm"]
    done = subprocess.run(
        [*command, "--config", str(ledger.parent / "gateway.yaml")], capture_output=True, text=True,
        check=False, env=ENVIRONMENT,
    )  # fmt: skip
    return done.returncode, [json.loads(line) for line in done.stderr.splitlines()]


def test_without_anything_wrong_there_is_no_alarm(ledger: Path) -> None:
    assert alarm(ledger) == (0, [])


def test_an_anchor_that_never_came_is_an_alarm(ledger: Path) -> None:
    config = ledger.parent / "gateway.yaml"
    config.write_text(config.read_text() + "anchors: {mail: true}\n")
    code, logged = alarm(ledger)
    assert code == 1
    assert {(line["level"], line["gateway.check"]) for line in logged} == {("error", "ledger.anchor")}


def test_a_ledger_that_is_not_whole_is_an_alarm_in_the_log(ledger: Path) -> None:
    with tampering(ledger) as connection:
        delete(connection, "record", (1,))
    code, (first, *_) = alarm(ledger)
    assert code == 1
    assert (first["level"], first["message"], first["event.reason"]) == (
        "error", "ledger not whole", "record 1 is missing"
    )  # fmt: skip


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupting_the_work_leaves_no_file_and_exits_2(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "ledger.db"
    fill(path, some_entries(6000))
    (tmp_path / "gateway.yaml").write_text(CONFIG.format(path=path))
    before = {file.name for file in tmp_path.iterdir()}
    command = [sys.executable, "-m", "gateway", "transfers", "evidence", "--out", str(tmp_path / "out.zip")]
    process = subprocess.Popen(
        [*command, "--config", str(tmp_path / "gateway.yaml")], stderr=subprocess.PIPE, text=True,
        env=ENVIRONMENT,
    )  # fmt: skip
    while not [file for file in tmp_path.iterdir() if file.name.startswith(".out.zip")]:
        assert process.poll() is None
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (2, "Interrupted. Nothing was written.\n")
    left = {file.name for file in tmp_path.iterdir()} - before
    assert {name for name in left if "zip" in name} == set()


def test_an_erased_group_keeps_its_place(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "erased").mkdir()
    erased = copy(ledger, tmp_path / "erased")
    (erased.parent / "gateway.yaml").write_text(CONFIG.format(path=erased))
    with tampering(erased) as connection:
        delete(connection, "part", (0, "subject"))
    assert run(erased, "evidence", "--out", erased.with_name("evidence.zip")).exit_code == 0
