"""``gateway transfers``: the ledger, for the data-protection officer."""

import os
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import click

from gateway.cli import transfers_view as view
from gateway.cli.alarm import raise_alarms
from gateway.cli.complaint import failure
from gateway.cli.desk import config_option as _config
from gateway.cli.desk import installation as _installation
from gateway.cli.desk import json_option as _json
from gateway.cli.desk import kept_text, since_option, until_option
from gateway.cli.desk import site_of as _site
from gateway.cli.lazy import LazyGroup
from gateway.cli.progress import shown
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import CheckpointError, KeyFileError, LedgerError, TransferNotFound
from gateway.ledger.keyfile import load_key
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import each_transfer, get_transfer, latest_checkpoint
from gateway.ledger.verify import verify as verify_ledger
from gateway.reports.shape import shape, whole_shape
from gateway.said import said_by, say

_NOT_WHOLE, _NOT_FOUND = 1, 1
_ELSEWHERE = {
    "accept-restore": "ledger:accept_restore",
    "backup": "ledger:backup",
    "erase": "retention:erase",
    "evidence": "evidence:evidence",
    "export": "export:export",
    "hold": "retention:hold",
    "holds": "retention:holds",
    "lookup": "lookup:lookup",
    "measures": "reports:measures",
    "migrate": "ledger:migrate",
    "months": "lookup:months",
    "release": "retention:release",
    "sealed-key": "lookup:sealed_key",
    "superfluous": "reports:superfluous",
    "tls-report": "tls_report:tls_report",
}


@click.group(cls=LazyGroup, elsewhere=_ELSEWHERE)
def transfers() -> None:
    """Read and verify the ledger of transfers."""


@transfers.command("list")
@_config
@since_option
@until_option
@click.option("--outcome", type=click.Choice([str(outcome) for outcome in Outcome]), help="Only these.")
@_json
def list_(
    file: Path | None, since: datetime | None, until: datetime | None, outcome: str | None, as_json: bool
) -> None:
    """List transfers, oldest first. Exit codes: 0 listed, 2 the ledger cannot be read."""
    wanted = None if outcome is None else Outcome(outcome)
    try:
        every = each_transfer(_site(file).place, since=since, until=until)
        found = (transfer for transfer in every if wanted in (None, transfer.outcome))
        view.print_array(map(shape, found)) if as_json else view.print_list(found)
    except LedgerError as error:
        raise failure(error) from None


@transfers.command(short_help="Show one transfer by its reference.")
@click.argument("reference")
@_config
@_json
def show(reference: str, file: Path | None, as_json: bool) -> None:
    """Show one transfer by its reference, or by the beginning of it.

    Exit codes: 0 shown, 1 no such transfer or several, 2 the ledger cannot be read.
    """
    try:
        transfer = get_transfer(_site(file).place, reference)
    except TransferNotFound as error:
        raise failure(error, _NOT_FOUND) from None
    except LedgerError as error:
        raise failure(error) from None
    view.print_json(whole_shape(transfer)) if as_json else view.print_transfer(transfer)


@transfers.command(short_help="Verify that no record was changed, removed or added.")
@_config
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path),
    help="An earlier checkpoint of this ledger, kept elsewhere, that it must be a continuation of.",
)
@click.option(
    "--evidence",
    "bundle",
    type=click.Path(path_type=Path),
    help="An earlier evidence bundle, whose checkpoint it must be a continuation of.",
)
@click.option("--alarm", is_flag=True, help="For a timer: also log what else is wrong, and exit 1 for it.")
@_json
def verify(
    file: Path | None, checkpoint: Path | None, bundle: Path | None, *, alarm: bool, as_json: bool
) -> None:
    """Verify that no record was changed, removed or added.

    With --alarm whatever is wrong is an error in the log on standard error: a ledger that is not whole, a
    stale anchor, a clock that is off, a transfer whose outcome is unknown. Exit codes: 0 whole, 1 tampered
    with, or an alarm, 2 cannot be read or cannot be verified in full.
    """
    if checkpoint and bundle:
        raise click.UsageError(say("Give --checkpoint or --evidence."))
    installed = _installation(file)
    site = installed.ledger_site
    note = _note(checkpoint, bundle)
    try:
        public_key, complaint = _public_key(site.key)
        with shown(say("Verifying")) as progress:
            report = verify_ledger(site.place, public_key=public_key, checkpoint=note, progress=progress)
    except CheckpointError as error:
        wrong = say("{file} holds no checkpoint: {wrong}", file=checkpoint or bundle, wrong=said_by(error))
        raise failure(wrong) from None
    except LedgerError as error:
        raise failure(error) from None
    view.print_json(view.report_shape(report)) if as_json else view.print_report(report)
    alarmed = alarm and raise_alarms(installed, report.problem, datetime.now(UTC))
    if alarmed or not report.ok:
        raise click.exceptions.Exit(_NOT_WHOLE)
    if complaint:
        raise failure(complaint)


@transfers.command(short_help="Print the latest signed checkpoint.")
@_config
def checkpoint(file: Path | None) -> None:
    """Print the latest signed checkpoint, to keep elsewhere.

    Exit codes: 0 printed, 2 the ledger cannot be read.
    """
    try:
        note = latest_checkpoint(_site(file).place)
    except LedgerError as error:
        raise failure(error) from None
    click.echo(note, nl=False)


def _note(checkpoint: Path | None, bundle: Path | None) -> str | None:
    """The checkpoint to verify against, if one was given; a failure that ends the command."""
    try:
        if bundle is None:
            return None if checkpoint is None else kept_text(checkpoint)
        with ZipFile(bundle) as files:
            return files.read("checkpoint.txt").decode()
    except (UnicodeDecodeError, KeyError, BadZipFile):
        raise failure(say("{file} is no evidence bundle. Name a ZIP as it was made.", file=bundle)) from None
    except OSError as error:
        raise failure(error) from None


def _public_key(path: Path) -> tuple[bytes | None, str]:
    """The key to verify with, and what is wrong with its file.

    That another user may not read it is as it should be: then there is no key and no complaint.
    """
    if os.path.exists(path) and not os.access(path, os.R_OK):  # noqa: PTH110 - raises not where it is barred
        return None, ""
    try:
        return public_bytes(load_key(path)), ""
    except KeyFileError as error:
        return None, said_by(error)
