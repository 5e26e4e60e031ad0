"""Telephones and mail addresses behind one label: "Telefoon / e-mail", "Contactgegevens"."""

from gateway.slots.email import read_emails
from gateway.slots.phone import read_phones

Contact = tuple[tuple[str, ...], tuple[str, ...]]


def read_contact(values: tuple[str, ...]) -> Contact | None:
    """The telephones and the mail addresses in ``values``; None unless all of it is one or the other."""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    parted = ", ".join(values).replace(";", ",").replace("/ ", ", ").split(",")
    for piece in filter(None, map(str.strip, parted)):
        if found := read_phones(piece):
            phones += found
        elif (found := read_emails(piece)) is not None:
            emails += found
        else:
            return None
    return phones, emails
