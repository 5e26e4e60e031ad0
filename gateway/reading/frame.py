"""How the gateway and a reader's process speak: a nonce that the answer repeats, a length, the bytes.

The functions are the process's own half, which waits: the gateway's half is in ``process``.
"""

import os
import struct

NONCE_BYTES = 16
FRAME = struct.Struct(f"!{NONCE_BYTES}sI")
_CHUNK = 1 << 20


def receive(descriptor: int) -> tuple[bytes, bytes]:
    """The next frame's nonce and bytes. Raises EOFError when the other side is gone."""
    nonce, length = FRAME.unpack(_exactly(descriptor, FRAME.size))
    return nonce, _exactly(descriptor, length)


def send(descriptor: int, nonce: bytes, data: bytes) -> None:
    """Writes one frame whole. Raises OSError."""
    waiting = memoryview(FRAME.pack(nonce, len(data)) + data)
    while waiting:
        waiting = waiting[os.write(descriptor, waiting) :]


def _exactly(descriptor: int, length: int) -> bytes:
    received = bytearray()
    while len(received) < length:
        chunk = os.read(descriptor, min(length - len(received), _CHUNK))
        if not chunk:
            raise EOFError
        received += chunk
    return bytes(received)
