"""One line of a form: where its label ends and its value begins."""

import re
from dataclasses import dataclass

from gateway.referral.email import read_emails
from gateway.referral.labels import classify
from gateway.referral.name import read_name
from gateway.referral.phone import read_phones
from gateway.referral.terms import Label, Slot

MAX_LINE = 1_000
_BULLET = re.compile(r"^(?:[-–—•·●▪■◦○o§►▸➢✓✔*>→+]|\(?[0-9a-h]{1,2}[.)])[ \t]+")
_LEADER = re.compile(r"[ ]?(?:\.{2,}|…+|_{2,}|·{2,}|-{3,}|={1,2}>?|->|→| - | – | — |\||; )[.…_·]*[ ]?")
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
        return ()
    bare = _bare(text)
    return _by_colons(bare) or _by_leader(bare) or _without_parting(bare)


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
        Pair(label, text[begin:end].strip(" ,;|/-–\t"))
        for (_, begin, label), end in zip(found, ends, strict=True)
    )


def _label_before(text: str, floor: int, colon: int) -> tuple[int, Label | None]:
    """The longest label that ends at ``colon`` and begins at a word not before ``floor``."""
    starts = [match.start() for match in re.finditer(r"(?<![^\s,;|/(])[^\s,;|/(]", text[floor:colon])][
        -_LABEL_WORDS:
    ]
    whole = classify(text[floor:colon].strip(" ,;|\t*"))
    if whole is not None and (floor == 0 or whole.slots or whole.category):
        return floor if floor == 0 else floor + starts[0] if starts else floor, whole
    for start in starts:
        label = classify(text[floor + start : colon])
        if label is not None and (label.slots or label.category):
            return floor + start, label
    return colon, None


def _by_leader(text: str) -> tuple[Pair, ...]:
    """``Naam ........ Jan``, ``Naam - Jan``, ``Naam = Jan``."""
    match = _LEADER.search(text)
    if match is None or match.start() == 0:
        return ()
    label = classify(text[: match.start()])
    if label is None or not (label.slots or label.category or label.person.is_another):
        return ()
    return (Pair(label, text[match.end() :].strip()),)


def _without_parting(text: str) -> tuple[Pair, ...]:
    """``Gsm 0470…``: only where all that follows the label is a value of its kind."""
    words = text.split(" ")
    for size in range(min(_UNPARTED, len(words) - 1), 0, -1):
        label = classify(" ".join(words[:size]))
        value = " ".join(words[size:])
        if label is not None and _fits(label, value):
            return (Pair(label, value),)
    return ()


def _fits(label: Label, value: str) -> bool:
    match label.slots:
        case (Slot.PHONE,):
            return bool(read_phones(value))
        case (Slot.EMAIL,):
            return bool(read_emails(value))
        case (Slot.NAME,) | (Slot.FIRST,) | (Slot.LAST,) | (Slot.NAME, Slot.FIRST):
            return value[:1].isupper() and read_name(value) is not None
    return False
