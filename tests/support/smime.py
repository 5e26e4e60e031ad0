"""S/MIME as mail programs make it: keys from one authority, mails made by the real ``openssl``."""

import base64
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.support.letters import FORM, letter

_DAY = timedelta(days=1)
INNER = f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{FORM}".encode()
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True, slots=True)
class Person:
    """Someone's certificate and key, two PEM files."""

    certificate: Path
    key: Path

    @property
    def x509(self) -> x509.Certificate:
        return x509.load_pem_x509_certificate(self.certificate.read_bytes())


@dataclass(frozen=True, slots=True)
class MailAuthority:
    """Issues certificates for mail addresses; ``certificate`` is the PEM file to trust."""

    folder: Path
    certificate: Path
    name: x509.Name
    key: ec.EllipticCurvePrivateKey

    def person(
        self,
        *addresses: str,
        kind: str = "rsa",
        days: int = 30,
        server: bool = False,
        in_subject: bool = False,
    ) -> Person:
        """A new key and certificate; ``days`` from now it ends, in the past for an expired one."""
        key = new_key(kind)
        subject = [x509.NameAttribute(NameOID.COMMON_NAME, "Invented person")]
        if in_subject:
            subject.append(x509.NameAttribute(NameOID.EMAIL_ADDRESS, addresses[0]))
        usage = ExtendedKeyUsageOID.SERVER_AUTH if server else ExtendedKeyUsageOID.EMAIL_PROTECTION
        until = datetime.now(UTC) + days * _DAY
        builder = _builder(x509.Name(subject), self.name, key, until).add_extension(
            x509.ExtendedKeyUsage([usage]), critical=False
        )
        if not in_subject:
            names = x509.SubjectAlternativeName([x509.RFC822Name(address) for address in addresses])
            builder = builder.add_extension(names, critical=False)
        certificate = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key()), critical=False
        ).sign(self.key, SHA256())
        return Person(*_written(self.folder, certificate, key))

    def below(self, name: str) -> "MailAuthority":
        """An authority that this one vouches for."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        builder = _builder(subject, self.name, key, datetime.now(UTC) + 50 * _DAY).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        certificate, _ = _written(self.folder, builder.sign(self.key, SHA256()), key)
        return MailAuthority(self.folder, certificate, subject, key)

    def revoking(self, *people: Person, stale: bool = False) -> Path:
        """A revocation list of these, in a PEM file."""
        now = datetime.now(UTC)
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        builder = builder.last_update(now - 9 * _DAY).next_update(now + (-1 if stale else 7) * _DAY)
        for person in people:
            entry = x509.RevokedCertificateBuilder().serial_number(person.x509.serial_number)
            builder = builder.add_revoked_certificate(entry.revocation_date(now - 8 * _DAY).build())
        path = self.folder / f"revoked-{len(people)}-{stale}.pem"
        path.write_bytes(builder.sign(self.key, SHA256()).public_bytes(Encoding.PEM))
        return path


def new_mail_authority(folder: Path, name: str = "Mail test authority") -> MailAuthority:
    """A new authority whose files go to ``folder``, which must exist."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = _builder(subject, subject, key, datetime.now(UTC) + 60 * _DAY)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    certificate, _ = _written(folder, builder.sign(key, SHA256()), key)
    return MailAuthority(folder, certificate, subject, key)


def new_key(kind: str) -> PrivateKey:
    """``rsa`` or ``ec``."""
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def openssl(*arguments: str | Path, content: bytes) -> bytes:
    """What the program answers on ``content``."""
    command = ["openssl", *map(str, arguments)]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout


def encrypt(content: bytes, *people: Person, options: tuple[str | Path, ...] = ("-aes256",)) -> bytes:
    """The CMS structure that seals ``content`` for these people."""
    people_files = [person.certificate for person in people]
    return openssl("cms", "-encrypt", "-binary", "-outform", "DER", *options, *people_files, content=content)


def sign(content: bytes, *people: Person, options: tuple[str | Path, ...] = ()) -> bytes:
    """The CMS signature of these people over ``content``, apart from it."""
    signers = [word for person in people for word in ("-signer", person.certificate, "-inkey", person.key)]
    return openssl("cms", "-sign", "-binary", "-outform", "DER", *signers, *options, content=content)


def sign_around(content: bytes, *people: Person, options: tuple[str | Path, ...] = ()) -> bytes:
    """The CMS structure that holds ``content`` and these people's signatures (opaque)."""
    return sign(content, *people, options=("-nodetach", *options))


def opaque(der: bytes, content_type: str = "application/pkcs7-mime; smime-type=enveloped-data") -> bytes:
    """A MIME entity that carries the CMS structure ``der``."""
    head = f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head.encode() + wrapped(der)


def clear(content: bytes, signature: bytes, *, boundary: str = "----=_Part_1") -> bytes:
    """A multipart/signed entity of ``content`` and its ``signature``, as Outlook and Thunderbird write it."""
    head = (
        'Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; micalg=SHA256;\r\n'
        f'\tboundary="{boundary}"\r\n\r\nThis is an S/MIME signed message\r\n'
    )
    tail = (
        'Content-Type: application/x-pkcs7-signature; name="smime.p7s"\r\n'
        "Content-Transfer-Encoding: base64\r\n"
        'Content-Disposition: attachment; filename="smime.p7s"\r\n\r\n'
    )
    edge = f"--{boundary}".encode()
    return b"\r\n".join(
        [head.encode() + edge, content, edge, tail.encode() + wrapped(signature) + edge + b"--", b""]
    )


def wrapped(octets: bytes) -> bytes:
    """``octets`` in base64, on lines with CRLF."""
    return base64.encodebytes(octets).replace(b"\n", b"\r\n")


def mail(entity: bytes) -> bytes:
    """A whole labelled message with the header and body of ``entity``."""
    head, _, _ = letter(content_type="x/x", encoding="x").partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"content-")]
    return b"\r\n".join(lines) + b"\r\n" + entity


def _builder(
    subject: x509.Name, issuer: x509.Name, key: PrivateKey, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - 90 * _DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _written(folder: Path, certificate: x509.Certificate, key: PrivateKey) -> tuple[Path, Path]:
    stem = folder / f"mail-{certificate.serial_number:x}"
    stem.with_suffix(".pem").write_bytes(certificate.public_bytes(Encoding.PEM))
    stem.with_suffix(".key").touch(mode=0o600)
    stem.with_suffix(".key").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return stem.with_suffix(".pem"), stem.with_suffix(".key")
