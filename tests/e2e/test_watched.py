"""A gateway that is watched: metrics and health on loopback."""

import asyncio
import urllib.error
import urllib.request
from pathlib import Path

from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged


async def asked(port: int, path: str) -> tuple[int, str]:
    """The status and the text that the gateway's own web server answers."""

    def ask() -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    return await asyncio.to_thread(ask)


async def metrics_port(stage: Stage) -> int:
    await stage.logged("telling metrics", within=60)
    [event] = [one for one in stage.events if one.get("message") == "telling metrics"]
    return int(event["server.port"])


async def test_metrics_and_health_are_told_on_loopback(tmp_path: Path) -> None:
    async with staged(tmp_path, extra='metrics: {listen: "127.0.0.1:0"}') as stage:
        await stage.send(letter(), SENDER, DESK)
        await stage.send(letter(labels=None), SENDER, DESK)
        port = await metrics_port(stage)
        assert await asked(port, "/health") == (200, "ok\n")
        assert (await asked(port, "/"))[0] == 404
        code, text = await asked(port, "/metrics")
    assert code == 200
    assert 'gateway_transfers_total{outcome="accepted",reason="none"} 1.0' in text
    assert 'gateway_transfers_total{outcome="rejected",reason="label.missing"} 1.0' in text
    for stages in (
        "authenticating",
        "opening",
        "reading",
        "deciding",
        "composing",
        "recording",
        "delivering",
    ):
        assert f'gateway_stage_seconds_count{{stage="{stages}"}}' in text
    assert "gateway_ledger_unanchored_records" in text
    for secret in (SENDER, DESK, "Claes", "127.0.0.1"):
        assert secret not in text


async def test_without_the_key_nobody_is_told(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        assert "telling metrics" not in stage.log
