import pytest

from gateway.slots.titles import is_greeting, is_short_title


@pytest.mark.parametrize(
    "text", ["Dag collega", "Beste Sofie", "Bonjour", "Hi team", "Sehr geehrte Frau Weber"]
)
def test_a_salutation_is_a_greeting(text: str) -> None:
    assert is_greeting(text)


@pytest.mark.parametrize("text", ["Beste moment: na 16u", "Naam", "Dagelijks", "Aan: OCMW"])
def test_a_field_is_no_greeting(text: str) -> None:
    assert not is_greeting(text)


@pytest.mark.parametrize(
    "text", ["Bewoner 2", "Oppas van de tweeling", "Bram Cattoir", "HULPVERLENING", "1. Wie"]
)
def test_a_few_words_are_a_title(text: str) -> None:
    assert is_short_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mevrouw woont hier sinds vorige maand",
        "° 12/05/1988",
        "(liefst na 16u)",
        "Voedselpakket: ja",
        "Waar woont ze? Pepingen",
        "Bedankt!",
        "Met dank,",
        "Dit is een heel lange regel zonder einde maar met veel woorden",
        "-----",
        "",
    ],
)
def test_a_sentence_a_remark_a_date_and_a_rule_are_no_title(text: str) -> None:
    assert not is_short_title(text)
