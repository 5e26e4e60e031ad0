"""SPF of the MAIL FROM domain: RFC 7208, over pyspf.

pyspf evaluates in one go and asks as it goes. Here it is given the answers known so far and
stops at the first one missing; that one is fetched and it starts again. So evaluating is pure,
no thread waits for a name server, and cancelling leaves nothing behind.
"""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass

import spf

from gateway.authentication.resolver import Data, DnsUnavailable, Kind, Resolver
from gateway.mail.address import Address
from gateway.mail.envelope import Peer
from gateway.mail.facts import Method, Outcome

# Ten terms may each ask for ten hosts (RFC 7208 section 4.6.4); no honest record comes near.
_MAX_QUESTIONS = 60
# Section 3.4 wants records under 512 octets; the library's patterns are quadratic in the length.
_MAX_RECORD = 2048
_OUTCOMES = {
    "pass": Outcome.PASS,
    "fail": Outcome.FAIL,
    "softfail": Outcome.FAIL,
    "permerror": Outcome.FAIL,
    "neutral": Outcome.NONE,
    "none": Outcome.NONE,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A record that evaluating needs next."""

    name: str
    kind: Kind


class _Unanswered(Exception):
    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question


Answers = Mapping[Question, tuple[Data, ...]]


async def check(resolver: Resolver, peer: Peer, mail_from: Address | None) -> Method:
    """SPF of ``mail_from`` for ``peer``; NONE for the null sender, whose HELO vouches for nobody."""
    if mail_from is None:
        return Method(Outcome.NONE)
    answers: dict[Question, tuple[Data, ...]] = {}
    for _ in range(_MAX_QUESTIONS):
        step = evaluate(peer, mail_from, answers)
        if isinstance(step, Outcome):
            return Method(step, mail_from.domain)
        try:
            answers[step] = await resolver.lookup(step.name, step.kind)
        except DnsUnavailable:
            return Method(Outcome.TEMPERROR, mail_from.domain)
    return Method(Outcome.FAIL, mail_from.domain)


def evaluate(peer: Peer, mail_from: Address, answers: Answers) -> Outcome | Question:
    """The outcome as far as ``answers`` reach, or the question that comes next (RFC 7208 section 4)."""
    query = spf.query(str(ipaddress.ip_address(peer.ip)), str(mail_from), peer.helo)

    def known(name: str, kind: Kind, cnames: object = None, ignore_void: bool = False) -> list[object]:  # noqa: ARG001 - pyspf's signature
        if ignore_void:  # an explanation (exp=), which is never shown
            return []
        question = Question(str(name).rstrip(".").lower(), kind)
        if question not in answers:
            raise _Unanswered(question)
        found = [_as_pyspf(data) for data in answers[question] if _is_bounded(data)]
        if not found:
            _count_void(query)
        return found

    query.dns = known
    try:
        result, _, _ = query.check()
    except _Unanswered as missing:
        return missing.question
    return _OUTCOMES.get(result, Outcome.FAIL)


def _count_void(query: "spf.query") -> None:
    query.void_lookups += 1
    if query.void_lookups > spf.MAX_VOID_LOOKUPS:
        raise spf.PermError("void lookup limit exceeded")


def _is_bounded(data: Data) -> bool:
    return not isinstance(data, bytes) or len(data) <= _MAX_RECORD


def _as_pyspf(data: Data) -> object:
    """pyspf takes a TXT record as its tuple of strings."""
    return (data,) if isinstance(data, bytes) else data
