"""What a label can mean: the slot it names, the person it speaks of, the kind it would give away."""

from dataclasses import dataclass
from enum import Enum, StrEnum, auto


class Slot(Enum):
    """A place of the client's data that a label can point at. NAME may hold first and last name."""

    FIRST = auto()
    LAST = auto()
    NAME = auto()
    ADDRESS = auto()
    STREET = auto()
    NUMBER = auto()
    BOX = auto()
    POSTCODE = auto()
    MUNICIPALITY = auto()
    PHONE = auto()
    EMAIL = auto()


NAMES = frozenset((Slot.NAME, Slot.FIRST, Slot.LAST))
CONTACT = frozenset((Slot.PHONE, Slot.EMAIL))


class Person(StrEnum):
    """Of whom a label, heading or cell speaks. A parent may turn out to be the client."""

    CLIENT = "client"
    UNSAID = "unsaid"
    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    SECOND_PARENT = "second parent"
    CHILD = "child"
    PARTNER = "partner"
    OTHER = "other"

    @property
    def is_parent(self) -> bool:
        """Whether this is an adult of the family, who may be the client."""
        return self in (Person.MOTHER, Person.FATHER, Person.PARENT, Person.SECOND_PARENT)

    @property
    def is_another(self) -> bool:
        """Whether this is never the client."""
        return self in (Person.CHILD, Person.PARTNER, Person.OTHER)


@dataclass(frozen=True, slots=True)
class Label:
    """The meaning of one label or heading.

    ``slots`` in the order named ("naam en voornaam" is NAME, FIRST). ``category`` names a kind of data
    that no slot takes. ``heading``: a word that opens a section stands in it ("gegevens").
    """

    slots: tuple[Slot, ...] = ()
    person: Person = Person.UNSAID
    category: str | None = None
    heading: bool = False
