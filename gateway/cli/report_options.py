"""What the commands that make reports share: their options and the way out."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import click

from gateway.cli.complaint import failure, warn
from gateway.cli.desk import config_option, since_option, until_option
from gateway.cli.outfile import new_file, unwritten
from gateway.cli.progress import shown
from gateway.ledger.errors import LedgerError
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Progress
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.policy.model import Policy
from gateway.reports.choice import Sieve
from gateway.reports.workbook import TooManyRows
from gateway.said import reason_of, say
from gateway.texts.reports import LANGUAGES

_ON_TERMINAL = frozenset(("text", "csv", "jsonl"))

Command = Callable[..., Any]

lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default="nl", show_default=True, help="The language."
)
out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Write to this new file instead of standard output."
)
policy_option = click.option("--policy", "protocol", help="Only transfers under this protocol.")


def format_option(*names: str) -> Callable[[Command], Command]:
    """``--format``, the first of ``names`` by default."""
    choice = click.Choice(names)
    return click.option(
        "--format", "kind", type=choice, default=names[0], show_default=True, help="The form."
    )


def period_options(command: Command) -> Command:
    """``--config``, ``--from`` and ``--to``."""
    return config_option(since_option(until_option(command)))


def choice_options(command: Command) -> Command:
    """``--outcome``, ``--sender``, ``--recipient`` and ``--policy``."""
    outcomes = click.Choice([str(outcome) for outcome in Outcome])
    address = "Only this address, or *@domain."
    command = click.option("--recipient", help=f"To whom. {address}")(policy_option(command))
    command = click.option("--sender", help=f"By whom. {address}")(command)
    return click.option("--outcome", type=outcomes, help="Only these.")(command)


@contextmanager
def target(kind: str, out: Path | None) -> Iterator[BinaryIO]:
    """Where a report goes: a new file, or standard output; a failure that ends the command."""
    if out is None and kind not in _ON_TERMINAL and sys.stdout.isatty():
        raise click.UsageError(say("{kind} is not for a terminal; give --out FILE.", kind=kind))
    try:
        if out is None:
            yield sys.stdout.buffer
        else:
            with new_file(out) as file:
                yield file
    except (LedgerError, TooManyRows, PolicyError) as error:
        raise failure(error) from None
    except OSError as error:
        if out is not None:
            raise unwritten(out, error) from None
        raise failure(say("the report cannot be written: {reason}", reason=reason_of(error))) from None


@contextmanager
def working(what: str) -> Iterator[Progress]:
    """A bar on a terminal, and an end without harm when interrupted."""
    with shown(what) as progress:
        yield progress


def tell_undecided(sieve: Sieve) -> None:
    """Says on standard error of how many transfers nobody can tell whether they were asked for."""
    if sieve.undecided:
        warn(
            say(
                "Left out, transfers of which it was erased whether they belong: {number}.",
                number=sieve.undecided,
            )
        )


def policies_of(folder: Path) -> tuple[Policy, ...]:
    """The policies in ``folder``; a failure that ends the command."""
    try:
        return load_book(folder).policies
    except PolicyError as error:
        raise failure(error) from None
