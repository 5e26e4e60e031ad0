"""What a benchmark mail is made of, and the truth about it."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.bench.minimisation.people import Person, Sender

Lang = Literal["nl", "fr", "en", "de"]
Must = Literal["deliver", "reject", "either"]
Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Secret:
    """A value that may not be in what is delivered. ``kind`` as in the samples: phone, person, rrn…

    ``parts`` of it give it away too: either half of a name.
    """

    kind: str
    value: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body. ``bullet`` is the sign before a list item, empty for a paragraph."""

    text: str
    bullet: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of cells, each a text (its lines parted by newlines) or a table again."""

    rows: tuple[tuple["str | Grid", ...], ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """HTML that stands in the HTML part as it is, with what a reader of that HTML sees."""

    html: str
    plain: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Earlier mail below: the header lines its mail program writes, and its body."""

    header: tuple[Row, ...]
    blocks: tuple["Block", ...]


Block = Line | Grid | Raw | Quote


@dataclass(frozen=True, slots=True)
class File:
    """An attachment. ``text`` is what a reader of the file sees."""

    name: str
    mime: str
    content: bytes
    text: str


@dataclass(frozen=True, slots=True)
class Extra:
    """A superfluous datum: what it is called, how it is written, and what of it may not pass."""

    kind: str
    label: str
    shown: str
    secret: Secret | None = None
    sensitive: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Who and what a mail is about, and the dice to write it with."""

    rng: random.Random
    lang: Lang
    client: Person
    third: dict[str, Person]
    sender: Sender
    extras: tuple[Extra, ...]
    sentences: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail before it is wrapped, with its truth.

    ``clients`` is who a correct delivery holds; ``own`` are those whose values are secrets when the
    mail must be refused. ``loose``: the mail does not say which part of the name is the first name.
    """

    why: str
    blocks: tuple[Block, ...]
    clients: tuple[Person, ...]
    must: Must = "deliver"
    secrets: tuple[Secret, ...] = ()
    sensitive: tuple[str, ...] = ()
    own: tuple[Person, ...] = ()
    grey: tuple[str, ...] = ()
    files: tuple[File, ...] = ()
    below: tuple[Block, ...] = ()
    prose: Literal["refuse", "extract"] = "refuse"
    loose: bool = False
    html: Literal["any", "only", "none"] = "any"
    signed: bool = True
    subject: str = ""


Template = Callable[[Scene], Draft]


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail as it reaches the gateway. ``truth`` is in the samples' JSON format."""

    name: str
    group: str
    template: str
    lang: Lang
    content: bytes
    visible: str
    truth: dict[str, Any]
    names: tuple[str, ...] = field(default=())

    @property
    def must(self) -> Must:
        """The outcome it must get."""
        must: Must = self.truth["must"]
        return must

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """What may not pass, the sender's name and address apart: those may stand in From."""
        listed = (
            Secret(entry["type"], entry["value"], tuple(entry["parts"])) for entry in self.truth["forbidden"]
        )
        return tuple(secret for secret in listed if secret.kind not in {"sender_name", "sender_mail"})
