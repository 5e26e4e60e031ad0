"""A host and a port, from the text a person wrote."""

from dataclasses import dataclass
from ipaddress import ip_address

from gateway.mail.address import parse_domain

_MAX_PORT, _MAX_PORT_DIGITS = 65535, 5


@dataclass(frozen=True, slots=True)
class HostPort:
    """A host (name, IPv4 address, or IPv6 address without brackets) and a TCP or UDP port."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_host_port(text: str, default_port: int | None = None) -> HostPort:
    """``host:port`` or ``[IPv6]:port``; without a port ``default_port``. Raises ValueError."""
    host, port = _split(text)
    if host.startswith("["):
        host = str(ip_address(host[1:-1]))
    elif not is_ip(host):
        host = parse_domain(host)
    if not port and default_port is not None:
        return HostPort(host, default_port)
    if not (port.isascii() and port.isdigit() and len(port) <= _MAX_PORT_DIGITS and int(port) <= _MAX_PORT):
        raise ValueError("no port")
    return HostPort(host, int(port))


def _split(text: str) -> tuple[str, str]:
    """Host and port; the port is empty when there is none."""
    if text.startswith("["):
        host, closed, rest = text.partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise ValueError("no IPv6 address in brackets")
        return host + closed, rest[1:]
    if text.count(":") > 1:
        raise ValueError("an IPv6 address without brackets")
    host, _, port = text.partition(":")
    return host, port


def is_ip(host: str) -> bool:
    """Whether ``host`` is an IP address."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine by its very spelling: a loopback address or ``localhost``."""
    return host == "localhost" or (is_ip(host) and ip_address(host).is_loopback)
