"""``gateway transfers backup``, ``migrate``, ``accept-restore``: the ledger as a whole, for its keepers."""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from gateway.cli.complaint import failure, here, tell
from gateway.cli.desk import config_option, installation
from gateway.cli.outfile import unwritten
from gateway.evidence.archive import draft_of
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import LedgerError, NothingToAccept
from gateway.ledger.keyfile import load_key
from gateway.ledger.move import move
from gateway.ledger.place import PlaceError, Postgres, parse_postgres
from gateway.ledger.report import Report
from gateway.ledger.restore import accept_restore as accept
from gateway.ledger.sqlite import back_up
from gateway.ledger.verify import verify
from gateway.said import Said, said_by, say

_NOTHING, _NOT_WHOLE = 1, 1
_MOST_REASON = 500


def _server(_: click.Context, __: click.Parameter, value: str) -> Postgres:
    try:
        return parse_postgres(value)
    except PlaceError as error:
        raise click.BadParameter(
            say("it {wrong}. {remedy}", wrong=said_by(error), remedy=error.remedy)
        ) from None


def _reason(_: click.Context, __: click.Parameter, value: str) -> str:
    if not 0 < len(value.strip()) <= _MOST_REASON:
        raise click.BadParameter(say("give 1 to {most} characters", most=_MOST_REASON))
    return value.strip()


@click.command(short_help="Move the ledger from its SQLite file to PostgreSQL.")
@config_option
@click.option(
    "--to", "target", metavar="URL", required=True, callback=_server, help="postgresql://user@host/db"
)
def migrate(file: Path | None, target: Postgres) -> None:
    """Move the ledger from its SQLite file to PostgreSQL, with every record, checkpoint and the key.

    Stop the gateway first. The file and the copy are both verified; the file is then set aside as
    NAME.moved. Interrupted, or when anything is wrong, both are left as they were; the same command
    again begins anew or finishes. Exit codes: 0 moved, 2 not moved.
    """
    installed = installation(file)
    try:
        with _progress() as bars:
            told = partial(_show, bars, {})
            moved = move(installed.ledger_site, target, node=installed.node, progress=told)
    except LedgerError as error:
        raise failure(error) from None
    except KeyboardInterrupt:
        raise failure(say("Interrupted. Run the same command again to move the ledger.")) from None
    tell(_moved(moved.report))
    tell(say("{root}  {digest}", root=say("Root"), digest=moved.report.root))
    tell(say("The file is now {file}; nothing writes to it any more.", file=moved.file))
    tell(say("Now write the new url under ledger, and key: {key}", key=installed.ledger_site.key))


def _moved(report: Report) -> Said:
    return say(
        "Moved {size} records and {checkpoints} checkpoints, and verified them.",
        size=report.size,
        checkpoints=report.checkpoints,
    )


@click.command("accept-restore", short_help="Go on from a backup that was put back, and record it.")
@config_option
@click.option(
    "--reason", required=True, callback=_reason, help="Why, for the record. Name no client.", metavar="TEXT"
)
def accept_restore(file: Path | None, reason: str) -> None:
    """Go on from a backup of the ledger that was put back, and record that it was.

    A node that saw later records appends nothing until this is run on it, with its gateway stopped.
    The records behind the backup are lost, and a checkpoint kept elsewhere will go on showing that.
    Exit codes: 0 accepted, 1 there is nothing to accept, 2 it cannot be done.
    """
    installed = installation(file)
    try:
        accepted = accept(
            installed.ledger_site,
            node=installed.node,
            log=installed.log,
            reason=reason,
            when=datetime.now(UTC),
        )
    except NothingToAccept as error:
        raise failure(error, _NOTHING) from None
    except LedgerError as error:
        raise failure(error) from None
    tell(
        say(
            "This node had seen {seen} records. Record {seq} says that a backup was put back.",
            seen=accepted.seen,
            seq=accepted.seq,
        )
    )


@click.command(short_help="Copy the ledger while the gateway runs.")
@config_option
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The file to make; it must be new."
)
def backup(file: Path | None, out: Path) -> None:
    """Copy the ledger in its SQLite file, whole at one moment, while the gateway runs, and verify the copy.

    The copy is its owner's alone. The signing key is not in it: keep that elsewhere. A ledger in
    PostgreSQL is copied by pg_dump. Exit codes: 0 made, 1 the ledger is not whole, so that no copy was
    kept, 2 not made.
    """
    site = installation(file).ledger_site
    if not isinstance(site.place, Path):
        raise failure(say("the ledger is in PostgreSQL: copy it with pg_dump"))
    try:
        public_key = public_bytes(load_key(site.key))
        with draft_of(out) as copy:
            back_up(site.place, copy)
            report = verify(copy, public_key=public_key)
            if report.problem is not None:
                raise failure(say("no backup was made: {what}", what=report.problem.seen()), _NOT_WHOLE)
    except LedgerError as error:
        raise failure(error) from None
    except OSError as error:
        raise unwritten(out, error) from None
    tell(
        say(
            "{out}: whole, records: {size}. The key is not in it: {key}",
            out=out,
            size=report.size,
            key=site.key,
        )
    )


def _progress() -> Progress:
    """Bars on a terminal, nothing elsewhere; on standard error, so that results stay clean."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
    console = Console(stderr=True)
    return Progress(
        *columns, MofNCompleteColumn(), TimeElapsedColumn(), console=console, disable=not sys.stderr.isatty()
    )


def _show(bars: Progress, steps: dict[str, TaskID], step: str, done: int, total: int) -> None:
    if step not in steps:
        steps[step] = bars.add_task(here(step), total=total or None)
    bars.update(steps[step], completed=done)
