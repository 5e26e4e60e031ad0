"""text/plain to lines: format=flowed (RFC 3676), quoted lines, and the links Outlook writes out."""

import re

from gateway.letter.bounds import MAX_LINES, TooComplex
from gateway.letter.characters import clean_line
from gateway.letter.parts import Text
from gateway.mail.document import Block, Line

# Empty and quoted lines count here as well, and a line end of two octets counts twice.
_MAX_LINE_ENDS = 8 * MAX_LINES
# Outlook writes a link's target behind its text: name@domain<mailto:name@domain>.
_TARGET = re.compile(
    r"<(?:mailto|https?|tel|callto|sip):[^<>\s]{0,2000}>|\[cid:[^\[\]\s]{0,300}\]", re.IGNORECASE
)


def read_text(part: Text, source: str) -> tuple[Block, ...]:
    """The lines of ``part`` without those quoted by ``>``. Raises DeceptiveText, TooComplex."""
    if part.text.count("\n") + part.text.count("\r") > _MAX_LINE_ENDS:
        raise TooComplex
    blocks: list[Block] = []
    gap = False
    for number, raw in enumerate(_lines(part), 1):
        text = "" if raw.startswith(">") else clean_line(_TARGET.sub("", raw))
        if text:
            blocks.append(Line(text, f"{source}, line {number}", blank_before=gap))
        gap = not text
    return tuple(blocks)


def _lines(part: Text) -> list[str]:
    lines = part.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _unflowed(lines, delsp=part.delsp) if part.flowed else lines


def _unflowed(lines: list[str], *, delsp: bool) -> list[str]:
    joined: list[list[str]] = []
    open_line = False
    for line in lines:
        text = line.removeprefix(" ")
        flows = text.endswith(" ") and text != "-- " and not text.startswith(">")
        kept = text[:-1] if flows and delsp else text
        if open_line and not text.startswith(">"):
            joined[-1].append(kept)
        else:
            joined.append([kept])
        open_line = flows
    return ["".join(pieces) for pieces in joined]
