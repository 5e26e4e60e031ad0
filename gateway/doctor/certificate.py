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
from gateway.said import Said, reason_of, say

_RENEW_BEFORE = timedelta(days=30)
#: systemd grants these by access lists, which show as a group's bits (systemd.exec(5)).
CREDENTIALS = Path("/run/credentials")
# A reload does not take up systemd's credentials; a restart takes up everything.
_RESTART = say("Renew it, then restart the gateway.")
_RENEW = say("Renew it.")
_PEM = say("It must begin with -----BEGIN CERTIFICATE-----, which neither a key nor a DER file does.")
_CERTIFICATE, _KEY = b"-----BEGIN CERTIFICATE-----", b"PRIVATE KEY-----"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def certificate_remarks(tls: Tls, hostname: str, now: datetime) -> Iterator[Remark]:
    """On the files that ``tls`` names, for a server called ``hostname`` at ``now`` (aware)."""
    try:
        chain = chain_in(tls.certificate)
    except OSError as failure:
        yield error(Code.TLS_CERTIFICATE, unreadable(tls.certificate, failure), provided(tls.certificate))
    except ValueError:
        yield error(Code.TLS_CERTIFICATE, *no_certificate(tls.certificate, tls.key))
    else:
        yield from expiry_remarks(Code.TLS_EXPIRY, chain, now)
        yield _name_remark(chain[0], hostname)
        yield key_remark(Code.TLS_KEY, tls.certificate, tls.key, chain[0])
    yield from mode_remarks(Code.TLS_KEY_MODE, tls.key)
    yield from _client_ca_remarks(tls)


def expiry_remarks(
    code: Code, chain: Sequence[x509.Certificate], now: datetime, remedy: Said = _RESTART
) -> Iterator[Remark]:
    """On the validity of the certificate in ``chain`` that ends first, and ``remedy`` once it is past."""
    first = first_to_end(chain)
    begin = max(certificate.not_valid_before_utc for certificate in chain)
    if begin > now:
        detail = say("not valid before {time} UTC", time=f"{begin:%Y-%m-%d %H:%M}")
        yield error(code, detail, say("Check this machine's clock."))
        return
    yield until_remark(code, first.not_valid_before_utc, first.not_valid_after_utc, now, remedy)


def until_remark(
    code: Code, begin: datetime | None, end: datetime, now: datetime, remedy: Said = _RENEW
) -> Remark:
    """On a certificate's end, and ``remedy`` once it is past.

    It is due in its last 30 days, or last third when it lives shorter.
    """
    left = end - now
    due = _RENEW_BEFORE if begin is None else min(_RENEW_BEFORE, (end - begin) / 3)
    day = f"{end:%Y-%m-%d}"
    if left <= timedelta():
        return error(code, say("the certificate expired on {day}", day=day), remedy)
    if left < due:
        detail = say("the certificate expires on {day}, in {left}", day=day, left=days_of(left))
        return warning(code, detail, _RENEW)
    return ok(code, say("the certificate is valid until {day}", day=day))


def days_of(left: timedelta) -> Said:
    """The whole days in ``left``, which is positive."""
    if left.days > 1:
        return say("{days} days", days=left.days)
    return say("one day") if left.days else say("less than a day")


def _name_remark(certificate: x509.Certificate, hostname: str) -> Remark:
    names = _dns_names(certificate)
    parent = hostname.partition(".")[2]
    if hostname in names or (parent and f"*.{parent}" in names):
        return ok(Code.TLS_NAME, say("the certificate names {hostname}", hostname=hostname))
    detail = say("the certificate does not name {hostname}", hostname=hostname)
    remedy = say("Request one with this subjectAltName, or set hostname to a name it has.")
    return warning(Code.TLS_NAME, detail, remedy)


def _dns_names(certificate: x509.Certificate) -> frozenset[str]:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return frozenset()
    return frozenset(name.lower() for name in names.get_values_for_type(x509.DNSName))


