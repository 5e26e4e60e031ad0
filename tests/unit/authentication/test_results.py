import pytest

from gateway.authentication.results import peer_dmarc
from gateway.mail.facts import Outcome
from gateway.mail.header import Field

EXCHANGE = (
    b" dkim=none (message not signed)\r\n"
    b" header.d=none;dmarc=none action=none header.from=kindengezin.example;"
)


def read(*values: bytes) -> Outcome | None:
    fields = tuple(Field("authentication-results", value) for value in values)
    return peer_dmarc((Field("subject", b" x"), *fields), "kindengezin.example")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (EXCHANGE, Outcome.NONE),
        (EXCHANGE.replace(b"dmarc=none", b"dmarc=pass"), Outcome.PASS),
        (
            b" spf=pass (sender IP is 192.0.2.1)\r\n smtp.mailfrom=x.example; dkim=pass; dmarc=pass",
            Outcome.PASS,
        ),
        (b" mx.example 1; dmarc=pass (p=reject) header.from=KINDENGEZIN.example", Outcome.PASS),
        (b" mx.example;\r\n\tdmarc = fail header.from=kindengezin.example", Outcome.FAIL),
        (b" mx.example; dmarc/1=temperror", Outcome.TEMPERROR),
        (b" mx.example; dmarc=bestguesspass", Outcome.NONE),
        (b" mx.example; dmarc=permerror", Outcome.FAIL),
        (b" mx.example; dmarc=surprise", Outcome.FAIL),
        (b" mx.example; DMARC=Pass", Outcome.PASS),
        (b" mx.example; none", None),
        (b" mx.example; spf=pass", None),
        (b"", None),
    ],
)
def test_the_dmarc_result_is_read_in_either_dialect(value: bytes, expected: Outcome | None) -> None:
    assert read(value) is expected


def test_without_the_field_nothing_is_said() -> None:
    assert read() is None


def test_only_the_topmost_field_is_the_peers() -> None:
    assert read(b" mx; dmarc=fail", b" mx; dmarc=pass") is Outcome.FAIL
    assert read(b" mx; spf=pass", b" mx; dmarc=pass") is None


@pytest.mark.parametrize(
    "value",
    [
        b" mx; dmarc=pass header.from=evil.example",
        b" mx; dmarc=pass header.from=kindengezin.example.evil.example",
        b" mx; dmarc=pass header.from=kindengezin.example header.from=evil.example",
        b" mx; dmarc=pass; dmarc=fail",
        b" mx; dmarc=pass; dmarc=pass",
        b" mx; dmarc=pass (unclosed",
        b" mx; dmarc=pass ) stray",
        b' mx; dmarc=pass "unclosed',
        b" mx; dmarc=pass; x=" + b"a" * 17000,
    ],
)
def test_a_result_in_doubt_is_a_failure(value: bytes) -> None:
    assert read(value) is Outcome.FAIL


@pytest.mark.parametrize(
    "value",
    [
        b" mx; spf=fail (x; dmarc=pass) smtp.mailfrom=evil.example",
        b" mx; spf=fail (x (y) ; dmarc=pass \\) ; dmarc=pass) smtp.mailfrom=evil.example",
        b' mx; spf=fail smtp.mailfrom="; dmarc=pass"@evil.example',
        b' mx; spf=fail reason="\\"; dmarc=pass; \\""',
        b" mx; spf=fail dmarc=pass",
        b" mx; x-dmarc=pass",
    ],
)
def test_a_senders_words_inside_the_field_are_no_result(value: bytes) -> None:
    assert read(value) is None
