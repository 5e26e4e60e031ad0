"""From one format of the tables to the next. There is one so far, so the one before and the one after are
made up: format 0 lacks an index, format 2 has another."""

import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gateway.ledger.database import FORMAT
from gateway.ledger.errors import LedgerDamaged, LedgerUnavailable
from gateway.ledger.formats import FORMATS, Formats, Migrated, steps_from
from gateway.ledger.place import Site, beside
from gateway.ledger.snapshot import snapshot
from gateway.ledger.stores import reading
from gateway.ledger.transfers import list_transfers
from gateway.ledger.writer import Writer
from tests.support.keeping import verified
from tests.support.ledger import LOG, fill, open_ledger, put, some_entries, tampering

NOW = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
INDEX = "CREATE INDEX record_by_type ON record (type, t)"
FROM_0 = Formats(FORMAT, {0: (INDEX,)})
UP_TO_2 = Formats(2, {1: ("CREATE INDEX record_by_node ON record (node)",)})
FAILING = Formats(FORMAT, {0: (INDEX, "CREATE TABLE record (seq INTEGER)")})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of format 0 with seven records."""
    file = tmp_path / "ledger.db"
    fill(file, some_entries(7))
    with tampering(file) as connection:
        connection.execute("DROP INDEX record_by_type")
        connection.execute("PRAGMA user_version = 0")
    return file


def opened(path: Path | Site, formats: Formats = FROM_0) -> Migrated | None:
    """What opening it to write, by a gateway that knows ``formats``, made of it."""
    site = beside(path) if isinstance(path, Path) else path
    with closing(Writer(site, node="mx1", log=LOG, formats=formats, clock=lambda: NOW)) as writer:
        return writer.migrated


def backups(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.glob("ledger.db.format*"))


def test_every_format_there_was_leads_to_the_one_that_is_written() -> None:
    assert FORMATS.current == FORMAT
    assert set(FORMATS.steps) == set(range(1, FORMAT))


def test_an_older_ledger_is_migrated_once_and_is_whole(path: Path) -> None:
    done = opened(path)

    assert done == Migrated(0, 1, f"{path}.format0-20261126")
    assert opened(path) is None
    assert (verified(path).ok, verified(path).size) == (True, 7)
    assert backups(path) == ["ledger.db.format0-20261126"]


def test_it_is_backed_up_first_for_its_owner_alone(path: Path) -> None:
    before = list_transfers(path)
    opened(path)

    (name,) = backups(path)
    backup = path.with_name(name)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert list_transfers(backup) == before
    with reading(backup) as connection:
        assert (connection.format(), connection.damage()) == (0, "")
        assert connection.execute("SELECT 1 FROM sqlite_schema WHERE sql = ?", (INDEX,)).fetchone() is None


def test_a_backup_of_the_same_day_is_never_written_over(path: Path) -> None:
    earlier = path.with_name("ledger.db.format0-20261126")
    earlier.write_text("something of the administrator's")

    done = opened(path)

    assert done
    assert done.backup == f"{earlier}-2"
    assert earlier.read_text() == "something of the administrator's"


def test_a_migration_that_fails_leaves_the_ledger_as_it_was_and_no_backup(path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="already exists"):
        opened(path, FAILING)

    with reading(path) as connection:
        assert connection.format() == 0
        assert connection.execute("SELECT 1 FROM sqlite_schema WHERE sql = ?", (INDEX,)).fetchone() is None
    assert backups(path) == []
    assert opened(path)


def test_a_ledger_that_is_not_the_one_that_was_signed_is_not_migrated(path: Path) -> None:
    with tampering(path) as connection:
        put(connection, "state", (1,), "size", 6)

    with pytest.raises(LedgerDamaged):
        opened(path)
    assert backups(path) == []


def test_a_ledger_of_which_no_step_leads_on_is_refused(path: Path) -> None:
    with pytest.raises(LedgerUnavailable, match="of format 0, from which nothing leads to 1"):
        opened(path, FORMATS)


def test_a_step_is_taken_after_the_one_before_it() -> None:
    two = Formats(3, {1: ("first",), 2: ("second", "third")})

    assert steps_from(1, two) == ("first", "second", "third")
    assert steps_from(2, two) == ("second", "third")
    assert steps_from(3, two) == ()


def test_what_a_newer_version_made_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, some_entries(3))
    assert opened(path, UP_TO_2)

    remedy = "knows none after 1; install the newer version of the gateway again"
    with pytest.raises(LedgerUnavailable, match=remedy):
        open_ledger(path)
    with pytest.raises(LedgerUnavailable, match=remedy):
        list_transfers(path)
    problem = verified(path).problem
    assert problem
    assert problem.what == "are of format 2, newer than this version knows"
    assert "install it again" in problem.means


def test_a_gateway_that_still_runs_appends_nothing_to_newer_tables(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, some_entries(3))
    with closing(Writer(beside(path), node="mx2", log=LOG)) as older:
        opened(path, UP_TO_2)
        with pytest.raises(LedgerUnavailable, match="install the newer version"):
            older.append(())
    assert opened(path, UP_TO_2) is None


def test_the_backup_put_back_is_a_ledger_for_the_version_before(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    fill(path, some_entries(3))
    done = opened(path, UP_TO_2)
    assert done

    Path(done.backup).replace(path)

    assert (verified(path).ok, opened(path, FORMATS)) == (True, None)


def test_reading_an_older_ledger_changes_nothing(path: Path) -> None:
    before = path.read_bytes()

    list_transfers(path)
    verified(path)
    with snapshot(path):
        pass

    assert path.read_bytes() == before
    assert backups(path) == []
