"""The values of the configuration: from the text a person wrote to the type the gateway uses."""

import re
from collections.abc import Callable
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError
from pyrage import RecipientError
from pyrage.x25519 import Recipient

from gateway.config_hosts import HostPort, is_ip, parse_host_port
from gateway.ledger.cosignature import Witness, parse_witness
from gateway.ledger.place import Place, PlaceError, parse_postgres
from gateway.ledger.record import require_name
from gateway.mail.address import Address, parse_address, parse_domain
from gateway.policy.shape import fault
from gateway.said import Said, say

T = TypeVar("T")
_DNS_PORT = 53
_FINGERPRINT = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LEAST_PREFIX = {4: 8, 6: 16}


def _listen(text: str) -> HostPort:
    target = parse_host_port(text)
    if target.host != "localhost" and not is_ip(target.host):
        raise ValueError("no address of this machine")
    return target


def _next_hop(text: str) -> HostPort:
    target = parse_host_port(text)
    if target.port == 0:
        raise ValueError("port 0")
    return target


def _nameserver(text: str) -> HostPort:
    target = HostPort(text, _DNS_PORT) if is_ip(text) else parse_host_port(text, _DNS_PORT)
    if not is_ip(target.host) or target.port == 0:
        raise ValueError("no IP address")
    return target


def _host_name(text: str) -> str:
    if is_ip(text):
        raise ValueError("an IP address")
    return parse_domain(text)


def _network(text: str) -> IPv4Network | IPv6Network:
    """Whoever is trusted speaks for any client, so a large part of the Internet cannot be meant."""
    found = ip_network(text)
    if found.prefixlen < _LEAST_PREFIX[found.version]:
        wrong = say("is far too wide: its hosts would all be believed")
        raise fault(wrong, say("List your own servers, one by one."))
    return found


def _certificate(text: str) -> str:
    bare = text.replace(":", "")
    return bare.lower() if _FINGERPRINT.fullmatch(bare) else _host_name(text)


def _guid(text: str) -> str:
    if _GUID.fullmatch(text.strip("{}")) and not _GUID.fullmatch(text):
        raise fault(say("stands in braces"), say("Leave the braces out."))
    if not _GUID.fullmatch(text):
        raise ValueError("no GUID")
    return text.lower()


def _ledger(text: str) -> Place:
    scheme, _, path = text.partition("://")
    if scheme in ("postgresql", "postgres"):
        try:
            return parse_postgres(text)
        except PlaceError as error:
            raise fault(error.wrong, error.remedy) from None
    if scheme != "sqlite" or not path.startswith("/") or path.endswith("/"):
        raise ValueError("no sqlite:///")
    place = Path("/" + path.lstrip("/"))
    if place.parent == Path("/") or {".", ".."} & set(path.split("/")):
        wrong = say("names no folder to keep the ledger in: a path here is never relative")
        remedy = say("Write sqlite:/// and the whole path: sqlite:///var/lib/gateway/ledger.db.")
        raise fault(wrong, remedy)
    return place


def _plain_name(text: str) -> str:
    require_name(text)
    return text


def _age_recipient(text: str) -> str:
    if text.strip().upper().startswith("AGE-SECRET-KEY-"):
        wrong = say("is a SECRET key of age, which opens the keys of the months")
        remedy = say(
            "Replace the pair: a secret key that lay here is secret no longer. "
            "Write the public key of the new one: age1 and on."
        )
        raise fault(wrong, remedy)
    try:
        return str(Recipient.from_str(text.strip()))
    except RecipientError:
        raise ValueError("no age public key") from None


