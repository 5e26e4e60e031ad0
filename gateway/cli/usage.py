"""What click says of a command line that it cannot read, as sentences that have other languages."""

import errno
import re
from collections.abc import Callable, Mapping
from typing import Final

import click

from gateway.cli.complaint import failure
from gateway.said import Said, joined, reason_of, say

# What click's types say of a value, which an exception of click holds as text alone.
_VALUES: Final[tuple[tuple[str, Callable[[re.Match[str]], Said]], ...]] = (
    (
        r"(.+) is not one of (.+)\.",
        lambda of: say("{value} is not one of {choices}.", value=of[1], choices=of[2]),
    ),
    (
        r"(.+) is not in the range (.+)\.",
        lambda of: say("{value} is not in the range {range}.", value=of[1], range=of[2]),
    ),
    (r"(.+) is not a valid integer\.", lambda of: say("{value} is not a valid integer.", value=of[1])),
    (r"File (.+) is a directory\.", lambda of: say("File {file} is a directory.", file=of[1])),
    (r"Directory (.+) is a file\.", lambda of: say("Directory {file} is a file.", file=of[1])),
    (r"Directory (.+) does not exist\.", lambda of: say("Directory {file} does not exist.", file=of[1])),
    (r"Directory (.+) is not readable\.", lambda of: say("Directory {file} is not readable.", file=of[1])),
    (r"File (.+) is not readable\.", lambda of: say("File {file} is not readable.", file=of[1])),
    (r"Path (.+) is not readable\.", lambda of: say("Path {file} is not readable.", file=of[1])),
    (
        r"(.+): (No such file or directory)",
        lambda of: say("{file}: {reason}", file=of[1], reason=reason_of(OSError(errno.ENOENT, of[2]))),
    ),
    (
        r"(.+): (Permission denied)",
        lambda of: say("{file}: {reason}", file=of[1], reason=reason_of(OSError(errno.EACCES, of[2]))),
    ),
    (
        r"(.+): (Is a directory)",
        lambda of: say("{file}: {reason}", file=of[1], reason=reason_of(OSError(errno.EISDIR, of[2]))),
    ),
)


# What click writes in the place of what is to be typed there.
_PLACES: Final[Mapping[str, Said]] = {
    "[OPTIONS]": say("[OPTIONS]"),
    "COMMAND": say("COMMAND"),
    "[ARGS]...": say("[ARGS]..."),
}


def failed(error: click.UsageError) -> click.exceptions.Exit:
    """Says ``error`` on standard error as click would, and yields what ends the command."""
    said = say("Error: {what}", what=what_of(error))
    if error.ctx is None:
        return failure(said, error.exit_code)
    whole = say("{usage}\n{hint}\n\n{error}", usage=_usage(error.ctx), hint=_hint(error.ctx), error=said)
    return failure(whole, error.exit_code)


def aborted() -> click.exceptions.Exit:
    """Says that a question was not answered, and yields what ends the command."""
    return failure(say("Aborted!"), 1)


def what_of(error: click.UsageError) -> str:
    """What click tells of ``error``, said where that is known; in English it is the same to the letter."""
    plain = error.format_message()
    said = _said(error)
    return said if said == plain else plain


def _said(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            said = say("No such option {name}.", name=repr(error.option_name))
            return _with_likely(said, error.possibilities or [])
        case click.exceptions.NoSuchCommand():
            said = say("No such command {name}.", name=repr(error.command_name))
            return _with_likely(said, error.possibilities or [])
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            return _bad(error)
        case click.BadOptionUsage():
            return _misused(error)
        case _:
            return _other(error.message)


def _with_likely(said: Said, possibilities: list[str]) -> Said:
    names = ", ".join(map(repr, sorted(possibilities)))
    match len(possibilities):
        case 0:
            return said
        case 1:
            return say("{said} Did you mean {name}?", said=said, name=names)
        case _:
            return say("{said} (Did you mean one of: {names}?)", said=said, names=names)


def _missing(error: click.MissingParameter) -> Said:
    name, param = _name(error), error.param
    is_argument = isinstance(param, click.Argument)
    option = say("Missing option {name}.", name=name)
    said = say("Missing argument {name}.", name=name) if is_argument else option
    if param is None or not isinstance(param.type, click.Choice):
        return said
    return say("{said} Choose from:\n\t{choices}", said=said, choices=",\n\t".join(param.type.choices))


def _bad(error: click.BadParameter) -> Said:
    name, why = _name(error), _value(error.message)
    return say("Invalid value for {name}: {why}", name=name, why=why)


def _name(error: click.BadParameter) -> str:
    """The option or argument that ``error`` is about, as click spells it."""
    if isinstance(error.param_hint, str):
        return error.param_hint
    return error.param.get_error_hint(error.ctx) if error.param is not None else ""


def _value(text: str) -> str:
    if isinstance(text, Said):
        return text
    found = ((re.fullmatch(pattern, text, re.DOTALL), told) for pattern, told in _VALUES)
    return next((told(match) for match, told in found if match), text)


def _misused(error: click.BadOptionUsage) -> str:
    name = repr(error.option_name)
    without = say("Option {name} requires an argument.", name=name)
    return without if without == error.message else say("Option {name} does not take a value.", name=name)


def _other(text: str) -> str:
    if isinstance(text, Said):
        return text
    if text == "Missing command.":
        return say("Missing command.")
    if one := re.fullmatch(r"Got unexpected extra argument \((.*)\)", text, re.DOTALL):
        return say("Got unexpected extra argument ({arguments})", arguments=one[1])
    if several := re.fullmatch(r"Got unexpected extra arguments \((.*)\)", text, re.DOTALL):
        return say("Got unexpected extra arguments ({arguments})", arguments=several[1])
    return text


def _usage(context: click.Context) -> str:
    usage = context.get_usage()
    words = usage.removeprefix("Usage: ").split(" ")
    said = say("Usage: {usage}", usage=joined(" ", (_PLACES.get(word, word) for word in words)))
    return said if said == usage else usage


def _hint(context: click.Context) -> str:
    option = max(context.command.get_help_option_names(context), key=len)
    return say("Try '{command} {option}' for help.", command=context.command_path, option=option)
