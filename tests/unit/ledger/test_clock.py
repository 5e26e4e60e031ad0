"""A clock that jumps changes the times that are told, and nothing else."""

from datetime import timedelta
from itertools import cycle
from pathlib import Path

from gateway.ledger.place import beside
from gateway.ledger.store import Ledger
from gateway.ledger.transfers import list_transfers
from gateway.ledger.verify import verify
from tests.support.ledger import LOG, NOON, intent, outcome


async def test_records_keep_their_order_while_the_clock_jumps_years_ahead_and_back(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    jumps = cycle(timedelta(days=days) for days in (0, 3_650, -3_650, 1, -1))
    ledger = Ledger.open(site, node="mx1", log=LOG, clock=lambda: NOON + next(jumps))
    leaves = []
    for number in range(7):
        leaves.append(await ledger.append(intent(str(number))))
        leaves.append(await ledger.append(outcome(str(number))))
    await ledger.close()
    assert [leaf.seq for leaf in leaves] == list(range(14))
    assert verify(site.place).ok
    assert {transfer.id for transfer in list_transfers(site.place)} == set(map(str, range(7)))
