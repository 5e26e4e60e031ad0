"""One transfer in words: what kept it out, and the way it came."""

from collections.abc import Mapping

from gateway.ledger.canonical import Json
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer

Pair = tuple[str, str]


def why(transfer: Transfer) -> str:
    """What kept the message out: the gateway's own reasons, else what the next hop did."""
    if transfer.reasons:
        return ", ".join(transfer.reasons)
    match transfer.outcome:
        case Outcome.REJECTED | Outcome.DEFERRED if transfer.next_hop is not None:
            return f"next hop {transfer.next_hop}"
        case Outcome.REJECTED | Outcome.DEFERRED:
            return "next hop did not answer"
        case _:
            return ""


def came(transport: Mapping[str, Json]) -> tuple[Pair, ...]:
    """The way it came: who handed it in, how it was encrypted, and what was found of its sender."""
    via = f", by way of {transport['via_ip']}" if "via_ip" in transport else ""
    server = f"{transport.get('peer_ip')}, calls itself {transport.get('helo')}{via}"
    dkim = transport.get("dkim")
    signatures = " and ".join(map(str, dkim)) if isinstance(dkim, list) and dkim else "none"
    proven = f"SPF {transport.get('spf')}, DKIM {signatures}, DMARC {transport.get('dmarc')}"
    return (
        ("Server", server if "peer_ip" in transport else ""),
        ("Cipher", str(transport.get("tls_cipher") or "")),
        ("Certificate", str(transport.get("client_certificate") or "")),
        ("Size", f"{transport['bytes']} bytes" if "bytes" in transport else ""),
        ("Sender proven", proven if "dmarc" in transport else ""),
    )
