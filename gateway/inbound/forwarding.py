"""What XCLIENT and XFORWARD say of another client, by Postfix's XCLIENT_README and XFORWARD_README; pure.

Values are xtext (RFC 3461 section 4), read strictly. Only a client's address and EHLO name are kept: the
rest has to be well-formed, and counts for nothing.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gateway.inbound import replies
from gateway.inbound.grammar import parse_helo
from gateway.inbound.replies import Reply
from gateway.mail.envelope import Peer, Via
from gateway.mail.network import UNKNOWN_IP, plain_ip

VERBS = frozenset(("XCLIENT", "XFORWARD"))
OFFERS = (
    "XCLIENT NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT",
    "XFORWARD NAME ADDR PORT PROTO HELO IDENT SOURCE",
)
UNKNOWN_HELO = "unknown"

_NOT_KNOWN = frozenset(("[UNAVAILABLE]", "[TEMPUNAVAIL]"))
_XTEXT = re.compile(r"(?:[!-*,-<>-~]|\+[0-9A-F]{2})*", re.ASCII)
_HEXADECIMAL = re.compile(r"\+([0-9A-F]{2})")
_PRINTABLE = re.compile(r"[ -~]*")
_IPV6 = "IPV6:"


@dataclass(frozen=True, slots=True)
class Named:
    """What is told of a client. None is not told; UNKNOWN_IP and UNKNOWN_HELO are told to be not known."""

    ip: str | None = None
    helo: str | None = None


def parse(verb: str, argument: str) -> Named | Reply:
    """What stands behind ``verb``, one of VERBS, or the reply that refuses it."""
    known = _XCLIENT if verb == "XCLIENT" else _XFORWARD
    values = _attributes(argument)
    if values is None or not values.keys() <= known.keys():
        return replies.BAD_ATTRIBUTE
    if not all(value is None or known[name](value) for name, value in values.items()):
        return replies.BAD_ATTRIBUTE
    return Named(_told(values, "ADDR", UNKNOWN_IP, _address), _told(values, "HELO", UNKNOWN_HELO, _helo))


def become(peer: Peer, named: Named) -> Peer:
    """The client behind XCLIENT: from here on ``peer`` passes on what that client sends."""
    if named.ip is None:
        return peer
    return Peer(named.ip, "", Via(peer.via.ip if peer.via else peer.ip, relayed=False))


def client_of(peer: Peer, helo: str, forwarded: Named | None) -> Peer:
    """Whose message it is that ``peer``, which said EHLO as ``helo``, hands in behind ``forwarded``."""
    if forwarded is None or not forwarded.ip:
        return replace(peer, helo=helo)
    return Peer(forwarded.ip, forwarded.helo or UNKNOWN_HELO, Via(peer.ip, relayed=True))


def together(earlier: Named | None, later: Named) -> Named:
    """Both of two XFORWARD commands for one message; the later one is right where they differ."""
    if earlier is None:
        return later
    ip = earlier.ip if later.ip is None else later.ip
    return Named(ip, earlier.helo if later.helo is None else later.helo)


def _told(
    values: Mapping[str, str | None], name: str, unknown: str, read: Callable[[str], str]
) -> str | None:
    if name not in values:
        return None
    value = values[name]
    return unknown if value is None else read(value)


def _attributes(argument: str) -> dict[str, str | None] | None:
    """Each attribute with its value decoded, None for one that is not known; None in all when malformed."""
    found: dict[str, str | None] = {}
    for word in argument.split(" "):
        name, sign, encoded = word.partition("=")
        name = name.upper()
        value = _decoded(encoded)
        if not sign or name in found or value is None:
            return None
        found[name] = None if value.upper() in _NOT_KNOWN or not value else value
    return found


def _decoded(encoded: str) -> str | None:
    if not _XTEXT.fullmatch(encoded):
        return None
    value = _HEXADECIMAL.sub(lambda pair: chr(int(pair[1], 16)), encoded)
    return value if _PRINTABLE.fullmatch(value) else None


def _address(value: str) -> str:
    """Raises ValueError. An IPv6 address stands behind its prefix, an IPv4 address without one."""
    tagged = value[: len(_IPV6)].upper() == _IPV6
    bare = value[len(_IPV6) :] if tagged else value
    if tagged != (":" in bare) or "%" in bare:
        raise ValueError("no address with its own prefix")
    return plain_ip(bare)


def _helo(value: str) -> str:
    """The name as a client gave it elsewhere; one that this server would have refused counts as not given."""
    name = parse_helo(value)
    return UNKNOWN_HELO if isinstance(name, Reply) else name


def _is_address(value: str) -> bool:
    try:
        return bool(_address(value))
    except ValueError:
        return False


def _is_port(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 5 and int(value) <= 65_535


def _is_protocol(value: str) -> bool:
    return value.upper() in ("SMTP", "ESMTP")


def _is_source(value: str) -> bool:
    return value.upper() in ("LOCAL", "REMOTE")


def _is_text(value: str) -> bool:
    return len(value) <= 255


_COMMON: Mapping[str, Callable[[str], bool]] = {
    "NAME": _is_text,
    "ADDR": _is_address,
    "PORT": _is_port,
    "PROTO": _is_protocol,
    "HELO": _is_text,
}
_XCLIENT = {**_COMMON, "LOGIN": _is_text, "DESTADDR": _is_address, "DESTPORT": _is_port}
_XFORWARD = {**_COMMON, "IDENT": _is_text, "SOURCE": _is_source}
