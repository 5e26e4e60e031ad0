"""What a message brings besides its bytes: who handed it in, how, from whom and for whom."""

from dataclasses import dataclass
from datetime import datetime

from gateway.mail.address import Address


@dataclass(frozen=True, slots=True)
class Via:
    """The trusted peer that spoke for another client: its IP address, and what it did for it.

    ``relayed``: it took the message in itself and hands it on (XFORWARD), so it answers for it. Otherwise
    it passes on what that client sends (XCLIENT, PROXY), which is nobody's word but the client's.
    """

    ip: str
    relayed: bool


@dataclass(frozen=True, slots=True)
class Peer:
    """The SMTP client: its IP address (UNKNOWN_IP when not known) and what it called itself in EHLO.

    ``via`` is None when it connected itself, else the trusted peer that did and told both.
    """

    ip: str
    helo: str
    via: Via | None = None

    @property
    def answers(self) -> str:
        """The IP address of the host that answers for the message: it must be trusted to be believed."""
        return self.via.ip if self.via is not None and self.via.relayed else self.ip


@dataclass(frozen=True, slots=True)
class ClientCertificate:
    """A client certificate that verified against the configured authorities.

    ``fingerprint`` is lower-case hex SHA-256 of the DER form; ``names`` are its dNSName entries.
    """

    fingerprint: str
    names: tuple[str, ...]

    def is_among(self, listed: tuple[str, ...]) -> bool:
        """Whether its fingerprint, with colons or without, or one of its names is ``listed``, in any case."""
        entries = {entry.lower() for entry in listed}
        fingerprints = {entry.replace(":", "") for entry in entries}
        return self.fingerprint in fingerprints or not entries.isdisjoint(map(str.lower, self.names))


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
