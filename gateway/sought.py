"""Who is looked up, from what somebody typed: each part as the mails' own fields are read."""

from enum import StrEnum

from gateway.ledger.pseudonym import Sought
from gateway.slots.email import read_emails
from gateway.slots.phone import read_phones


class Unclear(StrEnum):
    """Why nobody can be looked up by what was typed."""

    NOTHING = "nothing"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"


def sought_of(
    *,
    phone: str | None = None,
    email: str | None = None,
    name: str | None = None,
    postcode: str | None = None,
    number: str | None = None,
) -> Sought | Unclear:
    """Whom to look up; None is what is not known. A name takes a postcode and a house number."""
    if phone is None and email is None and name is None:
        return Unclear.NOTHING
    if name is not None and not (name.strip() and postcode and number):
        return Unclear.NAME
    phones, emails = read_phones(phone or ""), read_emails(email or "")
    if phone is not None and (phones is None or len(phones) != 1):
        return Unclear.PHONE
    if email is not None and (emails is None or len(emails) != 1):
        return Unclear.EMAIL
    return Sought(
        phone=phones[0] if phones else None,
        email=emails[0] if emails else None,
        name=name,
        postcode=postcode or "",
        number=number or "",
    )
