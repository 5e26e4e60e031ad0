"""The commands that make exports and reports."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gateway.ledger.record import RecordType
from gateway.ledger.rows import reading, rows_of_types
from tests.support import reporting
from tests.support.keeping import erase, terms, verified
from tests.support.ledger import put, tampering
from tests.support.reporting import run

ROOT = Path(__file__).parents[3]
EXPORT, BREACH = ("transfers", "export"), ("breach", "report", "--reason", "leak 1")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return reporting.installation(tmp_path)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def lookups(config: Path) -> list[Any]:
    """What was recorded of look-ups and dossiers."""
    with reading(config.with_name("ledger.db")) as connection:
        return [json.loads(row.parts[0][2]) for row in rows_of_types(connection, RecordType.LOOKUP)]


def test_csv_goes_to_standard_output_or_a_new_file(config: Path, tmp_path: Path) -> None:
    printed, out = run(config, *EXPORT), tmp_path / "out.csv"
    assert run(config, *EXPORT, "--out", str(out)).exit_code == 0
    assert printed.stdout_bytes == out.read_bytes()
    rows = table(out.read_bytes())
    assert [row["referentie"][-4:] for row in rows] == [
        "aaaa",
        "bbbb",
        "cccc",
        "dddd",
        "eeee",
        "ffff",
        "gggg",
    ]
    assert rows[1]["wie"] == "'=1+1@sender.example"
    again = run(config, *EXPORT, "--out", str(out))
    assert (again.exit_code, "is there already" in again.stderr) == (2, True)


def test_the_choice_and_the_language_are_the_callers(config: Path) -> None:
    rows = table(
        run(config, *EXPORT, "--outcome", "accepted", "--from", "2026-04-01", "--lang", "en").stdout_bytes
    )
    assert [(row["reference"], row["what"]) for row in rows] == [("20260410-eeee", "delivered")]
    assert table(run(config, *EXPORT, "--to", "2025-12-31").stdout_bytes) == []


def test_the_lines_of_json_are_what_list_tells(config: Path) -> None:
    lines = run(config, *EXPORT, "--format", "jsonl").stdout.splitlines()
    assert list(map(json.loads, lines)) == json.loads(run(config, "transfers", "list", "--json").stdout)
    assert json.loads(run(config, "transfers", "list", "--json", "--to", "2025-12-31").stdout) == []


def test_a_workbook_has_the_transfers_and_their_totals(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert run(config, *EXPORT, "--format", "xlsx", "--out", str(out)).exit_code == 0
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Doorgiften", "Totalen"]
    assert [cell.value for cell in book["Totalen"][2]] == ["Doorgiften", "totaal", 7]
    assert book["Doorgiften"]["F3"].value == "=1+1@sender.example"
    assert book["Doorgiften"]["F3"].data_type == "s"


def test_what_cannot_be_judged_is_said(config: Path) -> None:
    erase(config.with_name("ledger.db"), terms(protocol=reporting.PROTOCOL, transport=10), reporting.APRIL)
    result = run(config, *EXPORT, "--sender", "team@sender.example")
    assert len(table(result.stdout_bytes)) == 3
    assert result.stderr.endswith("whether they belong: 4.\n")
    assert {row["gewist"] for row in table(run(config, *EXPORT).stdout_bytes)} == {"", "adressen en servers"}


@pytest.mark.parametrize(
    "arguments",
    [
        *(("transfers", "superfluous", "--format", kind) for kind in ("text", "csv", "xlsx", "pdf")),
        *(("transfers", "measures", "--format", kind) for kind in ("pdf", "text")),
        *(("register", "--format", kind) for kind in ("text", "csv", "xlsx", "docx", "pdf")),
        *((*EXPORT, "--format", kind) for kind in ("csv", "xlsx", "jsonl", "pdf")),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_report_is_made_in_every_language_without_a_clients_value(
    config: Path, tmp_path: Path, arguments: tuple[str, ...], language: str
) -> None:
    out = tmp_path / "out"
    result = run(config, *arguments, "--lang", language, "--out", str(out))
    assert (result.exit_code, result.output) == (0, "")
    assert [value for value in reporting.CANARIES if value.encode() in _unpacked(out)] == []


def _unpacked(path: Path) -> bytes:
    """What is in a file, out of its ZIP when it is one."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_a_policy_that_does_not_exist_is_refused_with_those_that_do(config: Path) -> None:
    result = run(config, "register", "--policy", "another")
    assert (result.exit_code, reporting.PROTOCOL in result.stderr) == (2, True)


def test_a_ledger_that_cannot_be_read_leaves_no_file(config: Path, tmp_path: Path) -> None:
    config.with_name("ledger.db").write_bytes(b"no ledger")
    for name in ("ledger.db-wal", "ledger.db-shm"):
        config.with_name(name).unlink(missing_ok=True)
    assert run(config, *EXPORT, "--out", str(tmp_path / "out.csv")).exit_code == 2
    assert not (tmp_path / "out.csv").exists()


def test_the_dossier_is_made_in_a_folder_and_recorded(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    result = run(config, *BREACH, "--aware", "2026-04-10T18:00", "--out", str(out))
    assert result.exit_code == 0
    names = [
        "dossier.docx",
        "reported-protocol-receiver.eml",
        "reported-protocol-sender.eml",
        "transfers.csv",
    ]
    assert sorted(path.name for path in out.iterdir()) == names
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o600}
    assert len(table((out / "transfers.csv").read_bytes())) == 7
    (recorded,) = lookups(config)
    assert (recorded["kinds"], recorded["hits"], recorded["reason"]) == (["breach"], 7, "leak 1")
    assert verified(config.with_name("ledger.db")).ok
    held = b"".join(map(_unpacked, out.iterdir()))
    assert b"lookup-" in held
    assert [value for value in reporting.CANARIES if value.encode() in held] == []


