"""Every SMTP reply the gateway gives: RFC 5321 section 4.2, RFC 2034, RFC 3463.

Codes live here alone. A session's own replies are in English, for at that point no policy is known;
a refusal says what to do all the same, for mail servers show it to the sender. What is refused at the
final dot is told in the policy's language (answers.py).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MAX_OCTETS = 500
_ENHANCED = re.compile(r"([245])\.\d{1,3}\.\d{1,3}")
_TEXT = re.compile(r"[ -~]+")


@dataclass(frozen=True, slots=True)
class Reply:
    """One final reply. Raises ValueError when it is no single ASCII line of MAX_OCTETS at most
    or when the enhanced status code's class is not the code's."""

    code: int
    enhanced: str
    text: str

    def __post_init__(self) -> None:
        matched = _ENHANCED.fullmatch(self.enhanced)
        if not 200 <= self.code <= 599 or not matched or matched[1] != str(self.code)[0]:
            raise ValueError("reply code and enhanced status code disagree")
        if not _TEXT.fullmatch(self.text) or len(self.line()) > MAX_OCTETS:
            raise ValueError("reply text is no ASCII line of allowed length")

    def line(self) -> str:
        """The reply as it stands on the wire, without its CRLF."""
        return f"{self.code} {self.enhanced} {self.text}"


GO_AHEAD = "354 End data with <CR><LF>.<CR><LF>"

DONE = Reply(250, "2.0.0", "OK")
SENDER_OK = Reply(250, "2.1.0", "Sender OK")
RECIPIENT_OK = Reply(250, "2.1.5", "Recipient OK")
START_TLS = Reply(220, "2.0.0", "Ready to start TLS")
BYE = Reply(221, "2.0.0", "Bye")
CANNOT_VERIFY = Reply(252, "2.5.0", "Cannot verify, send the message and see")

SHUTTING_DOWN = Reply(421, "4.3.2", "Service shutting down, try again later")
TIMEOUT = Reply(421, "4.4.2", "Timeout, closing connection")
TOO_MANY_SESSIONS = Reply(421, "4.7.0", "Too many connections, try again later")
TOO_MANY_COMMANDS = Reply(421, "4.7.0", "Too many commands, closing connection")
TOO_MANY_ERRORS = Reply(421, "4.7.0", "Too many errors, closing connection")
TOO_MANY_MESSAGES = Reply(421, "4.7.0", "Too many messages in one session, open another")
NO_MAIL_PROTOCOL = Reply(421, "4.7.0", "This is a mail server, closing connection")

INTERNAL = Reply(451, "4.3.0", "Internal error, try again later")
TLS_UNAVAILABLE = Reply(454, "4.7.0", "TLS not available, try again later")
TOO_MANY_RECIPIENTS = Reply(452, "4.5.3", "Too many recipients, send to the others separately")
ANOTHER_PROTOCOL = Reply(452, "4.5.3", "One protocol for each message, send to this recipient separately")
NO_ROOM = Reply(452, "4.3.1", "Too much mail at once, try again later")

BAD_LINE = Reply(500, "5.5.2", "Command line must be ASCII, within its length and end with CRLF")
UNKNOWN_COMMAND = Reply(500, "5.5.2", "Command not recognised")
LINE_TOO_LONG = Reply(500, "5.5.2", "Command line too long")
NOT_ASCII = Reply(500, "5.5.2", "Command line must be printable ASCII")
SYNTAX_HELO = Reply(501, "5.5.4", "Syntax: HELO or EHLO, then a host name or address literal")
SYNTAX_MAIL = Reply(501, "5.5.4", "Syntax: MAIL FROM:<address> [parameters]")
SYNTAX_RCPT = Reply(501, "5.5.4", "Syntax: RCPT TO:<address>")
NEED_ARGUMENT = Reply(501, "5.5.4", "This command needs an argument")
NO_ARGUMENT = Reply(501, "5.5.4", "This command takes no argument")
BAD_ATTRIBUTE = Reply(501, "5.5.4", "Attribute malformed, unknown or given twice")
BAD_PARAMETER = Reply(501, "5.5.4", "Parameter malformed or given twice")
NOT_IMPLEMENTED = Reply(502, "5.5.1", "Command not implemented")
NEED_HELO = Reply(503, "5.5.1", "Send EHLO first")
NEED_MAIL = Reply(503, "5.5.1", "Send MAIL first")
NESTED_MAIL = Reply(503, "5.5.1", "MAIL already given, send RSET to start over")
IN_TRANSACTION = Reply(503, "5.5.1", "MAIL already given, not in the middle of a message")
TLS_ACTIVE = Reply(503, "5.5.1", "TLS already active")
NEED_TLS = Reply(530, "5.7.0", "Must issue a STARTTLS command first: turn on TLS in the sending mail server")
NO_SUCH_RECIPIENT = Reply(550, "5.1.1", "No such recipient here, check the address and send again")
NO_RELAY = Reply(550, "5.7.1", "No mail for this domain is taken here, check the address and send again")
TOO_LARGE = Reply(552, "5.3.4", "Message over the size limit, send it without attachments and pictures")
ENDLESS = Reply(552, "5.3.4", "Message far over the size limit, closing connection")
BAD_SENDER = Reply(553, "5.1.7", "Sender address must be a plain ASCII mailbox: user@domain")
BAD_RECIPIENT = Reply(553, "5.1.3", "Recipient address must be a plain ASCII mailbox: user@domain")
NEED_RECIPIENT = Reply(554, "5.5.1", "No valid recipients")
EARLY_TALKER = Reply(554, "5.5.1", "Wait for the greeting before you speak")
PIPELINED = Reply(554, "5.5.0", "Improper use of pipelining, closing connection")
UNKNOWN_PARAMETER = Reply(555, "5.5.4", "Parameter not supported")
NO_SMTPUTF8 = Reply(555, "5.6.7", "SMTPUTF8 not supported, use ASCII addresses")

BARE_OCTETS = Reply(550, "5.6.0", "Message holds a bare CR, bare LF or NUL, lines must end with CRLF")
LONG_LINE = Reply(550, "5.6.0", "Message holds a line over the length limit")
MANY_LINES = Reply(550, "5.6.0", "Message has too many lines")

_CLOSING = frozenset({BAD_LINE, EARLY_TALKER, PIPELINED, ENDLESS})


def closes(reply: Reply) -> bool:
    """Whether the server closes the connection behind this reply (RFC 5321 section 3.8)."""
    return reply.code in (221, 421) or reply in _CLOSING


def greeting(hostname: str) -> str:
    """The opening line (RFC 5321 section 4.2), without program or version."""
    return f"220 {hostname} ESMTP"


def helo(hostname: str) -> str:
    """The reply to HELO (RFC 5321 section 4.1.1.1)."""
    return f"250 {hostname}"


def ehlo(hostname: str, capabilities: Sequence[str]) -> tuple[str, ...]:
    """The reply to EHLO, line by line (RFC 5321 section 4.1.1.1). At least one capability."""
    *most, last = (hostname, *capabilities)
    return (*(f"250-{line}" for line in most), f"250 {last}")
