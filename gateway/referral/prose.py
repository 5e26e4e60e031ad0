"""Running text to claims, where the whole letter leaves one reading (``prose: extract``).

One name that is tied to nobody else, one telephone, one mail address, one address; and of each, the
person last spoken of before it must be the client. Everything else is doubt, and doubt refuses. What
is found becomes ordinary claims, so each value meets the same grammar as behind a label.
"""

from dataclasses import dataclass

from gateway.referral.claims import Claim
from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.referral.places import addresses_in
from gateway.referral.running import (
    MAX_CHARACTERS,
    TITLES,
    Span,
    Word,
    contacts_in,
    names_in,
    words_of,
)
from gateway.slots.address import Gazetteer
from gateway.slots.labels import fold, persons_in
from gateway.slots.name import is_first_name
from gateway.slots.terms import Person, Slot

PLACE = "running text"
_POSSESSIVE = frozenset(
    """
    haar zijn hun diens son sa ses leur leurs her his their ihr ihre ihren ihrem sein seine seinen
    """.split()
)
_COMPANY = frozenset(
    """
    met samen bij avec chez with mit bei en et and und
    """.split()
)
_SELF = frozenset(
    """
    mij me mijn ons onze ondergetekende moi mon ma mes nous notre my our us mich mir mein meine uns unser
    unsere
    """.split()
)
_NOT = frozenset(
    """
    niet geen nooit oud oude vroeger vroegere voormalig ne pas jamais ancien ancienne not no never old
    former nicht kein alt alte frueher
    """.split()
)
_MINORS = frozenset(
    """
    kinderen kindjes kindje kind baby zoontje dochtertje jongste oudste peuter kleuter enfants enfant bebe
    children child toddler infant kinder kindjes zoontjes dochtertjes saugling
    """.split()
)
_OPENINGS = ("request", "situation", "remark")
# Also "one" and "wife": somebody's only where it says whose.
_GROWN_UPS = frozenset("man vrouw heer frau herr femme".split())
_ORGANISATIONS = frozenset(
    """
    bij van chez de at from bei von voor pour for aan via
    """.split()
)
_VISITED = frozenset("bij chez at bei".split())
_VISITS = frozenset(
    """
    ik wij we huisbezoek bezoek langs gesprek intake thuis visite passe i visit besuch ich wir
    """.split()
)
_DESKS = frozenset(
    """
    school schooltje basisschool kleuterschool ecole clb ziekenhuis hopital hospital krankenhaus dienst
    service politie police ocmw cpas caw vdab mutualiteit ziekenfonds mutuelle werkgever bedrijf firma
    crisisdienst opvang opvanghuis centrum centre
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Letter:
    """The running text of a letter, apart: its words and everything in it that could fill a slot."""

    text: str
    words: tuple[Word, ...]
    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    names: tuple[Span, ...]


def claims_in_prose(
    items: tuple[Item, ...], gazetteer: Gazetteer, known: tuple[Claim, ...]
) -> tuple[Claim, ...]:
    """The client's claims in running text; one marked ``stranger`` where the text leaves two readings.

    ``known`` are the claims labels make: what they name is not sought again.
    """
    letter = _letter(items, gazetteer)
    if len(letter.text) > MAX_CHARACTERS:
        return (_doubt(Slot.NAME),)
    sought = {Slot.PHONE, Slot.EMAIL, Slot.ADDRESS} - {slot for claim in known for slot in claim.slots}
    name = _client(letter, known)
    if name is None:
        return () if not letter.names else (_doubt(Slot.NAME),)
    if not _name_of(known) and _may_be_turned(name):
        return (_doubt(Slot.NAME),)
    claims = [] if _name_of(known) else [Claim((Slot.NAME,), Person.CLIENT, (name,), PLACE)]
    for slot in sorted(sought, key=lambda slot: slot.value):
        claims += _claim(slot, letter, frozenset(map(fold, name.split())))
    return tuple(claims)


def _letter(items: tuple[Item, ...], gazetteer: Gazetteer) -> _Letter:
    text = " ".join(_text_of(item) for item in items if not isinstance(item, Entry) or _only_opens(item))
    words = words_of(text)
    spans = (*contacts_in(text, words), *addresses_in(text, words, gazetteer))
    return _Letter(text, words, tuple(fold(word.text) for word in words), spans, names_in(text, words, spans))


def _only_opens(entry: Entry) -> bool:
    """``Nieuwe aanmelding: …`` opens a letter, and what follows is running text."""
    label = entry.label
    opens = label.heading or label.category in _OPENINGS
    return opens and not label.slots and label.person is Person.UNSAID


def _text_of(item: Item) -> str:
    """A paragraph with an end, so that the next one begins a new sentence."""
    text = item.text if isinstance(item, Heading | Prose) else " ".join(item.values)
    return text if not text or text.endswith((".", "!", "?", ";")) else f"{text} ."


def _name_of(known: tuple[Claim, ...]) -> str:
    named = [claim for claim in known if not {Slot.NAME, Slot.LAST, Slot.FIRST}.isdisjoint(claim.slots)]
    return " ".join(value for claim in named if not claim.person.is_another for value in claim.values)


def _client(letter: _Letter, known: tuple[Claim, ...]) -> str | None:
    """The one full name that the text ties to nobody else; None when there is none or more than one."""
    free = {fold(span.text): span for span in letter.names if not _belongs_to_another(span, letter)}
    if labelled := _name_of(known):
        return labelled if set(free) <= {fold(labelled)} else None
    return next(iter(free.values())).text if len(free) == 1 else None


def _may_be_turned(name: str) -> bool:
    """``mevrouw Peeters An``: a sentence has the first name first, an office has it last."""
    words = name.split()
    return is_first_name(words[-1]) and not is_first_name(words[0])


def _belongs_to_another(span: Span, letter: _Letter) -> bool:
    """``haar moeder X``, ``ex-partner X``, ``dr. X``; and ``bij X``, which is no person."""
    sentence = letter.words[span.first].sentence
    before = range(max(0, span.first - 3), span.first)
    near = [letter.folded[i] for i in before if letter.folded[i] and letter.words[i].sentence == sentence]
    if not near:
        return False
    persons = persons_in(near[-1])
    if _is_organisation(span, letter) or any(person.is_another for person in persons):
        return True
    return any(person.is_parent for person in persons) and not _POSSESSIVE.isdisjoint(near[:-1])


def _is_organisation(span: Span, letter: _Letter) -> bool:
    """``bij Solidaris``, where the text does not say that somebody was visited: ``op bezoek bij Rima``."""
    near = letter.folded[max(0, span.first - 2) : span.first]
    if not near or near[-1] not in _ORGANISATIONS or is_first_name(span.text.split(" ")[0]):
        return False
    return near[-1] not in _VISITED or near[0] not in _VISITS


def _claim(slot: Slot, letter: _Letter, client: frozenset[str]) -> list[Claim]:
    spans = {span.text: span for span in letter.spans if span.slot is slot}
    if not spans:
        return []
    if len(spans) > 1 or _is_doubtful(next(iter(spans.values())), letter, client):
        return [_doubt(slot)]
    return [Claim((slot,), Person.CLIENT, (next(iter(spans)),), PLACE)]


def _doubt(slot: Slot) -> Claim:
    return Claim((slot,), Person.UNSAID, ("?",), PLACE, stranger=True)


def _is_doubtful(span: Span, letter: _Letter, client: frozenset[str]) -> bool:
    """Whether the value may be another's, the sender's own, or one that no longer serves."""
    sentence = letter.words[span.first].sentence
    around = [
        i
        for i, word in enumerate(letter.words)
        if word.sentence == sentence and not _holds(span, i) and not _in_address(i, letter)
    ]
    said = {letter.folded[i] for i in around}
    if not said.isdisjoint(_NOT) or any(_is_another(i, span.slot, letter, client) for i in around):
        return True
    if span.slot is not Slot.ADDRESS and not said.isdisjoint(_SELF | _DESKS):
        return True
    return not _client_spoken_of_last(span, letter, client)


def _client_spoken_of_last(span: Span, letter: _Letter, client: frozenset[str]) -> bool:
    """Whether nobody else is spoken of between the client and the value. A title is the client's."""
    for i in range(span.first - 1, -1, -1):
        if letter.folded[i] in client or letter.folded[i] in TITLES:
            return True
        if _is_another(i, span.slot, letter, client):
            return False
    return span.slot is Slot.ADDRESS


def _is_another(index: int, slot: Slot, letter: _Letter, client: frozenset[str]) -> bool:
    """Whether this word speaks of an adult who is not the client; who lives with her shares her address."""
    word = letter.folded[index]
    if word in client or word in _MINORS or word in TITLES or word in _POSSESSIVE:
        return False
    if _in_address(index, letter):
        return False
    before, behind = letter.folded[max(0, index - 2) : index], letter.folded[index + 1 : index + 4]
    if slot is Slot.ADDRESS and not _COMPANY.isdisjoint(before):
        return False
    if any(_holds(name, index) and not _is_organisation(name, letter) for name in letter.names):
        return True
    persons = persons_in(word)
    if any(person.is_parent for person in persons):
        return not _POSSESSIVE.isdisjoint(before) or (word not in _GROWN_UPS and client.isdisjoint(behind))
    return any(person.is_another for person in persons)


def _in_address(index: int, letter: _Letter) -> bool:
    """The priest of "Pastoor Bernaertsplein 12" is nobody, and "Oude Baan 5" no former address."""
    return any(span.slot is Slot.ADDRESS and _holds(span, index) for span in letter.spans)


def _holds(span: Span, index: int) -> bool:
    return span.first <= index < span.last
