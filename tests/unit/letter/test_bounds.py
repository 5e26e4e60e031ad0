import pytest

from gateway.decision import Code
from gateway.letter.bounds import MAX_CHARACTERS, MAX_LINES, TooComplex, require_bounds
from gateway.mail.document import Document, Line, Row, Table, Unreadable
from gateway.reading.read import read
from tests.support.letters import letter


def test_a_letter_up_to_the_bounds_is_read() -> None:
    require_bounds(tuple(Line("x", "p") for _ in range(MAX_LINES)))
    require_bounds((Line("x" * MAX_CHARACTERS, "p"),))


@pytest.mark.parametrize(
    "blocks",
    [
        tuple(Line("x", "p") for _ in range(MAX_LINES + 1)),
        (Line("x" * (MAX_CHARACTERS + 1), "p"),),
        (Table(tuple(Row((("a",), ("b",)), "p") for _ in range(MAX_LINES))),),
        (Table((Row((("x" * MAX_CHARACTERS,), ("b",)), "p"),)),),
    ],
)
def test_a_letter_beyond_them_is_not(blocks: tuple[Line | Table, ...]) -> None:
    with pytest.raises(TooComplex):
        require_bounds(blocks)


def test_what_is_quoted_below_counts_for_nothing() -> None:
    below = "Van: x\r\nVerzonden: x\r\nAan: x\r\n" + "oud\r\n" * MAX_LINES
    assert isinstance(read(letter("Naam: Jan\r\n" + below)), Document)
    assert read(letter("oud\r\n" * (MAX_LINES + 1))) == Unreadable(Code.MESSAGE_TOO_COMPLEX, "body")
