"""``gateway transfers export``: transfers for a spreadsheet, a program, or a folder of signed papers."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import click

from gateway.cli.desk import site_of
from gateway.cli.report_options import (
    Asked,
    choice_options,
    format_option,
    lang_option,
    out_option,
    period_options,
    target,
    tell_undecided,
    working,
)
from gateway.ledger.place import Place
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer
from gateway.reports.choice import Choice, Sieve
from gateway.reports.csvfile import csv_lines
from gateway.reports.pdf import as_pdf
from gateway.reports.shape import json_lines
from gateway.reports.summary import summary, total_names, total_rows
from gateway.reports.table import Cell, headings, row
from gateway.reports.tally import Tally
from gateway.reports.workbook import Sheet, write_workbook
from gateway.texts.reports import report_words


@click.command()
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
    kind: str,
    lang: str,
    out: Path | None,
) -> None:
    """Export transfers, oldest first: csv and xlsx for a spreadsheet, jsonl for a program, pdf a summary.

    A file is written in full or not at all, and never over another. Exit codes: 0 exported, 2 not.
    """
    wanted = None if outcome is None else Outcome(outcome)
    asked = Asked(since, until, Choice(wanted, sender, recipient, protocol), lang)
    ledger, sieve = site_of(file).place, Sieve(asked.choice)
    with target(kind, out) as stream, working("Export") as progress:
        transfers = asked.transfers(ledger, sieve, progress)
        _write(kind, transfers, asked, ledger, stream)
    tell_undecided(sieve)


def _write(kind: str, transfers: Iterable[Transfer], asked: Asked, ledger: Place, stream: BinaryIO) -> None:
    tally = Tally()
    counted = tally.counting(transfers)
    match kind:
        case "csv":
            stream.writelines(csv_lines(headings(asked.language), _rows(counted, asked)))
        case "jsonl":
            stream.writelines(json_lines(counted))
        case "xlsx":
            write_workbook(stream, _sheets(counted, tally, asked, ledger))
        case _:
            for _ in counted:
                pass
            stream.write(as_pdf(summary(tally, asked.frame(ledger), asked.filters())))


def _rows(transfers: Iterable[Transfer], asked: Asked) -> Iterator[tuple[Cell, ...]]:
    return (row(transfer, asked.language, None) for transfer in transfers)


def _sheets(transfers: Iterable[Transfer], tally: Tally, asked: Asked, ledger: Place) -> Iterator[Sheet]:
    words = report_words(asked.language)
    yield Sheet(words["sheet_transfers"], headings(asked.language), _rows(transfers, asked))
    frame = asked.frame(ledger)
    yield Sheet(words["sheet_totals"], total_names(frame), total_rows(tally, frame))
