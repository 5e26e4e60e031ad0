"""The bytes of a transaction: commands and content as they go to the next hop. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from gateway.mail.address import Address
from gateway.outbound.delivery import Refused


@dataclass(frozen=True, slots=True)
class Message:
    """One message to hand on. ``sender`` None is the null reverse-path; ``content`` has CRLF line ends.

    ``require_tls``: every server from the next hop on that can promise TLS must keep to it.
    """

    sender: Address | None
    recipients: tuple[Address, ...]
    content: bytes
    require_tls: bool = False


def unsendable(message: Message) -> Refused | None:
    """Why no SMTP server may be given this message, None when any may.

    A bare CR or LF is refused, not mended: two servers may disagree where such a message ends
    (RFC 5321 section 2.3.8).
    """
    whole = message.content.count(b"\r\n")
    bare = not message.content.count(b"\r") == whole == message.content.count(b"\n")
    return Refused(554, "5.6.0") if bare else None


def unsendable_there(message: Message, extensions: Collection[str]) -> Refused | None:
    """Why a server with these EHLO keywords, in lower case, may not be given this message.

    8-bit content must not be sent to a server without 8BITMIME, and rewriting it would no longer
    be handing it on as it came (RFC 6152 section 3).
    """
    return None if message.content.isascii() or "8bitmime" in extensions else Refused(554, "5.6.3")


def envelope_commands(message: Message, extensions: Collection[str]) -> tuple[str, ...]:
    """MAIL and one RCPT a recipient, each address exactly as it is (RFC 5321, RFC 1870, 6152, 8689)."""
    words = [f"MAIL FROM:<{message.sender or ''}>"]
    if "size" in extensions:
        words.append(f"SIZE={len(_terminated(message.content))}")
    if not message.content.isascii():
        words.append("BODY=8BITMIME")
    if message.require_tls and "requiretls" in extensions:
        words.append("REQUIRETLS")
    return " ".join(words), *(f"RCPT TO:<{recipient}>" for recipient in message.recipients)


def dot_stuffed(content: bytes) -> bytes:
    """``content`` as DATA carries it, its last line ended, the final dot not included (RFC 5321 4.5.2)."""
    stuffed = _terminated(content).replace(b"\r\n.", b"\r\n..")
    return b"." + stuffed if stuffed.startswith(b".") else stuffed


def _terminated(content: bytes) -> bytes:
    return content if not content or content.endswith(b"\r\n") else content + b"\r\n"
