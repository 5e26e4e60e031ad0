"""The whole gateway with its ledger on PostgreSQL: what it promises when the server goes away."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.letters import DESK, SENDER, label, letter
from tests.support.stage import Stage, staged

pytestmark = pytest.mark.skipif(postgres.unavailable() is not None, reason=str(postgres.unavailable()))


@pytest.fixture
def server() -> Iterator[postgres.Server]:
    with postgres.running() as server:
        yield server


async def send(stage: Stage, number: int) -> str:
    return await stage.send(letter(message_id=f"{number}@x.example", labels=label()), SENDER, DESK)


@pytest.mark.timeout(120)
async def test_mail_is_deferred_while_the_server_is_away_and_passes_when_it_is_back(
    server: postgres.Server, tmp_path: Path
) -> None:
    async with staged(tmp_path, started=False) as stage:
        url, key = server.url(server.new_database()), tmp_path / "ledger.key"
        text = stage.config.read_text().replace(f"sqlite:///{stage.ledger}", url)
        stage.config.write_text(text.replace(f'"{url}"', f'"{url}", key: "{key}"'))
        await stage.start()
        assert (await send(stage, 1)).startswith("250 ")
        await asyncio.to_thread(server.stop, "immediate")
        assert (await send(stage, 2)).startswith("451 ")
        await asyncio.to_thread(server.start)
        assert (await send(stage, 3)).startswith("250 ")
        await stage.stop(signal.SIGKILL)
        await stage.start()
        assert (await send(stage, 4)).startswith("250 ")
        assert len(stage.mailbox.messages) == 3
        assert [row["outcome"] for row in await stage.transfers()] == ["accepted"] * 3
        code, said = await stage.command("transfers", "verify")
        assert code == 0, said
