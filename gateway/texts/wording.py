"""The shape of a language's catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from gateway.decision import Code, FieldName


@dataclass(frozen=True, slots=True)
class Wording:
    """A finding told to the sender: what is wrong, and what to do about it.

    Both may hold ``{field}``, ``{place}``, ``{label}``; ``{lines}`` in the remedy are the form's labels of
    the field. ``short`` is the reason in a few words.
    """

    reason: str
    remedy: str
    short: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All words of one language."""

    findings: Mapping[Code, Wording]
    fields: Mapping[FieldName, str]
    categories: Mapping[str, str]
    places: Mapping[str, str]
    phrases: Mapping[str, str]
