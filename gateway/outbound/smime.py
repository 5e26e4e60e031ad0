"""Content sealed for mailboxes with S/MIME, by the openssl program: RFC 8551 section 3.3.

Content and certificates go in by pipes and what is sealed comes back by one: nothing of it ever lies on
a disk. AES-256 in CBC mode, which every Outlook reads; CMS with AES-GCM (RFC 5084) is newer than what
Outlook is known to open. CBC alone would not notice a change on the way: the gateway's DKIM signature,
which covers the sealed body, does.
"""

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from gateway.composing.envelope import smime_message, taken_apart
from gateway.config import MailboxKeys
from gateway.outbound.fitness import NotSealed, load_certificate
from gateway.sealed.openssl import Openssl

_ENCRYPT = ("cms", "-encrypt", "-binary", "-aes-256-cbc", "-outform", "DER")
# id-envelopedData, 1.2.840.113549.1.7.3 (RFC 5652 section 6): what it must be, near its beginning.
_ENVELOPED = bytes.fromhex("06092a864886f70d010703")
_BEGINNING = 40


async def seal(message: bytes, mailboxes: tuple[MailboxKeys, ...], now: datetime, openssl: Openssl) -> bytes:
    """The composed ``message`` with its MIME entity encrypted for every one of ``mailboxes``.

    Raises NotSealed.
    """
    certificates = tuple(load_certificate(keys, now) for keys in mailboxes)
    outer, entity = taken_apart(message)
    return smime_message(outer, await _encrypted(entity, certificates, openssl))


async def _encrypted(entity: bytes, certificates: tuple[x509.Certificate, ...], openssl: Openssl) -> bytes:
    """CMS EnvelopedData in DER, for the very certificates that were looked at."""
    files = (certificate.public_bytes(Encoding.PEM) for certificate in certificates)
    try:
        ran = await openssl.run(*_ENCRYPT, *files, content=entity)
    except OSError:
        raise NotSealed("openssl cannot be used") from None
    if not ran.ok or _ENVELOPED not in ran.output[:_BEGINNING]:
        raise NotSealed("openssl could not encrypt")
    return ran.output
