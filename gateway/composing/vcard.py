"""The client as a vCard 3.0 (RFC 2426), which Outlook opens as a contact."""

import vobject
from vobject.vcard import Address, Name

from gateway.decision import Client

NOBODY = Client("", "", None, (), ())


def vcard_of(client: Client) -> str:
    """The card with CRLF line ends: name, address, telephones and mail addresses, nothing else."""
    return _BLANK if client == NOBODY else _written(client)


def _written(client: Client) -> str:
    card = vobject.vCard()
    card.add("n").value = Name(family=client.last_name, given=client.first_name)
    card.add("fn").value = " ".join(filter(None, (client.first_name, client.last_name)))
    if client.address is not None:
        place = client.address
        street = " ".join(filter(None, (place.street, place.number)))
        card.add("adr").value = Address(
            street=street, city=place.municipality, code=place.postcode, box="", extended=place.box
        )
    for number in client.phone:
        card.add("tel").value = number
    for address in client.email:
        card.add("email").value = address
    return str(card.serialize())


_BLANK = _written(NOBODY)
