"""What a policy's values must satisfy beyond their types. Pure: data in, flaws out.

Single values are judged wherever they stand, also in a file whose shape is wrong elsewhere,
so that one reading names every mistake.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gateway.mail.address import AddressError, parse_address, parse_domain
from gateway.policy.document import PolicyKeys
from gateway.policy.source import Problem, Source
from gateway.policy.tree import KeyPath, Value

PLACEHOLDER = "UNKNOWN"
EACH = "*"
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_PROTOCOL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POSTCODE = re.compile(r"[1-9][0-9]{3}")
_FINGERPRINT = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_PGP_FINGERPRINT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?", re.IGNORECASE)
_MAX_REASON = 200


def _is_guid_or_placeholder(text: str) -> bool:
    return text == PLACEHOLDER or bool(_GUID.fullmatch(text))


def _is_protocol(text: str) -> bool:
    return bool(_PROTOCOL.fullmatch(text))


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text))


def _is_filled(text: str) -> bool:
    return bool(text.strip())


def _is_mailbox(text: str) -> bool:
    """A star is legal in a local part (RFC 5321 section 4.1.2), but here it is always a mistaken pattern."""
    if "*" in text:
        return False
    try:
        parse_address(text)
    except AddressError:
        return False
    return True


def _is_domain(text: str) -> bool:
    try:
        parse_domain(text)
    except AddressError:
        return False
    return True


def _is_pattern(text: str) -> bool:
    local, _, domain = text.rpartition("@")
    if local == "*":
        return _is_domain(domain)
    return _is_mailbox(text)


def _is_certificate(text: str) -> bool:
    return bool(_FINGERPRINT.fullmatch(text.replace(":", ""))) or ("." in text and _is_domain(text))


def _is_pgp_fingerprint(text: str) -> bool:
    return bool(_PGP_FINGERPRINT.fullmatch(text.replace(" ", "")))


def _is_reason(text: str) -> bool:
    return 0 < len(text.strip()) <= _MAX_REASON and "\n" not in text


@dataclass(frozen=True, slots=True)
class Rule:
    """Every text at ``path`` (EACH stands for any key or index) must satisfy ``holds``."""

    path: tuple[str, ...]
    holds: Callable[[str], bool]
    wrong: str
    remedy: str


_MAILBOX_REMEDY = "Write it as name@domain, in ASCII."
_GUID_REMEDY = f"Copy it from `gateway explain SAMPLE.eml`, or write {PLACEHOLDER} until you have it."
RULES = (
    Rule(
        ("protocol",),
        _is_protocol,
        "the protocol's name is no plain word",
        "Use letters, digits, hyphens, at most 64.",
    ),
    Rule(("valid", "from"), _is_date, '"from" must be a date', "Write it as YYYY-MM-DD."),
    Rule(("valid", "until"), _is_date, '"until" must be a date', "Write it as YYYY-MM-DD."),
    Rule(
        ("suspended",),
        _is_reason,
        '"suspended" is no reason',
        f"Write one line of at most {_MAX_REASON} characters, or null to resume.",
    ),
    Rule(("recipients", EACH), _is_mailbox, "no mail address", _MAILBOX_REMEDY),
    Rule(("senders", "allow", EACH), _is_pattern, "no address pattern", 'Write "name@domain" or "*@domain".'),
    Rule(
        ("senders", "certificates", EACH),
        _is_certificate,
        "neither a SHA-256 fingerprint nor a DNS name",
        "Write 64 hexadecimal digits or a host name.",
    ),
    Rule(
        ("senders", "pgp_keys", EACH),
        _is_pgp_fingerprint,
        "no full PGP fingerprint",
        "Write its 40 hexadecimal digits, from `gpg --fingerprint`.",
    ),
    Rule(("label", "accept", EACH, "tenant"), _is_guid_or_placeholder, "the tenant is no GUID", _GUID_REMEDY),
    Rule(("label", "accept", EACH, "id"), _is_guid_or_placeholder, "the label's id is no GUID", _GUID_REMEDY),
    Rule(("parties", EACH, "dpo"), _is_mailbox, '"dpo" is no mail address', _MAILBOX_REMEDY),
    Rule(("residence", "places", EACH, EACH), _is_filled, "an empty place name", "Remove it."),
)


def value_problems(source: Source) -> Iterator[Problem]:
    """What single values break, whatever the rest of the file looks like."""
    for rule in RULES:
        for path, text in _texts(source.data, rule.path):
            if not rule.holds(text):
                yield source.problem(source.at(path), rule.wrong, rule.remedy)


def _texts(data: Value, pattern: tuple[str, ...], path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The texts in ``data`` at the places that ``pattern`` describes."""
    if not pattern:
        if isinstance(data, str):
            yield path, data
        return
    for step, below in _entries(data):
        if pattern[0] in (EACH, step):
            yield from _texts(below, pattern[1:], (*path, step))


