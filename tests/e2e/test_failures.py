"""What goes wrong around the gateway: our own fault defers, and nothing leaves that is not on the ledger."""

import asyncio
import json
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.support.behaviour import CLOSE, SILENCE, Behaviour, say
from tests.support.dkim import signed
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import POLICIES, Stage, staged
from tests.support.zone import Trouble


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with staged(tmp_path) as running:
        yield running


async def last_row(stage: Stage) -> tuple[str, list[str]]:
    row = (await stage.transfers())[-1]
    return row["outcome"], row["reasons"]


# --- the name servers --------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", [Trouble.SERVFAIL, Trouble.SILENT, Trouble.REFUSED])
@pytest.mark.parametrize("name", ["_dmarc.kindengezin.example", "selector1._domainkey.kindengezin.example"])
async def test_a_name_server_that_cannot_say_defers_and_is_recorded(
    stage: Stage, name: str, trouble: Trouble
) -> None:
    known = stage.nameserver.records
    stage.nameserver.records = {**known, name: trouble}
    assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.7.0 ")
    outcome, reasons = await last_row(stage)
    assert outcome == "deferred"
    assert "authentication.unavailable" in reasons
    assert stage.mailbox.messages == []


async def test_an_unlisted_sender_is_refused_whatever_the_name_servers_say(stage: Stage) -> None:
    stage.nameserver.records = {}
    refused = await stage.send(letter(author="an@elsewhere.example"), "an@elsewhere.example", DESK)
    assert refused.startswith("550 5.7.1 ")
    assert (await last_row(stage))[0] == "rejected"


# --- the ledger --------------------------------------------------------------------------------------


@contextmanager
def locked(ledger: Path) -> Iterator[None]:
    """Holds the ledger's write lock, as a backup gone wrong would."""
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def test_a_ledger_that_cannot_be_written_lets_nothing_out(stage: Stage) -> None:
    with locked(stage.ledger):
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.3.0 ")
        assert (await stage.send(letter(labels=None), SENDER, DESK)).startswith("451 4.3.0 ")
        assert "DATA" not in stage.mailbox.commands
    assert stage.mailbox.messages == []
    assert await stage.transfers() == []
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")
    assert [row["outcome"] for row in await stage.transfers()] == ["accepted"]


async def test_a_ledger_put_away_lets_nothing_out(stage: Stage) -> None:
    stage.ledger.rename(stage.ledger.with_name("away"))
    assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.3.0 ")
    assert "DATA" not in stage.mailbox.commands


async def test_an_outcome_that_cannot_be_written_is_unknown_after_a_restart(stage: Stage) -> None:
    stage.mailbox.behaviour = Behaviour(dot=say("250 2.0.0 kept", after=1.0))
    sending = asyncio.create_task(stage.send(letter(), SENDER, DESK))
    await stage.mailbox.dotted()
    with locked(stage.ledger):
        # The next hop has it, so the sender must not send it again.
        assert (await sending).startswith("250 2.6.0 ")
    await stage.stop()
    await stage.start()
    assert (await last_row(stage))[0] == "unknown"
    assert (await stage.command("transfers", "verify"))[0] == 0


# --- the next hop ------------------------------------------------------------------------------------

ANSWERS = [
    (Behaviour(dot=say("550 5.2.2 mailbox full of An Peeters")), "550 5.2.2 ", "rejected", 0),
    (Behaviour(dot=say("554 no")), "550 5.3.0 ", "rejected", 0),
    (Behaviour(rcpt=(("*", say("550 5.1.1 who")),)), "550 5.1.1 ", "rejected", 0),
    (Behaviour(mail=say("552 5.3.4 big")), "550 5.3.4 ", "rejected", 0),
    (Behaviour(dot=say("451 4.2.1 later")), "451 4.4.1 ", "deferred", 0),
    (Behaviour(greeting=say("421 4.3.2 closing", close=True)), "451 4.4.1 ", "deferred", 0),
    (Behaviour(hide_starttls=True), "451 4.4.1 ", "deferred", 0),
    (Behaviour(data=CLOSE), "451 4.4.1 ", "deferred", 0),
    (Behaviour(content=CLOSE), "451 4.4.", None, 0),
    (Behaviour(dot=CLOSE), "451 4.4.2 ", "unknown", 1),
    (Behaviour(dot=say("999 what")), "451 4.4.2 ", "unknown", 1),
]


@pytest.mark.parametrize(("behaviour", "reply", "outcome", "kept"), ANSWERS)
async def test_what_the_next_hop_does_is_what_the_sender_and_the_ledger_hear(
    stage: Stage, behaviour: Behaviour, reply: str, outcome: str | None, kept: int
) -> None:
    stage.mailbox.behaviour = behaviour
    said = await stage.send(letter(), SENDER, DESK)
    assert said.startswith(reply)
    assert "Peeters" not in said
    assert len(stage.mailbox.messages) == kept
    row = (await stage.transfers())[-1]
    assert row["outcome"] == outcome if outcome else row["outcome"] in ("deferred", "unknown")
    assert [record["type"] for record in row["records"]] == ["intent", "outcome"]
    [logged] = [event for event in stage.events if event["message"].startswith("next hop ")]
    assert logged["event.id"] == row["id"]
    assert logged.get("error.message") != ""


