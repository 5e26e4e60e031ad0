"""The gateway's own word on what it delivers: a DKIM signature (RFC 6376) and an ARC set (RFC 8617).

The message was composed here and is a new one, so its ARC chain begins here, at instance 1. A chain
that the incoming message had is not carried on: its signatures cover a header and a body that no
longer exist, and a sealer that says cv=pass over them would vouch for what nobody can check.
dkimpy signs over the bytes it is given; it asks no name server and reads no file to do so. The time
of signing it takes from the machine's clock.
"""

import base64
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import dkim
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from dkim.util import InvalidTagValueList, parse_tag_value

from gateway.mail.header import split_message
from gateway.said import reason_of, say

Algorithm = Literal["rsa-sha256", "ed25519-sha256"]

# Content, and the header that a mailbox shows or acts upon. Received stays out (RFC 6376 section 5.4.1).
_COVERED = (
    "from reply-to to subject date message-id mime-version content-type content-transfer-encoding "
    "content-disposition msip_labels gateway-transfer gateway-policy"
).split()
# Named once more than they are there, so that a second one breaks the signature (RFC 6376 section 8.15).
_OVERSIGNED = ("from", "reply-to", "subject")
_MINIMUM_BITS, _MAXIMUM_BITS = 2048, 4096
_SILENT = logging.Logger("dkimpy", logging.CRITICAL + 1)  # noqa: LOG001 - the library logs field values


class KeyUnusable(ValueError):
    """A key file that cannot sign. str() says why, and nothing of the key."""


@dataclass(frozen=True, slots=True)
class Signer:
    """A domain's private key as dkimpy takes it, where it is published, and whether it makes ARC sets too.

    ``record`` is the TXT record that publishes its public half (RFC 6376 section 3.6.1, RFC 8463).
    """

    domain: str
    selector: str
    algorithm: Algorithm
    record: str
    arc: bool
    secret: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """Where the public key is published (RFC 6376 section 3.6.2.1)."""
        return f"{self.selector}._domainkey.{self.domain}"


def load_signer(path: Path, domain: str, selector: str, *, arc: bool) -> Signer:
    """The signer whose PEM key is in ``path``. Raises KeyUnusable.

    RSA of 2048 to 4096 bits (RFC 8301 section 3.2), or Ed25519, with which ARC sets are not made.
    """
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        unreadable = say("{file} cannot be read: {reason}", file=path, reason=reason_of(error))
        raise KeyUnusable(unreadable) from None
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyUnusable(say("{file} holds no plain PEM private key", file=path)) from None
    match key:
        case RSAPrivateKey():
            return _rsa_signer(key, path, domain, selector, arc=arc)
        case Ed25519PrivateKey() if not arc:
            raw = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
            record = _record(key.public_key())
            return Signer(domain, selector, "ed25519-sha256", record, arc=False, secret=base64.b64encode(raw))
        case Ed25519PrivateKey():
            raise KeyUnusable(say("{file} is Ed25519, and ARC takes an RSA key", file=path))
        case _:
            raise KeyUnusable(say("{file} is neither RSA nor Ed25519", file=path))


def _rsa_signer(key: RSAPrivateKey, path: Path, domain: str, selector: str, *, arc: bool) -> Signer:
    if not _MINIMUM_BITS <= key.key_size <= _MAXIMUM_BITS:
        found = say(
            "{file} is an RSA key of {bits} bits, not {least} to {most}",
            file=path, bits=key.key_size, least=_MINIMUM_BITS, most=_MAXIMUM_BITS,
        )  # fmt: skip
        raise KeyUnusable(found)
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    return Signer(domain, selector, "rsa-sha256", _record(key.public_key()), arc=arc, secret=pem)


def _record(key: RSAPublicKey | Ed25519PublicKey) -> str:
    if isinstance(key, Ed25519PublicKey):
        raw = key.public_bytes(Encoding.Raw, PublicFormat.Raw)
        return f"v=DKIM1; k=ed25519; p={base64.b64encode(raw).decode()}"
    der = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode()}"


def published_key(record: bytes) -> tuple[bytes, bytes, bool] | None:
    """Type, key and test flag of a key record (RFC 6376 section 3.6.1); None when it is none."""
    try:
        tags = parse_tag_value(record)
    except InvalidTagValueList:
        return None
    flags = {flag.strip() for flag in tags.get(b"t", b"").split(b":")}
    return tags.get(b"k", b"rsa"), b"".join(tags.get(b"p", b"").split()), b"y" in flags


def sign(message: bytes, results: bytes, hostname: str, signer: Signer) -> bytes:
    """``message`` behind its trace fields: ARC set, DKIM-Signature, and the field ``results``.

    ``results`` is a whole Authentication-Results field of authserv-id ``hostname``; the ARC set repeats it.
    Raises ValueError when the message cannot be signed.
    """
    reported = results + message
    signature = _dkim_signature(reported, signer)
    return b"".join((*_arc_set(signature + reported, hostname, signer), signature, reported))


def signed_alone(message: bytes, signer: Signer) -> bytes:
    """``message`` behind a DKIM-Signature and nothing else: for what answers no mail that was authenticated.

    Raises ValueError when it cannot be signed.
    """
    return _dkim_signature(message, signer) + message


def _dkim_signature(message: bytes, signer: Signer) -> bytes:
    # Relaxed, since servers on the way unfold and refold (RFC 6376 section 3.4).
    try:
        made: bytes = dkim.DKIM(message, logger=_SILENT).sign(
            signer.selector.encode(),
            signer.domain.encode(),
            signer.secret,
            signature_algorithm=signer.algorithm.encode(),
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=_covered(message, (*_COVERED, *_OVERSIGNED)),
        )
    except dkim.DKIMException as error:
        raise ValueError("the message cannot be signed") from error
    return made


def _arc_set(message: bytes, hostname: str, signer: Signer) -> tuple[bytes, ...]:
    if not signer.arc:
        return ()
    arc = dkim.ARC(message, logger=_SILENT)
    # RFC 8617 section 4.1.2: the DKIM signature there is, is covered too.
    arc.should_not_sign.discard(b"dkim-signature")
    try:
        made = arc.sign(
            signer.selector.encode(),
            signer.domain.encode(),
            signer.secret,
            hostname.encode(),
            include_headers=_covered(message, ("dkim-signature", *_COVERED, *_OVERSIGNED)),
        )
    except dkim.DKIMException as error:
        raise ValueError("the message cannot be sealed") from error
    if len(made) != 3:
        raise ValueError("no ARC set was made")
    return tuple(made)


def _covered(message: bytes, names: tuple[str, ...]) -> list[bytes]:
    """Those of ``names`` that the message has, and those to be named whether it has them or not."""
    there = {field.name for field in split_message(message)[0]}
    return [name.encode() for name in names if name in there or name in _OVERSIGNED]
