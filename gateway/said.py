"""What is told to whoever reads it in any language: an English sentence, and what stands in its gaps."""

import errno
from collections.abc import Iterable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Final, Self


class Said(str):
    """English text that remembers how it was made, so that it can be told in another language too.

    ``sentence`` has its {gaps} open, and is what the catalogues of other languages know it by; ``gaps`` holds
    what stands in each, which may itself be something said.
    """

    __slots__ = ("gaps", "sentence")

    sentence: str
    gaps: Mapping[str, str]

    def __new__(cls, sentence: str, gaps: Mapping[str, str]) -> Self:
        """``sentence`` with its gaps filled."""
        made = super().__new__(cls, sentence.format(**gaps))
        made.sentence, made.gaps = sentence, gaps
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]
        return self.sentence, self.gaps

    def told(self, catalogue: Mapping[str, str]) -> str:
        """It in the words of ``catalogue``, by sentence; in English where that has none."""
        words = catalogue.get(self.sentence, self.sentence)
        return words.format(**{gap: in_words(text, catalogue) for gap, text in self.gaps.items()})


def say(sentence: str, **gaps: object) -> Said:
    """``sentence``, each {gap} in it filled with the text of what ``gaps`` has for it. Braces are doubled."""
    filled = {gap: found if isinstance(found, str) else str(found) for gap, found in gaps.items()}
    return Said(sentence, filled)


def in_words(text: str, catalogue: Mapping[str, str]) -> str:
    """``text`` in the words of ``catalogue`` when it was said, else as it is."""
    return text.told(catalogue) if isinstance(text, Said) else text


def joined(between: str, parts: Iterable[str]) -> Said:
    """The ``parts`` with ``between`` between them: side by side, for there may be thousands."""
    gaps = {f"part{number}": part for number, part in enumerate(parts)}
    return Said("{between}".join(f"{{{gap}}}" for gap in gaps), {"between": between, **gaps})


def either(words: Iterable[str]) -> Said:
    """``a``, ``a or b``, ``a or b or c``: of at least one word."""
    first, *rest = words
    begun = say("{one}", one=first)
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), rest, begun)


def every(words: Iterable[str]) -> Said:
    """``a``, ``a and b``, ``a and b and c``: of at least one word."""
    first, *rest = words
    begun = say("{one}", one=first)
    return reduce(lambda one, other: say("{one} and {other}", one=one, other=other), rest, begun)


def said_by(error: Exception) -> str:
    """What ``error`` was raised with, so that it can be told in any language; else its own text."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Said) else str(error)


#: What the operating system gives as a reason day by day, in the words of the C library.
_USUAL: Final[Mapping[int | None, Said]] = MappingProxyType(
    {
        errno.ENOENT: say("No such file or directory"),
        errno.EACCES: say("Permission denied"),
        errno.EPERM: say("Operation not permitted"),
        errno.EEXIST: say("File exists"),
        errno.EISDIR: say("Is a directory"),
        errno.ENOTDIR: say("Not a directory"),
        errno.ENOSPC: say("No space left on device"),
        errno.EROFS: say("Read-only file system"),
        errno.EADDRINUSE: say("Address already in use"),
        errno.EADDRNOTAVAIL: say("Cannot assign requested address"),
        errno.ECONNREFUSED: say("Connection refused"),
        errno.ETIMEDOUT: say("Connection timed out"),
    }
)


def reason_of(error: OSError) -> str:
    """Why the operating system refused, in its own words; the usual reasons can be told in any language."""
    if error.strerror is None:
        return said_by(error)
    usual = _USUAL.get(error.errno)
    return usual if usual == error.strerror else error.strerror
