"""The shape of a language's catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass

from gateway.decision import Code, FieldName


@dataclass(frozen=True, slots=True)
class Wording:
    """A finding told to the sender: what is wrong, and what to do about it.

    All may hold ``{field}``, ``{place}`` and ``{label}``. The form's labels are ``{lines}`` of the field,
    ``{form}`` all of them, ``{town}`` that of the municipality; ``{residence}`` is a place the policy takes.
    ``short`` is the reason in a few words.
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