def _entries(data: Value) -> Iterator[tuple[str | int, Value]]:
    match data:
        case dict():
            yield from data.items()
        case list():
            yield from enumerate(data)
        case _:
            return


def agreement_problems(source: Source, keys: PolicyKeys) -> Iterator[Problem]:
    """What the keys of a well-shaped policy say against each other."""
    for path, wrong, remedy in _disagreements(keys):
        yield source.problem(source.at(path), wrong, remedy)
    if keys.residence is not None:
        yield from _postcode_problems(source, keys.residence.places)


def _disagreements(keys: PolicyKeys) -> Iterator[tuple[KeyPath, str, str]]:
    if keys.valid.until is not None and keys.valid.until < keys.valid.from_:
        yield ("valid", "until"), '"until" lies before "from"', "Exchange the two dates."
    if not keys.senders.allow:
        yield ("senders", "allow"), '"allow" is empty', 'List who may send, as "*@domain".'
    if keys.senders.authentication == "tls-certificate" and not keys.senders.certificates:
        yield ("senders", "authentication"), "no certificate is listed", "Add certificates: [FINGERPRINT]."
    for pattern in keys.encryption.per_sender or ():
        if not _is_pattern(pattern):
            path = ("encryption", "per_sender", pattern)
            yield path, "no address pattern", 'Write "name@domain" or "*@domain".'
    if not keys.label.accept:
        yield ("label", "accept"), '"accept" is empty, so nothing could pass', "List a label's tenant and id."
    yield from _field_disagreements(keys)
    yield from _number_disagreements(keys)


def _field_disagreements(keys: PolicyKeys) -> Iterator[tuple[KeyPath, str, str]]:
    fields = keys.fields
    if not fields.allow:
        yield ("fields", "allow"), '"allow" is empty', "List the data the protocol names."
    if len(set(fields.allow)) < len(fields.allow):
        yield ("fields", "allow"), "a field is here twice", "Keep one of the two."
    for index, entry in enumerate(fields.require):
        names = entry if isinstance(entry, tuple) else (entry,)
        if not names:
            yield ("fields", "require", index), "an empty list can never be met", "Remove it."
        elif fields.allow and not set(names) & set(fields.allow):
            wrong = f"{' or '.join(names)} is required but not allowed"
            yield ("fields", "require", index), wrong, "Allow it, or write require without it."


def _number_disagreements(keys: PolicyKeys) -> Iterator[tuple[KeyPath, str, str]]:
    if keys.fields.clients < 1:
        yield ("fields", "clients"), '"clients" is too small', "Write a number from 1."
    kept = keys.retention
    groups = (("transport", kept.transport), ("subject", kept.subject), ("measures", kept.measures))
    for group, days in groups:
        if days is not None and days < 1:
            yield (
                ("retention", group),
                f'"{group}" is too small',
                "Write a number of days, or null to keep it.",
            )


def _postcode_problems(source: Source, places: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for postcode, names in places.items():
        place = source.at_key(("residence", "places", postcode))
        if not _POSTCODE.fullmatch(postcode):
            yield source.problem(place, "no Belgian postcode", 'Write four digits: "1670".')
        elif not names:
            yield source.problem(place, "a postcode without a place", "List its places.")
