"""A request for the mailbox's certificate (PKCS #10, RFC 2986), which asks senders for AES-256. Pure.

A sender's program picks the cipher from the capabilities in the certificate (RFC 4262). Without them
Outlook may fall back to Triple DES.
"""

import hashlib
from dataclasses import dataclass, field

from asn1crypto.cms import SMIMECapabilites
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from gateway.mail.address import Address

_KEY_BITS = 3072
_CAPABILITIES = x509.ObjectIdentifier("1.2.840.113549.1.9.15")
# The most wanted first (RFC 8551 section 2.7.1): AES-GCM shows that it was altered, AES-CBC does not.
_CIPHERS = ("aes256_gcm", "aes256_cbc", "aes128_gcm", "aes128_cbc")


@dataclass(frozen=True, slots=True)
class Request:
    """A new key and the request for its certificate, both PEM, and the SHA-256 of the public key in hex."""

    key: bytes = field(repr=False)
    csr: bytes
    fingerprint: str


def new_request(address: Address) -> Request:
    """A request for ``address`` with a new RSA key: to sign with and to be sealed for."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=_KEY_BITS)
    capabilities = SMIMECapabilites([{"capability_id": cipher} for cipher in _CIPHERS]).dump()
    request = (
        x509.CertificateSigningRequestBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, str(address))]))
        .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(str(address))]), critical=False)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.UnrecognizedExtension(_CAPABILITIES, capabilities), critical=False)
        .sign(key, SHA256())
    )
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return Request(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        request.public_bytes(Encoding.PEM),
        hashlib.sha256(public).hexdigest(),
    )


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=True,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
