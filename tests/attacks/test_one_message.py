"""One message in, at most one message out: no octets in a stream or a command make a second.

Every attack runs through a whole gateway. What counts is what the next hop saw: its commands, the
envelope, and each octet of the message it kept.
"""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.support.dkim import signed
from tests.support.inbound import client_tls
from tests.support.letters import DESK, FORM, SENDER, letter
from tests.support.stage import Stage, staged
from tests.support.watching import EVIL, honest_mail_passes, watched

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(tmp_path_factory.mktemp("stage")) as running:
        yield running


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
