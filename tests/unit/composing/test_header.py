import re
from email.parser import BytesHeaderParser
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.composing.header import header_block

WORDS = st.lists(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60), min_size=1
)


@given(WORDS.map(" ".join))
def test_a_printable_value_comes_back_as_it_stood_in_one_field(value: str) -> None:
    block = header_block((("Subject", value),))
    assert re.sub(rb"\r\n ", b" ", block) == f"Subject: {value}\r\n".encode()


@given(st.text())
def test_no_value_makes_a_second_field_or_a_body(value: str) -> None:
    try:
        block = header_block((("Subject", value), ("To", "a@b.example")))
    except ValueError:
        return
    names = re.findall(rb"^([^ \t:\r\n]+):", block, re.MULTILINE)
    assert names == [b"Subject", b"To"]
    assert b"\r\n\r\n" not in block
    assert block.count(b"\r\n") == block.count(b"\r") == block.count(b"\n")


@pytest.mark.parametrize(
    "value", ["", " a", "a ", "a\r\nBcc: x", "a\nb", "a\rb", "a\0b", "a\x85b", "a\u2028b"]
)
def test_a_value_that_could_end_its_line_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="printable"):
        header_block((("Subject", value),))


def test_an_address_that_reads_as_an_encoded_word_is_not_decoded() -> None:
    value = "=?utf-8?q?x=0D=0ABcc=3A_evil?=@kindengezin.example"
    assert header_block((("From", value),)) == f"From: {value}\r\n".encode()


def test_letters_beyond_ascii_become_encoded_words_that_read_back() -> None:
    block = header_block((("Subject", "Très secret, " * 20 + "é"),))
    assert block.isascii()
    parsed = BytesHeaderParser(policy=default).parsebytes(block + b"\r\n")
    assert parsed["Subject"] == "Très secret, " * 20 + "é"


def test_long_values_are_folded_at_blanks() -> None:
    block = header_block((("To", ", ".join(["someone@kindengezin.example"] * 20)),))
    assert max(map(len, block.split(b"\r\n"))) <= 78
