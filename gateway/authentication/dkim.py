"""DKIM signatures: RFC 6376 and 8463, over dkimpy, with what it lets through refused first.

dkimpy accepts body-length limits, duplicated fields, SHA-1 and test keys, looks keys up itself
and has patterns quadratic in white space. So what a signature claims is checked here, with
dkimpy's own tag reader; keys are fetched beforehand; and dkimpy does the arithmetic, in a thread.
"""

import asyncio
import logging
import re
from dataclasses import dataclass

import dkim
from dkim.util import InvalidTagValueList, parse_tag_value

from gateway.authentication.dmarc import same_organisation
from gateway.authentication.resolver import DnsUnavailable, Resolver
from gateway.mail.address import AddressError, parse_domain
from gateway.mail.facts import Method, Outcome
from gateway.mail.header import Field

MAX_SIGNATURES = 5
_MAX_HASHED = 40 * 1024 * 1024
_MAX_SIGNATURE = 4096
_MAX_SIGNED_NAMES = 100
_MAX_FIELDS = 1000
_MAX_KEY_RECORD = 2048
_MAX_CLOCK_SKEW = 3600
_MINIMUM_RSA_BITS, _MAXIMUM_RSA_BITS = 1024, 4096
_SELECTOR = re.compile(rb"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,7}")
_LONG_RUN = re.compile(rb"[ \t]{32,}")
_KEY_TYPES = {b"rsa-sha256": b"rsa", b"ed25519-sha256": b"ed25519"}
# RFC 5322 section 3.6 and RFC 2045 allow each of these once; a reader may show either of two.
_SINGLETONS = frozenset(
    {"from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to"}
    | {"references", "mime-version", "content-type", "content-transfer-encoding"}
)
# The library logs field values. A logger of its own, outside the tree that a service configures,
# with a level above the highest, keeps them out of every log.
_SILENT = logging.Logger("dkimpy", logging.CRITICAL + 1)  # noqa: LOG001 - its own, so that no handler of ours is under it
_LIBRARY_ERRORS = (dkim.DKIMException, ValueError, LookupError, TypeError, ArithmeticError, AssertionError)


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
    """A claim of a signature, or of its key record, that the gateway does not accept."""


async def check(
    resolver: Resolver, content: bytes, fields: tuple[Field, ...], author_domain: str, *, now: int
) -> tuple[Method, ...]:
    """The outcome of each signature on ``content``, at most MAX_SIGNATURES, fewer on a message of many MiB.

    Those of the author's organisation come first, so that others cannot crowd them out.
    ``now`` is Unix time in seconds. A key that no name server could give leaves TEMPERROR.
    """
    signatures = read_signatures(fields, now)
    ordered = sorted(signatures, key=lambda each: not same_organisation(each.domain, author_domain))
    affordable = max(1, _MAX_HASHED // max(1, len(content)))
    chosen = tuple(ordered[: min(MAX_SIGNATURES, affordable)])
    if not _is_sound(content, fields):
        return tuple(Method(Outcome.FAIL, each.domain) for each in chosen)
    keys = await asyncio.gather(*(_key(resolver, each) for each in chosen))
    return await asyncio.to_thread(_verify_all, content, chosen, tuple(keys))


def read_signatures(fields: tuple[Field, ...], now: int) -> tuple[Signature | Refused, ...]:
    """Every DKIM-Signature field, topmost first."""
    raws = [field.raw for field in fields if field.name == "dkim-signature"]
    return tuple(_read(index, raw, now) for index, raw in enumerate(raws))


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


def _is_sound(content: bytes, fields: tuple[Field, ...]) -> bool:
    """Whether every program reads the same fields and lines here that the signature covers."""
    names = [field.name for field in fields]
    once = [name for name in names if name in _SINGLETONS]
    line_ends = content.count(b"\r\n")
    return (
        len(names) <= _MAX_FIELDS
        and len(once) == len(set(once))
        and line_ends == content.count(b"\n") == content.count(b"\r")
    )


async def _key(resolver: Resolver, signature: Signature | Refused) -> bytes | Outcome:
    """The key record, FAIL when there is no usable one, TEMPERROR when nobody could say."""
    if isinstance(signature, Refused):
        return Outcome.FAIL
    try:
        records = await resolver.txt(signature.key_name)
        # RFC 6376 section 3.6.2.2 leaves several records undefined.
        return _checked_key(records[0], signature) if len(records) == 1 else Outcome.FAIL
    except DnsUnavailable:
        return Outcome.TEMPERROR
    except _Refusal:
        return Outcome.FAIL


def _checked_key(record: bytes, signature: Signature) -> bytes:
    """``record`` when it may verify ``signature`` (RFC 6376 section 3.6.1)."""
    tags = _tags(record, _MAX_KEY_RECORD)
    flags, services = _list(tags.get(b"t", b"")), _list(tags.get(b"s", b"*"))
    if b"y" in flags:
        raise _Refusal("test mode")
    if b"s" in flags and signature.identity_domain != signature.domain:
        raise _Refusal("the key is for this very domain")
    if not services & {b"*", b"email"} or b"sha256" not in _list(tags.get(b"h", b"sha256")):
        raise _Refusal("the key is for something else")
    if tags.get(b"k", b"rsa") != signature.key_type or not tags.get(b"p"):
        raise _Refusal("key of another type, or revoked")
    _require_size(record)
    return record


def _require_size(record: bytes) -> None:
    """RFC 8301 section 3.2 for the least; the most is what bounds the arithmetic."""
    try:
        key, bits, kind, _ = dkim.evaluate_pk("", record)
    except _LIBRARY_ERRORS as error:
        raise _Refusal("no key") from error
    if kind == b"rsa" and not (
        _MINIMUM_RSA_BITS <= bits <= _MAXIMUM_RSA_BITS and key["publicExponent"] < 2**32
    ):
        raise _Refusal("key too short or too long")


def _list(value: bytes) -> set[bytes]:
    return {item.strip() for item in value.split(b":")}


def _verify_all(
    content: bytes, signatures: tuple[Signature | Refused, ...], keys: tuple[bytes | Outcome, ...]
) -> tuple[Method, ...]:
    head, gap, body = content.partition(b"\r\n\r\n")
    # To relax twice changes nothing, and the library's pattern is quadratic in the length of a run.
    relaxed = head + gap + _LONG_RUN.sub(b" ", body)
    return tuple(
        Method(_verify(relaxed, content, signature, key), signature.domain)
        for signature, key in zip(signatures, keys, strict=True)
    )


def _verify(relaxed: bytes, content: bytes, signature: Signature | Refused, key: bytes | Outcome) -> Outcome:
    match signature, key:
        case Signature(), bytes():
            message = relaxed if signature.relaxed_body else content
            return Outcome.PASS if _holds(message, signature.index, key) else Outcome.FAIL
        case _, Outcome():
            return key
        case _:
            return Outcome.FAIL


def _holds(message: bytes, index: int, key: bytes) -> bool:
    try:
        verifier = dkim.DKIM(message, logger=_SILENT, minkey=_MINIMUM_RSA_BITS)
        return bool(verifier.verify(index, dnsfunc=lambda _name, timeout=0: key))  # noqa: ARG005 - dkimpy's signature
    except _LIBRARY_ERRORS:
        return False
