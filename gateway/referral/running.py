"""Running text taken apart: its sentences, and whatever could be a telephone, mail address or name."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher

from gateway.slots.labels import classify, fold
from gateway.slots.name import is_first_name, is_particle, read_words
from gateway.slots.terms import Slot
from gateway.slots.titles import only_greets, says_something

MAX_CHARACTERS = 20_000
_WORD = re.compile(r"\S+")
_EMAIL = re.compile(r"[A-Za-z0-9._%'+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}")
_ABBREVIATIONS = frozenset(
    """
    mevr mw dhr mr mrs ms dr drs prof nr tel st mme mlle m av bld bv ca resp incl excl hr fr
    """.split()
)
TITLES = frozenset(
    """
    mevrouw mevr mw meneer mijnheer dhr heer herrn mme madame mademoiselle mlle monsieur mr mrs ms miss frau
    herr
    """.split()
)
_ARTICLES = frozenset(
    "die der das the le la les son sa ses haar zijn ihre seine her his mijn mon ma my".split()
)


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


def names_in(text: str, words: tuple[Word, ...], taken: tuple[Span, ...]) -> tuple[Span, ...]:
    """Every run of two or more capitalised words that no other span holds, as a name could be written."""
    free = [not any(span.first <= i < span.last for span in taken) for i in range(len(words))]
    found: list[Span] = []
    index = 0
    while index < len(words):
        last = _run_from(text, words, free, index)
        found += [
            Span(Slot.NAME, first, last, " ".join(word.text for word in words[first:last]))
            for first in (index + skip for skip in _leading(words, index, last))
            if last - first > 1
            and not _says_something(words[first:last])
            and read_words(" ".join(word.text for word in words[first:last]))
        ]
        index = max(last, index + 1)
    return tuple(found)


def _says_something(words: tuple[Word, ...]) -> bool:
    """A word of a form among them, an article in front, a greeting: ``Die Nummer``, ``Guten Tag``."""
    if fold(words[0].text) in _ARTICLES or only_greets([word.text for word in words]):
        return True
    if any(word.text == "I" for word in words):
        return True
    labels = (classify(word.text) for word in words)
    return any(label is not None and (label.slots or label.category or label.heading) for label in labels)


def _run_from(text: str, words: tuple[Word, ...], free: list[bool], index: int) -> int:
    """Where the run of capitalised words from ``index`` ends: at a mark, a sentence's end, a small word."""
    last = index
    while (
        last < len(words)
        and free[last]
        and (_is_capital(words[last].text) or (last > index and is_particle(words[last].text)))
    ):
        last += 1
        if text[words[last - 1].start : words[last - 1].end][-1:] in ",.;:!?)":
            break
    while last > index and is_particle(words[last - 1].text) and not words[last - 1].text[:1].isupper():
        last -= 1
    return last


def _is_capital(word: str) -> bool:
    """``Oultremont`` and ``d'Oultremont``."""
    return word[:1].isupper() or word.replace("’", "'").partition("'")[2][:1].isupper()


def _leading(words: tuple[Word, ...], index: int, last: int) -> tuple[int, ...]:
    """How many words in front of a name are none of it: titles, or the capital that opens a sentence.

    Where that capital may as well be an unlisted first name, the run is two names, and so a doubt.
    """
    skip = 0
    while index + skip < last and fold(words[index + skip].text) in TITLES:
        skip += 1
    opens = index == 0 or words[index - 1].sentence != words[index].sentence
    if not opens or skip or last - index < 3 or is_first_name(words[index].text):
        return (skip,)
    return (1,) if says_something(words[index].text) else (0, 1)
