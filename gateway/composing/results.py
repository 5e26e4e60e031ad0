"""What was found out about a message on arrival, for the mailbox behind: Authentication-Results, RFC 8601.

Made from facts alone. A domain is named only where it passed and is the author's own: what merely
stands in a signature is text a stranger chose, and would cross with it.
"""

from collections.abc import Iterator

from gateway.composing.header import header_block
from gateway.mail.address import Address, AddressError, parse_domain
from gateway.mail.facts import Authentication, Method, Outcome
from gateway.mail.protection import Signature

NAME = "Authentication-Results"
# RFC 7281 section 3.1.1: a good signature of a signer that local policy does not trust is "policy".
_STATES = {"good": "pass", "unknown": "policy", "expired": "policy", "broken": "fail"}
# No registered method speaks of PGP, so its name is one that will never be registered.
_METHODS = {"smime": "smime", "pgp": "x-pgp"}
_MOST_SIGNATURES = 5


def authentication_results(
    hostname: str, author: Address, facts: Authentication, signatures: tuple[Signature, ...]
) -> bytes:
    """The whole field, its authserv-id being ``hostname``. ``none`` when nothing was asked or signed."""
    found = (*(_of_facts(author, facts) if facts.checked else ()), *_of_content(signatures))
    return header_block([(NAME, f"{hostname}; {'; '.join(found) or 'none'}")])


def _of_facts(author: Address, facts: Authentication) -> Iterator[str]:
    yield _result("spf", facts.spf, "smtp.mailfrom")
    for method in facts.dkim:
        yield _result("dkim", method, "header.d")
    if not facts.dkim:
        yield "dkim=none"
    yield _dmarc(author, facts)


def _dmarc(author: Address, facts: Authentication) -> str:
    """Our own result; that of a trusted server in front where it alone could see the message pass."""
    told = facts.upstream_passed or facts.peer_dmarc is Outcome.PASS
    if facts.dmarc is not Outcome.PASS and told:
        return f'dmarc=pass reason="stated by a trusted server" header.from={author.domain}'
    return f"dmarc={facts.dmarc.value} header.from={author.domain}"


def _result(name: str, method: Method, property_: str) -> str:
    if method.outcome is Outcome.PASS and method.aligned and _is_domain(method.domain):
        return f"{name}=pass {property_}={method.domain}"
    return f"{name}={method.outcome.value}"


def _is_domain(text: str) -> bool:
    try:
        return parse_domain(text) == text
    except AddressError:
        return False


def _of_content(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for signature in signatures[:_MOST_SIGNATURES]:
        yield f"{_METHODS[signature.method]}={_STATES[signature.state]}"
