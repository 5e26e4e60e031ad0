"""YAML text as parsing events, or the flaw that stops it in the words of who typed it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import Event

from gateway.said import Said, say

_NO_SPACE = (say("a key without a colon"), say("Write it as key: value, with a space behind the colon."))
# What the parser says, and what that means to the person who typed it: first match counts.
_SYNTAX = (
    ("\\t", say("a tab where only spaces may stand"), say("Indent with spaces.")),
    ("scanning an alias", say("a plain value may not begin with *"), say('Put it in quotes: "*@domain".')),
    (
        "cannot start any token",
        say("a plain value may not begin with this character"),
        say("Put the value in quotes."),
    ),
    (
        "mapping values are not allowed",
        say("a colon where none can stand"),
        say("Quote the value, or fix the indentation."),
    ),
    ("block end", say("the indentation does not fit"), say("Align this line with its neighbours.")),
    ("expected ':'", *_NO_SPACE),
    ("unexpected end of stream", say("a quotation mark is not closed"), say("Close it.")),
    (
        "flow",
        say("a bracket or a quotation mark in it is not closed"),
        say('Separate with single commas, close with ] or }}, and give every " its fellow.'),
    ),
    ("escape", say("a backslash in double quotes"), say("Use single quotes.")),
)
# A key and its value with no space between, on a line that then reads as one word; no address of the web.
_CLOSED_UP = re.compile(r"(?P<indent> *(?:- +)*)[A-Za-z_][\w-]*:(?!//)[^\s:](?!.*: )")
_OTHERWISE = (say("this is no YAML"), say("Compare the line with the example in the documentation."))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong at a place, and what to do about it (a sentence)."""

    place: Place
    wrong: Said
    remedy: Said


class FatalFlaw(Exception):
    """Nothing behind ``flaw`` can be read."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.wrong)
        self.flaw = flaw


def events_of(text: str) -> Iterator[Event]:
    """The events of ``text`` in order. Raises FatalFlaw where it is no YAML."""
    last = Place(1, 1)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            last = place_of(event.start_mark)
            yield event
    except MarkedYAMLError as error:
        place = _place_of(error) or last
        said = f"{error.context or ''} {error.problem or ''}"
        raise FatalFlaw(_closed_up(text, place, said) or _syntax(place, said)) from None
    # The scanner lets its own slips through as these: a code point that does not exist, a cut directive.
    except (YAMLError, ValueError, LookupError, AttributeError, OverflowError):
        raise FatalFlaw(Flaw(last, *_OTHERWISE)) from None


def _place_of(error: MarkedYAMLError) -> Place | None:
    """Where what was never closed begins, and what has no colon; otherwise where the parser stopped."""
    said = f"{error.context or ''} {error.problem or ''}"
    begun = any(part in said for part in ("expected ':'", "unexpected end of stream", "while parsing a flow"))
    mark = (error.context_mark if begun else None) or error.problem_mark
    return place_of(mark) if mark else None


def _closed_up(text: str, place: Place, said: str) -> Flaw | None:
    """The key above ``place`` with no space behind its colon, when the parser stopped at a colon.

    Its lines read as one value down to the next key, whose colon is right.
    """
    if "mapping values are not allowed" not in said:
        return None
    found = None
    for number, line in reversed(tuple(enumerate(text.splitlines()[: place.line - 1], 1))):
        match = _CLOSED_UP.match(line)
        if match:
            found = Place(number, match.end("indent") + 1)
        elif line.strip():
            break
    return Flaw(found, *_NO_SPACE) if found else None


def _syntax(place: Place, said: str) -> Flaw:
    for part, wrong, remedy in _SYNTAX:
        if part in said:
            return Flaw(place, wrong, remedy)
    return Flaw(place, *_OTHERWISE)


def place_of(mark: object) -> Place:
    """The place of one of the parser's marks, which count from 0."""
    return Place(int(getattr(mark, "line", 0)) + 1, int(getattr(mark, "column", 0)) + 1)
