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
from dns.rdtypes.ANY.TXT import TXT
from dns.rdtypes.IN.A import A
from dns.rdtypes.IN.AAAA import AAAA

Kind = Literal["A", "AAAA", "MX", "PTR", "TXT"]
Data = bytes | str | tuple[int, str]

_DNS_PORT = 53
_UDP_PAYLOAD = 1232
_CACHED = 2_000


class DnsUnavailable(Exception):
    """No name server gave a usable answer in time: timeout, SERVFAIL, REFUSED or a lame server."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Asks one set of recursive name servers. ``lifetime`` bounds one question, in seconds.

    A truncated answer is asked again over TCP. Made by ``resolver_for``.
    """

    stub: dns.asyncresolver.Resolver
    lifetime: float

    async def lookup(self, name: str, kind: Kind) -> tuple[Data, ...]:
        """Every record of ``kind`` at ``name``, aliases followed; empty when there are none.

        TXT gives bytes (strings joined), MX ``(preference, host)``, the others text. A text that
        is no domain name has no records. Raises DnsUnavailable.
        """
        question = _absolute(name)
        if question is None:
            return ()
        try:
            answer = await self.stub.resolve(
                question, kind, lifetime=self.lifetime, search=False, raise_on_no_answer=False
            )
        except dns.resolver.NXDOMAIN:
            return ()
        except (dns.exception.DNSException, OSError):
            raise DnsUnavailable("no usable answer") from None
        if answer.rrset is None and _is_lame(answer.response):
            raise DnsUnavailable("lame name server")
        return tuple(_data(record) for record in answer.rrset or ())

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
    # What a name server says holds for as long as it says (RFC 1035 section 3.2.1); a failure is not kept.
    stub.cache = dns.resolver.LRUCache(_CACHED)
    return Resolver(stub, lifetime)


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
        case A() | AAAA():
            return str(record.address)
        case _:
            raise DnsUnavailable("an answer of another kind than asked")