def key_remark(code: Code, certificate: Path, file: Path, leaf: x509.Certificate) -> Remark:
    """On whether the key in ``file`` is that of ``leaf``, the first in the file ``certificate``."""
    try:
        content = file.read_bytes()
    except OSError as failure:
        return error(code, unreadable(file, failure), say("Put the certificate's key there."))
    try:
        key = load_pem_private_key(content, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return error(code, *_no_key(file, content))
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if key.public_key().public_bytes(*form) != leaf.public_key().public_bytes(*form):
        remedy = say("Name the two files of one request.")
        return error(code, say("key and certificate are no pair"), remedy)
    return _loaded_remark(code, certificate, file)


def _no_key(file: Path, content: bytes) -> tuple[Said, Said]:
    """What is wrong with a ``file`` for a key that holds ``content``, and what to do."""
    if _KEY in content:
        return say("{file} holds no plain PEM key", file=file), say("Store it without a pass phrase.")
    remedy = say("Name the file of the private key: it has a line that ends in PRIVATE KEY-----.")
    if _CERTIFICATE in content:
        return say("{file} holds a certificate and no key", file=file), remedy
    return say("{file} holds no PEM key", file=file), remedy


def _loaded_remark(code: Code, certificate: Path, key: Path) -> Remark:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except (ssl.SSLError, OSError) as failure:
        reason = getattr(failure, "reason", None) or say("unreadable")
        detail = say("OpenSSL refuses the pair: {reason}", reason=reason)
        return error(code, detail, say("Request a new certificate."))
    return ok(code, say("key and certificate are a pair"))


def mode_remarks(code: Code, key: Path) -> Iterator[Remark]:
    """On who may touch the file ``key``; nothing on one that is not there, or that is a certificate."""
    try:
        mode = key.stat().st_mode
    except OSError:
        return
    if _holds(key, _CERTIFICATE) and not _holds(key, _KEY):
        return
    if mode & _OTHERS and not key.is_relative_to(CREDENTIALS):
        detail = say("{file} is open to group or others", file=key)
        yield error(code, detail, say("Run chmod 600 {file}.", file=key))
    else:
        yield ok(code, say("the key is its owner's alone"))


def _client_ca_remarks(tls: Tls) -> Iterator[Remark]:
    if tls.client_ca is None:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(tls.client_ca)
    except (ssl.SSLError, OSError) as failure:
        no_pem = isinstance(failure, ssl.SSLError)
        detail = without_certificate(tls.client_ca) if no_pem else unreadable(tls.client_ca, failure)
        yield error(Code.TLS_CLIENT_CA, detail, say("Name the authorities of client certificates."))
    else:
        yield ok(Code.TLS_CLIENT_CA, say("the authorities of client certificates are readable"))


def provided(certificate: Path) -> Said:
    """How the file ``certificate`` comes to be where it cannot be read."""
    if certificate.is_relative_to(CREDENTIALS):
        return say("Start the gateway: systemd puts it there, from the file that the unit names.")
    return say("Put a PEM file there.")


def unreadable(file: Path, failure: OSError) -> Said:
    """That ``file`` cannot be read, and what the system says of it."""
    return say("{file} cannot be read: {reason}", file=file, reason=reason_of(failure))


def no_certificate(file: Path, key: Path) -> tuple[Said, Said]:
    """What is wrong with a ``file`` that holds no certificate and is named with ``key``; what to do."""
    if _holds(file, _KEY) and _holds(key, _CERTIFICATE):
        wrong = say("{file} holds the key, and {key} the certificate: they are swapped", file=file, key=key)
        return wrong, say("Exchange the two names.")
    return without_certificate(file), _PEM


def _holds(file: Path, mark: bytes) -> bool:
    try:
        return mark in file.read_bytes()
    except OSError:
        return False


def without_certificate(file: Path) -> Said:
    """That ``file``, which can be read, holds none."""
    return say("{file} holds no PEM certificate", file=file)
