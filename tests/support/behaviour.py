"""What a test's mailbox does at each point of the SMTP conversation: data, acted out by ``mailbox``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """Waits ``after`` seconds, writes ``reply`` as it is, then closes the connection if ``close``.

    ``taken`` says whether an act at the final dot keeps the message; by default it does unless the
    reply begins with 4 or 5.
    """

    reply: bytes = b""
    after: float = 0.0
    close: bool = False
    taken: bool | None = None

    def takes(self) -> bool:
        """Whether a message whose final dot meets this act is kept."""
        return self.reply[:1] not in (b"4", b"5") if self.taken is None else self.taken


CLOSE = Act(close=True)
SILENCE = Act()


def say(reply: str, *, after: float = 0.0, close: bool = False) -> Act:
    """One or more whole reply lines, given without the last CRLF."""
    return Act(reply.encode("ascii") + b"\r\n", after, close)


def half(reply: str) -> Act:
    """The beginning of a reply line, and then the end of the connection."""
    return Act(reply.encode("ascii"), close=True)


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What happens at each point of the conversation; None is what a good server does.

    ``content`` acts on the first line of content, before the dot. ``rcpt`` acts on the recipients
    named in it, on all with ``*``. ``offers`` are the EHLO keywords besides STARTTLS;
    ``hide_starttls`` leaves that one out although TLS is there. ``lingers``: a message refused at its dot
    leaves its transaction open, so that the next MAIL is out of order (503).
    """

    greeting: Act | None = None
    ehlo: Act | None = None
    starttls: Act | None = None
    mail: Act | None = None
    rcpt: tuple[tuple[str, Act], ...] = ()
    data: Act | None = None
    content: Act | None = None
    dot: Act | None = None
    rset: Act | None = None
    offers: tuple[str, ...] = ("PIPELINING", "SIZE 26214400", "8BITMIME", "ENHANCEDSTATUSCODES")
    hide_starttls: bool = False
    lingers: bool = False


GOOD = Behaviour()
