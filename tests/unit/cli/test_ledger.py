"""The commands on the ledger as a whole; moving one to a real server is in tests/peers."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from tests.support.ledger import LOG, fill, refusal, some_entries

CONFIG = f"""\
hostname: {LOG}
listen: ["127.0.0.1:0"]
tls: {{certificate: gateway.crt, key: gateway.key}}
next_hop: {{address: "127.0.0.1:8026", tls: none}}
policies: policies
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.db"
    (tmp_path / "gateway.yaml").write_text(f'{CONFIG}ledger: {{url: "sqlite://{path}", node: mx1}}\n')
    fill(path, some_entries(30))
    return path


def run(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        main, ["transfers", *arguments, "--config", str(ledger.parent / "gateway.yaml")]
    )


def test_a_restore_is_accepted_with_its_reason_and_said(ledger: Path) -> None:
    shutil.copy2(ledger, backup := ledger.with_name("backup"))
    fill(ledger, [refusal("lost")])
    backup.rename(ledger)
    result = run(ledger, "accept-restore", "--reason", "the disk was lost")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "This node had seen 31 records. Record 30 says that a backup was put back.\n"
    assert run(ledger, "verify").exit_code == 0
    assert "30 transfers" not in run(ledger, "list").stdout


def test_without_a_restore_there_is_nothing_to_accept(ledger: Path) -> None:
    result = run(ledger, "accept-restore", "--reason", "none")
    assert (result.exit_code, "nothing to accept" in result.stderr) == (1, True)


@pytest.mark.parametrize("reason", ["", "  ", "x" * 501])
def test_a_reason_is_needed_and_short(ledger: Path, reason: str) -> None:
    assert run(ledger, "accept-restore", "--reason", reason).exit_code == 2


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://gateway:hush@localhost/ledger", "holds a password"),
        ("postgresql://gateway@db.example/ledger", "no authority"),
        ("sqlite:///ledger.db", "no PostgreSQL address"),
    ],
)
def test_a_target_that_is_none_is_refused_without_its_secrets(ledger: Path, url: str, said: str) -> None:
    result = run(ledger, "migrate", "--to", url)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.replace("│", "").split())
    assert "hush" not in result.stderr


def test_a_server_that_does_not_answer_leaves_the_file_as_it_was(ledger: Path, tmp_path: Path) -> None:
    before = ledger.read_bytes()
    result = run(ledger, "migrate", "--to", f"postgresql://gateway@/ledger?host={tmp_path}")
    assert (result.exit_code, bool(result.stderr)) == (2, True)
    assert ledger.read_bytes() == before


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(tmp_path / "absent" / "ledger.db", "accept-restore", "--reason", "none")
    assert (result.exit_code, bool(result.stderr)) == (2, True)
