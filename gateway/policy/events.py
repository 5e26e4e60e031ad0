"""YAML text as parsing events, or the flaw that stops it in the words of who typed it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import Event

# What the parser says, and what that means to the person who typed it: first match counts.
_SYNTAX = (
    ("\\t", "a tab where only spaces may stand", "Indent with spaces."),
    ("scanning an alias", "a plain value may not begin with *", 'Put it in quotes: "*@domain".'),
    ("cannot start any token", "a plain value may not begin with this character", "Put the value in quotes."),
    (
        "mapping values are not allowed",
        "a colon where none can stand",
        "Quote the value, or fix the indentation.",
    ),
    ("block end", "the indentation does not fit", "Align this line with its neighbours."),
    ("expected ':'", "a key without a colon", "Write it as key: value, with a space behind the colon."),
    ("unexpected end of stream", "a quotation mark is not closed", "Close it."),
    (
        "flow",
        "a bracket or a quotation mark in it is not closed",
        'Separate with single commas, close with ] or }, and give every " its fellow.',
    ),
    ("escape", "a backslash in double quotes", "Use single quotes."),
)
_OTHERWISE = ("this is no YAML", "Compare the line with the example in the documentation.")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong at a place, and what to do about it (a sentence)."""

    place: Place
    wrong: str
    remedy: str


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
        raise FatalFlaw(_syntax(place, f"{error.context or ''} {error.problem or ''}")) from None
    # The scanner lets its own slips through as these: a code point that does not exist, a cut directive.
    except (YAMLError, ValueError, LookupError, AttributeError, OverflowError):
        raise FatalFlaw(Flaw(last, *_OTHERWISE)) from None


def _place_of(error: MarkedYAMLError) -> Place | None:
    """Where what was never closed begins, and what has no colon; otherwise where the parser stopped."""
    said = f"{error.context or ''} {error.problem or ''}"
    begun = any(part in said for part in ("expected ':'", "unexpected end of stream", "while parsing a flow"))
    mark = (error.context_mark if begun else None) or error.problem_mark
    return place_of(mark) if mark else None


def _syntax(place: Place, said: str) -> Flaw:
    for part, wrong, remedy in _SYNTAX:
        if part in said:
            return Flaw(place, wrong, remedy)
    return Flaw(place, *_OTHERWISE)


def place_of(mark: object) -> Place:
    """The place of one of the parser's marks, which count from 0."""
    return Place(int(getattr(mark, "line", 0)) + 1, int(getattr(mark, "column", 0)) + 1)
