"""Asks every method at once, under one deadline, and puts what they say side by side."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from gateway.authentication import dkim, dmarc, results, spf
from gateway.authentication.resolver import Resolver
from gateway.authentication.upstream import Upstream, comes_from
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, Peer
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import Field
from gateway.mail.network import UNKNOWN_IP, Network, is_within

_T = TypeVar("_T")
_GRACE = 0.5


async def authenticate(  # noqa: PLR0913 - each has another owner: message, service, caller
    arrival: Arrival,
    fields: tuple[Field, ...],
    author: Address | None,
    *,
    resolver: Resolver,
    trusted_peers: tuple[Network, ...],
    upstream: Upstream | None = None,
    clock: Callable[[], datetime],
    seconds: float = 10.0,
) -> Authentication:
    """SPF, DKIM and DMARC of ``arrival``, whose one author is ``author`` (None when From is invalid).

    What is unanswered after ``seconds`` is TEMPERROR; once an aligned signature has passed, which settles
    DMARC, SPF is waited for no longer than a moment. A trusted peer relays for others, so SPF of
    its address says nothing and stays NONE, but SPF of the client it forwards is asked. Its own word on
    DMARC is read besides, and so is that of ``upstream``, of which a pass alone counts.
    """
    trusted = is_within(arrival.peer.answers, trusted_peers)
    nothing = Method(Outcome.NONE)
    if author is None:
        return Authentication(nothing, (), Outcome.NONE, trusted_peer=trusted)
    mail_from = arrival.envelope.mail_from if _has_spf(arrival.peer, trusted_peers) else None
    deadline = asyncio.get_running_loop().time() + seconds
    late = Method(Outcome.TEMPERROR, author.domain)
    late_spf = Method(Outcome.TEMPERROR, mail_from.domain) if mail_from else nothing
    now = int(clock().timestamp())
    async with asyncio.TaskGroup() as tasks:
        asked = tasks.create_task(_by(deadline, spf.check(resolver, arrival.peer, mail_from), late_spf))
        record, signatures = await asyncio.gather(
            _by(deadline, dmarc.discover(resolver, author.domain), Outcome.TEMPERROR),
            _by(deadline, dkim.check(resolver, arrival.content, fields, author.domain, now=now), (late,)),
        )
        settled = dmarc.conclude(record, *dmarc.align(record, author.domain, nothing, signatures))
        grace = _GRACE if settled is Outcome.PASS else seconds
        own_spf = await _by(min(deadline, asyncio.get_running_loop().time() + grace), asked, late_spf)
    own_spf, signatures = dmarc.align(record, author.domain, own_spf, signatures)
    outcome = dmarc.conclude(record, own_spf, signatures)
    found = Authentication(own_spf, signatures, outcome, trusted_peer=trusted)
    return _with_word_of_front(found, arrival, fields, author, upstream)


def _with_word_of_front(
    found: Authentication,
    arrival: Arrival,
    fields: tuple[Field, ...],
    author: Address,
    upstream: Upstream | None,
) -> Authentication:
    """What a trusted peer says of DMARC, and whether the upstream says that it passed."""
    said = results.peer_dmarc(fields, author.domain)
    passed = said is Outcome.PASS and comes_from(upstream, arrival, fields)
    return replace(found, peer_dmarc=said if found.trusted_peer else None, upstream_passed=passed)


def _has_spf(peer: Peer, trusted_peers: tuple[Network, ...]) -> bool:
    """Whether the client's address says anything: it is known, and no trusted peer's own."""
    return peer.ip != UNKNOWN_IP and not is_within(peer.ip, trusted_peers)


async def _by(deadline: float, answer: Awaitable[_T], otherwise: _T) -> _T:
    try:
        async with asyncio.timeout_at(deadline):
            return await answer
    except TimeoutError:
        return otherwise
