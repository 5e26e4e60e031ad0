"""What the configuration says of the way out: next hops, what signs, what mailboxes are sealed for.

``gateway.config`` puts these parts with the others; what does not go together in them is told here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from gateway.config_hosts import HostPort, is_ip, is_loopback
from gateway.config_values import (
    FilePath,
    HostName,
    Mailbox,
    NextHopAddress,
    Selector,
)
from gateway.policy.tree import KeyPath
from gateway.said import Said, say

Flaw = tuple[KeyPath, Said, Said]
"""A place in the file, what is wrong there, and what to do."""
_A_NAME = say("Write the server's name and its port.")


@dataclass(frozen=True, slots=True)
class NextHop:
    """The mail server behind the gateway.

    ``ca`` holds the authorities its certificate may come from (default: the system's); ``name`` is
    the name that certificate must carry (default: the host of ``address``). ``tls: dane`` believes the
    TLSA records of the host instead (RFC 7672), as a validating resolver on this machine gives them.
    ``tls: mta-sts`` verifies, and asks besides that the policy of ``domain`` names the host (RFC 8461).
    ``tls: none`` is for loopback alone.
    """

    address: Annotated[NextHopAddress, Field(examples=["127.0.0.1:8026"])]
    tls: Literal["verify", "dane", "mta-sts", "none"] = "verify"
    ca: FilePath | None = None
    name: HostName | None = None
    domain: HostName | None = None


@dataclass(frozen=True, slots=True)
class Signing:
    """What the gateway signs its deliveries with: DKIM (RFC 6376), and with ``arc`` an ARC set (RFC 8617).

    ``key`` is a PEM file, RSA or Ed25519, whose public half is published under ``selector`` of ``domain``.
    ``from: rewrite`` puts ``address`` in From and the author in Reply-To.
    """

    domain: Annotated[HostName, Field(examples=["municipality.example"])]
    selector: Annotated[Selector, Field(examples=["gateway2026"])]
    key: Annotated[FilePath, Field(examples=["dkim/gateway2026.pem"])]
    arc: bool = True
    from_: Annotated[Literal["keep", "rewrite"], Field(alias="from")] = "keep"
    address: Mailbox | None = None


@dataclass(frozen=True, slots=True)
class MailboxKeys:
    """What content for one recipient is sealed with: an S/MIME certificate (PEM), a PGP public key."""

    address: Annotated[Mailbox, Field(examples=["mailbox@municipality.example"])]
    certificate: FilePath | None = None
    pgp_key: FilePath | None = None


def hop_flaws(
    hops: Iterable[tuple[str, NextHop | None]], nameservers: tuple[HostPort, ...]
) -> Iterator[Flaw]:
    """What is wrong with ``hops``, each by its key, where these name servers are asked."""
    wanted = [(key, hop) for key, hop in hops if hop is not None]
    for key, hop in wanted:
        if hop.tls == "none" and not is_loopback(hop.address.host):
            wrong = say("mail would leave this machine unencrypted")
            yield (key, "tls"), wrong, say("Write tls: verify.")
        if hop.tls == "dane" and is_ip(hop.address.host):
            yield (key, "address"), say("TLSA records belong to a name"), _A_NAME
        if hop.tls == "dane" and (hop.ca or hop.name):
            wrong = say("dane takes neither ca nor name")
            yield (key, "tls"), wrong, say("Remove those, or write tls: verify.")
        yield from _sts_flaws(key, hop)
    for kind in sorted({hop.tls for _, hop in wanted} & {"dane", "mta-sts"}):
        yield from _far_servers(kind, nameservers)


def _sts_flaws(key: str, hop: NextHop) -> Iterator[Flaw]:
    if hop.tls != "mta-sts":
        if hop.domain:
            wrong = say("only tls: mta-sts asks a domain")
            yield (key, "domain"), wrong, say("Remove it, or write tls: mta-sts.")
        return
    if hop.domain is None:
        remedy = say("Add domain: the part after @ of the mailbox.")
        yield (key, "tls"), say("no domain whose policy is asked"), remedy
    if is_ip(hop.address.host):
        yield (key, "address"), say("an MTA-STS policy names hosts"), _A_NAME
    if hop.name:
        yield (key, "name"), say("the policy and the certificate must name one host"), say("Remove it.")


def _far_servers(kind: str, nameservers: tuple[HostPort, ...]) -> Iterator[Flaw]:
    """What another machine says of its own validation could be forged on the way (RFC 7672 section 2.2)."""
    for index, server in enumerate(nameservers):
        if not is_loopback(server.host):
            wrong = say("{kind} needs name servers on this machine", kind=kind)
            yield ("dns", "nameservers", index), wrong, say("Name a validating resolver here.")


def signing_flaws(signing: Signing | None) -> Iterator[Flaw]:
    """What is wrong with ``signing``: a From that the signature would not cover (RFC 7489 section 3.1)."""
    if signing is None or signing.from_ == "keep":
        return
    if signing.address is None:
        yield ("signing", "from"), say("no address to rewrite From to"), say("Add address: name@domain.")
    elif not f".{signing.address.domain}".endswith(f".{signing.domain}"):
        wrong = say("the address lies outside the domain that signs, so DMARC would fail")
        yield ("signing", "address"), wrong, say("Write an address at {domain}.", domain=signing.domain)
