"""One message in, at most one message out: whatever is put into it, nothing rides along to the next hop.

Every attack runs through a whole gateway. What counts is what the next hop saw: its commands, the
envelope, and each octet of the message it kept.
"""

import asyncio
import quopri
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
import pytest_asyncio
from lxml import html

from tests.support.corpus import readable
from tests.support.dkim import signed
from tests.support.inbound import client_tls
from tests.support.letters import COMPOSED, DESK, FORM, SENDER, label, letter, page
from tests.support.mailbox import Received
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.asyncio(loop_scope="module")

EVIL = "evil@attacker.example"
# What an attack tries to smuggle in: none of it may be seen at the next hop.
MARKS = ("attacker.example", "evil", "smuggled", "injected", "<script", "javascript:", "onerror", "bcc:")
CARD = {"BEGIN", "VERSION", "ADR", "EMAIL", "FN", "N", "TEL", "END"}
TAGS = {"html", "body", "p", "table", "tr", "td", "b"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(tmp_path_factory.mktemp("stage")) as running:
        yield running


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


async def raw(stage: Stage, stream: bytes, *, block: int = 1 << 20) -> list[str]:
    """Every reply to ``stream`` behind 354, up to the end of the connection."""
    client = await stage.ready(SENDER, DESK)
    assert (await client.ask("DATA")).startswith("354 ")
    stream += b"QUIT\r\n"
    for start in range(0, len(stream), block):
        await client.send(stream[start : start + block])
    replies = (await client.rest()).splitlines()
    await client.close()
    return replies


# --- one stream, two messages -------------------------------------------------------------------

NEARLY_ENDS = [
    b"\n.\n", b"\n.\r\n", b"\r.\r\n", b"\r.\r", b"\r.\n", b"\n.\r", b"\r\n.\n", b"\r\n.\r", b"\r\n.\r\r\n",
    b"\r\r\n.\r\r\n", b"\r\n\0.\r\n", b"\r\n.\0\r\n", b"\0\r\n.\n", b"\n\n.\n\n", b"\r\n\r.\r\n",
    b"\r\n.\x0b\n", b"\x85.\x85\n", b"\r\n.\n\r\n", b"\r\n. \n.\r\n",
]  # fmt: skip


def second(stage: Stage) -> bytes:
    """A whole transaction with a message that would pass on its own."""
    smuggled = signed(letter(message_id="smuggled@kindengezin.example"), stage.signer)
    return f"MAIL FROM:<{SENDER}>\r\nRCPT TO:<{DESK}>\r\nDATA\r\n".encode() + smuggled + b".\r\n"


@pytest.mark.parametrize("block", [1 << 20, 7])
@pytest.mark.parametrize("nearly", NEARLY_ENDS, ids=repr)
async def test_what_nearly_ends_a_message_starts_no_second(stage: Stage, nearly: bytes, block: int) -> None:
    first = signed(letter(), stage.signer).removesuffix(b"\r\n")
    async with watched(stage) as seen:
        replies = await raw(stage, first + nearly + second(stage) + b"\r\n.\r\n", block=block)
        assert seen.messages == []
    assert replies[0].startswith("550 5.6.0 ")
    await honest_mail_passes(stage)


@pytest.mark.parametrize("length", [998, 1000, 2048, 4094, 4096, 8192, 65_534, 65_536, 131_072])
async def test_a_long_line_is_never_split_where_a_dot_could_end_it(stage: Stage, length: int) -> None:
    """Programs that cut long lines can turn ``xxxx.`` into a line that is a dot."""
    line = b"x" * length + b".\r\n"
    async with watched(stage) as seen:
        replies = await raw(stage, signed(letter(), stage.signer) + line + second(stage) + b"\r\n.\r\n")
        assert seen.messages == []
    assert replies[0].startswith("550 5.")


@pytest.mark.parametrize("inner", [b"..\r\n", b".\t\r\n", b". \r\n", b".QUIT\r\n", b"..\r\n..\r\n"])
async def test_dot_lines_that_end_nothing_end_nothing(stage: Stage, inner: bytes) -> None:
    stream = signed(letter(), stage.signer) + inner + b"MAIL FROM:<%s>\r\n.\r\n" % EVIL.encode()
    async with watched(stage):
        assert [reply[:3] for reply in await raw(stage, stream)][1:] == ["221"]


async def test_a_body_full_of_commands_runs_none_of_them(stage: Stage) -> None:
    commands = f"RSET\r\nMAIL FROM:<{EVIL}>\r\nRCPT TO:<{EVIL}>\r\nDATA\r\nsmuggled\r\n"
    async with watched(stage):
        await stage.send(letter(FORM + commands), SENDER, DESK)
    async with watched(stage):
        await stage.send(letter(commands + FORM), SENDER, DESK)


async def test_two_messages_pipelined_in_one_block_are_judged_each(stage: Stage) -> None:
    """What follows CRLF.CRLF is the client's own next command, and DATA ahead of its 354 is not."""
    async with watched(stage) as seen:
        replies = await raw(stage, signed(letter(), stage.signer) + b".\r\n" + second(stage))
        assert len(seen.messages) == 1
    assert [reply[:3] for reply in replies] == ["250", "250", "250", "554"]


# --- bare line ends ------------------------------------------------------------------------------


@pytest.mark.parametrize("octets", [b"\r", b"\n", b"\0", b"\n\r", b"\r\r\n", b"\n\n"], ids=repr)
@pytest.mark.parametrize(
    "place",
    ["Naam: Jan%sEMAIL: x", "%sBcc: evil@attacker.example", "Straat: Dorp 1%s.%s"],
)
async def test_a_bare_line_end_in_the_body_refuses_it(stage: Stage, octets: bytes, place: str) -> None:
    body = FORM.encode() + place.encode().replace(b"%s", octets) + b"\r\n"
    async with watched(stage) as seen:
        replies = await raw(stage, signed(letter(body), stage.signer) + b".\r\n")
        assert seen.messages == []
    assert replies[0].startswith("550 5.6.0 ")


@pytest.mark.parametrize("octets", [b"\r", b"\n", b"\0", b"\n\r", b"\r\n\r"], ids=repr)
@pytest.mark.parametrize("name", ["Subject", "msip_labels", "From", "X-Anything"])
async def test_a_bare_line_end_in_a_header_refuses_it(stage: Stage, octets: bytes, name: str) -> None:
    field = f"{name}: x".encode() + octets + b"Bcc: " + EVIL.encode()
    async with watched(stage) as seen:
        replies = await raw(stage, signed(letter(extra=[field]), stage.signer) + b".\r\n")
        assert seen.messages == []
    assert replies[0].startswith("550 5.6.0 ")


# --- STARTTLS ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "behind",
    [
        b"MAIL FROM:<%s>\r\nRCPT TO:<%s>\r\n" % (EVIL.encode(), DESK.encode()),
        b"EHLO evil.attacker.example\r\n",
        b"NOOP\r\n",
        b"x",
    ],
)
async def test_what_is_injected_behind_starttls_never_counts(stage: Stage, behind: bytes) -> None:
    async with watched(stage) as seen:
        client = await stage.client()
        await client.ask("EHLO client.example")
        await client.send(b"STARTTLS\r\n" + behind)
        replies = (await client.rest()).splitlines()
        await client.close()
        assert seen.commands == []
    assert replies == ["554 5.5.0 Improper use of pipelining, closing connection"]


