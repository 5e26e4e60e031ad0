"""Small builders for what the checks look at: an arrival, a policy, header fields."""

from datetime import UTC, date, datetime

from gateway.decision import PolicyRef
from gateway.mail.address import parse_address
from gateway.mail.envelope import Arrival, Envelope, Peer, Tls
from gateway.mail.header import Field, split_message
from gateway.policy.model import AcceptedLabel, Labels, Period, Policy, Senders

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TENANT = "38ae3bcd-9579-4fd4-adda-b42e1495d55a"
SECRET = "9d258917-277f-42cd-a3cd-14c4e9ee58bc"
MESSAGE = (
    b"From: An Peeters <an@kindengezin.example>\r\n"
    b"To: ocmw@pepingen.example\r\n"
    b"Date: Mon, 02 Mar 2026 10:30:00 +0100\r\n"
    b"Subject: Aanmelding\r\n"
    b"Message-ID: <1@kindengezin.example>\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"MIME-Version: 1.0\r\n"
    b"\r\n"
    b"Voornaam:\tJan \r\n"
    b"\r\n"
    b"\r\n"
)


def arrival(
    content: bytes = MESSAGE,
    *,
    mail_from: str | None = "an@kindengezin.example",
    ip: str = "127.0.0.1",
    helo: str = "mail.kindengezin.example",
    tls: Tls | None = None,
) -> Arrival:
    sender = None if mail_from is None else parse_address(mail_from)
    recipient = parse_address("ocmw@pepingen.example")
    return Arrival("01T", NOW, Peer(ip, helo), tls, Envelope(sender, (recipient,)), content)


def policy(senders: Senders | None = None) -> Policy:
    """A policy that allows ``*@kindengezin.example`` and the label SECRET of TENANT."""
    return Policy(
        ref=PolicyRef("proef", "sha256:00"),
        valid=Period(date(2025, 12, 18)),
        recipients=("ocmw@pepingen.example",),
        senders=senders or Senders(("*@kindengezin.example",)),
        label=Labels((AcceptedLabel(TENANT, SECRET, "Geheim"),)),
    )


def fields_of(content: bytes) -> tuple[Field, ...]:
    return split_message(content)[0]
