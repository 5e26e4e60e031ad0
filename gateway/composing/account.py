"""Accounting for every word of a composed message before it may leave: promise 1, held to the bytes.

The message is parsed again as a mailbox would. Its header fields must be the known ones, each once;
they and the shape of its parts must be those of the same message about nobody, and each word in a
part must be the template's or the client's.
"""

import re
import unicodedata
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from html import unescape

from gateway.composing.message import SUBTYPES, Order, filed, header_of, labels_of, texts_of
from gateway.composing.vcard import NOBODY
from gateway.decision import Client
from gateway.mail.header import Field, split_message

_WORD = re.compile(r"[^\W_]+")
_FIELDS = tuple(
    "received date from to subject message-id msip_labels gateway-transfer gateway-policy "
    "content-type mime-version".split()
)
_PREFIX = frozenset(
    "arc-seal arc-message-signature arc-authentication-results dkim-signature authentication-results".split()
)
_VCARD_WORDS = frozenset("begin end vcard version 3 0 n fn adr tel email item1 item2".split())


def is_accounted_for(
    message: bytes, order: Order, clients: tuple[Client, ...], fields: tuple[Field, ...]
) -> bool:
    """Whether ``message`` has the template's headers and parts, and no word but its and the clients'.

    Raises HeaderError when its header block cannot be read.
    """
    expected = _FIELDS if order.gateway is None else (*_FIELDS, "reply-to")
    if sorted(field.name for field in split_message(message)[0]) != sorted(expected):
        return False
    found = _parsed(message)
    if not message.startswith(header_of(order, fields)) or _shape(found) != _expected(len(clients)):
        return False
    allowed = _words_of(clients) | _words(labels_of(order.policy.language)) | _VCARD_WORDS
    pairs = zip(texts_of(order, (NOBODY,) * len(clients)), _texts(found), strict=True)
    return all(_words(text) <= _words(empty) | allowed for empty, text in pairs)


def is_signed_copy(signed: bytes, message: bytes) -> bool:
    """Whether ``signed`` is ``message``, octet for octet, behind trace fields that each stand there once.

    Raises HeaderError when what stands in front is no header block.
    """
    if not signed.endswith(message):
        return False
    front = signed.removesuffix(message)
    fields, end = split_message(front)
    names = [field.name for field in fields]
    whole = end == len(front) and front.endswith(b"\r\n") and not front.endswith(b"\r\n\r\n")
    return whole and len(names) == len(set(names)) and _PREFIX.issuperset(names)


def _parsed(message: bytes) -> Message:
    return BytesParser(policy=compat32).parsebytes(message)


def _shape(message: Message) -> list[tuple[str, str | None]]:
    return [(part.get_content_type(), part.get_filename()) for part in message.walk()]


def _expected(clients: int) -> list[tuple[str, str | None]]:
    """The shape of a message about so many clients."""
    plain, html, card = (f"text/{subtype}" for subtype in SUBTYPES)
    shown = ["multipart/mixed", "multipart/alternative", plain, html]
    return [*((kind, None) for kind in shown), *((card, filed(n)) for n in range(1, clients + 1))]


def _texts(message: Message) -> list[str]:
    parts = [part for part in message.walk() if not part.is_multipart()]
    return [part.get_payload(decode=True).decode("utf-8") for part in parts]  # type: ignore[union-attr] # leaves hold bytes


def _words_of(clients: tuple[Client, ...]) -> frozenset[str]:
    found: frozenset[str] = frozenset()
    for client in clients:
        address = client.address
        place = (
            ""
            if address is None
            else f"{address.street} {address.number} {address.box} {address.postcode} {address.municipality}"
        )
        found |= _words(" ".join((client.first_name, client.last_name, place, *client.phone, *client.email)))
    return found


def _words(text: str) -> frozenset[str]:
    unfolded = unescape(text.replace("\r\n ", "").replace("\n ", ""))
    return frozenset(_WORD.findall(unicodedata.normalize("NFC", unfolded).casefold()))
