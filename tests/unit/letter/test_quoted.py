import pytest

from gateway.letter.quoted import without_quoted
from gateway.mail.document import Line


def kept(*lines: str) -> list[str]:
    blocks = tuple(Line(line, f"line {number}") for number, line in enumerate(lines, 1))
    return [block.text for block in without_quoted(blocks) if isinstance(block, Line)]


@pytest.mark.parametrize(
    "header",
    [
        ("Van: An <an@x.example>", "Verzonden: maandag", "Aan: OCMW", "Onderwerp: gezin"),
        ("De : An <an@x.example>", "Envoyé : lundi", "À : CPAS", "Objet : famille"),
        ("From: An <an@x.example>", "Sent: Monday", "To: OCMW", "Subject: family"),
        ("Von: An <an@x.example>", "Gesendet: Montag", "An: OCMW", "Betreff: Familie"),
        ("*Van:* An", "*Verzonden:* maandag", "*Aan:* OCMW", "*Onderwerp:* gezin"),
        ("Van: An <an@x.example>", "Datum: maandag", "Aan: OCMW"),
    ],
    ids=lambda header: header[0],
)
def test_an_earlier_mail_begins_at_its_header(header: tuple[str, ...]) -> None:
    assert kept("boven", *header, "Naam: Jan Claes") == ["boven"]


@pytest.mark.parametrize(
    "line",
    [
        "Op ma 12 jan 2026 om 14:03 schreef An <an@x.example>:",
        "Le lun. 12 janv. 2026 à 14:03, An <an@x.example> a écrit :",
        "On Mon, 12 Jan 2026 at 14:03, An <an@x.example> wrote:",
        "Am Mo., 12. Jan. 2026 um 14:03 Uhr schrieb An <an@x.example>:",
        "-----Oorspronkelijk bericht-----",
        "----- Original Message -----",
        "-------- Message d'origine --------",
        "-----Ursprüngliche Nachricht-----",
        "---------- Forwarded message ---------",
        "Begin doorgestuurd bericht:",
    ],
)
def test_an_earlier_mail_begins_at_the_line_that_announces_it(line: str) -> None:
    assert kept("boven", line, "Naam: Jan Claes") == ["boven"]


def test_a_form_whose_label_is_van_is_not_an_earlier_mail() -> None:
    form = ("Van: Kind en Gezin", "Naam: An Peeters", "Adres: Dorpsstraat 7")
    assert kept(*form) == list(form)


def test_a_memo_that_begins_with_van_aan_datum_is_not_an_earlier_mail() -> None:
    form = ("Van: Kind en Gezin", "Aan: OCMW Pepingen", "Datum: 02/03/2026", "Naam: An Peeters")
    assert kept(*form) == list(form)


def test_header_words_far_below_do_not_belong_to_the_label() -> None:
    form = ("Van: An <an@x.example>", *("tekst",) * 8, "Verzonden: maandag", "Aan: OCMW")
    assert kept(*form) == list(form)
