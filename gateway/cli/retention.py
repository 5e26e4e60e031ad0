"""``gateway transfers erase``, ``hold``, ``release``, ``holds``: how long the ledger keeps what it knows."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import click

from gateway.cli import transfers_view as view
from gateway.cli.complaint import failure, tell
from gateway.cli.desk import (
    config_option,
    installation,
    json_option,
    operator,
    reason_option,
    since_option,
    site_of,
    until_option,
    writing,
)
from gateway.config import Config
from gateway.doctor.keeping import terms_of
from gateway.ledger import holds as legal
from gateway.ledger.errors import LedgerError, TransferNotFound
from gateway.ledger.keeping import Plan, carry_out, close_months, months_over, new_name, plan, record
from gateway.ledger.record import RecordType
from gateway.ledger.transfers import get_transfer
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.said import Said, say

_NOT_SETTLED, _NOT_FOUND = 1, 1


@click.command(short_help="Erase what the policies' retention lets go.")
@config_option
@click.option("--dry-run", is_flag=True, help="Only say what would be erased.")
def erase(file: Path | None, *, dry_run: bool) -> None:
    """Erase what the policies' retention lets go, and the keys of months that are over.

    Every erasure is recorded. What is held is left. Exit codes: 0 done, 1 done but another program
    keeps the ledger in use, so that copies may be in its files until this is run again, 2 not done.
    """
    installed, now = installation(file), datetime.now(UTC)
    try:
        planned = plan(installed.ledger_site.place, terms_of(load_book(installed.policies)), now)
        months = months_over(installed.ledger_site, now)
    except (PolicyError, LedgerError) as error:
        raise failure(error) from None
    if dry_run:
        _tell(planned, done=False)
        if months:
            tell(say("Would be wiped for good: the key of {months}.", months=", ".join(months)))
        return
    settled = _erase(installed, planned, now)
    if not settled:
        raise failure(say("another program keeps the ledger in use; run this again"), _NOT_SETTLED)


def _erase(installed: Config, planned: Plan, now: datetime) -> bool:
    with writing(installed, "erase") as writer:
        carry_out(writer, installed.ledger_site.place, planned, now)
        months = close_months(writer, installed.ledger_site, installed.seal_months_to, now)
        settled = writer.settle()
    _tell(planned, done=True)
    if months:
        tell(say("Wiped the key of {months}.", months=", ".join(months)))
    return settled


def _tell(planned: Plan, *, done: bool) -> None:
    counts = Counter[tuple[str, str]]()
    for one in planned.erasures:
        counts[one.protocol, one.group] += len(one.of)
    for (protocol, group), count in sorted(counts.items()):
        what = say("{group} of {count} records of {protocol}", group=group, count=count, protocol=protocol)
        tell(_erased(what, done=done))
    if not counts:
        tell(_erased(say("nothing"), done=done))


def _erased(what: Said, *, done: bool) -> Said:
    return say("Erased: {what}.", what=what) if done else say("Would be erased: {what}.", what=what)


@click.command(short_help="Erase nothing of these transfers until the hold ends.")
@click.argument("reference", required=False)
@config_option
@since_option
@until_option
@reason_option
def hold(
    reference: str | None, file: Path | None, since: datetime | None, until: datetime | None, reason: str
) -> None:
    """Erase nothing of one transfer (REFERENCE), or of those of a period, until it is released.

    Prints the name of the hold. Exit codes: 0 held, 1 no such transfer or several, 2 not held.
    """
    if (reference is None) == (since is None and until is None):
        raise click.UsageError(say("Give a reference, or a period with --from, --to or both."))
    installed, name, user = installation(file), new_name(RecordType.HOLD), operator()
    with writing(installed, "hold") as writer:
        if reference is None:
            entry = legal.on_period(name, since, until, reason, user)
        else:
            entry = legal.on_transfer(name, _transfer(installed, reference), reason, user)
        record(writer, [entry], datetime.now(UTC))
    click.echo(name)


def _transfer(installed: Config, reference: str) -> str:
    try:
        return get_transfer(installed.ledger_site.place, reference).id
    except TransferNotFound as error:
        raise failure(error, _NOT_FOUND) from None


@click.command(short_help="End a hold.")
@click.argument("name", metavar="HOLD")
@config_option
@reason_option
def release(name: str, file: Path | None, reason: str) -> None:
    """End a hold, by the name that `hold` printed and `holds` lists.

    Exit codes: 0 released, 2 there is no such hold, or it could not be recorded.
    """
    installed = installation(file)
    with writing(installed, "hold") as writer:
        if name not in {one.id for one in legal.standing_holds(installed.ledger_site.place)}:
            wrong = say(
                "there is no hold {name}. See gateway transfers holds for those that there are.", name=name
            )
            raise failure(wrong)
        record(writer, [legal.release(name, reason, operator())], datetime.now(UTC))


@click.command()
@config_option
@json_option
def holds(file: Path | None, *, as_json: bool) -> None:
    """List what is held. Exit codes: 0 listed, 2 the ledger cannot be read."""
    try:
        found = legal.standing_holds(site_of(file).place)
    except LedgerError as error:
        raise failure(error) from None
    view.print_json([view.hold_shape(one) for one in found]) if as_json else view.print_holds(found)
