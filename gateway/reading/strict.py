"""JSON that is taken at no word: each function lets one shape through and refuses every other.

Types are compared exactly, since Python would let True pass for 1. Every function raises
MalformedAnswer on what it does not let through.
"""

import builtins
import json
import re
import unicodedata

from gateway.decision import Code
from gateway.letter.bounds import TooComplex
from gateway.letter.characters import DeceptiveText, clean_line

MAX_ANSWER_BYTES = 2 * 1024 * 1024
# Unicode TR 15 section 13, Stream-Safe Text: normalising a longer run of marks costs its square.
MAX_MARKS = 30
_PIECE = (
    r"(?:body(?: html| text)?|header|footer"
    r"|(?:part|attachment|message|page|sheet|card|table|row|line) [0-9]{1,6})"
)
_PLACE = re.compile(rf"{_PIECE}(?:, {_PIECE}){{0,5}}")
_CODES = frozenset(code for code in Code if code.value.startswith("message."))


class MalformedAnswer(ValueError):
    """The bytes are no answer. The message names the rule, never the bytes."""


def parse(data: bytes) -> object:
    """The JSON value in ``data``, at most MAX_ANSWER_BYTES of UTF-8."""
    if len(data) > MAX_ANSWER_BYTES:
        raise MalformedAnswer("the answer is too long")
    try:
        return json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise MalformedAnswer("the answer is no JSON in UTF-8") from None


def only(value: object) -> tuple[str, object]:
    """Key and value of an object that has one key."""
    if type(value) is not dict or len(value) != 1:
        raise MalformedAnswer("no object with one key")
    return next(iter(value.items()))


def fields(value: object, *names: str) -> tuple[object, ...]:
    """The values of an object with exactly the keys ``names``, in that order."""
    if type(value) is not dict or value.keys() != set(names):
        raise MalformedAnswer("no object with exactly the keys of its kind")
    return tuple(value[name] for name in names)


def array(value: object, *, most: int | None = None) -> list[object]:
    """The items of an array, at most ``most``."""
    if type(value) is not list:
        raise MalformedAnswer("no array where one belongs")
    if most is not None and len(value) > most:
        raise MalformedAnswer("an array longer than it may be")
    return value


def filled(value: object) -> list[object]:
    """The items of an array that has some."""
    if not (items := array(value)):
        raise MalformedAnswer("an empty array where one item belongs")
    return items


def flag(value: object) -> bool:
    """True or false."""
    if type(value) is not bool:
        raise MalformedAnswer("no true or false where one belongs")
    return value


def string(value: object) -> str:
    """Any string."""
    if type(value) is not str:
        raise MalformedAnswer("no string where one belongs")
    return value


def text_of(value: object) -> str:
    """Text as ``mail.document`` promises it: not empty, and clean."""
    text = string(value)
    try:
        require_stream_safe(text)
        if text and clean_line(text) == text:
            return text
    except (DeceptiveText, TooComplex):
        pass
    raise MalformedAnswer("a text that no reader yields")


def place_of(value: object) -> str:
    """A place in a message, of closed words and numbers."""
    if not _PLACE.fullmatch(string(value)):
        raise MalformedAnswer("no place in a message")
    return string(value)


def code_of(value: object) -> Code:
    """Why a message is unreadable."""
    if string(value) not in _CODES:
        raise MalformedAnswer("no reason why a message is unreadable")
    return Code(string(value))


def error_of(value: object) -> str:
    """The name of a built-in exception class."""
    kind = getattr(builtins, string(value), None)
    if not isinstance(kind, type) or not issubclass(kind, Exception):
        raise MalformedAnswer("no built-in exception")
    return string(value)


def require_stream_safe(text: str) -> None:
    """Raises TooComplex when more than MAX_MARKS combining characters follow one another in ``text``."""
    if text.isascii():
        return
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > MAX_MARKS:
            raise TooComplex("too many combining characters on one letter")