async def test_an_envelope_from_before_tls_is_forgotten_after_it(stage: Stage) -> None:
    async with watched(stage):
        client = await stage.client()
        await client.ask("EHLO client.example")
        assert (await client.ask(f"MAIL FROM:<{EVIL}>")).startswith("530 ")
        await client.start_tls(client_tls())
        assert (await client.ask(f"RCPT TO:<{DESK}>")).startswith("503 ")
        assert (await client.ask("DATA")).startswith("503 ")
        await client.close()


# --- the envelope --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        f"MAIL FROM:<{SENDER}>\rRCPT TO:<{EVIL}>",
        f"MAIL FROM:<{SENDER}>\nRCPT TO:<{EVIL}>",
        f"MAIL FROM:<{SENDER}\0>",
        f"MAIL FROM:<{SENDER}> BODY=8BITMIME\nRCPT TO:<{EVIL}>",
        f"MAIL FROM:<{SENDER}> SIZE=1\r BODY=7BIT",
        f"MAIL FROM:<@{EVIL}:{SENDER}>",
        f'MAIL FROM:<"{SENDER}> RCPT TO:<{EVIL}"@kindengezin.example>',
        f"MAIL FROM:<{SENDER},{EVIL}>",
        f"MAIL FROM:<{SENDER} {EVIL}>",
        f"MAIL FROM:<{SENDER}> <{EVIL}>",
        f"MAIL FROM:<{SENDER}>{EVIL}",
        f"MAIL FROM:<{SENDER}> AUTH=<>",
        "MAIL FROM:<=?utf-8?q?x=0D=0ABcc=3A_evil=40attacker.example?=@kindengezin.example>",
        "MAIL FROM:<an\u00e9@kindengezin.example>",
    ],
)
async def test_a_bent_reverse_path_reaches_nobody(stage: Stage, command: str) -> None:
    async with watched(stage) as seen:
        client = await stage.client()
        await client.start_tls(client_tls())
        await client.ask("EHLO client.example")
        await client.send(command.encode("utf-8") + b"\r\n")
        assert (await client.reply())[:1] == "5"
        await client.close()
        assert seen.commands == []


