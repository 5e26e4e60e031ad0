"""Rich Text Format 1.9.1 cut into its signs: groups, control words, characters. Linear, never raises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"  # a control word with its number
    rb"|\\'([0-9a-fA-F]{2})"  # a byte of the code page
    rb"|\\(.)"  # a control symbol
    rb"|([{}])"
    rb"|[\r\n\x00]+"
    rb"|([^\\{}\r\n\x00]+)"
    rb"|\\",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A control word or symbol, with its number if it has one."""

    name: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes in the code page in force."""

    content: bytes


@dataclass(frozen=True, slots=True)
class Brace:
    """The begin or end of a group."""

    opens: bool


Token = Word | Text | Brace


def tokens(content: bytes) -> Iterator[Token]:
    """The signs of ``content`` in order; binary data behind ``\\bin`` is left out."""
    position = 0
    while match := _TOKEN.match(content, position):
        position = match.end()
        word, number, escaped, symbol, brace, text = match.groups()
        if word == b"bin":
            position += max(0, int(number or 0))
        elif word is not None:
            yield Word(word.decode("ascii"), None if number is None else int(number))
        elif escaped is not None:
            yield Text(bytes.fromhex(escaped.decode("ascii")))
        elif symbol is not None:
            yield Word(symbol.decode("latin-1"))
        elif brace is not None:
            yield Brace(brace == b"{")
        elif text is not None:
            yield Text(text)
