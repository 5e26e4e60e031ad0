"""Parts of an address that stand in the letter under a label nobody knows: told, not quietly left out."""

import re
from collections.abc import Iterator

from gateway.decision import Client, Code, FieldName, Finding, PostalAddress, Result
from gateway.referral.entries import Heading, Item, Prose
from gateway.slots.address import Gazetteer, read_number

_LABELLED = re.compile(r"[^:=|]{1,40}[:=|]+ ?([^:=|]{1,20})")


def address_left_unread(items: tuple[Item, ...], client: Client, gazetteer: Gazetteer) -> tuple[Finding, ...]:
    """A finding for each unknown label beside a postcode or house number that ``client``'s address lacks."""
    if client.address is None:
        return ()
    return tuple(
        Finding("client", Result.FAIL, Code.FIELD_UNREADABLE, FieldName.ADDRESS, (place,))
        for value, place in _values(items)
        if _is_lacking(value, client.address, gazetteer)
    )


def _values(items: tuple[Item, ...]) -> Iterator[tuple[str, str]]:
    """What stands behind a mark that parts label and value, in lines that are no field, with its place."""
    for item in items:
        match item:
            case Prose(text=text) | Heading(label=None, text=text):
                found = _LABELLED.fullmatch(text)
                if found is not None:
                    yield found[1].strip(), item.place


def _is_lacking(value: str, address: PostalAddress, gazetteer: Gazetteer) -> bool:
    if value in gazetteer.places:
        return not address.postcode
    return bool(address.street) and not address.number and read_number(value) is not None
