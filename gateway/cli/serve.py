"""``gateway serve``: run until SIGTERM."""

import asyncio
import ssl
from pathlib import Path

import click

from gateway import logs
from gateway.cli.desk import config_option
from gateway.config import ConfigError, default_path
from gateway.ledger.errors import LedgerError
from gateway.policy.load import PolicyError
from gateway.reading.process import SandboxUnavailable
from gateway.service import serve as run

_CANNOT_START = 2


@click.command()
@config_option
def serve(file: Path | None) -> None:
    """Accept, decide and deliver until SIGTERM, which lets running deliveries finish first.

    SIGHUP reloads policies and certificates; a file with a mistake keeps what is in force. Exit
    codes: 0 stopped as asked, 2 could not start.
    """
    logs.configure()
    try:
        asyncio.run(run(file or default_path()))
    except (
        ConfigError, PolicyError, SandboxUnavailable, LedgerError, OSError, ssl.SSLError, ValueError
    ) as error:  # fmt: skip
        click.echo(f"gateway cannot start.\n{error}", err=True)
        raise SystemExit(_CANNOT_START) from None
