"""What the commands for the data-protection officer share: options, the installation, a way to write."""

import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import click

from gateway import config
from gateway.cli.complaint import failure, warn
from gateway.config import Config
from gateway.ledger.errors import LedgerError
from gateway.ledger.keeping import writing_beside
from gateway.ledger.place import Site
from gateway.ledger.writer import Writer
from gateway.localtime import keep_time_in
from gateway.policy.source import may_exist
from gateway.said import say

# What these say on standard error is one JSON object a line.
_TO_THE_JOURNAL = ("serve",)
_TOLD = f"{__name__}.told"
_NO_LOGIN = 2**32 - 1


def _in_its_zone(context: click.Context, _: click.Parameter, file: Path | None) -> Path | None:
    """Before any other option is read: times without an offset are in the installation's zone."""
    with suppress(config.ConfigError, OSError):
        if zone := config.load(file or config.default_path()).timezone:
            context.call_on_close(keep_time_in(zone))
    return file


config_option = click.option(
    "--config",
    "file",
    type=click.Path(path_type=Path),
    callback=_in_its_zone,
    is_eager=True,
    help=f"The configuration file; else {', then '.join(map(str, config.DEFAULT_PATHS))}.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


def moment(context: click.Context, option: click.Parameter, value: str | None) -> datetime | None:
    """A day or moment (ISO 8601), in local time unless it names an offset; --to takes in its whole day.

    A period that ends before it begins holds nothing, which no answer may be built on: it is refused.
    """
    if value is None:
        return None
    try:
        at = datetime.fromisoformat(value)
        day_ends = option.name == "until" and len(value) <= len("2026-01-31")
        at = (at + timedelta(days=int(day_ends))).astimezone()
    except (ValueError, OverflowError):
        raise click.BadParameter(
            say("give a day like 2026-01-31 or a moment like 2026-01-31T14:30")
        ) from None
    # Whichever of the two is written last finds the other.
    ends = {"since": context.params.get("since"), "until": context.params.get("until"), option.name: at}
    if ends["since"] and ends["until"] and ends["until"] <= ends["since"]:
        raise click.BadParameter(say("--to is before --from; give the earliest day first"))
    return at


since_option = click.option(
    "--from", "since", metavar="DATE", callback=moment, help="Begun at this day or moment or later."
)
until_option = click.option(
    "--to", "until", metavar="DATE", callback=moment, help="Begun on this day or before this moment."
)
reason_option = click.option("--reason", required=True, help="Why; recorded. Name no client in it.")


def usual(file: Path | None) -> Path:
    """``file``, else this machine's configuration; once said when that of the current folder stands in."""
    if file is not None:
        return file
    first, found = config.DEFAULT_PATHS[0], config.default_path()
    context = click.get_current_context()
    if found != first and may_exist(found) and context.info_name not in _TO_THE_JOURNAL:
        if _TOLD not in context.meta:
            warn(say("{usual} is not there, so this reads {file}.", usual=first, file=found.absolute()))
        context.meta[_TOLD] = True
    return found


def installation(file: Path | None) -> Config:
    """The configuration in ``file``, or the usual one; a failure that ends the command."""
    try:
        return config.load(usual(file))
    except config.ConfigError as error:
        raise failure(error) from None


def kept_text(checkpoint: Path) -> str:
    """What is in the file of a checkpoint that was kept; a failure that ends the command."""
    try:
        return checkpoint.read_text("utf-8")
    except UnicodeDecodeError:
        raise failure(
            say("{file} holds no checkpoint: {wrong}", file=checkpoint, wrong=say("not a text"))
        ) from None
    except OSError as error:
        raise failure(error) from None


def site_of(file: Path | None) -> Site:
    """The ledger of the installation in ``file``."""
    return installation(file).ledger_site


@contextmanager
def writing(installed: Config, command: str) -> Iterator[Writer]:
    """The existing ledger, written beside the running gateway under a node name of the command's own.

    Ends the command when the ledger cannot be read or written, or a record is refused.
    """
    try:
        with writing_beside(installed.ledger_site, f"{installed.node}-{command}", installed.log) as writer:
            if done := writer.migrated:
                warn(
                    say(
                        "the ledger went from format {before} to {after}; as it was: {backup}",
                        before=done.before,
                        after=done.after,
                        backup=done.backup,
                    )
                )
            yield writer
    except LedgerError as error:
        raise failure(error) from None


def operator() -> str:
    """Who asks: the name they logged in with where the kernel knows it, and the user they act as."""
    acting, login = _name(os.getuid()), _login()
    return acting if login in ("", acting) else f"{login} as {acting}"


def _login() -> str:
    try:
        number = int(Path("/proc/self/loginuid").read_text("ascii"))
    except (OSError, ValueError):
        number = _NO_LOGIN
    return _name(number) if number != _NO_LOGIN else os.environ.get("SUDO_USER", "")


def _name(number: int) -> str:
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
