"""Throw-away certificates for loopback tests: one authority, and what it issues, as PEM files."""

import ipaddress
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Issued:
    """A certificate and its unencrypted private key, two PEM files."""

    certificate: Path
    key: Path

    def server_context(self, *, client_authority: Path | None = None) -> ssl.SSLContext:
        """A server's TLS with this certificate; with ``client_authority`` it demands a client's."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        if client_authority is not None:
            context.load_verify_locations(client_authority)
            context.verify_mode = ssl.CERT_REQUIRED
        return context


@dataclass(frozen=True, slots=True)
class Authority:
    """A certificate authority in ``folder``. ``certificate`` is the PEM file to trust."""

    folder: Path
    certificate: Path
    name: x509.Name
    key: ec.EllipticCurvePrivateKey

    def server(self, *names: str, expired: bool = False) -> Issued:
        """A server's certificate for these host names or IP addresses."""
        return self._issue(names, ExtendedKeyUsageOID.SERVER_AUTH, expired=expired)

    def client(self, *names: str, expired: bool = False) -> Issued:
        """A client's certificate for these host names."""
        return self._issue(names, ExtendedKeyUsageOID.CLIENT_AUTH, expired=expired)

    def _issue(self, names: tuple[str, ...], usage: x509.ObjectIdentifier, *, expired: bool) -> Issued:
        key = ec.generate_private_key(ec.SECP256R1())
        until = datetime.now(UTC) + (-_DAY if expired else 30 * _DAY)
        certificate = (
            _builder(_name(names[0]), self.name, key.public_key(), self.key, until)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.SubjectAlternativeName([_general_name(n) for n in names]), critical=False)
            .add_extension(x509.ExtendedKeyUsage([usage]), critical=False)
            .sign(self.key, SHA256())
        )
        stem = f"{names[0]}-{certificate.serial_number:x}"
        return Issued(_write(self.folder / f"{stem}.pem", certificate), _write_key(self.folder, stem, key))


def new_authority(folder: Path, name: str = "Loopback test authority") -> Authority:
    """A new authority whose files go to ``folder``, which must exist."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = _name(name)
    certificate = (
        _builder(subject, subject, key.public_key(), key, datetime.now(UTC) + 60 * _DAY)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_authority_usage(), critical=True)
        .sign(key, SHA256())
    )
    stem = f"authority-{certificate.serial_number:x}"
    return Authority(folder, _write(folder / f"{stem}.pem", certificate), subject, key)


def _builder(
    subject: x509.Name,
    issuer: x509.Name,
    public: ec.EllipticCurvePublicKey,
    signer: ec.EllipticCurvePrivateKey,
    until: datetime,
) -> x509.CertificateBuilder:
    authority = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - 90 * _DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(authority, critical=False)
    )


def _authority_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _general_name(text: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(text))
    except ValueError:
        return x509.DNSName(text)


def _write(path: Path, certificate: x509.Certificate) -> Path:
    path.write_bytes(certificate.public_bytes(Encoding.PEM))
    return path


def _write_key(folder: Path, stem: str, key: ec.EllipticCurvePrivateKey) -> Path:
    path = folder / f"{stem}.key"
    path.touch(mode=0o600)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path
