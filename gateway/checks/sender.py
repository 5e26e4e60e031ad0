"""Whether a sender the policy lists really sent the message: art. 1 and 6.

The author is who stands in From; Sender, Reply-To and Resent-From are words of the message and
count for nothing. The envelope's sender is where bounces go, so it must be listed as well.
"""

from typing import assert_never

from gateway.decision import Code, Finding, Result
from gateway.mail.address import Address, matches, without_batv
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication, Outcome
from gateway.mail.header import Field, HeaderError, from_address
from gateway.policy.model import Policy, Senders

_CHECK = "sender"


def check(
    policy: Policy, arrival: Arrival, fields: tuple[Field, ...], facts: Authentication
) -> tuple[Finding, ...]:
    """Whether the sender is listed, then whether the message proves it; without an author only the first."""
    mail_from = arrival.envelope.mail_from
    null = (_finding(Result.FAIL, Code.SENDER_NULL),) if mail_from is None else ()
    try:
        author = from_address(fields)
    except HeaderError:
        return (*null, _finding(Result.FAIL, Code.SENDER_FROM_INVALID))
    addresses = (author,) if mail_from is None else (author, without_batv(mail_from))
    return (*null, _listed(policy.senders, addresses), _authenticated(policy.senders, arrival, facts))


def is_listed(senders: Senders, address: Address) -> bool:
    """Whether ``address`` falls under one of the policy's sender patterns."""
    return any(matches(pattern, address) for pattern in senders.allow)


def _listed(senders: Senders, addresses: tuple[Address, ...]) -> Finding:
    if all(is_listed(senders, address) for address in addresses):
        return _finding(Result.PASS, Code.SENDER_LISTED)
    return _finding(Result.FAIL, Code.SENDER_NOT_LISTED)


def _authenticated(senders: Senders, arrival: Arrival, facts: Authentication) -> Finding:
    """What the policy asks for; an offline dry run takes on trust what it finds no proof of."""
    found = _proven(senders, arrival, facts)
    if found.result is Result.FAIL and not facts.checked:
        return _finding(Result.INFO, Code.AUTHENTICATION_NOT_CHECKED)
    return found


def _proven(senders: Senders, arrival: Arrival, facts: Authentication) -> Finding:
    match senders.authentication:
        case "dmarc":
            return _by_dmarc(facts)
        case "trusted-peer":
            return _by_peer(facts)
        case "tls-certificate":
            return _by_certificate(senders, arrival)
        case _:
            assert_never(senders.authentication)


def _by_dmarc(facts: Authentication) -> Finding:
    """Our own DMARC, or that of a host in front, whose hop is where SPF and DKIM were last whole."""
    if facts.upstream_passed:
        return _finding(Result.PASS, Code.AUTHENTICATION_PASSED)
    outcomes = {facts.dmarc, facts.peer_dmarc if facts.trusted_peer else None}
    if Outcome.PASS in outcomes:
        return _finding(Result.PASS, Code.AUTHENTICATION_PASSED)
    return _unproven(outcomes)


def _by_peer(facts: Authentication) -> Finding:
    """A trusted peer vouches for what it hands in, unless it says itself that DMARC failed."""
    if facts.trusted_peer and facts.peer_dmarc in (None, Outcome.PASS, Outcome.NONE):
        return _finding(Result.PASS, Code.AUTHENTICATION_PASSED)
    return _unproven({facts.peer_dmarc if facts.trusted_peer else Outcome.FAIL})


def _unproven(outcomes: set[Outcome | None]) -> Finding:
    if Outcome.TEMPERROR in outcomes:
        return _finding(Result.DEFER, Code.AUTHENTICATION_UNAVAILABLE)
    return _finding(Result.FAIL, Code.AUTHENTICATION_FAILED)


def _by_certificate(senders: Senders, arrival: Arrival) -> Finding:
    """The verified client certificate's SHA-256 fingerprint, or one of its names, is listed."""
    certificate = arrival.tls.client_certificate if arrival.tls else None
    if certificate and certificate.is_among(senders.certificates):
        return _finding(Result.PASS, Code.AUTHENTICATION_PASSED)
    return _finding(Result.FAIL, Code.AUTHENTICATION_FAILED)


def _finding(result: Result, code: Code) -> Finding:
    return Finding(_CHECK, result, code)
