"""The container of a rights-managed mail, ``message.rpmsg`` (MS-OXORMMS), as far as it stands in the clear.

Blocks of one zlib stream hold an OLE compound file; in it the publishing licence, XrML, says whose
service can open the rest. Nothing here verifies that licence's signature: it is what the container says.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO

import olefile

from gateway.attachments.sheaf import MAX_BYTES, Refused
from gateway.attachments.xmlparts import Element, below, local, parse_xml
from gateway.decision import Code
from gateway.mail.address import AddressError, parse_address
from gateway.mail.protection import RightsManaged

MAGIC = b"\x76\xe8\x04\x60\xc4\x11\xe3\x86"
BLOCK = struct.Struct("<III")  # a mark, bytes once inflated, bytes as they stand
BLOCK_MARK = 0x0FA0
LICENCE = ["\x06DataSpaces", "TransformInfo", "\tDRMTransform", "\x06Primary"]
_MAX_LICENCE_BYTES = 1024 * 1024
_GUID = re.compile(r"\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\}?")


def read_container(content: bytes) -> RightsManaged:
    """What ``content`` says in the clear. Raises Refused, and what libraries raise on damaged bytes."""
    return _rights(_licence(inflate(content)))


def inflate(content: bytes) -> bytes:
    """The compound file in ``content``, at most MAX_BYTES: all blocks are one stream, which has no end."""
    inflater = zlib.decompressobj()
    found = bytearray()
    for block in _blocks(content):
        found += inflater.decompress(block, MAX_BYTES + 1 - len(found))
        if len(found) > MAX_BYTES:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
    return bytes(found)


def _blocks(content: bytes) -> Iterator[bytes]:
    if not content.startswith(MAGIC):
        raise Refused(Code.MESSAGE_ATTACHMENT)
    place = len(MAGIC)
    while place < len(content):
        if place + BLOCK.size > len(content):
            raise Refused(Code.MESSAGE_ATTACHMENT)
        mark, _, length = BLOCK.unpack_from(content, place)
        place += BLOCK.size
        if mark != BLOCK_MARK or not 0 < length <= len(content) - place:
            raise Refused(Code.MESSAGE_ATTACHMENT)
        yield content[place : place + length]
        place += length


def _licence(compound: bytes) -> Element:
    # From a file object: olefile takes bytes of less than 1536 for a file's name.
    with olefile.OleFileIO(BytesIO(compound)) as storage:
        if not storage.exists(LICENCE) or storage.get_type(LICENCE) != olefile.STGTY_STREAM:
            raise Refused(Code.MESSAGE_ATTACHMENT)
        if storage.get_size(LICENCE) > _MAX_LICENCE_BYTES:
            raise Refused(Code.MESSAGE_TOO_COMPLEX)
        return parse_xml(_first_xrml(bytes(storage.openstream(LICENCE).read())))


def _first_xrml(stream: bytes) -> bytes:
    """The licence itself: a binary header stands before it, the chain of its issuers' behind it.

    MS-OFFCRYPTO section 2.2.11 has it in UTF-8, mail has it in UTF-16.
    """
    for codec in ("utf-16-le", "utf-8"):
        begin = stream.find("<XrML".encode(codec))
        closing = "</XrML>".encode(codec)
        end = stream.find(closing, begin) if begin >= 0 else -1
        if end >= 0:
            return stream[begin : end + len(closing)].decode(codec, "replace").encode("utf-8")
    raise Refused(Code.MESSAGE_ATTACHMENT)


def _rights(licence: Element) -> RightsManaged:
    tenants = {_guid(found) for found in licence.iter("OBJECT") if found.get("type") == "MS-DRM-Server"}
    tenant = tenants.pop() if len(tenants) == 1 else ""
    work = below(licence, "BODY", "WORK")
    content = None if work is None else below(work, "OBJECT")
    owner = None if work is None else below(work, "METADATA", "OWNER", "OBJECT", "NAME")
    return RightsManaged(tenant, "" if content is None else _guid(content), _address(owner))


def _guid(thing: Element) -> str:
    """The GUID by which an OBJECT is known, in lower case; empty when it has none."""
    for inner in thing:
        if local(inner) == "ID" and inner.get("type") == "MS-GUID":
            found = _GUID.fullmatch((inner.text or "").strip())
            return found[1].lower() if found else ""
    return ""


def _address(name: Element | None) -> str:
    try:
        return "" if name is None else str(parse_address((name.text or "").strip())).lower()
    except AddressError:
        return ""
