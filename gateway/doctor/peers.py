"""The servers the gateway needs: the next hop over verified TLS, and the name servers."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from typing import assert_never

import dns.exception

from gateway.authentication.resolver import DnsUnavailable, resolver_for
from gateway.config import Config
from gateway.config_leaving import NextHop
from gateway.doctor.causes import cause
from gateway.doctor.certificate import until_remark
from gateway.doctor.reach import is_there
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.outbound.delivery import Deferred
from gateway.outbound.nexthop import Reachable, Timeouts
from gateway.outbound.route import AuthoritiesUnusable, next_hop_of
from gateway.said import Said, say

_TIMEOUTS = Timeouts(connect=5.0, command=10.0, until_dot=15.0)
_DNS_SECONDS = 5.0
_REMEDIES = {
    "connect": say("Start it, check next_hop.address, and open the firewall."),
    "tls": say("Check next_hop.ca, next_hop.name and the certificate it shows."),
    "dane": say("Check the host's TLSA records, and that dns.nameservers is a validating resolver here."),
    "mta-sts": say(
        "Compare next_hop.address with the policy of next_hop.domain, and see that dns validates."
    ),
    "timeout": say("Check the network path and the server's load."),
    "reply": say("Read its log: it turned the gateway away."),
    "disconnected": say("Read its log: it hung up."),
    "internal": say("Report this."),
}
# What neither the authorities nor the name can mend, in the words of the delivery and of OpenSSL.
_OF_TLS = {
    "STARTTLS not offered": say(
        "Turn TLS on there (STARTTLS), or give next_hop.address the port where it is on."
    ),
    "STARTTLS refused": say("Read its log: it offers STARTTLS and refuses it."),
    "certificate has expired": say("Renew the certificate of that server."),
    "certificate is not yet valid": say(
        "Check the clock of this machine, and the certificate of that server."
    ),
}
# What the system's resolver and the kernel say of a connection, by the class of their exception.
_CAUSES = {
    "gaierror": (
        cause("gaierror"),
        say("Check next_hop.address, and this machine's own resolver: dns.nameservers is not asked for it."),
    ),
    "ConnectionRefusedError": (cause("ConnectionRefusedError"), _REMEDIES["connect"]),
}


def authority_remarks(config: Config, *, offline: bool) -> Iterator[Remark]:
    """On authorities that do not load: they lie here, and nobody need be asked.

    Those of the next hop when ``offline``, for else ``next_hop_remarks`` tells; those of the notices always.
    """
    if offline:
        yield from _unusable(config, config.next_hop, "next_hop.ca")
    if config.notices is not None and config.notices.ca is not None and is_there(config.notices.ca):
        yield from _unusable(config, config.notices, "notices.ca")


def _unusable(config: Config, hop: NextHop, key: str) -> Iterator[Remark]:
    try:
        next_hop_of(config, hop, _TIMEOUTS)
    except AuthoritiesUnusable as failure:
        yield error(Code.NEXT_HOP, told_by(failure), say("Correct {key}.", key=key))


async def next_hop_remarks(config: Config, now: datetime) -> AsyncIterator[Remark]:
    """On a session with the next hop up to MAIL, as a delivery would open it."""
    if wrong := tuple(_unusable(config, config.next_hop, "next_hop.ca")):
        for remark in wrong:
            yield remark
        return
    probe = next_hop_of(config, config.next_hop, _TIMEOUTS)
    found = await probe.probe()
    await probe.close()
    for remark in _hop_remarks(config, found, now):
        yield remark


def _hop_remarks(config: Config, found: Reachable | Deferred, now: datetime) -> tuple[Remark, ...]:
    where = str(config.next_hop.address)
    if isinstance(found, Deferred):
        return (_failed(where, found),)
    answers = say("{where} answers over {tls}", where=where, tls=found.tls or say("plain loopback"))
    reached = ok(Code.NEXT_HOP, _vouched(answers, config.next_hop))
    if found.certificate_expires is None:
        return (reached,)
    return reached, until_remark(Code.NEXT_HOP_EXPIRY, None, found.certificate_expires, now)


def _vouched(answers: Said, hop: NextHop) -> Said:
    match hop.tls:
        case "dane":
            return say("{answers}, vouched for by its TLSA records", answers=answers)
        case "mta-sts":
            return say(
                "{answers}, named by the MTA-STS policy of {domain}", answers=answers, domain=hop.domain
            )
        case "verify" | "none":
            return answers
        case _:
            assert_never(hop.tls)


def _failed(where: str, found: Deferred) -> Remark:
    if found.why == "connect" and found.detail in _CAUSES:
        said, remedy = _CAUSES[found.detail]
        return error(Code.NEXT_HOP, say("{where} failed: {why}", where=where, why=said), remedy)
    more = str(found.code) if found.code else cause(found.detail)
    why = say("{step} ({more})", step=found.why, more=more) if more else found.why
    remedy = _OF_TLS.get(found.detail, _REMEDIES[found.why])
    return error(Code.NEXT_HOP, say("{where} failed: {why}", where=where, why=why), remedy)


async def dns_remarks(config: Config, names: tuple[str, ...]) -> tuple[Remark, ...]:
    """On every configured name server, asked for the first of ``names``; else on the system's."""
    question = names[0] if names else config.hostname
    servers = tuple(str(server) for server in config.dns.nameservers)
    if not servers:
        return (_dns_remark(say("the system's name server"), await _answers((), question), alone=True),)
    answered = await asyncio.gather(*(_answers((server,), question) for server in servers))
    return tuple(
        _dns_remark(server, well, alone=not any(answered))
        for server, well in zip(servers, answered, strict=True)
    )


async def _answers(servers: tuple[str, ...], question: str) -> bool:
    try:
        await resolver_for(servers, lifetime=_DNS_SECONDS).txt(question)
    except (DnsUnavailable, dns.exception.DNSException):
        return False
    return True


def _dns_remark(server: str, well: bool, *, alone: bool) -> Remark:
    if well:
        return ok(Code.DNS, say("{server} answers", server=server))
    grade = error if alone else warning
    detail = say("{server} gives no usable answer", server=server)
    return grade(Code.DNS, detail, say("Check dns.nameservers and the server itself."))
