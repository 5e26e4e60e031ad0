"""DMARC: the author domain's record, and whether SPF or DKIM aligns with it. RFC 7489."""

import functools
from dataclasses import dataclass, replace

from publicsuffixlist import PublicSuffixList

from gateway.authentication.resolver import DnsUnavailable, Resolver
from gateway.mail.facts import Method, Outcome

_POLICIES = frozenset({"none", "quarantine", "reject"})


@dataclass(frozen=True, slots=True)
class Record:
    """What alignment needs of a DMARC record (RFC 7489 section 6.3): strict or relaxed."""

    strict_dkim: bool = False
    strict_spf: bool = False


async def discover(resolver: Resolver, author_domain: str) -> Record | Outcome:
    """The record that governs ``author_domain`` (section 6.6.3).

    Outcome.NONE when there is none or several, Outcome.TEMPERROR when no name server could say.
    """
    try:
        found = await _records(resolver, author_domain)
        if not found:
            found = await _records(resolver, organisational_domain(author_domain))
    except DnsUnavailable:
        return Outcome.TEMPERROR
    return parse_record(found[0]) if len(found) == 1 else Outcome.NONE


async def _records(resolver: Resolver, domain: str) -> list[str]:
    texts = [record.decode("ascii", "replace") for record in await resolver.txt(f"_dmarc.{domain}")]
    return [text for text in texts if _tag(text.partition(";")[0]) == ("v", "DMARC1")]


def parse_record(text: str) -> Record | Outcome:
    """The record in ``text``; Outcome.NONE when it asks for nothing a receiver could apply."""
    tags = [_tag(part) for part in text.split(";") if part.strip()]
    named = dict(tags)
    if len(named) != len(tags):
        return Outcome.NONE
    # Section 6.6.3 step 6: without a valid p, only a place to report to keeps the record alive.
    if named.get("p", "").lower() not in _POLICIES and "rua" not in named:
        return Outcome.NONE
    return Record(named.get("adkim", "r").lower() == "s", named.get("aspf", "r").lower() == "s")


def _tag(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip().lower(), value.strip()


def align(
    record: Record | Outcome, author_domain: str, spf: Method, dkim: tuple[Method, ...]
) -> tuple[Method, tuple[Method, ...]]:
    """The methods with their alignment to ``author_domain`` (section 3.1), relaxed without a record."""
    mode = record if isinstance(record, Record) else Record()
    return (
        _aligned(spf, author_domain, strict=mode.strict_spf),
        tuple(_aligned(each, author_domain, strict=mode.strict_dkim) for each in dkim),
    )


def _aligned(method: Method, author_domain: str, *, strict: bool) -> Method:
    if strict:
        return replace(method, aligned=method.domain == author_domain)
    return replace(method, aligned=same_organisation(method.domain, author_domain))


def conclude(record: Record | Outcome, spf: Method, dkim: tuple[Method, ...]) -> Outcome:
    """DMARC of methods whose alignment is known: one aligned pass is enough (section 4.2).

    An aligned method that could not be checked might have been that pass, so it leaves TEMPERROR.
    """
    if isinstance(record, Outcome):
        return record
    outcomes = {method.outcome for method in (spf, *dkim) if method.aligned}
    if Outcome.PASS in outcomes:
        return Outcome.PASS
    return Outcome.TEMPERROR if Outcome.TEMPERROR in outcomes else Outcome.FAIL


def same_organisation(one: str, other: str) -> bool:
    """Relaxed alignment: whether both lie in one organisational domain (section 3.2)."""
    return bool(one) and organisational_domain(one) == organisational_domain(other)


@functools.lru_cache(maxsize=1024)
def organisational_domain(domain: str) -> str:
    """The registered domain above or at ``domain``; a public suffix stands for itself alone."""
    return _public_suffixes().privatesuffix(domain.lower()) or domain.lower()


@functools.cache
def _public_suffixes() -> PublicSuffixList:
    return PublicSuffixList()
