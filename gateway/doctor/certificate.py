"""The gateway's own certificate chain and key: readable, a pair, valid for a while, and its name."""

import ssl
import stat
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from gateway.config import Tls
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.expiry import chain_in, first_to_end

_RENEW_BEFORE = timedelta(days=30)
#: systemd grants these by access lists, which show as a group's bits (systemd.exec(5)).
CREDENTIALS = Path("/run/credentials")
# A reload does not take up systemd's credentials; a restart takes up everything.
_RENEW = "Renew it, then restart the gateway."
_PEM = "It must begin with -----BEGIN CERTIFICATE-----, which neither a key nor a DER file does."
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def certificate_remarks(tls: Tls, hostname: str, now: datetime) -> Iterator[Remark]:
    """On the files that ``tls`` names, for a server called ``hostname`` at ``now`` (aware)."""
    try:
        chain = chain_in(tls.certificate)
    except OSError as failure:
        yield error(Code.TLS_CERTIFICATE, _unreadable(tls.certificate, failure), _provide(tls.certificate))
    except ValueError:
        yield error(Code.TLS_CERTIFICATE, f"{tls.certificate} holds no PEM certificate", _PEM)
    else:
        yield from expiry_remarks(Code.TLS_EXPIRY, chain, now)
        yield _name_remark(chain[0], hostname)
        yield key_remark(Code.TLS_KEY, tls.certificate, tls.key, chain[0])
    yield from mode_remarks(Code.TLS_KEY_MODE, tls.key)
    yield from _client_ca_remarks(tls)


def expiry_remarks(
    code: Code, chain: Sequence[x509.Certificate], now: datetime, remedy: str = _RENEW
) -> Iterator[Remark]:
    """On the validity of the certificate in ``chain`` that ends first, and ``remedy`` once it is past."""
    first = first_to_end(chain)
    begin = max(certificate.not_valid_before_utc for certificate in chain)
    if begin > now:
        yield error(code, f"not valid before {begin:%Y-%m-%d %H:%M} UTC", "Check this machine's clock.")
        return
    yield until_remark(code, first.not_valid_before_utc, first.not_valid_after_utc, now, remedy)


def until_remark(
    code: Code, begin: datetime | None, end: datetime, now: datetime, remedy: str = "Renew it."
) -> Remark:
    """On a certificate's end, and ``remedy`` once it is past.

    It is due in its last 30 days, or last third when it lives shorter.
    """
    left = end - now
    due = _RENEW_BEFORE if begin is None else min(_RENEW_BEFORE, (end - begin) / 3)
    when = f"{end:%Y-%m-%d}"
    if left <= timedelta():
        return error(code, f"the certificate expired on {when}", remedy)
    if left < due:
        return warning(code, f"the certificate expires on {when}, in {left.days} days", "Renew it.")
    return ok(code, f"the certificate is valid until {when}")


def _name_remark(certificate: x509.Certificate, hostname: str) -> Remark:
    names = _dns_names(certificate)
    parent = hostname.partition(".")[2]
    if hostname in names or (parent and f"*.{parent}" in names):
        return ok(Code.TLS_NAME, f"the certificate names {hostname}")
    remedy = "Request one with this subjectAltName, or set hostname to a name it has."
    return warning(Code.TLS_NAME, f"the certificate does not name {hostname}", remedy)


def _dns_names(certificate: x509.Certificate) -> frozenset[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return frozenset()
    return frozenset(name.lower() for name in names.get_values_for_type(x509.DNSName))


def key_remark(code: Code, certificate: Path, file: Path, leaf: x509.Certificate) -> Remark:
    """On whether the key in ``file`` is that of ``leaf``, the first in the file ``certificate``."""
    try:
        key = load_pem_private_key(file.read_bytes(), password=None)
    except OSError as failure:
        return error(code, _unreadable(file, failure), "Put the certificate's key there.")
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return error(code, f"{file} holds no plain PEM key", "Store it without a pass phrase.")
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if key.public_key().public_bytes(*form) != leaf.public_key().public_bytes(*form):
        return error(code, "key and certificate are no pair", "Name the two files of one request.")
    return _loaded_remark(code, certificate, file)


def _loaded_remark(code: Code, certificate: Path, key: Path) -> Remark:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except (ssl.SSLError, OSError) as failure:
        reason = getattr(failure, "reason", None) or "unreadable"
        return error(code, f"OpenSSL refuses the pair: {reason}", "Request a new certificate.")
    return ok(code, "key and certificate are a pair")


def mode_remarks(code: Code, key: Path) -> Iterator[Remark]:
    """On who may touch the file ``key``; nothing on one that is not there."""
    try:
        mode = key.stat().st_mode
    except OSError:
        return
    if mode & _OTHERS and not key.is_relative_to(CREDENTIALS):
        yield error(code, f"{key} is open to group or others", f"Run chmod 600 {key}.")
    else:
        yield ok(code, "the key is its owner's alone")


def _client_ca_remarks(tls: Tls) -> Iterator[Remark]:
    if tls.client_ca is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(tls.client_ca)
    except (ssl.SSLError, OSError) as failure:
        no_pem = isinstance(failure, ssl.SSLError)
        detail = (
            f"{tls.client_ca} holds no PEM certificates" if no_pem else _unreadable(tls.client_ca, failure)
        )
        yield error(Code.TLS_CLIENT_CA, detail, "Name the authorities of client certificates.")
    else:
        yield ok(Code.TLS_CLIENT_CA, "the authorities of client certificates are readable")


def _provide(certificate: Path) -> str:
    if certificate.is_relative_to(CREDENTIALS):
        return "Start the gateway: systemd puts it there, from the file that the unit names."
    return "Put a PEM file there."


def _unreadable(file: Path, failure: OSError) -> str:
    return f"{file} cannot be read: {failure.strerror}"
