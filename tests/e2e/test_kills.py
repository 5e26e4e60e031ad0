"""The gateway killed at calls into the kernel, and at random; ``python -m tests.bench.faults`` does more."""

from pathlib import Path

import pytest

from tests.bench.faults.kills import at_random, killed_at
from tests.support import strace

missing = strace.unavailable()


@pytest.mark.skipif(missing is not None, reason=missing or "")
@pytest.mark.parametrize(("call", "number"), [("fdatasync", 1), ("fdatasync", 2), ("sendto", 12)])
async def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path, call: str, number: int) -> None:
    died, verdict = await killed_at(tmp_path, call, number)
    assert died
    assert verdict.kept, verdict


@pytest.mark.timeout(120)
async def test_kills_at_random_under_load_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    _, verdict = await at_random(tmp_path, 60, seed=7)
    assert verdict.kept, verdict
    assert verdict.mails == 60
