from dataclasses import replace
from typing import Literal

import pytest

from gateway.checks import encryption
from gateway.decision import Code, Result
from gateway.mail.envelope import Tls
from gateway.policy.model import Encryption, Policy
from tests.support.arrivals import arrival, fields_of, policy

TLS13 = Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384")
TRANSPORT = (Result.PASS, Code.ENCRYPTION_TRANSPORT)
SEALED = (Result.FAIL, Code.ENCRYPTION_SEALED)
RIGHTS_MANAGED = (Result.FAIL, Code.ENCRYPTION_RIGHTS_MANAGED)


def found(header: bytes = b"", tls: Tls | None = TLS13, with_policy: Policy | None = None) -> list[object]:
    content = header + b"Subject: x\r\n\r\nx\r\n"
    findings = encryption.check(with_policy or policy(), arrival(content, tls=tls), fields_of(content))
    return [(finding.result, finding.code) for finding in findings]


@pytest.mark.parametrize(
    ("version", "least", "expected"),
    [
        ("TLSv1.3", "TLSv1.3", TRANSPORT),
        ("TLSv1.3", "TLSv1.2", TRANSPORT),
        ("TLSv1.2", "TLSv1.2", TRANSPORT),
        ("TLSv1.2", "TLSv1.3", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("TLSv1.1", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("SSLv3", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
        ("", "TLSv1.2", (Result.FAIL, Code.ENCRYPTION_TRANSPORT_OLD)),
    ],
)
def test_the_transport_is_as_new_as_the_policy_asks(
    version: str, least: Literal["TLSv1.2", "TLSv1.3"], expected: tuple[Result, Code]
) -> None:
    asking = replace(policy(), encryption=Encryption(transport=least))
    assert found(tls=Tls(version, "x"), with_policy=asking) == [expected]


def test_no_tls_is_refused() -> None:
    assert found(tls=None) == [(Result.FAIL, Code.ENCRYPTION_TRANSPORT_MISSING)]


@pytest.mark.parametrize(
    "value",
    [
        b"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        b"application/x-pkcs7-mime;\r\n\tsmime-type=enveloped-data",
        b"Application/PKCS7-Mime; smime-type=authEnveloped-data",
        b"application/pkcs7-mime",
        b'application/octet-stream; name="smime.p7m"',
        b'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x',
        b"MULTIPART/Encrypted ; boundary=x",
        b"application/pgp-encrypted",
    ],
)
def test_sealed_content_is_refused_since_the_gateway_has_no_key(value: bytes) -> None:
    assert found(b"Content-Type: " + value + b"\r\n") == [TRANSPORT, SEALED]


@pytest.mark.parametrize(
    "value",
    [
        b"text/plain",
        b'multipart/signed; protocol="application/pkcs7-signature"; boundary=x',
        b"application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        b"multipart/mixed; boundary=multipart/encrypted",
    ],
)
def test_content_that_is_readable_or_only_signed_is_not_sealed(value: bytes) -> None:
    assert found(b"Content-Type: " + value + b"\r\n") == [TRANSPORT]


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Class: rpmsg.message\r\n",
        b"content-class:\r\n RPMSG.Message \r\n",
        b"Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\r\n",
        b"Content-Type: application/octet-stream; name=message_v4.rpmsg\r\n",
        b"Content-Class: rpmsg.message\r\nContent-Type: application/pkcs7-mime\r\n",
    ],
)
def test_rights_managed_mail_is_refused_for_what_it_is(header: bytes) -> None:
    assert found(header) == [TRANSPORT, RIGHTS_MANAGED]


def test_a_second_content_type_does_not_hide_a_sealed_one() -> None:
    assert found(b"Content-Type: text/plain\r\nContent-Type: application/pkcs7-mime\r\n") == [
        TRANSPORT,
        SEALED,
    ]


def test_a_policy_that_requires_sealed_content_cannot_be_met() -> None:
    asking = replace(policy(), encryption=Encryption(content="required"))
    missing = (Result.FAIL, Code.ENCRYPTION_CONTENT_MISSING)
    assert found(with_policy=asking) == [TRANSPORT, missing]
    assert found(b"Content-Type: application/pkcs7-mime\r\n", with_policy=asking) == [TRANSPORT, SEALED]
