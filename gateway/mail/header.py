"""A message's header block, read from its raw bytes: RFC 5322 section 2.2, RFC 2047.

The standard parser's idea of a field differs from a mailbox program's in corner cases that
forged mail uses (``From :``, bare CR, a second From). So fields are split here, strictly, once,
and what is counted is what stands in the bytes.
"""

import binascii
import codecs
import re
from dataclasses import dataclass

from gateway.mail.address import Address, AddressError, parse_address

MAX_HEADER_BYTES = 256 * 1024
_NAME = re.compile(rb"[!-9;-~]+")
_FORBIDDEN = re.compile(rb"[\r\n\0]")
# No part may hold "?", so a search never looks at one character more than a few times.
_WORD = re.compile(r"=\?([^?\s]{1,64})\?([BbQq])\?([^?]*)\?=")
# Text for people, by names that need no search: others (UTF-7, punycode, escapes) hide text or cost time.
_CHARSETS = re.compile(r"(?:us-)?ascii|utf-?8|iso-8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru]")
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


class HeaderError(ValueError):
    """The header block breaks the rules. The message names the rule, never the content."""


@dataclass(frozen=True, slots=True)
class Field:
    """One header field: name in lower case, value as the bytes behind the colon, still folded."""

    name: str
    raw: bytes


def split_message(content: bytes) -> tuple[tuple[Field, ...], int]:
    """The header fields of ``content`` and the offset at which its body begins.

    Raises HeaderError when the block is over MAX_HEADER_BYTES, a line is no field
    (RFC 5322 section 2.2 allows no white space before the colon), or holds a bare CR, LF or NUL.
    """
    if content.startswith(b"\r\n"):
        return (), 2
    end = content.find(b"\r\n\r\n", 0, MAX_HEADER_BYTES)
    if end < 0:
        if len(content) > MAX_HEADER_BYTES:
            raise HeaderError("header block over its limit")
        return tuple(_fields(content.removesuffix(b"\r\n"))), len(content)
    return tuple(_fields(content[:end])), end + 4


def _fields(block: bytes) -> list[Field]:
    return [_field(lines) for lines in _folded(block)] if block else []


def _folded(block: bytes) -> list[list[bytes]]:
    """The lines of each field, the first with its name."""
    folded: list[list[bytes]] = []
    for line in block.split(b"\r\n"):
        if _FORBIDDEN.search(line):
            raise HeaderError("a header line holds a bare CR, LF or NUL")
        if line[:1] not in (b" ", b"\t"):
            folded.append([line])
        elif folded:
            folded[-1].append(line)
        else:
            raise HeaderError("folded line before the first field")
    return folded


def _field(lines: list[bytes]) -> Field:
    name, colon, raw = b"\r\n".join(lines).partition(b":")
    if not colon or not _NAME.fullmatch(name):
        raise HeaderError("a header line is no field")
    return Field(name.decode("ascii").lower(), raw)


def values(fields: tuple[Field, ...], name: str) -> tuple[str, ...]:
    """Every value of the field ``name``: unfolded, encoded words decoded, ends stripped."""
    return tuple(decode(field.raw) for field in fields if field.name == name)


def unfold(raw: bytes) -> str:
    """The value on one line (RFC 5322 section 2.2.3); bytes beyond ASCII as UTF-8 or U+FFFD."""
    return raw.replace(b"\r\n", b"").decode("utf-8", "replace").strip(" \t")


def decode(raw: bytes) -> str:
    """The value unfolded with its encoded words decoded (RFC 2047); undecodable words stay as they are.

    White space between two encoded words goes, and neighbours of one charset are decoded as one:
    some programs cut a character, or a key, in two. A control character in a word becomes U+FFFD.
    """
    text = unfold(raw)
    pieces: list[str] = []
    words: list[tuple[str, bytes]] = []
    end = 0
    for word in _WORD.finditer(text):
        payload = _payload(word[2], word[3])
        codec = _codec(word[1])
        if payload is None or codec is None:
            continue
        between = text[end : word.start()]
        if between.strip(" \t") or not words:
            pieces += [_text_of(words), between]
            words = []
        words.append((codec, payload))
        end = word.end()
    return "".join([*pieces, _text_of(words), text[end:]]).strip(" \t")


def _text_of(words: list[tuple[str, bytes]]) -> str:
    """Neighbouring words as text: the bytes of one charset joined before they are decoded."""
    runs: list[tuple[str, list[bytes]]] = []
    for codec, payload in words:
        if runs and runs[-1][0] == codec:
            runs[-1][1].append(payload)
        else:
            runs.append((codec, [payload]))
    text = "".join(b"".join(payloads).decode(codec, "replace") for codec, payloads in runs)
    return _CONTROL.sub("\ufffd", text)


def _codec(charset: str) -> str | None:
    name = charset.partition("*")[0].lower()  # RFC 2231 section 5 allows a language behind it
    try:
        return codecs.lookup(name).name if _CHARSETS.fullmatch(name) else None
    except LookupError:
        return None


def _payload(encoding: str, text: str) -> bytes | None:
    try:
        if encoding in "Bb":
            return binascii.a2b_base64(text + "=" * (-len(text) % 4))
        return binascii.a2b_qp(text.encode("ascii"), header=True)
    except (binascii.Error, ValueError):
        return None


def from_address(fields: tuple[Field, ...]) -> Address:
    """The one author's mailbox: exactly one From field with one mailbox (RFC 5322 section 3.6.2).

    Raises HeaderError when there are none, several, a group, or anything but
    ``mailbox`` or ``display name <mailbox>``.
    """
    found = [field for field in fields if field.name == "from"]
    if len(found) != 1:
        raise HeaderError("not exactly one From field")
    try:
        return parse_address(_addr_spec(unfold(found[0].raw)))
    except AddressError as error:
        raise HeaderError("From holds no plain mailbox") from error


def from_display_name(fields: tuple[Field, ...]) -> str:
    """The author's display name as a person reads it, empty when there is none."""
    for field in fields:
        if field.name == "from":
            return decode(field.raw).rpartition("<")[0].strip(' "')
    return ""


def _addr_spec(value: str) -> str:
    outside = _without_quoted(value)
    if "<" not in outside:
        return value
    before, _, rest = outside.partition("<")
    spec, closed, after = rest.partition(">")
    if not closed or after or any(c in before for c in ",;:()@<>[]\\"):
        raise HeaderError("From is not one mailbox")
    return spec


def _without_quoted(value: str) -> str:
    """``value`` with each quoted string (RFC 5322 section 3.2.4) as one quotation mark.

    The mark stays, so that a quoted string inside an address is seen and refused.
    """
    kept: list[str] = []
    quoted = escaped = False
    for char in value:
        if quoted:
            quoted = escaped or char != '"'
            escaped = char == "\\" and not escaped
        else:
            quoted = char == '"'
            kept.append(char)
    if quoted:
        raise HeaderError("From has an unclosed quoted string")
    return "".join(kept)
