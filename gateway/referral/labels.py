"""Reading a label: every word of it must be known, in any of four languages, small slips forgiven.

A label with one unknown word means nothing here, so its value fills no slot.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from gateway.referral import categories, words
from gateway.referral.terms import Label, Person, Slot

MAX_LABEL = 80
_LONGEST_PHRASE = 4
_FUZZY_FROM, _TWO_SLIPS_FROM = 4, 9
# "Naam en geboortedatum" still names a person; "naam school" does not.
_SAID_OF_A_PERSON = (
    None,
    "birth_date",
    "birth_place",
    "age",
    "gender",
    "nationality",
    "civil_status",
    "national_number",
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A word that opens a section."""


@dataclass(frozen=True, slots=True)
class _Filler:
    """A word that adds nothing."""


@dataclass(frozen=True, slots=True)
class _Category:
    """A kind of data no slot takes."""

    name: str


_Meaning = Slot | Person | _Heading | _Filler | _Category


def fold(text: str) -> str:
    """``text`` in lower case without accents; what is no letter or digit is one blank."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("ß", "ss"))
    return " ".join("".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c)).split())


def phrases_of(listing: str) -> tuple[str, ...]:
    """The phrases of a word list: parted by commas, folded over lines."""
    return tuple(" ".join(phrase.split()) for phrase in listing.split(","))


def _vocabulary() -> dict[str, _Meaning]:
    """Every phrase with its meaning; where two lists hold one phrase, the stronger meaning comes later."""
    found: dict[str, _Meaning] = {phrase: _Filler() for phrase in phrases_of(words.FILLERS)}
    found |= {phrase: _Heading() for phrase in phrases_of(words.HEADINGS)}
    found |= {
        phrase: _Category(name)
        for name, listing in categories.LABELS.items()
        for phrase in phrases_of(listing)
    }
    found |= dict.fromkeys(phrases_of(words.OTHERS), Person.OTHER)
    found |= dict.fromkeys(phrases_of(words.PARTNERS), Person.PARTNER)
    found |= dict.fromkeys(phrases_of(words.CHILDREN), Person.CHILD)
    found |= {phrase: person for person, listing in words.PARENTS.items() for phrase in phrases_of(listing)}
    found |= dict.fromkeys(phrases_of(words.CLIENT), Person.CLIENT)
    found |= {phrase: slot for slot, listing in words.SLOTS.items() for phrase in phrases_of(listing)}
    return found


_VOCABULARY = _vocabulary()
_SINGLE_WORDS = tuple(phrase for phrase in _VOCABULARY if " " not in phrase and len(phrase) >= _FUZZY_FROM)


@lru_cache(maxsize=4096)
def classify(text: str) -> Label | None:
    """What ``text`` means as a label or heading; None when one of its words is unknown."""
    if not 0 < len(text) <= MAX_LABEL:
        return None
    meanings = _meanings(fold(text).split())
    if not meanings or all(isinstance(meaning, _Filler) for meaning in meanings):
        return None
    return _combine(meanings)


def persons_in(text: str) -> frozenset[Person]:
    """Everyone that known role words in ``text`` speak of; unknown words are passed over."""
    folded = fold(text).split()
    found = {_VOCABULARY.get(" ".join(folded[i : i + n])) for i in range(len(folded)) for n in (1, 2, 3)}
    return frozenset(person for person in found if isinstance(person, Person))


def _meanings(tokens: list[str]) -> list[_Meaning] | None:
    found: list[_Meaning] = []
    while tokens:
        for size in range(min(_LONGEST_PHRASE, len(tokens)), 0, -1):
            meaning = _VOCABULARY.get(" ".join(tokens[:size]))
            if meaning is not None:
                break
        else:
            size, meaning = 1, _nearest(tokens[0])
        if meaning is None:
            return None
        found.append(meaning)
        tokens = tokens[size:]
    return found


@lru_cache(maxsize=4096)
def _nearest(word: str) -> _Meaning | None:
    """The meaning of the known word that ``word`` is a slip of: one slip, two in a long word."""
    if len(word) < _FUZZY_FROM or word.isdigit():
        return None
    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = [
        (distance, known)
        for known in _SINGLE_WORDS
        if abs(len(known) - len(word)) <= slips
        and (distance := OSA.distance(word, known, score_cutoff=slips)) <= slips
        and _is_a_slip(word, known)
    ]
    if not near:
        return None
    best = min(near)[0]
    meanings = {_VOCABULARY[known] for distance, known in near if distance == best}
    return meanings.pop() if len(meanings) == 1 else None


def _is_a_slip(word: str, known: str) -> bool:
    """Short words only by letters swapped, doubled or dropped: one other letter makes another word."""
    if len(known) > _FUZZY_FROM + 1:
        return True
    return set(word) == set(known) and word[0] == known[0]


def _combine(meanings: list[_Meaning]) -> Label:
    slots = [meaning for meaning in meanings if isinstance(meaning, Slot)]
    persons = {meaning for meaning in meanings if isinstance(meaning, Person)}
    category = next((meaning.name for meaning in meanings if isinstance(meaning, _Category)), None)
    heading = any(isinstance(meaning, _Heading) for meaning in meanings)
    if category not in _SAID_OF_A_PERSON:
        slots = []
    return Label(_without_number_of(slots), _whose(persons), category, heading)


def _without_number_of(slots: list[Slot]) -> tuple[Slot, ...]:
    """ "Gsm nr" asks for a telephone, not for a house number."""
    if (
        Slot.NUMBER in slots
        and not {Slot.STREET, Slot.ADDRESS, Slot.BOX}.intersection(slots)
        and len(set(slots)) > 1
    ):
        slots = [slot for slot in slots if slot is not Slot.NUMBER]
    return tuple(dict.fromkeys(slots))


def _whose(persons: set[Person]) -> Person:
    if Person.CLIENT in persons:
        return Person.CLIENT
    for person in (Person.OTHER, Person.CHILD, Person.PARTNER):
        if person in persons:
            return person
    return persons.pop() if len(persons) == 1 else Person.PARENT if persons else Person.UNSAID
