"""``gateway console``: the pages for the data-protection officer, and the accounts that may see them."""

import errno
import os
import signal
import socket
import warnings
from datetime import UTC, datetime
from getpass import GetPassWarning
from pathlib import Path
from urllib.parse import urlsplit

import click
import structlog
import uvicorn

from gateway import logs
from gateway.cli.complaint import failure, here, tell
from gateway.cli.daemon import bound, give_up
from gateway.cli.desk import config_option, installation
from gateway.config import Config
from gateway.config_console import Console
from gateway.config_hosts import HostPort
from gateway.confinement import Ports, writable_of
from gateway.console import accounts
from gateway.console.accounts import AccountsError
from gateway.console.app import application
from gateway.console.asking import ProviderUnavailable, authorities_of, secret_of
from gateway.console.roles import Role
from gateway.doctor.console import console_remarks
from gateway.doctor.remark import Code, Grade
from gateway.said import Said, joined, reason_of, said_by, say

_NONE = say("the configuration has no console. Add console: with listen, and accounts or oidc.")
_NO_ACCOUNTS = say("the console has no accounts of its own. Add console.accounts: and a file.")
_NO_TERMINAL = say("There is no terminal to ask the password on. Run it on one (ssh -t), or give --password.")
_PASSWORD, _AGAIN = say("Password:"), say("Repeat for confirmation:")
_DIFFERENT = say("Error: The two entered values do not match.")
_DRAIN_SECONDS = 10
_HTTPS, _POSTGRES = 443, 5432
_log = structlog.get_logger()


@click.group(short_help="Serve the officers' pages, and keep their accounts.")
def console() -> None:
    """Serve the pages for the data-protection officer, and keep the accounts for them."""


@console.command()
@config_option
def serve(file: Path | None) -> None:
    """Serve the pages until SIGTERM. Exit codes: 0 ended, 2 it cannot start."""
    logs.configure()
    config, settings = _settings(file)
    _require_fit(settings)
    listening = _bound(settings.listen)
    _confine(config, settings)
    app = application(config, settings, lambda: datetime.now(UTC))
    server = uvicorn.Server(
        uvicorn.Config(
            app, log_config=None, access_log=False, server_header=False, proxy_headers=settings.proxied,
            forwarded_allow_ips="127.0.0.1", ws="none", timeout_graceful_shutdown=_DRAIN_SECONDS,
            ssl_keyfile=settings.key, ssl_certfile=settings.certificate and str(settings.certificate),
        )
    )  # fmt: skip
    host, port = listening.getsockname()[:2]
    # Once all has ended uvicorn raises the signal anew, which would be told as an end by force.
    signal.signal(signal.SIGTERM, lambda *_: None)
    _log.info("listening", **{"server.address": host, "server.port": port})
    server.run(sockets=[listening])
    _log.info("console stopped", **{"server.address": host, "server.port": port})


def _require_fit(settings: Console) -> None:
    """Ends when something is missing that the pages need: better now than at the first log-in.

    A certificate past its time is told by every browser, and keeps nobody from the rest.
    """
    remarks = console_remarks(settings, os.geteuid(), datetime.now(UTC))
    wrong = [one for one in remarks if one.grade is Grade.ERROR and one.code is not Code.CONSOLE_EXPIRY]
    if wrong:
        raise _cannot_start(joined("\n", (one.sentence() for one in wrong)))
    try:
        if settings.accounts is not None:
            accounts.load(settings.accounts)
        if settings.oidc is not None:
            secret_of(settings.oidc)
            authorities_of(settings.oidc.ca)
        if settings.drafts is not None:
            settings.drafts.mkdir(0o700, exist_ok=True)
    except (AccountsError, ProviderUnavailable) as error:
        raise _cannot_start(said_by(error)) from None
    except OSError as error:
        raise _cannot_start(say("{file}: {reason}.", file=settings.drafts, reason=reason_of(error))) from None


