"""One attachment to what a person sees in it, or the reason it cannot be read.

What it is, its bytes say first, then what the sender calls it. Kinds that hold other files are
opened one level deep. Nothing is written to disk and no library is handed more than is counted.
"""

import zlib
from collections.abc import Iterable
from enum import Enum, auto
from typing import Literal, assert_never

from lxml import etree

from gateway.attachments.archive import Container, open_container, read_files
from gateway.attachments.cards import read_cards
from gateway.attachments.delimited import decode_plain, read_delimited
from gateway.attachments.labels_in_files import labels_in
from gateway.attachments.mapi import Item
from gateway.attachments.opendocument import read_opendocument
from gateway.attachments.outlook import read_msg
from gateway.attachments.pdf import read_pdf
from gateway.attachments.relations import main_part
from gateway.attachments.rtf import read_rtf
from gateway.attachments.sheaf import MAX_BYTES, ReadAttachment, Refused
from gateway.attachments.sheet import read_sheet
from gateway.attachments.tnef import SIGNATURE as TNEF
from gateway.attachments.tnef import read_tnef
from gateway.attachments.word import read_word
from gateway.decision import Code
from gateway.letter.bounds import TooComplex, require_bounds
from gateway.letter.characters import DeceptiveText
from gateway.letter.html import read_html
from gateway.letter.parts import Attachment, Text
from gateway.letter.text import read_text
from gateway.mail.document import Block, Unreadable


class Kind(Enum):
    """What an attachment is."""

    CONTAINER = auto()
    OUTLOOK = auto()
    TNEF = auto()
    PDF = auto()
    RTF = auto()
    CARD = auto()
    DELIMITED = auto()
    HTML = auto()
    PLAIN = auto()
    PICTURE = auto()
    UNKNOWN = auto()


WordsKind = Literal[Kind.PDF, Kind.RTF, Kind.CARD, Kind.DELIMITED, Kind.HTML, Kind.PLAIN]

# What the libraries under the readers raise on damaged bytes; anything else is a fault of ours.
DAMAGED = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError,
            TypeError, ValueError, zlib.error, etree.LxmlError)  # fmt: skip
_MAGIC = (
    (b"PK\x03\x04", Kind.CONTAINER),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OUTLOOK),
    (TNEF, Kind.TNEF),
    *((sign, Kind.PICTURE) for sign in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")),
)
_WORDS = (
    (b"{\\rtf", Kind.RTF),
    (b"begin:vcard", Kind.CARD),
    (b"begin:vcalendar", Kind.UNKNOWN),
    (b"<!doctype html", Kind.HTML),
    (b"<html", Kind.HTML),
)
_PICTURE_NAMES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp")
_LOOKED_AT = 1024


def read_attachment(attachment: Attachment) -> ReadAttachment | Unreadable:
    """What a person sees in ``attachment``. Total: every input yields one of the two, never an exception."""
    if len(attachment.content) > MAX_BYTES:
        return Unreadable(Code.MESSAGE_TOO_COMPLEX, attachment.place)
    try:
        return _bounded(_read(attachment, is_inner=False))
    except Refused as refusal:
        return Unreadable(refusal.code, attachment.place)
    except DeceptiveText:
        return Unreadable(Code.MESSAGE_DECEPTIVE, attachment.place)
    except (TooComplex, RecursionError):
        return Unreadable(Code.MESSAGE_TOO_COMPLEX, attachment.place)
    except DAMAGED:
        return Unreadable(Code.MESSAGE_ATTACHMENT, attachment.place)


def kind_of(content: bytes, media_type: str, name: str) -> Kind:
    """What ``content`` is: by its own first bytes, else by what the sender says of it."""
    return _by_content(content[:_LOOKED_AT]) or _by_declaration(media_type.lower(), name.lower())


def _by_content(begin: bytes) -> Kind | None:
    """By the signs a kind begins with; texts may have a byte order mark, or two bytes a letter."""
    words = begin.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").lower()
    if begin[4:8] == b"ftyp" or begin[8:12] == b"WEBP":
        return Kind.PICTURE
    if b"%PDF-" in begin:
        return Kind.PDF
    signs = ((begin, _MAGIC), (words, _WORDS))
    return next((kind for seen, table in signs for sign, kind in table if seen.startswith(sign)), None)


