"""Cosignatures of witnesses: C2SP tlog-cosignature, version 1 over Ed25519.

A witness that cosigns a checkpoint says: of this log I never saw a tree that this one does not continue.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from gateway.ledger.checkpoint import note_text, parse_signature
from gateway.ledger.errors import CheckpointError
from gateway.ledger.record import is_name
from gateway.said import say

_COSIGNATURE_ED25519 = b"\x04"
_KEY_ID_BYTES, _TIME_BYTES, _KEY_BYTES = 4, 8, 32
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Witness:
    """The name and the public key (32 bytes) that a witness cosigns with."""

    name: str
    public_key: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of SHA-256(name ‖ LF ‖ 0x04 ‖ key)."""
        data = self.name.encode() + b"\n" + _COSIGNATURE_ED25519 + self.public_key
        return hashlib.sha256(data).digest()[:_KEY_ID_BYTES]

    def __str__(self) -> str:
        key = base64.b64encode(_COSIGNATURE_ED25519 + self.public_key).decode()
        return f"{self.name}+{self.key_id.hex()}+{key}"


def parse_witness(text: str) -> Witness:
    """The witness of a verifier key, ``name+key id+base64`` of type 0x04. Raises ValueError."""
    name, _, rest = text.partition("+")
    _, _, encoded = rest.partition("+")
    try:
        data = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise ValueError(say("no base64 in the verifier key")) from None
    witness = Witness(name, data[1:])
    if not is_name(name) or len(data) != _KEY_BYTES + 1 or str(witness) != text:
        raise ValueError(say("no verifier key of an Ed25519 cosigner"))
    return witness


def cosignature_text(note: str, seconds: int) -> bytes:
    """What a witness signs at ``seconds`` since 1970: two lines, then the note's text."""
    return f"cosignature/v1\ntime {seconds}\n{note_text(note)}".encode()


def cosigned_at(note: str, line: str, witness: Witness) -> datetime:
    """When ``witness`` cosigned ``note`` with the signature ``line``. Raises CheckpointError."""
    name, data = parse_signature(line)
    if name != witness.name or data[:_KEY_ID_BYTES] != witness.key_id:
        raise CheckpointError(say("the cosignature is another's"))
    seconds = int.from_bytes(data[_KEY_ID_BYTES : _KEY_ID_BYTES + _TIME_BYTES], "big")
    signature = data[_KEY_ID_BYTES + _TIME_BYTES :]
    try:
        key = Ed25519PublicKey.from_public_bytes(witness.public_key)
        key.verify(signature, cosignature_text(note, seconds))
        return _EPOCH + timedelta(seconds=seconds)
    except (InvalidSignature, ValueError, OverflowError):
        raise CheckpointError(say("the cosignature does not verify")) from None
