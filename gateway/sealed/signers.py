"""Who signed: each signer's certificate, and whether an authority that counts stands for it (RFC 8550)."""

import re
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from gateway.mail.protection import Signature, SignatureState
from gateway.sealed.keyring import Keyring, addresses_of
from gateway.sealed.openssl import Argument, Openssl

_NOWHERE = ("-no-CAfile", "-no-CApath", "-no-CAstore")
# An authority that is listed is the end of the chain, also when another one issued it. Level 2 asks for
# keys and digests of 112 bits: RSA from 2048, nothing of SHA-1.
_STRICT = ("-partial_chain", "-purpose", "smimesign", "-auth_level", "2")
_ERROR = re.compile(r"^error (\d+) at \d+ depth lookup", re.MULTILINE)
# Numbers of verification errors (X509_STORE_CTX_get_error(3)).
_NOT_YET_VALID, _EXPIRED, _REVOKED = 9, 10, 23
_PAST = frozenset({_NOT_YET_VALID, _EXPIRED, _REVOKED})
_STALE_LISTS = frozenset({11, 12})


async def judge_signers(
    signers: bytes, others: tuple[bytes, ...], keyring: Keyring, openssl: Openssl, now: datetime
) -> tuple[Signature, ...]:
    """One signature for each certificate in ``signers`` (PEM), each of which fits the content.

    ``others`` are the certificates (DER) that came along and may lead to an authority. Raises OSError
    when a revocation list is out of date: whether a signer was revoked is then ours to find out.
    """
    along = b"".join(_pem(der) for der in others)
    found = re.findall(rb"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\s*", signers, re.DOTALL)
    return tuple([await _judge(pem, along, keyring, openssl, now) for pem in found])


async def _judge(pem: bytes, along: bytes, keyring: Keyring, openssl: Openssl, now: datetime) -> Signature:
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        addresses = addresses_of(certificate)
    except ValueError:
        return Signature("smime", "unknown")
    state = await _state(pem, along, keyring, openssl, now)
    return Signature("smime", state, certificate.fingerprint(SHA256()).hex(), addresses)


async def _state(
    pem: bytes, along: bytes, keyring: Keyring, openssl: Openssl, now: datetime
) -> SignatureState:
    if not keyring.authorities:
        return "unknown"
    lists: tuple[Argument, ...] = ("-crl_check", "-CRLfile", keyring.revoked) if keyring.revoked else ()
    extra: tuple[Argument, ...] = ("-untrusted", along) if along else ()
    at = ("-attime", str(int(now.timestamp())))
    ran = await openssl.run(
        *("verify", *_NOWHERE, "-CAfile", keyring.authorities, *_STRICT, *at, *lists, *extra), content=pem
    )
    return "good" if ran.ok else _why(ran.complaint)


def _why(complaint: str) -> SignatureState:
    errors = {int(number) for number in _ERROR.findall(complaint)}
    if errors & _STALE_LISTS and errors <= _STALE_LISTS | _PAST:
        raise OSError("a revocation list is out of date")
    return "expired" if errors and errors <= _PAST else "unknown"


def _pem(der: bytes) -> bytes:
    """A certificate of the message that cannot be read leads nowhere."""
    try:
        return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)
    except ValueError:
        return b""
