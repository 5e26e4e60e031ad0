"""The grammar of command lines: what is understood, and which reply refuses the rest."""

import pytest

from gateway.inbound import replies
from gateway.inbound.grammar import Command, MailFrom, parse_helo, parse_line, parse_mail, parse_rcpt
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.mail.address import Address

LIMITS = Limits()
AN = Address("an", "kindengezin.example")


def test_a_line_is_a_verb_and_its_argument() -> None:
    assert parse_line(b"mail FROM:<a@b.example> SIZE=1\r\n", LIMITS) == Command(
        "MAIL", "FROM:<a@b.example> SIZE=1"
    )


def test_white_space_before_the_line_end_is_ignored() -> None:
    assert parse_line(b"QUIT  \r\n", LIMITS) == Command("QUIT", "")


@pytest.mark.parametrize(
    "raw",
    [
        b"NOOP\n",
        b"NOOP\r",
        b"NOOP",
        b"NO\rOP\r\n",
        b"NOOP\r\r\n",
        b"NO\nOP\r\n",
        b"NOOP \0\r\n",
        b"",
    ],
)
def test_a_line_that_ends_or_breaks_otherwise_closes_the_connection(raw: bytes) -> None:
    assert parse_line(raw, LIMITS) == replies.BAD_LINE


@pytest.mark.parametrize("raw", ["NOOP é\r\n".encode(), b"NOOP\t\r\n", b"NOOP \x7f\r\n", b"\xff\r\n"])
def test_a_line_of_other_octets_is_refused(raw: bytes) -> None:
    assert parse_line(raw, LIMITS) == replies.NOT_ASCII


@pytest.mark.parametrize("raw", [b"\r\n", b" NOOP\r\n", b"NO-OP\r\n", b"N\r\n", b"ABCDEFGHIJK\r\n"])
def test_what_begins_with_no_verb_is_not_recognised(raw: bytes) -> None:
    assert parse_line(raw, LIMITS) == replies.UNKNOWN_COMMAND


def test_a_command_has_512_octets_and_mail_more() -> None:
    assert isinstance(parse_line(b"NOOP " + b"x" * 505 + b"\r\n", LIMITS), Command)
    assert parse_line(b"NOOP " + b"x" * 506 + b"\r\n", LIMITS) == replies.LINE_TOO_LONG
    assert isinstance(parse_line(b"MAIL " + b"x" * 993 + b"\r\n", LIMITS), Command)
    assert parse_line(b"MAIL " + b"x" * 994 + b"\r\n", LIMITS) == replies.LINE_TOO_LONG


@pytest.mark.parametrize("name", ["client.example", "localhost", "[192.0.2.1]", "[IPv6:2001:db8::1]"])
def test_a_host_name_or_an_address_literal_greets(name: str) -> None:
    assert parse_helo(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "a b",
        "a_b.example",
        "-a.example",
        "a..example",
        "[192.0.2.1",
        "192.0.2.1]",
        "[]",
        "[2001:db8::1]",
        "[IPv6:192.0.2.1]",
        "[IPv6:fe80::1%eth0]",
        "[tag:x]",
        "x" * 256,
    ],
)
def test_any_other_name_is_a_syntax_error(name: str) -> None:
    assert parse_helo(name) == replies.SYNTAX_HELO


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("FROM:<an@KindenGezin.example>", MailFrom(AN)),
        ("from:<an@kindengezin.example> SIZE=12 BODY=8bitmime", MailFrom(AN, 12)),
        ("FROM:<> BODY=7BIT", MailFrom(None)),
    ],
)
def test_mail_is_a_path_and_its_parameters(argument: str, expected: MailFrom) -> None:
    assert parse_mail(argument) == expected


@pytest.mark.parametrize(
    "argument",
    [
        "",
        "FROM:",
        "FROM: <an@kindengezin.example>",
        "FROM:an@kindengezin.example",
        "FROM <an@kindengezin.example>",
        " FROM:<an@kindengezin.example>",
        "FROM:<an@kindengezin.example>SIZE=1",
        "FROM:<an@kindengezin.example>  SIZE=1",
        "FROM:<<an@kindengezin.example>>",
        "FROM:<an@kindengezin.example",
        "TO:<an@kindengezin.example>",
    ],
)
def test_mail_that_is_no_path_is_a_syntax_error(argument: str) -> None:
    assert parse_mail(argument) == replies.SYNTAX_MAIL


@pytest.mark.parametrize(
    "path",
    [
        "an",
        "an@",
        "@kindengezin.example",
        "@relay.example:an@kindengezin.example",
        '"an"@kindengezin.example',
        '"a\\ n"@kindengezin.example',
        "an(comment)@kindengezin.example",
        "an@[192.0.2.1]",
        "an @kindengezin.example",
        "an@kinden_gezin.example",
    ],
)
def test_an_address_two_programs_read_differently_is_refused(path: str) -> None:
    assert parse_mail(f"FROM:<{path}>") == replies.BAD_SENDER
    assert parse_rcpt(f"TO:<{path}>", "mx.example") == replies.BAD_RECIPIENT


@pytest.mark.parametrize(
    ("parameters", "reply"),
    [
        ("SIZE", replies.BAD_PARAMETER),
        ("SIZE=", replies.BAD_PARAMETER),
        ("SIZE=-1", replies.BAD_PARAMETER),
        ("SIZE=1e3", replies.BAD_PARAMETER),
        ("SIZE=" + "9" * 21, replies.BAD_PARAMETER),
        ("SIZE=1 size=2", replies.BAD_PARAMETER),
        ("BODY=BINARYMIME", replies.BAD_PARAMETER),
        ("BODY", replies.BAD_PARAMETER),
        ("X_Y=1", replies.BAD_PARAMETER),
        ("X=1=2", replies.BAD_PARAMETER),
        ("SMTPUTF8", replies.NO_SMTPUTF8),
        ("AUTH=<>", replies.UNKNOWN_PARAMETER),
        ("RET=HDRS", replies.UNKNOWN_PARAMETER),
    ],
)
def test_a_parameter_is_known_and_well_formed_or_refused(parameters: str, reply: Reply) -> None:
    assert parse_mail(f"FROM:<an@kindengezin.example> {parameters}") == reply


def test_rcpt_is_a_path() -> None:
    assert parse_rcpt("to:<an@kindengezin.example>", "mx.example") == AN


def test_postmaster_alone_is_this_hosts_postmaster() -> None:
    assert parse_rcpt("TO:<Postmaster>", "mx.example") == Address("Postmaster", "mx.example")


@pytest.mark.parametrize(
    "argument", ["", "TO:<>", "TO: <a@b.example>", "FROM:<a@b.example>", "TO:a@b.example"]
)
def test_rcpt_without_a_path_is_a_syntax_error(argument: str) -> None:
    assert parse_rcpt(argument, "mx.example") == replies.SYNTAX_RCPT


def test_rcpt_knows_no_parameter() -> None:
    assert parse_rcpt("TO:<a@b.example> NOTIFY=NEVER", "mx.example") == replies.UNKNOWN_PARAMETER
    assert parse_rcpt("TO:<a@b.example> N=1 N=1", "mx.example") == replies.BAD_PARAMETER
