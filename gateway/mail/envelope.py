"""What a message brings besides its bytes: who handed it in, how, from whom and for whom."""

from dataclasses import dataclass
from datetime import datetime

from gateway.mail.address import Address


@dataclass(frozen=True, slots=True)
class Peer:
    """The SMTP client at the other end: its IP address and what it called itself in EHLO."""

    ip: str
    helo: str


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """A client certificate that verified against the configured authorities.

    ``fingerprint`` is lower-case hex SHA-256 of the DER form; ``names`` are its dNSName entries.
    """

    fingerprint: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tls:
    """The transport as negotiated. ``version`` as OpenSSL names it, for instance ``TLSv1.3``."""

    version: str
    cipher: str
    client_certificate: ClientCertificate | None = None


@dataclass(frozen=True, slots=True)
class Envelope:
    """RFC 5321 section 2.3.1. ``mail_from`` is None for the null reverse-path ``<>``."""

    mail_from: Address | None
    rcpt_to: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """One message at its final dot. ``id`` is the transfer's id; ``content`` has CRLF line ends."""

    id: str
    received: datetime
    peer: Peer
    tls: Tls | None
    envelope: Envelope
    content: bytes
