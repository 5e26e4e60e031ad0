"""The service in front counts only with its certificate and our tenant."""

import pytest

from gateway.authentication.upstream import Upstream, comes_from
from gateway.mail.envelope import ClientCertificate, Tls
from tests.support.arrivals import MESSAGE, TENANT, arrival, fields_of

SERVICE = "mail.protection.example"
UPSTREAM = Upstream((SERVICE,), TENANT)
OTHER = "11111111-2222-4333-8444-555555555555"


def field(tenant: str) -> bytes:
    return f"X-MS-Exchange-CrossTenant-Id: {tenant}\r\n".encode()


def comes(content: bytes, *names: str, upstream: Upstream = UPSTREAM, bare: bool = False) -> bool:
    certificate = None if bare else ClientCertificate("ab" * 32, names)
    tls = Tls("TLSv1.3", "", certificate)
    return comes_from(upstream, arrival(content, tls=tls), fields_of(content))


def test_its_certificate_and_our_tenant_together_are_the_upstream() -> None:
    assert comes(field(TENANT) + MESSAGE, SERVICE)
    assert comes(field(TENANT.upper()) + MESSAGE, "other.example", SERVICE.upper())
    assert comes(field(TENANT) + MESSAGE, upstream=Upstream(("AB:" * 31 + "AB",), TENANT))


@pytest.mark.parametrize(
    "names", [(), ("protection.example",), (f"evil.{SERVICE}",), (f"{SERVICE}.evil.example",)]
)
def test_another_certificate_is_not(names: tuple[str, ...]) -> None:
    assert not comes(field(TENANT) + MESSAGE, *names)


def test_no_certificate_and_no_tls_is_not() -> None:
    assert not comes(field(TENANT) + MESSAGE, bare=True)
    content = field(TENANT) + MESSAGE
    assert not comes_from(UPSTREAM, arrival(content), fields_of(content))


@pytest.mark.parametrize(
    "fields",
    [
        b"",
        field(OTHER),
        field(""),
        field(TENANT) + field(OTHER),
        field(OTHER) + field(TENANT),
        field(TENANT) + field(TENANT),
        field(f"{TENANT} {OTHER}"),
        b"X-MS-Exchange-Organization-Id: " + TENANT.encode() + b"\r\n",
    ],
)
def test_a_tenant_in_doubt_is_not(fields: bytes) -> None:
    assert not comes(fields + MESSAGE, SERVICE)
