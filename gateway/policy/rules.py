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
from gateway.said import Said, either, say

EACH = "*"
_Disagreement = tuple[KeyPath, Said, Said]


@dataclass(frozen=True, slots=True)
class Rule:
    """Every text at ``path`` (EACH stands for any key or index) must satisfy ``holds``."""

    path: tuple[str, ...]
    holds: Callable[[str], bool]
    wrong: Said
    remedy: Said


_MAILBOX_REMEDY = say("Write it as name@domain, in ASCII.")
_GUID_REMEDY = say(
    "Write {unknown}; then `gateway explain SAMPLE.eml` shows it.",
    unknown=spelling.PLACEHOLDER,
)
_DATE_REMEDY = say("Write it as YYYY-MM-DD, the year first.")
_NO_DATE, _TOO_SMALL = say("must be a date"), say("is too small")
_NO_PATTERN = say("no address pattern")
_PATTERN_REMEDY = say('Write "name@domain" or "*@domain".')


def _guid_rules(key: str, what: Said) -> tuple[Rule, ...]:
    """What a GUID of an accepted label may not be, each slip with its own remedy."""
    path = ("label", "accept", EACH, key)
    return (
        Rule(path, spelling.is_guid_or_placeholder, say("{what} is no GUID", what=what), _GUID_REMEDY),
        Rule(
            path,
            spelling.has_no_braces,
            say("{what} stands in braces", what=what),
            say("Leave the braces out."),
        ),
        Rule(
            path,
            spelling.has_hyphens,
            say("{what} lacks its hyphens", what=what),
            say("Write it as 8-4-4-4-12 digits."),
        ),
        Rule(
            path,
            spelling.is_no_lower_placeholder,
            say("{what} is no GUID", what=what),
            say("Write {unknown} until you have it.", unknown=spelling.PLACEHOLDER),
        ),
    )


RULES = (
    Rule(
        ("protocol",),
        spelling.is_protocol,
        say("the protocol's name is no plain word"),
        say("Use letters, digits, hyphens, at most 64."),
    ),
    Rule(
        ("valid", "from"),
        spelling.is_date,
        say("{name} {wrong}", name='"from"', wrong=_NO_DATE),
        _DATE_REMEDY,
    ),
    Rule(
        ("valid", "until"),
        spelling.is_date,
        say("{name} {wrong}", name='"until"', wrong=_NO_DATE),
        _DATE_REMEDY,
    ),
    Rule(
        ("suspended",),
        spelling.is_reason,
        say('"suspended" is no reason'),
        say(
            "Write one line of at most {most} characters, or null to resume.",
            most=spelling.MAX_REASON,
        ),
    ),
    Rule(("recipients", EACH), spelling.is_mailbox, say("no mail address"), _MAILBOX_REMEDY),
    Rule(("senders", "allow", EACH), spelling.is_pattern, _NO_PATTERN, _PATTERN_REMEDY),
    Rule(
        ("senders", "certificates", EACH),
        spelling.is_certificate,
        say("neither a SHA-256 fingerprint nor a DNS name"),
        say("Write 64 hexadecimal digits or a host name."),
    ),
    Rule(
        ("senders", "pgp_keys", EACH),
        spelling.is_pgp_fingerprint,
        say("no full PGP fingerprint"),
        say("Write its 40 hexadecimal digits, from `gpg --fingerprint`."),
    ),
    *_guid_rules("tenant", say("the tenant")),
    *_guid_rules("id", say("the label's id")),
    Rule(
        ("fields", "allow", EACH),
        spelling.may_cross,
        say("no data that can pass"),
        say(
            "Remove it: {names} can. All else is left behind, and its kind is told.",
            names=", ".join(FieldName),
        ),
    ),
    Rule(("parties", EACH, "dpo"), spelling.is_mailbox, say('"dpo" is no mail address'), _MAILBOX_REMEDY),
    Rule(
        ("residence", "places", EACH, EACH),
        spelling.is_filled,
        say("an empty place name"),
        say("Remove it."),
    ),
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
        wrong, remedy = say('"suspended" takes a reason'), say("Write it in quotes.")
        if not value:
            wrong = say('"suspended" takes a reason or null')
            remedy = say("Write null for a protocol that is in force.")
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


def _disagreements(keys: PolicyKeys) -> Iterator[_Disagreement]:
    if keys.valid.until is not None and keys.valid.until < keys.valid.from_:
        yield ("valid", "until"), say('"until" lies before "from"'), say("Exchange the two dates.")
    if not keys.senders.allow:
        yield ("senders", "allow"), say('"allow" is empty'), say('List who may send, as "*@domain".')
    if keys.senders.authentication == "tls-certificate" and not keys.senders.certificates:
        remedy = say("Add certificates: [FINGERPRINT].")
        yield ("senders", "authentication"), say("no certificate is listed"), remedy
    for pattern in keys.encryption.per_sender or ():
        if not spelling.is_pattern(pattern):
            yield ("encryption", "per_sender", pattern), _NO_PATTERN, _PATTERN_REMEDY
    if not keys.label.accept:
        wrong = say('"accept" is empty, so nothing could pass')
        yield ("label", "accept"), wrong, say("List a label's tenant and id.")
    yield from _field_disagreements(keys)
    yield from _number_disagreements(keys)


def _field_disagreements(keys: PolicyKeys) -> Iterator[_Disagreement]:
    fields = keys.fields
    if not fields.allow:
        yield ("fields", "allow"), say('"allow" is empty'), say("List the data the protocol names.")
    if len(set(fields.allow)) < len(fields.allow):
        yield ("fields", "allow"), say("a field is here twice"), say("Keep one of the two.")
    for index, entry in enumerate(fields.require):
        names = entry if isinstance(entry, tuple) else (entry,)
        if not names:
            yield ("fields", "require", index), say("an empty list can never be met"), say("Remove it.")
        elif fields.allow and not set(names) & set(fields.allow):
            wrong = say("{names} is required but not allowed", names=either(names))
            yield ("fields", "require", index), wrong, say("Allow it, or write require without it.")


def _number_disagreements(keys: PolicyKeys) -> Iterator[_Disagreement]:
    if keys.fields.clients < 1:
        remedy = say("Write a number from {least}.", least=1)
        yield ("fields", "clients"), say("{name} {wrong}", name='"clients"', wrong=_TOO_SMALL), remedy
    kept = keys.retention
    groups = (("transport", kept.transport), ("subject", kept.subject), ("measures", kept.measures))
    for group, days in groups:
        if days is not None and days < 1:
            yield (
                ("retention", group),
                say("{name} {wrong}", name=f'"{group}"', wrong=_TOO_SMALL),
                say("Write a number of days, or null to keep it."),
            )


def _postcode_problems(source: Source, places: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for postcode, names in places.items():
        place = source.at_key(("residence", "places", postcode))
        if not spelling.POSTCODE.fullmatch(postcode):
            yield source.problem(place, say("no Belgian postcode"), say('Write four digits: "1670".'))
        elif not names:
            yield source.problem(place, say("a postcode without a place"), say("List its places."))
