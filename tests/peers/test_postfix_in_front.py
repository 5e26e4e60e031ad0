"""A real Postfix on either side: what the front cannot hand on bounces to the sender in our words."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from tests.support.certificates import new_authority
from tests.support.corpus import client_in, leaks, readable, samples
from tests.support.letters import DESK, SENDER, letter
from tests.support.mailbox import Mailbox
from tests.support.postfix import Postfix, unavailable
from tests.support.stage import HOSTNAME, POLICIES, Stage, staged

MISSING = unavailable() or (None if shutil.which("swaks") else "swaks is not installed")
pytestmark = pytest.mark.skipif(MISSING is not None, reason=MISSING or "")


@dataclass(frozen=True)
class Chain:
    """Postfix in front, the gateway, Postfix behind; ``sender`` is the mailbox that bounces go to."""

    front: Postfix
    stage: Stage
    behind: Postfix
    sender: Mailbox

    async def hand_in(self, content: bytes, mail_from: str = SENDER) -> None:
        """Gives the front one mail, as the organisation's own server does."""
        process = await asyncio.create_subprocess_exec(
            *("swaks", "--server", self.front.host, "--port", str(self.front.port), "--tls"),
            *("--from", mail_from, "--to", DESK, "--data", "-", "--suppress-data"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        transcript, _ = await process.communicate(content.replace(b"\r\n", b"\n"))
        assert process.returncode == 0, transcript.decode()


def vouched_for(folder: Path) -> Path:
    """The demonstration's policy, with a trusted peer as proof of the sender."""
    policies = folder / "policies"
    policies.mkdir()
    for source in POLICIES.glob("*.yaml"):
        text = source.read_text("utf-8")
        assert "authentication: dmarc" in text
        vouched = text.replace("authentication: dmarc", "authentication: trusted-peer")
        (policies / source.name).write_text(vouched, "utf-8")
    return policies


@pytest.fixture
async def chain(tmp_path: Path) -> AsyncIterator[Chain]:
    authority = new_authority(tmp_path)
    local = authority.server("127.0.0.1")
    async with (
        Mailbox(tls=local.server_context()) as sender,
        Postfix.mailbox(local, [DESK], mynetworks="127.0.0.0/8") as behind,
        staged(
            tmp_path,
            extra='trusted_peers: ["127.0.0.1/32"]',
            policies=vouched_for(tmp_path),
            authority=authority,
            next_hop=f"{behind.host}:{behind.port}",
        ) as stage,
        Postfix.relay(
            local,
            host="127.0.0.1",
            port=stage.port,
            authority=authority.certificate,
            name=HOSTNAME,
            smtp_tls_loglevel="1",
            # Bounces go to the senders' own server, as they do in the organisation.
            transport_maps=f"inline:{{ {{kindengezin.example=smtp:[127.0.0.1]:{sender.port}}} }}",
            smtp_tls_policy_maps=f"inline:{{ {{[127.0.0.1]:{sender.port}=may}} }}",
        ) as front,
    ):
        yield Chain(front, stage, behind, sender)


async def test_a_referral_arrives_composed_in_the_mailbox_behind(chain: Chain) -> None:
    sample = next(sample for sample in samples() if sample.name == "001-clean-form")
    await chain.hand_in(sample.content, sample.truth["mail_from"])
    (kept,) = await chain.behind.received(DESK, 1)
    mail = kept.replace(b"\n", b"\r\n")
    assert client_in(mail) in sample.truth["clients"]
    assert leaks(readable(mail), sample) == []
    parsed = BytesParser(policy=default).parsebytes(mail)
    # Postfix adds its own Received, Return-Path and Delivered-To; ours is the only other Received.
    assert len(parsed.get_all("Received", [])) == 2
    assert parsed["From"] == sample.truth["mail_from"]
    await chain.front.logged("status=sent (250 2.6.0 Doorverwijzing bezorgd.")
    await chain.front.logged(
        f"Verified TLS connection established to 127.0.0.1[127.0.0.1]:{chain.stage.port}"
    )
    assert await chain.front.queue() == ()
    (row,) = await chain.stage.transfers()
    assert (row["outcome"], row["tls"]) == ("accepted", "TLSv1.3")


async def test_a_refused_mail_bounces_to_its_sender_with_our_words(chain: Chain) -> None:
    await chain.hand_in(letter(labels=None))
    (bounce,) = await chain.sender.received(1, within=15)
    assert (bounce.mail_from, bounce.rcpt_to) == ("", (SENDER,))
    text = " ".join(readable(bounce.content).split())
    (row,) = await chain.stage.transfers()
    assert "550 5.7.1 Het label Geheim ontbreekt. Kies in Outlook bij Gevoeligheid het label Geheim" in text
    assert f"[ref {row['id']}]" in text
    assert "Status: 5.7.1" in text
    assert row["outcome"] == "rejected"
    assert await chain.front.queue() == ()
    assert chain.behind.messages(DESK) == ()


async def test_a_mail_that_is_deferred_waits_in_front_and_arrives_once_it_can(chain: Chain) -> None:
    ledger = chain.stage.ledger
    ledger.rename(ledger.with_name("away"))
    await chain.hand_in(letter())
    await chain.front.logged("status=deferred")
    assert chain.behind.messages(DESK) == ()
    ledger.with_name("away").rename(ledger)
    (mail,) = await chain.behind.received(DESK, 1, within=20)
    assert b"Claes" in mail
    await chain.front.logged("status=sent (250 2.6.0")
    assert len(chain.behind.messages(DESK)) == 1


async def test_the_peers_own_word_that_dmarc_failed_counts(chain: Chain) -> None:
    said = "Authentication-Results: front.example; dmarc=fail header.from=kindengezin.example"
    await chain.hand_in(letter(extra=[said]))
    (bounce,) = await chain.sender.received(1, within=15)
    assert b"550 5.7.26 " in bounce.content
    assert chain.behind.messages(DESK) == ()
