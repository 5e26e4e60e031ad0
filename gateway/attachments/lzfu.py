"""Compressed RTF (MS-OXRTFCP): how Outlook stores a formatted body."""

import struct

from gateway.attachments.sheaf import Refused
from gateway.decision import Code

MAX_BYTES = 4 * 1024 * 1024
_HEADER = struct.Struct("<II4sI")
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_WINDOW = 4096


def decompress(content: bytes) -> bytes:
    """The RTF in ``content``. Raises Refused when it is damaged or larger than MAX_BYTES."""
    if len(content) < _HEADER.size:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    _, size, kind, _ = _HEADER.unpack_from(content)
    if size > MAX_BYTES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    packed = content[_HEADER.size :]
    if kind == b"MELA":
        return packed[:size]
    if kind != b"LZFu":
        raise Refused(Code.MESSAGE_ATTACHMENT)
    return _inflate(packed, size)


def _inflate(packed: bytes, size: int) -> bytes:
    """Literals and references into the last 4096 bytes, each eight told apart by the bits of one byte."""
    window = bytearray(_DICTIONARY.ljust(_WINDOW, b" "))
    write, read = len(_DICTIONARY), 0
    found = bytearray()
    while read < len(packed) and len(found) < size:
        control, read = packed[read], read + 1
        for bit in range(8):
            if not control >> bit & 1:
                piece, read = packed[read : read + 1], read + 1
                window[write : write + 1] = piece or b" "
                found += piece
                write = (write + 1) % _WINDOW
                continue
            reference, read = int.from_bytes(packed[read : read + 2], "big"), read + 2
            offset, length = reference >> 4, (reference & 0xF) + 2
            if offset == write or read > len(packed):
                return bytes(found[:size])
            for step in range(length):
                window[write] = window[(offset + step) % _WINDOW]
                found.append(window[write])
                write = (write + 1) % _WINDOW
    return bytes(found[:size])
