"""Reads one policy file into the frozen model, or tells every mistake in it at once."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from gateway.policy.document import KEYS, PolicyKeys, policy_of
from gateway.policy.events import Flaw
from gateway.policy.model import AcceptedLabel, Labels, Original, Policy, Senders
from gateway.policy.rules import agreement_problems, value_problems
from gateway.policy.shape import settled, shaped
from gateway.policy.source import (
    MAX_BYTES,
    START,
    Problem,
    Source,
    decode,
    lines,
    read,
    read_bytes,
    read_content,
    too_large,
)
from gateway.policy.spelling import PLACEHOLDER
from gateway.said import say

_MAX_STREET = 100


class PolicyError(Exception):
    """Policies that cannot be used. ``problems`` is in the order of the files; str() has one a line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(lines(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Loaded:
    """A policy as its file has it. ``unready`` are the places that still await a real value.

    A label whose GUIDs are not filled in is left out of ``policy``, so no message can match it.
    """

    policy: Policy
    source: Source
    unready: tuple[Problem, ...]


def load_policy(file: Path) -> Policy:
    """The policy in ``file``. Raises PolicyError."""
    return load(file).policy


def load(file: Path) -> Loaded:
    """The policy in ``file``, with where it stands and what is not filled in. Raises PolicyError."""
    source = read(file)
    keys = _keys(source)
    return _loaded(source, keys, _streets(source, keys))


def load_original(original: Original) -> Policy:
    """The policy that was read from ``original``. Raises PolicyError when this version reads it no longer."""
    source = read_content(Path("policy.yaml"), original.text.encode())
    if max(len(source.content), len(original.streets.encode())) > MAX_BYTES:
        remedy = say("No policy of this size was ever read.")
        raise PolicyError((source.problem(START, too_large(), remedy),))
    keys = _keys(source)
    named = keys.residence is not None and keys.residence.streets is not None
    streets = _streets_in(source, Path("streets"), original.streets.encode()) if named else _NO_STREETS
    return _loaded(source, keys, streets).policy


def _loaded(source: Source, keys: PolicyKeys, streets: "_Streets") -> Loaded:
    digest = f"sha256:{sha256(source.content + streets.content).hexdigest()}"
    # Both were decoded before: a byte order mark stays, so that the digest can be made again.
    original = Original(source.content.decode(), streets.content.decode())
    policy = replace(policy_of(_normal(keys), digest, streets.names), original=original)
    return Loaded(policy, source, _unready(source, keys))


def _keys(source: Source) -> PolicyKeys:
    if source.data is None and source.problems:
        raise PolicyError(source.problems)
    problems = settled(source.problems, tuple(value_problems(source)))
    keys = shaped(source, KEYS)
    if isinstance(keys, tuple):
        raise PolicyError(settled(problems, keys))
    if problems := settled(problems, tuple(agreement_problems(source, keys))):
        raise PolicyError(problems)
    return keys


def _normal(keys: PolicyKeys) -> PolicyKeys:
    """Spellings that mean one thing made one: GUIDs and fingerprints in lower case, without colons."""
    accept = tuple(
        AcceptedLabel(label.tenant.lower(), label.id.lower(), label.name)
        for label in keys.label.accept
        if PLACEHOLDER not in (label.tenant, label.id)
    )
    return keys.model_copy(update={"label": Labels(accept), "senders": _normal_senders(keys.senders)})


def _normal_senders(senders: Senders) -> Senders:
    names = tuple(name.replace(":", "").lower() for name in senders.certificates)
    keys = tuple(key.replace(" ", "").lower() for key in senders.pgp_keys)
    return replace(senders, certificates=names, pgp_keys=keys)


def _unready(source: Source, keys: PolicyKeys) -> tuple[Problem, ...]:
    remedy = say("Read both GUIDs off a labelled mail from the sender: `gateway explain SAMPLE.eml`.")
    no_tenant, no_id = say("the label's tenant is not filled in"), say("the label's id is not filled in")
    return tuple(
        source.problem(source.at(("label", "accept", index, name)), wrong, remedy)
        for index, label in enumerate(keys.label.accept)
        for name, value, wrong in (("tenant", label.tenant, no_tenant), ("id", label.id, no_id))
        if value == PLACEHOLDER
    )


@dataclass(frozen=True, slots=True)
class _Streets:
    content: bytes
    names: tuple[str, ...] | None


_NO_STREETS = _Streets(b"", None)


def _streets(source: Source, keys: PolicyKeys) -> _Streets:
    if keys.residence is None or keys.residence.streets is None:
        return _NO_STREETS
    file = source.file.parent / keys.residence.streets
    content = read_bytes(file)
    if isinstance(content, Flaw):
        place, wrong = (
            source.at(("residence", "streets")),
            say("the street list {file}: {wrong}", file=file, wrong=content.wrong),
        )
        raise PolicyError((source.problem(place, wrong, content.remedy),))
    return _streets_in(source, file, content)


def _streets_in(source: Source, file: Path, content: bytes) -> _Streets:
    text = decode(content)
    if isinstance(text, Flaw):
        raise PolicyError((Problem(str(file), text.place, text.wrong, text.remedy),))
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not names or max(map(len, names)) > _MAX_STREET:
        place = source.at(("residence", "streets"))
        wrong = say("the street list is empty or holds a line that is no street")
        remedy = say("One street a line, up to {most} characters.", most=_MAX_STREET)
        raise PolicyError((source.problem(place, wrong, remedy),))
    return _Streets(content, names)
