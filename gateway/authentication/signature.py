"""What a DKIM signature and its key record claim: RFC 6376 sections 3.5 and 3.6, RFC 8301, 8463.

dkimpy accepts body-length limits, SHA-1, test keys and keys of any size. Such claims are refused
here, read with dkimpy's own readers, so that both see the same thing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import dkim
from dkim.util import InvalidTagValueList, parse_tag_value

from gateway.mail.address import AddressError, parse_domain
from gateway.mail.header import Field

# What dkimpy raises on bytes it cannot make sense of.
LIBRARY_ERRORS = (dkim.DKIMException, ValueError, LookupError, TypeError, ArithmeticError, AssertionError)
_MAX_SIGNATURE = 4096
_MAX_SIGNED_NAMES = 100
_MAX_KEY_RECORD = 2048
_MAX_CLOCK_SKEW = 3600
_MINIMUM_RSA_BITS, _MAXIMUM_RSA_BITS = 1024, 4096
_SELECTOR = re.compile(rb"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,7}")
_KEY_TYPES = {b"rsa-sha256": b"rsa", b"ed25519-sha256": b"ed25519"}


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature whose claims are sound. ``index`` is its place among its like, topmost 0."""

    index: int
    domain: str
    selector: str
    identity_domain: str
    key_type: bytes
    relaxed_body: bool

    @property
    def key_name(self) -> str:
        """Where its public key is published (RFC 6376 section 3.6.2.1)."""
        return f"{self.selector}._domainkey.{self.domain}"


@dataclass(frozen=True, slots=True)
class Refused:
    """A signature that counts for nothing, whatever its arithmetic says."""

    domain: str = ""


class _Refusal(Exception):
    """A claim that the gateway does not accept."""


def read_signatures(fields: tuple[Field, ...], now: int) -> tuple[Signature | Refused, ...]:
    """Every DKIM-Signature field, topmost first. ``now`` is Unix time in seconds."""
    raws = [field.raw for field in fields if field.name == "dkim-signature"]
    return tuple(_read(index, raw, now) for index, raw in enumerate(raws))


def may_verify(record: bytes, signature: Signature) -> bool:
    """Whether the key in ``record`` is one that may verify ``signature`` (RFC 6376 section 3.6.1)."""
    try:
        _require_key(_tags(record, _MAX_KEY_RECORD), signature)
        key, bits, kind = _evaluated(record)
    except (_Refusal, *LIBRARY_ERRORS):
        return False
    if kind != b"rsa":
        return True
    # RFC 8301 section 3.2 for the least; the most is what bounds the arithmetic.
    return bool(_MINIMUM_RSA_BITS <= bits <= _MAXIMUM_RSA_BITS and key["publicExponent"] < 2**32)


@lru_cache(maxsize=256)
def _evaluated(record: bytes) -> tuple[Mapping[str, int], int, bytes]:
    """The public key in ``record``, its bits, and its type. Raises what dkimpy raises."""
    key, bits, kind, _ = dkim.evaluate_pk("", record)
    return key, bits, kind


def _read(index: int, raw: bytes, now: int) -> Signature | Refused:
    domain = ""
    try:
        tags = _tags(raw, _MAX_SIGNATURE)
        domain = _domain(tags.get(b"d", b""))
        _require_claims(tags, now)
        return Signature(
            index,
            domain,
            _selector(tags),
            _identity_domain(tags, domain),
            _KEY_TYPES[tags[b"a"]],
            tags.get(b"c", b"").endswith(b"/relaxed"),
        )
    except _Refusal:
        return Refused(domain)


def _tags(raw: bytes, limit: int) -> dict[bytes, bytes]:
    if len(raw) > limit:
        raise _Refusal("over its limit")
    try:
        tags: dict[bytes, bytes] = parse_tag_value(raw)
    except InvalidTagValueList as error:
        raise _Refusal("no tag list") from error
    return tags


def _domain(text: bytes) -> str:
    try:
        return parse_domain(text.decode("ascii"))
    except (UnicodeDecodeError, AddressError) as error:
        raise _Refusal("no domain name") from error


def _require_claims(tags: dict[bytes, bytes], now: int) -> None:
    if tags.get(b"v") != b"1" or tags.get(b"a") not in _KEY_TYPES:
        raise _Refusal("version or algorithm")
    if b"l" in tags:
        raise _Refusal("text may be appended to what is signed")
    names = [name.strip().lower() for name in tags.get(b"h", b"").split(b":")]
    if b"from" not in names or len(names) > _MAX_SIGNED_NAMES:
        raise _Refusal("From is not signed")
    if b"x" in tags and _seconds(tags[b"x"]) <= now:
        raise _Refusal("expired")
    if b"t" in tags and _seconds(tags[b"t"]) > now + _MAX_CLOCK_SKEW:
        raise _Refusal("signed in the future")


def _seconds(text: bytes) -> int:
    if not text.isdigit() or len(text) > 12:  # RFC 6376 section 3.5 allows up to 12 digits
        raise _Refusal("no time")
    return int(text)


def _selector(tags: dict[bytes, bytes]) -> str:
    selector = tags.get(b"s", b"")
    if not _SELECTOR.fullmatch(selector):
        raise _Refusal("no selector")
    return selector.decode("ascii")


def _identity_domain(tags: dict[bytes, bytes], domain: str) -> str:
    if b"i" not in tags:
        return domain
    identity = _domain(tags[b"i"].rpartition(b"@")[2])
    if identity != domain and not identity.endswith("." + domain):
        raise _Refusal("i= lies outside d=")
    return identity


def _require_key(tags: dict[bytes, bytes], signature: Signature) -> None:
    flags, services = _list(tags.get(b"t", b"")), _list(tags.get(b"s", b"*"))
    if b"y" in flags:
        raise _Refusal("test mode")
    if b"s" in flags and signature.identity_domain != signature.domain:
        raise _Refusal("the key is for this very domain")
    if not services & {b"*", b"email"} or b"sha256" not in _list(tags.get(b"h", b"sha256")):
        raise _Refusal("the key is for something else")
    if tags.get(b"k", b"rsa") != signature.key_type or not tags.get(b"p"):
        raise _Refusal("key of another type, or revoked")


def _list(value: bytes) -> set[bytes]:
    return {item.strip() for item in value.split(b":")}
