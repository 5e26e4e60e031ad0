"""What a policy's values must satisfy beyond their types. Pure: data in, flaws out.

Single values are judged wherever they stand, also in a file whose shape is wrong elsewhere,
so that one reading names every mistake.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gateway.decision import FieldName
from gateway.policy import spelling
from gateway.policy.document import PolicyKeys
from gateway.policy.source import Problem, Source
from gateway.policy.tree import KeyPath, Value

EACH = "*"


@dataclass(frozen=True, slots=True)
class Rule:
    """Every text at ``path`` (EACH stands for any key or index) must satisfy ``holds``."""

    path: tuple[str, ...]
    holds: Callable[[str], bool]
    wrong: str
    remedy: str


_MAILBOX_REMEDY = "Write it as name@domain, in ASCII."
_UNTIL = f"{spelling.PLACEHOLDER} until you have it."
_GUID_REMEDY = f"Copy it from `gateway explain SAMPLE.eml`, or write {_UNTIL}"
_DATE_REMEDY = "Write it as YYYY-MM-DD, the year first."
_PATTERN_REMEDY = 'Write "name@domain" or "*@domain".'


def _guid_rules(key: str, what: str) -> tuple[Rule, ...]:
    """What a GUID of an accepted label may not be, each slip with its own remedy."""
    path = ("label", "accept", EACH, key)
    return (
        Rule(path, spelling.is_guid_or_placeholder, f"{what} is no GUID", _GUID_REMEDY),
        Rule(path, spelling.has_no_braces, f"{what} stands in braces", "Leave the braces out."),
        Rule(
            path,
            spelling.has_hyphens,
            f"{what} lacks its hyphens",
            "Write it as 8-4-4-4-12 digits.",
        ),
        Rule(
            path,
            spelling.is_no_lower_placeholder,
            f"{what} is no GUID",
            f"Write {_UNTIL}",
        ),
    )


RULES = (
    Rule(
        ("protocol",),
        spelling.is_protocol,
        "the protocol's name is no plain word",
        "Use letters, digits, hyphens, at most 64.",
    ),
    Rule(
        ("valid", "from"),
        spelling.is_date,
        '"from" must be a date',
        _DATE_REMEDY,
    ),
    Rule(
        ("valid", "until"),
        spelling.is_date,
        '"until" must be a date',
        _DATE_REMEDY,
    ),
    Rule(
        ("suspended",),
        spelling.is_reason,
        '"suspended" is no reason',
        f"Write one line of at most {spelling.MAX_REASON} characters, or null to resume.",
    ),
    Rule(("recipients", EACH), spelling.is_mailbox, "no mail address", _MAILBOX_REMEDY),
    Rule(
        ("senders", "allow", EACH),
        spelling.is_pattern,
        "no address pattern",
        'Write "name@domain" or "*@domain".',
    ),
    Rule(
        ("senders", "certificates", EACH),
        spelling.is_certificate,
        "neither a SHA-256 fingerprint nor a DNS name",
        "Write 64 hexadecimal digits or a host name.",
    ),
    Rule(
        ("senders", "pgp_keys", EACH),
        spelling.is_pgp_fingerprint,
        "no full PGP fingerprint",
        "Write its 40 hexadecimal digits, from `gpg --fingerprint`.",
    ),
    *_guid_rules("tenant", "the tenant"),
    *_guid_rules("id", "the label's id"),
    Rule(
        ("fields", "allow", EACH),
        spelling.may_cross,
        "no data that can pass",
        f"Remove it: {', '.join(FieldName)} can. All else is left behind, and its kind is told.",
    ),
    Rule(("parties", EACH, "dpo"), spelling.is_mailbox, '"dpo" is no mail address', _MAILBOX_REMEDY),
    Rule(("residence", "places", EACH, EACH), spelling.is_filled, "an empty place name", "Remove it."),
)


def value_problems(source: Source) -> Iterator[Problem]:
    """What single values break, whatever the rest of the file looks like."""
    yield from _suspended_problems(source)
    for rule in RULES:
        for path, text in _texts(source.data, rule.path):
            if not rule.holds(text):
                yield source.problem(source.at(path), rule.wrong, rule.remedy)


def _suspended_problems(source: Source) -> Iterator[Problem]:
    """``"false"`` in quotes would suspend everything, so what to write instead is told exactly."""
    value = source.data.get("suspended") if isinstance(source.data, dict) else None
    if isinstance(value, bool):
        wrong, remedy = '"suspended" takes a reason', "Write it in quotes."
        if not value:
            wrong, remedy = (
                '"suspended" takes a reason or null',
                "Write null for a protocol that is in force.",
            )
        yield source.problem(source.at(("suspended",)), wrong, remedy)


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
        if not spelling.is_pattern(pattern):
            path = ("encryption", "per_sender", pattern)
            yield path, "no address pattern", _PATTERN_REMEDY
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
        if not spelling.POSTCODE.fullmatch(postcode):
            yield source.problem(place, "no Belgian postcode", 'Write four digits: "1670".')
        elif not names:
            yield source.problem(place, "a postcode without a place", "List its places.")
