"""What is fuzzed: functions of bytes, which must return, and raise nothing but what they say they raise."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from gateway.attachments.read import read_attachment
from gateway.checks.label import read_labels
from gateway.inbound.grammar import parse_line
from gateway.inbound.limits import Limits
from gateway.letter.bounds import TooComplex
from gateway.letter.characters import DeceptiveText
from gateway.letter.html import read_html
from gateway.letter.parts import Attachment
from gateway.mail.address import AddressError, parse_address
from gateway.mail.header import HeaderError, from_address, from_display_name, split_message
from gateway.reading.read import read, read_rights
from gateway.slots.address import Gazetteer, read_address
from gateway.slots.email import read_emails
from gateway.slots.phone import read_phones
from tests.properties.test_attachment_mutations import SEEDS
from tests.support import rpmsg
from tests.support.corpus import CORPUS
from tests.support.letters import FORM, label, letter, page

_PLACES = {"1670": ("Pepingen", "Bogaarden", "Heikruis"), "1671": ("Elingen",)}


@dataclass(frozen=True, slots=True)
class Target:
    """A function of bytes, and bytes to begin with."""

    run: Callable[[bytes], object]
    seeds: tuple[bytes, ...] = field(default=(b"",))


def _header(content: bytes) -> None:
    with suppress(HeaderError):
        fields, _ = split_message(content)
        read_labels(fields)
        from_display_name(fields)
        from_address(fields)


def _address(content: bytes) -> None:
    with suppress(AddressError):
        parse_address(content.decode("latin-1"))


def _html(content: bytes) -> None:
    with suppress(TooComplex, DeceptiveText):
        read_html(content.decode("utf-8", "replace"), "body html")


def _slots(content: bytes) -> None:
    text = content.decode("utf-8", "replace")
    read_address(text, Gazetteer(_PLACES))
    read_phones(text)
    read_emails(text)


def _attachment(name: str) -> Callable[[bytes], object]:
    return lambda content: read_attachment(Attachment(content, "", name, "attachment 1"))


_MAILS = tuple(path.read_bytes() for path in sorted(CORPUS.glob("*/message.eml")))
_HEADS = tuple(mail.partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for mail in _MAILS)
_MSIP = letter(labels=label()).partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

TARGETS = {
    "mime": Target(read, _MAILS),
    "html": Target(_html, (page(f"<p style='color:red'>{FORM}</p>").encode(),)),
    "header": Target(_header, (*_HEADS, _MSIP)),
    "address": Target(_address, (b"ocmw@pepingen.example", b'"a b"@[192.0.2.1]')),
    "command": Target(lambda line: parse_line(line, Limits()), (b"MAIL FROM:<a@b.example> SIZE=1\r\n",)),
    "slots": Target(_slots, (b"Dorp 1 bus 3, 1670 Pepingen", b"0470/12 34 56", b"an@mail.example")),
    "rpmsg": Target(read_rights, (rpmsg.container(),)),
    **{name: Target(_attachment(file), (seed,)) for name, (seed, file) in SEEDS.items()},
}
