"""Addresses in running text: a street begins at the street, never at the words in front of it.

A letter has no mark where an address begins, so a street here is of a closed build, and what stands
before it must part it from the sentence: a mark, a preposition of place, a verb of dwelling. Where the
words in front could be part of it, or a person's name could be, there is no address at all.
"""

import re
from collections.abc import Iterator

from gateway.referral.running import Span, Word
from gateway.slots.address import Gazetteer, read_address
from gateway.slots.labels import classify, fold
from gateway.slots.name import is_first_name
from gateway.slots.street import is_compound_street, is_street_in_text, opens_a_street
from gateway.slots.terms import Slot
from gateway.slots.titles import is_verb

_POSTCODE = re.compile(r"\(?(?:B-?)?([1-9][0-9]{3})\)?[.,;:]?")
_BRACKETS = str.maketrans("()[]", "    ")
_MARKS = "()[]{}\"'«»“”.,;:!?"
_REACH = 9
_MOST_PLACES = 20
_AT = frozenset(
    """
    in aan at dans a bij wonende wonend woonachtig gedomicilieerd domicilie domiciliee habitant demeurant
    residant living residing wohnhaft im am
    """.split()
)
_LINKS = frozenset("op te ter ten van de den der het 't t du des la le les naar zu zur zum".split())
_AND = frozenset("en et und and of ou or oder".split())


def addresses_in(text: str, words: tuple[Word, ...], gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Every address with street, number and a listed place, or with a place off the list.

    None at all in a text that names so many places that one reading is past hope.
    """
    found: dict[tuple[int, int], Span] = {}
    places = [i for i, word in enumerate(words) if _is_place(words, i, gazetteer)]
    for place in places if len(places) <= _MOST_PLACES else ():
        span = _address_around(text, words, place, gazetteer)
        if span is not None:
            found.setdefault((span.first, span.last), span)
    return tuple(_apart(sorted(found.values(), key=lambda span: (span.first, -span.last))))


def _apart(spans: list[Span]) -> Iterator[Span]:
    """The spans of which none lies within another."""
    reach = -1
    for span in spans:
        if span.last > reach:
            reach = span.last
            yield span


def _is_place(words: tuple[Word, ...], index: int, gazetteer: Gazetteer) -> bool:
    if gazetteer.postcodes_of(words[index].text):
        return True
    if not _POSTCODE.fullmatch(words[index].text):
        return False
    named = index + 1 < len(words) and words[index + 1].text[:1].isupper()
    # "in 2023. Met dank": the sentence ends, so no municipality follows.
    named = named and words[index + 1].sentence == words[index].sentence
    return words[index].text in gazetteer.places or named


def _address_around(text: str, words: tuple[Word, ...], place: int, gazetteer: Gazetteer) -> Span | None:
    """The fullest address around the place; of two as full, the one with the longer street."""
    best: tuple[int, int, int, Span] | None = None
    for first in range(max(0, place - _REACH), place + 1):
        if not (opens_a_street(words[first].text) or words[first].text[:1].isdigit()):
            continue
        if _is_parted(text, words, first) or _opens_before_a_street(words, first):
            continue
        for last in range(place + 1, min(len(words), place + _REACH) + 1):
            piece = text[words[first].start : words[last - 1].end].translate(_BRACKETS).strip(" .,;:")
            parts = read_address(piece, gazetteer)
            if parts is None or not (parts.elsewhere or (parts.street and parts.number)):
                continue
            if parts.street and not _begins_at(parts.street, text, words[:last], first):
                continue
            fullness = sum(
                map(bool, (parts.street, parts.number, parts.box, parts.postcode, parts.municipality))
            )
            candidate = (fullness, -first, -last, Span(Slot.ADDRESS, first, last, piece))
            if best is None or candidate[:3] > best[:3]:
                best = candidate
    return best and best[3]


def _opens_before_a_street(words: tuple[Word, ...], first: int) -> bool:
    """``Habite Dorp 5``: the verb that opens a sentence is no part of the street behind it."""
    return is_verb(words[first].text) and first + 1 < len(words) and words[first + 1].text[:1].isupper()


def _is_parted(text: str, words: tuple[Word, ...], first: int) -> bool:
    """Whether a mark parts the words in front of a number: ``Mehmet (Kerkstraat 5`` is not one street."""
    last = first
    while last < len(words) and not words[last].text[:1].isdigit():
        last += 1
    between = text[words[first].start : words[min(last, len(words) - 1)].start]
    return last > first and any(mark in between.strip(" ,(") for mark in ",;:()?!")


def _begins_at(street: str, text: str, words: tuple[Word, ...], first: int) -> bool:
    """Whether ``street``, read from ``words`` from ``first`` on, is all street and parted from the rest."""
    tokens = [token.strip(_MARKS) for token in street.split()]
    size = len(tokens)
    at = next((i for i in range(first, len(words)) if [w.text for w in words[i : i + size]] == tokens), None)
    if at is None or not is_street_in_text(tokens):
        return False
    if _opens_sentence(words, at) and fold(tokens[0]) in _AT | _LINKS:
        # "De Kerkstraat 5 is haar adres": the article is the sentence's.
        return not is_compound_street(tokens[1:])
    return _is_parted_from_the_rest(
        text, words, at, doubtful=is_first_name(tokens[0]) or not _is_sure(tokens)
    )


def _is_sure(tokens: list[str]) -> bool:
    """A street that shows it: more than one word, or a kind of street in it. ``Jadon 5`` shows nothing."""
    return len(tokens) > 1 or is_compound_street(tokens)


def _is_parted_from_the_rest(text: str, words: tuple[Word, ...], at: int, *, doubtful: bool) -> bool:
    """Whether what stands before the street is none of it. A doubtful street wants a preposition there."""
    for i in range(at - 1, -1, -1):
        word, folded = words[i].text, fold(words[i].text)
        mark = _mark_between(text, words[i], words[i + 1])
        if words[i].sentence != words[i + 1].sentence or mark:
            return not doubtful or mark.endswith(("(", ":"))
        if folded in _AT or is_verb(word) or _asks_for_address(word):
            return True
        if word[:1].isupper() or folded in _AND:
            return False
        if folded not in _LINKS:
            return not doubtful
    return not doubtful


def _mark_between(text: str, before: Word, behind: Word) -> str:
    """The marks that part two words that follow each other; a dash that stands alone is all mark."""
    left, right = text[before.start : before.end], text[behind.start : behind.end]
    after = left.rpartition(before.text)[2] if before.text else left
    ahead = right.partition(behind.text)[0] if behind.text else right
    return after + ahead


def _asks_for_address(word: str) -> bool:
    label = classify(word)
    return label is not None and Slot.ADDRESS in label.slots


def _opens_sentence(words: tuple[Word, ...], at: int) -> bool:
    return at == 0 or words[at - 1].sentence != words[at].sentence
