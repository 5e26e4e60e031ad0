"""MIME multiparts by their bytes (RFC 2046 section 5.1.1): what a signature covers must not be changed. Pure.

The standard library's parser keeps no part's octets and costs more the more parts it is handed. Cutting
at boundaries is linear, and bounded in parts and nesting.
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from gateway.mail.header import Field, HeaderError, split_message, values

MAX_PARTS = 200
MAX_NESTING = 10
# The parser of parameters takes the square of their length.
_MAX_CONTENT_TYPE = 2_000
_MAX_BOUNDARY = 70


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its header fields, its body as encoded, and both together as they stand in the message."""

    fields: tuple[Field, ...]
    body: bytes
    raw: bytes

    @property
    def media_type(self) -> str:
        """``type/subtype`` in lower case, ``text/plain`` when there is none or too much of it."""
        return _content_type(self.fields).get_content_type()

    @property
    def name(self) -> str:
        """The file name it is sent under, in lower case, or empty."""
        message = _content_type(self.fields)
        for value in values(self.fields, "content-disposition")[:1]:
            message["Content-Disposition"] = value[:_MAX_CONTENT_TYPE]
        return (message.get_filename() or "").lower()


def parameter(fields: tuple[Field, ...], name: str) -> str:
    """A parameter of the Content-Type field (RFC 2045 section 5.1), or empty."""
    value = _content_type(fields).get_param(name)
    return value if isinstance(value, str) else ""


def part_of(content: bytes) -> Part:
    """A whole message as one part. Raises HeaderError."""
    fields, body = split_message(content)
    return Part(fields, content[body:], content)


def inner_parts(part: Part) -> tuple[Part, ...] | None:
    """The parts of a multipart that ends as it should; None when it is none, is cut off, or has too many."""
    boundary = _content_type(part.fields).get_boundary("") if part.media_type.startswith("multipart/") else ""
    if not 0 < len(boundary) <= _MAX_BOUNDARY or not boundary.isascii():
        return None
    line = re.compile(rb"(?:^|\r\n)--" + re.escape(boundary.encode("ascii")) + rb"(--)?[ \t]*(?=\r\n|\Z)")
    found: list[Part] = []
    begin = None
    for delimiter in line.finditer(part.body):
        if begin is not None:
            try:
                found.append(part_of(part.body[begin : delimiter.start()]))
            except HeaderError:
                return None
        if delimiter[1]:
            return tuple(found)
        begin = delimiter.end() + 2
        if len(found) >= MAX_PARTS:
            return None
    return None


def leaves(part: Part) -> Iterator[Part]:
    """The parts that hold no parts, in order, as far as bounds and form allow. A mail within is one part."""
    waiting = [(part, 0)]
    for _ in range(MAX_PARTS):
        if not waiting:
            return
        one, depth = waiting.pop()
        inner = inner_parts(one) if depth < MAX_NESTING else None
        if inner is None:
            yield one
        else:
            waiting.extend((part, depth + 1) for part in reversed(inner))


def decoded(part: Part) -> bytes:
    """The body without its transfer encoding (RFC 2045 section 6); empty when that is damaged or unknown."""
    encoding = next(iter(values(part.fields, "content-transfer-encoding")), "").lower()
    match encoding:
        case "" | "7bit" | "8bit" | "binary":
            return part.body
        case "quoted-printable":
            return quopri.decodestring(part.body)
        case "base64":
            try:
                return binascii.a2b_base64(part.body)
            except binascii.Error:
                return b""
        case _:
            return b""


def _content_type(fields: tuple[Field, ...]) -> Message:
    message = Message()
    value = next(iter(values(fields, "content-type")), "")
    message["Content-Type"] = value if 0 < len(value) <= _MAX_CONTENT_TYPE else "text/plain"
    return message
