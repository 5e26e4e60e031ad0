"""IP addresses as every part compares them: an IPv4-mapped IPv6 address is IPv4, and no zone is kept."""

import ipaddress
from functools import lru_cache

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
UNKNOWN_IP = ""


@lru_cache(maxsize=1024)
def plain_ip(text: str) -> str:
    """The address that ``text`` spells, in its shortest form. Raises ValueError."""
    address = ipaddress.ip_address(text.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return str(mapped or address)


def is_within(ip: str, networks: tuple[Network, ...]) -> bool:
    """Whether ``ip`` lies in one of ``networks``; UNKNOWN_IP lies in none."""
    if ip == UNKNOWN_IP or not networks:
        return False
    address = ipaddress.ip_address(plain_ip(ip))
    return any(address in network for network in networks)
