"""The note to a sender whose referral held more than may cross: which kinds, never the values (art. 7).

RFC 3834: it answers a mail, so it says Auto-Submitted and is sent from the null reverse-path, and
nothing answers it.
"""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from gateway.composing.header import header_block
from gateway.decision import Superfluous
from gateway.mail.address import Address
from gateway.texts import catalogue, category_word


@dataclass(frozen=True, slots=True)
class Note:
    """What one note says, to whom and when. ``transfer`` is the referral's reference."""

    to: Address
    transfer: str
    left_out: tuple[Superfluous, ...]
    language: str
    hostname: str
    written: datetime


def compose_notice(note: Note) -> bytes:
    """The note with CRLF line ends, 7-bit clean."""
    phrases = catalogue(note.language).phrases
    kinds = dict.fromkeys(category_word(kind.category, note.language) for kind in note.left_out)
    lines = [phrases["notice_delivered"].format(reference=note.transfer), "", phrases["notice_left_out"]]
    lines += [f"- {kind}" for kind in kinds]
    lines += ["", phrases["notice_better"], "", phrases["notice_done"], ""]
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message.set_content("\n".join(lines), subtype="plain", cte="quoted-printable")
    return header_block(_headers(note, phrases["notice_subject"])) + message.as_bytes()


def _headers(note: Note, subject: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Date", format_datetime(note.written)),
        ("From", f"postmaster@{note.hostname}"),
        ("To", str(note.to)),
        ("Subject", f"{subject} {note.transfer}"),
        ("Message-ID", f"<{note.transfer}.notice@{note.hostname}>"),
        ("Auto-Submitted", "auto-replied"),
        ("Gateway-Transfer", note.transfer),
    )
