"""Clients who do not exist, and the mails that were handed on about them, as a gateway records those."""

from datetime import datetime

from gateway.decision import Client, Decision, Deliver, PolicyRef, PostalAddress, Relay
from gateway.ledger import entries
from gateway.ledger.month import MonthKey
from gateway.ledger.record import Entry, Outcome
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from tests.support.ledger import outcome

POLICY = PolicyRef("test-protocol", "sha256:" + "0" * 64)
DESK = Address("ocmw", "receiver.example")


def client(first: str, last: str, phone: str = "", email: str = "", *, number: str = "12") -> Client:
    """Somebody in Pepingen."""
    home = PostalAddress("Dorp", number, "", "1670", "Pepingen")
    return Client(first, last, home, (phone,) if phone else (), (email,) if email else ())


def arrival(transfer: str, when: datetime) -> Arrival:
    envelope = Envelope(Address("team", "sender.example"), (DESK,))
    return Arrival(
        transfer, when, Peer("192.0.2.1", "mail.sender.example"), Tls("TLSv1.3", ""), envelope, b""
    )


def mail(
    transfer: str, when: datetime, key: MonthKey | None, *clients: Client, ended: Outcome = Outcome.ACCEPTED
) -> list[tuple[Entry, datetime]]:
    """A mail about ``clients``, or one that was relayed when there are none, and how it ended."""
    verdict = Deliver(clients) if clients else Relay()
    begun = entries.intent(arrival(transfer, when), Decision(verdict, POLICY, ()), None, key)
    return [(begun, when), (outcome(transfer, ended), when)]
