import pytest

from gateway.mail.document import Block, Line, Row, Table
from gateway.referral.signature import part_signature


def letter(*lines: str, sender: str = "Katrien Moortgat") -> list[str]:
    blocks: tuple[Block, ...] = tuple(Line(line, f"line {number}") for number, line in enumerate(lines, 1))
    above, below = part_signature(blocks, sender)
    assert above + below == blocks
    return [block.text for block in above if isinstance(block, Line)]


@pytest.mark.parametrize(
    "closing",
    [
        "Met vriendelijke groeten",
        "Met vriendelijke groet,",
        "MVG",
        "Mvg,",
        "m.v.g.",
        "Vr. gr.",
        "Grtjs",
        "Groetjes Katrien",
        "Bedankt en groeten,",
        "Hoogachtend,",
        "Cordialement,",
        "Bien à vous",
        "Salutations distinguées",
        "Kind regards,",
        "Yours sincerely",
        "Mit freundlichen Grüßen",
        "MfG",
        "--",
        "Verstuurd vanaf mijn iPhone",
        "Envoyé de mon iPhone",
        "Sent from my iPhone",
        "Gesendet von meinem iPhone",
        "Outlook voor iOS downloaden",
    ],
)
def test_a_closing_formula_ends_the_letter(closing: str) -> None:
    assert letter("Naam: An Peeters", closing, "Gsm: 0492 92 38 03") == ["Naam: An Peeters"]


def test_the_sender_s_own_name_ends_the_letter_in_either_order() -> None:
    assert letter("Naam: An Peeters", "Katrien Moortgat", "Gsm: 0492") == ["Naam: An Peeters"]
    assert letter("Naam: An Peeters", "Moortgat Katrien", "Gsm: 0492") == ["Naam: An Peeters"]


def test_the_sender_s_own_name_as_a_card_ends_the_letter() -> None:
    card = Table((Row((("Katrien Moortgat",),), "row 1"), Row((("Tel",), ("0492",)), "row 2")))
    line = Line("Naam: An Peeters", "line 1")
    assert part_signature((line, card), "Katrien Moortgat") == ((line,), (card,))


def test_the_sender_s_name_under_a_label_is_a_value() -> None:
    lines = ("Verwijzer:", "Katrien Moortgat", "Naam: An Peeters")
    assert letter(*lines) == list(lines)


@pytest.mark.parametrize(
    "line",
    [
        "Groeten: aan iedereen",
        "Groetens",
        "Met vriendelijke groeten aan de hele familie en tot binnenkort, wij kijken uit naar uw komst",
        "Peeters",
        "Katrien",
    ],
)
def test_what_only_resembles_an_end_is_none(line: str) -> None:
    assert letter("Naam: An Peeters", line, "Gsm: 0470", sender="Peeters") == [
        "Naam: An Peeters",
        line,
        "Gsm: 0470",
    ]


def test_without_an_end_the_whole_is_the_letter() -> None:
    assert letter("Naam: An Peeters", "Gsm: 0470", sender="") == ["Naam: An Peeters", "Gsm: 0470"]
