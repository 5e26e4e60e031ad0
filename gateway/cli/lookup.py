"""``gateway transfers lookup``, ``months``, ``sealed-key``: whether somebody's data passed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from gateway.cli import lookup_view as view
from gateway.cli.complaint import failure, here
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
from gateway.cli.transfers_view import print_json
from gateway.ledger.errors import LedgerError
from gateway.ledger.holds import require_reason
from gateway.ledger.keeping import new_name, record
from gateway.ledger.lookup import look_up, lookup_entry, require_recorded
from gateway.ledger.month import MonthKey, keys_beside, parse_keys
from gateway.ledger.months import beside_key, recorded_keys, recorded_months
from gateway.ledger.place import Site
from gateway.ledger.pseudonym import Sought
from gateway.ledger.record import RecordType
from gateway.ledger.transfers import list_transfers
from gateway.said import say
from gateway.sought import Unclear, sought_of

_ASK = "-"
_NOT_FOUND = 1

_QUESTIONS = {"phone": say("Phone:"), "email": say("Email:"), "name": say("Name:")}
_UNCLEAR = {
    Unclear.NOTHING: say("Give --phone, --email or --name."),
    Unclear.NAME: say("With --name give --postcode and --number too."),
    Unclear.PHONE: say("--phone is not one telephone number."),
    Unclear.EMAIL: say("--email is not one mail address."),
}


def _asked(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The value, asked for when only the option was given: a command line is seen and logged."""
    question = here(_QUESTIONS[str(option.name)])
    return click.prompt(question, prompt_suffix=" ", err=True) if value == _ASK else value


@click.command(short_help="Tell whether somebody's data passed. It is recorded.")
@config_option
@click.option("--phone", is_flag=False, flag_value=_ASK, callback=_asked, help="Their telephone.")
@click.option("--email", is_flag=False, flag_value=_ASK, callback=_asked, help="Their mail address.")
@click.option("--name", is_flag=False, flag_value=_ASK, callback=_asked, help="First and last name.")
@click.option("--postcode", help="With --name: the postcode of their address.")
@click.option("--number", help="With --name: the house number, without a box.")
@since_option
@until_option
@click.option(
    "--month-key",
    "files",
    multiple=True,
    type=click.File("r", encoding="ascii", errors="replace"),
    help="A file with the opened key of a past month, - for standard input. May be given several times.",
)
@reason_option
@json_option
def lookup(  # noqa: PLR0913, PLR0917 - one parameter an option
    file: Path | None,
    phone: str | None,
    email: str | None,
    name: str | None,
    postcode: str | None,
    number: str | None,
    since: datetime | None,
    until: datetime | None,
    files: tuple[TextIO, ...],
    reason: str,
    as_json: bool,
) -> None:
    """Tell whether somebody's data passed, when, and to whom. The question is recorded, not after whom.

    An option without its value asks for it, so that it stands in no history. A month that is over is
    searched only with its opened key. Exit codes: 0 answered, 2 not answered.
    """
    sought = _sought(phone, email, name, postcode, number)
    installed = installation(file)
    with writing(installed, "lookup") as writer:
        site = installed.ledger_site
        require_reason(reason)
        recorded = recorded_months(site.place)
        keys = require_recorded(_keys(site, files), recorded)
        answer = look_up(list_transfers(site.place, since=since, until=until), sought, keys, recorded)
        asked = new_name(RecordType.LOOKUP)
        entry = lookup_entry(asked, sought, answer, reason, operator(), keys=keys)
        record(writer, [entry], datetime.now(UTC))
    print_json(view.shape(answer)) if as_json else view.print_answer(answer)


def _sought(
    phone: str | None, email: str | None, name: str | None, postcode: str | None, number: str | None
) -> Sought:
    sought = sought_of(phone=phone, email=email, name=name, postcode=postcode, number=number)
    if isinstance(sought, Unclear):
        raise click.UsageError(_UNCLEAR[sought])
    return sought


def _keys(site: Site, files: tuple[TextIO, ...]) -> Iterator[MonthKey]:
    """The keys that lie beside the ledger and are recorded, and those in ``files``."""
    yield from recorded_keys(site, recorded_months(site.place))
    for file in files:
        yield from parse_keys(file.read())


@click.command(short_help="List the keys of the months, and who can open them.")
@config_option
@json_option
def months(file: Path | None, *, as_json: bool) -> None:
    """List the keys of the months, and to whom each is sealed. Exit codes: 0 listed, 2 cannot be read."""
    site = site_of(file)
    try:
        beside = frozenset(key.id for key in keys_beside(beside_key(site)))
        found = recorded_months(site.place)
    except LedgerError as error:
        raise failure(error) from None
    print_json(view.months_shape(found, beside)) if as_json else view.print_months(found, beside)


@click.command("sealed-key", short_help="Print the sealed key of a month, for an officer.")
@click.argument("month")
@config_option
def sealed_key(month: str, file: Path | None) -> None:
    """Print the sealed key of MONTH (as 2026-01, or the key's own name), for an officer to open with age.

    Exit codes: 0 printed, 1 there is none, or there are several, 2 the ledger cannot be read.
    """
    try:
        sealed = [one for one in recorded_months(site_of(file).place) if one.sealed]
    except LedgerError as error:
        raise failure(error) from None
    found = [one for one in sealed if month in (one.month, one.key)]
    if len({one.key for one in found}) != 1:
        names = ", ".join(sorted({one.key for one in found}))
        several = say("several keys; name one: {names}", names=names)
        none = say(
            "no sealed key of {month}. See gateway transfers months for those that there are.", month=month
        )
        raise failure(several if found else none, _NOT_FOUND)
    click.echo(found[-1].sealed, nl=False)
