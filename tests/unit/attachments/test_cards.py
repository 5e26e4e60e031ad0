import pytest

from gateway.decision import Code
from tests.support import office


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def shown(*lines: str, version: str = "3.0") -> list[object]:
    return office.shown(office.read(card(*lines, version=version)).blocks)


def test_a_card_becomes_the_labelled_lines_of_a_form() -> None:
    lines = shown(
        "N:Verbeeck;Mieke;;;",
        "FN:Mieke Verbeeck",
        "ADR;TYPE=HOME:;bus 3;Dorpsstraat 12;Pepingen;;1670;België",
        "TEL;TYPE=CELL:+32 470 12 34 56",
        "EMAIL;TYPE=INTERNET:mieke@a.example",
    )
    assert lines == [
        "Achternaam: Verbeeck",
        "Voornaam: Mieke",
        "Adres: Dorpsstraat 12 bus 3, 1670 Pepingen",
        "Telefoon: +32 470 12 34 56",
        "E-mail: mieke@a.example",
    ]


def test_what_no_form_asks_stands_under_its_own_label() -> None:
    lines = shown(
        "FN:Jan", "BDAY:1980-02-03", "NOTE:eerste\\nweede\\, derde", "ORG:De Linde;Klas", "TEL;TYPE=FAX:02"
    )
    assert lines == [
        "Naam: Jan",
        "Geboortedatum: 1980-02-03",
        "Opmerking: eerste weede, derde",
        "Organisatie: De Linde Klas",
        "Fax: 02",
    ]


def test_pictures_and_keys_and_dates_of_change_are_not_read() -> None:
    assert shown("FN:Jan", "PHOTO;ENCODING=b:AAAA", " BBBB", "KEY:x", "REV:2020", "UID:1") == ["Naam: Jan"]


def test_lines_unfold_and_groups_and_quoted_parameters_are_understood() -> None:
    assert shown("FN:Ja", " n", 'item1.TEL;X="a:b;c":0470', "tel:0471") == [
        "Naam: Jan",
        "Telefoon: 0470",
        "Telefoon: 0471",
    ]


def test_version_4_has_uris() -> None:
    lines = shown("FN:Jan", "TEL;VALUE=uri:tel:+32470123456", "EMAIL:mailto:j@a.example", version="4.0")
    assert lines == ["Naam: Jan", "Telefoon: +32470123456", "E-mail: j@a.example"]


def test_version_2_has_quoted_printable_over_several_lines_in_its_own_charset() -> None:
    lines = shown(
        "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:D=E9jardin;Ir=E8=",
        "ne;;;",
        "TEL;HOME;VOICE:02 123 45 67",
        version="2.1",
    )
    assert lines == ["Achternaam: Déjardin", "Voornaam: Irène", "Telefoon: 02 123 45 67"]


def test_two_cards_are_two_sets_of_lines() -> None:
    blocks = office.read(card("FN:Jan") + card("FN:Piet")).blocks
    assert office.shown(blocks) == ["Naam: Jan", "Naam: Piet"]
    assert blocks[1].blank_before  # type: ignore[union-attr]


def test_a_card_may_be_in_utf_16_and_without_an_end() -> None:
    content = "BEGIN:VCARD\nFN:Irène".encode("utf-16")
    assert office.shown(office.read(content).blocks) == ["Naam: Irène"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("FN;CHARSET=x-none;ENCODING=QUOTED-PRINTABLE:a", Code.MESSAGE_UNDECODABLE),
        ("FN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:=FF", Code.MESSAGE_UNDECODABLE),
        ("\r\n".join(["TEL:1"] * 600), Code.MESSAGE_TOO_COMPLEX),
    ],
)
def test_what_cannot_be_spelled_and_what_is_too_much_is_refused(line: str, code: Code) -> None:
    assert office.refusal(card(line)) is code
