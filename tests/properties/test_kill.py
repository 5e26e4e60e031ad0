"""Killing the gateway at any moment: nothing acknowledged is lost, nothing refused arrives, all is kept."""

import asyncio
import random
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from gateway.mail.header import split_message, values
from tests.support.dkim import signed
from tests.support.letters import DESK, SENDER, label, letter
from tests.support.stage import Stage, staged

MAILS = 200
ROUNDS = 4
EXTRA = "limits: {sessions: 400, sessions_per_client: 400}"


def tell(text: str) -> None:
    """Shown with -s, and when the test fails."""
    sys.stdout.write(f"{text}\n")


@dataclass(frozen=True)
class Sent:
    """What the senders of one round heard: transfer ids by the code they came with."""

    accepted: frozenset[str]
    refused: frozenset[str]
    unheard: int


async def send_all(stage: Stage, rounds: int) -> Sent:
    """Two hundred mails at once, every fifth without its label; whoever hears nothing counts as unheard."""
    letters = (
        letter(message_id=f"{rounds}.{number}@x.example", labels=label() if number % 5 else None)
        for number in range(MAILS)
    )
    mails = [signed(content, stage.signer) for content in letters]
    replies = await asyncio.gather(
        *(stage.send(mail, SENDER, DESK, sign=False) for mail in mails), return_exceptions=True
    )
    heard = [reply for reply in replies if isinstance(reply, str)]
    return Sent(
        frozenset(reference(reply) for reply in heard if reply.startswith("250 ")),
        frozenset(reference(reply) for reply in heard if reply.startswith("550 ")),
        len(replies) - len(heard),
    )


def reference(reply: str) -> str:
    return reply.partition("[ref ")[2].partition("]")[0].split(" ")[0]


def arrived(stage: Stage) -> list[str]:
    """The transfer each message at the next hop belongs to."""
    return [
        values(split_message(message.content)[0], "gateway-transfer")[0] for message in stage.mailbox.messages
    ]


@pytest.mark.timeout(180)
async def test_a_gateway_killed_during_deliveries_keeps_every_promise(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(1 << 32)
    chance = random.Random(seed)  # noqa: S311 - which moment, not a secret
    tell(f"seed {seed}")
    accepted: set[str] = set()
    refused: set[str] = set()
    unheard = 0
    async with staged(tmp_path, extra=EXTRA) as stage:
        for number in range(ROUNDS):
            sending = asyncio.create_task(send_all(stage, number))
            settled = len(stage.mailbox.messages) + chance.randrange(1, MAILS // 2)
            await some_delivered(stage, settled, chance)
            await stage.stop(signal.SIGKILL)
            sent = await sending
            accepted |= sent.accepted
            refused |= sent.refused
            unheard += sent.unheard
            await stage.start()
            await assert_promises(stage, accepted, refused)
        tell(f"{len(accepted)} were accepted, {len(refused)} refused, {unheard} heard nothing")
        assert accepted
        assert unheard


async def some_delivered(stage: Stage, count: int, chance: random.Random) -> None:
    """Returns a random moment after ``count`` messages have arrived at the next hop."""
    await stage.mailbox.received(count, within=30)
    await asyncio.sleep(chance.random() / 20)


async def assert_promises(stage: Stage, accepted: set[str], refused: set[str]) -> None:
    here = arrived(stage)
    rows = {row["id"]: row for row in await stage.transfers()}
    outcomes = {transfer: row["outcome"] for transfer, row in rows.items()}
    kinds = {transfer: [record["type"] for record in row["records"]] for transfer, row in rows.items()}
    assert len(here) == len(set(here)), "a message arrived twice"
    assert accepted <= set(here), "a message was acknowledged and is not there"
    assert refused.isdisjoint(here), "a refused message arrived"
    assert set(here) <= rows.keys(), "a message arrived that the ledger does not hold"
    assert accepted | refused <= rows.keys()
    assert "open" not in outcomes.values()
    assert all(kind in (["intent", "outcome"], ["refusal"]) for kind in kinds.values())
    assert {outcomes[transfer] for transfer in here} <= {"accepted", "unknown"}
    assert all(outcomes[transfer] == "accepted" for transfer in accepted)
    assert {transfer for transfer, outcome in outcomes.items() if outcome == "accepted"} <= set(here)
    code, output = await stage.command("transfers", "verify")
    assert code == 0, output


@pytest.mark.timeout(60)
async def test_left_alone_it_delivers_all_of_them(tmp_path: Path) -> None:
    async with staged(tmp_path, extra=EXTRA) as stage:
        began = time.monotonic()
        sent = await send_all(stage, 0)
        tell(f"{MAILS / (time.monotonic() - began):.0f} mails a second")
        assert (len(sent.accepted), len(sent.refused), sent.unheard) == (MAILS * 4 // 5, MAILS // 5, 0)
        assert set(arrived(stage)) == sent.accepted
        await assert_promises(stage, set(sent.accepted), set(sent.refused))
