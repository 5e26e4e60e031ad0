"""Whether the message goes in circles: RFC 5321 section 6.3, and the gateway's own token."""

from gateway.decision import Code, Finding, Result
from gateway.mail.header import Field

LOOP_FIELD = "gateway-transfer"
MAX_HOPS = 30


def check(fields: tuple[Field, ...]) -> tuple[Finding, ...]:
    """A failing finding for a message that passed a gateway before, or more than MAX_HOPS hosts."""
    hops = sum(field.name == "received" for field in fields)
    if hops > MAX_HOPS or any(field.name == LOOP_FIELD for field in fields):
        return (Finding("loop", Result.FAIL, Code.MESSAGE_LOOP),)
    return ()
