"""``gateway dns``: the records to publish, and which of them are there."""

import asyncio
import json
from pathlib import Path

import click

from gateway.cli.complaint import failure, tell
from gateway.cli.desk import config_option, usual
from gateway.config import Config, ConfigError
from gateway.config import load as load_config
from gateway.doctor.certificate import provided, unreadable
from gateway.outbound.route import resolver_of
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.publishing.asking import exit_code, standings
from gateway.publishing.installation import installation
from gateway.publishing.records import Installation, Mode, records
from gateway.publishing.zone import as_json, zone_lines
from gateway.said import Said, say

_FRONT = {"mx": True, "behind": False}


@click.command(short_help="Print the DNS records to publish, and how each stands.")
@config_option
@click.option(
    "--front", type=click.Choice(list(_FRONT)),
    help="Is it the MX itself? By default with other_recipients: relay and no server in front trusted.",
)  # fmt: skip
@click.option("--mta-sts", "mode", type=click.Choice(["testing", "enforce"]), default="testing",
              show_default=True, help="The mode of the MTA-STS policy.")  # fmt: skip
@click.option("--offline", is_flag=True, help="Ask no name server.")
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object for programs.")
def dns(file: Path | None, front: str | None, mode: Mode, *, offline: bool, as_data: bool) -> None:
    """Print the DNS records to publish, as lines of a zone file, and how each stands.

    Each is present, missing, different (with what is there), or unknown when no name server answers.
    Nothing is changed. Exit codes: 0 all present, or not asked; 1 something is missing or different;
    2 cannot tell, or a file cannot be used.
    """
    config, ours = _ours(usual(file), mode, is_mx=_FRONT[front] if front else None)
    resolver = None if offline else resolver_of(config)
    found = asyncio.run(standings(records(ours), resolver))
    if as_data:
        click.echo(json.dumps(as_json(ours, found), indent=2))
    else:
        for line in zone_lines(ours, found):
            tell(line)
    raise click.exceptions.Exit(exit_code(found))


def _ours(file: Path, mode: Mode, *, is_mx: bool | None) -> tuple[Config, Installation]:
    try:
        config = load_config(file)
    except ConfigError as error:
        raise failure(error) from None
    try:
        return config, installation(config, load_book(config.policies), mode, is_mx=is_mx)
    except (PolicyError, ValueError) as error:
        raise failure(error) from None
    except OSError as error:
        raise failure(_unread(config.tls.certificate, error)) from None


def _unread(certificate: Path, error: OSError) -> Said:
    unread, remedy = unreadable(certificate, error), provided(certificate)
    return say("{key}: {detail}. {remedy}", key="tls.certificate", detail=unread, remedy=remedy)
