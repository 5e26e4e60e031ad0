"""ZIP containers (APPNOTE 6.3), which Office files are too: opened within bounds, never on disk.

What a container says of its own sizes is not believed: bytes are counted as they are inflated.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from gateway.attachments.sheaf import Refused
from gateway.decision import Code
from gateway.letter.parts import MAX_ATTACHMENTS

MAX_ENTRIES = 2_000
MAX_INFLATED = 20 * 1024 * 1024
_FREE_INFLATION = 1024 * 1024
_MOST_RATIO = 200
_CHUNK = 64 * 1024
_CENTRAL_HEADER = b"PK\x01\x02"
_ENCRYPTED = 0x0041  # general purpose bits 0 and 6
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What macOS puts beside every file; it holds no words.
_RESOURCE_FORKS = ("__MACOSX/", ".DS_Store")


class Container:
    """The entries of one ZIP file. Reading all of them inflates MAX_INFLATED bytes at most."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_INFLATED
        self.names = tuple(info.filename for info in archive.infolist() if not info.is_dir())

    def read(self, name: str) -> bytes:
        """The entry ``name``, inflated. Raises Refused: absent, damaged, or more than the bounds allow."""
        try:
            info = self._archive.getinfo(name)
            with self._archive.open(info) as stream:
                return self._inflate(stream, max(_FREE_INFLATION, _MOST_RATIO * info.compress_size))
        except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError):
            raise Refused(Code.MESSAGE_ATTACHMENT) from None

    def read_if_present(self, name: str) -> bytes:
        """The entry ``name``, empty when there is none."""
        return self.read(name) if name in self.names else b""

    def _inflate(self, stream: IO[bytes], most: int) -> bytes:
        pieces: list[bytes] = []
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            self._left -= len(piece)
            most -= len(piece)
            if self._left < 0 or most < 0:
                raise Refused(Code.MESSAGE_TOO_COMPLEX)
        return b"".join(pieces)


def open_container(content: bytes) -> Container:
    """The container in ``content``. Raises Refused: no ZIP, encrypted, ambiguous or beyond bounds."""
    if content.count(_CENTRAL_HEADER) > MAX_ENTRIES:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError):
        raise Refused(Code.MESSAGE_ATTACHMENT) from None
    entries = archive.infolist()
    if any(info.flag_bits & _ENCRYPTED for info in entries):
        raise Refused(Code.MESSAGE_ATTACHMENT_ENCRYPTED)
    if len({info.filename.casefold() for info in entries}) < len(entries) or not all(map(_is_plain, entries)):
        raise Refused(Code.MESSAGE_ATTACHMENT)
    return Container(archive)


def read_files(container: Container) -> Iterator[tuple[str, bytes]]:
    """Each file of a ZIP archive: its name without folders, and its bytes. Raises Refused."""
    names = [name for name in container.names if not name.startswith(_RESOURCE_FORKS)]
    if len(names) > MAX_ATTACHMENTS:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    for name in names:
        yield name.rpartition("/")[2], container.read(name)


def _is_plain(info: zipfile.ZipInfo) -> bool:
    """Whether every program that opens the container finds this entry under this name."""
    name = info.orig_filename
    steps = name.split("/")
    return (
        info.compress_type in _METHODS
        and "\x00" not in name
        and "\\" not in name
        and ".." not in steps
        and not name.startswith("/")
    )
