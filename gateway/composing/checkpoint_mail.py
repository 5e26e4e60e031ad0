"""The mail that lays a checkpoint down with a data-protection officer: words, and the same for a program.

RFC 3834: nobody asked for it, so it says Auto-Submitted and is sent from the null reverse-path.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from gateway.composing.header import header_block
from gateway.mail.address import Address
from gateway.texts import catalogue


@dataclass(frozen=True, slots=True)
class CheckpointMail:
    """The signed ``note`` of the first ``size`` records of ``log``, to whom, in which language, and when.

    ``previous`` is the size of the checkpoint that was mailed before, 0 for none, and ``proof`` shows that
    the log continues it (RFC 6962 section 2.1.2).
    """

    to: Address
    language: str
    log: str
    note: str
    size: int
    previous: int
    proof: tuple[bytes, ...]
    hostname: str
    written: datetime


def compose_checkpoint(mail: CheckpointMail) -> bytes:
    """The mail with CRLF line ends, 7-bit clean: text, ``checkpoint.txt`` and ``checkpoint.json``."""
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message.set_content("\n".join(_lines(mail)), subtype="plain", cte="quoted-printable")
    attached = (
        ("checkpoint.txt", mail.note.encode(), "octet-stream"),
        ("checkpoint.json", _data(mail), "json"),
    )
    for name, data, subtype in attached:
        message.add_attachment(data, maintype="application", subtype=subtype, filename=name)
    return header_block(_headers(mail)) + message.as_bytes()


def _lines(mail: CheckpointMail) -> tuple[str, ...]:
    phrases = catalogue(mail.language).phrases
    since = phrases["anchor_since"].format(size=mail.previous) if mail.previous else phrases["anchor_first"]
    told = (phrases["anchor_what"], phrases["anchor_keep"], since, phrases["anchor_use"])
    return (*told, phrases["anchor_missed"], "", mail.note)


def _data(mail: CheckpointMail) -> bytes:
    proof = [node.hex() for node in mail.proof]
    return json.dumps({"v": 1, "note": mail.note, "previous": mail.previous, "consistency": proof}).encode()


def _headers(mail: CheckpointMail) -> tuple[tuple[str, str], ...]:
    subject = catalogue(mail.language).phrases["anchor_subject"]
    return (
        ("Date", format_datetime(mail.written)),
        ("From", f"postmaster@{mail.hostname}"),
        ("To", str(mail.to)),
        ("Subject", subject.format(log=mail.log, size=mail.size)),
        ("Message-ID", f"<checkpoint.{mail.size}@{mail.hostname}>"),
        ("Auto-Submitted", "auto-generated"),
    )
