"""``gateway transfers export``: transfers for a spreadsheet, a program, or a folder of signed papers."""

from datetime import UTC, datetime
from pathlib import Path

import click

from gateway.cli.desk import site_of
from gateway.cli.report_options import (
    choice_options,
    format_option,
    lang_option,
    out_option,
    period_options,
    target,
    tell_undecided,
    working,
)
from gateway.ledger.record import Outcome
from gateway.reports.choice import Choice, Sieve
from gateway.reports.export import Form, Telling, write_export
from gateway.reports.selection import Selection
from gateway.said import say


@click.command(short_help="Export transfers as csv, xlsx, jsonl or pdf.")
@period_options
@choice_options
@format_option("csv", "xlsx", "jsonl", "pdf")
@lang_option
@out_option
def export(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path | None,
    since: datetime | None,
    until: datetime | None,
    outcome: str | None,
    sender: str | None,
    recipient: str | None,
    protocol: str | None,
    kind: Form,
    lang: str,
    out: Path | None,
) -> None:
    """Export transfers, oldest first: csv and xlsx for a spreadsheet, jsonl for a program, pdf a summary.

    A file is written in full or not at all, and never over another. Exit codes: 0 exported, 2 not.
    """
    wanted = None if outcome is None else Outcome(outcome)
    asked = Selection(since, until, Choice(wanted, sender, recipient, protocol), lang)
    ledger, sieve = site_of(file).place, Sieve(asked.choice)
    with target(kind, out) as stream, working(say("Export")) as progress:
        transfers = asked.transfers(ledger, sieve, progress)
        telling = Telling(lang, asked.filters(), lambda: asked.frame(ledger, datetime.now(UTC)))
        write_export(kind, transfers, telling, stream)
    tell_undecided(sieve)
