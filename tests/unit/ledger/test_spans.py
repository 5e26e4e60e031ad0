import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.ledger.canonical import Json
from gateway.ledger.spans import Spans, spans_of


@given(st.sets(st.integers(0, 60)), st.integers(0, 60))
def test_spans_hold_exactly_the_numbers_they_were_made_of(numbers: set[int], below: int) -> None:
    spans = Spans.of((number, number) for number in numbers)
    assert {number for number in range(61) if number in spans} == numbers
    assert len(spans) == len(numbers)
    read = spans_of(spans.json(), below)
    assert {number for number in range(61) if number in read} == {n for n in numbers if n < below}


def test_overlapping_and_adjacent_spans_become_one() -> None:
    assert Spans.of([(5, 9), (0, 2), (3, 3), (8, 12)]).spans == ((0, 3), (5, 12))


@pytest.mark.parametrize(
    "value", [[[3, 1]], [[0, 1], [2, 3]], [[4, 5], [0, 1]], [["0", 1]], [[0, 1, 2]], ["x"], [[0.5, 1]]]
)
def test_what_only_looks_like_spans_is_refused(value: Json) -> None:
    with pytest.raises(ValueError, match="span"):
        spans_of(value, 100)
