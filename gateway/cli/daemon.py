"""What the commands that stay running share: the socket they listen on, and what they give up before work."""

import socket
from collections.abc import Iterable
from pathlib import Path

import structlog

from gateway.config_hosts import HostPort
from gateway.confinement import Ports, confine

_log = structlog.get_logger()


def bound(at: HostPort) -> socket.socket:
    """A socket that listens ``at``. Raises OSError."""
    family = socket.AF_INET6 if ":" in at.host else socket.AF_INET
    return socket.create_server((at.host, at.port), family=family)


def give_up(writable: Iterable[Path], ports: Ports | None = None) -> None:
    """Confines the process as ``gateway.confinement.confine`` does; what is not granted is logged."""
    if missing := confine(writable, ports).missing():
        _log.warning("the gateway is confined in part", **{"error.message": ", ".join(missing)})
