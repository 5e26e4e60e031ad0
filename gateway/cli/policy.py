"""``gateway policy``: what a change to a policy changes, and whether it still does what is expected."""

import json
import os
from pathlib import Path

import click

from gateway.cli.complaint import failure, language_of
from gateway.cli.expectations import expectations
from gateway.policy.changes import changes
from gateway.policy.load import PolicyError, load_policy
from gateway.texts.changes import sentences
from gateway.texts.console import LANGUAGES


@click.group()
def policy() -> None:
    """Look at a policy before it is in force."""


@policy.command(short_help="Say in plain words what a changed policy changes.")
@click.argument("old", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("new", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_data", is_flag=True, help="Print one JSON array of sentences.")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), help="The sentences' language, by default the locale's."
)
def diff(old: Path, new: Path, *, as_data: bool, lang: str | None) -> None:
    """Say in plain words what changes when the policy file NEW takes the place of OLD.

    The sentences of --json are English without --lang. Labels whose GUIDs are not filled in accept nothing,
    so they are not spoken of. Exit codes: 0 nothing changes, 1 something does, 2 a file cannot be used.
    """
    language = lang or ("en" if as_data else language_of(os.environ))
    try:
        said = changes(load_policy(old), load_policy(new), language)
    except PolicyError as error:
        raise failure(error) from None
    if as_data:
        click.echo(json.dumps(said, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(said) or sentences(language).phrases["nothing"])
    raise click.exceptions.Exit(1 if said else 0)


policy.add_command(expectations)
