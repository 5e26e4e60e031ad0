"""``gateway transfers tls-report``: what was seen of TLS towards the next hop, for whoever runs it."""

import gzip
import json
from datetime import datetime
from pathlib import Path

import click

from gateway.cli.complaint import failure
from gateway.cli.desk import config_option, installation
from gateway.cli.outfile import new_file, unwritten
from gateway.config import Config
from gateway.ledger.errors import LedgerError
from gateway.ledger.transfers import each_transfer
from gateway.reports.tls_report import PolicyType, Towards, bounds, counted, file_name, report
from gateway.said import say

_KINDS: dict[str, PolicyType] = {"verify": "no-policy-found", "dane": "tlsa", "mta-sts": "sts"}


def _day(_: click.Context, __: click.Parameter, value: str) -> datetime:
    try:
        return datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007 - a day, and bounds says of which zone
    except ValueError:
        raise click.BadParameter(say("give a day as YYYY-MM-DD, such as 2026-01-31")) from None


@click.command("tls-report", short_help="Print the report of one day about TLS (RFC 8460).")
@config_option
@click.option("--day", required=True, metavar="DATE", callback=_day, help="A whole day of UTC.")
@click.option(
    "--gzip", "folder", is_flag=False, flag_value=".", metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Write it compressed into FOLDER (here), under the name that RFC 8460 gives it, and print that.",
)  # fmt: skip
def tls_report(file: Path | None, day: datetime, folder: Path | None) -> None:
    """Print the aggregate report of one day about TLS towards the next hop (RFC 8460), as JSON.

    It counts deliveries and names no message. Nothing is sent. Exit codes: 0 printed or written, 2 not.
    """
    config = installation(file)
    towards = _towards(config)
    begin, end = bounds(day.date())
    try:
        counts = counted(each_transfer(config.ledger_site.place, since=begin, until=end))
    except LedgerError as error:
        raise failure(error) from None
    text = json.dumps(report(day.date(), towards, counts), indent=2)
    if folder is None:
        click.echo(text)
    else:
        click.echo(_written(folder / file_name(day.date(), towards), text))


def _towards(config: Config) -> Towards:
    hop = config.next_hop
    if hop.tls == "none":
        raise failure(say("next_hop.tls is none: there is no TLS to report on"))
    host = hop.address.host
    return Towards(config.hostname, host, hop.domain or hop.name or host, _KINDS[hop.tls])


def _written(path: Path, text: str) -> Path:
    """The same day gives the same bytes. Ends the command when the file is there already."""
    try:
        with new_file(path) as file:
            file.write(gzip.compress(text.encode(), mtime=0))
    except OSError as error:
        raise unwritten(path, error) from None
    return path
