"""Whether the message came encrypted, and in a form the gateway can read: art. 6.

What could not be opened is refused, saying why. A signature that does not fit, or that another than
the sender made, refuses whatever the policy asks; one by a signer nobody vouches for counts as none.
"""

from collections.abc import Iterator

from gateway.decision import Code, Finding, Result
from gateway.mail.address import Address, matches
from gateway.mail.envelope import Arrival
from gateway.mail.protection import Opened, Opening, Protection, Signature, Unopened
from gateway.policy.model import ContentLevel, Encryption, Policy

_CHECK = "encryption"
_VERSIONS = ("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3")
_FAULTS = {"unknown": Code.ENCRYPTION_SIGNER_UNKNOWN, "expired": Code.ENCRYPTION_SIGNER_EXPIRED}


def check(
    policy: Policy, arrival: Arrival, author: Address | None, opening: Opening | None
) -> tuple[Finding, ...]:
    """One finding on the transport, and those on the layers around the content when opening it was tried."""
    return (_transport(policy, arrival), *_content(policy, author, opening))


def level_for(encryption: Encryption, author: Address | None) -> ContentLevel:
    """What the policy asks of ``author``'s content: by the address, else by its domain, else of everyone."""
    levels = encryption.per_sender or {}
    patterns = sorted(levels, key=lambda pattern: pattern.startswith("*"))
    found = (levels[p] for p in patterns if author is not None and matches(p, author))
    return next(found, encryption.content)


def _transport(policy: Policy, arrival: Arrival) -> Finding:
    if arrival.tls is None:
        return _fail(Code.ENCRYPTION_TRANSPORT_MISSING)
    version, least = arrival.tls.version, policy.encryption.transport
    if version not in _VERSIONS or _VERSIONS.index(version) < _VERSIONS.index(least):
        return _fail(Code.ENCRYPTION_TRANSPORT_OLD)
    return Finding(_CHECK, Result.PASS, Code.ENCRYPTION_TRANSPORT)


def _content(policy: Policy, author: Address | None, opening: Opening | None) -> Iterator[Finding]:
    match opening:
        case None:
            return
        case Unopened(code, protection) if code == Code.ENCRYPTION_RIGHTS_MANAGED:
            yield _rights_managed(policy, protection)
        case Unopened(Code.ENCRYPTION_SEALED) if level_for(policy.encryption, author) != "optional":
            # Who is told to send it unsealed is refused again for just that.
            yield _fail(Code.ENCRYPTION_OTHER_KEY)
        case Unopened(code):
            yield _fail(Code(code))
        case Opened(_, protection):
            level = level_for(policy.encryption, author)
            yield from _sealed(policy, protection, level)
            yield from _signed(protection, author, level)


def _rights_managed(policy: Policy, protection: Protection) -> Finding:
    # Under another layer it would be handed on with whatever is wrong with that one.
    if policy.encryption.rights_managed == "reject" or protection.sealed or protection.signatures:
        return _fail(Code.ENCRYPTION_RIGHTS_MANAGED)
    tenants = {label.tenant for label in policy.label.accept}
    if protection.rights is None or protection.rights.tenant not in tenants:
        return _fail(Code.ENCRYPTION_RIGHTS_OTHER_TENANT)
    return Finding(_CHECK, Result.INFO, Code.ENCRYPTION_RIGHTS_RELAYED)


def _sealed(policy: Policy, protection: Protection, level: ContentLevel) -> Iterator[Finding]:
    if not set(protection.sealed) <= set(policy.encryption.accept):
        yield _fail(Code.ENCRYPTION_METHOD_NOT_ACCEPTED)
    elif protection.sealed:
        yield Finding(_CHECK, Result.PASS, Code.ENCRYPTION_CONTENT_SEALED)
    elif level != "optional":
        yield _fail(Code.ENCRYPTION_CONTENT_MISSING)


def _signed(protection: Protection, author: Address | None, level: ContentLevel) -> Iterator[Finding]:
    """Every signature speaks; a message that must be signed needs a good one by its author."""
    for signature in protection.signatures:
        yield _judged(signature, author, level)
    if level == "signed" and not protection.signatures:
        yield _fail(Code.ENCRYPTION_SIGNATURE_MISSING)


def _judged(signature: Signature, author: Address | None, level: ContentLevel) -> Finding:
    if signature.state == "broken":
        return _fail(Code.ENCRYPTION_SIGNATURE_BROKEN)
    if signature.state == "unknown" and not signature.addresses:
        return _unvouched(signature, level)
    if author is None or str(author).lower() not in signature.addresses:
        return _fail(Code.ENCRYPTION_SIGNER_OTHER)
    if signature.state == "good":
        return Finding(_CHECK, Result.PASS, Code.ENCRYPTION_CONTENT_SIGNED)
    return _unvouched(signature, level)


def _unvouched(signature: Signature, level: ContentLevel) -> Finding:
    result = Result.FAIL if level == "signed" else Result.INFO
    return Finding(_CHECK, result, _FAULTS[signature.state])


def _fail(code: Code) -> Finding:
    return Finding(_CHECK, Result.FAIL, code)
