"""Watches what a hostile mail brings to the next hop: one composed message at most, and nothing else."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

from lxml import html

from tests.support.corpus import readable
from tests.support.letters import COMPOSED, DESK, SENDER, letter
from tests.support.mailbox import Received
from tests.support.stage import Stage

EVIL = "evil@attacker.example"
# What an attack tries to smuggle in: none of it may be seen at the next hop.
MARKS = ("attacker.example", "evil", "smuggled", "injected", "<script", "javascript:", "onerror", "bcc:")
CARD = {"BEGIN", "VERSION", "ADR", "EMAIL", "FN", "N", "TEL", "END"}
TAGS = {"html", "body", "p", "table", "tr", "td", "b"}


class Seen:
    """What the next hop saw since the watching began, and what was sent back to senders."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._messages, self._commands = len(stage.mailbox.messages), len(stage.mailbox.commands)
        self._notes = len(stage.senders.messages)

    @property
    def messages(self) -> list[Received]:
        return self._stage.mailbox.messages[self._messages :]

    @property
    def commands(self) -> list[str]:
        return self._stage.mailbox.commands[self._commands :]

    @property
    def notes(self) -> list[Received]:
        return self._stage.senders.messages[self._notes :]


@asynccontextmanager
async def watched(stage: Stage, *, at_most: int = 1) -> AsyncIterator[Seen]:
    """Holds what the next hop sees to what one composed message is, and to ``at_most`` of them."""
    seen = Seen(stage)
    yield seen
    assert len(seen.messages) <= at_most
    transactions = [command for command in seen.commands if command[:4] in ("MAIL", "RCPT", "DATA")]
    one = [f"MAIL FROM:<{SENDER}>", f"RCPT TO:<{DESK}>", "DATA"]
    bare = [re.sub(r"> .*", ">", command) for command in transactions]
    assert sorted(bare) == sorted(one * len(seen.messages))
    for message in seen.messages:
        assert_composed(message)
    for note in seen.notes:
        assert (note.mail_from, note.rcpt_to) == ("", (SENDER,))
        assert [mark for mark in MARKS if mark in readable(note.content).casefold()] == []


def assert_composed(message: Received) -> None:
    """Known headers once each, known parts, no markup but the template's, nothing that was smuggled."""
    assert (message.mail_from, message.rcpt_to) == (SENDER, (DESK,))
    head = message.content.partition(b"\r\n\r\n")[0].decode("ascii")
    names = re.findall(r"^([^ \t:][^:\r\n]*):", head, re.MULTILINE)
    assert tuple(sorted(name.lower() for name in names)) == COMPOSED
    assert f"\r\nFrom: {SENDER}\r\n" in head
    assert f"\r\nTo: {DESK}\r\n" in head
    text = readable(message.content).casefold()
    assert [mark for mark in MARKS if mark in text] == []
    assert_parts(BytesParser(policy=default).parsebytes(message.content))


def assert_parts(message: EmailMessage) -> None:
    plain, markup, card = (part for part in message.walk() if not part.is_multipart())
    assert [part.get_content_type() for part in (plain, markup, card)] == [
        "text/plain",
        "text/html",
        "text/vcard",
    ]
    root = html.document_fromstring(markup.get_content())
    assert {element.tag for element in root.iter()} <= TAGS
    assert {name for element in root.iter() for name in element.attrib} <= {"lang", "style"}
    lines = card.get_payload(decode=True).decode("utf-8").replace("\r\n ", "").split("\r\n")  # type: ignore[union-attr]
    names = [re.split("[;:]", line)[0] for line in lines if line]
    assert set(names) <= CARD
    assert all(names.count(name) <= 1 for name in ("BEGIN", "VERSION", "ADR", "FN", "N", "END"))


async def honest_mail_passes(stage: Stage) -> None:
    async with watched(stage) as seen:
        assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")
        assert len(seen.messages) == 1
