"""What the message claims of whom: every labelled value tied to the person the text speaks of.

Sections, role words and column headings decide whose a value is. Where the text turns to somebody
it does not name in words we know, what follows is a stranger's, never quietly the client's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.slots.labels import classify, persons_in
from gateway.slots.mentions import names_somebody, speaks_of_somebody
from gateway.slots.phone import read_phones
from gateway.slots.remarks import begins_with_another, only_parent_told, says_nothing
from gateway.slots.terms import CONTACT, NAMES, Label, Person, Slot

# Organisations that have a telephone of their own.
_WITH_A_DESK = frozenset(("work", "insurance", "housing"))
_WITH_A_SWITCHBOARD = frozenset(("education", "justice"))
# Who has a telephone. "Kinderen: …" have none; a child named alone may be grown up.
_WITH_A_PHONE = frozenset((Person.OTHER, Person.PARTNER))


@dataclass(frozen=True, slots=True)
class Claim:
    """One labelled value: the slots its label names, whose it is, its lines, and where it stands.

    ``stranger``: it may be somebody else's, and the text does not say.
    """

    slots: tuple[Slot, ...]
    person: Person
    values: tuple[str, ...]
    place: str
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the letter the reader is: in whose section, and who was spoken of right above.

    ``another``: somebody else (PARTNER or OTHER), whose the next telephone may be; ``desk``: somebody who
    may have one beside the client's. ``letterhead``: under unknown words, before any name.
    """

    person: Person = Person.UNSAID
    stranger: bool = False
    another: Person = Person.UNSAID
    desk: bool = False
    letterhead: bool = False
    named: bool = False
    contacts: frozenset[Slot] = frozenset()


def claims_in(items: tuple[Item, ...]) -> tuple[Claim, ...]:
    """Every claim on a slot, in reading order.

    A section that opens with the client before anybody was named ends what was said of the sender.
    """
    found: list[Claim] = []
    for claim in _claims(items):
        if claim is None:
            found = _said_of_the_sender(found)
        else:
            found.append(claim)
    return tuple(found)


def _said_of_the_sender(claims: list[Claim]) -> list[Claim]:
    """``claims``, all of another where one may be: "Aanmelder: …", "Telefoon: …", then "Gegevens cliënt"."""
    if not any(claim.stranger for claim in claims) or not all(map(_names_nobody, claims)):
        return claims
    return [
        replace(claim, person=Person.OTHER, stranger=False) if claim.person is Person.UNSAID else claim
        for claim in claims
    ]


def _names_nobody(claim: Claim) -> bool:
    return claim.person.is_another or NAMES.isdisjoint(claim.slots)


def _claims(items: tuple[Item, ...]) -> Iterator[Claim | None]:
    """The claims; None where a section of the client opens."""
    place = _Place()
    for item in items:
        match item:
            case Heading():
                place = _section_of(item, place)
                if place.person is Person.CLIENT and not item.record:
                    yield None
            case Prose(text=text):
                place = replace(place, another=Person.PARTNER) if speaks_of_somebody(text) else place
            case Entry(values=()):
                place = _left_empty(item.label, place)
            case Entry(values=values) if all(map(says_nothing, values)):
                continue
            case Entry(label=label, values=values):
                slots = _slots_asked(label, values)
                if slots:
                    claim = _claim(item, slots, place)
                    yield claim
                    place = _after(claim, place)
                else:
                    place = _spoken_of(item, place)


def _claim(entry: Entry, slots: tuple[Slot, ...], place: _Place) -> Claim:
    if entry.label.person is not Person.UNSAID:
        # "Naam cliënt" again, in the partner's section: one of the two words is a slip.
        copied = entry.label.person is Person.CLIENT and place.named and place.person.is_another
        return Claim(slots, entry.label.person, entry.values, entry.place, copied)
    if slots in ((Slot.PHONE,), (Slot.EMAIL,)) and (told := only_parent_told(", ".join(entry.values))):
        return Claim(slots, told[0], (told[1],), entry.place)
    stranger = not place.person.is_another and _may_be_anothers(entry, frozenset(slots), place)
    return Claim(slots, place.person, entry.values, entry.place, stranger)


