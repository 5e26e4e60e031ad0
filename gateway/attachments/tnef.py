"""``winmail.dat`` (TNEF, MS-OXTNEF): a whole mail that Exchange packed into one attachment.

Walked here: the library for it copies the rest of the file for every attribute.
"""

from collections.abc import Iterator

from gateway.attachments.mapi import ATTACHED, BODY, SHORT_NAME, STRING8, Item, Value, item_of
from gateway.attachments.sheaf import Refused
from gateway.decision import Code

SIGNATURE = b"\x78\x9f\x3e\x22"
MAX_ATTRIBUTES = 5_000
_HEAD, _CHECKSUM = 6, 2
_BINARY = 0x0102
_FIXED_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = frozenset((0x0D, 0x1E, 0x1F, _BINARY))
_MULTIPLE, _FIRST_NAMED = 0x1000, 0x8000


def read_tnef(content: bytes, place: str) -> Item:
    """The mail in ``content``. Raises Refused, TooComplex, DeceptiveText."""
    message: dict[int, Value] = {}
    inner: list[dict[int, Value]] = []
    for name, data in _attributes(content):
        match name:
            case 0x800C:  # attBody
                message[BODY] = Value(STRING8, data)
            case 0x9003:  # attMAPIProps
                message.update(_properties(data))
            case 0x9002:  # attAttachRendData begins an attachment
                inner.append({})
            case 0x800F if inner:  # attAttachData
                inner[-1][ATTACHED] = Value(_BINARY, data)
            case 0x8010 if inner:  # attAttachTitle
                inner[-1][SHORT_NAME] = Value(STRING8, data)
            case 0x9005 if inner:  # attAttachment
                listed = _properties(data)
                inner[-1].update((number, listed[number]) for number in listed.keys() - {ATTACHED})
    return item_of(message, inner, place)


class _Cursor:
    """Takes bytes off the front; raises Refused where there are none left."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._position = 0

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes."""
        piece = self._content[self._position : self._position + size]
        if len(piece) < size:
            raise Refused(Code.MESSAGE_ATTACHMENT)
        self._position += size
        return piece

    def number(self, size: int) -> int:
        """The next ``size`` bytes as a little-endian number."""
        return int.from_bytes(self.take(size), "little")

    def padded(self) -> bytes:
        """A counted string, with the bytes that fill it to a multiple of four taken too."""
        size = self.number(4)
        piece = self.take(size)
        self.take(-size % 4)
        return piece

    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self._position >= len(self._content)


def _attributes(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Every attribute's number and data (MS-OXTNEF 2.1.3)."""
    cursor = _Cursor(content)
    cursor.take(_HEAD)
    for _ in range(MAX_ATTRIBUTES):
        if cursor.is_done():
            return
        cursor.take(1)
        name = cursor.number(4) & 0xFFFF
        data = cursor.take(cursor.number(4))
        cursor.take(_CHECKSUM)
        yield name, data
    raise Refused(Code.MESSAGE_TOO_COMPLEX)


def _properties(content: bytes) -> dict[int, Value]:
    """A list of MAPI properties (MS-OXTNEF 2.1.3.4), of each the first value."""
    cursor = _Cursor(content)
    count = cursor.number(4)
    if count > MAX_ATTRIBUTES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    found: dict[int, Value] = {}
    for _ in range(count):
        kind, number = cursor.number(2), cursor.number(2)
        if number >= _FIRST_NAMED:
            _skip_name(cursor)
        values = _values(cursor, kind)
        if values:
            found[number] = Value(kind, values[0])
    return found


def _skip_name(cursor: _Cursor) -> None:
    cursor.take(16)
    if cursor.number(4):
        cursor.padded()
    else:
        cursor.take(4)


def _values(cursor: _Cursor, kind: int) -> list[bytes]:
    base = kind & ~_MULTIPLE
    count = cursor.number(4) if kind & _MULTIPLE or base in _VARIABLE else 1
    if count > MAX_ATTRIBUTES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    if base in _VARIABLE:
        return [cursor.padded() for _ in range(count)]
    if base not in _FIXED_SIZES:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    return [cursor.take(_FIXED_SIZES[base]) for _ in range(count)]
