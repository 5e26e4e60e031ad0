"""Whether the message could be read at all."""

from gateway.decision import Code, Finding, Result
from gateway.mail.document import Document, Unreadable

_SEALED = (Code.ENCRYPTION_SEALED, Code.ENCRYPTION_RIGHTS_MANAGED)


def check(reading: Document | Unreadable, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The reader's refusal; nothing when ``found`` already says that the content is sealed."""
    if isinstance(reading, Document) or any(finding.code in _SEALED for finding in found):
        return ()
    return (
        Finding("message", Result.FAIL, Code(reading.code), places=(reading.place,) if reading.place else ()),
    )
