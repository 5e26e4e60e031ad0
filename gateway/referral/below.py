"""What stands below a label or a value and belongs to it, up to the next label or gap."""

import re

from gateway.mail.document import Block, Line
from gateway.referral.lines import Pair, label_alone, pairs_in
from gateway.slots.name import read_name
from gateway.slots.terms import CONTACT, NAMES, Label, Person, Slot

# "Woonplaats: Kerkstraat 5" holds an address as often as a municipality.
_PLACES = frozenset((Slot.ADDRESS, Slot.STREET, Slot.MUNICIPALITY))
_TOWN = re.compile(r"(?:B-?)?[1-9][0-9]{3} [^\W\d_](?:[^\W\d_]|['’ -]){1,40}")
_POSTCODE = re.compile(r"(?<![0-9])[1-9][0-9]{3}(?![0-9])")
_MAY_GO_ON = _PLACES | {Slot.PHONE}


def values_below(label: Label, below: tuple[Block, ...]) -> tuple[str, ...]:
    """The lines under a label that stands alone: up to the next label, heading or gap."""
    most = 3 if _MAY_GO_ON.intersection(label.slots) else 1
    values: list[str] = []
    for line in below[:most]:
        if not isinstance(line, Line) or pairs_in(line.text) or _asks(line.text, label):
            break
        if values and (line.blank_before or line.text.endswith(":") or not _goes_on(line.text, label)):
            break
        values.append(line.text)
    return tuple(values)


def _goes_on(text: str, label: Label) -> bool:
    """A second line under "Woonplaats" only when it begins with a postcode."""
    return label.slots != (Slot.MUNICIPALITY,) or text[:4].isdigit()


def _asks(text: str, above: Label) -> bool:
    """Whether a line is a label itself; "Dorp" under "Straat" is the street."""
    label = label_alone(text)
    return label is not None and not (
        label.slots == (Slot.MUNICIPALITY,) and above.slots[:1] == (Slot.STREET,)
    )


def with_rest(pair: Pair, line: Line, below: tuple[Block, ...]) -> tuple[tuple[str, ...], int]:
    """The value with what goes on right below: an address's postcode, a telephone's remark in brackets."""
    slots = frozenset(pair.label.slots)
    match below[:1]:
        case (Line(text=text, blank_before=True),) if line.blank_before and not slots.isdisjoint(_PLACES):
            # A letter with a gap between all its lines.
            if _TOWN.fullmatch(text) and not _POSTCODE.search(pair.value):
                return (pair.value, text), 1
        case (Line(text=text, blank_before=False),) if not pairs_in(text):
            if not slots.isdisjoint(_PLACES) and text[:4].isdigit():
                return (pair.value, text), 1
            if slots and slots <= CONTACT and text.startswith("("):
                return (f"{pair.value} {text}",), 1
    return (pair.value,), 0


def is_left_empty(label: Label, line: Line, below: tuple[Block, ...]) -> bool:
    """``Partner:`` amid other fields: the very next line asks for something else, and not for a name."""
    match below[:1]:
        case (Line(text=text, blank_before=False),) if line.text.endswith(":") and not line.blank_before:
            asked = pairs_in(text)
        case _:
            return False
    if label.heading or label.person in (Person.UNSAID, Person.CLIENT) or not asked:
        return False
    slots = asked[0].label.slots
    return bool(slots) and NAMES.isdisjoint(slots) and asked[0].label.person in (Person.UNSAID, Person.CLIENT)


def is_named_below(label: Label, values: tuple[str, ...]) -> bool:
    """``Cliënt`` with a name right under it is a field, not a heading."""
    return not label.heading and not label.person.is_another and read_name(values[0]) is not None
