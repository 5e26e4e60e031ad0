"""A MIME entity's octets (RFC 2045), and the two parts of a signed one (RFC 1847) exactly as they came. Pure.

The standard parser hands back a part written anew, and a signature fits the octets that were signed.
"""

import binascii
import re
from email.message import Message
from itertools import islice

from gateway.mail.header import split_message, values

_BARE_LF = re.compile(rb"(?<!\r)\n")
_LINE = rb"(?:\A|\r\n)--%s(--)?[ \t]*(?:\r\n|\Z)"
_TWO_PARTS = (False, False, True)  # which of the first delimiter lines ends the last part


class MalformedEntity(ValueError):
    """The entity breaks the rules. The message names the rule, never the content."""


def canonical(content: bytes) -> bytes:
    """``content`` with CRLF line ends, which is what was signed (RFC 8551 section 3.1.1)."""
    return _BARE_LF.sub(b"\r\n", content)


def octets_of(entity: bytes) -> bytes:
    """The body of ``entity`` with its transfer encoding undone.

    Raises HeaderError for its header block and MalformedEntity for its encoding.
    """
    fields, start = split_message(entity)
    encoding = next(iter(values(fields, "content-transfer-encoding")), "7bit").lower()
    body = entity[start:]
    try:
        match encoding:
            case "base64":
                return binascii.a2b_base64(body)
            case "quoted-printable":
                return binascii.a2b_qp(body)
            case "7bit" | "8bit" | "binary":
                return body
            case _:
                raise MalformedEntity("unknown transfer encoding")
    except binascii.Error:
        raise MalformedEntity("the transfer encoding is cut off") from None


def signed_parts(entity: bytes) -> tuple[bytes, bytes]:
    """The signed part of a multipart/signed ``entity``, octet for octet, and the part with its signature.

    Raises HeaderError for its header block and MalformedEntity when it has not these two parts.
    """
    fields, start = split_message(entity)
    boundary = _boundary(next(iter(values(fields, "content-type")), ""))
    body = entity[start:]
    found = list(islice(re.finditer(_LINE % re.escape(boundary), body), len(_TWO_PARTS)))
    if tuple(bool(line[1]) for line in found) != _TWO_PARTS:
        raise MalformedEntity("not two parts")
    first, second, end = found
    return body[first.end() : second.start()], body[second.end() : end.start()]


def _boundary(content_type: str) -> bytes:
    header = Message()
    header["Content-Type"] = content_type
    boundary = header.get_boundary()
    if not boundary or not boundary.isascii():
        raise MalformedEntity("no boundary")
    return boundary.encode("ascii")
