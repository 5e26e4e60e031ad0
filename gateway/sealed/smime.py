"""S/MIME (RFC 8551): one layer off a message, enveloped or signed, as the layer itself says which.

Decryption proves nothing about who wrote: AES-CBC and 3DES can be altered without a key. Only a
signature does, and ``signers`` says whose.
"""

from datetime import datetime
from typing import assert_never

from gateway.decision import Code
from gateway.mail.protection import Opened, Opening, Protection, Signature, Unopened
from gateway.sealed.cms import Enveloped, Foreign, Signed, Structure, structure_of
from gateway.sealed.entity import MalformedEntity, canonical, octets_of, signed_parts
from gateway.sealed.keyring import Keyring, Pair
from gateway.sealed.openssl import Openssl
from gateway.sealed.signers import judge_signers

_READ = ("-inform", "DER", "-binary")
# The signature alone; who signed is judged afterwards.
_VERIFY = ("cms", "-verify", "-noverify", *_READ)
_AES = "2.16.840.1.101.3.4.1"
_TRIPLE_DES = "1.2.840.113549.3.7"
_CIPHERS = (_TRIPLE_DES, *(f"{_AES}.{mode}" for mode in (2, 6, 22, 26, 42, 46)))  # CBC and GCM
# RC2, DES with one key, RC4; SHA-1, MD2, MD4, MD5: undone or imitated by anyone with patience.
_WEAK_CIPHERS = ("1.2.840.113549.3.2", "1.3.14.3.2.7", "1.2.840.113549.3.4")
_WEAK_DIGESTS = ("1.3.14.3.2.26", *(f"1.2.840.113549.2.{number}" for number in (2, 4, 5)))
_SEALED = Protection(("smime",))
_BROKEN = Protection(signatures=(Signature("smime", "broken"),))


async def open_cms(entity: bytes, keyring: Keyring, openssl: Openssl, now: datetime) -> Opening:
    """The content of an application/pkcs7-mime ``entity``. Raises OSError for a fault of our own."""
    try:
        der, structure = await _structure(octets_of(entity), openssl)
    except ValueError:
        return Unopened(Code.ENCRYPTION_BROKEN)
    match structure:
        case Enveloped():
            return await _decrypted(der, structure, keyring, openssl)
        case Signed():
            return await _verified(der, structure, keyring, openssl, now)
        case Foreign():
            return Unopened(Code.ENCRYPTION_SEALED)
        case _:
            assert_never(structure)


async def open_clear_signed(entity: bytes, keyring: Keyring, openssl: Openssl, now: datetime) -> Opening:
    """The first part of a multipart/signed ``entity``, and who signed it. Raises OSError as above."""
    try:
        content, signature = signed_parts(entity)
    except MalformedEntity:
        return Unopened(Code.ENCRYPTION_BROKEN)
    try:
        der, structure = await _structure(octets_of(signature), openssl)
    except ValueError:
        return Opened(content, _BROKEN)
    if not isinstance(structure, Signed):
        return Opened(content, _BROKEN)
    if set(structure.digests) & set(_WEAK_DIGESTS):
        return Unopened(Code.ENCRYPTION_WEAK)
    # Where the content is as it came, the program need not write it again: it names the signers.
    signers = await openssl.run(
        *(*_VERIFY, "-content", content, "-signer", "/dev/stdout", "-out", "/dev/null"), content=der
    )
    if not signers.ok:
        return Opened(content, _BROKEN)
    judged = await judge_signers(signers.output, structure.certificates, keyring, openssl, now)
    return Opened(content, Protection(signatures=judged))


async def _structure(octets: bytes, openssl: Openssl) -> tuple[bytes, Structure]:
    """The layer in the one encoding that has no variants (DER), and what it says. Raises ValueError."""
    ran = await openssl.run("cms", "-cmsout", "-inform", "DER", "-outform", "DER", content=octets)
    if not ran.ok:
        raise ValueError("no CMS structure")
    return ran.output, structure_of(ran.output)


async def _decrypted(der: bytes, envelope: Enveloped, keyring: Keyring, openssl: Openssl) -> Opening:
    """By the first key it is sealed for that opens it."""
    if envelope.cipher in _WEAK_CIPHERS:
        return Unopened(Code.ENCRYPTION_WEAK)
    pairs = [pair for pair in keyring.pairs if any(map(pair.is_meant_by, envelope.recipients))]
    if not pairs or envelope.cipher not in _CIPHERS:
        return Unopened(Code.ENCRYPTION_SEALED)
    for pair in pairs:
        if (content := await _opened_by(pair, der, openssl)) is not None:
            return Opened(canonical(content), _SEALED)
    return Unopened(Code.ENCRYPTION_BROKEN)


async def _opened_by(pair: Pair, der: bytes, openssl: Openssl) -> bytes | None:
    ran = await openssl.run(
        *("cms", "-decrypt", *_READ, "-recip", pair.certificate, "-inkey", pair.key), content=der
    )
    return ran.output if ran.ok else None


async def _verified(der: bytes, signed: Signed, keyring: Keyring, openssl: Openssl, now: datetime) -> Opening:
    if set(signed.digests) & set(_WEAK_DIGESTS):
        return Unopened(Code.ENCRYPTION_WEAK)
    content = await openssl.run(*_VERIFY, content=der)
    signers = await openssl.run(*_VERIFY, "-signer", "/dev/stdout", "-out", "/dev/null", content=der)
    if not (content.ok and signers.ok):
        return Unopened(Code.ENCRYPTION_SIGNATURE_BROKEN, _BROKEN)
    judged = await judge_signers(signers.output, signed.certificates, keyring, openssl, now)
    return Opened(canonical(content.output), Protection(signatures=judged))