def _bound(at: HostPort) -> socket.socket:
    """A socket that listens ``at``: before the process confines itself, so that it is told what is wrong."""
    where = f"{at.host}:{at.port}"
    try:
        return bound(at)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise _cannot_start(say("{at} {reason}.", at=where, reason=reason_of(error))) from None
        raise _cannot_start(
            say("{at} is in use. Stop what listens there, or change console.listen.", at=where)
        ) from None


def _cannot_start(why: str) -> click.exceptions.Exit:
    return failure(say("the console cannot start.\n{why}", why=why))


def _confine(config: Config, settings: Console) -> None:
    """A ledger on a server and the provider of log-ins are all that it connects to: it sends no mail."""
    site, provider = config.ledger_site, settings.oidc
    server = (
        () if isinstance(site.place, Path) else (int(dict(site.place.parameters).get("port", _POSTGRES)),)
    )
    reached = (*server, *((_HTTPS, urlsplit(str(provider.issuer)).port or _HTTPS) if provider else ()))
    drafts = (settings.drafts.parent,) if settings.drafts else ()
    give_up((*writable_of(config), *drafts), Ports((settings.listen.port,), reached))


@console.command("account", short_help="Make an account, or make it anew.")
@click.argument("name")
@click.option("--role", type=click.Choice([str(role) for role in Role]), required=True, help="What for.")
@click.option("--password", help="Asked when it is left out, so that it stands in no history.")
@click.option(
    "--replace", is_flag=True, help="Give an account that is there a new password, second factor and role."
)
@config_option
def account(name: str, role: str, password: str | None, replace: bool, file: Path | None) -> None:
    """Make the account NAME, or with --replace make it anew: for who lost their phone or password.

    Prints an otpauth:// line for an authenticator app, shown this once: type in what stands behind secret=.
    An account that is there is left as it is without --replace. Exit codes: 0 made, 2 not.
    """
    local = _accounts(file)
    try:
        if not replace and name in accounts.load(local):
            raise failure(_there(name))
        uri = accounts.added(local, name, Role(role), password or _asked_password())
    except AccountsError as error:
        raise failure(error) from None
    given = say(
        "Account {name} may log in. Give this to an authenticator app, and to nobody else:", name=name
    )
    tell(say("{given}\n{uri}", given=given, uri=uri))


def _there(name: str) -> Said:
    return say(
        "There is an account {name} already, left as it was. Add --replace to make it anew: the password and "
        "the second factor that it has then no longer open anything.",
        name=name,
    )


def _asked_password() -> str:
    """What is typed twice, unseen. Ends the command where nobody can type unseen."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", GetPassWarning)
        try:
            return _typed_twice()
        except GetPassWarning:
            raise failure(_NO_TERMINAL) from None


def _typed_twice() -> str:
    while True:
        password = str(click.prompt(here(_PASSWORD), hide_input=True, prompt_suffix=" "))
        if password == click.prompt(here(_AGAIN), hide_input=True, prompt_suffix=" "):
            return password
        tell(_DIFFERENT)


@console.command("accounts")
@config_option
def accounts_(file: Path | None) -> None:
    """List the accounts. Exit codes: 0 listed, 2 they cannot be read."""
    local = _accounts(file)
    try:
        found = accounts.load(local)
    except AccountsError as error:
        raise failure(error) from None
    for one in found.values():
        click.echo(f"{one.name}  {one.role}")


@console.command("remove-account", short_help="Remove an account; its sessions end at once.")
@click.argument("name")
@config_option
def remove_account(name: str, file: Path | None) -> None:
    """Remove the account NAME; its sessions end at once. Exit codes: 0 removed, 2 not."""
    local = _accounts(file)
    try:
        accounts.removed(local, name)
    except AccountsError as error:
        raise failure(error) from None


def _accounts(file: Path | None) -> Path:
    _, settings = _settings(file)
    if settings.accounts is None:
        raise failure(_NO_ACCOUNTS)
    return settings.accounts


def _settings(file: Path | None) -> tuple[Config, Console]:
    config = installation(file)
    if config.console is None:
        raise failure(_NONE)
    return config, config.console
