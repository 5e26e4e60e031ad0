import pytest

from gateway.doctor.causes import cause
from gateway.texts.errors import spoken


@pytest.mark.parametrize(
    ("text", "dutch"),
    [
        ("self-signed certificate", "het certificaat is enkel door zichzelf ondertekend"),
        (
            "Hostname mismatch, certificate is not valid for 'a.example'.",
            "het certificaat is niet van a.example",
        ),
        ("WRONG_VERSION_NUMBER", "wat daar antwoordt, spreekt geen TLS"),
        ("TimeoutError", "er kwam niet op tijd antwoord"),
    ],
)
def test_what_often_keeps_a_connection_from_being_made_is_told_in_any_language(text: str, dutch: str) -> None:
    assert spoken(cause(text), "nl") == dutch


def test_what_is_seldom_stays_in_the_words_of_the_library() -> None:
    assert cause("DH_KEY_TOO_SMALL") == "DH_KEY_TOO_SMALL"
