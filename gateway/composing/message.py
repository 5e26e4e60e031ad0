"""The delivered message, composed from the client alone: RFC 5322, 2045, and a vCard (RFC 2426).

No byte of the incoming message is in it, save the envelope's addresses and the values that
satisfied a slot. ``composing.account`` re-reads what leaves here.
"""

import hashlib
from binascii import b2a_qp
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import format_datetime
from html import escape

from gateway.composing.header import header_block
from gateway.composing.vcard import vcard_of
from gateway.decision import Client, FieldName, PolicyRef, PostalAddress
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival
from gateway.mail.header import Field
from gateway.policy.model import AcceptedLabel
from gateway.slots.categories import NEUTRAL
from gateway.texts import catalogue, category_word, field_word

SUBTYPES = ("plain", "html", "vcard")
# Quoted-printable text never holds "=_", so these part nothing that they should not (RFC 2045 section 6.7).
_OUTER, _INNER = "=_gateway_mixed", "=_gateway_alternative"


@dataclass(frozen=True, slots=True)
class Order:
    """What a composed message says besides the client: who sent it, under which policy, what was left out.

    ``gateway`` is the address to put in From, the author then being in Reply-To; None keeps the author there.
    """

    arrival: Arrival
    author: Address
    hostname: str
    policy: PolicyRef
    label: AcceptedLabel
    left_out: tuple[str, ...]
    gateway: Address | None = None


def compose(order: Order, clients: tuple[Client, ...], fields: tuple[Field, ...]) -> bytes:
    """The message with CRLF line ends, 7-bit clean. ``fields`` of the original only make the id stable."""
    plain, html, *cards = texts_of(order, clients)
    shown = _multipart("alternative", _INNER, [_part(plain, "plain"), _part(html, "html")])
    parts = [shown, *(_part(card, "vcard", filed(number)) for number, card in enumerate(cards, 1))]
    return header_of(order, fields) + _multipart("mixed", _OUTER, parts)


def header_of(order: Order, fields: tuple[Field, ...]) -> bytes:
    """The header fields but for the content's type: the same whoever the clients are."""
    return _received(order) + header_block(_headers(order, fields)) + b"MIME-Version: 1.0\r\n"


def texts_of(order: Order, clients: tuple[Client, ...]) -> tuple[str, ...]:
    """What each part says, lines ended by LF: as plain text, as HTML, and a card for each client."""
    cards = (vcard_of(client).replace("\r\n", "\n") for client in clients)
    return _text(order, clients), _html(order, clients), *cards


def filed(number: int) -> str:
    """The file name of the card of client ``number``."""
    return f"contact-{number}.vcf"


def _part(text: str, subtype: str, name: str = "") -> bytes:
    """A leaf in quoted-printable, which keeps every line within 76 octets (RFC 2045 section 6.7)."""
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
    if name:
        head += f'Content-Disposition: attachment; filename="{name}"\r\n'
    return f"{head}\r\n".encode("ascii") + b2a_qp(text.replace("\n", "\r\n").encode())


def _multipart(subtype: str, boundary: str, parts: Iterable[bytes]) -> bytes:
    head = f'Content-Type: multipart/{subtype}; boundary="{boundary}"\r\n\r\n'
    inner = b"".join(f"--{boundary}\r\n".encode("ascii") + part + b"\r\n" for part in parts)
    return head.encode("ascii") + inner + f"--{boundary}--\r\n".encode("ascii")


def _headers(order: Order, fields: tuple[Field, ...]) -> Iterator[tuple[str, str]]:
    arrival, label = order.arrival, order.label
    yield "Date", format_datetime(arrival.received)
    name = catalogue(order.policy.language).phrases["subject"]
    if order.gateway is None:
        yield "From", str(order.author)
    else:
        yield "From", f"{name} <{order.gateway}>"
        yield "Reply-To", str(order.author)
    yield "To", ", ".join(map(str, arrival.envelope.rcpt_to))
    yield "Subject", f"{name} {arrival.id}"
    yield "Message-ID", f"<{stable_id(arrival, fields)}@{order.hostname}>"
    prefix = f"MSIP_Label_{label.id}_"
    yield "msip_labels", f"{prefix}Enabled=true; {prefix}SiteId={label.tenant}; {prefix}Name={label.name}"
    yield "Gateway-Transfer", arrival.id
    yield "Gateway-Policy", f"{order.policy.protocol} {order.policy.digest}"


