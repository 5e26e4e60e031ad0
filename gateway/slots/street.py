"""Names of streets: one word, or words around a kind of street, in Dutch and French."""

import re
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
    onderwijzer dorp kasteel kwade dode diepe droge natte vuile schone mooie koude warme zoete zure kromme
    rechte halve dubbele gouden zilveren ijzeren houten stenen blauwe gele bruine grijze donkere nieuw oud
    alte neue obere untere grosse im auf dem zum zur unter
    """.split()
)
_TOWARDS: Final = frozenset("op naar van nach vers".split())
_BARE: Final = frozenset("plaats dorp statie station kapelle kasteel kerk markt centrum platz".split())
_PREPOSITIONS: Final = frozenset("in op te aan ter ten voor achter boven beneden".split())
_ARTICLES: Final = frozenset("de den der het 't t".split())

# What many a village street is named after, though the word alone says where somebody stays.
_AFTER_A_HOUSE: Final = re.compile(
    "(?:oude|nieuwe)?(?:hospitaal|ziekenhuis|gasthuis|klooster|gevangenis|kapel|kerk|school|station)s?"
    "(?:straat|straatje|laan|weg|plein|steenweg|dreef|baan|pad)"
)
_FRENCH_HOUSES: Final = frozenset(
    "prison hopital hospice eglise centre est police tribunal poste cour court foi a et sur".split()
)
_DATED: Final = re.compile("(?:[18] mei|21 juli|11 november|[34] september)(?:straat|laan|plein|lei)")


def read_street(words: list[str], closed: frozenset[str] | None) -> str | None:
    """The street that ``words`` name; None when they say more or less than a street.

    ``closed`` holds the folded names of all streets when the policy lists them.
    """
    dated = is_dated_street(words)
    if not dated and not (0 < len(words) <= _MAX_WORDS and all(map(_is_street_word, words))):
        return None
    street = " ".join(words)
    if closed is not None:
        return street if fold(street) in closed else None
    return street if dated or _is_built_like_a_street([fold(word) for word in words]) else None


def is_dated_street(words: list[str]) -> bool:
    """``1 Meistraat``, ``11 Novemberlaan``: a day that streets are named after, no other."""
    return _DATED.fullmatch(fold(" ".join(words))) is not None


def opens_a_street(word: str) -> bool:
    """Whether a street in running text may begin with ``word``: a capital, or ``rue``."""
    return word[:1].isupper() or fold(word) in _KINDS_IN_FRONT


def is_compound_street(words: list[str]) -> bool:
    """Whether the last of ``words`` is a kind of street with a name before it, or one that is a name too."""
    last = fold(words[-1]) if words else ""
    return last in _BARE or (last.endswith(_KINDS_BEHIND) and last not in _KINDS_BEHIND)


def is_street_in_text(words: list[str]) -> bool:
    """Whether ``words``, a street behind a label, are one in running text too: capitals, or a known build.

    A small word inside is a link of a French street, of ``Steenweg op Edingen`` or of ``Hof te Puttestraat``;
    nobody's first name stands among those.
    """
    folded = [fold(word) for word in words]
    if len(words) == 1:
        return not first_names.KNOWN.issuperset(folded[0].split())
    if all(word[:1].isupper() for word in words) or folded[0] in _KINDS_IN_FRONT or _leads_somewhere(folded):
        return True
    return all(word in _IN_FRONT or len(word) == 1 for word in folded[:-1])


def read_municipality(words: list[str]) -> str | None:
    """The municipality ``words`` name where no list closes it, empty for none; None for other words."""
    folded = [fold(word) for word in words]
    if len(words) > _MAX_PLACE_WORDS or not all(map(_is_street_word, words)):
        return None
    if any(deny.bears_a_stem(word) or word in deny.WORDS or persons_in(word) for word in folded):
        return None
    return " ".join(words)


def _is_street_word(word: str) -> bool:
    if len(word) > _MAX_WORD or not any(char.isalpha() for char in word):
        return False
    return all(char in "'’-." or _is_latin(char) for char in word)


def _is_latin(char: str) -> bool:
    return char.isalpha() and (char.isascii() or unicodedata.name(char, "").startswith("LATIN "))


def _is_built_like_a_street(words: list[str]) -> bool:
    front = words[0] in _KINDS_IN_FRONT
    houses = _FRENCH_HOUSES if front else frozenset[str]()
    if any(_says_more(word, houses) or _speaks_of_someone(word) for word in words):
        return False
    if front:
        return (
            len(words) > 1
            and deny.WORDS.isdisjoint(set(words) - houses)
            and sum(word not in _FRENCH_LINKS for word in words[1:]) <= 3
        )
    if len(words) == 1:
        return words[0] not in deny.WORDS
    if words[-1].endswith(_KINDS_BEHIND) and _may_stand_in_front(words[:-1]):
        return True
    return _is_article_and_noun(words) or _is_word_and_kind(words) or _leads_somewhere(words)


def _says_more(word: str, houses: frozenset[str]) -> bool:
    return deny.bears_a_stem(word) and word not in houses and _AFTER_A_HOUSE.fullmatch(word) is None


def _speaks_of_someone(word: str) -> bool:
    return bool(persons_in(word)) and word not in _IN_FRONT


def _may_stand_in_front(words: list[str]) -> bool:
    """Adjectives, titles and first names; behind a first name no preposition: "Amira in de Kerkstraat"."""
    named = False
    for word in words:
        if word in _IN_FRONT or len(word) == 1:
            if named and word in _PREPOSITIONS:
                return False
        elif all(part in first_names.KNOWN for part in word.split()):
            named = True
        else:
            return False
    return True


def _is_word_and_kind(words: list[str]) -> bool:
    """``Kwade Hoek``, ``Ninoofse Baan``: one word, on no deny list, before a kind that stands alone."""
    return len(words) == 2 and words[1] in _KINDS_BEHIND and words[0] not in deny.WORDS


def _leads_somewhere(words: list[str]) -> bool:
    """``Steenweg op Edingen``, ``Weg naar As``: a kind, where to, and one or two words that name nobody."""
    if len(words) < 3 or not words[0].endswith(_KINDS_BEHIND) or words[1] not in _TOWARDS:
        return False
    place = [word for word in words[2:] if word not in _ARTICLES]
    named = any(part in first_names.KNOWN for word in place for part in word.split())
    return 0 < len(place) <= 2 and not named and deny.WORDS.isdisjoint(place)


def _is_article_and_noun(words: list[str]) -> bool:
    """``Ten Hove``, ``De Hoef``, ``Hof te Brugge``, ``Op den Berg``: one noun among articles."""
    if "van" in words[:-1] and words[-1] in first_names.KNOWN:
        return False
    return sum(word not in _IN_FRONT for word in words) == 1 and words[-1] not in deny.WORDS
