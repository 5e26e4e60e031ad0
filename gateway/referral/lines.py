"""One line of a form: where its label ends and its value begins."""

import re
from dataclasses import dataclass

from gateway.slots.email import read_emails
from gateway.slots.labels import classify
from gateway.slots.name import is_first_name, read_name
from gateway.slots.phone import read_phones
from gateway.slots.terms import Label, Person, Slot
from gateway.slots.titles import is_verb

MAX_LINE = 1_000
_BULLET = re.compile(r"^(?:[-–—•·●▪■◦○o§►▸➢✓✔*>→+]|\(?[0-9a-h]{1,2}[.)°]{1,2}|[0-9]{1,2} ?[-–])[ \t]+")
_LEADER = re.compile(
    r"[ ]?(?:\.{2,}|…+|_{2,}|·{2,}|-{3,}|={1,2}>?|->|→|>{1,3}|»|⇒|➔| - | – | — |\||; )[.…_·]*[ ]?"
)
_STREET_AND_NUMBER = re.compile(r"[^\W\d](?:[^\W\d]|[ '’.-]){2,60} [0-9]{1,4}[A-Za-z]?(?:[ ,/]|$)")
_BRACKETED = re.compile(r"[\[<{]([^\[\]<>{}]{1,80})[\]>}][ :]*(.*)")
_FIELD_END = re.compile(r"[,;|\t]| //? ")
_WORD = re.compile(r"(?<![^\s,;|/(])[^\s,;|/(]")
_LABEL_WORDS = 6
_UNPARTED = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and the value behind it, which may be empty."""

    label: Label
    value: str


def label_alone(text: str) -> Label | None:
    """The meaning of a line that is nothing but a label, with or without its colon; a salutation is none."""
    return None if text.endswith((",", "!")) else classify(_bare(text).rstrip(" :.…_-"))


def pairs_in(text: str) -> tuple[Pair, ...]:
    """Every labelled value in ``text``, none when it is no such line. Linear in its length."""
    if len(text) > MAX_LINE:
        return _overlong(text)
    bare = _bare(text)
    return _by_colons(bare) or _in_brackets(bare) or _by_leader(bare) or _without_parting(bare)


def _overlong(text: str) -> tuple[Pair, ...]:
    """A line longer than any field: its last value goes on to the end, and is no value of any slot."""
    match pairs_in(text[:MAX_LINE]):
        case (*before, last):
            return (*before, Pair(last.label, f"{last.value} {text[MAX_LINE:]}"))
        case _:
            return ()


def _bare(text: str) -> str:
    """``text`` without the bullet or number in front of it."""
    return _BULLET.sub("", text, count=1).strip("* ")


def _by_colons(text: str) -> tuple[Pair, ...]:
    """``Naam: Jan, Gsm: 0470…``: the words before each colon, as many as make a label."""
    found: list[tuple[int, int, Label]] = []
    for colon in (index for index, char in enumerate(text) if char in ":："):
        start, label = _label_before(text, found[-1][1] if found else 0, colon)
        if label is not None:
            found.append((start, colon + 1, label))
    if not found or found[0][0] > 0:
        return ()
    ends = [start for start, _, _ in found[1:]] + [len(text)]
    return tuple(
        Pair(label, text[begin:end].strip(" ,;|/-–\t*_…").removeprefix("..").strip(". "))
        for (_, begin, label), end in zip(found, ends, strict=True)
    )


def _label_before(text: str, floor: int, colon: int) -> tuple[int, Label | None]:
    """The label that ends at ``colon`` and where it begins: at 0 or, behind a value, not before ``floor``.

    Behind a value it is the longest one after the last sign that parts fields; no number stands in it.
    """
    if not floor:
        return 0, classify(text[:colon].strip(" ,;|\t*"))
    begin = max((match.end() for match in _FIELD_END.finditer(text, floor, colon)), default=floor)
    starts = [match.start() for match in _WORD.finditer(text, begin, colon)][-_LABEL_WORDS:]
    for start in starts:
        label = classify(text[start:colon])
        numbered = any(word.isdigit() for word in text[start:colon].split()[:-1])
        if label is not None and not numbered and (label.slots or label.category):
            return start, label
    return colon, None


def _in_brackets(text: str) -> tuple[Pair, ...]:
    """``[Naam] Jan``"""
    match = _BRACKETED.fullmatch(text)
    label = classify(match[1]) if match else None
    return (Pair(label, match[2].strip()),) if match and label else ()


def _by_leader(text: str) -> tuple[Pair, ...]:
    """``Naam ........ Jan``, ``Naam - Jan``, ``Naam = Jan``."""
    match = _LEADER.search(text)
    if match is None or match.start() == 0:
        return ()
    label = classify(text[: match.start()])
    value = text[match.end() :].strip()
    if label is None or not (
        label.slots or label.category or label.person.is_another or _names(label, value)
    ):
        return ()
    return (Pair(label, value),)


def _names(label: Label, value: str) -> bool:
    """``Cliënt ..... Jan Claes``"""
    return label.person is not Person.UNSAID and not label.heading and read_name(value) is not None


def _without_parting(text: str) -> tuple[Pair, ...]:
    """``Gsm 0470…``: only where all that follows the label is a value of its kind."""
    words = text.split(" ")
    for size in range(min(_UNPARTED, len(words) - 1), 0, -1):
        label = classify(" ".join(words[:size]))
        value = " ".join(words[size:])
        # "woonadres Eerste Meistraat": a word that adds nothing to the label belongs to the value.
        adds = size == 1 or classify(words[size - 1]) or label != classify(" ".join(words[: size - 1]))
        if label is not None and adds and _fits(label, value):
            return (Pair(label, value),)
    return ()


def _fits(label: Label, value: str) -> bool:
    match label.slots:
        case (Slot.PHONE,):
            return bool(read_phones(value))
        case (Slot.EMAIL,):
            return bool(read_emails(value))
        case (Slot.NAME,) | (Slot.FIRST,) | (Slot.LAST,) | (Slot.NAME, Slot.FIRST) | (Slot.FIRST, Slot.NAME):
            return read_name(value) is not None and (value[:1].isupper() or _holds_first_name(value))
        case (Slot.ADDRESS,):
            return _STREET_AND_NUMBER.match(value) is not None and not is_verb(
                value.split(" ", maxsplit=1)[0]
            )
    return False


def _holds_first_name(value: str) -> bool:
    return any(map(is_first_name, value.split()))
