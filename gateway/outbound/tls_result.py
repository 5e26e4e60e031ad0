"""A delivery's end as a result type of RFC 8460 section 4.3. Pure; our own words in, registered words out."""

from gateway.ledger.tls_result import TlsResult
from gateway.outbound.delivery import Deferred, Delivery

# How each of them begins: OpenSSL's words for X509_V_ERR_*, and those of ``opening``.
_TLS = {
    "STARTTLS ": TlsResult.STARTTLS_NOT_SUPPORTED,
    "Hostname mismatch": TlsResult.CERTIFICATE_HOST_MISMATCH,
    "IP address mismatch": TlsResult.CERTIFICATE_HOST_MISMATCH,
    "certificate has expired": TlsResult.CERTIFICATE_EXPIRED,
    "self-signed certificate": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "self signed certificate": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "unable to get": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "unable to verify the first certificate": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "certificate not trusted": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "certificate rejected": TlsResult.CERTIFICATE_NOT_TRUSTED,
    "certificate revoked": TlsResult.CERTIFICATE_NOT_TRUSTED,
}
_DANE = {
    "no TLSA record matches": TlsResult.TLSA_INVALID,
    "no usable TLSA record": TlsResult.DANE_REQUIRED,
    "TLSA is not validated": TlsResult.DANE_REQUIRED,
    "A is not validated": TlsResult.DANE_REQUIRED,
    "AAAA is not validated": TlsResult.DANE_REQUIRED,
    "no usable answer": TlsResult.DNSSEC_INVALID,
}
_MTA_STS = {
    "no policy is announced": TlsResult.STS_POLICY_FETCH_ERROR,
    "no usable answer for TXT": TlsResult.STS_POLICY_FETCH_ERROR,
    "TXT is not validated": TlsResult.STS_POLICY_FETCH_ERROR,
    "the policy host fails: SSLCertVerificationError": TlsResult.STS_WEBPKI_INVALID,
    "the policy host fails": TlsResult.STS_POLICY_FETCH_ERROR,
    "no readable policy": TlsResult.STS_POLICY_INVALID,
    "the policy is not enforced": TlsResult.STS_POLICY_INVALID,
}
_WAYS = {"tls": _TLS, "dane": _DANE, "mta-sts": _MTA_STS}


def tls_result(delivery: Delivery) -> TlsResult | None:
    """Why ``delivery`` had no protected session to go over; None when that is not what kept it here.

    What fits no type is ``validation-failure``, as section 4.3.3 has it.
    """
    if not isinstance(delivery, Deferred) or delivery.why not in _WAYS:
        return None
    known = (result for words, result in _WAYS[delivery.why].items() if delivery.detail.startswith(words))
    return next(known, TlsResult.VALIDATION_FAILURE)
