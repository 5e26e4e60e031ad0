"""The second corpus checked against itself: ``python -m tests.bench.heldout.check``."""

import email
import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from typing import Any

from tests.bench.heldout.envelope import LABEL, TENANT
from tests.bench.heldout.generator import mails
from tests.bench.minimisation.model import Mail

OPEN = {"unicode", "attachments"}


def squash(text: str) -> str:
    """Letters and digits only, without marks."""
    plain = unicodedata.normalize("NFKD", html.unescape(text)).casefold()
    return "".join(ch for ch in plain if ch.isalnum())


def texts(mail: EmailMessage) -> list[str]:
    """Each text part, HTML without its tags."""
    found = []
    for part in mail.walk():
        if part.get_content_maintype() == "text" and not part.get_filename():
            text = str(part.get_content())
            if part.get_content_subtype() == "html":
                text = re.sub(r"(?s)<style.*?</style>|<!--.*?-->", "", text)
                text = re.sub(r"<(?:br|/p|/td|/div)[^>]*>", "\n", text)
                text = re.sub(r"<[^>]+>", "", text)
            found.append(text)
    return found


def phone_seen(number: str, text: str) -> bool:
    """The number stands in the text in some spelling."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    return number[3:] in digits


def iban_holds(value: str) -> bool:
    """The check digits hold."""
    return int(value[4:] + "1114" + value[2:4]) % 97 == 1


def rrn_holds(value: str) -> bool:
    """The check digits hold, for one century or the other."""
    nine, check = int(value[:9]), int(value[9:])
    return check in (97 - nine % 97, 97 - (2_000_000_000 + nine) % 97)


def problems(mail: Mail) -> Iterator[str]:
    """What is wrong with this mail or its truth."""
    parsed = email.message_from_bytes(mail.content, policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    if re.search(rb"[^\r]\n", mail.content):
        yield "bare line feed"
    labels = parsed.get_all("msip_labels") or []
    if len(labels) != 1 or f"{LABEL}_SiteId={TENANT}" not in re.sub(r"\s", "", str(labels[0])):
        yield "label"
    if (mail.must == "reject") != (not mail.truth["clients"]):
        yield "clients against must"
    seen = texts(parsed)
    if not seen or any(not text.strip() for text in seen):
        yield "no text"
    if mail.group not in OPEN and not mail.template.startswith("elsewhere"):
        yield from (what for row in mail.truth["clients"] for text in seen for what in _unseen(row, text))
    yield from (secret.kind for secret in mail.secrets if not _is_sound(secret.kind, secret.value))


def _unseen(client: dict[str, Any], text: str) -> Iterator[str]:
    """The client's values that the text does not hold."""
    for key in ("first_name", "last_name", "street", "municipality"):
        if squash(client[key]) not in squash(text):
            yield f"{key} {client[key]} not in the mail"
    yield from (f"{number} not in the mail" for number in client["phone"] if not phone_seen(number, text))
    plain = text.replace("\u200b", "")
    yield from (f"{address} not in the mail" for address in client["email"] if address not in plain)


def _is_sound(kind: str, value: str) -> bool:
    """Whether check digits hold and a telephone is Belgian."""
    if kind == "iban":
        return iban_holds(value)
    if kind == "rrn":
        return rrn_holds(value)
    return kind not in {"phone", "sender_phone"} or re.fullmatch(r"\+32\d{8,9}", value) is not None


def main() -> int:
    """Prints each problem; exit code 1 when there is one."""
    found = [(mail.name, what) for mail in mails() for what in problems(mail)]
    for name, what in found:
        print(name, what)
    print(f"{len(found)} problems")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
