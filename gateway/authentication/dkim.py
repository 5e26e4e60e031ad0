"""Whether the DKIM signatures of a message hold: RFC 6376, over dkimpy.

dkimpy looks keys up itself, waiting as it does, lets duplicated fields pass and has patterns
quadratic in white space. So keys are fetched beforehand, a message that reads two ways is
refused, and dkimpy does the arithmetic, in a thread, on text it can bear.
"""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import dkim

from gateway.aside import SMALL_BYTES
from gateway.authentication.dmarc import same_organisation
from gateway.authentication.resolver import DnsUnavailable, Resolver
from gateway.authentication.signature import LIBRARY_ERRORS, Refused, Signature, may_verify, read_signatures
from gateway.mail.facts import Method, Outcome
from gateway.mail.header import Field

MAX_SIGNATURES = 5
_MAX_HASHED = 40 * 1024 * 1024
_MAX_FIELDS = 1000
# However many sessions there are, so many messages at once are copied and hashed.
_HASHING = ThreadPoolExecutor(max_workers=2, thread_name_prefix="dkim")
# The library spends some 180 bytes of memory on each run of blanks that it relaxes.
_MAX_BLANKS = 300_000
# RFC 5322 section 3.6 and RFC 2045 allow each of these once; a reader may show either of two.
_SINGLETONS = frozenset(
    {"from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to"}
    | {"references", "mime-version", "content-type", "content-transfer-encoding"}
)
# The library logs field values. A logger of its own, outside the tree that a service configures,
# with a level above the highest, keeps them out of every log.
_SILENT = logging.Logger("dkimpy", logging.CRITICAL + 1)  # noqa: LOG001


@dataclass(frozen=True, slots=True)
class Ready:
    """A signature with the key record that may verify it."""

    signature: Signature
    key: bytes


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
    chosen = ordered[: min(MAX_SIGNATURES, affordable)]
    if not _is_sound(content, fields):
        return tuple(Method(Outcome.FAIL, each.domain) for each in chosen)
    ready = await asyncio.gather(*(_with_key(resolver, each) for each in chosen))
    if len(content) <= SMALL_BYTES:
        return _verify_all(content, tuple(ready))
    return await asyncio.get_running_loop().run_in_executor(_HASHING, _verify_all, content, tuple(ready))


def _is_sound(content: bytes, fields: tuple[Field, ...]) -> bool:
    """Whether every program reads here what the signature covers, and at a fair cost."""
    names = [field.name for field in fields]
    once = [name for name in names if name in _SINGLETONS]
    line_ends = content.count(b"\r\n")
    return (
        len(names) <= _MAX_FIELDS
        and len(once) == len(set(once))
        and line_ends == content.count(b"\n") == content.count(b"\r")
    )


async def _with_key(resolver: Resolver, signature: Signature | Refused) -> Ready | Method:
    """The signature with its key record, or at once what it comes to without one."""
    if isinstance(signature, Refused):
        return Method(Outcome.FAIL, signature.domain)
    try:
        records = await resolver.txt(signature.key_name)
    except DnsUnavailable:
        return Method(Outcome.TEMPERROR, signature.domain)
    # RFC 6376 section 3.6.2.2 leaves several records undefined.
    if len(records) == 1 and may_verify(records[0], signature):
        return Ready(signature, records[0])
    return Method(Outcome.FAIL, signature.domain)


def _verify_all(content: bytes, ready: tuple[Ready | Method, ...]) -> tuple[Method, ...]:
    head, gap, body = content.partition(b"\r\n\r\n")
    relaxed = head + gap + _relaxed(body)
    return tuple(each if isinstance(each, Method) else _verify(content, relaxed, each) for each in ready)


def _relaxed(body: bytes) -> bytes:
    """Each run of blanks as one: RFC 6376 section 3.4.4. To relax twice changes nothing.

    The library's pattern is quadratic in the length of a run; this is linear.
    """
    body = body.replace(b"\t", b" ")
    while b"  " in body:
        body = body.replace(b"  ", b" ")
    return body


def _verify(content: bytes, relaxed: bytes, ready: Ready) -> Method:
    message = relaxed if ready.signature.relaxed_body else content
    if message is relaxed and relaxed.count(b" ") > _MAX_BLANKS:
        return Method(Outcome.FAIL, ready.signature.domain)
    try:
        passed = dkim.DKIM(message, logger=_SILENT).verify(
            ready.signature.index,
            dnsfunc=lambda _name, timeout: ready.key,  # noqa: ARG005 - dkimpy names its arguments
        )
    except LIBRARY_ERRORS:
        passed = False
    return Method(Outcome.PASS if passed else Outcome.FAIL, ready.signature.domain)
