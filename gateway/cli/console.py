"""``gateway console``: the pages for the data-protection officer, and the accounts that may see them."""

from datetime import UTC, datetime
from pathlib import Path

import click
import uvicorn

from gateway import logs
from gateway.cli.desk import config_option, failure, installation
from gateway.config import Config
from gateway.config_console import Console
from gateway.console import accounts
from gateway.console.accounts import AccountsError
from gateway.console.app import application
from gateway.console.roles import Role

_NONE = "the configuration has no console. Add console: with accounts and listen."
_DRAIN_SECONDS = 10


@click.group()
def console() -> None:
    """Serve the pages for the data-protection officer, and keep the accounts for them."""


@console.command()
@config_option
def serve(file: Path | None) -> None:
    """Serve the pages until SIGTERM. Exit codes: 0 ended, 2 it cannot start."""
    logs.configure()
    config, settings = _settings(file)
    app = application(config, settings, lambda: datetime.now(UTC))
    try:
        uvicorn.run(
            app, host=settings.listen.host, port=settings.listen.port, log_config=None, access_log=False,
            server_header=False, proxy_headers=settings.proxied, forwarded_allow_ips="127.0.0.1", ws="none",
            timeout_graceful_shutdown=_DRAIN_SECONDS, ssl_keyfile=settings.key,
            ssl_certfile=settings.certificate and str(settings.certificate),
        )  # fmt: skip
    except OSError as error:
        raise failure(f"the console cannot start: {error.strerror or error}") from None


@console.command("account")
@click.argument("name")
@click.option("--role", type=click.Choice([str(role) for role in Role]), required=True, help="What for.")
@click.password_option(help="Asked when it is left out, so that it stands in no history.")
@config_option
def account(name: str, role: str, password: str, file: Path | None) -> None:
    """Make the account NAME, or give it a new password and second factor.

    Prints what to type into an authenticator app; it is shown this once. Exit codes: 0 made, 2 not.
    """
    _, settings = _settings(file)
    try:
        uri = accounts.added(settings.accounts, name, Role(role), password)
    except AccountsError as error:
        raise failure(str(error)) from None
    click.echo(f"Account {name} may log in. Give this to an authenticator app, and to nobody else:\n{uri}")


@console.command("accounts")
@config_option
def accounts_(file: Path | None) -> None:
    """List the accounts. Exit codes: 0 listed, 2 they cannot be read."""
    _, settings = _settings(file)
    try:
        found = accounts.load(settings.accounts)
    except AccountsError as error:
        raise failure(str(error)) from None
    for one in found.values():
        click.echo(f"{one.name}  {one.role}")


@console.command("remove-account")
@click.argument("name")
@config_option
def remove_account(name: str, file: Path | None) -> None:
    """Remove the account NAME; its sessions end at once. Exit codes: 0 removed, 2 not."""
    _, settings = _settings(file)
    try:
        accounts.removed(settings.accounts, name)
    except AccountsError as error:
        raise failure(str(error)) from None


def _settings(file: Path | None) -> tuple[Config, Console]:
    config = installation(file)
    if config.console is None:
        raise failure(_NONE)
    return config, config.console
