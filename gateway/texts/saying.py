"""The shape of a language's sentences on changes."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentences:
    """``single``: by key, of a value that becomes another; {old} and {new} are shown.

    ``came``: by key, of a {new} value where there was none; ``went``: of an {old} one that is no more.
    ``lists``: by key, of an entry that comes into a list and of one that goes out of it; {} is the entry.
    ``phrases``: the rest, by name. ``values``: the words for what a policy lets one choose.
    """

    single: Mapping[str, str]
    came: Mapping[str, str]
    went: Mapping[str, str]
    lists: Mapping[str, tuple[str, str]]
    phrases: Mapping[str, str]
    values: Mapping[str, str]
