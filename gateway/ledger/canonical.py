"""Canonical JSON: the subset of RFC 8785 in which every value has exactly one spelling.

ASCII keys in order, integers that a double holds exactly, strings, booleans, null, arrays,
objects. No floats: their canonical spelling is where implementations of RFC 8785 differ.
"""

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn

from gateway.ledger.errors import RecordError
from gateway.said import say

Json = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None

MAX_INTEGER = 2**53 - 1
_MAX_DEPTH = 16


def canonical(value: Json) -> bytes:
    """The one spelling of ``value``, in UTF-8. Raises RecordError for a value outside the subset."""
    plain = _plain(value, _MAX_DEPTH)
    try:
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
        return text.encode()
    except UnicodeEncodeError:
        raise RecordError(say("a string holds half a surrogate pair")) from None


def parse_canonical(data: bytes) -> Json:
    """The value that ``data`` spells. Raises RecordError unless ``data`` is its canonical spelling."""
    try:
        value: Json = json.loads(data.decode(), parse_float=_no_float, parse_constant=_no_float)
    except RecordError:
        raise
    except (ValueError, RecursionError):
        raise RecordError(say("not JSON in UTF-8")) from None
    if canonical(value) != data:
        raise RecordError(say("JSON, but not in its canonical spelling"))
    return value


def _plain(value: Json, depth: int) -> object:
    """``value`` as the built-in types the encoder knows, each part checked against the subset."""
    if depth == 0:
        raise RecordError(say("nested too deeply"))
    match value:
        case None | bool():
            return value
        case str():
            return str(value)
        case int():
            return _integer(value)
        case Mapping():
            return {_key(key): _plain(part, depth - 1) for key, part in value.items()}
        case list() | tuple():
            return [_plain(part, depth - 1) for part in value]
        case _:
            raise RecordError(say("a {kind} has no canonical spelling", kind=type(value).__name__))


def _integer(value: int) -> int:
    if abs(value) > MAX_INTEGER:
        raise RecordError(say("integer beyond 2**53 - 1"))
    return int(value)


def _key(key: object) -> str:
    if not isinstance(key, str) or not key.isascii():
        raise RecordError(say("a key is no ASCII string"))
    return str(key)


def _no_float(_text: str) -> NoReturn:
    raise RecordError(say("a float has no canonical spelling"))
