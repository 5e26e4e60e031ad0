"""MIME (RFC 2045-2047, 2183): finding the parts that carry the words, within bounds.

The standard library parses; what it must not be handed is counted in the raw bytes first,
because its cost grows with parts and nesting, not with the bytes it was given.
"""

from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

import webencodings

from gateway.decision import Code
from gateway.mail.document import Unreadable

MAX_PARTS = 200
MAX_ATTACHMENTS = 10  # of one mail, of one archive, of a mail that is attached
MAX_NESTING = 20
MAX_BOUNDARY_LINES = 4 * MAX_PARTS
MAX_TEXT_BYTES = 1024 * 1024
_WORDLESS = (
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/pgp-keys",
)  # fmt: skip
_ENCODINGS = ("", "7bit", "8bit", "binary", "base64", "quoted-printable")


@dataclass(frozen=True, slots=True)
class Text:
    """One text part, decoded. ``subtype`` is ``plain`` or ``html``; ``flowed`` and ``delsp`` as in RFC 3676.

    Parts with the same ``alternative`` say the same thing (RFC 2046 section 5.1.4).
    """

    subtype: str
    text: str
    alternative: int
    flowed: bool = False
    delsp: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment, decoded. ``media_type`` and ``name`` are what the sender says of it, perhaps empty.

    ``place`` names it to the sender: ``attachment 1``.
    """

    content: bytes
    media_type: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Parts:
    """The body's texts in the sender's order, and what is attached."""

    bodies: tuple[Text, ...]
    attachments: tuple[Attachment, ...]


def find_parts(content: bytes) -> Parts | Unreadable:
    """The parts of a whole message. Never raises: what cannot be parsed safely is Unreadable."""
    nesting = content.lower().count(b"multipart/") + content.lower().count(b"message/rfc822")
    if content.count(b"\n--") > MAX_BOUNDARY_LINES or nesting > MAX_NESTING:
        return Unreadable(Code.MESSAGE_TOO_COMPLEX)
    try:
        message = BytesParser(policy=compat32).parsebytes(content)
        return _collect(message)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        # The parser raises all of these on malformed headers (Python 3.11): the mail is refused.
        return Unreadable(Code.MESSAGE_MALFORMED)


def _collect(message: Message) -> Parts | Unreadable:
    bodies: list[Text] = []
    attachments: list[Attachment] = []
    for number, (part, alternative) in enumerate(_leaves(message), 1):
        if number > MAX_PARTS:
            return Unreadable(Code.MESSAGE_TOO_COMPLEX)
        if _is_body(part):
            body = _decode(part, alternative or -number, f"part {number}")
            if isinstance(body, Unreadable):
                return body
            bodies.append(body)
        elif not (_is_picture_of_the_body(part) or _is_wordless(part)):
            attachments.append(_attachment(part, f"attachment {len(attachments) + 1}"))
    if len(attachments) > MAX_ATTACHMENTS:
        return Unreadable(Code.MESSAGE_TOO_COMPLEX)
    return Parts(tuple(bodies), tuple(attachments))


def _leaves(message: Message) -> list[tuple[Message, int]]:
    """The parts that hold no parts, in order, each with the number of its multipart/alternative or 0."""
    leaves: list[tuple[Message, int]] = []
    waiting = [(message, 0)]
    alternatives = 0
    while waiting:
        part, alternative = waiting.pop()
        payload = part.get_payload()
        if part.get_content_maintype() != "multipart" or not isinstance(payload, list):
            leaves.append((part, alternative))
            continue
        if part.get_content_subtype() == "alternative" and not alternative:
            alternatives += 1
            alternative = alternatives
        inner = [part for part in payload if isinstance(part, Message)]
        waiting.extend((part, alternative) for part in reversed(inner))
    return leaves


def _is_body(part: Message) -> bool:
    if part.get_content_disposition() == "attachment" or part.get_filename():
        return False
    return part.get_content_type() in ("text/plain", "text/html")


def _is_picture_of_the_body(part: Message) -> bool:
    inline = part.get_content_disposition() != "attachment"
    return part.get_content_maintype() == "image" and inline and bool(part.get("Content-ID"))


def _is_wordless(part: Message) -> bool:
    """What signs the part beside it (RFC 1847), or the sender's public key (RFC 3156 section 7)."""
    return part.get_content_type() in _WORDLESS


def _attachment(part: Message, place: str) -> Attachment:
    """The part's octets; a mail that is attached is known by its type and stays unopened."""
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    return Attachment(content, part.get_content_type(), part.get_filename() or "", place)


def _decode(part: Message, alternative: int, place: str) -> Text | Unreadable:
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() not in _ENCODINGS:
        return Unreadable(Code.MESSAGE_UNDECODABLE, place)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or len(payload) > MAX_TEXT_BYTES:
        return Unreadable(Code.MESSAGE_TOO_COMPLEX, place)
    text = decode_text(payload, part.get_param("charset"))
    if text is None:
        return Unreadable(Code.MESSAGE_UNDECODABLE, place)
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    delsp = str(part.get_param("delsp") or "").lower() == "yes"
    return Text(part.get_content_subtype(), text, alternative, flowed, delsp)


def decode_text(payload: bytes, charset: object) -> str | None:
    """``payload`` in the charset it claims, as browsers understand the name; None when it is not that.

    Without a charset UTF-8 is tried first, then Windows-1252, which is what Outlook means.
    """
    if not charset:
        return _strictly(payload, "utf-8") or _strictly(payload, "windows-1252")
    encoding = webencodings.lookup(str(charset).strip())
    if encoding is None or encoding.name == "replacement":
        return None
    return _strictly(payload, encoding.codec_info.name)


def _strictly(payload: bytes, codec: str) -> str | None:
    try:
        return payload.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None
