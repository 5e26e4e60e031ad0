import pytest

from gateway.slots.mentions import names_somebody, speaks_of_somebody


@pytest.mark.parametrize(
    "sentence",
    [
        "Haar partner heeft ook een gsm.",
        "Jan heeft ook een gsm.",
        "Papa woont in Halle.",
        "De huisarts belt morgen.",
        "Budgetmeter: Rita Claes",
        "Oppas: Vandaele Xyz",
        "Son mari travaille.",
    ],
)
def test_a_sentence_speaks_of_somebody_whose_telephone_may_follow(sentence: str) -> None:
    assert speaks_of_somebody(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mevrouw woont hier sinds vorige maand",
        "Voedselpakket: ja",
        "Tolk nodig: ja (Arabisch)",
        "De woning is vochtig.",
        "Haar kindje is ziek.",
        "An contract is signed.",
        "Vorig adres: Kerkstraat 5, 1671 Elingen",
        "",
    ],
)
def test_a_sentence_speaks_of_nobody_else(sentence: str) -> None:
    assert not speaks_of_somebody(sentence)


@pytest.mark.parametrize(
    ("value", "somebody"),
    [
        ("Rita Claes", True),
        ("Rita", True),
        ("rita claes", False),
        ("Solidaris", False),
        ("in de voormiddag", False),
    ],
)
def test_a_free_value_reads_as_a_name(value: str, *, somebody: bool) -> None:
    assert names_somebody(value) is somebody
