"""One transfer in words: how it ended, what kept it out, what was left out, and the way it came."""

import os
from collections.abc import Mapping

from gateway.cli.complaint import language_of
from gateway.decision import Superfluous
from gateway.ledger.canonical import Json
from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer
from gateway.reports.table import field_words
from gateway.said import every, say
from gateway.texts import category_word, place_words

Pair = tuple[str, str]

_MEANING = {
    Outcome.ACCEPTED: say("delivered to the mailbox"),
    Outcome.REJECTED: say("refused; nothing was delivered"),
    Outcome.DEFERRED: say("not delivered; the sender's server tries again by itself"),
    Outcome.UNKNOWN: say("interrupted; it may or may not have been delivered, ask the mailbox"),
    Outcome.ERASED: say("the ledger no longer tells, as retention asks"),
    Outcome.OPEN: say("being delivered now, or interrupted and not yet closed"),
}


def ended(outcome: Outcome) -> str:
    """The outcome as --outcome and JSON name it, and what it means."""
    return say("{outcome}: {meaning}", outcome=outcome, meaning=_MEANING[outcome])


def why(transfer: Transfer) -> str:
    """What kept the message out: the gateway's own reasons, else what the next hop did."""
    if transfer.reasons:
        return ", ".join(transfer.reasons)
    match transfer.outcome:
        case Outcome.REJECTED | Outcome.DEFERRED if transfer.next_hop is not None:
            return say("next hop {code}", code=transfer.next_hop)
        case Outcome.REJECTED | Outcome.DEFERRED:
            return say("next hop did not answer")
        case _:
            return ""


def left_out(transfer: Transfer) -> str:
    """How many of which kind, and where: in English by their codes, as JSON has them."""
    language = language_of(os.environ)
    return ", ".join(_kind(kind, language) for kind in transfer.superfluous)


def _kind(kind: Superfluous, language: str) -> str:
    category, place = kind_words(kind, language)
    return f"{kind.count} {category} ({place})"


def kind_words(kind: Superfluous, language: str) -> tuple[str, str]:
    """The kind and where it was in ``language``; in English as their codes."""
    if language == "en":
        return kind.category, kind.where
    return category_word(kind.category, language), place_words(kind.where, language)


def passed(transfer: Transfer) -> str:
    """Which fields of each client passed: in English by their keys, as JSON has them."""
    language = language_of(os.environ)
    every_client = (
        ", ".join(fields) if language == "en" else field_words(fields, language)
        for fields in transfer.clients
    )
    return "; ".join(every_client)


def came(transport: Mapping[str, Json]) -> tuple[Pair, ...]:
    """The way it came: who handed it in, how it was encrypted, and what was found of its sender."""
    return (
        (say("Server"), _server(transport) if "peer_ip" in transport else ""),
        (say("Cipher"), str(transport.get("tls_cipher") or "")),
        (say("Certificate"), str(transport.get("client_certificate") or "")),
        (say("Size"), say("{count} bytes", count=transport["bytes"]) if "bytes" in transport else ""),
        (say("Sender proven"), _proven(transport) if "dmarc" in transport else ""),
    )


def _server(transport: Mapping[str, Json]) -> str:
    peer, name = transport.get("peer_ip"), transport.get("helo")
    server = say("{peer}, calls itself {name}", peer=peer, name=name)
    if "via_ip" not in transport:
        return server
    return say("{server}, by way of {address}", server=server, address=transport["via_ip"])


def _proven(transport: Mapping[str, Json]) -> str:
    dkim = transport.get("dkim")
    signatures = every(map(str, dkim)) if isinstance(dkim, list) and dkim else "none"
    spf, dmarc = transport.get("spf"), transport.get("dmarc")
    return say("SPF {spf}, DKIM {signatures}, DMARC {dmarc}", spf=spf, signatures=signatures, dmarc=dmarc)
