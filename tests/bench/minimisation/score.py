"""What of a mail's truth stands in what was delivered: everything decoded, every spelling."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import default
from html import unescape
from typing import Any
from urllib.parse import unquote

from tests.bench.minimisation.model import Mail, Secret
from tests.bench.minimisation.people import plain
from tests.bench.minimisation.superfluous import MONTHS

_PHONES = frozenset({"phone", "sender_phone"})
_NAMES = frozenset({"person", "child", "client_name"})
_ADDRESSES = frozenset({"address", "sender_address", "sender_postcode"})
_AMOUNTS = frozenset({"income", "debt", "school_fee"})
_OTHERS = frozenset({"phone", "email", "person", "child", "address", "sender_phone"})
_SCALAR = ("first_name", "last_name", "street", "number", "box", "postcode", "municipality")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[^\w\n+]+(?=\d)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mail. ``clients`` is None where a contender yields text and no fields."""

    mail: Mail
    delivered: bool
    text: str
    clients: tuple[dict[str, Any], ...] | None
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One mail's marks. ``expected`` and ``kept`` count the client's fields.

    ``wrong`` are the fields with another value, ``wrong_person`` counts those with another person's.
    """

    outcome: Outcome
    leaked: tuple[Secret, ...]
    sensitive: tuple[str, ...]
    expected: int
    kept: int
    wrong: tuple[str, ...]
    wrong_person: int

    @property
    def must(self) -> str:
        """The outcome the mail must get."""
        return self.outcome.mail.must

    @property
    def perfect(self) -> bool:
        """Delivered with every field of the client and nothing else."""
        return self.outcome.delivered and self.kept == self.expected and self.clean

    @property
    def clean(self) -> bool:
        """Nothing passed that may not."""
        return not (self.leaked or self.sensitive or self.wrong)

    @property
    def failed(self) -> bool:
        """Something that a reader of the truth would not accept."""
        if self.must == "deliver":
            return not self.perfect
        return self.outcome.delivered and (self.must == "reject" or not self.clean)


class Text:
    """A text in the forms in which values are looked for."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFKC", text)
        self.words = f" {' '.join(_words(self.text))} "
        self.squeezed = _squeezed(self.text)
        self.digits = _BETWEEN_DIGITS.sub("", self.text)

    def holds(self, secret: Secret) -> bool:
        """Whether the secret stands in the text in any spelling."""
        kind, value = secret.kind, secret.value
        if kind in _PHONES:
            return value.removeprefix("+32") in self.digits
        if kind == "birthdate":
            return self._holds_date(*map(int, value.split("/")))
        if kind in _AMOUNTS:
            return bool(
                re.search(rf"(?<!\d){re.escape(value.split()[0]).replace(chr(92) + '.', '[. ]?')}", self.text)
            )
        if kind in _ADDRESSES:
            return self._holds_address(value)
        if kind in _NAMES:
            return any(map(self.says, (value, *secret.parts)))
        return _squeezed(value) in self.squeezed

    def says(self, phrase: str) -> bool:
        """Whether the words of ``phrase`` follow each other, or stand written together when they are long."""
        squeezed = _squeezed(phrase)
        return f" {' '.join(_words(phrase))} " in self.words or (
            len(squeezed) > 9 and squeezed in self.squeezed
        )

    def _holds_address(self, value: str) -> bool:
        street, _, number = value.rpartition(" ")
        return self.says(value) or (self.says(street) and self.says(number))

    def _holds_date(self, day: int, month: int, year: int) -> bool:
        joint = r"[\s./-]{1,3}"
        shapes = (rf"0?{day}{joint}0?{month}{joint}{year}", rf"{year}-?{month:02}-?{day:02}")
        if any(re.search(rf"(?<!\d){shape}(?!\d)", self.text) for shape in shapes):
            return True
        return any(self.says(f"{day} {names.split('|')[month - 1]} {year}") for names in MONTHS.values())


