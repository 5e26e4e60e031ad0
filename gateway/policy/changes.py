"""What is different from one policy to another, in plain English. Pure; a sentence for every key."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from gateway.policy.model import (
    AcceptedLabel,
    Policy,
    Residence,
)

Path = tuple[str, ...]

_UNLISTED = "<as unlisted senders are>"

# A value that becomes another. {old} and {new} are shown; each key of the model stands here or in _LISTS.
_SINGLE: dict[str, str] = {
    "ref.protocol": "The protocol is called {new}, no longer {old}.",
    "ref.language": "Senders are answered in {new}, no longer in {old}.",
    "valid.from_": "The protocol is in force from {new}, no longer from {old}.",
    "valid.until": "The protocol's last day is {new}, no longer {old}.",
    "suspended": "The suspension is now {new}; it was {old}. While there is one all its mail is refused.",
    "unlisted_senders": "Mail from a sender who is not listed: {new}, no longer {old}.",
    "senders.authentication": "A sender is proven by {new}, no longer by {old}.",
    "senders.null_sender": "Mail without an envelope sender: {new}, no longer {old}.",
    "encryption.transport": "The connection must be at least {new}, no longer {old}.",
    "encryption.content": "Sealed content is {new}, no longer {old}.",
    "encryption.rights_managed": "Mail that only Microsoft can open: {new}, no longer {old}.",
    "fields.prose": "Running text: {new}, no longer {old}.",
    "fields.clients": "One mail may hold {new} clients, no longer {old}.",
    "residence.otherwise": "A client who lives elsewhere: {new}, no longer {old}.",
    "superfluous": "What the policy does not name: {new}, no longer {old}.",
    "notify_sender": "The sender is notified: {new}, no longer {old}.",
    "delivery.seal": "What is delivered is sealed with {new}, no longer with {old}.",
    "retention.transport": "The transport group is kept {new} days, no longer {old}.",
    "retention.subject": "The subject group is kept {new} days, no longer {old}.",
    "retention.measures": "The measures group is kept {new} days, no longer {old}.",
    "parties.purpose": 'The purpose is "{new}", no longer "{old}".',
    "parties.legal_ground": 'The legal ground is "{new}", no longer "{old}".',
    **{
        f"parties.{role}.{key}": f"The {role}'s {word} is {{new}}, no longer {{old}}."
        for role in ("sender", "receiver")
        for key, word in (
            ("name", "name"),
            ("register_number", "register number"),
            ("address", "address"),
            ("dpo", "data-protection officer"),
        )
    },
}
# What comes into a list, what goes out of it.
_LISTS: dict[str, tuple[str, str]] = {
    "recipients": ("Mail to {} is now governed.", "Mail to {} is no longer governed."),
    "senders.allow": (
        "From now on mail from {} is let in to be judged.",
        f"From now on mail from {{}} is {_UNLISTED}, unless another entry lets it in.",
    ),
    "senders.certificates": (
        "The client certificate {} now proves a sender.",
        "The client certificate {} no longer proves a sender.",
    ),
    "senders.pgp_keys": (
        "Signatures of the PGP key {} now count.",
        "Signatures of the PGP key {} no longer count.",
    ),
    "label.accept": ("{} is now accepted.", "{} is no longer accepted."),
    "encryption.per_sender": (
        "A rule of its own for sealed content: {}.",
        "No rule of its own for sealed content any more: {}.",
    ),
    "encryption.accept": (
        "Content sealed with {} is now opened.",
        "Content sealed with {} is no longer opened.",
    ),
    "fields.allow": ("The field {} may now cross.", "The field {} may no longer cross."),
    "fields.require": ("A referral must now have {}.", "A referral need no longer have {}."),
    "residence.places": ("Clients who live in {} are now let in.", "Clients who live in {} are now refused."),
    "residence.streets": ("The street {} is now in the list.", "The street {} is no longer in the list."),
    **{
        f"parties.{role}.processors": (
            f"{{}} is now a processor of the {role}.",
            f"{{}} is no longer a processor of the {role}.",
        )
        for role in ("sender", "receiver")
    },
}
# The digest stands for the whole file: it changes with every comment, and that is no change of the rules.
_SILENT = frozenset({"ref.digest", "original.text", "original.streets"})
SPOKEN_OF = frozenset(_SINGLE) | frozenset(_LISTS) | _SILENT


def changes(old: Policy, new: Policy) -> tuple[str, ...]:
    """What people notice when ``new`` takes the place of ``old``, a sentence each; empty: nothing."""
    becomes = {"reject": "refused", "relay": "relayed as it came, unjudged"}[new.unlisted_senders]
    return tuple(said.replace(_UNLISTED, becomes) for said in _changes((), old, new))


def _changes(path: Path, old: object, new: object) -> Iterator[str]:
    if old == new:
        return
    name = ".".join(path)
    if name in _SILENT:
        return
    if name in _LISTS:
        yield from _list_changes(name, old, new)
    elif name in _SINGLE:
        yield _SINGLE[name].format(old=_said(old), new=_said(new))
    elif old is None or new is None:
        yield from _part_changes(name, old, new)
    else:
        yield from _key_changes(path, old, new)


def _key_changes(path: Path, old: object, new: object) -> Iterator[str]:
    if not is_dataclass(new):
        raise AssertionError(f"no sentence for {'.'.join(path)}")
    for key in fields(new):
        yield from _changes((*path, key.name), getattr(old, key.name), getattr(new, key.name))


def _part_changes(name: str, old: object, new: object) -> Iterator[str]:
    """On a part that was not there before, or is no longer."""
    if isinstance(new, Residence):
        yield "From now on a client must live in one of the places below."
        yield from _list_changes("residence.places", {}, new.places)
        yield from _list_changes("residence.streets", None, new.streets)
    elif isinstance(old, Residence):
        yield "From now on it does not matter where a client lives."
    else:
        yield f"The {name} are {'no longer stated' if new is None else 'stated from now on'}."


def _list_changes(name: str, old: object, new: object) -> Iterator[str]:
    if name == "residence.streets" and None in (old, new):
        yield (
            "Any street will do, no longer those of a list."
            if new is None
            else "Only listed streets will do."
        )
        return
    came, went = _LISTS[name]
    before, after = _entries(old), _entries(new)
    yield from (went.format(_said(entry)) for entry in before if entry not in after)
    yield from (came.format(_said(entry)) for entry in after if entry not in before)


def _entries(value: object) -> list[object]:
    """The entries of a tuple; of a mapping a pair each, and of a mapping to tuples one for each of these."""
    match value:
        case dict():
            return [(key, one) for key, many in value.items() for one in _many(many)]
        case tuple():
            return list(value)
        case _:
            return []


def _many(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else (value,)


def _said(value: object) -> str:
    match value:
        case None:
            return "none"
        case AcceptedLabel(tenant, guid, name):
            return f"The label {name or guid} of tenant {tenant} (id {guid})"
        case tuple():
            return (
                " or ".join(map(_said, value)) if all(map(_is_field, value)) else " ".join(map(_said, value))
            )
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            return ", ".join(str(part) for key in fields(value) if (part := getattr(value, key.name)))
        case _:
            return str(value) or "empty"


def _is_field(value: object) -> bool:
    return hasattr(value, "value")
