"""Whether an S/MIME certificate is fit to seal content for a mailbox: RFC 8550 sections 3 and 4.4.

The file is the installation's own choice, so nobody has to vouch for it: what is looked at is that it
is the mailbox's, is valid now, and may be used to encrypt.
"""

from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.oid import NameOID

from gateway.config import MailboxKeys
from gateway.mail.address import Address, AddressError, parse_address
from gateway.said import Said, reason_of, say

_MINIMUM_BITS = 2048


class NotSealed(Exception):
    """The content could not be sealed, and stays. str() says why, and nothing of content or addresses."""


def load_certificate(keys: MailboxKeys, now: datetime) -> x509.Certificate:
    """The certificate of a mailbox, fit to seal for it at ``now`` (aware). Raises NotSealed."""
    if keys.certificate is None:
        raise NotSealed(say("a mailbox has no certificate"))
    try:
        certificate = x509.load_pem_x509_certificate(keys.certificate.read_bytes())
        why = _unfit(keys.certificate, certificate, keys.address, now)
    except OSError as error:
        raise NotSealed(
            say("{file} cannot be read: {reason}", file=keys.certificate, reason=reason_of(error))
        ) from None
    except ValueError:
        raise NotSealed(say("{file} holds no PEM certificate", file=keys.certificate)) from None
    if why is not None:
        raise NotSealed(why)
    return certificate


def _unfit(file: Path, certificate: x509.Certificate, mailbox: Address, now: datetime) -> Said | None:
    """Why ``certificate``, in ``file``, cannot seal for ``mailbox`` at ``now`` (aware), None when it can."""
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now < begin:
        return say("{file} is not valid before {day}", file=file, day=f"{begin:%Y-%m-%d}")
    if now > end:
        return say("{file} expired on {day}", file=file, day=f"{end:%Y-%m-%d}")
    if not any(mailbox.same_mailbox(name) for name in _mailboxes(certificate)):
        return say("{file} does not name the mailbox", file=file)
    return None if _encrypts(certificate) else say("{file} is not for encryption", file=file)


def _mailboxes(certificate: x509.Certificate) -> tuple[Address, ...]:
    subject = certificate.subject.get_attributes_for_oid(NameOID.EMAIL_ADDRESS)
    names = [str(attribute.value) for attribute in subject]
    try:
        alternative = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names += alternative.get_values_for_type(x509.RFC822Name)
    except x509.ExtensionNotFound:
        pass
    return tuple(address for name in names if (address := _address(name)) is not None)


def _address(text: str) -> Address | None:
    try:
        return parse_address(text)
    except AddressError:
        return None


def _encrypts(certificate: x509.Certificate) -> bool:
    """RFC 8551 section 4.3 for the key's size. Without a key usage every use is allowed."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        usage = None
    match certificate.public_key():
        case RSAPublicKey() as key:
            return key.key_size >= _MINIMUM_BITS and (usage is None or usage.key_encipherment)
        case EllipticCurvePublicKey():
            return usage is None or usage.key_agreement
        case _:
            return False
