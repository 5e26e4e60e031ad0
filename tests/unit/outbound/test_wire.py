"""Bytes of a transaction: RFC 5321 sections 4.1.1 and 4.5.2, RFC 1870, RFC 6152."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.mail.address import parse_address
from gateway.outbound.delivery import Refused
from gateway.outbound.wire import Message, dot_stuffed, envelope_commands, unsendable, unsendable_there

SENDER = parse_address("team@opgroeien.example")
RECIPIENT = parse_address("ocmw@pepingen.example")
LINES = st.lists(
    st.binary(max_size=12).map(lambda b: b.replace(b"\r", b".").replace(b"\n", b".")), max_size=8
)


def message(content: bytes = b"Subject: x\r\n\r\ny\r\n") -> Message:
    return Message(SENDER, (RECIPIENT,), content)


@given(LINES)
def test_a_server_that_undoes_dot_stuffing_gets_the_content_back(lines: list[bytes]) -> None:
    content = b"".join(line + b"\r\n" for line in [b"Subject: x", *lines])
    stuffed = dot_stuffed(content).split(b"\r\n")
    assert b"\r\n".join(line.removeprefix(b".") for line in stuffed) == content


@given(LINES)
def test_no_line_of_stuffed_content_is_the_final_dot(lines: list[bytes]) -> None:
    content = b"".join(line + b"\r\n" for line in lines)
    assert b"." not in dot_stuffed(content).split(b"\r\n")


def test_a_dot_on_the_very_first_line_is_stuffed() -> None:
    assert dot_stuffed(b".\r\n..\r\n") == b"..\r\n...\r\n"


def test_content_that_ends_within_a_line_has_that_line_ended() -> None:
    assert dot_stuffed(b"a\r\nb") == b"a\r\nb\r\n"
    assert "SIZE=6" in envelope_commands(message(b"a\r\nb"), {"size"})[0]


@pytest.mark.parametrize(
    "content", [b"a\nb\r\n", b"a\rb\r\n", b"a\r\n.\nb\r\n", b"a\r\r\nb\r\n", b"\n", b"a\r"]
)
def test_bare_line_ends_are_never_sent(content: bytes) -> None:
    assert unsendable(message(content)) == Refused(554, "5.6.0")


def test_whole_line_ends_are_sent() -> None:
    assert unsendable(message(b"\r\n\r\na\r\n\r\n")) is None


def test_eight_bit_content_goes_only_where_it_is_offered() -> None:
    eight_bit = message(b"Subject: x\r\n\r\n\xc3\xa9\r\n")
    assert unsendable_there(eight_bit, {"size"}) == Refused(554, "5.6.3")
    assert unsendable_there(eight_bit, {"8bitmime"}) is None
    assert unsendable_there(message(), set()) is None


def test_parameters_are_given_only_where_they_are_offered_and_needed() -> None:
    eight_bit = message(b"\xc3\xa9\r\n")
    assert envelope_commands(message(b"ab\r\n"), set())[0] == "MAIL FROM:<team@opgroeien.example>"
    assert envelope_commands(message(b"ab\r\n"), {"size", "8bitmime"})[0].endswith("> SIZE=4")
    assert envelope_commands(eight_bit, {"size", "8bitmime"})[0].endswith("> SIZE=4 BODY=8BITMIME")


def test_tls_to_the_end_is_asked_of_a_server_that_offers_it_and_of_no_other() -> None:
    asking = replace(message(b"ab\r\n"), require_tls=True)
    assert envelope_commands(asking, {"requiretls"})[0].endswith("> REQUIRETLS")
    assert "REQUIRETLS" not in envelope_commands(asking, {"size"})[0]
    assert "REQUIRETLS" not in envelope_commands(message(b"ab\r\n"), {"requiretls"})[0]


def test_the_null_reverse_path_is_an_empty_pair_of_brackets() -> None:
    commands = envelope_commands(Message(None, (RECIPIENT, SENDER), b"a\r\n"), set())
    assert commands == (
        "MAIL FROM:<>",
        "RCPT TO:<ocmw@pepingen.example>",
        "RCPT TO:<team@opgroeien.example>",
    )
