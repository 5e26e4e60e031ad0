"""Whether plain data has the shape its types ask for, told in a reader's words at its place.

pydantic judges in strict JSON mode: nothing is converted but dates, enumerations and lists.
"""

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from gateway.policy.source import Problem, Source
from gateway.policy.tree import KeyPath, quoted
from gateway.said import Said, either, say

T = TypeVar("T")
Schema = Mapping[str, Any]

MAX_PROBLEMS = 100
_NO_KEYS: Mapping[str, Said] = {}
_MUST_BE = {
    "left_out": (say("has no value"), say("Write one behind the colon, or leave the key out.")),
    "string_type": (say("must be text"), say("Put it in quotes.")),
    "int_type": (say("must be a whole number"), say("Write digits alone, without quotes.")),
    "int_from_float": (say("must be a whole number"), say("Leave the fraction out.")),
    "bool_type": (say("must be true or false"), say("Write true or false, without quotes.")),
    "tuple_type": (say("must be a list"), say("Write it between [ and ].")),
    **dict.fromkeys(
        ("dict_type", "model_type", "dataclass_type"),
        (say("must be a block of keys"), say("Write key: value lines under it.")),
    ),
    **dict.fromkeys(
        ("date_type", "date_from_datetime_parsing"),
        (say("must be a date"), say("Write it as YYYY-MM-DD, the year first.")),
    ),
    "date_parsing": (say("is no day of the calendar"), say("Write a day that exists, as YYYY-MM-DD.")),
}
_NOT_VALID = (say("is not valid"), say("Compare it with the example in the documentation."))
_LEFT_OUT = ("string_type", "int_type", "bool_type", "tuple_type", "date_type")
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")
_OF_THE_WHOLE = ("too_short", "enum")
_MISSING_KEY = ("missing", "missing_argument")


def fault(wrong: Said, remedy: Said) -> PydanticCustomError:
    """What a validator raises to speak for itself: what is wrong and, as a sentence, what to do."""
    return PydanticCustomError("gateway_fault", "{wrong}", {"wrong": wrong, "remedy": remedy})


def shaped(
    source: Source, adapter: TypeAdapter[T], context: object = None, elsewhere: Mapping[str, Said] = _NO_KEYS
) -> T | tuple[Problem, ...]:
    """``source``'s data as ``adapter``'s type, or every place where it does not fit.

    ``elsewhere``: the keys of another kind of file, and the sentence that says so.
    """
    try:
        return adapter.validate_json(json.dumps(source.data), strict=True, context=context)
    except ValidationError as error:
        schema = adapter.json_schema()
        details = _without_echoes(source, error.errors(include_url=False))
        return tuple(_problem(source, schema, detail, elsewhere) for detail in details[:MAX_PROBLEMS])


def settled(told: tuple[Problem, ...], more: tuple[Problem, ...] = ()) -> tuple[Problem, ...]:
    """Both in the order of the file. Of a place that ``told`` speaks of, ``more`` has nothing to add."""
    places = {problem.place for problem in told}
    rest = (problem for problem in more if problem.place not in places)
    return tuple(sorted((*told, *rest), key=lambda problem: problem.place))


def _without_echoes(source: Source, details: list[ErrorDetails]) -> list[ErrorDetails]:
    """What pydantic says twice: of each branch of a union, and of a list whose only item failed."""
    paths = [_in_data(source, detail["loc"]) for detail in details]
    inside = {path[:depth] for path in paths for depth in range(len(path))}
    kept: list[ErrorDetails] = []
    told: set[KeyPath] = set()
    for detail, path in zip(details, paths, strict=True):
        echo = path in told or (detail["type"] in _OF_THE_WHOLE and path in inside)
        if detail["type"] in _MISSING_KEY or not echo:
            kept.append(detail)
        if detail["type"] not in _MISSING_KEY:
            told.add(path)
    return kept


def _problem(source: Source, schema: Schema, detail: ErrorDetails, elsewhere: Mapping[str, Said]) -> Problem:
    kind, ctx = detail["type"], detail.get("ctx", {})
    path = _in_data(source, detail["loc"])
    if kind in _UNKNOWN_KEY:
        return _unknown_key(source, schema, path, elsewhere)
    if kind in _MISSING_KEY:
        return _missing_key(source, schema, path, str(detail["loc"][-1]))
    wrong, remedy = _judgement(kind, ctx, detail["input"])
    if not path and kind in ("model_type", "dataclass_type"):
        remedy = say("Write lines as key: value, with no dash in front.")
    name = quoted(str(path[-1])) if path and isinstance(path[-1], str) else say("this")
    return source.problem(source.at(path), say("{name} {wrong}", name=name, wrong=wrong), remedy)


def _in_data(source: Source, loc: tuple[int | str, ...]) -> KeyPath:
    """``loc`` without the marks pydantic adds for the branches of a union."""
    path: KeyPath = ()
    for step in loc:
        if (*path, step) in source.values:
            path = (*path, step)
    return path