def score(outcome: Outcome) -> Score:
    """The marks of ``outcome`` against its mail's truth."""
    mail, text = outcome.mail, Text(outcome.text if outcome.delivered else "")
    leaked = tuple(secret for secret in mail.secrets if text.holds(secret))
    sensitive = tuple(phrase for phrase in mail.truth["sensitive"] if text.says(phrase))
    expected = _pairs(mail.truth["clients"])
    if not outcome.delivered:
        return Score(outcome, leaked, sensitive, len(expected), 0, (), 0)
    if outcome.clients is None:
        kept = sum(_stands(slot, value, text) for slot, value in expected)
        return Score(outcome, leaked, sensitive, len(expected), kept, (), 0)
    found = _pairs(outcome.clients)
    missing, wrong = _compared(expected, found, loose=mail.truth["loose_name"])
    wrong = [(slot, value) for slot, value in wrong if value not in mail.truth["grey"]]
    others = Text(
        "\n".join(
            " ".join((secret.value, *secret.parts)) for secret in mail.secrets if secret.kind in _OTHERS
        )
    )
    persons = sum(_stands(slot, value, others) for slot, value in wrong)
    return Score(
        outcome,
        leaked,
        sensitive,
        len(expected),
        len(expected) - missing,
        tuple(s for s, _ in wrong),
        persons,
    )


def readable(message: bytes) -> str:
    """All a mail program could show of a message: header, each part decoded, HTML also without its tags."""
    parsed = BytesParser(policy=default).parsebytes(message)
    texts = [f"{name}: {value}" for name, value in parsed.items()]
    for part in parsed.walk():
        octets = part.get_payload(decode=True)
        if isinstance(octets, bytes):
            texts.append(octets.decode("utf-8", "replace").replace("\r\n ", ""))
        texts += [f"{name}: {value}" for name, value in part.items()]
    whole = "\n".join(texts)
    return "\n".join((whole, unescape(re.sub(r"<[^>]*>", " ", whole)), unquote(whole)))


def _pairs(clients: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """Every filled-in field with its value, lists taken apart."""
    found = []
    for client in clients:
        found += [(slot, str(client[slot])) for slot in _SCALAR if client[slot]]
        found += [(slot, value) for slot in ("phone", "email") for value in client[slot]]
    return found


def _compared(
    expected: list[tuple[str, str]], found: list[tuple[str, str]], *, loose: bool
) -> tuple[int, list[tuple[str, str]]]:
    """How many expected fields are not there, and which found ones are not expected."""
    want, have = (Counter((slot, _same(slot, value)) for slot, value in pairs) for pairs in (expected, found))
    if loose and _whole_name(expected) == _whole_name(found):
        names = ("first_name", "last_name")
        want, have = (
            Counter({pair: n for pair, n in side.items() if pair[0] not in names}) for side in (want, have)
        )
    surplus = have - want
    return (want - have).total(), [(s, v) for s, v in found if (s, _same(s, v)) in surplus]


def _whole_name(pairs: list[tuple[str, str]]) -> list[str]:
    return sorted(word for slot, value in pairs if slot.endswith("_name") for word in _words(value))


def _same(slot: str, value: str) -> str:
    """Values that mean one thing made one: case, composition, dashes and apostrophes do not count."""
    text = unicodedata.normalize("NFC", value).casefold().replace("’", "'").replace("\u2011", "-")
    return text.lstrip("0") or text if slot == "box" else " ".join(text.split())


def _stands(slot: str, value: str, text: Text) -> bool:
    if slot == "phone":
        return text.holds(Secret("phone", value))
    return (
        True
        if slot in {"box", "number"} and len(value) < 3
        else text.says(value) or _squeezed(value) in text.squeezed
    )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", plain(text))


def _squeezed(text: str) -> str:
    return "".join(char for char in plain(text) if char.isalnum())
