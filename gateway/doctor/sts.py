"""The MTA-STS policy that a domain's web server hands out: who holds to it delivers to nobody else."""

import asyncio
from collections.abc import Iterable

from gateway.authentication.resolver import DnsUnavailable, Resolver
from gateway.doctor.causes import cause
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.mail.mta_sts import StsPolicy, names, policy_host, policy_url
from gateway.outbound.mta_sts import fetch
from gateway.said import Said, say
from gateway.web import WebUnavailable

_SERVE = say("Put the policy of gateway dns there, behind a certificate of a public authority.")


async def sts_remarks(host: str, domains: Iterable[str], resolver: Resolver) -> tuple[Remark, ...]:
    """On the policy of each of ``domains`` that announce one; ``host`` is the name of this gateway.

    Nothing on a web server that has no address: that is told with the records.
    """
    found = await asyncio.gather(*(_remark(host, domain, resolver) for domain in domains))
    return tuple(remark for remark in found if remark is not None)


async def _remark(host: str, domain: str, resolver: Resolver) -> Remark | None:
    try:
        addresses = await resolver.lookup(policy_host(domain), "A")
        addresses = addresses or await resolver.lookup(policy_host(domain), "AAAA")
        # RFC 8461 section 3.3: any of them will do.
        return _judged(host, domain, await fetch(domain, str(addresses[0]))) if addresses else None
    except DnsUnavailable:
        return None
    except WebUnavailable as failure:
        detail = say("{url} cannot be fetched: {why}", url=policy_url(domain), why=cause(str(failure)))
        return warning(Code.DNS_MTA_STS, detail, _SERVE)


def _judged(host: str, domain: str, policy: StsPolicy | None) -> Remark:
    url = policy_url(domain)
    if policy is None:
        return warning(Code.DNS_MTA_STS, say("what {url} hands out is no MTA-STS policy", url=url), _SERVE)
    if names(policy, host):
        return ok(Code.DNS_MTA_STS, _well(url, host, policy))
    detail = say("{url} does not name {host}: servers that hold to it deliver nothing", url=url, host=host)
    return (error if policy.mode == "enforce" else warning)(Code.DNS_MTA_STS, detail, _SERVE)


def _well(url: str, host: str, policy: StsPolicy) -> Said:
    return say("{url} names {host}, in mode {mode}", url=url, host=host, mode=policy.mode)
