"""Running text taken apart: its sentences, and whatever could be a telephone, mail, address or name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from gateway.slots.address import Gazetteer, read_address
from gateway.slots.labels import classify, fold
from gateway.slots.name import is_first_name, is_particle, read_words
from gateway.slots.terms import Slot
from gateway.slots.titles import is_verb

MAX_CHARACTERS = 20_000
_WORD = re.compile(r"\S+")
_EMAIL = re.compile(r"[A-Za-z0-9._%'+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_POSTCODE = re.compile(r"\(?(?:B-?)?([1-9][0-9]{3})\)?[.,;:]?")
_ABBREVIATIONS = frozenset(
    """
    mevr mw dhr mr mrs ms dr drs prof nr tel st mme mlle m av bld bv ca resp incl excl hr fr
    """.split()
)
TITLES = frozenset(
    """
    mevrouw mevr mw meneer mijnheer dhr heer mme madame mademoiselle mlle monsieur mr mrs ms miss frau
    herr
    """.split()
)
_ARTICLES = frozenset(
    "die der das the le la les son sa ses haar zijn ihre seine her his mijn mon ma my".split()
)
_BRACKETS = str.maketrans("()[]", "    ")
_REACH = 9
_MOST_PLACES = 20


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the letter: its text without marks around it, where it stands, and in which sentence."""

    text: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text that could fill ``slot``: words ``first`` up to ``last`` (excluded), and its text."""

    slot: Slot
    first: int
    last: int
    text: str


def words_of(text: str) -> tuple[Word, ...]:
    """The words of ``text`` with the number of their sentence."""
    found: list[Word] = []
    sentence = 0
    for match in _WORD.finditer(text):
        raw = match.group()
        found.append(Word(raw.strip("()[]{}\"'«»“”.,;:!?"), match.start(), match.end(), sentence))
        if raw.rstrip(')"”»').endswith((".", "!", "?", ";")) and fold(raw) not in _ABBREVIATIONS:
            sentence += 1
    return tuple(found)


def contacts_in(text: str, words: tuple[Word, ...]) -> tuple[Span, ...]:
    """Every valid telephone and every mail address."""
    phones = PhoneNumberMatcher(text, "BE", leniency=Leniency.VALID, max_tries=500)
    found = [
        _span(
            Slot.PHONE,
            phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164),
            match.start,
            match.end,
            words,
        )
        for match in phones
    ]
    found += [
        _span(Slot.EMAIL, match.group().rstrip("."), match.start(), match.end(), words)
        for match in _EMAIL.finditer(text)
    ]
    return tuple(found)


def _span(slot: Slot, text: str, start: int, end: int, words: tuple[Word, ...]) -> Span:
    inside = [index for index, word in enumerate(words) if word.start < end and word.end > start]
    return Span(slot, inside[0], inside[-1] + 1, text)


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
    named = words[index + 1].text[:1].isupper() if index + 1 < len(words) else False
    return words[index].text in gazetteer.places or named


def _address_around(text: str, words: tuple[Word, ...], place: int, gazetteer: Gazetteer) -> Span | None:
    """The fullest address around the place; of two as full, the one with the longer street."""
    best: tuple[int, int, int, Span] | None = None
    for first in range(max(0, place - _REACH), place + 1):
        if not (words[first].text[:1].isupper() or words[first].text[:1].isdigit()):
            continue
        if _is_parted(text, words, first) or _opens_before_a_street(words, first):
            continue
        for last in range(place + 1, min(len(words), place + _REACH) + 1):
            piece = text[words[first].start : words[last - 1].end].translate(_BRACKETS).strip(" .,;:")
            parts = read_address(piece, gazetteer)
            if parts is None or not (parts.elsewhere or (parts.street and parts.number)):
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


def names_in(text: str, words: tuple[Word, ...], taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """Every run of two or more capitalised words that no other span holds, as a name could be written."""
    free = [not any(span.first <= i < span.last for span in taken) for i in range(len(words))]
    found: list[Span] = []
    index = 0
    while index < len(words):
        last = _run_from(text, words, free, index)
        first = index + _leading(words, index, last)
        if (
            last - first > 1
            and not _says_something(words[first:last])
            and read_words(" ".join(word.text for word in words[first:last]))
        ):
            found.append(Span(Slot.NAME, first, last, " ".join(word.text for word in words[first:last])))
        index = max(last, index + 1)
    return tuple(found)


def _says_something(words: tuple[Word, ...]) -> bool:
    """Whether a word of the run is one of a form, or an article in front: ``Die Nummer``, ``Son adresse``."""
    if fold(words[0].text) in _ARTICLES:
        return True
    labels = (classify(word.text) for word in words)
    return any(label is not None and (label.slots or label.category or label.heading) for label in labels)


def _run_from(text: str, words: tuple[Word, ...], free: list[bool], index: int) -> int:
    """Where the run of capitalised words from ``index`` ends: at a mark, a sentence's end, a small word."""
    last = index
    while (
        last < len(words)
        and free[last]
        and (words[last].text[:1].isupper() or (last > index and is_particle(words[last].text)))
    ):
        last += 1
        if text[words[last - 1].start : words[last - 1].end][-1:] in ",.;:!?)":
            break
    while last > index and is_particle(words[last - 1].text) and not words[last - 1].text[:1].isupper():
        last -= 1
    return last


def _leading(words: tuple[Word, ...], index: int, last: int) -> int:
    """Words in front of a name that are none of it: a title, or the capital that opens a sentence."""
    skip = 0
    while index + skip < last and fold(words[index + skip].text) in TITLES:
        skip += 1
    opens = index == 0 or words[index - 1].sentence != words[index].sentence
    if opens and not skip and last - index > 2 and not is_first_name(words[index].text):
        skip = 1
    return skip
