"""From YAML text to plain data with the place of every key and value."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from gateway.policy.events import FatalFlaw, Flaw, Place, events_of, place_of
from gateway.said import say

_EMPTY = Flaw(Place(1, 1), say("the file is empty"), say("Start from the example in the documentation."))
MAX_DEPTH = 16
_MAX_SHOWN = 40
_CURLY = tuple("\u201c\u201d\u201e\u2018\u2019\u201a")
Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

# YAML 1.2 core schema (section 10.3.2), decimal numbers only; whatever else is plain is text.
_CONSTANTS: Mapping[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Tree:
    """Plain data, and where its values and keys stand. With a flaw, ``data`` may lack parts."""

    data: Value
    values: Mapping[KeyPath, Place]
    keys: Mapping[KeyPath, Place]
    flaws: tuple[Flaw, ...]


@dataclass(slots=True)
class _Growing:
    """The tables of a tree while it is built; owned by one call of ``grow``."""

    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    flaws: list[Flaw] = field(default_factory=list)


def grow(text: str) -> Tree:
    """The one document in ``text``; never raises."""
    growing = _Growing()
    try:
        data = _document(events_of(text), growing)
    except FatalFlaw as stop:
        return Tree(None, {}, {}, (stop.flaw,))
    return Tree(data, growing.values, growing.keys, tuple(growing.flaws))


def _document(events: Iterator[Event], growing: _Growing) -> Value:
    data: Value = None
    seen = False
    for event in events:
        if isinstance(event, DocumentStartEvent):
            _require_plain_start(event, seen)
        elif isinstance(event, AliasEvent | ScalarEvent | SequenceStartEvent | MappingStartEvent):
            data, seen = _node(event, events, (), growing), True
    if not seen:
        raise FatalFlaw(_EMPTY)
    return data


def _require_plain_start(event: DocumentStartEvent, seen: bool) -> None:
    place = place_of(event.start_mark)
    if seen:
        remedy = say("Remove the --- line and what follows.")
        raise FatalFlaw(Flaw(place, say("a second document in one file"), remedy))
    if event.version or event.tags:
        raise FatalFlaw(Flaw(place, say("a YAML directive"), say("Remove the lines that begin with %.")))


def _node(event: Event, events: Iterator[Event], path: KeyPath, growing: _Growing) -> Value:
    place = _place_of(event, path, growing)
    if len(path) > MAX_DEPTH:
        wrong = say("nested over {levels} levels", levels=MAX_DEPTH)
        raise FatalFlaw(Flaw(place, wrong, say("Flatten it.")))
    growing.values[path] = place
    growing.flaws.extend(_indirect(event, place))
    match event:
        case MappingStartEvent():
            return _mapping(events, path, growing)
        case SequenceStartEvent():
            return _sequence(events, path, growing)
        case ScalarEvent():
            return _scalar(event, place, growing)
        case _:
            return None


def _indirect(event: Event, place: Place) -> Iterator[Flaw]:
    """Refusals of what makes a file mean something other than it shows."""
    if isinstance(event, AliasEvent):
        remedy = say('Put a value that begins with * in quotes: "*@domain".')
        yield Flaw(place, say("an alias (*)"), remedy)
    elif getattr(event, "anchor", None) is not None:
        yield Flaw(place, say("an anchor (&)"), say("Remove it, or put the value in quotes."))
    elif getattr(event, "tag", None) is not None:
        yield Flaw(place, say("a tag (!)"), say("Remove it, or put the value in quotes."))


def _sequence(events: Iterator[Event], path: KeyPath, growing: _Growing) -> list[Value]:
    items: list[Value] = []
    for event in events:
        if isinstance(event, SequenceEndEvent):
            break
        items.append(_node(event, events, (*path, len(items)), growing))
    return items


def _mapping(events: Iterator[Event], path: KeyPath, growing: _Growing) -> dict[str, Value]:
    pairs: dict[str, Value] = {}
    for event in events:
        if isinstance(event, MappingEndEvent):
            break
        place = place_of(event.start_mark)
        key = _key(event, place)
        here = (*path, key)
        growing.flaws.extend(_curly(event, key, place))
        if key not in pairs:
            growing.keys[here] = place
            pairs[key] = _node(next(events), events, here, growing)
            continue
        first = growing.keys[here].line
        wrong = say("key {key} is here twice, first in line {line}", key=quoted(key), line=first)
        growing.flaws.append(Flaw(place, wrong, say("Keep one of the two.")))
        _node(next(events), events, (*here, "again"), growing)
    return pairs


def _key(event: Event, place: Place) -> str:
    if not isinstance(event, ScalarEvent) or event.tag is not None or event.anchor is not None:
        raise FatalFlaw(Flaw(place, say("a key must be a word"), say("Write it as key: value.")))
    if event.value == "<<" and event.style is None:
        raise FatalFlaw(Flaw(place, say("a merge key (<<)"), say("Write the keys out.")))
    return _text(event, place)


def _scalar(event: ScalarEvent, place: Place, growing: _Growing) -> Value:
    try:
        text = _text(event, place)
    except FatalFlaw as stop:
        growing.flaws.append(stop.flaw)
        return None
    growing.flaws.extend(_curly(event, text, place))
    return text if event.style else _plain(text)


def _curly(event: Event, text: str, place: Place) -> Iterator[Flaw]:
    """A refusal of quotation marks as Word writes them, which would become part of the text."""
    if isinstance(event, ScalarEvent) and not event.style and text.startswith(_CURLY):
        yield Flaw(place, say("curly quotation marks do not quote"), say('Type straight ones: ".'))


def _text(event: ScalarEvent, place: Place) -> str:
    value = str(event.value)
    if any((char < " " and char not in "\n\t") or "\ud800" <= char <= "\udfff" for char in value):
        raise FatalFlaw(Flaw(place, say("an escaped control character"), say("Remove the backslash.")))
    return value


def _plain(text: str) -> Value:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text


def quoted(key: str) -> str:
    """A key as messages show it: at most _MAX_SHOWN printable characters between quotes."""
    shown = "".join(char if char.isprintable() else "?" for char in key[:_MAX_SHOWN])
    return f'"{shown}"' if len(key) <= _MAX_SHOWN else f'"{shown}…"'


def _place_of(event: Event, path: KeyPath, growing: _Growing) -> Place:
    """Where the node begins. A value that was left out has no place of its own: its key's."""
    place = place_of(event.start_mark)
    left_out = isinstance(event, ScalarEvent) and not event.value and not event.style
    return growing.keys.get(path, place) if left_out else place
