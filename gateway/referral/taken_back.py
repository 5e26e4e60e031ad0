"""What the letter says beside the form, where it takes a datum of the form back: doubt, and doubt refuses."""

import re
from collections.abc import Iterator

from gateway.decision import Client, Code, FieldName, Finding, Result
from gateway.referral.entries import Entry, Heading, Item, Prose
from gateway.referral.superfluous import phones_in
from gateway.slots.email import read_emails
from gateway.slots.phone import read_phones
from gateway.slots.retraction import taken_back
from gateway.slots.terms import Slot

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+")
_EMAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}")
_FIELDS = {Slot.PHONE: FieldName.PHONE, Slot.EMAIL: FieldName.EMAIL, Slot.ADDRESS: FieldName.ADDRESS}


def data_taken_back(items: tuple[Item, ...], client: Client) -> tuple[Finding, ...]:
    """A finding for each sentence outside the fields that takes back a datum ``client`` would be given."""
    held = {Slot.PHONE: client.phone, Slot.EMAIL: client.email, Slot.ADDRESS: client.address}
    found = ((taken_back(_spoken(sentence, client)), place) for sentence, place in _sentences(items))
    return tuple(
        Finding("client", Result.FAIL, Code.CLIENT_AMBIGUOUS, _FIELDS[slot], (place,))
        for slot, place in found
        if slot is not None and held[slot]
    )


def _sentences(items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    """The sentences of everything that fills no slot, with their place; one may go on over several lines."""
    written: list[tuple[list[str], str]] = []
    for item in items:
        match item:
            case Prose(text=text, blank_before=False) if written:
                written[-1][0].append(text)
            case Prose(text=text) | Heading(text=text):
                written.append(([text], item.place))
            case Entry(label=label, values=values):
                written.append((list(values) if not label.slots else [], item.place))
    for lines, place in written:
        yield from ((sentence, place) for sentence in _SENTENCE_END.split(" ".join(lines)))


def _spoken(sentence: str, client: Client) -> str:
    """``sentence`` with the client's own values as "dat nummer"; nothing when it speaks of another's."""
    others = False
    for written in phones_in(sentence):
        own = not set(client.phone).isdisjoint(read_phones(written) or ())
        others = others or not own
        sentence = sentence.replace(written, " dat nummer ", 1) if own else sentence
    for written in _EMAIL.findall(sentence):
        own = not set(client.email).isdisjoint(read_emails(written.strip(".,;:")) or ())
        others = others or not own
        sentence = sentence.replace(written, " dat mailadres ", 1) if own else sentence
    return "" if others else sentence
