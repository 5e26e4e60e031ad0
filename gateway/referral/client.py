"""From claims to one client: whose claims count, and one value for each slot or none.

Two values for a slot that takes one are a refusal, never a choice.
"""

from dataclasses import dataclass, field, replace

from gateway.decision import Client, Code, FieldName, Finding, PostalAddress, Result
from gateway.referral.claims import Claim
from gateway.referral.names import parted_surely, read_claimed
from gateway.referral.whose import claims_of_the_client
from gateway.slots import address as addresses
from gateway.slots.address import Gazetteer, Parts
from gateway.slots.contact import read_contact
from gateway.slots.email import MAX_EMAILS, read_emails
from gateway.slots.labels import fold
from gateway.slots.name import Name
from gateway.slots.phone import MAX_PHONES, read_phones
from gateway.slots.remarks import says_nothing
from gateway.slots.terms import CONTACT, NAMES, Slot

_ADDRESS = frozenset((Slot.ADDRESS, Slot.STREET, Slot.NUMBER, Slot.BOX, Slot.POSTCODE, Slot.MUNICIPALITY))


@dataclass(frozen=True, slots=True)
class Filled:
    """The client as far as filled, where the values stood, and what stands in the way.

    ``elsewhere``: the stated residence lies outside the policy's places.
    """

    client: Client | None
    findings: tuple[Finding, ...] = ()
    elsewhere: bool = False
    used: tuple[Claim, ...] = ()


@dataclass(slots=True)
class _Slots:
    """The slots while they are filled, with what went wrong."""

    full: list[tuple[Name, Claim]] = field(default_factory=list)
    first: list[tuple[str, str]] = field(default_factory=list)
    last: list[tuple[str, str]] = field(default_factory=list)
    address: Parts = field(default_factory=Parts)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)

    def add_phones(self, found: tuple[str, ...] | None, claim: Claim) -> None:
        self.phones = list(dict.fromkeys((*self.phones, *(found or ()))))
        if found is None or len(self.phones) > MAX_PHONES:
            self.unreadable(FieldName.PHONE, claim)

    def add_emails(self, found: tuple[str, ...] | None, claim: Claim) -> None:
        self.emails = list(dict.fromkeys((*self.emails, *(found or ()))))
        if found is None or len(self.emails) > MAX_EMAILS:
            self.unreadable(FieldName.EMAIL, claim)

    def unreadable(self, name: FieldName, claim: Claim) -> None:
        self.problems.append(Finding("client", Result.FAIL, Code.FIELD_UNREADABLE, name, (claim.place,)))

    def ambiguous(
        self, name: FieldName | None, places: tuple[str, ...], code: Code = Code.CLIENT_AMBIGUOUS
    ) -> None:
        self.problems.append(Finding("client", Result.FAIL, code, name, tuple(dict.fromkeys(places))))


def fill(claims: tuple[Claim, ...], gazetteer: Gazetteer) -> Filled:
    """The one client the claims speak of; no client when nobody is named or several could be meant."""
    ours = claims_of_the_client(claims)
    if isinstance(ours, Finding):
        return Filled(None, (ours,))
    slots = _Slots()
    for claim in ours:
        _read(claim, gazetteer, slots)
    name = _name(slots)
    if slots.problems or name is None:
        nobody = Finding("client", Result.FAIL, Code.CLIENT_NONE)
        return Filled(None, tuple(slots.problems) or (nobody,), slots.address.elsewhere)
    client = Client(name.first, name.last, _postal(slots.address), tuple(slots.phones), tuple(slots.emails))
    return Filled(client, (), slots.address.elsewhere, ours)


def _read(claim: Claim, gazetteer: Gazetteer, slots: _Slots) -> None:
    values = tuple(value for value in claim.values if not says_nothing(value))
    if not values:
        return
    claim = replace(claim, values=values)
    kinds = frozenset(claim.slots)
    if kinds <= NAMES:
        _read_name(claim, slots)
    elif kinds <= _ADDRESS:
        _read_address(claim, gazetteer, slots)
    elif kinds == {Slot.PHONE}:
        slots.add_phones(read_phones(", ".join(values)), claim)
    elif kinds == {Slot.EMAIL}:
        slots.add_emails(read_emails(", ".join(values)), claim)
    elif kinds == CONTACT:
        _read_contact(claim, slots)
    else:
        slots.unreadable(FieldName.ADDRESS if not kinds.isdisjoint(_ADDRESS) else FieldName.LAST_NAME, claim)


