"""``gateway breach report``: the dossier of a personal data breach (GDPR art. 33), for people to complete."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import click

from gateway.cli.complaint import failure, tell, warn
from gateway.cli.desk import installation, moment, operator, reason_option
from gateway.cli.outfile import new_file, new_folder, unwritten
from gateway.cli.report_options import choice_options, lang_option, period_options, policies_of, working
from gateway.config import Config
from gateway.ledger.errors import LedgerError, TransferNotFound
from gateway.ledger.holds import require_reason
from gateway.ledger.keeping import record, writing_beside
from gateway.ledger.record import Entry, Outcome
from gateway.ledger.report import Report
from gateway.ledger.transfers import get_transfer
from gateway.reports.casework import Case, NothingFits, make, verified
from gateway.reports.choice import Choice
from gateway.reports.selection import Selection
from gateway.said import said_by, say

_NOT_FOUND, _WHOLE, _NOT_WHOLE = 1, 1, 1
_NOT_RELIABLE = say("The ledger is not whole: the figures cannot be relied on. The dossier says so.")
_UTC = say("Times are told in UTC. Write timezone: Europe/Brussels in the configuration for Belgian times.")
_FUTURE = say("--aware lies in the future. Give the moment at which you became aware of it.")
_NOTHING_FITS = say("No transfer fits; nothing was made. References and filters hold together.")


@click.group()
def breach() -> None:
    """Make the dossier of a personal data breach."""


@breach.command(short_help="Make the dossier about transfers.")
@click.argument("reference", nargs=-1)
@period_options
@choice_options
@click.option("--integrity", is_flag=True, help="It is about the ledger itself, which is not whole.")
@click.option("--aware", metavar="TIME", callback=moment, help="When you became aware of it (art. 33(1)).")
@click.option("--deadline-hours", "hours", type=click.IntRange(1, 72), help="By default the configuration's.")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["docx", "pdf"]),
    default="docx",
    show_default=True,
    help="The form.",
)
@lang_option
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder to make; it must be new."
)
@reason_option
def report(  # noqa: PLR0913, PLR0917 - one parameter an option
    reference: tuple[str, ...],
    file: Path | None,
    since: datetime | None,
    until: datetime | None,
    outcome: str | None,
    sender: str | None,
    recipient: str | None,
    protocol: str | None,
    integrity: bool,
    aware: datetime | None,
    hours: int | None,
    kind: Literal["docx", "pdf"],
    lang: str,
    out: Path,
    reason: str,
) -> None:
    """Make the dossier (art. 33(3) and (5)) about transfers: those with a REFERENCE, or those chosen.

    The folder holds the dossier with its figures filled in and what people must write marked, all the
    transfers as CSV, and a draft to the DPO of each party, to open and send by hand. Nothing is sent. The
    ledger is verified first, and the dossier says what was found. That it was made is recorded. Exit codes:
    0 made, 1 made of a ledger that is not whole, or no such transfer, or --integrity and the ledger is whole,
    2 not made.
    """
    _require_past(aware)
    installed, wanted = installation(file), None if outcome is None else Outcome(outcome)
    choice = Choice(wanted, sender, recipient, protocol, reference)
    case = _asked(installed, Selection(since, until, choice, lang), (aware, hours), kind, reason)
    if integrity and case.verified.ok:
        raise failure(say("the ledger is whole: there is no integrity alarm to report"), _WHOLE)
    try:
        _make(case, installed, out)
    except LedgerError as error:
        raise failure(error) from None
    except OSError as error:
        raise unwritten(out, error) from None
    tell(say("{out}: complete and send by hand what is in it; nothing was sent.", out=out))
    if not case.verified.ok:
        raise failure(_NOT_RELIABLE, _NOT_WHOLE)


def _asked(
    installed: Config,
    selection: Selection,
    term: tuple[datetime | None, int | None],
    kind: Literal["docx", "pdf"],
    reason: str,
) -> Case:
    """What is to be made, of the ledger as it verifies now; a failure that ends the command."""
    aware, hours = term
    policies = policies_of(installed.policies)
    try:
        require_reason(reason)
        names = _references(installed, selection.choice.references)
        found = verified(installed.ledger_site)
    except LedgerError as error:
        raise failure(error) from None
    selection = replace(selection, choice=replace(selection.choice, references=names))
    kept = installed.breach
    return Case(
        installed.ledger_site, policies, selection, aware, kept.deadline_hours if hours is None else hours,
        kept.authority, kept.copy_to, kind, operator(), reason, found,
    )  # fmt: skip


def _references(installed: Config, given: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return tuple(get_transfer(installed.ledger_site.place, reference).id for reference in given)
    except TransferNotFound as error:
        raise failure(error, _NOT_FOUND) from None


def _require_past(aware: datetime | None) -> None:
    """Also says in which zone times are read when that can hardly be the reader's."""
    if aware is not None and aware > datetime.now(UTC):
        raise failure(_FUTURE)
    if sys.stderr.isatty() and not datetime.now().astimezone().utcoffset():
        warn(_UTC)


def _make(case: Case, installed: Config, out: Path) -> None:
    with working(say("Dossier")) as progress, new_folder(out) as folder:

        def add(name: str, chunks: Iterable[bytes]) -> None:
            with new_file(folder / name) as file:
                file.writelines(chunks)

        try:
            make(case, add, partial(_record, installed, case.verified), lambda: datetime.now(UTC), progress)
        except NothingFits:
            raise failure(_NOTHING_FITS, _NOT_FOUND) from None


def _record(installed: Config, found: Report, entry: Entry) -> None:
    """Raises LedgerError, told here when the ledger is not whole: the dossier is made all the same."""
    try:
        with writing_beside(installed.ledger_site, f"{installed.node}-breach", installed.log) as writer:
            record(writer, [entry], datetime.now(UTC))
    except LedgerError as error:
        if not found.ok:
            warn(said_by(error))
        raise
