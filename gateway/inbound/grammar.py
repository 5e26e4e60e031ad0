"""Command lines as RFC 5321 section 4.1 spells them, read strictly; pure.

Whatever two programs could read differently is refused here: a bare CR or LF, white space
between colon and path, source routes, quoted local parts, parameters given twice.
"""

import ipaddress
import re
from dataclasses import dataclass

from gateway.inbound import replies
from gateway.inbound.limits import Limits
from gateway.inbound.replies import Reply
from gateway.mail.address import Address, AddressError, parse_address, parse_domain

NOT_IMPLEMENTED = frozenset(
    (
        "AUTH",
        "ATRN",
        "BDAT",
        "ETRN",
        "EXPN",
        "HELP",
        "PROXY",
        "SAML",
        "SEND",
        "SOML",
        "TURN",
        "XCLIENT",
        "XFORWARD",
    )
)
OTHER_PROTOCOLS = frozenset(("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"))

_BROKEN = re.compile(rb"[\r\n\0]")
_PRINTABLE = re.compile(rb"[ -~]*")
_VERB = re.compile(r"[A-Z]{3,10}")
_PATH = re.compile(r"<([^<>]*)>((?: [^ ]+)*)", re.ASCII)
_PARAMETER = re.compile(r"([A-Z0-9][A-Z0-9-]*)(?:=([!-<>-~]+))?", re.IGNORECASE | re.ASCII)
_SIZE = re.compile(r"[0-9]{1,20}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its verb in upper case and everything behind the first space."""

    verb: str
    argument: str


@dataclass(frozen=True, slots=True)
class MailFrom:
    """A MAIL command. ``address`` is None for ``<>``; ``size`` is what SIZE declares, 0 for nothing."""

    address: Address | None
    size: int = 0


def parse_line(raw: bytes, limits: Limits) -> Command | Reply:
    """The command in ``raw``, one line as received with its line end, or the reply that refuses it.

    White space before the CRLF is ignored (RFC 5321 section 4.1.1).
    """
    if not raw.endswith(b"\r\n") or _BROKEN.search(raw, 0, len(raw) - 2):
        return replies.BAD_LINE
    if not _PRINTABLE.fullmatch(raw, 0, len(raw) - 2):
        return replies.NOT_ASCII
    verb, _, argument = raw[:-2].decode("ascii").rstrip(" ").partition(" ")
    verb = verb.upper()
    if not _VERB.fullmatch(verb):
        return replies.UNKNOWN_COMMAND
    if len(raw) > (limits.mail_octets if verb == "MAIL" else limits.command_octets):
        return replies.LINE_TOO_LONG
    return Command(verb, argument)


def parse_helo(argument: str) -> str | Reply:
    """The client's name for itself: a host name or an address literal (RFC 5321 section 4.1.3)."""
    if argument.startswith("[") and argument.endswith("]"):
        return argument if _is_address_literal(argument[1:-1]) else replies.SYNTAX_HELO
    try:
        return parse_domain(argument)
    except AddressError:
        return replies.SYNTAX_HELO


def _is_address_literal(text: str) -> bool:
    tag, colon, rest = text.partition(":")
    try:
        if colon and tag.upper() == "IPV6":
            ipaddress.IPv6Address(rest)
        else:
            ipaddress.IPv4Address(text)
    except ValueError:
        return False
    return "%" not in text


def parse_mail(argument: str) -> MailFrom | Reply:
    """What stands behind ``MAIL`` (RFC 5321 section 4.1.1.2, RFC 1870, RFC 6152)."""
    path = _path("FROM:", argument)
    if path is None:
        return replies.SYNTAX_MAIL
    parameters = _parameters(path[1])
    if isinstance(parameters, Reply):
        return parameters
    refusal = _judge_parameters(parameters)
    if refusal:
        return refusal
    size = int(parameters.get("SIZE", "0"))
    if not path[0]:
        return MailFrom(None, size)
    try:
        return MailFrom(parse_address(path[0]), size)
    except AddressError:
        return replies.BAD_SENDER


def parse_rcpt(argument: str, hostname: str) -> Address | Reply:
    """What stands behind ``RCPT`` (RFC 5321 section 4.1.1.3); no parameter is known.

    ``<postmaster>`` means the one at ``hostname`` (RFC 5321 section 4.5.1).
    """
    path = _path("TO:", argument)
    if path is None or not path[0]:
        return replies.SYNTAX_RCPT
    if path[1]:
        parameters = _parameters(path[1])
        return parameters if isinstance(parameters, Reply) else replies.UNKNOWN_PARAMETER
    if path[0].lower() == "postmaster":
        return Address(path[0], hostname)
    try:
        return parse_address(path[0])
    except AddressError:
        return replies.BAD_RECIPIENT


def _path(keyword: str, argument: str) -> tuple[str, tuple[str, ...]] | None:
    if argument[: len(keyword)].upper() != keyword:
        return None
    matched = _PATH.fullmatch(argument, len(keyword))
    return (matched[1], tuple(matched[2].split())) if matched else None


def _parameters(words: tuple[str, ...]) -> dict[str, str] | Reply:
    found: dict[str, str] = {}
    for word in words:
        matched = _PARAMETER.fullmatch(word)
        if not matched or matched[1].upper() in found:
            return replies.BAD_PARAMETER
        found[matched[1].upper()] = matched[2] or ""
    return found


def _judge_parameters(parameters: dict[str, str]) -> Reply | None:
    for name, value in parameters.items():
        match name:
            case "SIZE" if not _SIZE.fullmatch(value):
                return replies.BAD_PARAMETER
            case "BODY" if value.upper() not in ("7BIT", "8BITMIME"):
                return replies.BAD_PARAMETER
            case "SMTPUTF8":
                return replies.NO_SMTPUTF8
            case "SIZE" | "BODY":
                continue
            case _:
                return replies.UNKNOWN_PARAMETER
    return None
