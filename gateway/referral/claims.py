"""What the message claims of whom: every labelled value tied to the person the text speaks of.

Sections, role words and column headings decide whose a value is. Where the text turns to somebody
it does not name in words we know, what follows is a stranger's, never quietly the client's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.referral.labels import persons_in
from gateway.referral.terms import Label, Person, Slot

CONTACT = frozenset((Slot.PHONE, Slot.EMAIL))
# Organisations that have a telephone of their own.
_WITH_A_DESK = frozenset(("education", "work", "insurance", "justice", "housing"))


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
    """Where in the letter the reader is: in whose section, and who was spoken of right above."""

    person: Person = Person.UNSAID
    stranger: bool = False
    above: Person = Person.UNSAID
    named: bool = False
    contacts: frozenset[Slot] = frozenset()


def claims_in(items: tuple[Item, ...]) -> tuple[Claim, ...]:
    """Every claim on a slot, in reading order."""
    return tuple(_claims(items))


def _claims(items: tuple[Item, ...]) -> Iterator[Claim]:
    place = _Place()
    for item in items:
        match item:
            case Heading():
                place = _section_of(item, place)
            case Prose(text=text):
                others = any(person.is_another and person is not Person.CHILD for person in persons_in(text))
                place = replace(place, above=Person.OTHER if others else Person.UNSAID)
            case Entry(label=label, values=values):
                slots = slots_of(label)
                if slots and values:
                    claim = _claim(item, slots, place)
                    yield claim
                    place = _after(claim, place)
                else:
                    place = replace(place, above=_spoken_of(label, place) if values else place.above)


def _claim(entry: Entry, slots: tuple[Slot, ...], place: _Place) -> Claim:
    if entry.label.person is not Person.UNSAID:
        return Claim(slots, entry.label.person, entry.values, entry.place)
    stranger = place.stranger or (CONTACT.issuperset(slots) and _may_be_anothers(frozenset(slots), place))
    return Claim(slots, place.person, entry.values, entry.place, stranger and not place.person.is_another)


def _may_be_anothers(slots: frozenset[Slot], place: _Place) -> bool:
    """A ``Tel:`` under ``Huisarts: …`` is the doctor's; under ``Partner: …`` when the client has one."""
    if place.above is Person.OTHER:
        return True
    return place.above is Person.PARTNER and bool(slots & place.contacts)


def _after(claim: Claim, place: _Place) -> _Place:
    contacts = (
        place.contacts if claim.person.is_another else place.contacts | (CONTACT & frozenset(claim.slots))
    )
    above = place.above if CONTACT.issuperset(claim.slots) else Person.UNSAID
    named = place.named or not claim.person.is_another
    return replace(place, named=named, contacts=contacts, above=above)


def _spoken_of(label: Label, place: _Place) -> Person:
    """Who the entry above may leave the next telephone to."""
    if label.category in _WITH_A_DESK:
        return Person.PARTNER
    return label.person if label.person.is_another and place.person is Person.UNSAID else Person.UNSAID


def _section_of(heading: Heading, place: _Place) -> _Place:
    fresh = replace(place, person=Person.UNSAID, stranger=False, above=Person.UNSAID)
    if heading.label is not None:
        goes_on = heading.label.person is Person.UNSAID and place.stranger
        return place if goes_on else replace(fresh, person=heading.label.person)
    persons = persons_in(heading.text)
    others = [person for person in persons if person.is_another]
    if Person.CLIENT in persons:
        return replace(fresh, person=Person.CLIENT)
    if not place.named:
        return place if not others or heading.text.endswith(":") else replace(fresh, person=Person.OTHER)
    return replace(fresh, person=Person.OTHER) if others else replace(fresh, stranger=True)


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
