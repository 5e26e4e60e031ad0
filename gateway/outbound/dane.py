"""A next hop that proves itself by TLSA records in DNSSEC: DANE for SMTP, RFC 7672.

``discover`` asks, ``vouched_for`` judges and is pure. Here DANE is not opportunistic: an answer that is
not validated, no usable record, or one that does not match means that nothing is sent.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from gateway.authentication.resolver import Resolver, Tlsa
from gateway.outbound.validated import Validated

_DANE_TA, _DANE_EE = 2, 3
_SIZES = {1: hashlib.sha256().digest_size, 2: hashlib.sha512().digest_size}


@dataclass(frozen=True, slots=True)
class Secured:
    """A host's validated addresses and usable TLSA records, neither empty."""

    addresses: tuple[str, ...]
    records: tuple[Tlsa, ...]


async def discover(resolver: Resolver, host: str, port: int) -> Secured:
    """What a validating resolver on this machine says of ``host``. Raises NotReady.

    The TLSA base domain is ``host`` as it was configured (RFC 7672 section 2.2.3), never an alias of it.
    """
    asked = Validated(resolver, "dane")
    addresses = await asked.addresses(host)
    found = await asked.lookup(f"_{port}._tcp.{host}", "TLSA")
    records = tuple(record for record in found if isinstance(record, Tlsa) and _is_usable(record))
    if not records:
        raise asked.not_ready("no usable TLSA record")
    return Secured(addresses, records)


def _is_usable(record: Tlsa) -> bool:
    """DANE-TA and DANE-EE alone (RFC 7672 section 3.1), in forms that are known."""
    whole = _SIZES.get(record.matching, len(record.data)) == len(record.data) > 0
    return (
        record.usage in (_DANE_TA, _DANE_EE) and record.selector in (0, 1) and record.matching < 3 and whole
    )


def vouched_for(chain: tuple[bytes, ...], records: tuple[Tlsa, ...], name: str, now: datetime) -> bool:
    """Whether ``records`` vouch at ``now`` for the server ``name`` by its ``chain`` (DER, its own first).

    DANE-EE asks for no name and no date (RFC 7672 section 3.1.1); DANE-TA asks for both.
    """
    try:
        certificates = [x509.load_der_x509_certificate(der) for der in chain]
    except ValueError:
        return False
    if not certificates:
        return False
    if any(record.usage == _DANE_EE and _matches(record, certificates[0]) for record in records):
        return True
    anchors = list(_anchors(certificates[1:], records))
    return bool(anchors) and _leads_to(anchors, certificates, name, now)


def _matches(record: Tlsa, certificate: x509.Certificate) -> bool:
    """RFC 6698 sections 2.1.2 and 2.1.3."""
    if record.selector == 0:
        chosen = certificate.public_bytes(Encoding.DER)
    else:
        chosen = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    digests = {0: chosen, 1: hashlib.sha256(chosen).digest(), 2: hashlib.sha512(chosen).digest()}
    return digests[record.matching] == record.data


def _anchors(shown: list[x509.Certificate], records: tuple[Tlsa, ...]) -> Iterator[x509.Certificate]:
    """The authorities that the records name: among those shown, or whole in a record itself."""
    for record in records:
        if record.usage != _DANE_TA:
            continue
        yield from (certificate for certificate in shown if _matches(record, certificate))
        if (record.selector, record.matching) == (0, 0):
            try:
                yield x509.load_der_x509_certificate(record.data)
            except ValueError:
                continue


def _leads_to(
    anchors: list[x509.Certificate], certificates: list[x509.Certificate], name: str, now: datetime
) -> bool:
    verifier = PolicyBuilder().store(Store(anchors)).time(now).build_server_verifier(x509.DNSName(name))
    try:
        verifier.verify(certificates[0], certificates[1:])
    except VerificationError:
        return False
    return True
