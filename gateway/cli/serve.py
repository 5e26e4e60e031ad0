"""``gateway serve``: run until SIGTERM."""

import asyncio
import gc
import socket
import ssl
from pathlib import Path

import click
import structlog

from gateway import logs, systemd, workers
from gateway.cli.desk import config_option
from gateway.config import Config, ConfigError, default_path, load
from gateway.config_hosts import HostPort
from gateway.confinement import confine, writable_of
from gateway.ledger.errors import LedgerError
from gateway.policy.load import PolicyError
from gateway.reading.process import SandboxUnavailable
from gateway.service import serve as run

_CANNOT_START = 2
_log = structlog.get_logger()
# A mail makes and drops thousands of objects, hardly any of them in a circle. Looked for after every 700 of
# them, as Python does unasked, circles cost a tenth of all computing; so seldom, two MiB.
_OBJECTS_BETWEEN_COLLECTIONS = (10_000, 10, 20)


@click.command()
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
        raise SystemExit(_cannot_start(error)) from None
    _confine(config)
    # What is loaded by now stays: no collection need walk through it, which would copy it for each worker.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_OBJECTS_BETWEEN_COLLECTIONS)
    if config.workers == 1:
        raise SystemExit(_serve(path, sockets, 1))
    raise SystemExit(workers.run(config.workers, sockets, lambda number, given: _serve(path, given, number)))


def _confine(config: Config) -> None:
    if missing := confine(writable_of(config)).missing():
        _log.warning("the gateway is confined in part", **{"error.message": ", ".join(missing)})


def _bound(at: HostPort) -> socket.socket:
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    return socket.create_server((at.host, at.port), family=family)


def _serve(path: Path, sockets: tuple[socket.socket, ...], number: int) -> int:
    try:
        asyncio.run(run(path, sockets, number))
    except (
        ConfigError, PolicyError, SandboxUnavailable, LedgerError, OSError, ssl.SSLError, ValueError
    ) as error:  # fmt: skip
        return _cannot_start(error)
    return 0


def _cannot_start(error: Exception) -> int:
    click.echo(f"gateway cannot start.\n{error}", err=True)
    return _CANNOT_START
