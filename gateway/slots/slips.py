"""Slips of the pen: which known phrases a word may have been meant for. Pure."""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import OSA

_SHORTEST, _TWO_SLIPS_FROM = 4, 10

#: Phrases by their first letter and how many blanks are in them.
Spelled = Mapping[tuple[str, int], tuple[str, ...]]


def spelled(phrases: Iterable[str]) -> Spelled:
    """Those of ``phrases`` that are long enough to be misspelt and still known."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for phrase in phrases:
        if len(phrase) >= _SHORTEST:
            key = phrase[0], phrase.count(" ")
            found[key] = (*found.get(key, ()), phrase)
    return found


def nearest(word: str, known: Spelled) -> tuple[str, ...]:
    """The phrases that ``word`` is the smallest slip of: one slip, two in a long word; mostly one or none.

    A word that begins with another letter is another word: "rolnummer" is no "telnummer".
    """
    if len(word) < _SHORTEST or word.isdigit():
        return ()
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = [
        (distance, phrase)
        for first in {word[0], word[1]}
        for phrase in known.get((first, word.count(" ")), ())
        if abs(len(phrase) - len(word)) <= slips
        and (distance := OSA.distance(word, phrase, score_cutoff=slips)) <= slips
        and (word[0] == phrase[0] or sorted(word[:2]) == sorted(phrase[:2]))
        and _is_a_slip(word, phrase)
    ]
    best = min(near, default=(0, ""))[0]
    return tuple(phrase for distance, phrase in near if distance == best)


def _is_a_slip(word: str, known: str) -> bool:
    """Short words only by letters swapped, doubled or dropped: one other letter makes another word."""
    if len(known) > _SHORTEST + 1:
        return True
    return set(word) == set(known) and word[0] == known[0]
