"""A name server on loopback that serves a table of records, over UDP and TCP.

It answers as a recursive server would, and can be told to misbehave at a name: see Trouble.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdata
import dns.rdataclass
import dns.rdatatype
import dns.rrset

_TTL = 60
_MAX_UDP = 512
_MAX_TCP = 65535


class Trouble(StrEnum):
    """How a name server fails at a name."""

    SERVFAIL = "servfail"
    REFUSED = "refused"
    SILENT = "never answers"
    LAME = "neither recurses nor owns the zone"


Records = Mapping[str, Mapping[str, Sequence[str]] | Trouble]


@dataclass(slots=True)
class Zone:
    """Records by name and type, in zone-file notation; TXT as its bare text, of any length.

    ``{"mail.example": {"A": ["192.0.2.1"], "TXT": ["v=spf1 -all"]}, "slow.example": Trouble.SILENT}``.
    ``asked`` counts up: each question as ``(name, type, transport)``. Tests may replace ``records``.
    """

    records: Records
    address: str = ""
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def answer(self, wire: bytes, transport: str) -> bytes | None:
        """The reply to one query message; None for no reply, as to what is no query."""
        try:
            query = dns.message.from_wire(wire)
        except dns.exception.DNSException:
            return None
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        self.asked.append((name, dns.rdatatype.to_text(question.rdtype), transport))
        response = dns.message.make_response(query, recursion_available=True)
        match self.records.get(name):
            case Trouble.SILENT:
                return None
            case Trouble.LAME:
                response.flags &= ~(dns.flags.RA | dns.flags.AA)
            case Trouble.SERVFAIL:
                response.set_rcode(dns.rcode.SERVFAIL)
            case Trouble.REFUSED:
                response.set_rcode(dns.rcode.REFUSED)
            case None:
                response.set_rcode(dns.rcode.NXDOMAIN)
            case table:
                self._add(response, question.name, question.rdtype, table)
        return _fitted(response, query, transport)

    def _add(
        self,
        response: dns.message.Message,
        name: dns.name.Name,
        kind: dns.rdatatype.RdataType,
        table: Mapping[str, Sequence[str]],
    ) -> None:
        for text in table.get("CNAME", ()):
            target = dns.name.from_text(text)
            response.answer.append(dns.rrset.from_text(name, _TTL, "IN", "CNAME", str(target)))
            further = self.records.get(text.rstrip(".").lower())
            if isinstance(further, Mapping):
                self._add(response, target, kind, further)
        found = [_rdata(kind, text) for text in table.get(dns.rdatatype.to_text(kind), ())]
        if found:
            response.answer.append(dns.rrset.from_rdata_list(name, _TTL, found))


def _rdata(kind: dns.rdatatype.RdataType, text: str) -> dns.rdata.Rdata:
    if kind == dns.rdatatype.TXT:
        pieces = [text[start : start + 255] for start in range(0, len(text), 255)] or [""]
        text = " ".join('"' + piece.replace("\\", "\\\\").replace('"', '\\"') + '"' for piece in pieces)
    return dns.rdata.from_text(dns.rdataclass.IN, kind, text, origin=dns.name.root, relativize=False)


def _fitted(response: dns.message.Message, query: dns.message.Message, transport: str) -> bytes:
    """The wire form, or over UDP an empty truncated one when it is longer than the client takes."""
    wire = response.to_wire(max_size=_MAX_TCP)
    if transport == "tcp" or len(wire) <= max(query.payload, _MAX_UDP):
        return wire
    short = dns.message.make_response(query, recursion_available=True)
    short.flags |= dns.flags.TC
    return short.to_wire()


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, zone: Zone) -> None:
        self._zone = zone

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        reply = self._zone.answer(data, "udp")
        if reply is not None:
            self._transport.sendto(reply, addr)


async def _stream(zone: Zone, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while size := await reader.readexactly(2):
            reply = zone.answer(await reader.readexactly(int.from_bytes(size)), "tcp")
            if reply is not None:
                writer.write(len(reply).to_bytes(2) + reply)
                await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


@asynccontextmanager
async def serving(records: Records, *, port: int = 0) -> AsyncIterator[Zone]:
    """Serves ``records`` on 127.0.0.1 while the block runs; ``zone.address`` is ``ip:port``."""
    zone = Zone(records)
    server = await asyncio.start_server(lambda r, w: _stream(zone, r, w), "127.0.0.1", port)
    host, bound = server.sockets[0].getsockname()
    loop = asyncio.get_running_loop()
    datagrams, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(zone), local_addr=(host, bound))
    zone.address = f"{host}:{bound}"
    try:
        yield zone
    finally:
        datagrams.close()
        server.close()
        await server.wait_closed()
