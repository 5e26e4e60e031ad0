"""A message that the gateway composed, as its recipient reads it."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

_SHOWN = ("From", "To", "Subject")


@dataclass(frozen=True, slots=True)
class Arrived:
    """The fields at the top, the plain text, and the names of what is attached.

    ``text`` is empty when the message is sealed for its recipient.
    """

    top: tuple[tuple[str, str], ...]
    text: str
    attached: tuple[str, ...]


def arrived(message: bytes) -> Arrived:
    """``message``, which the gateway itself composed."""
    read = message_from_bytes(message, EmailMessage, policy=default)
    top = tuple((name, str(read[name])) for name in _SHOWN if name in read)
    body = read.get_body(("plain",))
    names = tuple(part.get_filename("") for part in read.iter_attachments()) if body else ()
    return Arrived(top, body.get_content() if body else "", names)
