"""What one server and one session may use. Every bound of the SMTP side stands here."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Octets are bytes on the wire, seconds are wall time of the event loop's clock.

    ``line_octets`` counts the CRLF: RFC 5321 section 4.5.3.1.6 grants a line 1,000 octets, mail
    programs write longer ones, and beyond this bound a line is refused. ``message_lines`` holds a
    message of 26 MB in lines of 52 octets, so base64 always fits. ``held_octets`` bounds what all
    sessions together keep in memory. ``session_seconds`` ends reading and never a delivery. A session that
    lets the server wait for ``stalled_seconds`` makes room for another when there is none.
    """

    message_bytes: int = 26_214_400
    message_lines: int = 500_000
    line_octets: int = 4_096
    held_octets: int = 268_435_456
    command_octets: int = 512
    mail_octets: int = 1_000
    recipients: int = 10
    sessions: int = 200
    sessions_per_client: int = 20
    commands: int = 500
    errors: int = 10
    messages: int = 50
    greet_seconds: float = 0.1
    stalled_seconds: float = 1.0
    introduction_seconds: float = 5.0
    tls_seconds: float = 15.0
    idle_seconds: float = 60.0
    session_seconds: float = 600.0
