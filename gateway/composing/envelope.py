"""A composed message taken apart for sealing, and put together around what is sealed: RFC 8551, RFC 3156.

The header that stays outside is the one that was accounted for, octet for octet, without its MIME
fields. What is inside is the whole entity: text, page and cards. Pure.
"""

import base64
import hashlib
import re

_CRLF = b"\r\n"
_BASE64_LINE = 64
_MIME = re.compile(rb"^(?:MIME-Version|Content-[A-Za-z-]+):", re.MULTILINE)


def taken_apart(message: bytes) -> tuple[bytes, bytes]:
    """The header of a composed ``message`` without its MIME fields, and its MIME entity.

    Raises ValueError when its MIME fields do not stand last.
    """
    head, gap, body = message.partition(b"\r\n\r\n")
    first = _MIME.search(head)
    outer, entity = (head[: first.start()], head[first.start() :] + _CRLF) if first else (head, b"")
    others = [line for line in entity.split(_CRLF) if line and line[:1] not in b" \t"]
    whole = all(line.lower().startswith((b"mime-version:", b"content-")) for line in others)
    if not (gap and first and whole):
        raise ValueError("a MIME entity in no place of its own")
    return outer, entity + _CRLF + body


def smime_message(outer: bytes, sealed: bytes) -> bytes:
    """The message around CMS ``sealed`` (DER): RFC 8551 section 3.3."""
    lines = base64.b64encode(sealed)
    broken = [lines[at : at + _BASE64_LINE] for at in range(0, len(lines), _BASE64_LINE)]
    head = (
        b"MIME-Version: 1.0",
        b'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"',
        b"Content-Transfer-Encoding: base64",
        b'Content-Disposition: attachment; filename="smime.p7m"',
    )
    return outer + _CRLF.join((*head, b"", *broken, b""))


def pgp_message(outer: bytes, armored: bytes) -> bytes:
    """The message around ``armored`` (CRLF line ends): RFC 3156 section 4."""
    boundary = f"=_{hashlib.sha256(armored).hexdigest()[:32]}".encode()
    lines = (
        b"MIME-Version: 1.0",
        b'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";',
        b' boundary="' + boundary + b'"',
        b"",
        b"--" + boundary,
        b"Content-Type: application/pgp-encrypted",
        b"",
        b"Version: 1",
        b"",
        b"--" + boundary,
        b'Content-Type: application/octet-stream; name="encrypted.asc"',
        b"",
        armored.rstrip(_CRLF),
        b"",
        b"--" + boundary + b"--",
        b"",
    )
    return outer + _CRLF.join(lines)
