"""Reading a label: every word of it must be known, in any of four languages, small slips forgiven.

A label with one unknown word means nothing here, so its value fills no slot.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from gateway.slots import categories, roles, words
from gateway.slots.slips import nearest, spelled
from gateway.slots.terms import NAMES, Label, Person, Slot

MAX_LABEL = 80
# Letters with a stroke or ligature that NFD leaves whole.
_UNDECOMPOSED = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e"}
)
_ASCII_BLANKS = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
_LONGEST_PHRASE, _PAIR, _SHORTEST_HALF = 4, 2, 3
_PARTED = re.compile(r"[()\[\]=/]| [-–] ")
_IN_BRACKETS = re.compile(r"[(\[=]([^()\[\]=]*)")
# "Naam en geboortedatum" still names a person; "naam school" does not.
_SAID_OF_A_PERSON = (
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
class _Organisation:
    """The name of a service that refers or receives: its telephone is never the client's."""


@dataclass(frozen=True, slots=True)
class _Category:
    """A kind of data no slot takes."""

    name: str


_Meaning = Slot | Person | _Heading | _Filler | _Organisation | _Category


def fold(text: str) -> str:
    """``text`` in lower case without accents; what is no letter or digit is one blank."""
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII_BLANKS).split())
    plain = unicodedata.normalize("NFD", text.casefold().translate(_UNDECOMPOSED))
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
    found |= dict.fromkeys(phrases_of(roles.OTHERS), Person.OTHER)
    found |= dict.fromkeys(phrases_of(roles.PARTNERS), Person.PARTNER)
    found |= dict.fromkeys(phrases_of(roles.CHILDREN), Person.CHILD)
    found |= {phrase: person for person, listing in roles.PARENTS.items() for phrase in phrases_of(listing)}
    found |= dict.fromkeys(phrases_of(roles.CLIENT), Person.CLIENT)
    found |= {phrase: slot for slot, listing in words.SLOTS.items() for phrase in phrases_of(listing)}
    found |= {phrase: _Organisation() for phrase in phrases_of(words.ORGANISATIONS)}
    return found


_VOCABULARY = _vocabulary()
_SPELLED = spelled(_VOCABULARY)


@lru_cache(maxsize=4096)
def classify(text: str) -> Label | None:
    """What ``text`` means as a label or heading; None when one of its words is unknown."""
    if not 0 < len(text) <= MAX_LABEL:
        return None
    meanings = _meanings(fold(text).split())
    if not meanings or all(isinstance(meaning, (_Filler, _Organisation)) for meaning in meanings):
        return None
    return _combine(meanings, text)


def persons_in(text: str) -> frozenset[Person]:
    """Everyone that known role words in ``text`` speak of; unknown words are passed over."""
    tokens = fold(text).split()
    found: set[Person] = set()
    index = 0
    while index < len(tokens):
        size, meaning = _longest(tokens[index : index + _LONGEST_PHRASE])
        if isinstance(meaning, Person):
            found.add(meaning)
        index += size
    return frozenset(found)


def _longest(tokens: list[str]) -> tuple[int, _Meaning | None]:
    """The longest phrase that ``tokens`` begin with: how many words it has, and its meaning."""
    for size in range(len(tokens), 0, -1):
        meaning = _VOCABULARY.get(" ".join(tokens[:size]))
        if meaning is not None:
            return size, meaning
    return 1, None


def _meanings(tokens: list[str]) -> list[_Meaning] | None:
    found: list[_Meaning] = []
    index = 0
    while index < len(tokens):
        size, known = _longest(tokens[index : index + _LONGEST_PHRASE])
        pair = tokens[index : index + _PAIR]
        if known is None and len(pair) == _PAIR and (known := _nearest(" ".join(pair))):
            size = _PAIR
        meaning = known or _nearest(tokens[index])
        meanings = (meaning,) if meaning else _glued(tokens[index])
        if not meanings:
            return None
        found.extend(meanings)
        index += size
    return found


def _glued(word: str) -> tuple[_Meaning, ...]:
    """The meanings of two words typed as one: "telgsm", "adresclient"; none where they may be parted twice.

    A word that adds nothing is no half of one, nor is "nummer": "werkadres" is not the client's, and
    "rolnummer" no role.
    """
    found = {
        (_VOCABULARY[word[:at]], _VOCABULARY[word[at:]])
        for at in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
        if word[:at] in _VOCABULARY and word[at:] in _VOCABULARY
    }
    (halves,) = found if len(found) == 1 else ((),)
    return () if any(isinstance(half, _Filler) or half is Slot.NUMBER for half in halves) else halves


@lru_cache(maxsize=4096)
def _nearest(word: str) -> _Meaning | None:
    """The meaning of the known word that ``word`` is a slip of, when all it could be mean the same."""
    meanings = {_VOCABULARY[known] for known in nearest(word, _SPELLED)}
    return meanings.pop() if len(meanings) == 1 else None


def _combine(meanings: list[_Meaning], text: str) -> Label:
    slots = [
        meaning
        for above, meaning in zip([None, *meanings], meanings, strict=False)
        if isinstance(meaning, Slot) and not (above is Slot.EMAIL and meaning is Slot.ADDRESS)
    ]
    persons = [meaning for meaning in meanings if isinstance(meaning, Person)]
    if slots and any(isinstance(meaning, _Organisation) for meaning in meanings):
        persons = persons or [Person.OTHER]
    category = next((meaning.name for meaning in meanings if isinstance(meaning, _Category)), None)
    heading = any(isinstance(meaning, _Heading) for meaning in meanings)
    if category is not None:
        slots = [slot for slot in slots if slot in NAMES and category in _SAID_OF_A_PERSON]
    return Label(_without_number_of(slots), _whose(persons, text), category, heading)


def _without_number_of(slots: list[Slot]) -> tuple[Slot, ...]:
    """ "Gsm nr" asks for a telephone and "bus nr" for a box, not for a house number."""
    if (
        Slot.NUMBER in slots
        and not {Slot.STREET, Slot.ADDRESS}.intersection(slots)
        and not (slots[0] is Slot.NUMBER and Slot.BOX in slots)
        and len(set(slots)) > 1
    ):
        slots = [slot for slot in slots if slot is not Slot.NUMBER]
    return tuple(dict.fromkeys(slots))


def _whose(persons: list[Person], text: str) -> Person:
    said = set(persons)
    if Person.CLIENT in said:
        if _is_the_client(said - {Person.CLIENT}, text):
            return Person.CLIENT
        # "Moeder van de cliënt" is not the client, and neither is "client's mother".
        said = {Person.OTHER if person.is_parent else person for person in said - {Person.CLIENT}}
    if Person.CHILD in said and persons[0].is_parent:
        # "Moeder van het kind"
        said.discard(Person.CHILD)
    for person in (Person.OTHER, Person.CHILD, Person.PARTNER):
        if person in said:
            return person
    return said.pop() if len(said) == 1 else Person.PARENT if said else Person.UNSAID


def _is_the_client(others: set[Person], text: str) -> bool:
    """Whether "cliënt" beside other role words says who they are: "moeder (cliënt)", "cliënt/ouder"."""
    if Person.OTHER in others:
        return False
    if all(person.is_parent for person in others):
        return not others or any(persons_in(piece) == {Person.CLIENT} for piece in _PARTED.split(text))
    return any(persons_in(piece) == {Person.CLIENT} for piece in _IN_BRACKETS.findall(text))
