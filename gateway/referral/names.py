"""One claim on a name, read whole: two persons in it, a statement behind it or two ways to part it refuse.

What stands in brackets behind a name is plainly none of it and is left behind. Outside them only a date, a
number or a word that says it is the client or a parent may be; behind a whole name a trade may be too.
"""

import re
from typing import Literal

from gateway.referral.recognisers import kinds_in
from gateway.slots.labels import classify, fold
from gateway.slots.mentions import names_somebody
from gateway.slots.name import Name, Order, is_first_name, is_particle, read_name, read_surname, read_words
from gateway.slots.remarks import begins_with_another, says_nothing, without_remarks
from gateway.slots.terms import NAMES, Person, Slot

Unread = Literal["several", "unreadable"]

_BETWEEN_PERSONS = re.compile(r"[,;/+&|]| [-–—] ")
_BEHIND_BRACKETS = re.compile(r"[)\]}][^()\[\]{}]*[^\W\d_]")
_SENSITIVE = frozenset(
    """
    health mental_health addiction pregnancy disability medication benefit debt violence justice religion
    origin nationality residence_status homelessness sexuality politics
    """.split()
)
_MONTHS = frozenset("mei mai may april avril august augustus juni june juin".split())
POLITE = frozenset(
    """
    mevrouw mevr mw meneer mijnheer dhr de heer m mr mme mlle madame mademoiselle monsieur mister mrs ms miss
    frau herr herrn familie fam gezin famille family
    """.split()
)
_OF_A_NAME = frozenset((None, "birth_date", "age", "national_number", "role"))


def read_claimed(slots: tuple[Slot, ...], values: tuple[str, ...]) -> Name | Unread:
    """The one person's name, or part of it, that the lines under a label of ``slots`` hold."""
    text = _line_of_name(values, alone=len(slots) == 1 and slots[0] is not Slot.NAME)
    several = _names_several(text, slots)
    name = None if several else _read(text, slots)
    if name is None:
        return "several" if several == "several" else "unreadable"
    return "unreadable" if _says_too_much(text, name, slots) else name


def _read(text: str, slots: tuple[Slot, ...]) -> Name | None:
    return read_surname(text) if slots == (Slot.LAST,) else read_name(text, order=_order(slots))


def _says_too_much(text: str, name: Name, slots: tuple[Slot, ...]) -> bool:
    """Whether what is left behind may be another person, a part of the name, or what nobody should tell."""
    remarked = without_remarks(text)
    behind = residue_of(remarked.value, name.typed)
    if slots in ((Slot.FIRST,), (Slot.LAST,)):
        return not _is_harmless(behind) or any(map(_begins_with_first_name, remarked.remarks))
    return not _SENSITIVE.isdisjoint(kinds_in(behind))


def _begins_with_first_name(remark: str) -> bool:
    return is_first_name(remark.split(maxsplit=1)[0].strip(".,;:"))


def parted_surely(name: Name, slots: tuple[Slot, ...], values: tuple[str, ...]) -> Name | None:
    """``name`` in its first and last name; None where the label's order and the words' own signs disagree.

    A comma or capitals tell for sure; else a particle shows where a last name begins, and a known first name
    at which end the first name stands. Longer names without such a sign could be parted twice.
    """
    words = name.typed.split()
    capitals = {word.isupper() for word in words if len(word) > 1 and "." not in word}
    if len(words) == 1 or len(capitals) > 1 or any("," in value for value in values):
        return name
    known_first, known_last = is_first_name(words[0]), is_first_name(words[-1])
    begins_last = is_particle(words[0]) and not (len(words) == 2 and known_first)
    at = next((i for i in range(1, len(words) - 1) if is_particle(words[i])), 0)
    match _order(slots):
        case "last" if not begins_last and at:
            front = all(map(is_first_name, words[:at])) and not known_last
            return Name(" ".join(words[:at]), " ".join(words[at:]), name.typed) if front else None
        case "last":
            return name if begins_last or _agree(words, known_last, known_first) else None
        case "first":
            parted = not at or name.first == " ".join(words[:at])
            agree = _agree(words, known_first or bool(at), known_last and not at)
            return name if parted and agree and not begins_last else None
        case "either":
            one_end = (known_first or known_last) and not all(map(is_first_name, words))
            return name if len(words) == 2 or begins_last or at or one_end else None