@pytest.mark.parametrize(
    "recipient",
    [
        f"<{DESK}>\r\nRCPT TO:<{EVIL}>",
        f"<{DESK}>\nRCPT TO:<{EVIL}>",
        f"<{DESK}> NOTIFY=SUCCESS",
        f"<{DESK}> ORCPT=rfc822;{EVIL}",
        f"<{DESK},{EVIL}>",
        f"<{DESK} {EVIL}>",
        f'<"{DESK}"@attacker.example>',
        f"<{EVIL}%{DESK}>",
        f"<@pepingen.example:{EVIL}>",
        f"<{DESK}>{EVIL}",
        f"<{DESK}.>",
        "<ocmw@pepingen.example@attacker.example>",
        "<ocmw+evil@pepingen.example>",
        "<ocmw@pepingen\u3002example>",
    ],
)
async def test_a_bent_recipient_is_no_recipient(stage: Stage, recipient: str) -> None:
    async with watched(stage) as seen:
        client = await stage.client()
        await client.start_tls(client_tls())
        for line in ("EHLO client.example", f"MAIL FROM:<{SENDER}>"):
            await client.ask(line)
        await client.send(f"RCPT TO:{recipient}\r\n".encode())
        replies = [await client.reply()]
        if recipient.count("RCPT") and "\r" in recipient:
            assert replies[0].startswith("250 ")
            replies = [await client.reply()]
        await client.close()
        assert replies[0][:1] in ("5", "")
        assert seen.commands == []


async def test_a_recipient_in_other_letters_is_the_same_mailbox_once(stage: Stage) -> None:
    async with watched(stage) as seen:
        client = await stage.ready(SENDER, DESK)
        for other in ("OCMW@pepingen.example", "ocmw@PEPINGEN.example"):
            assert (await client.ask(f"RCPT TO:<{other}>")).startswith("250 ")
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(signed(letter(), stage.signer) + b".\r\n")
        assert (await client.reply()).startswith("250 2.6.0 ")
        await client.close()
        assert len(seen.messages) == 1


# --- From ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "author",
    [
        "=?utf-8?q?x=0D=0ABcc=3A_evil=40attacker.example?=@kindengezin.example",
        "=?utf-8?q?evil=40attacker.example=2C?=@kindengezin.example",
        "=?utf-8?b?eEBldmlsLmV4YW1wbGUs?=@kindengezin.example",
        f"{SENDER}, {EVIL}",
        f"<{SENDER}> <{EVIL}>",
        f"{EVIL}\r\n <{SENDER}>, <{EVIL}>",
        f'"{SENDER}" <{EVIL}>',
        f"{SENDER} ({EVIL})",
        f"Team: {SENDER};",
        f"<@attacker.example:{SENDER}>",
        f'"x\\" <{EVIL}>, \\"" <{EVIL}>',
        f"=?utf-8?q?=3C{EVIL.replace('@', '=40')}=3E?=",
        "an.peeters@kindengezin.example.attacker.example",
        "an.peeters@kindengezin\u200b.example",
    ],
)
async def test_a_forged_author_is_refused(stage: Stage, author: str) -> None:
    async with watched(stage) as seen:
        reply = await stage.send(letter(author=author), SENDER, DESK)
        assert seen.messages == []
    assert re.match(r"55[0-4] 5\.\d\.\d", reply)


@pytest.mark.parametrize(
    "extra",
    [
        [f"From: {EVIL}"],
        [f"from: {SENDER}"],
        [f"From : {EVIL}"],
        [f"FROM:{EVIL}"],
        [f"From\t: {EVIL}"],
        [f" From: {EVIL}"],
        ["\x0bFrom: x"],
        [f"From\u00a0: {EVIL}"],
    ],
)
async def test_a_second_from_in_any_spelling_reaches_nobody(stage: Stage, extra: list[str]) -> None:
    for content in (
        letter(extra=extra),
        letter(extra=extra).replace(b"From: An", extra[0].encode() + b"\r\nFrom: An"),
    ):
        async with watched(stage):
            await stage.send(content, SENDER, DESK)
    await honest_mail_passes(stage)


