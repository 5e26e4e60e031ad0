"""Names of people: Latin letters, particles, hyphens and apostrophes, and nothing that says more than a name.

Which part is the first name is told by the label, a comma, capitals, a particle in front, or a
list of first names; the list only orders words that passed, it lets none through.
"""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from gateway.slots import first_names
from gateway.slots.deny import SURNAMES, says_more_than_a_name
from gateway.slots.labels import classify, fold
from gateway.slots.remarks import without_remarks

_MAX_LENGTH, _MAX_WORDS, _MAX_WORD = 80, 7, 30
_PARTICLES = frozenset(
    """
    van de den der het 't ter ten te vande vanden vander van't op in la le les du des d' l' da das do dos
    di del della de' el al ben bin bint ibn abu ait aït ould oulad bel von vom zu zum zur st sint saint mc
    mac y e haj hadj wa uz ul ur abou bou
    """.split()
)
_FOREMOST = frozenset(
    "van de den der ter ten te vande vanden vander le la du d' el al ait aït ould oulad bel von".split()
)
# "Kasongo wa Kasongo" is one surname.
_BETWEEN_SURNAMES = frozenset(("wa", "y", "e"))
_TITLES = frozenset(
    """
    mevrouw mevr mw meneer mijnheer dhr heer m mr mme mlle madame mademoiselle monsieur mister mrs ms miss
    frau herr herrn familie fam gezin famille family de
    """.split()
)