def _agree(words: list[str], here: bool, there: bool) -> bool:
    """Whether a known first name stands where the label asks for it, and not only at the other end."""
    return here or not (there or len(words) > 2)


def residue_of(text: str, kept: str) -> str:
    """The words of ``text``, folded, that ``kept`` has not."""
    left = fold(text).split()
    for word in fold(kept).split():
        if word in left:
            left.remove(word)
    return " ".join(left)


def _order(slots: tuple[Slot, ...]) -> Order:
    """The order the label asks for: "naam en voornaam" is last name first, "voornaam en naam" first name."""
    if Slot.FIRST not in slots:
        return "either"
    return "first" if slots[0] is Slot.FIRST else "last"


def _line_of_name(values: tuple[str, ...], *, alone: bool) -> str:
    """The line that is the name: the first, with the second where each is one word; none beside another's.

    None either where the name may go on below: a name is whole or not read. ``alone``: a label of one
    part, under which a second line would be a second person.
    """
    first, *below = values
    if any(names_somebody(line) or begins_with_another(f", {line}") for line in below):
        return ""
    if below and not alone and not first.count(" ") + below[0].count(" "):
        return f"{first} {below[0]}"
    return "" if any(line[:1].isupper() and read_words(line) for line in below) else first


def _names_several(text: str, slots: tuple[Slot, ...]) -> Unread | None:
    """Whether ``text`` may name two persons: parted by a mark, or with more behind a bracket.

    A label of two parts, and "Naam", ask for the comma of "Peeters, An"; no label asks for two first names.
    """
    if _BEHIND_BRACKETS.search(text):
        return _as_told(without_remarks(text).value.split())
    pieces = [piece.strip() for piece in _BETWEEN_PERSONS.split(without_remarks(text).value)]
    named = [piece for piece in pieces if any(map(str.isalpha, piece))]
    if len(named) < 2 or _is_harmless(fold(" ".join(named[1:]))):
        return None
    if slots in ((Slot.FIRST,), (Slot.LAST,)):
        hyphened = slots == (Slot.LAST,) and not _BETWEEN_PERSONS.search(re.sub(r" [-–—] ", " ", text))
        return None if hyphened else _as_told(named)
    both = all(all(map(is_first_name, piece.split())) for piece in named)
    return "several" if both and len(slots) == 1 else None


def _as_told(named: list[str]) -> Unread:
    """Two known first names are two persons; else nobody can tell what stands there."""
    first_names = [piece for piece in named if is_first_name(piece.split()[0].strip(",;"))]
    return "several" if len(first_names) > 1 else "unreadable"


def _is_harmless(residue: str) -> bool:
    """Whether what is left behind a name is a number, a date or a word of the client or a parent."""
    words = [word for word in residue.split() if not any(map(str.isdigit, word)) and word not in POLITE]
    if not words or says_nothing(" ".join(words)):
        return True
    if _is_birth(words):
        return True
    label = classify(" ".join(words)) or classify(f"naam {' '.join(words)}")
    return (
        label is not None
        and label.category in _OF_A_NAME
        and NAMES.issuperset(label.slots)
        and (label.person in (Person.UNSAID, Person.CLIENT) or label.person.is_parent)
    )


def _is_birth(words: list[str]) -> bool:
    """``geboren te Halle op``: of when and where, and of no other person."""
    labels = [classify(" ".join(words[:size])) for size in (1, 2, 3)]
    born = any(label is not None and label.category == "birth_date" for label in labels)
    return born and not any(is_first_name(word) for word in words[1:] if word not in _MONTHS)
