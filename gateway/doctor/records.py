"""What DNS holds: the gateway's own records and reverse name, and what proves who the senders are."""

import asyncio
from collections.abc import Iterator
from ipaddress import ip_address
from typing import assert_never

from gateway.authentication.dmarc import discover
from gateway.authentication.resolver import DnsUnavailable, Resolver
from gateway.config import Config
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.doctor.sts import sts_remarks
from gateway.mail.facts import Outcome
from gateway.mail.mta_sts import record_name
from gateway.outbound.route import resolver_of
from gateway.policy.book import PolicyBook
from gateway.publishing.asking import Standing, State, standings
from gateway.publishing.installation import installation
from gateway.publishing.records import Key, Pin, Record, Text, records
from gateway.publishing.zone import presentation
from gateway.said import Said, say

_MOST_NAMES = 5
_ANNOUNCED = record_name("")
_NOBODY_SAYS = say("Check dns.nameservers and the zone.")
_PUBLISH = say("Run gateway dns: it prints the line to publish.")
_ASK_SENDER = say("Ask its ICT: docs/en/sender-ict.md tells what is needed.")


async def zone_remarks(config: Config, book: PolicyBook) -> tuple[Remark, ...]:
    """On the records of this installation, its reverse name, and those of the senders that ``book`` allows.

    Nothing on what a certificate or a signing key that cannot be read leaves unknown: others tell that.
    """
    resolver = resolver_of(config)
    trusts = bool(config.trusted_peers or config.trusted_upstream)
    return (
        *await _own_remarks(config, book, resolver),
        *await _reverse_remarks(config.hostname, resolver),
        *await asyncio.gather(
            *(_sender_remark(domain, resolver, trusts=trusts) for domain in proven_by_dmarc(book))
        ),
    )


def proven_by_dmarc(book: PolicyBook) -> tuple[str, ...]:
    """The domains whose mail is believed by DMARC, each once."""
    patterns = (
        pattern
        for policy in book.policies
        if policy.senders.authentication == "dmarc"
        for pattern in policy.senders.allow
    )
    return tuple(dict.fromkeys(pattern.rpartition("@")[2].lower() for pattern in patterns))


async def _own_remarks(config: Config, book: PolicyBook, resolver: Resolver) -> tuple[Remark, ...]:
    try:
        ours = installation(config, book, "testing", is_mx=None)
    except (OSError, ValueError):
        return ()
    # The signing key's record has a finding of its own.
    wanted = tuple(one for one in records(ours) if not isinstance(one.data, Key))
    found = await standings(wanted, resolver)
    wrong = tuple(_wrong(found))
    present = sum(one.state is State.PRESENT for one in found)
    well = ok(
        Code.DNS_RECORDS, say("records of the gateway in DNS: {count}, all as they should be", count=present)
    )
    return (*(wrong or (well,)), *await sts_remarks(config.hostname, _announcing(found), resolver))


def _announcing(found: tuple[Standing, ...]) -> Iterator[str]:
    """The domains that announce an MTA-STS policy, be it an older one."""
    for one in found:
        if one.record.name.startswith(_ANNOUNCED) and one.state in {State.PRESENT, State.DIFFERENT}:
            yield one.record.name.removeprefix(_ANNOUNCED)


def _wrong(found: tuple[Standing, ...]) -> Iterator[Remark]:
    for one in found:
        what = _named(one.record)
        match one.state:
            case State.DIFFERENT if isinstance(one.record.data, Pin):
                detail = say("{what} is of another key: servers that ask it deliver nothing", what=what)
                yield error(Code.DNS_RECORDS, detail, _PUBLISH)
            case State.DIFFERENT:
                there = say("{what} is another: {there}", what=what, there=", ".join(one.there))
                yield warning(Code.DNS_RECORDS, there, _PUBLISH)
            # A zone without DNSSEC has no use for one.
            case State.MISSING if not isinstance(one.record.data, Pin):
                yield warning(Code.DNS_RECORDS, say("{what} is missing", what=what), _PUBLISH)
            case State.UNKNOWN:
                yield warning(
                    Code.DNS_RECORDS, say("nobody can say whether {what} is there", what=what), _NOBODY_SAYS
                )
            case State.PRESENT | State.MISSING | State.NOT_ASKED:
                pass
            case _:
                assert_never(one.state)


def _named(record: Record) -> Said:
    if isinstance(record.data, Text):
        return say("the TXT record {version} of {name}", version=record.data.version, name=record.name)
    kind, _ = presentation(record.data)
    return say("the {kind} record of {name}", kind=kind, name=record.name)


async def _reverse_remarks(hostname: str, resolver: Resolver) -> tuple[Remark, ...]:
    """Other servers distrust mail from an address without a name that leads back (RFC 1912 section 2.1)."""
    try:
        addresses = await _addresses(hostname, resolver)
        leads = await asyncio.gather(*(_leads_back(address, resolver) for address in addresses))
    except DnsUnavailable:
        return (warning(Code.DNS_REVERSE, say("nobody can say what the reverse name is"), _NOBODY_SAYS),)
    return tuple(_reverse_remark(*one) for one in zip(addresses, leads, strict=True))


def _reverse_remark(address: str, well: bool) -> Remark:
    if well:
        return ok(Code.DNS_REVERSE, say("{address} has a name that leads back to it", address=address))
    detail = say("{address} has no name that leads back to it: others distrust its mail", address=address)
    return warning(Code.DNS_REVERSE, detail, say("Ask for one where you have the address from."))


async def _leads_back(address: str, resolver: Resolver) -> bool:
    names = await resolver.lookup(ip_address(address).reverse_pointer, "PTR")
    forward = [await _addresses(name, resolver) for name in names[:_MOST_NAMES] if isinstance(name, str)]
    return any(address in found for found in forward)


async def _addresses(name: str, resolver: Resolver) -> tuple[str, ...]:
    found = (*await resolver.lookup(name, "A"), *await resolver.lookup(name, "AAAA"))
    return tuple(one for one in found if isinstance(one, str))


async def _sender_remark(domain: str, resolver: Resolver, *, trusts: bool) -> Remark:
    """Without a DMARC record nothing proves who sent it; without SPF a signature alone does."""
    record = await discover(resolver, domain)
    spf = await _spf_records(domain, resolver)
    if record is Outcome.TEMPERROR or spf is None:
        detail = say("nobody can say what {domain} publishes", domain=domain)
        return warning(Code.DNS_SENDER, detail, _NOBODY_SAYS)
    if isinstance(record, Outcome):
        detail = say("{domain} publishes no DMARC record that counts: nothing proves its mail", domain=domain)
        return (warning if trusts else error)(Code.DNS_SENDER, detail, _ASK_SENDER)
    if spf != 1:
        detail = say(
            "{domain} publishes no SPF record that counts: only a signature proves its mail", domain=domain
        )
        return warning(Code.DNS_SENDER, detail, _ASK_SENDER)
    return ok(Code.DNS_SENDER, say("{domain} publishes DMARC and SPF", domain=domain))


async def _spf_records(domain: str, resolver: Resolver) -> int | None:
    """How many SPF records (RFC 7208 section 3.2); None when nobody can say."""
    try:
        texts = await resolver.txt(domain)
    except DnsUnavailable:
        return None
    return sum(text.lower().split(b" ")[0] == b"v=spf1" for text in texts)
