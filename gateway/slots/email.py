"""Mail addresses: RFC 5321 as email-validator reads it, ASCII, and nothing that says more than whose."""

import re
from itertools import pairwise

from email_validator import EmailNotValidError, validate_email

from gateway.slots import first_names
from gateway.slots.deny import WORDS, bears_a_stem
from gateway.slots.identifiers import holds_identifier
from gateway.slots.labels import classify, persons_in
from gateway.slots.mentions import speaks_of_somebody
from gateway.slots.remarks import without_remarks
from gateway.slots.terms import Person, Slot

MAX_EMAILS = 3
_MAX_LENGTH = 400
_MAX_LOCAL_WORDS = 4
_WORD = re.compile(r"[a-z]+")
# Two letters are initials or a particle, except where they name an illness.
_SHORTEST_TELLING, _SHORT_TELLING = 3, frozenset(("ms", "sm"))
# What mail hosts are called.
_OF_HOSTS = frozenset("mail via tel gsm www http https".split())
_PRONOUNS = frozenset("hij zij wij ich wir ils nous vous she they haar hun mijn ses nos".split())
_OF = frozenset("van von vom of de du des da".split())
# A link's target, as a plain-text copy of a mail spells it out.
_TARGET = re.compile(r"<mailto:[^<>\s]*>", re.IGNORECASE)
_PARTING = re.compile(r"[,;|\n\t]| (?:en|of|et|ou|and|or|und|oder|en/of|et/ou|/|//|&) ")


def read_emails(text: str) -> tuple[str, ...] | None:
    """Every mail address in ``text`` in lower case; None unless all of ``text`` is mail addresses.

    An address that holds a national number, a date of birth, an account, a denied word or a sentence is none.
    An address that a remark gives to somebody else is left out; a remark that names somebody is a doubt.
    """
    if len(text) > _MAX_LENGTH:
        return None
    found: list[str] = []
    for piece in filter(str.strip, _PARTING.split(_TARGET.sub("", text))):
        remarked = without_remarks(piece)
        address = _read_one(_without_label(remarked.value))
        if address is None:
            return None
        if remarked.speaks_of_another():
            continue
        if any(map(speaks_of_somebody, remarked.remarks)):
            return None
        found.append(address)
    return tuple(dict.fromkeys(found)) if len(found) <= MAX_EMAILS else None


def _without_label(text: str) -> str:
    text = text.replace(" @ ", "@")
    before, _, after = text.strip(" .<>").rpartition(" ")
    label = classify(before.strip(" :<")) if before else None
    if label is not None and label.slots == (Slot.EMAIL,) and label.person in (Person.UNSAID, Person.CLIENT):
        return after.strip("<>")
    return text.strip(" .<>").removeprefix("mailto:")


def _read_one(text: str) -> str | None:
    if "+" in text or not text.isascii():
        return None
    try:
        address = validate_email(
            text, check_deliverability=False, allow_smtputf8=False, test_environment=True, strict=True
        ).normalized.lower()
    except EmailNotValidError:
        return None
    return None if holds_identifier(address) or _says_something(address) else address


def _says_something(address: str) -> bool:
    """Whether a word of ``address`` says what no name does, or its local part is longer than any name."""
    local = _WORD.findall(address.rpartition("@")[0])
    if sum(len(word) > 1 for word in local) > _MAX_LOCAL_WORDS or _names_a_relative(local):
        return True
    return any(map(_is_denied, _WORD.findall(address)))


def _is_denied(word: str) -> bool:
    if bears_a_stem(word) or word in _SHORT_TELLING:
        return True
    told = len(word) >= _SHORTEST_TELLING and (word in WORDS or word in _PRONOUNS)
    return told and not (word in first_names.KNOWN or word in _OF_HOSTS)


def _names_a_relative(words: list[str]) -> bool:
    """ "mama.van.lotte" says whose mother she is; "peter.van.damme" is called Peter."""
    return any(
        bool(persons_in(word)) and word not in first_names.KNOWN and behind in _OF
        for word, behind in pairwise(words)
    )
