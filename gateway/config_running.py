"""What the configuration says of a gateway that runs: its limits, whom it believes, what its dossiers say."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from gateway.config_hosts import is_loopback
from gateway.config_values import CertificateName, Guid, ListenAddress
from gateway.policy.tree import KeyPath
from gateway.said import Said, say

Flaw = tuple[KeyPath, Said, Said]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one message, one session and all sessions together may take."""

    message_bytes: Annotated[int, Field(ge=1024, le=1 << 28)] = 26_214_400
    sessions: Annotated[int, Field(ge=1, le=100_000)] = 200
    sessions_per_client: Annotated[int, Field(ge=1, le=100_000)] = 20
    recipients: Annotated[int, Field(ge=1, le=1000)] = 10
    session_seconds: Annotated[int, Field(ge=1, le=86_400)] = 600
    idle_seconds: Annotated[int, Field(ge=1, le=86_400)] = 60


@dataclass(frozen=True, slots=True)
class Metrics:
    """Where metrics and health are told, on this machine alone: ``IP:port``. Each worker has a port."""

    listen: Annotated[ListenAddress, Field(examples=["127.0.0.1:9100"])]


def metrics_flaws(metrics: Metrics | None) -> Iterator[Flaw]:
    """What is wrong with ``metrics``: whoever reaches them reads them."""
    if metrics and not is_loopback(metrics.listen.host):
        wrong = say("metrics would be told to other machines")
        yield ("metrics", "listen"), wrong, say("Write 127.0.0.1 and a port, as 127.0.0.1:9100.")


@dataclass(frozen=True, slots=True)
class Breach:
    """What a breach dossier says of the notification (GDPR art. 33): to whom, a copy to whom, how soon."""

    authority: Annotated[str, Field(min_length=1)] = "Gegevensbeschermingsautoriteit (GBA)"
    copy_to: tuple[str, ...] = ("Vlaamse Toezichtcommissie (VTC)",)
    deadline_hours: Annotated[int, Field(ge=1, le=10_000)] = 72


@dataclass(frozen=True, slots=True)
class TrustedUpstream:
    """The mail service in front whose DMARC pass counts, known by client certificate and tenant, both needed.

    ``certificates`` are names or SHA-256 fingerprints, verified against ``tls.client_ca``.
    """

    certificates: Annotated[
        tuple[CertificateName, ...], Field(min_length=1, examples=[["mail.protection.outlook.com"]])
    ]
    tenant: Annotated[Guid, Field(examples=["GUID"])]
