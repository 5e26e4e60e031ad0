"""``gateway transfers superfluous`` and ``measures``, ``gateway register``: what art. 7, 6 and 30 ask for."""

from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import click

from gateway.cli.complaint import failure
from gateway.cli.desk import config_option, installation, site_of
from gateway.cli.report_options import (
    format_option,
    lang_option,
    out_option,
    period_options,
    policies_of,
    policy_option,
    target,
    tell_undecided,
    working,
)
from gateway.config import Config
from gateway.policy.model import Policy
from gateway.reports import superfluous as art7
from gateway.reports.choice import Choice, Sieve
from gateway.reports.csvfile import csv_lines
from gateway.reports.frame import Frame
from gateway.reports.measures import checked, measures_sheet
from gateway.reports.pdf import as_pdf
from gateway.reports.plain import as_text
from gateway.reports.register import Installed, register_entry, register_row, row_texts
from gateway.reports.selection import Selection
from gateway.reports.word import as_docx
from gateway.reports.workbook import Sheet, write_workbook
from gateway.said import say


@click.command(short_help="Report which superfluous data each sender sent.")
@period_options
@policy_option
@format_option("text", "csv", "xlsx", "pdf")
@lang_option
@out_option
def superfluous(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path | None,
    since: datetime | None,
    until: datetime | None,
    protocol: str | None,
    kind: str,
    lang: str,
    out: Path | None,
) -> None:
    """Report which kinds of superfluous data each sender sent in each month (art. 7), never the data.

    Exit codes: 0 reported, 2 not.
    """
    asked = Selection(since, until, Choice(protocol=protocol), lang)
    ledger, sieve = site_of(file).place, Sieve(asked.choice)
    with target(kind, out) as stream, working(say("Reading")) as progress:
        lines = art7.superfluous_lines(asked.transfers(ledger, sieve, progress), None)
        _write(kind, lines, asked.frame(ledger, datetime.now(UTC)), stream)
    tell_undecided(sieve)


def _write(kind: str, lines: tuple[art7.Line, ...], frame: Frame, stream: BinaryIO) -> None:
    names, rows = art7.names(frame), art7.rows(lines, frame)
    match kind:
        case "csv":
            stream.writelines(csv_lines(names, rows))
        case "xlsx":
            write_workbook(stream, (Sheet("art. 7", names, rows),))
        case "pdf":
            stream.write(as_pdf(art7.superfluous_report(lines, frame)))
        case _:
            stream.write(as_text(art7.superfluous_report(lines, frame)).encode())


@click.command(short_help="Report which measures were checked on every mail.")
@period_options
@click.option("--policy", "protocol", help="The protocol, when there are several.")
@format_option("pdf", "text")
@lang_option
@out_option
def measures(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path | None,
    since: datetime | None,
    until: datetime | None,
    protocol: str | None,
    kind: str,
    lang: str,
    out: Path | None,
) -> None:
    """Report on one page which measures were checked on every mail (art. 6), for the other party.

    Send it with the evidence bundle that it names. Exit codes: 0 reported, 2 not.
    """
    installed = installation(file)
    policy = _one(policies_of(installed.policies), protocol)
    asked = Selection(since, until, Choice(protocol=policy.ref.protocol), lang)
    ledger, sieve = installed.ledger_site.place, Sieve(asked.choice)
    with target(kind, out) as stream, working(say("Reading")) as progress:
        found = checked(asked.transfers(ledger, sieve, progress))
        sheet = measures_sheet(found, policy, asked.frame(ledger, datetime.now(UTC)))
        stream.write(as_pdf(sheet) if kind == "pdf" else as_text(sheet).encode())
    tell_undecided(sieve)


def _one(policies: tuple[Policy, ...], protocol: str | None) -> Policy:
    found = [policy for policy in policies if protocol in (None, policy.ref.protocol)]
    if len(found) != 1:
        names = ", ".join(policy.ref.protocol for policy in policies)
        raise failure(say("name one of these with --policy: {names}", names=names))
    return found[0]


@click.command(short_help="Write the row for the register of processing activities.")
@config_option
@click.option("--policy", "protocol", help="The protocol, when there are several.")
@format_option("text", "csv", "xlsx", "docx", "pdf")
@lang_option
@out_option
def register(file: Path | None, protocol: str | None, kind: str, lang: str, out: Path | None) -> None:
    """Write the row for the register of processing activities (GDPR art. 30), made from the policy.

    What the policy does not say is left open and marked. Exit codes: 0 written, 2 not.
    """
    config = installation(file)
    policy = _one(policies_of(config.policies), protocol)
    installed = _installed(config)
    with target(kind, out) as stream:
        _write_row(kind, policy, installed, lang, stream)


def _installed(config: Config) -> Installed:
    behind = bool(config.trusted_peers) or config.trusted_upstream is not None
    officers = len(config.seal_months_to)
    return Installed(
        config.hostname, config.tls.minimum, config.next_hop.tls, config.sandbox, officers, behind
    )


def _write_row(kind: str, policy: Policy, installed: Installed, lang: str, stream: BinaryIO) -> None:
    names, cells = row_texts(register_row(policy, installed, lang), lang)
    document = register_entry(policy, installed, lang, datetime.now(UTC))
    match kind:
        case "csv":
            stream.writelines(csv_lines(names, (cells,)))
        case "xlsx":
            write_workbook(stream, (Sheet("art. 30", names, (cells,)),))
        case "docx":
            stream.write(as_docx(document))
        case "pdf":
            stream.write(as_pdf(document))
        case _:
            stream.write(as_text(document).encode())
