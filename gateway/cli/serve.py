"""``gateway serve``: run until SIGTERM."""

import asyncio
import gc
import socket
import ssl
from pathlib import Path

import click

from gateway import logs, systemd, workers
from gateway.cli.complaint import failure, told
from gateway.cli.daemon import bound, give_up
from gateway.cli.desk import config_option
from gateway.config import ConfigError, default_path, load
from gateway.config_hosts import HostPort
from gateway.confinement import writable_of
from gateway.inbound.listening import cannot_listen
from gateway.ledger.errors import LedgerError
from gateway.policy.load import PolicyError
from gateway.reading.process import SandboxUnavailable
from gateway.said import said_by, say
from gateway.service import serve as run

# A mail makes and drops thousands of objects, hardly any of them in a circle. Looked for after every 700 of
# them, as Python does unasked, circles cost a tenth of all computing; so seldom, two MiB.
_OBJECTS_BETWEEN_COLLECTIONS = (10_000, 10, 20)


@click.command(short_help="Accept, decide and deliver until SIGTERM.")
@config_option
def serve(file: Path | None) -> None:
    """Accept, decide and deliver until SIGTERM, which lets running deliveries finish first.

    SIGHUP reloads policies and certificates; a file with a mistake keeps what is in force. Exit
    codes: 0 stopped as asked, 2 could not start.
    """
    logs.configure()
    path = file or default_path()
    try:
        config, sockets = load(path), systemd.listening_sockets()
        if config.workers > 1:
            sockets = sockets or tuple(map(_bound, config.listen))
    except (ConfigError, OSError) as error:
        raise SystemExit(_cannot_start(path, error)) from None
    give_up(writable_of(config))
    # What is loaded by now stays: no collection need walk through it, which would copy it for each worker.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OBJECTS_BETWEEN_COLLECTIONS)
    if config.workers == 1:
        raise SystemExit(_serve(path, sockets, 1))
    raise SystemExit(workers.run(config.workers, sockets, lambda number, given: _serve(path, given, number)))


def _bound(at: HostPort) -> socket.socket:
    try:
        return bound(at)
    except OSError as error:
        raise cannot_listen(at.host, at.port, error) from None


def _serve(path: Path, sockets: tuple[socket.socket, ...], number: int) -> int:
    try:
        asyncio.run(run(path, sockets, number))
    except (
        ConfigError, PolicyError, SandboxUnavailable, LedgerError, OSError, ssl.SSLError, ValueError
    ) as error:  # fmt: skip
        return _cannot_start(path, error)
    return 0


def _cannot_start(path: Path, error: Exception) -> int:
    """What ends as a sentence says itself what to do, and so do the files' own problems."""
    why = said_by(error) if isinstance(error, LedgerError) else told(error)
    if isinstance(error, ConfigError | PolicyError) or why.endswith("."):
        return failure(say("gateway cannot start.\n{why}", why=why)).exit_code
    hint = say("Run gateway check --config {file} as root: it names the file and the remedy.", file=path)
    return failure(say("gateway cannot start.\n{why}. {hint}", why=why, hint=hint)).exit_code
