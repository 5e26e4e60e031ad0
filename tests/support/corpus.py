"""The golden mails in ``tests/corpus``: each a message and the truth about it. All people are invented."""

import json
import re
import unicodedata
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[1] / "corpus"


@dataclass(frozen=True, slots=True)
class Sample:
    """One mail as it reaches the gateway, and the truth about it."""

    name: str
    content: bytes
    truth: dict[str, Any]

    @property
    def must(self) -> str:
        """The outcome it must get: ``deliver``, ``reject`` or ``either``."""
        return str(self.truth["must"])

    @property
    def secrets(self) -> list[str]:
        """What may never be in anything that leaves the gateway, save the sender's address in From."""
        values = [entry["value"] for entry in self.truth["forbidden"] if entry["type"] != "sender_mail"]
        return [*values, *self.truth["sensitive"]]


def samples() -> list[Sample]:
    """Every sample, by name."""
    return [
        Sample(
            folder.name,
            (folder / "message.eml").read_bytes(),
            json.loads((folder / "truth.json").read_text("utf-8")),
        )
        for folder in sorted(CORPUS.iterdir())
    ]


def leaks(text: str, sample: Sample) -> list[str]:
    """Which of the sample's secrets stand in ``text`` in any spelling: letters and digits alone are compared.

    The sender's mail address may stand in From and behind "referred by", so it is taken out first.
    """
    bare = squeezed(text.replace(sample.truth["mail_from"], " "))
    return [secret for secret in sample.secrets if squeezed(secret) in bare]


def squeezed(text: str) -> str:
    """``text`` in lower case, letters and digits alone, accents dropped."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if char.isalnum())


def readable(message: bytes) -> str:
    """Everything of a delivered message: headers, decoded parts, and the raw bytes."""
    parsed = BytesParser(policy=default).parsebytes(message)
    parts = [part.get_payload(decode=True) for part in parsed.walk() if not part.is_multipart()]
    decoded = "\n".join(part.decode("utf-8", "replace") for part in parts if isinstance(part, bytes))
    raw = message.decode("latin-1").replace("=\r\n", "")
    return "\n".join([*(f"{name}: {value}" for name, value in parsed.items()), decoded, raw])


def client_in(message: bytes) -> dict[str, Any]:
    """The client as the delivered vCard holds it, in the truth's own fields."""
    parsed = BytesParser(policy=default).parsebytes(message)
    assert isinstance(parsed, EmailMessage)
    cards = [
        part.get_payload(decode=True) for part in parsed.walk() if part.get_content_type() == "text/vcard"
    ]
    fields = _card(cards[0].decode("utf-8"))  # type: ignore[union-attr]
    box, extended, street, city, _, code, _ = (*fields.get("ADR", [";;;;;;"])[0].split(";"), *[""] * 7)[:7]
    last, first, *_ = (*fields["N"][0].split(";"), "")
    match = re.fullmatch(r"(.*?)(?: (\d\S*))?", street)
    assert match
    assert not box
    return {
        "first_name": first, "last_name": last, "street": match[1], "number": match[2] or "", "box": extended,
        "postcode": code, "municipality": city, "phone": fields.get("TEL", []),
        "email": fields.get("EMAIL", []),
    }  # fmt: skip


def _card(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        found.setdefault(name.split(";")[0], []).append(value.replace("\\,", ","))
    return found