@pytest.mark.parametrize(
    "name", ["Sender", "Reply-To", "Resent-From", "Return-Path", "X-Original-From", "Cc", "Bcc"]
)
async def test_other_addresses_of_the_message_are_not_carried_over(stage: Stage, name: str) -> None:
    async with watched(stage):
        await stage.send(letter(extra=[f"{name}: {EVIL}"]), SENDER, DESK)


# --- encoded line ends and other words in headers ---------------------------------------------------

INJECTIONS = [
    "=?utf-8?q?x=0D=0ABcc=3A_evil=40attacker.example?=",
    "=?utf-8?b?eA0KQmNjOiBldmlsQGF0dGFja2VyLmV4YW1wbGU=?=",
    "=?utf-8?q?x=0A=0Ainjected?=",
    "=?utf-7?q?x+AA0-+AAo-Bcc:_evil?=",
    "=?utf-8?q?=E2=80=A8Bcc:_evil@attacker.example?=",
    "=?utf-8?q?=C2=85Bcc:_evil@attacker.example?=",
    "x\u2028Bcc: evil@attacker.example",
    "x\\r\\nBcc: evil@attacker.example",
    "x%0d%0aBcc: evil@attacker.example",
    "\r\n\tBcc: evil@attacker.example",
]


@pytest.mark.parametrize("text", INJECTIONS)
async def test_an_encoded_line_end_in_subject_or_display_name_goes_nowhere(stage: Stage, text: str) -> None:
    async with watched(stage) as seen:
        await stage.send(letter(subject=text), SENDER, DESK)
        assert len(seen.messages) == 1
    async with watched(stage):
        await stage.send(letter(author=f"{text} <{SENDER}>"), SENDER, DESK)
    async with watched(stage):
        await stage.send(letter(author=f'"{text}" <{SENDER}>'), SENDER, DESK)


@pytest.mark.parametrize("text", INJECTIONS)
@pytest.mark.parametrize("place", ["Name", "ActionId", "Extra"])
async def test_an_encoded_line_end_in_a_label_goes_nowhere(stage: Stage, text: str, place: str) -> None:
    async with watched(stage):
        await stage.send(letter(labels=label(**{place: text})), SENDER, DESK)


@pytest.mark.parametrize("text", INJECTIONS)
async def test_a_hostile_message_id_or_date_goes_nowhere(stage: Stage, text: str) -> None:
    async with watched(stage):
        await stage.send(letter(message_id=text), SENDER, DESK)
    async with watched(stage):
        await stage.send(letter().replace(b"Date: Mon", b"Date: " + text.encode() + b" Mon"), SENDER, DESK)


# --- values ----------------------------------------------------------------------------------------

VALUES = [
    ("Naam", "Claes\r\nNOTE:evil"),
    ("Naam", "Claes\\nNOTE:evil"),
    ("Naam", "Claes;evil;;;"),
    ("Naam", "Claes\\;evil"),
    ("Naam", "Claes=0D=0ANOTE:evil"),
    ("Naam", "Claes&#13;&#10;NOTE:evil"),
    ("Naam", "Claes\u2028NOTE:evil"),
    ("Naam", "Claes\u0085EMAIL:evil"),
    ("Naam", "Claes\x0bEMAIL:evil"),
    ("Naam", "<script>alert(1)</script>"),
    ("Naam", "Claes<img src=x onerror=evil()>"),
    ("Naam", 'Claes" onmouseover="evil()'),
    ("Naam", "Claes{{evil}}"),
    ("Voornaam", "Jan\tEND:VCARD"),
    ("Voornaam", "=?utf-8?q?Jan=0D=0ABcc:_evil@attacker.example?="),
    ("Adres", "Dorp 1;evil;;, 1670 Pepingen"),
    ("Adres", "<b>Dorp</b> 1, 1670 Pepingen"),
    ("Adres", "Dorp 1 bus evil, 1670 Pepingen"),
    ("Straat", "javascript:evil() 5"),
    ("E-mail", "jan@mail.example\r\nBcc: evil@attacker.example"),
    ("E-mail", "jan@mail.example;X-ABLabel:evil"),
    ("E-mail", '"<script>"@mail.example'),
    ("E-mail", "jan@mail.example?bcc=evil@attacker.example"),
    ("E-mail", "<jan@mail.example><evil@attacker.example>"),
    ("E-mail", "=?utf-8?q?jan=0D=0Ax?=@mail.example"),
    ("E-mail", "jan=0D=0ABcc:evil@mail.example"),
    ("Telefoon", "0470 12 34 56;ext=evil"),
    ("Telefoon", "0470 12 34 56\r\nNOTE:evil"),
    ("Telefoon", "tel:0470123456;phone-context=evil"),
    ("Telefoon", "+32470123456,,,1234#"),
]  # fmt: skip


