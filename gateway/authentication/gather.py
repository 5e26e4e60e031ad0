"""Asks every method at once, under one deadline, and puts what they say side by side."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from gateway.authentication import dkim, dmarc, results, spf
from gateway.authentication.resolver import Resolver
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.header import Field

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_T = TypeVar("_T")
_GRACE = 0.5


async def authenticate(  # noqa: PLR0913 - each has another owner: message, service, caller
    arrival: Arrival,
    fields: tuple[Field, ...],
    author: Address | None,
    *,
    resolver: Resolver,
    trusted_peers: tuple[Network, ...],
    clock: Callable[[], datetime],
    seconds: float = 10.0,
) -> Authentication:
    """SPF, DKIM and DMARC of ``arrival``, whose one author is ``author`` (None when From is invalid).

    What is unanswered after ``seconds`` is TEMPERROR; once an aligned signature has passed, which settles
    DMARC, SPF is waited for no longer than a moment. A trusted peer relays for others, so SPF of
    its address says nothing and stays NONE; its own word on DMARC is read instead.
    """
    trusted = is_trusted(arrival.peer.ip, trusted_peers)
    nothing = Method(Outcome.NONE)
    if author is None:
        return Authentication(nothing, (), Outcome.NONE, trusted_peer=trusted)
    mail_from = None if trusted else arrival.envelope.mail_from
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
    return Authentication(
        own_spf,
        signatures,
        dmarc.conclude(record, own_spf, signatures),
        trusted_peer=trusted,
        peer_dmarc=results.peer_dmarc(fields, author.domain) if trusted else None,
    )


def is_trusted(ip: str, trusted_peers: tuple[Network, ...]) -> bool:
    """Whether ``ip`` lies in one of ``trusted_peers``; an IPv4-mapped address counts as IPv4."""
    address = ipaddress.ip_address(ip)
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address in network for network in trusted_peers)


async def _by(deadline: float, answer: Awaitable[_T], otherwise: _T) -> _T:
    try:
        async with asyncio.timeout_at(deadline):
            return await answer
    except TimeoutError:
        return otherwise
