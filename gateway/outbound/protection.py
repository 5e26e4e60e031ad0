"""The TLS that a session with the next hop must have: verified, or plain on loopback alone."""

import ipaddress
import ssl
from pathlib import Path


def verified_context(ca: Path | None) -> ssl.SSLContext:
    """A client's TLS: 1.2 or later, chain and subjectAltName checked (RFC 6125).

    ``ca`` is a PEM file whose authorities alone are trusted; None trusts the system's. Raises
    OSError or ssl.SSLError when the file does not load.
    """
    context = ssl.create_default_context(cafile=ca)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.hostname_checks_common_name = False
    return context


def unverified_context() -> ssl.SSLContext:
    """A client's TLS for DANE alone: 1.2 or later, the certificate judged by TLSA records (RFC 7672)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def require_protection(host: str, tls: ssl.SSLContext | None) -> None:
    """Raises ValueError unless ``tls`` verifies, or is None for a ``host`` that is a loopback address."""
    if tls is None:
        if not _is_loopback(host):
            raise ValueError("a next hop beyond loopback needs TLS")
    elif tls.verify_mode is not ssl.CERT_REQUIRED or not tls.check_hostname:
        raise ValueError("the next hop's certificate and name must be verified")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
