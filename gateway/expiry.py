"""When a file of certificates ends: as soon as the first of its chain does."""

from collections.abc import Iterable
from pathlib import Path

from cryptography import x509


def chain_in(file: Path) -> tuple[x509.Certificate, ...]:
    """The certificates in the PEM file ``file``, at least one. Raises OSError, and ValueError without any."""
    return tuple(x509.load_pem_x509_certificates(file.read_bytes()))


def first_to_end(chain: Iterable[x509.Certificate]) -> x509.Certificate:
    """The certificate of ``chain`` that ends first. Raises ValueError when it is empty."""
    return min(chain, key=lambda certificate: certificate.not_valid_after_utc)
