"""Where the OpenPGP data stands in a message: RFC 3156, and what Exchange makes of it. Pure."""

from dataclasses import dataclass

from gateway.mail.header import Field
from gateway.sealed.multipart import Part, decoded, inner_parts, leaves, parameter

_INLINE = (b"-----BEGIN PGP MESSAGE-----", b"-----BEGIN PGP SIGNED MESSAGE-----")
_CONTROL = "application/pgp-encrypted"
_MAX_TEXT_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Encrypted:
    """OpenPGP data, armored or not."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Signed:
    """A part as it stands in the message, and the signature over those octets."""

    text: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Inline:
    """OpenPGP blocks in the words of the mail: what is around them is not protected."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """It says that it is PGP/MIME, and is not."""


Pgp = Encrypted | Signed | Inline | Damaged


def find_pgp(message: Part) -> Pgp | None:
    """The outermost layer of ``message``, when it is one of OpenPGP. Linear."""
    kind = message.media_type
    if kind == "multipart/encrypted" and _says(message.fields, _CONTROL):
        return _encrypted(inner_parts(message))
    if kind == "multipart/signed" and _says(message.fields, "application/pgp-signature"):
        return _signed(inner_parts(message))
    if kind == _CONTROL:
        return Damaged()
    if kind == "multipart/mixed" and (parts := inner_parts(message)) and _is_mangled(parts):
        return _encrypted(tuple(part for part in parts if not _is_blank(part)))
    return Inline() if any(map(_has_block, leaves(message))) else None


def _says(fields: tuple[Field, ...], protocol: str) -> bool:
    """Some programs leave the protocol out."""
    return parameter(fields, "protocol").lower() in (protocol, "")


def _encrypted(parts: tuple[Part, ...] | None) -> Pgp:
    """RFC 3156 section 4: exactly two parts, the first of which says "Version: 1"."""
    if parts is None or len(parts) != 2 or parts[0].media_type != _CONTROL:
        return Damaged()
    if decoded(parts[0]).strip().lower() != b"version: 1":
        return Damaged()
    data = decoded(parts[1])
    return Encrypted(data) if data else Damaged()


def _signed(parts: tuple[Part, ...] | None) -> Pgp:
    """RFC 3156 section 5, RFC 1847 section 2.1: what is signed, and the signature."""
    if parts is None or len(parts) != 2 or parts[1].media_type != "application/pgp-signature":
        return Damaged()
    return Signed(parts[0].raw, decoded(parts[1]))


def _is_mangled(parts: tuple[Part, ...]) -> bool:
    """Exchange turns multipart/encrypted into multipart/mixed and puts an empty text in front."""
    return any(part.media_type == _CONTROL for part in parts)


def _is_blank(part: Part) -> bool:
    return part.media_type == "text/plain" and not part.name and not decoded(part).strip(b" \t\r\n\xa0\xc2")


def _has_block(part: Part) -> bool:
    if not part.media_type.startswith("text/") or len(part.body) > _MAX_TEXT_BYTES:
        return False
    text = decoded(part)
    return any(mark in text for mark in _INLINE)
