import pytest

from gateway.referral.names import read_claimed
from gateway.slots.terms import Slot

FIRST, LAST, NAME = (Slot.FIRST,), (Slot.LAST,), (Slot.NAME,)


def typed(slots: tuple[Slot, ...], *values: str) -> str:
    name = read_claimed(slots, values)
    return name if isinstance(name, str) else name.typed


@pytest.mark.parametrize(
    "value",
    [
        "Lotte (5), Tom (3)",
        "Lotte, Tom",
        "Lotte (5) Tom (3)",
        "Lotte & Tom",
        "Lotte + Tom",
        "Lotte / Tom",
        "Lotte; Tom",
        "Lotte - Tom",
    ],
)
def test_two_persons_in_one_first_name_are_several_clients(value: str) -> None:
    assert typed(FIRST, value) == "several"


@pytest.mark.parametrize("value", ["Lotte 5 Tom 3", "Lotte en Tom", "Lotte (Tom)", "Lotte, Xyzzy"])
def test_what_may_be_a_second_person_is_doubt(value: str) -> None:
    assert typed(FIRST, value) == "unreadable"


def test_two_lines_under_a_first_name_are_two_persons() -> None:
    assert typed(FIRST, "Lotte", "Tom") == "unreadable"
    assert typed(NAME, "Lotte", "Peeters") == "Lotte Peeters"


def test_two_first_names_around_a_comma_under_a_name_are_two_persons() -> None:
    assert typed(NAME, "Lotte, Tom") == "several"
    assert typed(NAME, "Lotte (5) Tom (3)") == "several"
    assert typed(NAME, "Peeters, Lotte") == "Peeters Lotte"


@pytest.mark.parametrize(
    "value", ["Karen (5)", "Karen, 5 jaar", "Karen (mama)", "Karen, geboren op 2 mei 1984"]
)
def test_a_date_an_age_or_a_role_behind_a_first_name_is_left_behind(value: str) -> None:
    assert typed(FIRST, value) == "Karen"


@pytest.mark.parametrize(
    ("slots", "value"),
    [
        (FIRST, "Karen, verslaafd"),
        (FIRST, "Karen - Psychose"),
        (LAST, "Van Hove, bediende"),
        (NAME, "Van Hove, heeft schulden"),
    ],
)
def test_a_statement_behind_a_name_refuses(slots: tuple[Slot, ...], value: str) -> None:
    assert typed(slots, value) == "unreadable"


def test_what_stands_in_brackets_and_a_trade_are_left_behind() -> None:
    assert typed(FIRST, "Karen (depressief)") == "Karen"
    assert typed(NAME, "An Peeters, bediende") == "An Peeters"
    assert typed(NAME, "Mevr. An Peeters (cliënte)") == "An Peeters"


def test_a_hyphen_between_blanks_joins_a_surname_only() -> None:
    assert typed(LAST, "El Khattabi - Ben Saïd") == "El Khattabi - Ben Saïd"
