import pytest

from gateway.policy.events import Place
from gateway.policy.tree import grow


def test_every_key_and_value_has_its_place() -> None:
    tree = grow("a: 1\nb:\n  - x\n  - {c: y}\n")

    assert tree.data == {"a": 1, "b": ["x", {"c": "y"}]}
    assert tree.keys[("b",)] == Place(2, 1)
    assert tree.values[("b", 0)] == Place(3, 5)
    assert tree.keys[("b", 1, "c")] == Place(4, 6)
    assert tree.values[("b", 1, "c")] == Place(4, 9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("null", None),
        ("~", None),
        ("012", 12),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2025-12-18", "2025-12-18"),
        ("0886.886.638", "0886.886.638"),
        ("1.5", 1.5),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("1e5", "1e5"),
        ("9" * 18, 10**18 - 1),
        ("9" * 5000, "9" * 5000),
        ("1.0e999", "1.0e999"),
        ("'1'", "1"),
        ('"true"', "true"),
    ],
)
def test_plain_words_mean_what_they_show(text: str, value: object) -> None:
    assert grow(f"k: {text}\n").data == {"k": value}


def test_keys_are_text_however_they_are_written() -> None:
    assert grow("1670: a\ntrue: b\n'x': c\n").data == {"1670": "a", "true": "b", "x": "c"}


def test_a_number_and_its_text_are_one_key() -> None:
    tree = grow('1670: a\n"1670": b\n')

    assert tree.data == {"1670": "a"}
    assert [flaw.place for flaw in tree.flaws] == [Place(2, 1)]


def test_an_alias_is_never_followed() -> None:
    tree = grow("a: &x [1, 2]\nb: [*x, *x, *x]\n")

    assert tree.data == {"a": [1, 2], "b": [None, None, None]}
    assert len(tree.flaws) == 4


def test_a_value_that_was_left_out_stands_at_its_key() -> None:
    assert grow("a: 1\nb:\n\n\nc: 2\n").values[("b",)] == Place(2, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("hostname:mx.example\npolicies: x\n", Place(1, 1)),
        ("# why\n\nprotocol:demo\nlanguage:nl\n\nvalid: {from: 2026-01-01}\n", Place(3, 1)),
        ("parties:\n  sender:\n    name:OCMW Dilbeek\n    address: Here 1\n", Place(3, 5)),
        ("labels:\n  - name:Geheim\n    id: x\n", Place(2, 5)),
    ],
)
def test_a_key_without_a_space_is_told_where_it_stands_and_not_at_the_next_one(
    text: str, place: Place
) -> None:
    (flaw,) = grow(text).flaws

    assert (flaw.place, flaw.wrong) == (place, "a key without a colon")


@pytest.mark.parametrize("value", ["see https://x.example", "https://x.example", "1:2"])
def test_a_colon_in_a_value_is_not_taken_for_a_key(value: str) -> None:
    (flaw,) = grow(f"a:\n  {value}\n  b: 1\n").flaws

    assert (flaw.place, flaw.wrong) == (Place(3, 4), "a colon where none can stand")


def test_a_wrong_key_is_shown_short_and_printable() -> None:
    flaw = grow(f'"{"k" * 50}\\n": 1\n"{"k" * 50}\\n": 2\n').flaws[0]

    assert f'"{"k" * 40}…"' in flaw.wrong
    assert len(flaw.wrong.splitlines()) == 1
