"""A crowd that does nothing holds up nobody: ``python -m tests.bench.crowd`` tells how long it takes."""

import asyncio
from pathlib import Path

from tests.bench.crowd import crowded, honest
from tests.support.stage import staged


async def test_a_house_full_of_idle_and_dripping_clients_still_takes_an_honest_mail(tmp_path: Path) -> None:
    async with staged(tmp_path, extra="limits: {sessions: 50}") as stage, crowded(stage, 200, 20):
        async with asyncio.timeout(40):
            for number in range(3):
                reply, _ = await honest(stage, number)
                assert reply.startswith("250 2.6.0 ")
        assert len(stage.mailbox.messages) == 3
