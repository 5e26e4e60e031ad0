"""Referral mails as the demonstration's policy wants them, and bent in any way a test needs."""

from collections.abc import Sequence

SENDER = "an.peeters@kindengezin.example"
DESK = "ocmw@pepingen.example"
TENANT = "11111111-2222-4333-8444-555555555555"
SECRET = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
FORM = (
    "Voornaam: Jan\r\nNaam: Claes\r\nAdres: Dorp 1, 1670 Pepingen\r\n"
    "Telefoon: 0470 12 34 56\r\nE-mail: jan.claes@mail.example\r\n"
)
# What a composed message bears, and nothing else.
COMPOSED = (
    "content-type", "date", "from", "gateway-policy", "gateway-transfer", "message-id", "mime-version",
    "msip_labels", "received", "subject", "to",
)  # fmt: skip


def label(guid: str = SECRET, tenant: str = TENANT, **attributes: str) -> str:
    """An ``msip_labels`` value as Outlook writes it."""
    named = {"Enabled": "true", "SiteId": tenant, "Name": "Geheim", "Method": "Privileged"} | attributes
    return "; ".join(f"MSIP_Label_{guid}_{name}={value}" for name, value in named.items())


def letter(
    body: str | bytes = FORM,
    *,
    author: str | None = f"An Peeters <{SENDER}>",
    subject: str = "Doorverwijzing",
    labels: str | None = label(),
    content_type: str = "text/plain; charset=utf-8",
    encoding: str = "8bit",
    extra: Sequence[str | bytes] = (),
    message_id: str = "1@kindengezin.example",
) -> bytes:
    """A whole message with CRLF line ends. ``extra`` are header lines without their line end."""
    lines: list[str | bytes] = [
        *([f"From: {author}"] if author is not None else []),
        f"To: {DESK}",
        "Date: Mon, 12 Jan 2026 10:30:00 +0100",
        f"Subject: {subject}",
        f"Message-ID: <{message_id}>",
        f"Content-Type: {content_type}",
        f"Content-Transfer-Encoding: {encoding}",
        "MIME-Version: 1.0",
        *([f"msip_labels: {labels}"] if labels is not None else []),
        *extra,
    ]
    head = b"".join(_octets(line) + b"\r\n" for line in lines)
    return head + b"\r\n" + _octets(body)


def page(inner: str) -> str:
    """An HTML page around ``inner``, for ``letter`` with ``content_type="text/html; charset=utf-8"``."""
    return f"<html><body>\r\n{inner}\r\n</body></html>\r\n"


def _octets(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
