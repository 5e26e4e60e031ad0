"""Whether a message comes from the mail service in front, and from our own tenant of it.

Exchange Online shows one certificate for all its tenants, so the certificate proves the service and never
the tenant. That one stands in a field the service writes: unsigned, so it counts over that certificate alone.
"""

from dataclasses import dataclass

from gateway.mail.envelope import Arrival
from gateway.mail.header import Field, unfold

TENANT_FIELD = "x-ms-exchange-crosstenant-id"


@dataclass(frozen=True, slots=True)
class Upstream:
    """The service's client certificates (SHA-256 fingerprints or names) and the GUID of our tenant of it."""

    certificates: tuple[str, ...]
    tenant: str


def comes_from(upstream: Upstream | None, arrival: Arrival, fields: tuple[Field, ...]) -> bool:
    """Whether ``upstream`` handed the message in: its certificate, and one tenant field with its tenant.

    Doubt says no: no certificate, a field that is missing, there twice, or of another tenant.
    """
    if upstream is None:
        return False
    certificate = arrival.tls.client_certificate if arrival.tls else None
    tenants = [unfold(field.raw).lower() for field in fields if field.name == TENANT_FIELD]
    proven = certificate is not None and certificate.is_among(upstream.certificates)
    return proven and tenants == [upstream.tenant.lower()]
