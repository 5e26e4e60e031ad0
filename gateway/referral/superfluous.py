"""Naming what was left behind (art. 7): kinds and how often, never a value, never a ground for removal."""

import re
from collections import Counter
from collections.abc import Iterator

from stdnum import iban
from stdnum.be import bis, nn

from gateway.decision import Superfluous
from gateway.referral.claims import Claim
from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.referral.labels import fold
from gateway.referral.terms import Person

_ELEVEN_DIGITS = re.compile(
    r"(?<![0-9])[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{3}[ ./-]?[0-9]{2}(?![0-9])"
)
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)
_DATE = re.compile(
    r"(?<![0-9])(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])(?![0-9])"
)
_MONEY = re.compile(r"(?:€|euro|eur) ?[0-9]|[0-9] ?(?:€|euro\b|eur\b)", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
_PHONE = re.compile(r"(?<![0-9])(?:\+|0)[0-9](?:[ ./()-]{0,2}[0-9]){7,12}(?![0-9])")
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)
_STEMS = {
    "health": tuple(
        """
        depress psych medicat diagnos ziek ziekt zwanger handicap astma allerg epilep autis adhd
        kanker medis verslav maladi enceint traitement grossess illness pregnan disab krank schwanger
        behinder groeiachterst ontwikkelingsachter bevall hospit
        """.split()
    ),
    "debt": tuple(
        """
        schuld huurachter dette debt insolv deurwaard huissier loonbeslag
        """.split()
    ),
    "income": tuple(
        """
        leefloon uitkering werkloos inkomen loon steun chomage allocation revenu income benefit
        """.split()
    ),
    "justice": tuple(
        """
        politie parket rechtban jeugdrecht gevang geweld mishandel misbruik violence police tribunal
        court prison verdacht gewalt
        """.split()
    ),
    "origin": tuple(
        """
        vlucht asiel nationalit illega papieren refugi asile asylum migra
        """.split()
    ),
    "religion": tuple(
        """
        moslim islam katholi christen joods jehova musulm religi
        """.split()
    ),
    "family": tuple(
        """
        partner echtgeno kind dochter zoon broer zus oma opa enfant fille fils mari epoux child
        daughter son husband wife tochter sohn
        """.split()
    ),
    "housing": tuple(
        """
        woning huur huisbaas dakloos logement loyer rent homeless vochtig
        """.split()
    ),
    "education": tuple(
        """
        school klas leerkracht ecole
        """.split()
    ),
}


def name_superfluous(
    items: tuple[Item, ...], claims: tuple[Claim, ...], used: tuple[Claim, ...], where: str
) -> tuple[Superfluous, ...]:
    """The kinds of data in ``items`` that fill no slot of the client. ``used`` are the claims that did."""
    places = {(claim.place, claim.values) for claim in used}
    others = {(claim.place, claim.values) for claim in claims if claim.person.is_another}
    found: Counter[str] = Counter()
    for item in items:
        match item:
            case Entry(place=place, values=values) if (place, values) in places:
                found.update(_in_text(" ".join(values), slots_filled=True))
            case Entry(place=place, values=values):
                found.update(_in_entry(item) | ({"other_person"} if (place, values) in others else set()))
            case Prose(text=text):
                found.update(_in_text(text))
            case Heading(label=None, text=text):
                found.update(_in_text(text))
    return tuple(Superfluous(category, count, where) for category, count in sorted(found.items()))


def _in_entry(entry: Entry) -> set[str]:
    if not entry.values:
        return set()
    named = {entry.label.category} if entry.label.category else set()
    if entry.label.person not in (Person.UNSAID, Person.CLIENT):
        named.add("other_person")
    return named | (_in_text(" ".join(entry.values)) if not entry.label.category else set())


def _in_text(text: str, *, slots_filled: bool = False) -> set[str]:
    found = set(_structured(text, slots_filled=slots_filled))
    if slots_filled:
        return found
    words = fold(text).split()
    found |= {kind for kind, stems in _STEMS.items() if any(word.startswith(stems) for word in words)}
    return found


def _structured(text: str, *, slots_filled: bool) -> Iterator[str]:
    if any(_is_national_number(match.group()) for match in _ELEVEN_DIGITS.finditer(text)):
        yield "national_number"
    if any(
        iban.is_valid(candidate) for match in _IBAN.finditer(text) for candidate in _lengths(match.group())
    ):
        yield "bank_account"
    if _DATE.search(text):
        yield "birth_date" if "geb" in fold(text) or "ne le" in fold(text) else "date"
    if _MONEY.search(text):
        yield "income"
    if _URL.search(text):
        yield "web"
    if not slots_filled and _EMAIL.search(text):
        yield "email_of_another"
    if not slots_filled and _PHONE.search(text):
        yield "phone_of_another"


def _is_national_number(text: str) -> bool:
    digits = "".join(char for char in text if char.isdigit())
    return nn.is_valid(digits) or bis.is_valid(digits)


def _lengths(text: str) -> list[str]:
    """A Belgian IBAN has sixteen characters; others are tried at full length."""
    compact = text.replace(" ", "")
    return [compact, compact[:16]]


def phones_in(text: str) -> tuple[str, ...]:
    """Whatever in ``text`` is built like a telephone number, as written."""
    return tuple(match.group() for match in _PHONE.finditer(text))
