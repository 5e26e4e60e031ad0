"""Whether the message could be read at all."""

from gateway.decision import Code, Finding, Result
from gateway.mail.document import Document, Unreadable


def check(reading: Document | Unreadable | None) -> tuple[Finding, ...]:
    """The reader's refusal; nothing when there was nothing to read, since the content stayed sealed."""
    if reading is None or isinstance(reading, Document):
        return ()
    return (
        Finding("message", Result.FAIL, Code(reading.code), places=(reading.place,) if reading.place else ()),
    )
