import os
import shutil
from pathlib import Path

import pytest

from gateway.ledger.checkpoint import parse, public_bytes
from gateway.ledger.errors import LedgerDamaged, LedgerUnavailable, NothingToAccept
from gateway.ledger.keyfile import load_key
from gateway.ledger.memory import Memory, memory_path
from gateway.ledger.place import Site, beside
from gateway.ledger.restore import accept_restore
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, NOON, fill, open_ledger, refusal, some_entries


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return beside(tmp_path / "ledger.db")


def memory(site: Site) -> Path:
    return memory_path(site.key, "mx1", site.folder)


def restored(site: Site) -> int:
    """Puts a copy of 30 records back under a ledger that grew; how many there were."""
    assert isinstance(site.place, Path)
    fill(site, some_entries(30))
    shutil.copy2(site.place, backup := site.place.with_name("backup"))
    _, note = fill(site, some_entries(36)[30:])
    backup.rename(site.place)
    return parse(note).size


def test_the_last_checkpoint_is_kept_beside_the_key(site: Site) -> None:
    _, note = fill(site, some_entries(7))
    assert memory(site).name == "ledger.db.mx1.seen"
    assert memory(site).read_text() == note


def test_a_node_named_like_a_path_stays_in_its_folder(site: Site) -> None:
    assert memory_path(site.key, "../mx/1", site.folder).parent == site.folder


def test_an_older_copy_put_back_while_nothing_ran_is_refused(site: Site) -> None:
    restored(site)
    assert verify(site.place).ok
    with pytest.raises(LedgerDamaged, match=r"fewer records.*accept-restore"):
        open_ledger(site)


def test_a_ledger_that_is_gone_is_not_begun_anew(site: Site) -> None:
    assert isinstance(site.place, Path)
    fill(site, some_entries(3))
    site.place.unlink()
    with pytest.raises(LedgerDamaged, match="gone"):
        open_ledger(site)


def test_an_accepted_restore_is_on_record_and_work_goes_on(site: Site) -> None:
    seen = restored(site)
    accepted = accept_restore(site, node="mx1", log=LOG, reason="the disk was lost", when=NOON)
    assert (accepted.seen, accepted.seq) == (seen, 30)
    fill(site, [refusal("after")])
    report = verify(site.place, public_key=public_bytes(load_key(site.key)))
    assert (report.ok, report.size) == (True, 32)
    assert verify(site.place, checkpoint=memory(site).read_text()).ok


def test_there_is_nothing_to_accept_on_a_ledger_that_continues(site: Site) -> None:
    fill(site, some_entries(3))
    with pytest.raises(NothingToAccept):
        accept_restore(site, node="mx1", log=LOG, reason="none", when=NOON)
    assert verify(site.place).size == 3


def test_a_restore_is_not_accepted_under_a_running_gateway(site: Site) -> None:
    running = Writer(site, node="mx1", log=LOG)
    with pytest.raises(LedgerUnavailable, match="stop it first"):
        accept_restore(site, node="mx1", log=LOG, reason="none", when=NOON)
    running.close()


def test_a_memory_that_a_power_cut_left_empty_contradicts_nothing(site: Site) -> None:
    fill(site, some_entries(3))
    memory(site).write_text("")
    fill(site, [refusal("after")])
    assert parse(memory(site).read_text()).size == 4


@pytest.mark.parametrize("content", [b"no checkpoint", b"\xff"])
def test_a_memory_that_is_no_checkpoint_of_this_log_is_refused(site: Site, content: bytes) -> None:
    fill(site, some_entries(3))
    memory(site).write_bytes(content)
    with pytest.raises(LedgerDamaged, match=r"seen is no checkpoint"):
        open_ledger(site)


def test_a_folder_that_cannot_be_written_is_told_at_opening(site: Site, tmp_path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="cannot be kept"):
        open_ledger(Site(site.place, site.key, tmp_path / "missing"))


async def test_a_memory_that_cannot_be_written_any_more_loses_no_record(site: Site, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    ledger = open_ledger(Site(site.place, site.key, tmp_path / "own"))
    (tmp_path / "own").rename(tmp_path / "away")
    assert (await ledger.append(refusal("t1"))).seq == 0
    await ledger.close()
    assert verify(site.place).size == 1


def test_what_was_kept_replaces_what_was(tmp_path: Path) -> None:
    kept = Memory(tmp_path / "a.seen")
    kept.keep("one")
    kept.keep("two")
    kept.sync()
    assert [file.read_text() for file in tmp_path.iterdir()] == ["two"]


def test_what_was_kept_is_its_owners_alone_whoever_keeps_it(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        Memory(tmp_path / "a.seen").keep("one")
    finally:
        os.umask(before)
    assert (tmp_path / "a.seen").stat().st_mode & 0o777 == 0o600