async def test_a_next_hop_that_is_down_defers(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        await stage.mailbox.close()
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.4.1 ")
        assert (await last_row(stage))[0] == "deferred"


async def test_a_next_hop_with_another_certificate_gets_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path, started=False) as stage:
        text = stage.config.read_text("utf-8")
        stage.config.write_text(text.replace("next_hop: {", "next_hop: {name: other.example, "), "utf-8")
        await stage.start()
        assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.4.1 ")
        assert (await last_row(stage))[0] == "deferred"
        assert "MAIL" not in " ".join(stage.mailbox.commands)


async def test_a_client_that_leaves_after_the_dot_changes_nothing(stage: Stage) -> None:
    stage.mailbox.behaviour = Behaviour(dot=say("250 2.0.0 kept", after=0.5))
    client = await stage.ready(SENDER, DESK)
    assert (await client.ask("DATA")).startswith("354 ")
    await client.send(signed(letter(), stage.signer) + b".\r\n")
    client.writer.transport.abort()
    await stage.mailbox.received(1)
    await stage.logged('"event.outcome": "accepted"')
    assert await last_row(stage) == ("accepted", [])


async def test_a_client_that_leaves_before_the_dot_leaves_no_trace(stage: Stage) -> None:
    client = await stage.ready(SENDER, DESK)
    assert (await client.ask("DATA")).startswith("354 ")
    await client.send(signed(letter(), stage.signer) + b".")
    client.writer.transport.abort()
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 ")
    assert len(await stage.transfers()) == len(stage.mailbox.messages) == 1


async def test_a_silent_next_hop_holds_up_nobody_else(stage: Stage) -> None:
    stage.mailbox.behaviour = Behaviour(dot=SILENCE)
    stuck = asyncio.create_task(stage.send(letter(), SENDER, DESK))
    await stage.mailbox.dotted()
    stage.mailbox.behaviour = Behaviour()
    assert (await stage.send(letter(message_id="2@x.example"), SENDER, DESK)).startswith("250 2.6.0 ")
    await stage.mailbox.drop_connections()
    assert (await stuck).startswith("451 4.4.2 ")


# --- recipients and senders ----------------------------------------------------------------------------


def another_protocol(folder: Path) -> Path:
    """The demonstration's policies, and one more for another recipient."""
    policies = folder / "policies"
    policies.mkdir()
    for source in POLICIES.glob("*.yaml"):
        text = source.read_text("utf-8")
        (policies / source.name).write_text(text, "utf-8")
        other = text.replace("kindengezin-ocmw-pepingen", "kindengezin-ocmw-galmaarden")
        (policies / "other.yaml").write_text(other.replace(DESK, "ocmw@galmaarden.example"), "utf-8")
    return policies


async def test_a_recipient_of_no_policy_does_not_exist(stage: Stage) -> None:
    assert (await stage.send(letter(), SENDER, "someone@pepingen.example")).startswith("550 5.1.1 ")
    assert await stage.transfers() == []


async def test_a_dry_run_for_a_recipient_of_no_policy_says_what_is_said_at_rcpt(
    stage: Stage, tmp_path: Path
) -> None:
    saved = tmp_path / "mail.eml"
    saved.write_bytes(letter())
    code, output = await stage.command(
        "explain", str(saved), "--offline", "--json", "--rcpt-to", "someone@pepingen.example"
    )
    told = json.loads(output)
    assert (code, told["verdict"], told["reply"]["code"], told["reply"]["enhanced"]) == (
        0,
        "reject",
        550,
        "5.1.1",
    )


async def test_a_dry_run_of_a_sender_that_spf_alone_proves_asks_for_the_client(
    stage: Stage, tmp_path: Path
) -> None:
    saved, hint = tmp_path / "mail.eml", "Name the server that the mail came from, with --client-ip."
    saved.write_bytes(letter())
    _, unproven = await stage.command("explain", str(saved))
    _, proven = await stage.command("explain", str(saved), "--client-ip", "192.0.2.1")
    assert (unproven.startswith("reject"), hint in unproven) == (True, True)
    assert (proven.startswith("deliver"), hint in proven) == (True, False)


async def test_one_mail_for_two_protocols_is_sent_in_two(tmp_path: Path) -> None:
    async with staged(tmp_path, policies=another_protocol(tmp_path)) as stage:
        client = await stage.ready(SENDER, DESK)
        assert (await client.ask("RCPT TO:<ocmw@galmaarden.example>")).startswith("452 4.5.3 ")
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(signed(letter(), stage.signer) + b".\r\n")
        assert (await client.reply()).startswith("250 2.6.0 ")
        await client.close()
        assert [message.rcpt_to for message in stage.mailbox.messages] == [(DESK,)]


