import pytest

from gateway.referral.lines import MAX_LINE, label_alone, pairs_in
from gateway.slots.terms import Slot


def pairs(text: str) -> list[tuple[tuple[Slot, ...], str]]:
    return [(pair.label.slots, pair.value) for pair in pairs_in(text)]


@pytest.mark.parametrize(
    "line",
    [
        "Gsm: 0470 12 34 56",
        "Gsm : 0470 12 34 56",
        "Gsm:0470 12 34 56",
        "Gsm：0470 12 34 56",
        "- Gsm: 0470 12 34 56",
        "• Gsm: 0470 12 34 56",
        "3) Gsm: 0470 12 34 56",
        "c) Gsm: 0470 12 34 56",
        "*Gsm:* 0470 12 34 56",
        "Gsm = 0470 12 34 56",
        "Gsm - 0470 12 34 56",
        "Gsm – 0470 12 34 56",
        "Gsm -> 0470 12 34 56",
        "Gsm ........ 0470 12 34 56",
        "Gsm ____ 0470 12 34 56",
        "Gsm | 0470 12 34 56",
        "[Gsm] 0470 12 34 56",
        "Gsm 0470 12 34 56",
        "Gsm: __0470 12 34 56__",
    ],
)
def test_a_label_and_its_value_are_parted_however_they_are_typed(line: str) -> None:
    assert pairs(line) == [((Slot.PHONE,), "0470 12 34 56")]


@pytest.mark.parametrize("sign", [", ", "; ", " / ", " | ", " - ", "\t", " "])
def test_several_fields_stand_on_one_line(sign: str) -> None:
    assert pairs(sign.join(("Naam: An Peeters", "Bus: 2", "Postcode: 1670"))) == [
        ((Slot.NAME,), "An Peeters"),
        ((Slot.BOX,), "2"),
        ((Slot.POSTCODE,), "1670"),
    ]


@pytest.mark.parametrize(
    ("line", "slot", "value"),
    [
        ("naam hilde de smet", Slot.NAME, "hilde de smet"),
        ("adres lindestraat 8 1670 pepingen", Slot.ADDRESS, "lindestraat 8 1670 pepingen"),
        ("woonadres Eerste Meistraat 8", Slot.ADDRESS, "Eerste Meistraat 8"),
        ("mail an@post.example", Slot.EMAIL, "an@post.example"),
    ],
)
def test_without_a_sign_only_a_value_of_the_label_s_kind_counts(line: str, slot: Slot, value: str) -> None:
    assert pairs(line) == [((slot,), value)]


@pytest.mark.parametrize(
    "line",
    [
        "naam wordt nog doorgegeven",
        "adres is nog niet gekend",
        "tel mij gerust",
        "mail volgt",
        "Mevrouw An Peeters: woont hier",
        "Ze vroeg: naam en adres",
        "Zie ook: https://kindengezin.example/naam:adres",
        "",
        ":",
        ":::::",
    ],
)
def test_a_sentence_is_no_field(line: str) -> None:
    assert pairs(line) == []


def test_a_very_long_line_keeps_its_label_and_a_value_that_fits_no_slot() -> None:
    [pair] = pairs_in("Naam: " + "a" * MAX_LINE)
    assert pair.label.slots == (Slot.NAME,)
    assert len(pair.value) > MAX_LINE - 10
    assert pairs_in("a" * (2 * MAX_LINE)) == ()


@pytest.mark.parametrize("line", ["Naam", "Naam:", "- Naam :", "1. Naam", "Naam ......", "*Naam*"])
def test_a_label_stands_alone(line: str) -> None:
    label = label_alone(line)
    assert label is not None
    assert label.slots == (Slot.NAME,)


@pytest.mark.parametrize("line", ["Mevrouw,", "Mama!", "Naam van de hond"])
def test_a_salutation_is_no_label(line: str) -> None:
    assert label_alone(line) is None
