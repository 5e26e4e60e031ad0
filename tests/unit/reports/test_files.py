import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from gateway.ledger.canonical import parse_canonical
from gateway.ledger.transfers import each_transfer
from gateway.reports import workbook
from gateway.reports.csvfile import csv_lines, harmless
from gateway.reports.shape import json_lines
from gateway.reports.table import COLUMNS, headings, row
from gateway.reports.workbook import Sheet, TooManyRows, write_workbook
from gateway.texts.reports import LANGUAGES
from tests.support import reporting

MOMENT = datetime(2026, 3, 10, 9, 30, 15)  # noqa: DTZ001 - a cell has no time zone
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x.example")')


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_is_a_formula_in_csv(text: str) -> None:
    data = b"".join(csv_lines(("a",), ((text,),)))
    ((cell,),) = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))[1:]
    assert cell[0] == "'"
    assert cell[1:].split() == "".join(char if char.isprintable() else " " for char in text).split()


@pytest.mark.parametrize("text", ["", "a=b", 'é; "x"', "sha256:ab", "20260310-aaaa", "1 × health"])
def test_other_texts_stay_what_they_are(text: str) -> None:
    assert harmless(text) == text


def test_csv_is_what_a_belgian_excel_opens() -> None:
    data = b"".join(csv_lines(("één", "twee"), (("a;b", MOMENT), (3, None))))
    assert data == "\ufeffén;".encode()[:3] + 'één;twee\r\n"a;b";2026-03-10 09:30:15\r\n3;\r\n'.encode()


def test_csv_without_rows_has_its_headings() -> None:
    assert b"".join(csv_lines(("a", "b"), ())) == b"\xef\xbb\xbfa;b\r\n"


def written(*sheets: Sheet) -> openpyxl.Workbook:
    buffer = io.BytesIO()
    write_workbook(buffer, sheets)
    return openpyxl.load_workbook(buffer)


def test_a_workbook_has_real_dates_numbers_and_a_table() -> None:
    page = written(Sheet("one", ("a", "b", "c", "d"), (("x", 3, MOMENT, None), ("", 4, MOMENT, None))))["one"]
    assert [[cell.value for cell in cells] for cells in page.iter_rows()] == [
        ["a", "b", "c", "d"],
        ["x", 3, MOMENT, None],
        [None, 4, MOMENT, None],
    ]
    assert page["C2"].is_date
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (
        "landscape", 1, 0,
    )  # fmt: skip
    fitted: Any = page.sheet_properties.pageSetUpPr
    assert (fitted.fitToPage, page.print_title_rows) == (True, "$1:$1")
    table = page.tables["Table1"]
    assert table.ref == "A1:D3"
    assert table.column_names == ["a", "b", "c", "d"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_is_a_formula_in_a_workbook(text: str) -> None:
    cell = written(Sheet("one", ("a",), ((text,),)))["one"]["A2"]
    assert cell.data_type != "f"
    assert str(cell.value).strip() == "".join(c if c.isprintable() else " " for c in text).strip()


def test_a_workbook_without_rows_is_still_one() -> None:
    assert written(Sheet("one", ("a", "b"), ()))["one"].tables["Table1"].ref == "A1:B2"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(TooManyRows):
        written(Sheet("one", ("a",), ((number,) for number in range(3))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_tells_who_what_when_why_and_about_whom(tmp_path: Path, language: str) -> None:
    ledger = reporting.installation(tmp_path).with_name("ledger.db")
    rows = [
        dict(zip(COLUMNS, row(transfer, language, UTC), strict=True)) for transfer in each_transfer(ledger)
    ]
    assert len(headings(language)) == len(COLUMNS)
    assert rows[0]["reference"] == "20260310-aaaa"
    assert rows[0]["when"] == rows[0]["when_utc"] == reporting.MARCH.replace(tzinfo=None)
    assert [found["about"] for found in rows] == [1, 1, None, None, 1, 1, 1]
    assert rows[1]["who"] == "=1+1@sender.example"
    assert rows[2]["reason"]
    assert rows[3]["fields"] not in ("", rows[0]["fields"])
    assert str(rows[0]["left_out"]).startswith("2 × ")


def test_a_line_of_json_is_canonical(tmp_path: Path) -> None:
    ledger = reporting.installation(tmp_path).with_name("ledger.db")
    lines = b"".join(json_lines(each_transfer(ledger))).split(b"\n")
    assert lines.pop() == b""
    assert [json.loads(line)["id"][-4:] for line in lines][:2] == ["aaaa", "bbbb"]
    assert all(parse_canonical(line) for line in lines)
