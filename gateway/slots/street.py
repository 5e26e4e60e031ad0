"""Names of streets: one word, or words around a kind of street, in Dutch and French."""

import unicodedata
from typing import Final

from gateway.slots import deny, first_names
from gateway.slots.labels import fold, persons_in

_MAX_WORDS, _MAX_PLACE_WORDS, _MAX_WORD = 6, 3, 32
_KINDS_BEHIND: Final = tuple(
    """
    straat straatje laan laantje weg wegel steenweg baan plein pleintje dreef pad lei kaai kade vest wal
    markt hof berg veld dal bos akker heide kouter meers beemd brug dijk gang hoek hoeve kant kring lo
    molen park poort put rode rond singel steeg ring sluis str stwg weide wijk erf gaarde strasse gasse
    platz allee damm ufer street road lane avenue square
    """.split()
)
_KINDS_IN_FRONT: Final = frozenset(
    """
    rue avenue av boulevard bd place chaussee ch chemin allee impasse quai square route sentier clos drève
    dreve cite rond point cour passage
    """.split()
)
_FRENCH_LINKS: Final = frozenset("de du des la le les l d aux au et sur sous".split())
_IN_FRONT: Final = frozenset(
    """
    hof oude nieuwe grote kleine lange korte hoge lage brede smalle groene witte rode zwarte eerste tweede
    derde boven beneden achter voor ter ten te op aan de den der het 't van vanden in sint st sinte onze
    lieve vrouw heilig heilige hart burgemeester burg pastoor past dokter dr kapelaan kanunnik monseigneur
    mgr kardinaal baron graaf gravin hertog prins prinses koning koningin kapitein generaal professor prof
    meester deken ridder jonkheer notaris ingenieur pater broeder zuster minister president veldmaarschalk
    onderwijzer dorp kasteel
    """.split()
)


def read_street(words: list[str], closed: frozenset[str] | None) -> str | None:
    """The street that ``words`` name; None when they say more or less than a street.

    ``closed`` holds the folded names of all streets when the policy lists them.
    """
    if not 0 < len(words) <= _MAX_WORDS or not all(map(_is_street_word, words)):
        return None
    street = " ".join(words)
    if closed is not None:
        return street if fold(street) in closed else None
    return street if _is_built_like_a_street([fold(word) for word in words]) else None


def read_municipality(words: list[str]) -> str | None:
    """The municipality ``words`` name where no list closes it, empty for none; None for other words."""
    folded = [fold(word) for word in words]
    if len(words) > _MAX_PLACE_WORDS or not all(map(_is_street_word, words)):
        return None
    if any(word.startswith(deny.STEMS) or word in deny.WORDS or persons_in(word) for word in folded):
        return None
    return " ".join(words)


def _is_street_word(word: str) -> bool:
    if len(word) > _MAX_WORD or not any(char.isalpha() for char in word):
        return False
    return all(char in "'’-." or _is_latin(char) for char in word)


def _is_latin(char: str) -> bool:
    return char.isalpha() and (char.isascii() or unicodedata.name(char, "").startswith("LATIN "))


def _is_built_like_a_street(words: list[str]) -> bool:
    if any(word.startswith(deny.STEMS) or _speaks_of_someone(word) for word in words):
        return False
    if words[0] in _KINDS_IN_FRONT:
        return len(words) > 1 and sum(word not in _FRENCH_LINKS for word in words[1:]) <= 3
    if len(words) == 1:
        return words[0] not in deny.WORDS
    return (
        words[-1].endswith(_KINDS_BEHIND) and all(map(_may_stand_in_front, words[:-1]))
    ) or _is_article_and_noun(words)


def _speaks_of_someone(word: str) -> bool:
    return bool(persons_in(word)) and word not in _IN_FRONT


def _may_stand_in_front(word: str) -> bool:
    return word in _IN_FRONT or len(word) == 1 or all(part in first_names.KNOWN for part in word.split())


def _is_article_and_noun(words: list[str]) -> bool:
    """``Ten Hove``, ``De Hoef``, ``Hof te Brugge``, ``Op den Berg``: one noun among articles."""
    return sum(word not in _IN_FRONT for word in words) == 1 and words[-1] not in deny.WORDS
