"""Checkpoints: the signed head of the tree, in the formats of C2SP tlog-checkpoint and signed-note.

A checkpoint is three lines (origin, size, base64 root), an empty line, and one signature line
per signer. Anyone holding one can later tell whether the ledger still begins the same way.
"""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from gateway.ledger.errors import CheckpointError
from gateway.ledger.merkle import HASH_BYTES
from gateway.ledger.record import require_name
from gateway.said import say

#: At every multiple of this size the checkpoint is kept for good; of the others only the latest.
#: That costs about a byte a record, and brackets the place of a change between two signed roots.
KEPT_EVERY = 256

_ED25519 = b"\x01"
_KEY_ID_BYTES = 4
_BODY_LINES = 3
_SIZE = re.compile(r"0|[1-9][0-9]{0,15}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A tree head: whose log, how many records, and the root over them."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """The note text that is signed."""
        return f"{self.origin}\n{self.size}\n{_base64(self.root)}\n"


def kept_sizes(size: int) -> frozenset[int]:
    """The sizes whose checkpoints a log of ``size`` records holds."""
    return frozenset((*range(0, size + 1, KEPT_EVERY), size))


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes of the public key (RFC 8032)."""
    return key.public_key().public_bytes_raw()


def key_id(name: str, public_key: bytes) -> bytes:
    """The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key), as signed-note defines for Ed25519."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public_key).digest()[:_KEY_ID_BYTES]


def verifier_key(name: str, public_key: bytes) -> str:
    """``name+key id+base64 key``: what a third party needs to check this log's signatures."""
    return f"{name}+{key_id(name, public_key).hex()}+{_base64(_ED25519 + public_key)}"


def sign(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """The checkpoint as a note signed under its own origin. Raises RecordError when that is no plain name."""
    require_name(checkpoint.origin)
    text = checkpoint.text()
    return _note(text, checkpoint.origin, public_bytes(key), key.sign(text.encode()))


def open_note(note: str, origin: str, public_key: bytes) -> Checkpoint:
    """The checkpoint in ``note``, its signature by ``public_key`` under ``origin`` verified.

    Signature lines of other signers are passed over. Raises CheckpointError.
    """
    text, signatures = _split(note)
    wanted = key_id(origin, public_key)
    mine = [signature for name, signature in signatures if name == origin and signature[:4] == wanted]
    if len(mine) != 1:
        raise CheckpointError(say("not signed exactly once by this log's key"))
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(mine[0][_KEY_ID_BYTES:], text.encode())
    except (InvalidSignature, ValueError):
        raise CheckpointError(say("the signature does not verify")) from None
    return _body(text)


def open_own_note(note: str, origin: str, public_key: bytes) -> Checkpoint:
    """As ``open_note``, for a note this log stored itself: one signature, this very spelling."""
    checkpoint = open_note(note, origin, public_key)
    _, signatures = _split(note)
    _, signature = signatures[0]
    if note != _note(checkpoint.text(), origin, public_key, signature[_KEY_ID_BYTES:]):
        raise CheckpointError(say("the note holds more than this log writes"))
    return checkpoint


def parse(note: str) -> Checkpoint:
    """The checkpoint in ``note``, its signatures not verified. Raises CheckpointError."""
    return _body(_split(note)[0])


def note_text(note: str) -> str:
    """What the signatures of ``note`` are over. Raises CheckpointError."""
    return _split(note)[0]


def parse_signature(line: str) -> tuple[str, bytes]:
    """The signer's name and key id ‖ signature of one signature ``line``. Raises CheckpointError."""
    return _signature(line)


def _note(text: str, name: str, public_key: bytes, signature: bytes) -> str:
    return f"{text}\n— {name} {_base64(key_id(name, public_key) + signature)}\n"


def _split(note: str) -> tuple[str, tuple[tuple[str, bytes], ...]]:
    """The note text with its last line end, and each signer's name with key id ‖ signature."""
    text, gap, tail = note.rpartition("\n\n")
    if not gap or not tail.endswith("\n"):
        raise CheckpointError(say("not a signed note"))
    return text + "\n", tuple(_signature(line) for line in tail[:-1].split("\n"))


def _signature(line: str) -> tuple[str, bytes]:
    dash, _, rest = line.partition(" ")
    name, _, encoded = rest.partition(" ")
    if dash != "—" or not name:
        raise CheckpointError(say("a line behind the text is no signature"))
    return name, _unbase64(encoded)


def _body(text: str) -> Checkpoint:
    lines = text.split("\n")[:-1]
    if len(lines) < _BODY_LINES or not all(lines):
        raise CheckpointError(say("fewer than three lines, or an empty one"))
    origin, size, root = lines[0], lines[1], _unbase64(lines[2])
    if not _SIZE.fullmatch(size) or len(root) != HASH_BYTES:
        raise CheckpointError(say("size or root is malformed"))
    return Checkpoint(origin, int(size), root)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _unbase64(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise CheckpointError(say("not base64")) from None
    if _base64(data) != text:
        raise CheckpointError(say("base64, but not in its canonical spelling"))
    return data
