"""A forged author: every From that one program reads as an allowed sender and another does not."""

import time

import pytest

from gateway.checks import sender
from gateway.decision import Code
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import HeaderError, from_address, split_message
from tests.support.arrivals import arrival, policy

FACTS = Authentication(Method(Outcome.PASS, "kindengezin.example", aligned=True), (), Outcome.PASS)
GOOD = b"an@kindengezin.example"
EVIL = b"evil@evil.example"


def codes(header: bytes) -> set[Code]:
    """What the sender check finds; a header block that cannot be split is refused before any check."""
    content = header + b"\r\n\r\nx\r\n"
    try:
        fields, _ = split_message(content)
    except HeaderError:
        return {Code.MESSAGE_MALFORMED}
    return {finding.code for finding in sender.check(policy(), arrival(content), fields, FACTS)}


def test_an_honest_from_passes() -> None:
    assert codes(b"From: An <" + GOOD + b">") == {Code.SENDER_LISTED, Code.AUTHENTICATION_PASSED}


@pytest.mark.parametrize(
    "header",
    [
        b"From: " + GOOD + b"\r\nFrom: " + EVIL,
        b"From: " + EVIL + b"\r\nFrom: " + GOOD,
        b"From: " + GOOD + b"\r\nFROM: " + GOOD,
        b"From: " + GOOD + b"\r\nFrom : " + EVIL,
        b"From : " + GOOD,
        b"From\t: " + GOOD,
        b"From: " + GOOD + b"\nFrom: " + EVIL,
        b"From: " + GOOD + b"\rFrom: " + EVIL,
        b" From: " + GOOD,
        b"From\r\n : " + GOOD,
        b"F\0rom: " + GOOD,
        b"From: an@kindengezin.example\0@evil.example",
        b"Fr\xd0\xbem: " + GOOD,
        b"Subject: no author",
        b"From:",
        b"From: <>",
        b"Sender: " + GOOD,
        b"Resent-From: " + GOOD,
        b"From: " + GOOD + b", " + EVIL,
        b"From: <" + GOOD + b">, <" + EVIL + b">",
        b"From: " + GOOD + b" " + EVIL,
        b"From: " + GOOD + b"; " + EVIL,
        b"From: <" + GOOD + b"><" + EVIL + b">",
        b"From: <" + GOOD + b"> <" + EVIL + b">",
        b"From: <" + GOOD + b">" + EVIL,
        b"From: " + EVIL + b" <" + GOOD + b">",
        b"From: <" + EVIL + b"<" + GOOD + b">>",
        b"From: <<" + GOOD + b">>",
        b"From: <" + GOOD,
        b"From: " + GOOD + b">",
        b"From: > <" + GOOD + b">",
        b"From: team: " + GOOD + b";",
        b"From: team: " + GOOD + b", " + EVIL + b";",
        b"From: undisclosed-recipients:;",
        b"From: <@evil.example:" + GOOD + b">",
        b"From: " + GOOD + b" (" + EVIL + b")",
        b"From: (" + EVIL + b") " + GOOD,
        b"From: an(x)@kindengezin.example",
        b"From: an@kindengezin.example(.evil.example)",
        b"From: an@(x)kindengezin.example",
        b"From: <an@kindengezin.example (x)>",
        b"From: An (x) <" + GOOD + b">",
        b'From: "an"@kindengezin.example',
        b'From: <"an"@kindengezin.example>',
        b'From: <"' + EVIL + b'"an@kindengezin.example>',
        b"From: <" + GOOD + b'"@evil.example">',
        b"From: " + GOOD + b'"@evil.example"',
        b'From: "unclosed <' + GOOD + b">",
        b'From: "closed\\" <' + GOOD + b">",
        b"From: =?utf-8?q?an?= =?utf-8?q?=40kindengezin.example?=",
        b"From: =?utf-8?q?an=40kindengezin.example?=",
        b"From: <=?utf-8?q?an=40kindengezin.example?=>",
        b"From: an@=?utf-8?q?kindengezin.example?=",
        b"From: an@kindengezin.example\x0b",
        b"From: an@kindengezin.example\xc2\xa0",
        b"From: \xe2\x80\x8ban@kindengezin.example",
        b"From: an@kindengezin.example\xe2\x80\xae",
        b"From: an@kindengezin\xe3\x80\x82example",
        b"From: an@kindengez\xc4\xb1n.example",
        b"From: an@kindengezin.example.",
        b"From: an@kindengezin .example",
        b"From: an@\r\n kindengezin.example",
        b"From: an\r\n @kindengezin.example",
        b"From: < an@kindengezin.example >",
        b"From: an@[127.0.0.1]",
        b"From: xn--an@",
        b"From: @kindengezin.example",
    ],
)
def test_a_from_that_is_not_one_plain_mailbox_is_refused(header: bytes) -> None:
    assert codes(header) & {Code.SENDER_FROM_INVALID, Code.MESSAGE_MALFORMED}
    assert Code.SENDER_LISTED not in codes(header)


@pytest.mark.parametrize(
    "header",
    [
        b'From: "an@kindengezin.example" <' + EVIL + b">",
        b"From: =?utf-8?q?an=40kindengezin.example?= <" + EVIL + b">",
        b"From: An\r\n <" + EVIL + b">",
        b"From: an@kindengezin.example.evil.example",
        b"From: an@evilkindengezin.example",
        b"From: an@mail.kindengezin.example",
        b"From: an@xn--kindengezin-.example".replace(b"-.", b"."),
        b"From: " + EVIL + b"\r\nSender: " + GOOD,
        b"From: " + EVIL + b"\r\nReply-To: " + GOOD,
        b"From: " + EVIL + b"\r\nResent-From: " + GOOD,
        b"From: " + EVIL + b"\r\nX-Original-From: " + GOOD,
    ],
)
def test_only_the_mailbox_in_from_counts(header: bytes) -> None:
    assert Code.SENDER_NOT_LISTED in codes(header)


def test_a_sender_field_of_another_neither_helps_nor_hinders() -> None:
    header = b"From: " + GOOD + b"\r\nSender: " + EVIL
    assert codes(header) == {Code.SENDER_LISTED, Code.AUTHENTICATION_PASSED}


@pytest.mark.parametrize("piece", [b"<", b'"', b'\\"', b"(", b"a@", b",", b"=?a?q?", b" ", b"a.", b"\r\n x"])
def test_a_very_long_from_is_refused_in_linear_time(piece: bytes) -> None:
    fields, _ = split_message(b"From: " + piece * (250_000 // len(piece)) + b"\r\n\r\n")
    began = time.monotonic()
    with pytest.raises(HeaderError):
        from_address(fields)
    assert time.monotonic() - began < 1
