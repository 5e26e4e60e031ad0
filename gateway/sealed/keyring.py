"""The S/MIME keys of the gateway, and the authorities whose signers count, read from their files at once."""

from dataclasses import dataclass, field
from pathlib import Path

from asn1crypto.x509 import Name
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from gateway.said import reason_of, say
from gateway.sealed.cms import Recipient


class KeyringError(ValueError):
    """A file of the keyring cannot be used. The message names the file, never what it holds."""


class KeyLocked(KeyringError):
    """A private key that a pass phrase protects: nobody is there to type it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its private key, both PEM, and the names by which a sender may mean it."""

    certificate: bytes
    key: bytes = field(repr=False)
    issuer: Name
    serial: int
    key_id: bytes

    def is_meant_by(self, recipient: Recipient) -> bool:
        """Whether ``recipient`` names this certificate (RFC 5652 section 6.2.1)."""
        if recipient.issuer is None:
            return recipient.key_id == self.key_id
        try:
            return recipient.serial == self.serial and bool(recipient.issuer == self.issuer)
        except (ValueError, TypeError):  # a name that is none
            return False


@dataclass(frozen=True, slots=True)
class Keyring:
    """Several pairs are held at a time while one takes over from another.

    ``authorities`` holds PEM certificates, ``revoked`` PEM revocation lists; empty without.
    """

    pairs: tuple[Pair, ...] = ()
    authorities: bytes = b""
    revoked: bytes = b""


def load_keyring(
    pairs: tuple[tuple[Path, Path], ...], authorities: Path | None, revoked: Path | None
) -> Keyring:
    """The keyring in these files, each pair a certificate and its key. Raises KeyringError."""
    loaded = tuple(load_pair(certificate, key) for certificate, key in pairs)
    return Keyring(loaded, _certificates(authorities), _lists(revoked))


def load_pair(certificate: Path, key: Path) -> Pair:
    """The pair in these files. Raises KeyringError, also when they are no pair."""
    found, secret = load_certificate(certificate), _read(key)
    try:
        private = load_pem_private_key(secret, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        if b"ENCRYPTED" in secret:
            raise KeyLocked(say("{file} holds a key with a pass phrase", file=key)) from None
        raise KeyringError(say("{file} holds no plain PEM key", file=key)) from None
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    if private.public_key().public_bytes(*form) != found.public_key().public_bytes(*form):
        raise KeyringError(say("{certificate} and {key} are no pair", certificate=certificate, key=key))
    pem = found.public_bytes(Encoding.PEM)
    return Pair(pem, secret, Name.load(found.issuer.public_bytes()), found.serial_number, _key_id(found))


def load_certificate(path: Path) -> x509.Certificate:
    """The first certificate in a PEM file. Raises KeyringError."""
    content = _read(path)
    try:
        return x509.load_pem_x509_certificate(content)
    except ValueError:
        raise _without_certificate(path) from None


def addresses_of(certificate: x509.Certificate) -> tuple[str, ...]:
    """The mail addresses a certificate names, in lower case (RFC 8550 section 3). Raises ValueError."""
    subject = certificate.subject.get_attributes_for_oid(x509.NameOID.EMAIL_ADDRESS)
    try:
        alternative = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        named = alternative.get_values_for_type(x509.RFC822Name)
    except x509.ExtensionNotFound:
        named = []
    return tuple(dict.fromkeys(name.lower() for name in (*named, *(str(part.value) for part in subject))))


def _key_id(certificate: x509.Certificate) -> bytes:
    try:
        return certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value.digest
    except x509.ExtensionNotFound:
        return x509.SubjectKeyIdentifier.from_public_key(certificate.public_key()).digest


def _certificates(path: Path | None) -> bytes:
    if path is None:
        return b""
    content = _read(path)
    try:
        found = x509.load_pem_x509_certificates(content)
    except ValueError:
        raise _without_certificate(path) from None
    return b"".join(certificate.public_bytes(Encoding.PEM) for certificate in found)


def _lists(path: Path | None) -> bytes:
    if path is None:
        return b""
    content = _read(path)
    try:
        x509.load_pem_x509_crl(content)
    except ValueError:
        raise KeyringError(say("{file} holds no PEM revocation list", file=path)) from None
    return content


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        unreadable = say("{file} cannot be read: {reason}", file=path, reason=reason_of(failure))
        raise KeyringError(unreadable) from None


def _without_certificate(path: Path) -> KeyringError:
    return KeyringError(say("{file} holds no PEM certificate", file=path))
