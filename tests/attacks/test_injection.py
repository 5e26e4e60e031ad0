"""Words in a mail that try to become a header, a recipient, a field of the card or markup.

Every attack runs through a whole gateway. What counts is what the next hop saw: its commands, the
envelope, and each octet of the message it kept.
"""

import quopri
import re
from collections.abc import AsyncIterator
from email.parser import BytesParser
from email.policy import default

import pytest
import pytest_asyncio

from tests.support.letters import DESK, FORM, SENDER, label, letter, page
from tests.support.mailbox import Received
from tests.support.stage import Stage, staged
from tests.support.watching import EVIL, honest_mail_passes, watched

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(tmp_path_factory.mktemp("stage")) as running:
        yield running


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
