"""Which records an installation should publish. Pure: what it is goes in, records come out.

As MX it answers for the domains of its recipients. Behind another server their MX, and what senders
hold against it (MTA-STS, TLS-RPT), are that server's; the gateway's own name and signature are left.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from gateway.mail.mta_sts import policy_host, policy_url, record_name
from gateway.said import Said, say

Mode = Literal["testing", "enforce"]

_WEEK = 604_800
_STS_ID_LENGTH = 20  # at most 32 letters and digits (RFC 8461 section 3.1)


@dataclass(frozen=True, slots=True)
class Installation:
    """What decides over the records.

    ``is_mx``: senders reach it at the MX of ``domains``. ``key_digest`` is the SHA-256, in hex, of the public
    key (SubjectPublicKeyInfo) in the certificate in force. ``dkim`` is where the signing key is published
    and the record that does it. Reports go to ``reports_to``, by default the postmaster of each domain.
    """

    hostname: str
    domains: tuple[str, ...]
    is_mx: bool
    key_digest: str
    mode: Mode = "testing"
    signing_domain: str | None = None
    dkim: tuple[str, str] | None = None
    reports_to: str | None = None


@dataclass(frozen=True, slots=True)
class Exchanger:
    """An MX record, and no other beside it."""

    host: str


@dataclass(frozen=True, slots=True)
class Pin:
    """A TLSA record DANE-EE(3) SPKI(1) SHA2-256(1) (RFC 7672 section 3.1.1); others may stand beside it."""

    digest: str


@dataclass(frozen=True, slots=True)
class Text:
    """A TXT record, the only one of its version at its name. ``also`` are values that do as well.

    ``tag``: any value that has this tag is its owner's choice, and does.
    """

    value: str
    also: tuple[str, ...] = ()
    tag: str = ""

    @property
    def version(self) -> str:
        """What tells records of this kind from others at the name."""
        return self.value.partition(" ")[0].rstrip(";")


@dataclass(frozen=True, slots=True)
class Key:
    """A DKIM key record (RFC 6376 section 3.6.1): compared by its key, not by its spelling."""

    value: str


@dataclass(frozen=True, slots=True)
class Address:
    """An A or AAAA record, or an alias that leads to one, of a server that only a person knows."""


Data = Exchanger | Pin | Text | Key | Address


@dataclass(frozen=True, slots=True)
class Record:
    """What should be at ``name`` (no final dot), and a sentence for whoever publishes it."""

    name: str
    data: Data
    remark: Said


def records(ours: Installation) -> tuple[Record, ...]:
    """Every record that ``ours`` should publish, those of its own name first."""
    return tuple(_records(ours))


def _records(ours: Installation) -> Iterator[Record]:
    yield from _of_the_host(ours)
    for domain in ours.domains if ours.is_mx else ():
        yield from _of_the_mx(ours, domain)
    if ours.dkim is not None:
        name, value = ours.dkim
        yield Record(name, Key(value), say("Deliveries and notes are signed with this key."))
    for domain in _authors(ours):
        value = f"v=DMARC1; p=none; rua=mailto:{_reports_to(ours, domain)}"
        remark = say("Tighten p to quarantine, then reject, as the reports allow. Another p is your choice.")
        yield Record(f"_dmarc.{domain}", Text(value, tag="p"), remark)


def _of_the_host(ours: Installation) -> Iterator[Record]:
    yield Record(ours.hostname, Address(), say("The gateway's public address, A and AAAA."))
    roll = say(
        "Counts in a zone signed with DNSSEC alone. New key: publish its line beside this one, wait twice "
        "the TTL, install the certificate, restart the gateway, remove the old one. The same key renewed "
        "changes nothing."
    )
    yield Record(f"_25._tcp.{ours.hostname}", Pin(ours.key_digest), roll)
    remark = say("Notes to senders have no envelope sender, so SPF looks at the name in EHLO.")
    yield Record(ours.hostname, Text("v=spf1 a -all"), remark)


def _of_the_mx(ours: Installation, domain: str) -> Iterator[Record]:
    around = say("A second MX would be a way around the gateway.")
    yield Record(domain, Exchanger(ours.hostname), around)
    other: Mode = "enforce" if ours.mode == "testing" else "testing"
    remark = say("Its id changes with the policy file. First put the file there, then publish this.")
    yield Record(
        record_name(domain), Text(_sts(ours.hostname, ours.mode), also=(_sts(ours.hostname, other),)), remark
    )
    server = say("A web server that answers {url}.", url=policy_url(domain))
    yield Record(policy_host(domain), Address(), server)
    reports = f"v=TLSRPTv1; rua=mailto:{_reports_to(ours, domain)}"
    remark = say("Where senders report failures of TLS. Another rua is your choice.")
    yield Record(f"_smtp._tls.{domain}", Text(reports, tag="rua"), remark)


def _authors(ours: Installation) -> tuple[str, ...]:
    """The domains that mail from here may name in From, each once."""
    signing = (ours.signing_domain,) if ours.signing_domain else ()
    return tuple(dict.fromkeys((*(ours.domains if ours.is_mx else ()), *signing)))


def _reports_to(ours: Installation, domain: str) -> str:
    return ours.reports_to or f"postmaster@{domain}"


def _sts(hostname: str, mode: Mode) -> str:
    digest = sha256(policy_file(hostname, mode).encode()).hexdigest()
    return f"v=STSv1; id={digest[:_STS_ID_LENGTH]}"


def policy_file(hostname: str, mode: Mode) -> str:
    """The MTA-STS policy of a domain whose one MX is ``hostname`` (RFC 8461 section 3.2)."""
    return f"version: STSv1\nmode: {mode}\nmx: {hostname}\nmax_age: {_WEEK}\n"