Order = Literal["first", "last", "either"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, of which one may be empty, and as it was typed."""

    first: str
    last: str
    typed: str


def read_words(text: str) -> tuple[str, ...] | None:
    """The words of a name, titles in front left off; None when ``text`` is more or less than a name."""
    if not 0 < len(text) <= _MAX_LENGTH:
        return None
    words = _without_title(text.replace("’", "'").replace("´", "'").replace("`", "'").split())
    if not 0 < len(words) <= _MAX_WORDS or not all(map(_is_name_word, words)):
        return None
    if not _capitals_agree(words) or says_more_than_a_name(words):
        return None
    return tuple(words)


def read_name(text: str, *, order: Order = "either") -> Name | None:
    """The one person ``text`` names; ``order`` is the name that the label asks for first.

    What stands behind a bracket, a comma or a date is left behind, unless it could be a second
    person or the rest of the name: a name is whole, or it is None.
    """
    value = without_remarks(text).value
    head, parting, tail = _part(value)
    words = read_words(head) or _before_a_dash(head)
    if words is None:
        return None
    rest, further, end = _part(tail)
    if parting != "," or (words_behind := read_words(rest)) is None:
        return None if parting in (";", "|") and _is_named(rest) else _ordered(words, order)
    if further in (",", ";", "|") and _is_named(_part(end)[0]):
        return None
    return _parted_by_comma(words, words_behind, order)


def read_surname(text: str) -> Name | None:
    """As ``read_name``, for a field that asks a surname alone: there a known one may mean something too."""
    typed = " ".join(text.split())
    if fold(typed) in SURNAMES and all(word.isalpha() and word[0].isupper() for word in typed.split()):
        return Name("", typed, typed)
    return read_name(text)


def _is_named(text: str) -> bool:
    """Whether ``text`` goes on with a name."""
    return text[:1].isupper() and read_words(text) is not None


def _parted_by_comma(words: tuple[str, ...], rest: tuple[str, ...], order: Order) -> Name | None:
    """``Peeters, An``. ``An Peeters, bediende`` is An Peeters; ``An Peeters, Jan`` may be two people."""
    first_names = all(map(_may_be_first, rest))
    alone = order == "last" or len(_without_particles(words)) == 1
    if (alone and (first_names or rest[0][0].isupper())) or (first_names and not is_first_name(words[0])):
        return Name(" ".join(rest), " ".join(words), " ".join((*words, *rest)))
    if first_names or len(rest) > 1 or rest[0][0].isupper():
        return None
    return _ordered(words, order)


def _part(value: str) -> tuple[str, str, str]:
    """``value`` parted where a name ends: at a comma, a semicolon, a birth sign, a digit."""
    for index, char in enumerate(value):
        if char in ",;°*†|:" or char.isdigit():
            head = value[:index]
            return (head if char in ",;" else _without_birth_word(head)), char, value[index + 1 :].strip()
    return value, "", ""


def _before_a_dash(text: str) -> tuple[str, ...] | None:
    """``An Peeters - mama``: a word behind a dash that is no name is left behind."""
    head, dash, _ = text.replace(" – ", " - ").partition(" - ")
    return read_words(head) if dash else None


def _without_birth_word(text: str) -> str:
    """``An Peeters geb.`` and ``An Peeters RRN`` before a number: what announces it is no name, "Lê" is."""
    words = text.strip(" -–").split()
    while len(words) > 1 and _announces(words[-1]):
        words.pop()
    return " ".join(words)


def _announces(word: str) -> bool:
    if word.istitle():
        return False
    label = classify(word)
    return word.casefold() in ("op", "ne", "né", "nee", "née", "le", "on", "am") or (
        label is not None and label.category is not None
    )


def _without_title(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and fold(words[start]) in _TITLES:
        if fold(words[start]) == "de" and fold(words[start + 1]) != "heer":
            break
        start += 1
    return words[start:]


def _is_name_word(word: str) -> bool:
    if word == "-":
        return True
    bare = word.strip("'-.")
    if not bare or len(word) > _MAX_WORD or word.count(".") > 3:
        return False
    return all(char in "'-." or _is_latin_letter(char) for char in word)


def _is_latin_letter(char: str) -> bool:
    return char.isalpha() and (char.isascii() or unicodedata.name(char, "").startswith("LATIN "))


def _capitals_agree(words: list[str]) -> bool:
    """Every word but a particle begins with a capital, or none does and all but one are first names."""
    telling = [word for word in words if word.lower() not in _PARTICLES and word != "-"]
    if not telling:
        return len(words) > 1
    if all(word.lstrip("'").split("'")[-1][:1].isupper() or word[:1].isupper() for word in telling):
        return True
    unlisted = sum(not is_first_name(word) for word in telling)
    return len(telling) <= 3 and unlisted <= 1 and all(word.islower() for word in words)


def _without_particles(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word.lower() not in _PARTICLES]


def _ordered(words: tuple[str, ...], order: Order) -> Name:
    typed = " ".join(words)
    split = _split_at(words, order) if len(words) > 1 else 0
    front, behind = " ".join(words[:split]), " ".join(words[split:])
    if split > 0:
        return Name(front, behind, typed)
    return Name(behind, front, typed) if split else Name("", typed, typed)


def _split_at(words: tuple[str, ...], order: Order) -> int:
    """How many words in front (or, negative, behind) are the first name; 0 when there is none."""
    capitals = [len(word) > 1 and word.isupper() and "." not in word for word in words]
    if any(capitals) and not all(capitals):
        return -capitals[::-1].index(True) if capitals[0] else capitals.index(True)
    if order == "last" or _begins_with_last(words, order):
        return -_first_names_behind(words)
    return _first_names_in_front(words)


def _begins_with_last(words: tuple[str, ...], order: Order) -> bool:
    if words[0].lower() in _FOREMOST and not (len(words) == 2 and is_first_name(words[0])):
        return True
    if words[0] == "Ben" and len(words) > 2:
        return is_first_name(words[-1])
    return order != "first" and _may_be_first(words[-1]) and not _may_be_first(words[0])


def _first_names_behind(words: tuple[str, ...]) -> int:
    particles = next(
        (index for index, word in enumerate(words) if word.lower() not in _PARTICLES), len(words) - 1
    )
    room = len(words) - particles - 1
    count = 1
    while count < room and is_first_name(words[-count - 1]) and is_first_name(words[-count]):
        count += 1
    return min(count, room)


def _first_names_in_front(words: tuple[str, ...]) -> int:
    count = 1
    while (
        count < len(words) - 1
        and _may_be_first(words[count])
        and words[count].lower() not in _PARTICLES
        and words[count + 1].lower() not in _BETWEEN_SURNAMES
    ):
        count += 1
    return count


def _may_be_first(word: str) -> bool:
    """A first name, or the initial of one."""
    return is_first_name(word) or (len(word) == 2 and word[0].isupper() and word[1] == ".")


def is_particle(word: str) -> bool:
    """Whether ``word`` only links the words of a surname: van, de, el, ben."""
    return word.lower() in _PARTICLES


def is_first_name(word: str) -> bool:
    """Whether every part of ``word`` is a listed first name."""
    return all(fold(part) in first_names.KNOWN for part in word.split("-") if part)
