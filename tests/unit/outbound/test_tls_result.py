import pytest

from gateway.outbound.delivery import Accepted, Deferred, Delivery, Lost, Refused, Why
from gateway.outbound.tls_result import tls_result


@pytest.mark.parametrize(
    ("why", "detail", "result"),
    [
        ("tls", "STARTTLS not offered", "starttls-not-supported"),
        ("tls", "STARTTLS refused", "starttls-not-supported"),
        ("tls", "certificate has expired", "certificate-expired"),
        ("tls", "Hostname mismatch, certificate is not valid for 'a.example'.", "certificate-host-mismatch"),
        ("tls", "IP address mismatch, certificate is not valid for '::1'.", "certificate-host-mismatch"),
        ("tls", "self-signed certificate", "certificate-not-trusted"),
        ("tls", "self-signed certificate in certificate chain", "certificate-not-trusted"),
        ("tls", "unable to get local issuer certificate", "certificate-not-trusted"),
        ("tls", "certificate is not yet valid", "validation-failure"),
        ("tls", "WRONG_VERSION_NUMBER", "validation-failure"),
        ("dane", "no TLSA record matches", "tlsa-invalid"),
        ("dane", "no usable TLSA record", "dane-required"),
        ("dane", "TLSA is not validated here", "dane-required"),
        ("dane", "A is not validated here", "dane-required"),
        ("dane", "no usable answer for TLSA", "dnssec-invalid"),
        ("dane", "no address", "validation-failure"),
        ("mta-sts", "no policy is announced", "sts-policy-fetch-error"),
        ("mta-sts", "no usable answer for TXT", "sts-policy-fetch-error"),
        ("mta-sts", "the policy host fails: ConnectionRefusedError", "sts-policy-fetch-error"),
        ("mta-sts", "the policy host fails: SSLCertVerificationError", "sts-webpki-invalid"),
        ("mta-sts", "no readable policy", "sts-policy-invalid"),
        ("mta-sts", "the policy is not enforced", "sts-policy-invalid"),
        ("mta-sts", "the policy names other hosts", "validation-failure"),
    ],
)
def test_what_kept_a_session_from_being_protected_has_a_registered_name(
    why: Why, detail: str, result: str
) -> None:
    assert tls_result(Deferred(None, "", why, detail)) == result


@pytest.mark.parametrize(
    "delivery",
    [
        Accepted(250),
        Refused(550),
        Lost(),
        Deferred(None, "", "connect", "ConnectionRefusedError"),
        Deferred(451, "4.3.0", "reply"),
        Deferred(None, "", "timeout"),
        Deferred(None, "", "disconnected"),
        Deferred(None, "", "internal", "ValueError"),
    ],
)
def test_another_end_of_a_delivery_has_none(delivery: Delivery) -> None:
    assert tls_result(delivery) is None
