"""Telephone numbers: E.164 by phonenumbers, Belgian unless they say otherwise, no extension."""

import re

import phonenumbers
from phonenumbers import PhoneNumberType

from gateway.slots.labels import classify, fold
from gateway.slots.remarks import without_remarks
from gateway.slots.terms import Person, Slot

MAX_PHONES = 4
_REGION = "BE"
_MAX_LENGTH = 200
# What else is valid belongs to services: free, shared and premium rates, pagers.
_OF_PEOPLE = frozenset(
    (
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
        PhoneNumberType.PERSONAL_NUMBER,
    )
)
_MAX_GROUPS = 14
_FEWEST_DIGITS, _MOBILE_DIGITS = 5, 9
_AREA_IN_BRACKETS = re.compile(r"^\((0[0-9]{1,3})\)")
_PARTING = re.compile(r"[,;|\n\t]| (?:en|of|et|ou|and|or|und|oder|en/of|et/ou|/|//|-|–|&|\+) |/ | /")
_BRACKETED = re.compile(r"\([^()]*\)")
_SPELLED = re.compile(r"(?:\+|00)?[0-9][0-9 ./()\-–]*")
_TIME = re.compile(r"[0-9]{1,2}(?:[uh][0-9]{0,2})?")
_MOST_DIGITS_OF_TIMES = 8
_HARMLESS = frozenset(
    """
    thuis werk prive vast vaste lijn mobiel gsm tel telefoon nr nummer whatsapp enkel alleen bij voorkeur
    eigen tijdelijk vooral meestal altijd ook sturen stuur sms graag eerst maandag dinsdag woensdag
    donderdag vrijdag zaterdag zondag week weekdagen werkdagen overdag frans nederlands engels arabisch
    turks roemeens pools spaans russisch duits geen voicemail evening evenings mornings afternoon
    afternoons days please text uniquement seulement lundi mardi mercredi jeudi vendredi parle francais
    neerlandais anglais arabe een journee midi nur spatnachmittags vormittags nachmittags speaks french dutch
    english arabic spricht
    liefst na voor tussen uur u h s avonds ochtends middags morgens overdag avond namiddag voormiddag en
    of sms bellen weekend niet beste het best te bereiken bereikbaar op fixe portable domicile travail
    apres avant heures de preference soir matin le la home work mobile landline after before evening
    morning preferably only best am pm prefix privat arbeit handy abends morgens nach vor nieuw nieuwe
    huidig spreekt
    """.split()
)


def read_phones(text: str) -> tuple[str, ...] | None:
    """Every number in ``text`` in E.164, none twice; None unless all of ``text`` is numbers.

    A number that a remark gives to somebody else is left out, and so may all be: then ``()``.
    """
    if len(text) > _MAX_LENGTH:
        return None
    pieces = [piece for piece in _pieces(text) if not _is_remark(piece)]
    found: list[str] = []
    for piece in pieces:
        number = _read_one(piece)
        if number is None:
            return None
        if number:
            found.append(number)
    if not pieces:
        return None
    return tuple(dict.fromkeys(found)) if len(found) <= MAX_PHONES else None


def _pieces(text: str) -> list[str]:
    if _number(text):
        return [text]
    whole = _BRACKETED.sub(lambda remark: _PARTING.sub(" ", remark.group().replace("/", " ")), text)
    pieces = [piece for piece in _PARTING.split(whole) if piece.strip()]
    return [number for piece in pieces for number in _two_in_one(piece)]


def _two_in_one(piece: str) -> list[str]:
    """Two numbers with only a blank between them, where just one parting gives two valid numbers."""
    words = piece.split()
    if _number(piece) or len(words) > _MAX_GROUPS:
        return [piece]
    splits = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    valid = [split for split in splits if all(map(_number, split))]
    return list(valid[0]) if len(valid) == 1 else [piece]


def _is_remark(piece: str) -> bool:
    """``bereikbaar na 17u``"""
    few_digits = sum(map(str.isdigit, piece)) < _FEWEST_DIGITS
    return few_digits and any(map(str.isalpha, piece)) and _is_harmless(piece)


def _read_one(piece: str) -> str | None:
    """The number of one piece, empty when it is another's, None when the piece is no number."""
    remarked = without_remarks(_trunk_zero(piece))
    if remarked.speaks_of_another():
        return ""
    if not all(_is_harmless(remark) for remark in remarked.remarks):
        return None
    spelled = _without_words(remarked.value)
    return _number(spelled) if spelled else None


def _trunk_zero(text: str) -> str:
    """``+32 (0)471`` and ``(02) 281`` carry digits in brackets, which are no remark."""
    bare = text.strip().replace("(0)", "").replace("(+32)", "+32").replace("(0032)", "0032")
    return _AREA_IN_BRACKETS.sub(r"\1", bare)


def _without_words(text: str) -> str | None:
    match = _SPELLED.search(text)
    if match is None:
        return None
    before, after = text[: match.start()], text[match.end() :]
    label = classify(before.strip(" :.-")) if before.strip(" :.-") else None
    named = (
        label is not None and label.slots == (Slot.PHONE,) and label.person in (Person.UNSAID, Person.CLIENT)
    )
    if (before.strip(" :.-") and not named and not _is_harmless(before)) or not _is_harmless(after):
        return None
    return match.group()


def _is_harmless(words: str) -> bool:
    """Whether ``words`` only say when and how to ring: known words and times, never a number to ring."""
    if sum(map(str.isdigit, words)) > _MOST_DIGITS_OF_TIMES:
        return False
    return all(word in _HARMLESS or _TIME.fullmatch(word) for word in fold(words).split())


def _begins_like_a_number(spelled: str) -> bool:
    """With 0 or +, or as a mobile whose 0 a spreadsheet dropped: "12/05/1988" is a date, not Tongeren."""
    digits = "".join(filter(str.isdigit, spelled))
    return spelled[0] in "0+" or (len(digits) == _MOBILE_DIGITS and digits[0] == "4")


def _number(text: str) -> str | None:
    spelled = text.strip(" ./-–")
    if not spelled.isascii() or not _SPELLED.fullmatch(spelled) or not _begins_like_a_number(spelled):
        return None
    try:
        number = phonenumbers.parse(spelled, _REGION)
    except phonenumbers.NumberParseException:
        return None
    if number.extension or phonenumbers.number_type(number) not in _OF_PEOPLE:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
