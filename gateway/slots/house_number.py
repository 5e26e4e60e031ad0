"""House numbers and boxes as Belgians write them: 12, 12A, 12 bus 3, 12/3, 12 bte 3, 12 b3, 12-14."""

import re

from gateway.slots.labels import fold

BOX_WORDS = frozenset(
    ("bus", "bte", "boite", "box", "b", "app", "appt", "apt", "appartement", "bt", "postbus")
)
NUMBER_WORDS = frozenset(("nr", "no", "n", "nummer", "numero", "huisnummer", "huisnr"))
_NUMBER = re.compile(
    r"([0-9]{1,4}) ?([A-Za-z]{0,2}?|bis|ter)(?:[/\-]([0-9]{1,4}[A-Za-z]?|[A-Za-z][0-9]{0,3}))?"
)
# "12-14" is one house with two numbers, "12-101" a box, "5-3" too.
_RANGE = re.compile(r"([1-9][0-9]{0,3})-([1-9][0-9]{0,3})[A-Za-z]?")
_WIDEST_RANGE = 20
_BOX = re.compile(r"[A-Za-z]?[0-9]{1,4}(?:[./][0-9]{1,4})?[A-Za-z]?|[A-Za-z]{1,2}")
_BARE_NUMBER = re.compile(r"[0-9]{1,4}[A-Za-z]?")
_GLUED_BOX = re.compile(r"(?:bus|bte|b)\.?([0-9]{1,4}[A-Za-z]?)", re.IGNORECASE)


def read_number(text: str) -> tuple[str, str] | None:
    """The number and the box (empty for none) that are all of ``text``; None when it says more or less."""
    words = [word for word in text.replace(",", " ").split() if fold(word) not in NUMBER_WORDS]
    return _number_and_box(words)


def read_box(text: str) -> str | None:
    """The box that is all of ``text``; None when it says more or less."""
    words = [word for word in text.split() if fold(word) not in BOX_WORDS]
    return words[0] if len(words) == 1 and _BOX.fullmatch(words[0]) else None


def _number_and_box(words: list[str]) -> tuple[str, str] | None:
    box_at = next(
        (i for i, word in enumerate(words) if i and fold(word) in BOX_WORDS and i + 1 < len(words)), None
    )
    if words and _is_range(words[0]):
        return _range_and_box(words[0], words[1:])
    match = _NUMBER.fullmatch(" ".join(words[:box_at]))
    if match is None:
        return _number_with_glued_box(words)
    number, letter, box = match.group(1), match.group(2), match.group(3) or ""
    letter = letter if len(letter) > 2 else letter.upper()
    if box_at is not None:
        if box or len(words) != box_at + 2 or not _BOX.fullmatch(words[-1]):
            return None
        box = words[-1]
    return number + letter, box


def _range_and_box(number: str, behind: list[str]) -> tuple[str, str] | None:
    if not behind:
        return number, ""
    box = read_box(" ".join(behind)) if fold(behind[0]) in BOX_WORDS else None
    return None if box is None else (number, box)


def _is_range(word: str) -> bool:
    match = _RANGE.fullmatch(word)
    if match is None:
        return False
    first, last = int(match.group(1)), int(match.group(2))
    return first < last <= first + _WIDEST_RANGE


def _number_with_glued_box(words: list[str]) -> tuple[str, str] | None:
    """``12 b3`` and ``12 bus3``."""
    if len(words) != 2 or not _BARE_NUMBER.fullmatch(words[0]):
        return None
    match = _GLUED_BOX.fullmatch(words[1])
    return (words[0], match.group(1)) if match else None
