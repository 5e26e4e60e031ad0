import datetime as dt

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from gateway.attachments.number_format import as_date, as_shown, is_date_format
from tests.support import office


def rows_of(content: bytes) -> list[object]:
    return office.shown(office.read(content).blocks)


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def test_shared_strings_numbers_and_values_of_formulas_are_read() -> None:
    cells = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="str"><f>B1</f><v>Gsm</v></c><c r="B2"><v>470123456</v></c></row>'
    )
    strings = "<si><t>Naam</t></si><si><r><t>Jan </t></r><r><t>Peeters</t></r><rPh><t>ruby</t></rPh></si>"
    assert rows_of(office.workbook({"Blad1": data(cells)}, strings=strings)) == [
        [["Naam", "Jan Peeters"], ["Gsm", "470123456"]]
    ]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read(state: str) -> None:
    one, two = (
        data(f'<row r="1">{inline("A1", "Naam")}{inline("B1", name)}</row>') for name in ("Jan", "Piet")
    )
    assert rows_of(office.workbook({"a": one, "b": two}, states=[state])) == [[["Naam", "Piet"]]]


def test_hidden_rows_and_columns_are_not_read() -> None:
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    seen = f'<row r="1">{inline("A1", "Naam")}{inline("B1", "geheim")}{inline("C1", "Jan")}</row>'
    unseen = f'<row r="2" hidden="1">{inline("A2", "Gsm")}{inline("C2", "0470")}</row>'
    assert rows_of(office.workbook({"a": columns + data(seen, unseen)})) == [[["Naam", "Jan"]]]


def test_what_stands_apart_is_another_table() -> None:
    listed = [("Cliënt", ""), ("Naam", "Jan"), ("", ""), ("School", "De Linde"), ("Klas", "2B")]
    assert rows_of(office.sheet_form(listed)) == [
        [["Cliënt"], ["Naam", "Jan"]],
        [["School", "De Linde"], ["Klas", "2B"]],
    ]


def test_columns_keep_their_places_under_a_header_row() -> None:
    listed = [("Naam", "Gsm", "Adres"), ("Jan", "", "Dorp 1")]
    assert rows_of(office.sheet_form(listed)) == [[["Naam", "Gsm", "Adres"], ["Jan", "", "Dorp 1"]]]


def test_cells_that_nobody_sees_are_not_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Blad1", 0)
    sheet.append(["Naam", "Jan"])
    sheet.append(["Wit", "geheim"])
    sheet.append(["Kop", "wit op blauw"])
    sheet.append(["Doorstreept", "geheim"])
    sheet.append(["Formaat", 470])
    sheet["B2"].font = Font(color="FFFFFFFF")
    sheet["B3"].font = Font(color="FFFFFFFF")
    sheet["B3"].fill = PatternFill("solid", fgColor="FF1F4E79")
    sheet["B4"].font = Font(strike=True)
    sheet["B5"].number_format = ";;;"
    assert rows_of(office.saved(book)) == [
        [["Naam", "Jan"], ["Wit"], ["Kop", "wit op blauw"], ["Doorstreept"], ["Formaat"]]
    ]


def test_a_date_is_read_as_a_date_and_a_comment_is_not_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Blad1", 0)
    sheet.append(["Geboren", dt.date(1980, 2, 3)])
    sheet["A1"].comment = Comment("geheim", "iemand")
    assert rows_of(office.saved(book)) == [[["Geboren", "1980-02-03"]]]


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        ("470123456", "", "470123456"),
        ("470123456", "General", "470123456"),
        ("470123456", "0000000000", "0470123456"),
        ("470123456", '0000" "00" "00" "00', "0470 12 34 56"),
        ("470123456", "0000/00 00 00", "0470/12 34 56"),
        ("32470123456", "[<=9]0;+## ### ## ## ##", "32470123456"),
        ("32470123456", "+## ### ## ## ##", "+32 470 12 34 56"),
        ("4.70123456E8", "", "470123456"),
        ("1670", "#,##0", "1670"),
        ("12.50", "0.00", "12.5"),
        ("-3", "00", "-3"),
        ("1e999", "", "1e999"),
        ("nan", "0", "nan"),
        ("tekst", "0", "tekst"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it_and_no_digit_is_invented(
    value: str, code: str, told: str
) -> None:
    assert as_shown(value, code) == told


def test_formats_of_dates_are_told_from_those_of_numbers() -> None:
    assert is_date_format(14, "")
    assert is_date_format(170, "dd/mm/yyyy")
    assert not is_date_format(0, "General")
    assert not is_date_format(171, '0" dagen"')
    assert as_date("29254.5") == "1980-02-03"
    assert as_date("-1") == "-1"
    assert as_date("9999999") == "9999999"
