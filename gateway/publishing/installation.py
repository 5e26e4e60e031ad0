"""From the files of an installation to what decides over its records."""

from hashlib import sha256
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gateway.config import Config
from gateway.outbound.signing import load_signer
from gateway.policy.book import PolicyBook
from gateway.publishing.records import Installation, Mode
from gateway.said import say


def installation(config: Config, book: PolicyBook, mode: Mode, *, is_mx: bool | None) -> Installation:
    """What ``config`` and ``book`` say; with ``is_mx`` None also how the gateway stands in front.

    Raises OSError or ValueError when the certificate cannot be read, and KeyUnusable for the signing key.
    """
    signing = config.signing
    signer = signing and load_signer(signing.key, signing.domain, signing.selector, arc=signing.arc)
    return Installation(
        hostname=config.hostname,
        domains=tuple(sorted({*book.domains(), *config.relay_domains})),
        is_mx=_stands_as_mx(config) if is_mx is None else is_mx,
        key_digest=_key_digest(config.tls.certificate),
        mode=mode,
        signing_domain=signing.domain if signing else None,
        dkim=(signer.name, signer.record) if signer else None,
        reports_to=str(config.postmaster) if config.postmaster else None,
    )


def _stands_as_mx(config: Config) -> bool:
    """Whoever takes all mail of a domain relays the rest of it; a server in front is trusted or known."""
    behind = config.trusted_peers or config.trusted_upstream
    return config.other_recipients == "relay" and not behind


def _key_digest(certificate: Path) -> str:
    try:
        key = x509.load_pem_x509_certificates(certificate.read_bytes())[0].public_key()
    except ValueError:
        raise ValueError(say("{file} holds no PEM certificate", file=certificate)) from None
    return sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()
