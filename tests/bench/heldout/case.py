"""One mail being written, with what must become of it."""

import base64
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.bench.heldout import people
from tests.bench.heldout.blocks import Block, Para, Quote, grid, paras
from tests.bench.heldout.people import Person
from tests.bench.heldout.senders import (
    CLOSINGS,
    DISCLAIMERS,
    GREETINGS,
    INTROS,
    Sender,
    make_sender,
    signature,
)

# One white pixel: the logo in a signature, the photograph of a form.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
Row = dict[str, str | list[str]]


@dataclass
class Attachment:
    """A file on the mail."""

    name: str
    kind: str
    data: bytes


@dataclass
class Case:
    """A mail and its truth."""

    rng: random.Random
    must: str
    why: str
    sender: Sender = field(init=False)
    look: str = "word"
    gap: bool = False
    cells: str = "tabs"
    subject: str = ""
    top: list[Block] = field(default_factory=list)
    below: list[Block] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    expected: list[Row] = field(default_factory=list)
    forbidden: list[tuple[str, str]] = field(default_factory=list)
    sensitive: list[str] = field(default_factory=list)
    shown: list[Person] = field(default_factory=list)
    prose: str = "refuse"
    bare: bool = False
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.sender = make_sender(self.rng)
        self.used.update((self.sender.first, self.sender.last))
        self.look = self.rng.choice(("word", "word", "web", "plain", "word"))
        self.gap = self.rng.random() < 0.5
        self.cells = self.rng.choice(("tabs", "cells"))
        self.subject = self.rng.choice(
            (
                "Doorverwijzing",
                "aanmelding gezin",
                "nieuwe aanmelding",
                "Gezin voor jullie",
                "Vraag opvolging",
                "Doorverwijzing K&G",
                "aanmelding",
                "dossier",
            )
        )

    def person(
        self,
        *,
        simple: bool = False,
        culture: str | None = None,
        woman: bool | None = None,
        box: bool | None = None,
    ) -> Person:
        """Someone whose names nobody else in this mail has."""
        for _ in range(200):
            made = people.make_person(self.rng, simple=simple, culture=culture, woman=woman, box=box)
            if not {made.first, made.last} & self.used:
                self.used.update((made.first, made.last))
                return made
        raise RuntimeError("no name left")

    def expect(
        self,
        who: Person,
        *,
        first: bool = True,
        address: bool = True,
        phone: list[str] | None = None,
        email: list[str] | None = None,
        last: str | None = None,
        first_as: str | None = None,
    ) -> None:
        """Say what a right delivery holds of this person."""
        place = who.address
        blank = people.Address("", "", "", "", "")
        place = place if address else blank
        self.expected.append(
            {
                "first_name": (first_as or who.first) if first else "",
                "last_name": last or who.last,
                "street": place.street,
                "number": place.number,
                "box": place.box,
                "postcode": place.postcode,
                "municipality": place.town,
                "phone": phone if phone is not None else [],
                "email": email if email is not None else [],
            }
        )
        self.shown.append(who)

    def forbid(self, kind: str, value: str) -> str:
        """Note a value that may not pass; hand it back."""
        self.forbidden.append((kind, value))
        return value

    def secret(self, phrase: str) -> str:
        """Note a phrase that may not pass; hand it back."""
        self.sensitive.append(phrase)
        return phrase

    def other(
        self, who: Person, *, phone: bool = False, email: bool = False, address: bool = False
    ) -> Person:
        """Note someone who is not the client."""
        self.forbid("person", who.full)
        if phone:
            self.forbid("phone", who.mobile)
        if email:
            self.forbid("email", who.email)
        if address:
            self.forbid("address", who.address.short())
        return who

    def opening(self) -> None:
        """A greeting and a line that says nothing."""
        self.top.append(Para(self.rng.choice(GREETINGS)))
        intro = self.rng.choice(INTROS)
        if intro:
            self.top += paras("", intro)
        self.top.append(Para())

    def lines(self, rows: list[tuple[str, str]], sep: str = ": ") -> None:
        """Labelled lines."""
        self.top += [
            Para(f"{label}{sep}{value}".rstrip(" ") if value == "" else f"{label}{sep}{value}")
            for label, value in rows
        ]

    def text(self, *lines: str) -> None:
        """Lines as they are."""
        self.top += paras(*lines)

    def table(self, rows: list[tuple[str, str]], *, wrap: int = 0, bold: bool = False) -> None:
        """A table of two columns."""
        self.top.append(grid(rows, wrap=wrap, bold_first=bold))

    def quote(
        self,
        who: str,
        mail: str,
        blocks: list[Block],
        *,
        lang: str = "nl",
        look: str = "outlook",
        subject: str = "gezin",
    ) -> None:
        """An older mail below."""
        day = self.rng.randrange(5, 28)
        when = {
            "nl": f"woensdag {day} april 2026 {self.rng.randrange(9, 17)}:{self.rng.randrange(10, 59)}",
            "fr": f"mercredi {day} avril 2026 {self.rng.randrange(9, 17)}:{self.rng.randrange(10, 59)}",
            "en": f"Wednesday, April {day}, 2026 {self.rng.randrange(1, 11)}:{self.rng.randrange(10, 59)} PM",
            "de": f"Mittwoch, {day}. April 2026 {self.rng.randrange(9, 17)}:{self.rng.randrange(10, 59)}",
        }[lang]
        self.below.append(Quote(f"{who} <{mail}>", when, self.sender.full, subject, blocks, lang, look))

    def closing_blocks(self) -> list[Block]:
        """What stands under the referral: greeting, signature, disclaimer."""
        note = self.rng.choice(DISCLAIMERS)
        blocks: list[Block] = [Para(), Para(self.rng.choice(CLOSINGS)), Para()]
        if self.look in ("ios", "android"):
            return [*blocks[:2], Para(self.sender.first)]
        blocks += signature(self.rng, self.sender)
        return blocks + ([Para(), Para(note)] if note else [])


class Writer(Protocol):
    """Writes one mail into its case."""

    __name__: str

    def __call__(self, c: Case, /) -> None: ...


@dataclass(frozen=True)
class Template:
    """A named way of writing a mail."""

    group: str
    name: str
    must: str
    why: str
    write: Writer


def template(group: str, must: str, why: str) -> Callable[[Writer], Template]:
    """Makes a template of a writer, named as it is."""

    def named(write: Writer) -> Template:
        return Template(group, write.__name__.replace("_", "-"), must, why, write)

    return named