async def test_the_null_sender_is_refused_at_the_dot(stage: Stage) -> None:
    assert (await stage.send(letter(), "", DESK)).startswith("550 5.7.1 ")
    outcome, reasons = await last_row(stage)
    assert (outcome, "sender.null" in reasons) == ("rejected", True)
    assert stage.mailbox.messages == []


async def test_a_mail_with_broken_lines_is_refused_in_the_language_of_the_policy(stage: Stage) -> None:
    client = await stage.ready(SENDER, DESK)
    assert (await client.ask("DATA")).startswith("354 ")
    await client.send(b"bare\nfeed\r\n.\r\n")
    assert (await client.reply()).startswith("550 5.6.0 De regels van de mail zijn technisch niet in orde.")
    assert await last_row(stage) == ("rejected", ["message.malformed"])
    await client.close()


ODD = b"Subject: =?utf-8?q?x?=\r\nX: \x80\xff\r\n\r\n.\r\n..\r\n\xe9\xff <b>\r\n\r\n\r\n"


async def test_mail_that_no_policy_governs_is_relayed_byte_for_byte(tmp_path: Path) -> None:
    async with staged(tmp_path, extra="other_recipients: relay") as stage:
        stuffed = ODD.replace(b"\r\n.", b"\r\n..")
        client = await stage.ready("x@elsewhere.example", "mayor@pepingen.example")
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(stuffed + b".\r\n")
        assert (await client.reply()).startswith("250 2.6.0 ")
        await client.close()
        (kept,) = stage.mailbox.messages
        assert kept.content == ODD
        assert (kept.mail_from, kept.rcpt_to) == ("x@elsewhere.example", ("mayor@pepingen.example",))
        row = (await stage.transfers())[-1]
        assert (row["outcome"], row["policy"]) == ("accepted", None)
        assert (await stage.send(letter(labels=None), SENDER, DESK)).startswith("550 ")
        assert len(stage.mailbox.messages) == 1


@pytest.mark.parametrize("recipient", ["postmaster", "postmaster@mx.pepingen.example", "it@pepingen.example"])
async def test_mail_to_the_postmaster_is_relayed_to_a_person(tmp_path: Path, recipient: str) -> None:
    async with staged(tmp_path, extra="postmaster: it@pepingen.example") as stage:
        client = await stage.ready("x@elsewhere.example", recipient)
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(ODD.replace(b"\r\n.", b"\r\n..") + b".\r\n")
        assert (await client.reply()).startswith("250 2.6.0 ")
        await client.close()
        (kept,) = stage.mailbox.messages
        assert (kept.rcpt_to, kept.content) == (("it@pepingen.example",), ODD)


async def test_a_policy_that_ends_between_recipient_and_dot_relays_nothing(tmp_path: Path) -> None:
    """The recipient was taken for a policy's; by the dot no policy governs it, and none ever relays it."""
    policies = another_protocol(tmp_path)
    async with staged(tmp_path, policies=policies) as stage:
        client = await stage.ready(SENDER, DESK)
        (policies / "kindengezin-pepingen.yaml").unlink()
        await stage.reload()
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(signed(letter(), stage.signer) + b".\r\n")
        assert (await client.reply()).startswith("451 4.3.0 ")
        await client.close()
        assert stage.mailbox.messages == []
        assert (await last_row(stage))[0] == "deferred"
        assert (await stage.send(letter(), SENDER, DESK)).startswith("550 5.1.1 ")


async def test_recipients_that_come_under_two_policies_before_the_dot_are_asked_again(tmp_path: Path) -> None:
    policies = another_protocol(tmp_path)
    first, second = policies / "kindengezin-pepingen.yaml", policies / "other.yaml"
    both = f"recipients: [{DESK}, ocmw@galmaarden.example]"
    parted = second.read_text("utf-8")
    joined = first.read_text("utf-8").replace(f"recipients: [{DESK}]", both)
    second.unlink()
    alone = first.read_text("utf-8")
    first.write_text(joined, "utf-8")
    async with staged(tmp_path, policies=policies) as stage:
        client = await stage.ready(SENDER, DESK)
        assert (await client.ask("RCPT TO:<ocmw@galmaarden.example>")).startswith("250 ")
        first.write_text(alone, "utf-8")
        second.write_text(parted, "utf-8")
        await stage.reload()
        assert (await client.ask("DATA")).startswith("354 ")
        await client.send(signed(letter(), stage.signer) + b".\r\n")
        assert (await client.reply()).startswith("451 4.3.0 ")
        await client.close()
        assert stage.mailbox.messages == []
