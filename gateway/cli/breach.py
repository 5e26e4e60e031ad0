"""``gateway breach report``: the dossier of a personal data breach (GDPR art. 33), for people to complete."""

import sys
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import click

from gateway.cli.desk import failure, installation, moment, operator, reason_option, writing
from gateway.cli.outfile import new_file, new_folder
from gateway.cli.report_options import (
    Asked,
    choice_options,
    lang_option,
    period_options,
    policies_of,
    working,
)
from gateway.config import Config
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import KeyFileError, LedgerError, LedgerUnavailable, TransferNotFound
from gateway.ledger.holds import require_reason
from gateway.ledger.keeping import new_name, record
from gateway.ledger.keyfile import load_key
from gateway.ledger.lookup import dossier_entry
from gateway.ledger.record import Outcome, RecordType
from gateway.ledger.report import Report
from gateway.ledger.transfers import Progress, get_transfer
from gateway.ledger.verify import verify
from gateway.policy.model import Policy
from gateway.reports.breach import Breach, Figures, Gathering
from gateway.reports.choice import Choice, Sieve
from gateway.reports.csvfile import csv_lines
from gateway.reports.dossier import dossier
from gateway.reports.drafts import drafts
from gateway.reports.pdf import as_pdf
from gateway.reports.table import headings, row
from gateway.reports.word import as_docx

_NOT_FOUND, _WHOLE, _NOT_WHOLE = 1, 1, 1
_NOT_RELIABLE = "The ledger is not whole: the figures cannot be relied on. The dossier says so."
_UTC = "Times are read and told in UTC, as this machine is set. For Belgian time: TZ=Europe/Brussels"


@click.group()
def breach() -> None:
    """Make the dossier of a personal data breach."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What was asked for, and by whom."""

    installed: Config
    policies: tuple[Policy, ...]
    asked: Asked
    aware: datetime | None
    hours: int
    kind: str
    reason: str
    verified: Report


@breach.command()
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
    kind: str,
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
    wanted = None if outcome is None else Outcome(outcome)
    choice = Choice(wanted, sender, recipient, protocol, reference)
    _require_past(aware)
    case = _asked(installation(file), Asked(since, until, choice, lang), (aware, hours), kind, reason)
    if integrity and case.verified.ok:
        raise failure("the ledger is whole: there is no integrity alarm to report", _WHOLE)
    try:
        _make(case, out)
    except LedgerError as error:
        raise failure(str(error)) from None
    except OSError as error:
        raise failure(f"the dossier cannot be written: {error.strerror or error}") from None
    click.echo(f"{out}: complete and send by hand what is in it; nothing was sent.")
    if not case.verified.ok:
        raise failure(_NOT_RELIABLE, _NOT_WHOLE)


def _asked(
    installed: Config, asked: Asked, term: tuple[datetime | None, int | None], kind: str, reason: str
) -> _Case:
    """What is to be made, of the ledger as it verifies now; a failure that ends the command."""
    aware, hours = term
    policies = policies_of(installed.policies)
    try:
        require_reason(reason)
        names = _references(installed, asked.choice.references)
        verified = _verified(installed)
    except LedgerError as error:
        raise failure(str(error)) from None
    asked = replace(asked, choice=replace(asked.choice, references=names))
    hours = installed.breach.deadline_hours if hours is None else hours
    return _Case(installed, policies, asked, aware, hours, kind, reason, verified)


def _references(installed: Config, given: tuple[str, ...]) -> tuple[str, ...]:
    try:
        return tuple(get_transfer(installed.ledger_site.place, reference).id for reference in given)
    except TransferNotFound as error:
        raise failure(str(error), _NOT_FOUND) from None


def _require_past(aware: datetime | None) -> None:
    """Also says in which zone times are read when that can hardly be the reader's."""
    if aware is not None and aware > datetime.now(UTC):
        raise failure("--aware lies in the future. Give the moment at which you became aware of it.")
    if sys.stderr.isatty() and not datetime.now().astimezone().utcoffset():
        click.echo(_UTC, err=True)


def _verified(installed: Config) -> Report:
    try:
        key = public_bytes(load_key(installed.ledger_site.key))
    except (KeyFileError, OSError):
        key = None
    return verify(installed.ledger_site.place, public_key=key)


def _make(case: _Case, out: Path) -> None:
    with working("Dossier") as progress, new_folder(out) as folder:
        with new_file(folder / "transfers.csv") as file:
            found = _figures(case, file, progress)
        if not found.tally.count and case.verified.ok:
            raise failure("No transfer fits; nothing was made. References and filters hold together.")
        recorded = _recorded(case, found)
        told = _breach(case, recorded)
        frame = case.asked.frame(case.installed.ledger_site.place)
        policies = _concerned(case.policies, found)
        document = dossier(told, found, policies, frame)
        _write(
            folder / f"dossier.{case.kind}", as_docx(document) if case.kind == "docx" else as_pdf(document)
        )
        for draft in drafts(told, found, policies, frame):
            _write(folder / draft.name, draft.content)


def _figures(case: _Case, file: BinaryIO, progress: Progress) -> Figures:
    """The figures; all transfers are written to ``file`` as they pass.

    A ledger that is not whole and cannot be read to its end still yields what was read.
    """
    gathering, sieve, language = Gathering(), Sieve(case.asked.choice), case.asked.language
    transfers = gathering.through(case.asked.transfers(case.installed.ledger_site.place, sieve, progress))
    unreadable = ""
    try:
        file.writelines(csv_lines(headings(language), (row(one, language, None) for one in transfers)))
    except LedgerUnavailable as error:
        if case.verified.ok:
            raise
        unreadable = str(error)
    return gathering.figures(undecided=sieve.undecided, unreadable=unreadable)


def _recorded(case: _Case, found: Figures) -> str:
    """The name of the record that the dossier was made; empty when a ledger that is not whole takes none."""
    name = new_name(RecordType.LOOKUP)
    entry = dossier_entry(name, found.tally.count, found.tally.opaque, case.reason, operator())
    try:
        with writing(case.installed, "breach") as writer:
            record(writer, [entry], datetime.now(UTC))
    except (LedgerError, click.exceptions.Exit):
        if case.verified.ok:
            raise
        return ""
    return name


def _breach(case: _Case, recorded: str) -> Breach:
    kept, asked = case.installed.breach, case.asked
    return Breach(
        case.aware, case.hours, kept.authority, kept.copy_to, asked.filters(), asked.choice.references,
        case.verified, operator(), case.reason, recorded,
    )  # fmt: skip


def _concerned(policies: tuple[Policy, ...], found: Figures) -> tuple[Policy, ...]:
    """Those under which the transfers are; all of them when no transfer tells."""
    names = {ref.protocol for ref in found.tally.policies}
    return tuple(policy for policy in policies if policy.ref.protocol in names) or policies


def _write(path: Path, content: bytes) -> None:
    with new_file(path) as file:
        file.write(content)
