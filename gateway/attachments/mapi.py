"""What Outlook stores of a mail, in a ``.msg`` file as in ``winmail.dat``: MAPI properties (MS-OXPROPS).

Only the body and the attachments are looked at; who sent it, to whom and when is left alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gateway.attachments.lzfu import decompress
from gateway.attachments.rtf import html_in_rtf, read_rtf
from gateway.attachments.sheaf import Refused
from gateway.decision import Code
from gateway.letter.html import read_html
from gateway.letter.parts import MAX_ATTACHMENTS, Attachment, Text, decode_text
from gateway.letter.quoted import without_quoted
from gateway.letter.text import read_text
from gateway.mail.document import Block

BODY, HTML, COMPRESSED_RTF, INTERNET_CODE_PAGE = 0x1000, 0x1013, 0x1009, 0x3FDE
ATTACHED, SHORT_NAME, LONG_NAME, MEDIA_TYPE, CONTENT_ID = 0x3701, 0x3704, 0x3707, 0x370E, 0x3712
STRING8, UNICODE = 0x001E, 0x001F
_CODE_PAGES = {65001: "utf-8", 28591: "iso-8859-1", 28605: "iso-8859-15", 20127: "us-ascii"}


@dataclass(frozen=True, slots=True)
class Value:
    """A property's value as stored, and its type."""

    kind: int
    content: bytes

    def text(self) -> str:
        """The value as text without the NUL at its end; what is no text is empty."""
        match self.kind:
            case 0x001F:  # PtypString
                return self.content.decode("utf-16-le", "replace").rstrip("\x00")
            case 0x001E:  # PtypString8
                return self.content.decode("cp1252", "replace").rstrip("\x00")
        return ""


Properties = Mapping[int, Value]


@dataclass(frozen=True, slots=True)
class Item:
    """A mail that Outlook stored: its body's blocks, and what is attached to it."""

    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...]


def item_of(message: Properties, attached: Sequence[Properties], place: str) -> Item:
    """The mail of these properties. Raises Refused, TooComplex, DeceptiveText."""
    if len(attached) > MAX_ATTACHMENTS:
        raise Refused(Code.MESSAGE_TOO_COMPLEX)
    inner = [
        attachment_of(found, f"{place}, attachment {number}") for number, found in enumerate(attached, 1)
    ]
    return Item(body_of(message, place), tuple(found for found in inner if found is not None))


def body_of(properties: Properties, place: str) -> tuple[Block, ...]:
    """The body's blocks without earlier mail below it. Raises Refused, TooComplex, DeceptiveText."""
    page = _html(properties)
    if page and (blocks := read_html(page, place)):
        return without_quoted(blocks)
    if BODY in properties:
        return without_quoted(read_text(Text("plain", properties[BODY].text(), 0), place))
    if COMPRESSED_RTF in properties:
        return without_quoted(read_rtf(decompress(properties[COMPRESSED_RTF].content), place))
    return ()


def attachment_of(properties: Properties, place: str) -> Attachment | None:
    """The attachment these properties tell of, None for a picture of the body. Raises Refused for a mail."""
    if ATTACHED not in properties:
        raise Refused(Code.MESSAGE_ATTACHMENT)
    media_type = _text(properties, MEDIA_TYPE)
    if media_type.lower().startswith("image/") and _text(properties, CONTENT_ID):
        return None
    name = _text(properties, LONG_NAME) or _text(properties, SHORT_NAME)
    return Attachment(properties[ATTACHED].content, media_type, name, place)


def _html(properties: Properties) -> str:
    if HTML in properties:
        stored = properties[HTML]
        if stored.kind in (STRING8, UNICODE):
            return stored.text()
        page = decode_text(stored.content.rstrip(b"\x00"), _charset(properties))
        if page is None:
            raise Refused(Code.MESSAGE_UNDECODABLE)
        return page
    if COMPRESSED_RTF in properties:
        return html_in_rtf(decompress(properties[COMPRESSED_RTF].content))
    return ""


def _charset(properties: Properties) -> str | None:
    stored = properties.get(INTERNET_CODE_PAGE)
    number = 0 if stored is None else int.from_bytes(stored.content[:4], "little")
    return f"windows-{number}" if 1250 <= number <= 1258 else _CODE_PAGES.get(number)


def _text(properties: Properties, name: int) -> str:
    return properties[name].text() if name in properties else ""
