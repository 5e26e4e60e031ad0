import pytest

from gateway.letter.characters import DeceptiveText, clean_line


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Naam: An\u00ad Peeters", "Naam: An Peeters"),
        ("Pee\u200bters", "Peeters"),
        ("Pee\ufeffters", "Peeters"),
        ("Naam\u00a0: An", "Naam : An"),
        ("0470\u202f12\u202f34\u202f56", "0470 12 34 56"),
        ("Anne\u2011Marie", "Anne-Marie"),
        ("  Naam:   ", "Naam:"),
        ("Jose\u0301", "José"),
        ("a\x00b\x07c", "abc"),
        ("een\u2028twee", "een twee"),
    ],
    ids=ascii,
)
def test_what_word_and_web_pages_leave_behind_is_undone(typed: str, read: str) -> None:
    assert clean_line(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Naam\tAn", "Naam\tAn"),
        ("Naam \t\t An", "Naam\tAn"),
        ("Naam     An", "Naam\tAn"),
        ("Naam  An", "Naam An"),
        ("\tNaam", "Naam"),
    ],
    ids=ascii,
)
def test_a_tab_or_a_wide_gap_parts_columns(typed: str, read: str) -> None:
    assert clean_line(typed) == read


@pytest.mark.parametrize("override", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_bidirectional_override_is_refused(override: str) -> None:
    with pytest.raises(DeceptiveText):
        clean_line(f"Naam: An {override}Peeters")


def test_look_alikes_are_left_for_the_grammar_of_the_slot() -> None:
    assert clean_line("\u0410n ０４７０") == "\u0410n ０４７０"


def test_a_line_of_invisible_characters_is_empty() -> None:
    assert clean_line("\u200b\u00ad\u2060\u00a0") == ""
