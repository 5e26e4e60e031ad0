"""What came of handing a message to the next hop: a sum type without default, and how errors map to it.

Text of the next hop is never kept: a reply may quote addresses or content. Its code and its
enhanced status code are.
"""

import re
import ssl
from dataclasses import dataclass
from typing import Literal

from aiosmtplib.errors import SMTPResponseException, SMTPTimeoutError

Why = Literal["connect", "tls", "dane", "mta-sts", "timeout", "reply", "disconnected", "internal"]

_ENHANCED = re.compile(r"([245])\.\d{1,3}\.\d{1,3}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Reply:
    """One SMTP reply: its code, and its enhanced status code (RFC 3463) or an empty text."""

    code: int
    enhanced: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The next hop said 250 to its final dot: the message is its responsibility (RFC 5321 section 6.1)."""

    code: int
    enhanced: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The next hop said 5xx about this message, or it cannot be sent there at all. Nothing was accepted."""

    code: int
    enhanced: str = ""


@dataclass(frozen=True, slots=True)
class Deferred:
    """Nothing was accepted, for sure, and a later attempt may succeed.

    ``code`` and ``enhanced`` are of the reply that said so, None and empty when none did. ``detail``
    is OpenSSL's reason or the name of an exception's class, for the operator.
    """

    code: int | None
    enhanced: str
    why: Why
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Lost:
    """The final dot was sent, perhaps, and no valid reply came: the outcome is unknown."""


Delivery = Accepted | Refused | Deferred | Lost


class NotReady(Exception):
    """The next hop did not get as far as MAIL. ``deferred`` says why; every cause is ours or its own."""

    def __init__(self, deferred: Deferred) -> None:
        super().__init__(deferred.why)
        self.deferred = deferred


def reply_of(code: int, text: str) -> Reply:
    """The reply without its text. An enhanced code of another class than the reply's is not believed."""
    found = _ENHANCED.match(text)
    agrees = found is not None and found[1] == str(code // 100)
    return Reply(code, found[0] if found and agrees else "")


def judged_before_the_dot(reply: Reply) -> Refused | Deferred:
    """What a reply other than the awaited one means while no final dot was sent."""
    if reply.code // 100 == 5:
        return Refused(reply.code, reply.enhanced)
    return Deferred(reply.code, reply.enhanced, "reply")


def judged_at_the_dot(reply: Reply) -> Delivery:
    """What the reply to the final dot means. Neither 250, 4xx nor 5xx says anything one could build on."""
    if reply.code == 250:
        return Accepted(reply.code, reply.enhanced)
    if reply.code // 100 in (4, 5):
        return judged_before_the_dot(reply)
    return Lost()


def deferral(error: Exception) -> Deferred:
    """What an error means that struck while no final dot was sent."""
    match error:
        case NotReady():
            return error.deferred
        case TimeoutError() | SMTPTimeoutError():
            return Deferred(None, "", "timeout")
        case SMTPResponseException():
            return Deferred(None, "", "reply", "malformed reply")
        case OSError():
            return Deferred(None, "", "disconnected")
        case _:
            return Deferred(None, "", "internal", type(error).__name__)


def tls_deferral(error: Exception) -> Deferred:
    """What an error during STARTTLS means: whatever it is, no protected connection came of it."""
    match error:
        case ssl.SSLCertVerificationError():
            return Deferred(None, "", "tls", error.verify_message)
        case SMTPResponseException() if error.code >= 400:
            reply = reply_of(error.code, error.message)
            return Deferred(reply.code, reply.enhanced, "tls", "STARTTLS refused")
        case ssl.SSLError():
            return Deferred(None, "", "tls", getattr(error, "reason", None) or "SSLError")
        case _:
            return Deferred(None, "", "tls", type(error).__name__)