def _http(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.fragment:
        raise ValueError("no http or https")
    if not text.isascii() or not text.isprintable() or " " in text or parts.port == 0:
        raise ValueError("no plain URL")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError("no time zone") from None
    return text


def _one_word(text: str) -> str:
    if not text.isascii() or not text.isprintable() or not text or " " in text:
        raise ValueError("no single word")
    return text


def _file(value: object, info: ValidationInfo) -> Path:
    if not isinstance(value, str) or not value.strip():
        wrong = say("must be the path of a file or folder")
        raise fault(wrong, say("Write it relative to this file, or absolute."))
    folder = info.context if isinstance(info.context, Path) else Path()
    return folder / value


def _spelled(parse: Callable[[str], T], wrong: Said, remedy: Said) -> PlainValidator:
    """A validator that makes a value from its text with ``parse``, which raises ValueError."""

    def validate(value: object) -> T:
        if value is None:
            raise fault(say("has no value"), remedy)
        if not isinstance(value, str):
            raise fault(say("must be text"), say("Put it in quotes. {remedy}", remedy=remedy))
        try:
            return parse(value)
        except PydanticCustomError:
            raise
        except ValueError:
            raise fault(wrong, remedy) from None

    return PlainValidator(validate)


_TEXT = WithJsonSchema({"type": "string"})
_HOST_PORT = say("Write it as name:port, IPv4:port or [IPv6]:port.")

FilePath = Annotated[Path, PlainValidator(_file), _TEXT]
HostName = Annotated[
    str, _spelled(_host_name, say("is no host name"), say("Write a name as mx.example.org.")), _TEXT
]
ListenAddress = Annotated[
    HostPort,
    _spelled(_listen, say("is no address to listen on"), say("Write it as IPv4:port or [IPv6]:port.")),
    _TEXT,
]
NextHopAddress = Annotated[HostPort, _spelled(_next_hop, say("is no host and port"), _HOST_PORT), _TEXT]
NameServer = Annotated[
    HostPort,
    _spelled(
        _nameserver,
        say("is no name server"),
        say("Write an IP address, with a port as IPv4:port or [IPv6]:port."),
    ),
    _TEXT,
]
Network = Annotated[
    IPv4Network | IPv6Network,
    _spelled(_network, say("is no network"), say("Write an IP address, or a network as 192.0.2.0/24.")),
    _TEXT,
]
CertificateName = Annotated[
    str,
    _spelled(
        _certificate,
        say("is neither a SHA-256 fingerprint nor a DNS name"),
        say("Write 64 digits or a name."),
    ),
    _TEXT,
]
Guid = Annotated[
    str, _spelled(_guid, say("is no GUID"), say("Copy it from the Entra admin centre: Tenant ID.")), _TEXT
]
Mailbox = Annotated[
    Address, _spelled(parse_address, say("is no mail address"), say("Write it as name@domain.")), _TEXT
]
Selector = Annotated[
    str,
    _spelled(
        parse_domain, say("is no DKIM selector"), say("Write letters, digits and hyphens, as gateway2026.")
    ),
    _TEXT,
]
PlainName = Annotated[
    str, _spelled(_plain_name, say("is no plain name"), say("Use letters, digits, dots and hyphens.")), _TEXT
]
ZoneName = Annotated[
    str, _spelled(_zone, say("is no time zone"), say("Write the name of a place, as Europe/Brussels.")), _TEXT
]
AgeRecipient = Annotated[
    str,
    _spelled(_age_recipient, say("is no age public key"), say("Write what age-keygen printed: age1 and on.")),
    _TEXT,
]
LedgerUrl = Annotated[
    Place,
    _spelled(
        _ledger,
        say("is no ledger"),
        say("Write sqlite:/// and an absolute path, or postgresql://user@host/database."),
    ),
    _TEXT,
]
HttpUrl = Annotated[
    str,
    _spelled(_http, say("is no web address"), say("Write it as https://host/path or http://host/path.")),
    _TEXT,
]
OneWord = Annotated[
    str,
    _spelled(_one_word, say("is no single word"), say("Copy it as the provider shows it, without blanks.")),
    _TEXT,
]
WitnessKey = Annotated[
    Witness,
    _spelled(
        parse_witness, say("is no key of a witness"), say("Write its verifier key: name+key id+base64.")
    ),
    _TEXT,
]
