"""How the values of a policy are spelled: one question a function, asked of the text alone."""

import re
from difflib import get_close_matches

from gateway.decision import FieldName
from gateway.mail.address import AddressError, parse_address, parse_domain

PLACEHOLDER = "UNKNOWN"
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_BARE_GUID = re.compile(r"[0-9a-f]{32}", re.IGNORECASE)
_PROTOCOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
POSTCODE = re.compile(r"[1-9][0-9]{3}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_PGP_FINGERPRINT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?", re.IGNORECASE)
MAX_REASON = 200
_SLIP = 0.61


def is_guid_or_placeholder(text: str) -> bool:
    """A slip that has a rule of its own counts as a GUID here, so that it is told once."""
    text = text.strip("{}")
    return text.upper() == PLACEHOLDER or bool(_GUID.fullmatch(text) or _BARE_GUID.fullmatch(text))


def has_no_braces(text: str) -> bool:
    """Not a GUID between braces, as Windows shows it."""
    return not {"{", "}"} & set(text) or not is_guid_or_placeholder(text)


def has_hyphens(text: str) -> bool:
    """Not the 32 digits of a GUID alone."""
    return not _BARE_GUID.fullmatch(text)


def is_no_lower_placeholder(text: str) -> bool:
    """Not the placeholder in other letters."""
    return text == PLACEHOLDER or text.upper() != PLACEHOLDER


def may_cross(text: str) -> bool:
    """Whether it is a field, or so near one that a slip is likelier than a wish for more data."""
    return bool(get_close_matches(text[:80], list(FieldName), 1, _SLIP))


def is_protocol(text: str) -> bool:
    """A plain word for a protocol, at most 64 characters."""
    return bool(_PROTOCOL.fullmatch(text))


def is_date(text: str) -> bool:
    """Year, month and day, with hyphens."""
    return bool(_DATE.fullmatch(text))


def is_filled(text: str) -> bool:
    """More than white space."""
    return bool(text.strip())


def is_mailbox(text: str) -> bool:
    """A mail address. A star, legal in a local part (RFC 5321 section 4.1.2), is a mistaken pattern here."""
    if "*" in text:
        return False
    try:
        parse_address(text)
    except AddressError:
        return False
    return True


def is_domain(text: str) -> bool:
    """A domain name."""
    try:
        parse_domain(text)
    except AddressError:
        return False
    return True


def is_pattern(text: str) -> bool:
    """A mail address, or a star for all of a domain."""
    local, _, domain = text.rpartition("@")
    if local == "*":
        return is_domain(domain)
    return is_mailbox(text)


def is_certificate(text: str) -> bool:
    """A SHA-256 fingerprint, or a name with a dot."""
    return bool(_FINGERPRINT.fullmatch(text.replace(":", ""))) or ("." in text and is_domain(text))


def is_pgp_fingerprint(text: str) -> bool:
    """All 40 or 64 digits of a PGP fingerprint."""
    return bool(_PGP_FINGERPRINT.fullmatch(text.replace(" ", "")))


def is_reason(text: str) -> bool:
    """One line that says why, of at most MAX_REASON characters."""
    return 0 < len(text.strip()) <= MAX_REASON and "\n" not in text
