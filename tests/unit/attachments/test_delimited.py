import pytest

from gateway.decision import Code
from tests.support import office


def shown(content: bytes) -> list[object]:
    return office.shown(office.read(content, name="lijst.csv").blocks)


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_sign_between_columns_is_found(sign: str) -> None:
    content = f'Naam{sign}Gsm{sign}Adres\r\nJan{sign}0470{sign}"Dorp 1{sign} 1673 Beert"\r\n'.encode()
    value = f"Dorp 1{sign} 1673 Beert" if sign != "\t" else "Dorp 1\t1673 Beert"
    assert shown(content) == [[["Naam", "Gsm", "Adres"], ["Jan", "0470", value]]]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_the_encodings_that_excel_writes_are_understood(codec: str) -> None:
    assert shown("Naam;Irène\n".encode(codec)) == [[["Naam", "Irène"]]]


def test_a_value_of_several_lines_and_an_empty_cell_keep_their_place() -> None:
    assert shown(b'Naam,Adres,Gsm\nJan,,0470\nPiet,"a\nb",1\n') == [
        [["Naam", "Adres", "Gsm"], ["Jan", "", "0470"], ["Piet", "a/b", "1"]]
    ]


def test_one_column_is_lines() -> None:
    assert shown(b"Naam: Jan\nGsm: 0470\n") == ["Naam: Jan", "Gsm: 0470"]


def test_an_open_quote_and_binary_data_are_refused() -> None:
    assert office.refusal(b'Naam;"Jan\n', name="a.csv") is Code.MESSAGE_ATTACHMENT
    assert office.refusal(b"Naam;\x00\n", name="a.csv") is Code.MESSAGE_UNDECODABLE
    assert office.refusal(b"\xff\xfeN", name="a.csv") is Code.MESSAGE_UNDECODABLE
    assert office.refusal(b"\x81\x8d", name="a.csv") is Code.MESSAGE_UNDECODABLE
