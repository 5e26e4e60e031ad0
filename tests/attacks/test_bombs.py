"""Mails that cost more than they weigh: refused in seconds and little memory, and nobody waits for them."""

import asyncio
import re
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping

import pytest
import pytest_asyncio

from gateway.mail.header import split_message, values
from tests.support import bombs
from tests.support.dkim import signed
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(120)]

PEAK_MIB = 300
BOMB_SECONDS = 15
WAIT_SECONDS = 5


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(tmp_path_factory.mktemp("stage")) as running:
        yield running


def tell(text: str) -> None:
    """Shown with -s, and when the test fails."""
    sys.stdout.write(f"{text}\n")


async def honest(stage: Stage) -> float:
    """Seconds that an honest mail takes, which it must pass in."""
    began = time.monotonic()
    assert (await stage.send(letter(), SENDER, DESK)).startswith("250 2.6.0 ")
    return time.monotonic() - began


async def bombed(stage: Stage, build: Callable[[], bytes]) -> tuple[str, float, float]:
    """The reply to a bomb, its seconds, and the longest an honest mail waited meanwhile and right after."""
    data = signed(build(), stage.signer)
    began = time.monotonic()
    bomb = asyncio.create_task(stage.send(data, SENDER, DESK, sign=False))
    await asyncio.sleep(0.1)
    longest = 0.0
    while not bomb.done():
        longest = max(longest, await honest(stage))
    took = time.monotonic() - began
    return await bomb, took, max(longest, await honest(stage))


async def fresh(stage: Stage) -> None:
    """A gateway that has not grown by what came before."""
    await stage.stop()
    await stage.start()
    await honest(stage)
    stage.forget_peak()


def each(kinds: Mapping[str, Callable[[], bytes]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("build", kinds.values(), ids=kinds.keys())


@each({**bombs.OF_THE_STREAM, **bombs.OF_STRUCTURE, **bombs.OF_TEXT, **bombs.OF_MARKUP, **bombs.OF_ENCODING})
async def test_a_bomb_is_refused_in_seconds_and_holds_up_nobody(
    stage: Stage, build: Callable[[], bytes]
) -> None:
    before = len(stage.mailbox.messages)
    reply, took, longest = await bombed(stage, build)
    tell(f"{took:.1f} s, honest mail {longest:.1f} s, {stage.peak_mib:.0f} MiB")
    assert re.match(r"(55[0-4] 5|45[0-2] 4)\.\d{1,2}\.\d{1,2} ", reply)
    assert took < BOMB_SECONDS
    assert longest < WAIT_SECONDS
    passed = {
        values(split_message(m.content)[0], "gateway-transfer")[0] for m in stage.mailbox.messages[before:]
    }
    assert reply.partition("[ref ")[2].rstrip("]") not in passed


@each(
    {
        name: kinds[name]
        for kinds, name in (
            (bombs.OF_STRUCTURE, "100,000 parts"),
            (bombs.OF_TEXT, "labels in a line, 3,000 lines"),
            (bombs.OF_MARKUP, "200,000 nested div"),
            (bombs.OF_ENCODING, "20 MB of quoted-printable"),
            (bombs.OF_ENCODING, "24 MB of words of one letter"),
            (bombs.OF_ENCODING, "17 MB of attachment"),
        )
    }
)
async def test_a_bomb_alone_takes_little_memory(stage: Stage, build: Callable[[], bytes]) -> None:
    await fresh(stage)
    reply, _, _ = await bombed(stage, build)
    assert not reply.startswith("250 ")
    tell(f"{stage.peak_mib:.0f} MiB")
    assert stage.peak_mib < PEAK_MIB


@each(bombs.HARMLESS)
async def test_what_is_costly_but_harmless_passes_in_seconds_as_what_it_is(
    stage: Stage, build: Callable[[], bytes]
) -> None:
    reply, took, longest = await bombed(stage, build)
    assert reply.startswith(("250 2.6.0 ", "550 5."))
    assert took < BOMB_SECONDS
    assert longest < WAIT_SECONDS


async def test_a_salvo_leaves_room_for_an_honest_mail(stage: Stage) -> None:
    await fresh(stage)
    kinds = [bombs.OF_TEXT, bombs.OF_MARKUP]
    salvo = [signed(build(), stage.signer) for group in kinds for build in list(group.values())[:6]]
    flying = [asyncio.create_task(stage.send(data, SENDER, DESK, sign=False)) for data in salvo]
    await asyncio.sleep(0.1)
    waited = [await honest(stage)]
    while not all(bomb.done() for bomb in flying):
        waited.append(await honest(stage))
    replies = await asyncio.gather(*flying)
    tell(f"honest mail {max(waited):.1f} s, {stage.peak_mib:.0f} MiB")
    assert [reply for reply in replies if not reply.startswith(("550 5.", "45"))] == []
    assert max(waited) < 2 * WAIT_SECONDS


async def test_after_all_bombs_the_ledger_is_whole_and_has_every_one(stage: Stage) -> None:
    await honest(stage)
    code, output = await stage.command("transfers", "verify")
    assert code == 0, output
    assert "open" not in {row["outcome"] for row in await stage.transfers()}
