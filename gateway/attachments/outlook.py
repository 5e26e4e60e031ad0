"""Mails that Outlook saved as ``.msg`` files (MS-OXMSG): an OLE compound file of MAPI properties."""

import struct
from io import BytesIO
from typing import Any

import olefile

from gateway.attachments.mapi import INTERNET_CODE_PAGE, Item, Value, item_of
from gateway.attachments.sheaf import MAX_BYTES, Refused
from gateway.decision import Code

_ENCRYPTED = ("EncryptedPackage", "EncryptionInfo")
_STREAM, _ATTACHMENT, _FIXED = "__substg1.0_", "__attach_version1.0_#", "__properties_version1.0"
_FIXED_HEADER, _FIXED_ENTRY = 32, struct.Struct("<HHI8s")
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_MOST_STREAMS = 2_000

Path = list[str]


def read_msg(content: bytes, place: str) -> Item:
    """The mail in ``content``. Raises Refused, TooComplex, DeceptiveText, and what olefile raises."""
    # From a file object: olefile takes bytes of less than 1536 for a file's name.
    with olefile.OleFileIO(BytesIO(content)) as storage:
        if any(storage.exists(name) for name in _ENCRYPTED):
            raise Refused(Code.MESSAGE_ATTACHMENT_ENCRYPTED)
        if not storage.exists(_FIXED):
            raise Refused(Code.MESSAGE_ATTACHMENT)
        paths = storage.listdir(streams=True, storages=True)
        if len(paths) > _MOST_STREAMS:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        reader = _Reader(storage, paths)
        folders = [path for path in paths if len(path) == 1 and path[0].startswith(_ATTACHMENT)]
        return item_of(reader.properties([]), [reader.properties(folder) for folder in folders], place)


class _Reader:
    """Reads the property streams of one file. Streams may share sectors, so their bytes are counted."""

    def __init__(self, storage: "olefile.OleFileIO[Any]", paths: list[Path]) -> None:
        self._storage = storage
        self._paths = paths
        self._left = 2 * MAX_BYTES

    def properties(self, folder: Path) -> dict[int, Value]:
        """The properties right in ``folder``, by number."""
        found: dict[int, Value] = {}
        for path in self._paths:
            name = path[-1]
            tag = name.removeprefix(_STREAM)
            if path[:-1] == folder and name != tag and len(tag) == 8 and _HEXADECIMAL.issuperset(tag):
                found[int(tag[:4], 16)] = Value(int(tag[4:], 16), self._read(path))
        if not folder:
            found.update(_code_page(self._read([_FIXED])))
        return found

    def _read(self, path: Path) -> bytes:
        if self._storage.get_type(path) != olefile.STGTY_STREAM:
            return b""
        self._left -= self._storage.get_size(path)
        if self._left < 0:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        return bytes(self._storage.openstream(path).read())


def _code_page(fixed: bytes) -> dict[int, Value]:
    """The one number wanted of those that stand in a stream of their own (MS-OXMSG 2.4)."""
    body = fixed[_FIXED_HEADER:]
    entries = _FIXED_ENTRY.iter_unpack(body[: len(body) - len(body) % _FIXED_ENTRY.size])
    return {number: Value(kind, value) for kind, number, _, value in entries if number == INTERNET_CODE_PAGE}
