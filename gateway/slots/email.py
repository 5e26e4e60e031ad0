"""Mail addresses: RFC 5321 as email-validator reads it, ASCII, and nothing in it that says more than who is written to."""

import re

from email_validator import EmailNotValidError, validate_email

from gateway.slots.identifiers import holds_identifier
from gateway.slots.labels import classify
from gateway.slots.mentions import speaks_of_somebody
from gateway.slots.remarks import without_remarks
from gateway.slots.terms import Person, Slot

MAX_EMAILS = 3
_MAX_LENGTH = 400
# A link's target, as a plain-text copy of a mail spells it out.
_TARGET = re.compile(r"<mailto:[^<>\s]*>", re.IGNORECASE)
_PARTING = re.compile(r"[,;|\n\t]| (?:en|of|et|ou|and|or|und|oder|en/of|et/ou|/|//|&) ")


def read_emails(text: str) -> tuple[str, ...] | None:
    """Every mail address in ``text`` in lower case; None unless all of ``text`` is mail addresses.

    An address that holds a national number, a date of birth or an account is none, in either of its parts.
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
    return None if holds_identifier(address) else address
