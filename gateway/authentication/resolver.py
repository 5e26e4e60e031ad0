"""Questions to the name servers: an answer, no data, or DnsUnavailable. RFC 1035, RFC 2308.

"There is no such record" and "nobody could say" lead to different replies, so they never
share a value here: the first is an empty tuple, the second an exception.
"""

import ipaddress
from dataclasses import dataclass
from typing import Literal

import dns.asyncresolver
import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.nameserver
import dns.rdata
import dns.resolver
from dns.rdtypes.ANY.MX import MX
from dns.rdtypes.ANY.PTR import PTR
from dns.rdtypes.ANY.TLSA import TLSA
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA

Kind = Literal["A", "AAAA", "MX", "PTR", "TLSA", "TXT"]

_DNS_PORT = 53
_UDP_PAYLOAD = 1232
_CACHED = 2_000


class DnsUnavailable(Exception):
    """No name server gave a usable answer in time: timeout, SERVFAIL, REFUSED or a lame server."""


@dataclass(frozen=True, slots=True)
class Tlsa:
    """One TLSA record: certificate usage, selector, matching type, data to match (RFC 6698 section 2.1)."""

    usage: int
    selector: int
    matching: int
    data: bytes


Data = bytes | str | tuple[int, str] | Tlsa


@dataclass(frozen=True, slots=True)
class Resolver:
    """Asks one set of recursive name servers. ``lifetime`` bounds one question, in seconds.

    ``local``: all of them are on this machine. A truncated answer is asked again over TCP. Made by
    ``resolver_for``.
    """

    stub: dns.asyncresolver.Resolver
    lifetime: float
    local: bool

    async def lookup(self, name: str, kind: Kind) -> tuple[Data, ...]:
        """Every record of ``kind`` at ``name``, aliases followed; empty when there are none.

        TXT gives bytes (strings joined), MX ``(preference, host)``, the others text. A text that
        is no domain name has no records. Raises DnsUnavailable.
        """
        answer = await self._ask(name, kind)
        return () if answer is None else tuple(_data(record) for record in answer.rrset or ())

    async def authenticated(self, name: str, kind: Kind) -> tuple[Data, ...] | None:
        """As ``lookup``, but None for records that no name server on this machine says it validated.

        It says so with the AD bit (RFC 4035 section 3.2.3), which anybody on the way from another
        machine could set. Raises DnsUnavailable, also for records that are bogus.
        """
        answer = await self._ask(name, kind)
        if answer is None or answer.rrset is None:
            return ()
        proven = self.local and answer.response.flags & dns.flags.AD
        return tuple(_data(record) for record in answer.rrset) if proven else None

    async def _ask(self, name: str, kind: Kind) -> dns.resolver.Answer | None:
        """The answer; None when there is no such name."""
        question = _absolute(name)
        if question is None:
            return None
        try:
            answer = await self.stub.resolve(
                question, kind, lifetime=self.lifetime, search=False, raise_on_no_answer=False
            )
        except dns.resolver.NXDOMAIN:
            return None
        except (dns.exception.DNSException, OSError):
            raise DnsUnavailable("no usable answer") from None
        if answer.rrset is None and _is_lame(answer.response):
            raise DnsUnavailable("lame name server")
        return answer

    async def txt(self, name: str) -> tuple[bytes, ...]:
        """Every TXT record at ``name``, each with its strings joined. Raises DnsUnavailable."""
        return tuple(record for record in await self.lookup(name, "TXT") if isinstance(record, bytes))


def resolver_for(nameservers: tuple[str, ...], *, lifetime: float = 5.0) -> Resolver:
    """The resolver for ``nameservers``, each ``ip``, ``ip:port`` or ``[ipv6]:port``.

    It keeps answers by their TTL. None of them named means those of the system. Raises ValueError for
    anything else.
    """
    if not nameservers:
        stub = dns.asyncresolver.Resolver()
    else:
        stub = dns.asyncresolver.Resolver(configure=False)
        stub.nameservers = [_nameserver(text) for text in nameservers]
    stub.use_edns(0, 0, _UDP_PAYLOAD)
    stub.set_flags(dns.flags.RD | dns.flags.AD)  # RFC 6840 section 5.7: whether it validated is of interest
    # What a name server says holds for as long as it says (RFC 1035 section 3.2.1); a failure is not kept.
    stub.cache = dns.resolver.LRUCache(_CACHED)
    return Resolver(stub, lifetime, all(map(_is_here, stub.nameservers)))


def _is_here(server: str | dns.nameserver.Nameserver) -> bool:
    address = server if isinstance(server, str) else getattr(server, "address", "")
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _nameserver(text: str) -> dns.nameserver.Nameserver:
    host, colon, port = text.rpartition(":")
    if not colon or (host.count(":") and not host.startswith("[")):
        host, port = text, str(_DNS_PORT)
    address = ipaddress.ip_address(host.strip("[]"))
    return dns.nameserver.Do53Nameserver(str(address), int(port))


def _absolute(name: str) -> dns.name.Name | None:
    """``name`` label by label: the library's own reader would interpret backslashes and IDNA."""
    try:
        labels = [label.encode("ascii") for label in name.rstrip(".").split(".")]
        return dns.name.Name([*labels, b""])
    except (UnicodeEncodeError, dns.exception.DNSException):
        return None


def _is_lame(response: dns.message.Message) -> bool:
    """An empty answer from a server that neither recurses nor owns the zone says nothing."""
    return not response.flags & (dns.flags.RA | dns.flags.AA)


def _data(record: dns.rdata.Rdata) -> Data:
    match record:
        case TXT():
            return b"".join(record.strings)
        case MX():
            return record.preference, record.exchange.to_text(omit_final_dot=True)
        case PTR():
            return record.target.to_text(omit_final_dot=True)
        case TLSA():
            return Tlsa(record.usage, record.selector, record.mtype, record.cert)
        case A() | AAAA():
            return str(record.address)
        case _:
            raise DnsUnavailable("an answer of another kind than asked")
