"""Header fields written octet by octet: RFC 5322 section 2.2.

The standard library reads a value before it writes it, and decodes on the way: from an address whose
local part looks like an encoded word it once wrote a second field. Here a value leaves as it stands,
or nothing does.
"""

import re
from collections.abc import Iterable
from email.header import Header

_LINE = 78
_TEXT = re.compile(r"[!-~](?:[ -~]*[!-~])?")


def header_block(fields: Iterable[tuple[str, str]]) -> bytes:
    """Each name and value as one field, folded at blanks, lines ended by CRLF.

    Raises ValueError when a value is empty, holds a control character or has a blank at an end.
    """
    return b"".join(_field(name, value) for name, value in fields)


def _field(name: str, value: str) -> bytes:
    lines = [f"{name}:"]
    for word in _printable(value).split(" "):
        if len(lines[-1]) + 1 + len(word) > _LINE and len(lines[-1]) > len(name) + 1:
            lines.append("")
        lines[-1] += f" {word}"
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


def _printable(value: str) -> str:
    """``value`` in printable ASCII: encoded words (RFC 2047) where it holds other letters."""
    foreign = value.isprintable() and not value.isascii()
    written = Header(value, "utf-8").encode(linesep="") if foreign else value
    if not _TEXT.fullmatch(written):
        raise ValueError("a header value holds more than printable text")
    return written