def with_value(name: str, value: str) -> str:
    lines = [line for line in FORM.split("\r\n") if line and not line.startswith(f"{name}:")]
    return "\r\n".join([*lines, f"{name}: {value}", ""])


def shown(message: Received) -> str:
    """The delivered card, in which a value would have broken out."""
    parsed = BytesParser(policy=default).parsebytes(message.content)
    (card,) = (part for part in parsed.walk() if part.get_content_type() == "text/vcard")
    return card.get_payload(decode=True).decode()  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "value"), VALUES)
async def test_a_hostile_value_as_text_breaks_out_of_nothing(stage: Stage, name: str, value: str) -> None:
    async with watched(stage) as seen:
        await stage.send(letter(with_value(name, value)), SENDER, DESK)
        for message in seen.messages:
            assert set(re.findall(r"@[a-z.]+", shown(message))) <= {"@mail.example"}


@pytest.mark.parametrize(("name", "value"), VALUES)
async def test_a_hostile_value_in_quoted_printable_breaks_out_of_nothing(
    stage: Stage, name: str, value: str
) -> None:
    body = quopri.encodestring(with_value(name, value).replace("\r\n", "\n").encode()).replace(b"\n", b"\r\n")
    async with watched(stage):
        await stage.send(letter(body, encoding="quoted-printable"), SENDER, DESK)


@pytest.mark.parametrize(("name", "value"), VALUES)
@pytest.mark.parametrize("escaped", [True, False])
async def test_a_hostile_value_in_html_breaks_out_of_nothing(
    stage: Stage, name: str, value: str, escaped: bool
) -> None:
    lines = with_value(name, value).split("\r\n")
    if escaped:
        lines = [line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in lines]
    rows = "".join(
        f"<tr><td>{left}</td><td>{right}</td></tr>\r\n"
        for left, _, right in (line.partition(":") for line in lines)
    )
    async with watched(stage):
        await stage.send(
            letter(page(f"<table>{rows}</table>"), content_type="text/html; charset=utf-8"), SENDER, DESK
        )


@pytest.mark.parametrize("ends", [b"=0D=0A", b"=0A", b"=0D", b"=00", b"=0D=0A.=0D=0A", b"=\r\n"])
async def test_line_ends_hidden_in_quoted_printable_are_content(stage: Stage, ends: bytes) -> None:
    body = FORM.encode().replace(b"=", b"=3D") + b"Opmerking: x" + ends + b"Bcc: " + EVIL.encode() + b"\r\n"
    async with watched(stage):
        await stage.send(letter(body, encoding="quoted-printable"), SENDER, DESK)


@pytest.mark.parametrize(
    "content_type",
    [
        'multipart/mixed; boundary="a"; boundary="b"',
        'multipart/mixed; boundary="a\r\n b"',
        'text/plain; charset="utf-8\r\n\tBcc: evil@attacker.example"',
        "text/plain; charset=utf-16",
        "text/plain; charset=unicode-1-1-utf-7",
        "message/rfc822",
        "message/external-body; access-type=URL; url=http://attacker.example",
        "multipart/related; boundary=x; start=y",
        'text/html; name="=?utf-8?q?x=0D=0ABcc:_evil?="',
    ],
)
async def test_a_bent_content_type_carries_nothing_over(stage: Stage, content_type: str) -> None:
    body = f"--a\r\n\r\n{FORM}\r\n--b\r\n\r\nNaam: Evil\r\n--b--\r\n--a--\r\n"
    async with watched(stage):
        await stage.send(letter(body, content_type=content_type), SENDER, DESK)


async def test_many_hostile_clients_at_once_bring_one_message_each(stage: Stage) -> None:
    async with watched(stage, at_most=8) as seen:
        hostile = [
            raw(stage, signed(letter(), stage.signer)[:-2] + b"\n.\n" + second(stage) + b"\r\n.\r\n")
            for _ in range(8)
        ]
        honest = [stage.send(letter(message_id=f"{n}@kindengezin.example"), SENDER, DESK) for n in range(8)]
        replies = await asyncio.gather(*honest, *hostile)
        assert all(str(reply).startswith("250 2.6.0 ") for reply in replies[:8])
        assert len(seen.messages) == 8


async def test_after_all_this_the_ledger_is_whole(stage: Stage) -> None:
    await honest_mail_passes(stage)
    code, output = await stage.command("transfers", "verify")
    assert code == 0, output