def _by_declaration(media_type: str, name: str) -> Kind:
    match media_type.partition("/")[0], media_type.partition("/")[2], name.rpartition(".")[2]:
        case (_, _, "csv" | "tsv") | ("text", "csv" | "tab-separated-values", _):
            kind = Kind.DELIMITED
        case (_, _, "htm" | "html") | ("text", "html", _):
            kind = Kind.HTML
        case (_, _, "txt") | ("text", "plain", _):
            kind = Kind.PLAIN
        case ("image", _, _):
            kind = Kind.PICTURE
        case _:
            kind = Kind.UNKNOWN
    return kind


def _read(attachment: Attachment, *, is_inner: bool) -> ReadAttachment:
    content, place = attachment.content, attachment.place
    match kind := kind_of(content, attachment.media_type, attachment.name):
        case Kind.CONTAINER:
            found = _read_container(open_container(content), place, is_inner=is_inner)
        case Kind.OUTLOOK:
            found = _read_item(read_msg(content, place), is_inner=is_inner)
        case Kind.TNEF:
            found = _read_item(read_tnef(content, place), is_inner=is_inner)
        case Kind.PICTURE:
            raise Refused(Code.MESSAGE_PICTURE)
        case Kind.UNKNOWN:
            raise Refused(Code.MESSAGE_ATTACHMENT)
        case _:
            found = ReadAttachment(_read_words(kind, content, place))
    return found


def _read_words(kind: WordsKind, content: bytes, place: str) -> tuple[Block, ...]:
    match kind:
        case Kind.PDF:
            blocks = read_pdf(content, place)
        case Kind.RTF:
            blocks = read_rtf(content, place)
        case Kind.CARD:
            blocks = read_cards(content, place)
        case Kind.DELIMITED:
            blocks = read_delimited(content, place)
        case Kind.HTML:
            blocks = read_html(decode_plain(content), place)
        case Kind.PLAIN:
            blocks = read_text(Text("plain", decode_plain(content), 0), place)
        case _:
            assert_never(kind)
    return blocks


def _read_container(container: Container, place: str, *, is_inner: bool) -> ReadAttachment:
    """An Office file by its main part, an OpenDocument file, or an archive of files."""
    main = main_part(container)
    match main.partition("/")[0]:
        case "word":
            found = ReadAttachment(read_word(container, main, place), labels_in(container))
        case "xl":
            found = ReadAttachment(read_sheet(container, main, place), labels_in(container))
        case "" if {"mimetype", "content.xml"}.issubset(container.names):
            found = ReadAttachment(read_opendocument(container, place))
        case "" if not is_inner:
            files = enumerate(read_files(container), 1)
            inner = (
                Attachment(content, "", name, f"{place}, attachment {n}") for n, (name, content) in files
            )
            return _joined(_read(attachment, is_inner=True) for attachment in inner)
        case _:
            raise Refused(Code.MESSAGE_ATTACHMENT)
    if not found.blocks and any(name.lower().endswith(_PICTURE_NAMES) for name in container.names):
        raise Refused(Code.MESSAGE_PICTURE)
    return found


def _read_item(item: Item, *, is_inner: bool) -> ReadAttachment:
    """A mail's body, then what is attached to it; a mail within a mail is not opened."""
    if is_inner:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    inner = [_read(attachment, is_inner=True) for attachment in item.attachments]
    return _joined([ReadAttachment(item.blocks), *inner])


def _joined(found: Iterable[ReadAttachment]) -> ReadAttachment:
    """All of it as one. An archive's own label is that of none of its files."""
    blocks: list[Block] = []
    for one in found:
        blocks.extend(one.blocks)
    return ReadAttachment(tuple(blocks))


def _bounded(found: ReadAttachment) -> ReadAttachment:
    require_bounds(found.blocks)
    return found
