"""Mailbox addresses as the gateway accepts them: RFC 5321 section 4.1.2, ASCII dot-atoms only.

Quoted local parts, source routes, comments and address literals are legal mail but have no
place in front of this mailbox: each is a known way to make two programs read one address
differently, so each is refused.
"""

import string
from dataclasses import dataclass

_ATEXT = frozenset(string.ascii_letters + string.digits + "!#$%&'*+-/=?^_`{|}~")
_LABEL = frozenset(string.ascii_letters + string.digits + "-")
_MAX_LOCAL, _MAX_DOMAIN, _MAX_LABEL = 64, 255, 63


class AddressError(ValueError):
    """The text is no plain mailbox. The message names the rule, never the text."""


@dataclass(frozen=True, slots=True)
class Address:
    """One mailbox: local part as written, domain in lower case."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def mailbox(self) -> tuple[str, str]:
        """What two spellings of one mailbox have in common: local parts are compared without case."""
        return self.local.lower(), self.domain

    def same_mailbox(self, other: "Address") -> bool:
        """Whether both name one mailbox."""
        return self.mailbox == other.mailbox


def parse_address(text: str) -> Address:
    """The mailbox that ``text`` (no angle brackets) spells. Raises AddressError."""
    local, at, domain = text.rpartition("@")
    if not at:
        raise AddressError("no @")
    _require_dot_atom(local)
    _require_domain(domain)
    return Address(local, domain.lower())


def parse_domain(text: str) -> str:
    """The host name that ``text`` spells, in lower case. Raises AddressError."""
    _require_domain(text)
    return text.lower()


def _require_dot_atom(local: str) -> None:
    if not 1 <= len(local) <= _MAX_LOCAL:
        raise AddressError("local part empty or over 64 octets")
    if not _is_dot_atom(local):
        raise AddressError("local part is no ASCII dot-atom")
    if "=?" in local and "?=" in local:
        raise AddressError("local part reads as an encoded word")  # RFC 2047: decoded, it is another address


def _is_dot_atom(local: str) -> bool:
    return all(atom and _ATEXT.issuperset(atom) for atom in local.split("."))


def _require_domain(domain: str) -> None:
    if not 1 <= len(domain) <= _MAX_DOMAIN:
        raise AddressError("domain empty or over 255 octets")
    for label in domain.split("."):
        if not 1 <= len(label) <= _MAX_LABEL or not _LABEL.issuperset(label):
            raise AddressError("domain is no host name")
        if label.startswith("-") or label.endswith("-"):
            raise AddressError("domain label begins or ends with a hyphen")


def without_batv(address: Address) -> Address:
    """``prvs=tag=user@domain`` and ``prvs=user=tag@domain`` become ``user@domain`` (draft-levine-smtp-batv).

    What carries no tag, or no mailbox beside it, stays as it is.
    """
    parts = address.local.split("=")
    if len(parts) != 3 or parts[0].lower() != "prvs":
        return address
    tags = [_is_batv_tag(part) for part in parts[1:]]
    user = parts[2] if tags[0] else parts[1]
    if not any(tags) or not _is_dot_atom(user):
        return address
    return Address(user, address.domain)


def _is_batv_tag(text: str) -> bool:
    return len(text) == 10 and text[:4].isdigit() and all(c in string.hexdigits for c in text[4:])


def matches(pattern: str, address: Address) -> bool:
    """Whether ``address`` falls under ``pattern``: ``user@domain`` or ``*@domain``, without case.

    ``*@domain`` means that very domain, never one below it.
    """
    local, _, domain = pattern.lower().rpartition("@")
    return domain == address.domain and local in ("*", address.local.lower())
