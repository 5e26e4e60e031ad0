import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from gateway.stages import OBSERVER, timed
from gateway.watching import Tally

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TRANSFER: Mapping[str, Any] = {"event": "transfer"}


@pytest.mark.parametrize(
    ("count", "age", "said"),
    [
        (1, timedelta(seconds=3), "1 transfer, last less than a minute ago"),
        (3412, timedelta(minutes=2), "3 412 transfers, last 2 min ago"),
        (2, timedelta(minutes=119), "2 transfers, last 119 min ago"),
        (2, timedelta(hours=2), "2 transfers, last 2 h ago"),
        (2, timedelta(days=3), "2 transfers, last 3 days ago"),
    ],
)
def test_the_status_says_how_many_and_when_the_last_was(count: int, age: timedelta, said: str) -> None:
    assert Tally(count, NOW - age).text(NOW) == said


def test_a_gateway_that_just_started_says_so_and_counts_transfers_alone() -> None:
    tally = Tally()
    assert tally.text(NOW) == "no transfer since the start"
    tally.note({"event": "reloaded"}, NOW)
    assert tally.count == 0
    tally.note(TRANSFER, NOW)
    assert (tally.count, tally.last) == (1, NOW)


async def test_a_stage_is_told_also_when_it_fails() -> None:
    seen: list[str] = []
    OBSERVER.set(lambda stage, seconds: seen.append(stage) if seconds >= 0 else None)

    async def fails() -> None:
        raise ConnectionError

    assert await timed("deciding", asyncio.sleep(0, "decided")) == "decided"
    with pytest.raises(ConnectionError):
        await timed("delivering", fails())
    assert seen == ["deciding", "delivering"]