def _may_be_anothers(entry: Entry, slots: frozenset[Slot], place: _Place) -> bool:
    """A ``Tel:`` under ``Huisarts: …`` is the doctor's; under ``Werk: …`` when the client has one."""
    if slots <= NAMES:
        return place.stranger or begins_with_another(", ".join(entry.values))
    if place.stranger or place.letterhead:
        return True
    if slots <= CONTACT:
        return place.another is not Person.UNSAID or (place.desk and bool(slots & place.contacts))
    return place.another is Person.OTHER


def _after(claim: Claim, place: _Place) -> _Place:
    slots = frozenset(claim.slots)
    if slots <= CONTACT:
        # Behind "gsm partner" a bare "gsm" is not the partner's.
        theirs = claim.person.is_another
        contacts = place.contacts if theirs else place.contacts | slots
        return replace(place, contacts=contacts, another=Person.UNSAID if theirs else place.another)
    names = not NAMES.isdisjoint(slots)
    return replace(
        place,
        named=place.named or not claim.person.is_another,
        another=_with_a_phone(claim.person, claim.values) if names else Person.UNSAID,
        desk=not names and (place.desk or place.another is not Person.UNSAID),
        letterhead=place.letterhead and not names,
    )


def _spoken_of(entry: Entry, place: _Place) -> _Place:
    """Who an entry that fills no slot may leave the next telephone to."""
    label = entry.label
    if label.category in _WITH_A_DESK:
        return replace(place, desk=True)
    if label.category in _WITH_A_SWITCHBOARD or (label.heading and any(map(names_somebody, entry.values))):
        return replace(place, another=Person.OTHER)
    if label.person is Person.UNSAID:
        return place
    return replace(place, another=_with_a_phone(label.person, entry.values))


def _with_a_phone(person: Person, values: tuple[str, ...]) -> Person:
    """``person`` when the telephone below may be theirs; else nobody."""
    grown = person is Person.CHILD and any(map(names_somebody, values))
    return Person.PARTNER if grown else person if person in _WITH_A_PHONE else Person.UNSAID


def _left_empty(label: Label, place: _Place) -> _Place:
    """``Partner:`` without a name: a telephone right below may still be the partner's."""
    if label.slots or label.category or label.person in (Person.UNSAID, Person.CLIENT, Person.CHILD):
        return place
    return replace(place, another=Person.PARTNER)


def _section_of(heading: Heading, place: _Place) -> _Place:
    fresh = _Place(named=place.named, contacts=place.contacts)
    if heading.record and not (place.stranger or place.letterhead):
        return replace(fresh, person=place.person)
    if heading.label is not None:
        return _known_section(heading.label, heading.text, place, fresh)
    persons = persons_in(heading.text)
    others = any(person.is_another for person in persons)
    if persons == {Person.CLIENT} and _begins_with_client(heading.text):
        return replace(fresh, person=Person.CLIENT)
    if place.named:
        return replace(fresh, person=Person.OTHER) if others else replace(fresh, stranger=True)
    if heading.text.endswith(":"):
        return place
    return replace(fresh, person=Person.OTHER) if others else replace(place, letterhead=True)


def _known_section(label: Label, text: str, place: _Place, fresh: _Place) -> _Place:
    """A heading of nobody goes on under a stranger; under somebody else's it leaves contact data open."""
    if label.person is not Person.UNSAID:
        return replace(fresh, person=label.person)
    if place.stranger or place.letterhead:
        return place
    return replace(fresh, another=place.person) if text and place.person in _WITH_A_PHONE else fresh


def _begins_with_client(text: str) -> bool:
    label = classify(text.split(maxsplit=1)[0])
    return label is not None and label.person is Person.CLIENT


def _slots_asked(label: Label, values: tuple[str, ...]) -> tuple[Slot, ...]:
    """The slots a label claims; "Nummer: 0470…" is no house number."""
    if label.slots == (Slot.NUMBER,) and read_phones(", ".join(values)) is not None:
        return (Slot.PHONE,)
    return slots_of(label)


def slots_of(label: Label) -> tuple[Slot, ...]:
    """The slots a label claims: ``Cliënt: …`` and ``Mama: …`` name a person, as ``Naam`` does."""
    if (
        label.slots
        or label.category
        or label.heading
        or label.person is Person.UNSAID
        or label.person.is_another
    ):
        return label.slots
    return (Slot.NAME,)
