"""The commands on the ledger as a whole; moving one to a real server is in tests/peers."""

import json
import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from gateway.doctor.ledger import ledger_remarks
from gateway.doctor.remark import Grade, Remark
from gateway.ledger.place import beside
from gateway.ledger.sqlite import connect_writer, reading
from gateway.ledger.verify import verify
from tests.support.ledger import LOG, fill, refusal, some_entries, tampering

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
    assert "Transfers: 30 " not in run(ledger, "list").stdout


def test_check_names_the_file_that_holds_what_a_restored_ledger_no_longer_has(ledger: Path) -> None:
    shutil.copy2(ledger, backup := ledger.with_name("backup"))
    fill(ledger, [refusal("lost")])
    backup.rename(ledger)
    [told] = errors(ledger)
    assert told.detail == "ledger.db.mx1.seen: the ledger has fewer records than this node saw in it"
    assert "gateway transfers accept-restore" in told.remedy


def test_of_a_ledger_that_is_not_whole_no_transfer_is_said_to_lack_its_outcome(ledger: Path) -> None:
    """The reading stopped at the bad place: an outcome may stand behind it."""
    with tampering(ledger) as connection:
        connection.execute("UPDATE record SET t = t + 1 WHERE seq = 1")
    result = run(ledger, "verify")
    assert (result.exit_code, "NOT whole" in result.stdout) == (1, True)
    assert "without outcome" not in result.stdout


def test_after_an_accepted_restore_every_command_writes_on_and_check_is_content(ledger: Path) -> None:
    shutil.copy2(ledger, backup := ledger.with_name("backup"))
    assert run(ledger, "hold", "--from", "2026-01-01", "--reason", "asked").exit_code == 0
    backup.rename(ledger)
    assert run(ledger, "hold", "--from", "2026-01-01", "--reason", "asked").exit_code == 2
    assert [one.detail for one in errors(ledger)] == [
        "ledger.db.mx1-hold.seen: the ledger has fewer records than this node saw in it"
    ]
    assert run(ledger, "accept-restore", "--reason", "the disk was lost").exit_code == 0
    with reading(ledger) as connection:
        [(body,)] = connection.execute("SELECT body FROM part WHERE seq = 30 AND name = 'measures'")
    assert json.loads(body)["seen_by"] == ["mx1-hold"]
    assert run(ledger, "hold", "--from", "2026-01-01", "--reason", "asked").exit_code == 0
    assert (errors(ledger), run(ledger, "verify").exit_code) == ([], 0)


def test_a_restore_over_an_old_wal_is_refused_with_what_to_do(ledger: Path) -> None:
    shutil.copy2(ledger, backup := ledger.with_name("backup"))
    fill(ledger, [refusal(f"lost{number}") for number in range(200)])
    with closing(connect_writer(ledger)):
        fill(ledger, [refusal("last")])
        wal = ledger.with_name("ledger.db-wal").read_bytes()
    shutil.copy2(backup, ledger)
    ledger.with_name("ledger.db-wal").write_bytes(wal)
    result = run(ledger, "accept-restore", "--reason", "the disk was lost")
    assert (result.exit_code, "move ledger.db-wal" in result.stderr) == (2, True)
    for file in ledger.parent.glob("ledger.db-*"):
        file.unlink()
    shutil.copy2(backup, ledger)
    assert run(ledger, "accept-restore", "--reason", "the disk was lost").exit_code == 0


def errors(ledger: Path) -> list[Remark]:
    return [one for one in ledger_remarks(beside(ledger), "mx1", LOG) if one.grade is Grade.ERROR]


def test_a_backup_is_made_beside_a_running_gateway_and_is_whole(ledger: Path) -> None:
    out = ledger.with_name("copy.db")
    with closing(connect_writer(ledger)):
        fill(ledger, [refusal("wal")])
        result = run(ledger, "backup", "--out", str(out))
    assert (result.exit_code, result.stdout.partition(". ")[0]) == (0, f"{out}: whole, records: 31")
    assert (stat.filemode(out.stat().st_mode), verify(out).size) == ("-rw-------", 31)
    assert [file.name for file in out.parent.glob("*copy.db*")] == ["copy.db"]
    again = run(ledger, "backup", "--out", str(out))
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_no_backup_is_kept_of_a_ledger_that_is_not_whole(ledger: Path) -> None:
    with tampering(ledger) as connection:
        connection.execute("UPDATE record SET t = t + 1 WHERE seq = 1")
    result = run(ledger, "backup", "--out", str(out := ledger.with_name("copy.db")))
    assert (result.exit_code, "no backup was made" in result.stderr, out.exists()) == (1, True, False)


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
