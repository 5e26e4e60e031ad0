"""What is shown of one transfer holds when the tree has its records, and they say what was written."""

from pathlib import Path

import pytest

from gateway.ledger.standing import standing_of
from tests.support.keeping import erase, terms
from tests.support.ledger import tampering
from tests.support.reporting import APRIL, PROTOCOL, installation

TRANSFER = "20260310-aaaa"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    installation(tmp_path)
    return tmp_path / "ledger.db"


def test_an_untouched_transfer_holds(ledger: Path) -> None:
    standing = standing_of(ledger, TRANSFER)
    assert standing.holds
    assert len(standing.records) == 2


def test_one_whose_group_was_erased_in_time_still_holds(ledger: Path) -> None:
    erase(ledger, terms(protocol=PROTOCOL, subject=1), APRIL)
    assert standing_of(ledger, TRANSFER).holds


@pytest.mark.parametrize("group", ["transport", "subject", "measures"])
def test_a_value_that_was_changed_does_not_hold_though_its_header_is_in_the_tree(
    ledger: Path, group: str
) -> None:
    with tampering(ledger) as connection:
        connection.execute(
            "UPDATE part SET body = CAST(replace(CAST(body AS TEXT), 'e', 'f') AS BLOB) WHERE name = ? "
            "AND seq IN (SELECT seq FROM record WHERE id = ?)",
            (group, TRANSFER),
        )
    assert not standing_of(ledger, TRANSFER).holds
    assert standing_of(ledger, "20260310-cccc").holds