def test_a_dossier_about_messages_is_about_those_alone(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    result = run(config, *BREACH, "20260310-a", "20260410-eeee", "--format", "pdf", "--out", str(out))
    assert result.exit_code == 0
    rows = table((out / "transfers.csv").read_bytes())
    assert [row["referentie"] for row in rows] == ["20260310-aaaa", "20260410-eeee"]
    assert run(config, *BREACH, "20990101-x", "--out", str(tmp_path / "none")).exit_code == 1


def test_a_dossier_is_not_made_over_another_nor_without_a_reason(config: Path, tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    assert run(config, *BREACH, "--out", str(tmp_path / "dossier")).exit_code == 2
    assert run(config, "breach", "report", "--reason", " ", "--out", str(tmp_path / "new")).exit_code == 2
    assert not (tmp_path / "new").exists()
    assert lookups(config) == []


def test_an_integrity_alarm_is_told_with_its_place(config: Path, tmp_path: Path) -> None:
    whole = run(config, *BREACH, "--integrity", "--out", str(tmp_path / "whole"))
    assert (whole.exit_code, "no integrity alarm" in whole.stderr) == (1, True)
    with tampering(config.with_name("ledger.db")) as connection:
        put(connection, "part", (4, "measures"), "body", b'{"outcome":"accepted"}')
    result = run(
        config, *BREACH, "--integrity", "--format", "pdf", "--lang", "en", "--out", str(tmp_path / "out")
    )
    assert (result.exit_code, "cannot be relied on" in result.stderr) == (1, True)
    assert len(table((tmp_path / "out" / "transfers.csv").read_bytes())) == 7


def test_an_alarm_in_a_ledger_that_does_not_read_still_makes_a_dossier(config: Path, tmp_path: Path) -> None:
    with tampering(config.with_name("ledger.db")) as connection:
        put(connection, "part", (4, "measures"), "body", b"{nonsense")
    for alarm in ((), ("--integrity",)):
        out = tmp_path / f"out{len(alarm)}"
        assert run(config, *BREACH, *alarm, "--out", str(out)).exit_code == 1
        assert (out / "dossier.docx").exists()


def test_a_ledger_that_was_changed_makes_no_dossier_without_a_warning(config: Path, tmp_path: Path) -> None:
    with tampering(config.with_name("ledger.db")) as connection:
        put(connection, "part", (4, "measures"), "body", b'{"outcome":"accepted"}')
    out = tmp_path / "out"
    result = run(config, *BREACH, "20260410-eeee", "--out", str(out))
    assert (result.exit_code, "The ledger is not whole" in result.stderr) == (1, True)
    told = b"LET OP: het register is niet ongeschonden (de groep measures van record 4"
    assert told in _unpacked(out / "dossier.docx")


def test_a_choice_that_fits_nothing_makes_nothing(config: Path, tmp_path: Path) -> None:
    for asked in (("--from", "2030-01-01"), ("20260310-aaaa", "--from", "2026-04-01")):
        result = run(config, *BREACH, *asked, "--out", str(tmp_path / "out"))
        assert (result.exit_code, "No transfer fits" in result.stderr) == (1, True)
        assert not (tmp_path / "out").exists()


def test_nobody_becomes_aware_tomorrow(config: Path, tmp_path: Path) -> None:
    result = run(config, *BREACH, "--aware", "2126-01-01", "--out", str(tmp_path / "out"))
    assert (result.exit_code, "lies in the future" in result.stderr) == (2, True)


def test_the_letters_name_the_transfers_that_they_are_about(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(config, *BREACH, "20260410-ffff", "--out", str(out)).exit_code == 0
    letter = message_from_bytes((out / "reported-protocol-sender.eml").read_bytes(), policy=default)
    told = letter.get_content()
    assert "de doorgifte met referentie 20260410-ffff" in told
    assert "alles wat" not in told


def test_an_export_that_is_interrupted_leaves_nothing(config: Path, tmp_path: Path) -> None:
    """The export waits at a pipe in the place of its ledger's policies; SIGTERM comes while it writes."""
    program = (
        "import os, signal, sys; from gateway.cli import main, export\n"
        "def rows(transfers, asked):\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    yield ()\n"
        "sys.modules['gateway.reports.export']._rows = rows\n"
        "main(sys.argv[1:])\n"
    )
    out = tmp_path / "out.csv"
    arguments = (*EXPORT, "--config", str(config), "--out", str(out))
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=50,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (done.returncode, "Interrupted" in done.stderr) == (2, True)
    assert done.returncode != -signal.SIGTERM
    assert [path for path in tmp_path.iterdir() if "out" in path.name] == []


def test_a_long_list_is_told_as_it_comes(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short = run(config, "transfers", "list").stdout
    monkeypatch.setattr("gateway.cli.transfers_view._TABLE_ROWS", 3)
    long = run(config, "transfers", "list").stdout
    assert long.splitlines()[-1] == short.splitlines()[-1]
    assert [line.split()[0] for line in long.splitlines()[1:-1]] == [
        line.split()[0] for line in short.splitlines()[1:-1] if line.startswith("2026")
    ]
