"""Comma-separated values (RFC 4180) as spreadsheets of any language write them."""

import csv
from collections import Counter
from io import StringIO

from gateway.attachments.sheaf import Refused, Sheaf
from gateway.decision import Code
from gateway.letter.bounds import MAX_LINES
from gateway.mail.document import Block

MAX_COLUMNS = 1_000
_DELIMITERS = ";\t,|"
_LOOKED_AT = 50
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(content: bytes, place: str) -> tuple[Block, ...]:
    """The rows of ``content`` as one table, lines when it has one column. Raises Refused, DeceptiveText."""
    text = decode_plain(content)
    sheaf = Sheaf(place)
    rows: list[list[list[str]]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            if len(rows) > MAX_LINES or len(row) > MAX_COLUMNS:
                raise Refused(Code.MESSAGE_TOO_COMPLEX)
            rows.append([cell.splitlines() for cell in row])
    except csv.Error:
        raise Refused(Code.MESSAGE_ATTACHMENT) from None
    sheaf.add_table(rows)
    return sheaf.blocks()


def decode_plain(content: bytes) -> str:
    """Text without a declared charset: by its byte order mark, else UTF-8, else Windows-1252.

    Raises Refused when it is none of these, or holds NUL.
    """
    marked = next((codec for mark, codec in _BOMS if content.startswith(mark)), "")
    for codec in (marked,) if marked else ("utf-8", "windows-1252"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused(Code.MESSAGE_UNDECODABLE)


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into the same number of columns most often."""
    lines = [line for line in text[: 64 * 1024].splitlines() if line.strip()][:_LOOKED_AT]

    def agreement(sign: str) -> tuple[int, int]:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        columns, times = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return times, columns

    return max(_DELIMITERS, key=agreement)
