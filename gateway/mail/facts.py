"""What the outside world says about a message's sender: RFC 7208, RFC 6376, RFC 7489."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """One method's result, in the words of RFC 8601 section 2.7."""

    PASS = "pass"
    FAIL = "fail"
    NONE = "none"
    TEMPERROR = "temperror"


@dataclass(frozen=True, slots=True)
class Method:
    """A method's outcome, the domain it speaks for, and whether that aligns with From."""

    outcome: Outcome
    domain: str = ""
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Authentication:
    """SPF, DKIM and DMARC of one message, and whether a trusted peer handed it in.

    ``peer_dmarc`` is what that peer's own Authentication-Results field says of DMARC (RFC 8601),
    None when no peer is trusted or it says nothing. ``upstream_passed``: the configured upstream, known by
    its certificate and its tenant, says that DMARC passed. ``checked`` is False in an offline dry run.
    """

    spf: Method
    dkim: tuple[Method, ...]
    dmarc: Outcome
    trusted_peer: bool = False
    peer_dmarc: Outcome | None = None
    upstream_passed: bool = False
    checked: bool = True


def unchecked(*, trusted_peer: bool) -> Authentication:
    """Facts for a dry run that asks no name server."""
    nothing = Method(Outcome.NONE)
    return Authentication(nothing, (), Outcome.NONE, trusted_peer=trusted_peer, checked=False)
