"""A gateway that is watched: metrics and health on loopback."""

import asyncio
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.e2e.test_failures import locked
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import Stage, staged


async def asked(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    """The status and the text that the gateway's own web server answers."""

    def ask() -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://{host}:{port}{path}", timeout=30) as answer:
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


async def test_health_tells_of_a_ledger_that_cannot_be_written_until_a_mail_is_recorded(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path, extra='metrics: {listen: "127.0.0.1:0"}') as stage:
        port = await metrics_port(stage)
        with locked(stage.ledger):
            assert (await stage.send(letter(), SENDER, DESK)).startswith("451 4.3.0 ")
        unwell = (503, "the last mail could not be recorded in the ledger\n")
        assert await asked(port, "/health") == unwell
        await stage.send(letter(), SENDER, DESK)
        assert await asked(port, "/health") == (200, "ok\n")


async def test_without_the_key_nobody_is_told(tmp_path: Path) -> None:
    async with staged(tmp_path) as stage:
        assert "telling metrics" not in stage.log


async def test_a_port_that_is_taken_is_told_with_what_to_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with staged(tmp_path, extra=f'metrics: {{listen: "127.0.0.1:{port}"}}', started=False) as stage:
            with pytest.raises(
                RuntimeError, match=f"metrics cannot be told on 127.0.0.1:{port}: .*the port free"
            ):
                await stage.start()


def speaks_ipv6() -> bool:
    """Whether this machine has the loopback address of IPv6."""
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


@pytest.mark.skipif(not speaks_ipv6(), reason="no ::1 on this machine")
async def test_each_worker_tells_of_itself_on_a_port_of_its_own(tmp_path: Path) -> None:
    async with staged(tmp_path, extra='workers: 2\nmetrics: {listen: "[::1]:0"}') as stage:
        async with asyncio.timeout(60):
            while stage.log.count("telling metrics") < 2:  # noqa: ASYNC110 - another process changes the state
                await asyncio.sleep(0.02)
        told = [one for one in stage.events if one.get("message") == "telling metrics"]
        assert {one["server.address"] for one in told} == {"::1"}
        for one in told:
            assert await asked(one["server.port"], "/health", "[::1]") == (200, "ok\n")