def _received(order: Order) -> bytes:
    """RFC 5321 section 4.4. The client's EHLO name is its own claim, so its address stands here alone.

    It is that of the host that connected: a client that this host forwarded stands in the ledger.
    """
    arrival = order.arrival
    protocol = "ESMTPS" if arrival.tls else "ESMTP"
    when = format_datetime(arrival.received)
    connected = arrival.peer.via.ip if arrival.peer.via else arrival.peer.ip
    ip = f"IPv6:{connected}" if ":" in connected else connected
    lines = (
        f"Received: from [{ip}]",
        f" by {order.hostname} with {protocol} id {arrival.id};",
        f" {when}",
    )
    return "\r\n".join((*lines, "")).encode("ascii")


def stable_id(arrival: Arrival, fields: tuple[Field, ...]) -> str:
    """The same for every attempt at one message, so that a mailbox can drop the second.

    Made from its own id and its body: each attempt may bring other trace fields (RFC 5321 section 4.4).
    """
    ids = b"".join(field.raw.strip() for field in fields if field.name == "message-id")
    body = arrival.content.partition(b"\r\n\r\n")[2]
    return hashlib.sha256(hashlib.sha256(ids).digest() + body).hexdigest()[:32]


def _text(order: Order, clients: tuple[Client, ...]) -> str:
    lines = [_introduction(order), ""]
    for client in clients:
        lines += [f"{label}: {value}" for label, value in rows_of(client, order.policy.language)]
        lines.append("")
    return "\n".join((*lines, *_note(order), ""))


def _html(order: Order, clients: tuple[Client, ...]) -> str:
    cell = '<td style="padding:2px 12px 2px 0">'
    tables = "".join(
        "<table>"
        + "".join(
            f"<tr>{cell}{escape(label)}</td>{cell}<b>{escape(value)}</b></td></tr>"
            for label, value in rows_of(client, order.policy.language)
        )
        + "</table>"
        for client in clients
    )
    note = "".join(f"<p>{escape(line)}</p>" for line in _note(order))
    opening = f'<html lang="{order.policy.language}"><body><p>{escape(_introduction(order))}</p>'
    return f"{opening}{tables}{note}</body></html>\n"


def rows_of(client: Client, language: str) -> tuple[tuple[str, str], ...]:
    """Label and value of everything the client's record holds, in the order of the form."""
    words = {name: field_word(name, language).capitalize() for name in FieldName}
    rows = [(words[FieldName.FIRST_NAME], client.first_name), (words[FieldName.LAST_NAME], client.last_name)]
    if client.address is not None:
        rows.append((words[FieldName.ADDRESS], _one_line(client.address, language)))
    rows += [(words[FieldName.PHONE], number) for number in client.phone]
    rows += [(words[FieldName.EMAIL], address) for address in client.email]
    return tuple(row for row in rows if row[1])


def labels_of(language: str) -> str:
    """Every label and fixed word a client's record may be shown with, blank-separated."""
    words = [field_word(name, language) for name in FieldName]
    return " ".join(
        (*words, catalogue(language).phrases["box"], '<tr><td style="padding:2px 12px 2px 0"><b>')
    )


def _one_line(address: PostalAddress, language: str) -> str:
    box = f"{catalogue(language).phrases['box']} {address.box}" if address.box else ""
    street = " ".join(filter(None, (address.street, address.number, box)))
    place = " ".join(filter(None, (address.postcode, address.municipality)))
    return ", ".join(filter(None, (street, place)))


def _introduction(order: Order) -> str:
    return catalogue(order.policy.language).phrases["intro"].format(sender=str(order.author))


def _note(order: Order) -> tuple[str, ...]:
    """Which kinds of data were left out, in one sentence; nothing when nothing was.

    A kind whose name alone tells something of the family stands last, in a wording that all of them share.
    """
    if not order.left_out:
        return ()
    language = order.policy.language
    phrases = catalogue(language).phrases
    named = [category_word(kind, language) for kind in order.left_out if kind in NEUTRAL]
    shared = [phrases["telling_kinds"]] if not NEUTRAL.issuperset(order.left_out) else []
    return (phrases["note"].format(kinds=", ".join(dict.fromkeys(named + shared))),)
