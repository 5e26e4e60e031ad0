"""A version of a policy: what changed since the one before, in the visitor's words."""

from dataclasses import dataclass
from functools import lru_cache

from gateway.ledger.history import InForce, Kept
from gateway.policy.changes import changes
from gateway.policy.load import PolicyError, load_original
from gateway.policy.model import Original, Policy

#: As many as a page shows: each may be as long as a policy's file and its street list.
MOST = 50


@dataclass(frozen=True, slots=True)
class Version:
    """``one`` and its ``changes``; when there are none ``why`` is the key of the words that say so.

    ``latest``: no later one in the list has the same digest, so that text and anchor stand here.
    """

    one: InForce
    changes: tuple[str, ...]
    why: str
    latest: bool = True


def versions(history: tuple[InForce, ...], language: str) -> tuple[Version, ...]:
    """The latest MOST of ``history``, latest first as they are in it."""
    seen, found = set[str](), list[Version]()
    for one in history[:MOST]:
        told, why = _changed(one, language)
        found.append(Version(one, told, why, one.digest not in seen))
        seen.add(one.digest)
    return tuple(found)


def version(one: InForce, language: str) -> Version:
    """One version alone."""
    return Version(one, *_changed(one, language))


def waiting(policy: Policy, history: tuple[InForce, ...], language: str) -> Version | None:
    """What ``policy``, as its file is now, changes in the version in force; None when it is in force.

    Its ``one`` is that version. None too when none of its protocol was recorded yet.
    """
    found = next((one for one in history if one.protocol == policy.ref.protocol), None)
    if found is None or found.digest == policy.ref.digest:
        return None
    old = found.kept and _policy(found.kept)
    return Version(found, *_told(old, policy, language)) if old else Version(found, (), "version_untold")


def _changed(one: InForce, language: str) -> tuple[tuple[str, ...], str]:
    if one.before is None:
        return (), "version_first"
    if one.kept is None or one.kept_before is None:
        return (), "version_untold"
    old, new = _policy(one.kept_before), _policy(one.kept)
    if old is None or new is None:
        return (), "version_unread"
    return _told(old, new, language)


def _told(old: Policy, new: Policy, language: str) -> tuple[tuple[str, ...], str]:
    told = changes(old, new, language)
    return told, "" if told else "version_same"


@lru_cache(maxsize=MOST)
def _policy(kept: Kept) -> Policy | None:
    """What ``kept`` was read as; None when this version of the gateway reads it no longer."""
    try:
        return load_original(Original(kept.text, kept.streets))
    except PolicyError:
        return None
