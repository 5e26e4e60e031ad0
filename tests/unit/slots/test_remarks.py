import pytest

from gateway.slots.remarks import (
    Remarked,
    begins_with_another,
    only_parent_told,
    says_nothing,
    without_remarks,
)
from gateway.slots.terms import Person


@pytest.mark.parametrize(
    ("text", "value", "remarks"),
    [
        ("An (mama)", "An", ("mama",)),
        ("An [mama] Peeters", "An Peeters", ("mama",)),
        ("An (mama", "An", ("mama",)),
        ("An (a) (b)", "An", ("a", "b")),
        ("An ()", "An", ()),
        ("(mama)", "", ("mama",)),
        ("An)", "An)", ()),
    ],
)
def test_a_value_is_parted_from_what_stands_in_brackets(
    text: str, value: str, remarks: tuple[str, ...]
) -> None:
    assert without_remarks(text) == Remarked(value, remarks)


@pytest.mark.parametrize(
    "remark", ["zus", "buurvrouw", "van haar man", "partner", "huisarts", "de sa mère", "her husband", "oma"]
)
def test_a_remark_gives_a_value_to_somebody_else(remark: str) -> None:
    assert without_remarks(f"0470 ({remark})").speaks_of_another()


@pytest.mark.parametrize(
    "remark", ["mama", "mevrouw", "thuis", "na 16u", "", "sinds de zomer weg, mama belt"]
)
def test_a_remark_that_may_mean_the_client_does_not(remark: str) -> None:
    assert not without_remarks(f"0470 ({remark})").speaks_of_another()


@pytest.mark.parametrize(
    "text",
    ["Emma Claes (kind)", "Emma Claes, dochter van An", "Jan - partner", "Jan [ex-man]", "X; huisarts"],
)
def test_what_stands_behind_a_name_makes_it_somebody_else_s(text: str) -> None:
    assert begins_with_another(text)


@pytest.mark.parametrize(
    "text", ["An Peeters", "An (mama van Emma)", "An, 2 kinderen", "An (34)", "Partner An"]
)
def test_what_stands_behind_a_name_leaves_it_alone(text: str) -> None:
    assert not begins_with_another(text)


def test_the_one_parent_a_remark_names_is_told() -> None:
    assert only_parent_told("0470 12 34 56 (mama)") == (Person.MOTHER, "0470 12 34 56")
    assert only_parent_told("0470 12 34 56 (papa) / 0471 12 34 56 (mama)") is None
    assert only_parent_told("0470 12 34 56 (zus)") is None
    assert only_parent_told("0470 12 34 56") is None


@pytest.mark.parametrize(
    "text", ["", "-", "/", "?", "geen", "n.v.t.", "onbekend", "Nihil", "néant", "xx", "unknown"]
)
def test_a_value_says_that_there_is_none(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["An", "geen 0470", "0"])
def test_a_value_says_something(text: str) -> None:
    assert not says_nothing(text)
