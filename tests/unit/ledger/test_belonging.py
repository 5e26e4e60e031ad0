"""A ledger that is not the one the installation means, at the start of a writer."""

from pathlib import Path

import pytest

from gateway.ledger.errors import LedgerDamaged
from gateway.ledger.place import beside
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, fill, some_entries


def test_a_ledger_of_another_name_is_refused_with_the_name_to_write(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    fill(site, some_entries(3))
    with pytest.raises(LedgerDamaged) as refused:
        Writer(site, node="mx1", log="mx2.ledger.example")
    assert str(refused.value) == (
        f"the ledger is of the log {LOG}, and the configuration names mx2.ledger.example."
        f" Put hostname back, or write ledger.log: {LOG}."
    )


def test_a_ledger_of_another_key_is_refused_with_the_file_of_the_key(tmp_path: Path) -> None:
    site, other = beside(tmp_path / "ledger.db"), beside(tmp_path / "other.db")
    fill(site, some_entries(3))
    fill(other, some_entries(1))
    site.key.write_bytes(other.key.read_bytes())
    with pytest.raises(LedgerDamaged, match=r"another key than the one in .*ledger\.db\.key\. Put"):
        Writer(site, node="mx1", log=LOG)


def test_nothing_is_made_beside_the_ledger_of_another(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    fill(site, some_entries(3))
    with pytest.raises(LedgerDamaged):
        Writer(site, node="mx2", log="mx2.ledger.example")
    assert not list(tmp_path.glob("*mx2*"))
