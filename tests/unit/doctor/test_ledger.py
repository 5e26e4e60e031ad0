"""What the doctor says of a ledger that does not go with the configuration."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from gateway.doctor.ledger import ledger_remarks
from gateway.doctor.remark import Grade
from gateway.ledger.place import Site, beside
from gateway.ledger.writer import Writer
from tests.broken.installation import as_nobody
from tests.support.disks import read_only_disk
from tests.support.ledger import LOG, fill, some_entries


def told(site: Site, log: str = LOG) -> list[tuple[str, str]]:
    remarks = ledger_remarks(site, "mx1", log)
    return [(one.code.value, one.sentence()) for one in remarks if one.grade is Grade.ERROR]


def test_a_hostname_that_changed_is_told_before_the_gateway_cannot_start(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    fill(site, some_entries(3))
    assert told(site) == []
    [(code, sentence)] = told(site, "mx2.ledger.example")
    assert code == "ledger"
    assert sentence.endswith(f"Put hostname back, or write ledger.log: {LOG}.")


def test_another_key_is_told_with_its_file(tmp_path: Path) -> None:
    site, other = beside(tmp_path / "ledger.db"), beside(tmp_path / "other.db")
    fill(site, some_entries(3))
    fill(other, some_entries(1))
    site.key.write_bytes(other.key.read_bytes())
    [(code, sentence)] = told(site)
    assert code == "ledger"
    assert f"another key than the one in {site.key}. Put the ledger's own key back" in sentence


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's check can leave files of root")
def test_a_check_by_root_leaves_nothing_that_keeps_the_gateway_out(folder: Path) -> None:
    """A backup that root put back, checked by root, and then given to the user of the gateway."""
    (folder / "ledger").mkdir()
    site = beside(folder / "ledger" / "ledger.db")
    shutil.chown(site.folder, "nobody")
    with as_nobody():
        fill(site, some_entries(3))
    assert isinstance(site.place, Path)
    os.chown(site.place, 0, 0)
    assert told(site) == []
    shutil.chown(site.place, "nobody")
    with as_nobody():
        Writer(site, node="mx1", log=LOG).close()


@pytest.mark.skipif(os.geteuid() != 0, reason="root alone gives files to others")
def test_root_reads_a_ledger_of_roots_on_a_disk_that_is_read_only(folder: Path) -> None:
    """With the WAL that a gateway left when it could write no more."""
    (folder / "running").mkdir()
    running, site = beside(folder / "running" / "ledger.db"), beside(folder / "state" / "ledger.db")
    fill(running, some_entries(3))
    with closing(Writer(running, node="mx1", log=LOG)):
        shutil.copytree(running.folder, site.folder)
    assert (site.folder / "ledger.db-wal").exists()
    with read_only_disk(site.folder):
        assert told(site) == []


def test_a_key_that_is_open_is_closed_and_not_put_back(tmp_path: Path) -> None:
    site = beside(tmp_path / "ledger.db")
    fill(site, some_entries(3))
    site.key.chmod(0o644)
    assert told(site) == [("ledger.key", f"{site.key} is open to group or others. Run chmod 600 {site.key}.")]
