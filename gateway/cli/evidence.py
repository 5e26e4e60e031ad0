"""``gateway transfers evidence``: a bundle that a third party can verify alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from gateway.cli.complaint import failure, tell, warn
from gateway.cli.desk import config_option, kept_text, since_option, site_of, until_option
from gateway.cli.outfile import unwritten
from gateway.cli.progress import shown
from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger.errors import CheckpointError, LedgerDamaged, LedgerError, TransferNotFound
from gateway.said import Said, said_by, say

_NOT_PROVEN, _NOT_FOUND = 1, 1


@click.command(short_help="Write a bundle that proves transfers.")
@click.argument("reference", nargs=-1)
@config_option
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The ZIP to write; it must be new."
)
@since_option
@until_option
@click.option("--policy", "protocol", help="Only transfers under this protocol.")
@click.option(
    "--checkpoint",
    "checkpoints",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A checkpoint kept elsewhere, to prove that the ledger continues it. May be repeated.",
)
def evidence(  # noqa: PLR0913, PLR0917 - one parameter an option
    reference: tuple[str, ...],
    file: Path | None,
    out: Path,
    since: datetime | None,
    until: datetime | None,
    protocol: str | None,
    checkpoints: tuple[Path, ...],
) -> None:
    """Write a bundle that proves transfers: those with a REFERENCE, or of a period.

    A ZIP for a third party, who verifies it with Python alone: verify.py in it says how. It holds what the
    ledger holds of these transfers, and of no others. Exit codes: 0 written, 1 no such transfer, or the
    ledger cannot prove it, 2 the ledger cannot be read or the file not be written.
    """
    if reference and (since or until or protocol):
        raise click.UsageError(say("Give references, or --from, --to and --policy."))
    choice = Choice(reference, since, until, protocol, tuple(map(kept_text, checkpoints)))
    ledger = site_of(file).place
    with _told(out, choice), shown(say("Evidence")) as progress:
        count = write_bundle(ledger, choice, out, progress)
    tell(_written(out, count))
    if not (reference or since or until or protocol):
        warn(say("No reference, period or policy was given: the bundle holds every transfer of the ledger."))
    elif not count:
        warn(say("No transfer fits: the bundle proves nothing."))


@contextmanager
def _told(out: Path, choice: Choice) -> Iterator[None]:
    """Whatever keeps the bundle from being written ends the command."""
    try:
        yield
    except TransferNotFound as error:
        raise failure(error, _NOT_FOUND) from None
    except LedgerDamaged as error:
        verify = "gateway transfers verify" + (" --checkpoint FILE" if choice.kept else "")
        wrong = say("{wrong}. Run {verify}.", wrong=said_by(error), verify=verify)
        raise failure(wrong, _NOT_PROVEN) from None
    except CheckpointError as error:
        wrong = say("a checkpoint cannot be proven: {wrong}", wrong=said_by(error))
        raise failure(wrong, _NOT_PROVEN) from None
    except LedgerError as error:
        raise failure(error) from None
    except OSError as error:
        raise unwritten(out, error) from None


def _written(out: Path, count: int) -> Said:
    return say(
        "{out}: transfers: {count}. To verify: python3 verify.py {name}", out=out, count=count, name=out.name
    )