def _read_contact(claim: Claim, slots: _Slots) -> None:
    found = read_contact(claim.values)
    slots.add_phones(found and found[0], claim)
    slots.add_emails(found and found[1], claim)


def _read_name(claim: Claim, slots: _Slots) -> None:
    name = read_claimed(claim.slots, claim.values)
    if name == "several":
        slots.ambiguous(None, (claim.place,), Code.CLIENT_SEVERAL)
    elif name == "unreadable":
        slots.unreadable(FieldName.FIRST_NAME if claim.slots == (Slot.FIRST,) else FieldName.LAST_NAME, claim)
    elif claim.slots == (Slot.FIRST,):
        slots.first.append((name.typed, claim.place))
    elif claim.slots == (Slot.LAST,):
        slots.last.append((name.typed, claim.place))
    else:
        slots.full.append((name, claim))


def _read_address(claim: Claim, gazetteer: Gazetteer, slots: _Slots) -> None:
    match claim.slots:
        case (Slot.NUMBER,):
            parts = addresses.read_number(" ".join(claim.values))
        case (Slot.BOX,):
            parts = addresses.read_box(" ".join(claim.values))
        case (Slot.NUMBER, Slot.BOX):
            parts = addresses.read_number(" ".join(claim.values))
        case _:
            parts = addresses.read_address(", ".join(claim.values), gazetteer)
    merged = parts and slots.address.merged(parts)
    if parts is None:
        slots.unreadable(FieldName.ADDRESS, claim)
    elif merged is None:
        slots.ambiguous(FieldName.ADDRESS, (claim.place,))
    else:
        slots.address = merged


def _name(slots: _Slots) -> Name | None:
    """One name from whole names and parts; None with a problem noted when they do not agree."""
    places = tuple(claim.place for _, claim in slots.full)
    places += tuple(place for _, place in (*slots.first, *slots.last))
    firsts = {fold(text): text for text, _ in slots.first}
    lasts = {fold(text): text for text, _ in slots.last}
    fulls = {fold(name.typed): (name, claim) for name, claim in slots.full}
    if max(len(firsts), len(lasts), len(fulls)) > 1:
        slots.ambiguous(None, places, Code.CLIENT_SEVERAL)
        return None
    first, last = next(iter(firsts.values()), ""), next(iter(lasts.values()), "")
    if not fulls:
        return Name(_without_last(first, last), last, f"{first} {last}") if first or last else None
    full, claim = next(iter(fulls.values()))
    if not first and not last:
        parted = parted_surely(full, claim.slots, claim.values)
        if parted is None:
            slots.unreadable(FieldName.LAST_NAME, claim)
        return parted
    name = _joined(full, first, last)
    if name is None:
        slots.ambiguous(None, places)
    return name


def _joined(full: Name, first: str, last: str) -> Name | None:
    """``Naam`` beside ``Voornaam`` is the last name, unless it repeats the first name too."""
    words = full.typed.split()
    if first and not last:
        first = _without_last(first, full.typed)
        rest = _minus(words, first.split()) or words
        return Name(first, " ".join(rest), full.typed)
    if last and not first:
        return Name(" ".join(_minus(words, last.split()) or words), last, full.typed)
    whole = sorted(fold(f"{first} {last}").split())
    agrees = sorted(fold(full.typed).split()) in (whole, sorted(fold(last).split()))
    return Name(first, last, full.typed) if agrees else None


def _without_last(first: str, last: str) -> str:
    """``first`` without the last name, where that stands behind it too: "Karen Van Hove", "Van Hove"."""
    words, size = first.split(), len(last.split())
    repeats = 0 < size < len(words) and fold(" ".join(words[-size:])) == fold(last)
    return " ".join(words[:-size]) if repeats else first


def _minus(words: list[str], part: list[str]) -> list[str] | None:
    """``words`` without ``part`` at its beginning or end; None when it stands at neither."""
    folded, wanted = [fold(w) for w in words], [fold(w) for w in part]
    if len(part) < len(words) and folded[: len(part)] == wanted:
        return words[len(part) :]
    if len(part) < len(words) and folded[-len(part) :] == wanted:
        return words[: -len(part)]
    return None


def _postal(parts: Parts) -> PostalAddress | None:
    address = PostalAddress(parts.street, parts.number, parts.box, parts.postcode, parts.municipality)
    return address if address != PostalAddress("", "", "", "", "") else None
