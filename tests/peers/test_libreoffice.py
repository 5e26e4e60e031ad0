"""Exports opened by LibreOffice, which reads a spreadsheet as Excel does: what comes back is what went in."""

import csv
import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from gateway.ledger.transfers import each_transfer
from gateway.reports.table import COLUMNS, headings, row
from tests.support import reporting

OFFICE = shutil.which("soffice")
# UTF-8, semicolon, quotes; and no cell is to be evaluated (tokens of LibreOffice's CSV filter).
AS_CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false"

pytestmark = [
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
    pytest.mark.timeout(180),
]


def opened(path: Path, kind: str, *options: str) -> Path:
    """``path`` as LibreOffice saves it again as ``kind``."""
    out = path.parent / f"office-{kind}"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        *options,
        "--convert-to",
        kind,
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    (made,) = out.iterdir()
    return made


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return reporting.installation(tmp_path)


def expected(config: Path) -> list[tuple[object, ...]]:
    transfers = each_transfer(config.with_name("ledger.db"))
    return [tuple(value or None for value in row(transfer, "nl", None)) for transfer in transfers]


def plain(value: object) -> object:
    return value.replace(microsecond=0) if isinstance(value, datetime) else value


def test_a_workbook_reads_back_equal(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "export.xlsx"
    assert reporting.run(config, "transfers", "export", "--format", "xlsx", "--out", str(out)).exit_code == 0
    page = openpyxl.load_workbook(opened(out, "xlsx"))["Doorgiften"]
    names, *rows = [[cell.value or None for cell in cells[: len(COLUMNS)]] for cells in page.iter_rows()]
    assert tuple(names) == headings("nl")
    assert [[plain(value) for value in cells] for cells in rows] == [
        [plain(value) for value in cells] for cells in expected(config)
    ]


def test_csv_reads_back_equal(config: Path, tmp_path: Path) -> None:
    out = tmp_path / "export.csv"
    assert reporting.run(config, "transfers", "export", "--out", str(out)).exit_code == 0
    made = opened(out, AS_CSV, "--infilter=Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false")
    back = list(csv.reader(io.StringIO(made.read_text("utf-8")), delimiter=";"))
    sent = list(csv.reader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    assert back == sent
    assert back[2][5] == "'=1+1@sender.example"


def test_a_dossier_opens_and_says_what_is_open(config: Path, tmp_path: Path) -> None:
    arguments = ("breach", "report", "--reason", "leak", "--out", str(tmp_path / "dossier"))
    assert reporting.run(config, *arguments).exit_code == 0
    text = opened(tmp_path / "dossier" / "dossier.docx", "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    assert text.count("IN TE VULLEN") > 10
    assert f"{datetime.now(UTC):%Y-%m-%d}" in text
