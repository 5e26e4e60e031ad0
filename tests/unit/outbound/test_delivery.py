"""What replies and errors mean before and at the final dot."""

import ssl

import pytest
from aiosmtplib.errors import SMTPReadTimeoutError, SMTPResponseException, SMTPServerDisconnected

from gateway.outbound.delivery import (
    Accepted,
    Deferred,
    Lost,
    Refused,
    Reply,
    deferral,
    judged_at_the_dot,
    judged_before_the_dot,
    reply_of,
    tls_deferral,
)


def test_250_at_the_dot_is_acceptance_and_no_other_code() -> None:
    assert judged_at_the_dot(Reply(250, "2.6.0")) == Accepted(250, "2.6.0")
    taken = [code for code in range(-1, 1000) if isinstance(judged_at_the_dot(Reply(code)), Accepted)]
    assert taken == [250]


@pytest.mark.parametrize("code", [-1, 0, 25, 199, 220, 251, 299, 354, 399, 600])
def test_a_senseless_code_at_the_dot_leaves_the_outcome_unknown(code: int) -> None:
    assert judged_at_the_dot(Reply(code)) == Lost()


def test_a_refusal_keeps_code_and_enhanced_code() -> None:
    assert judged_at_the_dot(Reply(552, "5.2.2")) == Refused(552, "5.2.2")
    assert judged_before_the_dot(Reply(550, "5.1.1")) == Refused(550, "5.1.1")


@pytest.mark.parametrize("code", [-1, 220, 250, 354, 421, 451])
def test_before_the_dot_whatever_is_not_5xx_defers(code: int) -> None:
    assert judged_before_the_dot(Reply(code, "")) == Deferred(code, "", "reply")


@pytest.mark.parametrize(
    ("code", "text", "enhanced"),
    [
        (550, "5.1.1 <jan@pepingen.example> unknown", "5.1.1"),
        (250, "2.0.0", "2.0.0"),
        (250, "ok", ""),
        (550, "2.1.5 contradictory", ""),
        (451, "4.3.2000 too long", ""),
        (550, "5.1.1unknown", ""),
        (550, "see 5.1.1", ""),
        (250, "2.1.5 first line\nsecond line", "2.1.5"),
    ],
)
def test_only_a_leading_enhanced_code_of_the_same_class_is_kept(code: int, text: str, enhanced: str) -> None:
    assert reply_of(code, text) == Reply(code, enhanced)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (TimeoutError(), Deferred(None, "", "timeout")),
        (SMTPReadTimeoutError("x"), Deferred(None, "", "timeout")),
        (SMTPServerDisconnected("x"), Deferred(None, "", "disconnected")),
        (BrokenPipeError(), Deferred(None, "", "disconnected")),
        (SMTPResponseException(-1, "secret"), Deferred(None, "", "reply", "malformed reply")),
        (ValueError("secret"), Deferred(None, "", "internal", "ValueError")),
    ],
)
def test_an_error_before_the_dot_defers_and_gives_no_text_away(error: Exception, expected: Deferred) -> None:
    assert deferral(error) == expected


def test_a_refused_starttls_defers_with_the_code() -> None:
    error = SMTPResponseException(454, "4.7.0 not now")
    assert tls_deferral(error) == Deferred(454, "4.7.0", "tls", "STARTTLS refused")


def test_an_error_of_tls_itself_defers_with_its_reason() -> None:
    assert tls_deferral(ssl.SSLError(1, "x")).why == "tls"
    assert tls_deferral(SMTPServerDisconnected("x")) == Deferred(None, "", "tls", "SMTPServerDisconnected")
