import time

import pytest

from gateway.mail.header import (
    MAX_HEADER_BYTES,
    Field,
    HeaderError,
    decode,
    from_address,
    from_display_name,
    split_message,
    unfold,
    values,
)


def author(value: bytes) -> str:
    return str(from_address((Field("from", value),)))


def test_fields_keep_their_order_and_their_bytes() -> None:
    fields, body = split_message(b"From: a\r\nSUBJECT:\tx \r\n y\r\n\tz\r\n\r\nbody\r\n")
    assert fields == (Field("from", b" a"), Field("subject", b"\tx \r\n y\r\n\tz"))
    assert body == len(b"From: a\r\nSUBJECT:\tx \r\n y\r\n\tz\r\n\r\n")


@pytest.mark.parametrize(
    ("content", "names", "body"),
    [
        (b"", (), 0),
        (b"\r\n", (), 2),
        (b"\r\nFrom: in the body\r\n", (), 2),
        (b"A: 1", ("a",), 4),
        (b"A: 1\r\n", ("a",), 6),
        (b"A: 1\r\n\r\n", ("a",), 8),
        (b"A:\r\n\r\nB: 2\r\n\r\n", ("a",), 6),
        (b"A: b: c\r\n\r\n", ("a",), 11),
    ],
)
def test_the_first_empty_line_ends_the_fields(content: bytes, names: tuple[str, ...], body: int) -> None:
    fields, offset = split_message(content)
    assert (tuple(field.name for field in fields), offset) == (names, body)


@pytest.mark.parametrize(
    "content",
    [
        b"From : a\r\n\r\n",
        b"From\t: a\r\n\r\n",
        b" From: a\r\n\r\n",
        b"no field\r\n\r\n",
        b": no name\r\n\r\n",
        b"Fr\xc3\xb6m: a\r\n\r\n",
        b"A: 1\nFrom: b\r\n\r\n",
        b"A: 1\rFrom: b\r\n\r\n",
        b"A: 1\0\r\n\r\n",
        b"A: 1\r\n\n\r\n\r\n",
        b"A: 1\n\nbody",
        b"A: " + b"x" * MAX_HEADER_BYTES + b"\r\n\r\n",
    ],
)
def test_what_another_program_could_read_as_other_fields_is_refused(content: bytes) -> None:
    with pytest.raises(HeaderError):
        split_message(content)


def test_splitting_takes_time_linear_in_the_header() -> None:
    began = time.monotonic()
    split_message(b"A: 1" + b"\r\n x" * ((MAX_HEADER_BYTES - 100) // 4) + b"\r\n\r\n")
    assert time.monotonic() - began < 1


def test_unfolding_leaves_white_space_and_marks_what_is_not_utf_8() -> None:
    assert unfold(b" a\r\n\tb \xc3\xa9\xff ") == "a\tb \u00e9\ufffd"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b" plain", "plain"),
        (b" =?utf-8?Q?caf=C3=A9_x?=", "caf\u00e9 x"),
        (b" =?UTF-8?b?Y2Fmw6k=?=", "caf\u00e9"),
        (b" =?utf-8?b?Y2Fmw6k?=", "caf\u00e9"),
        (b" =?iso-8859-1?q?caf=E9?=", "caf\u00e9"),
        (b" =?utf-8*nl?q?a?=", "a"),
        (b" =?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
        (b" =?utf-8?q?a?=\r\n =?utf-8?q?b?=", "ab"),
        (b" =?utf-8?q?a?==?utf-8?q?b?=", "ab"),
        (b" =?utf-8?q?a?= =?iso-8859-1?q?=E9?= =?utf-8?q?b?=", "a\u00e9b"),
        (b" =?utf-8?q?=C3?= =?utf-8?q?=A9?=", "\u00e9"),
        (b" =?utf-8?q?a?= x =?utf-8?q?b?= y", "a x b y"),
        (b" x=?utf-8?q?a?=y", "xay"),
        (b" =?utf-8?q?=0D=0ABcc:_x?=", "\ufffd\ufffdBcc: x"),
        (b" =?utf-8?q?=00?=", "\ufffd"),
        (b" =?utf-8?q?=FF?=", "\ufffd"),
        (b" =?utf-8?b?A?=", "=?utf-8?b?A?="),
        (b" =?utf-7?q?+AGE-?=", "=?utf-7?q?+AGE-?="),
        (b" =?punycode?q?a-b?=", "=?punycode?q?a-b?="),
        (b" =?none such?q?a?=", "=?none such?q?a?="),
        (b" =?iso-8859-99?q?a?=", "=?iso-8859-99?q?a?="),
        (b" =?utf-8?x?a?=", "=?utf-8?x?a?="),
        (b" =?utf-8?q?a", "=?utf-8?q?a"),
    ],
)
def test_encoded_words_are_decoded_and_others_stay(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    "piece",
    [b"=?", b"=?a?q?", b"=?utf-8?q?a?= ", b"=?utf-8?q?a?==?latin1?q?b?=", b"=?utf-8?b?AAAA", b"?", b" "],
)
def test_decoding_takes_time_linear_in_the_value(piece: bytes) -> None:
    began = time.monotonic()
    decode(piece * (MAX_HEADER_BYTES // len(piece)))
    assert time.monotonic() - began < 1


def test_values_are_those_of_every_field_of_that_name() -> None:
    fields = (Field("x", b" 1"), Field("y", b" 2"), Field("x", b" =?utf-8?q?3?="))
    assert values(fields, "x") == ("1", "3")


@pytest.mark.parametrize(
    "value",
    [
        b" an@x.example",
        b" <an@x.example>",
        b" An <an@x.example>",
        b" An Peeters<an@x.example>",
        b'\t"Peeters, An" <an@x.example> ',
        b' "a\\"b <c@d>" <an@x.example>',
        b" =?utf-8?q?An=2C?= <an@x.example>",
        b" An\r\n Peeters\r\n <an@x.example>",
        b" Jos\xc3\xa9 <an@x.example>",
        b" J. Peeters <an@x.example>",
        b" an@X.EXAMPLE",
    ],
)
def test_the_author_is_the_one_mailbox_in_from(value: bytes) -> None:
    assert author(value) == "an@x.example"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (b" an@x.example", ""),
        (b' "Peeters, An" <an@x.example>', "Peeters, An"),
        (b" =?utf-8?q?Jos=C3=A9?= <an@x.example>", "Jos\u00e9"),
    ],
)
def test_the_display_name_is_what_a_person_reads(value: bytes, name: str) -> None:
    assert from_display_name((Field("from", value),)) == name


def test_without_from_there_is_no_display_name() -> None:
    assert from_display_name(()) == ""
