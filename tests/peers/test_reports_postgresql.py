"""Reports from a ledger on real PostgreSQL are those of one in a file."""

from datetime import timedelta
from pathlib import Path

import pytest

from gateway.ledger.place import Site
from gateway.ledger.transfers import each_transfer, list_transfers
from tests.support import postgres
from tests.support.ledger import NOON, fill, refusal, some_entries

pytestmark = pytest.mark.skipif(bool(postgres.unavailable()), reason=postgres.unavailable() or "")


def test_transfers_come_one_by_one_as_they_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gateway.ledger.transfers._STRETCH", 7)
    with postgres.running() as server:
        place = server.place(server.new_database())
        fill(Site(place, tmp_path / "ledger.db.key", tmp_path), [*some_entries(40), refusal("last")])
        heard: list[tuple[int, int]] = []
        found = tuple(each_transfer(place, progress=lambda done, every: heard.append((done, every))))
        assert found == list_transfers(place)
        assert heard[-1] == (41, 41)
        assert len(heard) == 6
        assert tuple(each_transfer(place, since=NOON + timedelta(days=1))) == ()
