from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.ledger.canonical import MAX_INTEGER, Json, canonical, parse_canonical
from gateway.ledger.errors import RecordError

INTEGERS = st.integers(-MAX_INTEGER, MAX_INTEGER)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | INTEGERS | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner),
    max_leaves=20,
)


@given(VALUES)
def test_a_value_reads_back_from_its_one_spelling(value: Json) -> None:
    assert parse_canonical(canonical(value)) == value


def test_keys_stand_in_order_and_nothing_is_spelled_at_length() -> None:
    value: Json = {"b": [True, None], "a": 'é"\\\n\u0001\u007f', "B": -1}
    assert canonical(value) == b'{"B":-1,"a":"\xc3\xa9\\"\\\\\\n\\u0001\x7f","b":[true,null]}'


def test_an_enumeration_is_spelled_as_its_value() -> None:
    class Colour(StrEnum):
        RED = "red"

    assert canonical([Colour.RED]) == b'["red"]'


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), b"bytes", {1: 2}, {"é": 1}, {"a": {1, 2}}, MAX_INTEGER + 1, "\ud800", {"\ud800": 1}],
)
def test_what_has_no_single_spelling_is_refused(value: Json) -> None:
    with pytest.raises(RecordError):
        canonical(value)


def test_nesting_beyond_bounds_is_refused_not_followed() -> None:
    with pytest.raises(RecordError):
        parse_canonical(b"[" * 100_000 + b"]" * 100_000)
    with pytest.raises(RecordError):
        parse_canonical(b"[" * 20 + b"]" * 20)


@pytest.mark.parametrize(
    "spelling",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"NaN",
        b'"\\u0061"',
        b"\xff",
        b"",
    ],
)
def test_any_other_spelling_is_refused(spelling: bytes) -> None:
    with pytest.raises(RecordError):
        parse_canonical(spelling)