def _judgement(kind: str, ctx: Mapping[str, Any], value: object) -> tuple[Said, Said]:
    if kind == "gateway_fault":
        return ctx["wrong"], ctx["remedy"]
    if kind in ("enum", "literal_error"):
        return _choice(str(ctx["expected"]), value)
    if kind in ("greater_than_equal", "greater_than"):
        return say("is too small"), say("Write a number from {least}.", least=ctx.get("ge", ctx.get("gt")))
    if kind in ("less_than_equal", "less_than"):
        return say("is too large"), say("Write a number up to {most}.", most=ctx.get("le", ctx.get("lt")))
    if kind == "too_short":
        return say("is empty"), say("List at least one.")
    if value is None and kind in _LEFT_OUT:
        kind = "left_out"
    return _MUST_BE.get(kind, _NOT_VALID)


def _choice(expected: str, value: object) -> tuple[Said, Said]:
    words = expected.replace(" or ", ", ").replace("'", "").split(", ")
    if len(words) == 1:
        return say("must be {word}", word=words[0]), say("Write {word}.", word=words[0])
    remedy = did_you_mean(str(value), words) or say("Write {word}, for instance.", word=words[0])
    return say("must be one of {words}", words=", ".join(words)), remedy


def did_you_mean(word: str, known: list[str]) -> Said | None:
    """A question after the one of ``known`` that is nearest to ``word``; None when none is near."""
    close = get_close_matches(word[:80], known, 1)
    return say('Did you mean "{word}"?', word=close[0]) if close else None


def _deeper(schema: Schema, key: str, path: KeyPath) -> Said | None:
    """Which block at the top level knows ``key``, when it stands beside or in another."""
    blocks = [name for name in _properties(schema, ()) if (name,) != path]
    places = [name for name in blocks if key in _properties(schema, (name,))]
    return say("It belongs below {places}.", places=either(places)) if places else None


def _unknown_key(source: Source, schema: Schema, path: KeyPath, elsewhere: Mapping[str, Said]) -> Problem:
    key = str(path[-1])
    known = list(_properties(schema, path[:-1]))
    unused = [name for name in known if name not in _present(source, path[:-1])]
    remedy = (
        _closed_up(key, known)
        or elsewhere.get(key)
        or _meant(source, schema, path, unused or known)
        or _deeper(schema, key, path[:-1])
    )
    remedy = remedy or _of_the_known(known, unused)
    return source.problem(source.at_key(path), say("unknown key {key}", key=quoted(key)), remedy)


def _meant(source: Source, schema: Schema, path: KeyPath, known: list[str]) -> Said | None:
    """Which of ``known`` the key at ``path`` may be, and below which block where it lacks but its indent."""
    guess, before = did_you_mean(str(path[-1]), known), _outdented(source, schema, path)
    if guess is None or before is None:
        return guess
    return say("{guess} Or indent it, when it belongs below {place}.", guess=guess, place=before)


def _outdented(source: Source, schema: Schema, path: KeyPath) -> str | None:
    """The nearest block before the key at ``path``, beside it, that knows such a key."""
    place = source.at_key(path)
    beside = [one for one in source.keys if one[:-1] == path[:-1] and source.at_key(one) < place]
    nearest = sorted(beside, key=source.at_key, reverse=True)
    return next((str(one[-1]) for one in nearest if path[-1] in _properties(schema, one)), None)


def _closed_up(key: str, known: list[str]) -> Said | None:
    """What to do about a known key that its value was typed against: between braces both read as one key."""
    name, colon, _ = key.partition(":")
    if not colon or name not in known:
        return None
    return say("Write it as key: value, with a space behind the colon.")


def _of_the_known(known: list[str], unused: list[str]) -> Said:
    if not unused:
        return say("Remove it; all keys known here are used: {keys}.", keys=", ".join(known))
    return say("Remove it; known here and not yet used: {keys}.", keys=", ".join(unused))


def _missing_key(source: Source, schema: Schema, path: KeyPath, key: str) -> Problem:
    examples = _properties(schema, path).get(key, {}).get("examples")
    example = json.dumps(examples[0], ensure_ascii=False) if examples else "…"
    wrong = say("key {key} is missing", key=quoted(key))
    return source.problem(source.at_key(path), wrong, say("Add {key}: {example}", key=key, example=example))


def _present(source: Source, path: KeyPath) -> frozenset[str | int]:
    return frozenset(key[-1] for key in source.keys if key[:-1] == path)


def _properties(schema: Schema, path: KeyPath) -> dict[str, Any]:
    """The keys that the schema knows at ``path``, with their schemas."""
    nodes = list(_resolved(schema, schema))
    for step in path:
        nodes = [below for node in nodes for below in _below(schema, node, step)]
    return {name: part for node in nodes for name, part in node.get("properties", {}).items()}


def _below(schema: Schema, node: Schema, step: str | int) -> Iterator[Schema]:
    part = node.get("items") if isinstance(step, int) else node.get("properties", {}).get(step)
    if isinstance(part, Mapping):
        yield from _resolved(schema, part)


def _resolved(schema: Schema, node: Schema) -> Iterator[Schema]:
    """``node`` with its reference followed and its alternatives laid out."""
    reference = node.get("$ref")
    if isinstance(reference, str):
        node = schema["$defs"][reference.removeprefix("#/$defs/")]
    if "anyOf" in node:
        for branch in node["anyOf"]:
            yield from _resolved(schema, branch)
    else:
        yield node
