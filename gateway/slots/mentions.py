"""Who a sentence or a free value speaks of: only ever used to doubt, never to fill a slot."""

from gateway.slots.labels import fold, persons_in
from gateway.slots.name import is_first_name, read_name
from gateway.slots.remarks import says_nothing
from gateway.slots.terms import Person

# Forms of address: they may well mean the client.
_POLITE = frozenset(
    "mevrouw mevr mw meneer mijnheer dhr heer vrouw madame mme monsieur frau herr mrs mr".split()
)
# First names that begin sentences as other words.
_ALSO_WORDS = frozenset("al an ben bo can jo will".split())


def speaks_of_somebody(sentence: str) -> bool:
    """Whether ``sentence`` speaks of someone whose telephone may follow: a role, a first name, a name."""
    if ":" in sentence and says_nothing(sentence.partition(":")[2].partition("(")[0]):
        return False
    told = " ".join(word for word in fold(sentence).split() if word not in _POLITE)
    if persons_in(told) - {Person.CHILD, Person.CLIENT}:
        return True
    value = sentence.partition(":")[2].strip()
    return any(map(_is_said_first_name, sentence.split())) or names_somebody(value)


def names_somebody(value: str) -> bool:
    """Whether ``value`` reads as a person's name: capitals, and two words or a known first name."""
    name = read_name(value) if value[:1].isupper() else None
    return name is not None and (" " in name.typed or _is_said_first_name(name.typed))


def _is_said_first_name(word: str) -> bool:
    bare = word.strip(".,;:!?()")
    return bare[:1].isupper() and is_first_name(bare) and fold(bare) not in _ALSO_WORDS
