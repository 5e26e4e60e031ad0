"""Whether the message goes in circles: RFC 5321 section 6.3, and the gateway's own token.

What is relayed leaves as it came, without a Received of ours: the hosts around the gateway add theirs, and
by those it is counted.
"""

import re

from gateway.decision import Code, Finding, Result
from gateway.mail.header import Field

LOOP_FIELD = "gateway-transfer"
MAX_HOPS = 30
_RECEIVED = re.compile(rb"^received[ \t]*:", re.IGNORECASE | re.MULTILINE)
_CIRCLES = (Finding("loop", Result.FAIL, Code.MESSAGE_LOOP),)


def check(fields: tuple[Field, ...]) -> tuple[Finding, ...]:
    """A failing finding for a message that passed a gateway before, or more than MAX_HOPS hosts."""
    hops = sum(field.name == "received" for field in fields)
    return _CIRCLES if hops > MAX_HOPS or any(field.name == LOOP_FIELD for field in fields) else ()


def check_relayed(content: bytes) -> tuple[Finding, ...]:
    """A failing finding for a message, read by nobody yet, that passed more than MAX_HOPS hosts."""
    header, _, _ = content.partition(b"\r\n\r\n")
    return _CIRCLES if sum(1 for _ in _RECEIVED.finditer(header)) > MAX_HOPS else ()
