"""Undoing tricks of characters before anything is read: Unicode TR 36 and TR 39 in small.

Soft hyphens and zero-width spaces are what Word and web pages leave behind, and are dropped;
a hyphen that may not break is a hyphen.
Bidirectional overrides show a person another text than the bytes hold, and are refused.
Look-alikes are not mapped: the grammar of a slot takes Latin letters and ASCII digits only.
"""

import re
import unicodedata

_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HYPHENS = "\u2010\u2011"
_COLUMN_GAP = 3
# Unicode TR 15 section 13: normalising a long run of marks costs its square, and no letter wears so many.
_HEAP = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{100}"
)


class DeceptiveText(ValueError):
    """The text holds characters that show a reader something else than they are."""


def clean_line(text: str) -> str:
    """``text`` in NFC, format and control characters dropped, white space folded, ends stripped.

    A tab, or a gap of three or more blanks, parts columns and becomes one tab.
    Raises DeceptiveText on bidirectional overrides and on marks heaped on a letter. Linear in length.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    if not _BIDI.isdisjoint(text):
        raise DeceptiveText
    plain = "".join(map(_plain, text))
    if _HEAP.search(plain):
        raise DeceptiveText
    return _fold(unicodedata.normalize("NFC", plain))


def _plain(char: str) -> str:
    if char.isascii() and (char.isprintable() or char == "\t"):
        return char
    if char in _HYPHENS:
        return "-"
    category = unicodedata.category(char)
    if category == "Zs" or char in "\r\n\v\f\u2028\u2029":
        return " "
    return "" if category in ("Cf", "Cc", "Cs", "Co", "Cn") else char


def _fold(text: str) -> str:
    columns = (" ".join(column.split(" ")) for column in _gaps_to_tabs(text).split("\t"))
    folded = (" ".join(column.split()) for column in columns)
    return "\t".join(column for column in folded if column)


def _gaps_to_tabs(text: str) -> str:
    pieces: list[str] = []
    blanks = 0
    for char in text:
        if char == " ":
            blanks += 1
            continue
        if blanks:
            pieces.append("\t" if blanks >= _COLUMN_GAP else " ")
            blanks = 0
        pieces.append(char)
    return "".join(pieces)
