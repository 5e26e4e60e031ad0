"""The mailbox behind the gateway with keys of its own: makes them, and opens what was sealed for it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SmimeMailbox:
    """An S/MIME certificate and its key, two PEM files."""

    certificate: Path
    key: Path

    def opened(self, message: bytes) -> bytes:
        """The MIME entity that was sealed in ``message``, opened by openssl from its MIME form."""
        return subprocess.run(
            ["openssl", "cms", "-decrypt", "-recip", str(self.certificate), "-inkey", str(self.key)],
            input=message, check=True, capture_output=True,
        ).stdout  # fmt: skip


def new_smime_mailbox(
    folder: Path, address: str, *, expired: bool = False, signs_only: bool = False, bits: int = 2048
) -> SmimeMailbox:
    """A self-signed certificate for ``address``, as a person's own."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mailbox")])
    until = datetime.now(UTC) + (-_DAY if expired else 200 * _DAY)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(until - 365 * _DAY)
        .not_valid_after(until)
        .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(address)]), critical=False)
        .add_extension(_usage(encrypts=not signs_only), critical=True)
        .sign(key, SHA256())
    )
    stem = f"mailbox-{certificate.serial_number:x}"
    paths = folder / f"{stem}.pem", folder / f"{stem}.key"
    paths[0].write_bytes(certificate.public_bytes(Encoding.PEM))
    paths[1].write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return SmimeMailbox(*paths)


def _usage(*, encrypts: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=encrypts,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


@dataclass(frozen=True, slots=True)
class PgpMailbox:
    """A PGP key pair in a home of its own; ``public`` is the file that others are given."""

    home: Path
    public: Path

    def opened(self, message: bytes) -> bytes:
        """The MIME entity that was sealed in the PGP/MIME ``message``, opened by gpg."""
        _, sealed = message_from_bytes(message, policy=default).iter_parts()
        return _gpg(self.home, "--decrypt", given=sealed.get_content())


@contextmanager
def new_pgp_mailbox(
    folder: Path, address: str, *, expires: str = "never", algorithm: str = "default"
) -> Iterator[PgpMailbox]:
    """A key for ``address`` that gpg made, as a person's own; its agent ends with the block."""
    home = folder / "g"
    home.mkdir(mode=0o700)
    try:
        _gpg(home, "--quick-generate-key", f"Mailbox <{address}>", algorithm, "default", expires)
        public = folder / "mailbox.asc"
        public.write_bytes(_gpg(home, "--armor", "--export", address))
        yield PgpMailbox(home, public)
    finally:
        subprocess.run(["gpgconf", "--homedir", str(home), "--kill", "all"], check=False)


def _gpg(home: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = ["gpg", "--homedir", str(home), "--batch", "--quiet", "--pinentry-mode", "loopback"]
    return subprocess.run(
        [*command, "--passphrase", "", *arguments], input=given, check=True, capture_output=True
    ).stdout
