"""Naming what was left behind (art. 7): kinds and how often, never a value, never a ground for removal."""

import re
from collections import Counter
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.be import bis, nn

from gateway.decision import Client, Superfluous
from gateway.referral.beside import kinds_beside
from gateway.referral.claims import Claim
from gateway.referral.client import Filled
from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.referral.recognisers import kinds_in
from gateway.slots.address import Gazetteer
from gateway.slots.labels import fold
from gateway.slots.terms import Person

_ELEVEN_DIGITS = re.compile(
    r"(?<![0-9])[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{2}[ ./-]?[0-9]{3}[ ./-]?[0-9]{2}(?![0-9])"
)
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}", re.IGNORECASE)
_CARD = re.compile(r"(?<![0-9])[0-9]{4}(?:[ -]?[0-9]{4}){3}(?![0-9])")
_IDENTITY_CARD = re.compile(r"(?<![0-9])[0-9]{3}-[0-9]{7}-[0-9]{2}(?![0-9])")
_DATE = re.compile(
    r"(?<![0-9])(?:[0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)?[0-9]{2}|(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])"
    r"(?![0-9])"
)
_BIRTH = re.compile(r"\b(?:geb|geboren|nee? le|ne e le|born|dob|naissance|geburt)", re.IGNORECASE)
_AGE = re.compile(
    r"(?<![0-9])[0-9]{1,2} ?(?:jaar|maanden|weken|ans|mois|years|months|jahre|monate)\b", re.IGNORECASE
)
_MONEY = re.compile(r"(?:€|euro|eur) ?[0-9]|[0-9] ?(?:€|euro\b|eur\b)", re.IGNORECASE)
_FILE = re.compile(
    r"(?:dossier|dossiernr|ref|kenmerk|file|aktenzeichen)\.? ?:?#? ?[A-Z0-9-]*[0-9]{3}", re.IGNORECASE
)
_PLATE = re.compile(r"(?<![A-Z0-9])[0-9]-[A-Z]{3}-[0-9]{3}(?![A-Z0-9])", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")
_PHONE = re.compile(r"(?<![0-9])(?:\+|0)[0-9](?:[ ./()-]{0,2}[0-9]){7,12}(?![0-9])")
_ADDRESS = re.compile(r"(?<![0-9])[1-9][0-9]{3} [A-Z][a-z]{2}")
_URL = re.compile(r"https?://|www\.", re.IGNORECASE)


def name_superfluous(
    items: tuple[Item, ...], claims: tuple[Claim, ...], filled: Filled, where: str, gazetteer: Gazetteer
) -> tuple[Superfluous, ...]:
    """The kinds of data in ``items`` that fill no slot of the client, or stand beside what fills one."""
    used = {(claim.place, claim.values): claim for claim in filled.used}
    others = {(claim.place, claim.values) for claim in claims if claim.person.is_another}
    found: Counter[str] = Counter()
    for item in items:
        match item:
            case Entry(place=place, values=values) if (place, values) in used and filled.client:
                client, elsewhere = filled.client, filled.elsewhere
                found.update(_beside(used[place, values], client, gazetteer, elsewhere=elsewhere))
            case Entry(place=place, values=values):
                found.update(_in_entry(item) | ({"other_person"} if (place, values) in others else set()))
            case Prose(text=text) | Heading(label=None, text=text):
                found.update(_in_text(text))
    return tuple(Superfluous(category, count, where) for category, count in sorted(found.items()))


def _beside(claim: Claim, client: Client, gazetteer: Gazetteer, *, elsewhere: bool) -> frozenset[str]:
    text = " ".join(claim.values)
    shaped = frozenset(_structured(text, beside_the_client=True))
    kinds = kinds_beside(claim, phones_in(text), client, gazetteer, elsewhere=elsewhere)
    return shaped | (kinds - {"remark"} if shaped else kinds)


def phones_in(text: str) -> tuple[str, ...]:
    """Whatever in ``text`` is built like a telephone number, as written."""
    return tuple(match.group() for match in _PHONE.finditer(text))


def _in_entry(entry: Entry) -> set[str]:
    if not entry.values:
        return set()
    named = {entry.label.category} if entry.label.category else set()
    if entry.label.person not in (Person.UNSAID, Person.CLIENT):
        named.add("other_person")
    return named | (_in_text(" ".join(entry.values)) if not entry.label.category else set())


def _in_text(text: str) -> set[str]:
    return set(_structured(text, beside_the_client=False)) | kinds_in(fold(text))


def _structured(text: str, *, beside_the_client: bool) -> Iterator[str]:
    """Kinds told by their shape. Beside the client's own value a telephone, mail or place is that value."""
    if any(_is_national_number(match.group()) for match in _ELEVEN_DIGITS.finditer(text)):
        yield "national_number"
    if any(
        iban.is_valid(candidate) for match in _IBAN.finditer(text) for candidate in _lengths(match.group())
    ):
        yield "bank_account"
    if any(luhn.is_valid(_digits(match.group())) for match in _CARD.finditer(text)):
        yield "card_number"
    if _IDENTITY_CARD.search(text):
        yield "identity_document"
    if _DATE.search(text):
        yield "birth_date" if _BIRTH.search(fold(text)) else "date"
    for kind, pattern in (
        ("age", _AGE),
        ("income", _MONEY),
        ("file_number", _FILE),
        ("vehicle", _PLATE),
        ("web", _URL),
    ):
        if pattern.search(text):
            yield kind
    if not beside_the_client:
        others = (
            ("email_of_another", _EMAIL),
            ("phone_of_another", _PHONE),
            ("address_of_another", _ADDRESS),
        )
        yield from (kind for kind, pattern in others if pattern.search(text))


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _is_national_number(text: str) -> bool:
    digits = _digits(text)
    return bool(nn.is_valid(digits) or bis.is_valid(digits))


def _lengths(text: str) -> list[str]:
    """A Belgian IBAN has sixteen characters; others are tried at full length."""
    compact = text.replace(" ", "")
    return [compact, compact[:16]]
