"""Retention, holds and months on a real PostgreSQL: the same records, and no erased byte in its tables."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pyrage
import pytest

from gateway.ledger import holds
from gateway.ledger.lookup import look_up
from gateway.ledger.month import keys_beside
from gateway.ledger.months import Pseudonyms, beside_key, recorded_months
from gateway.ledger.people import distinct
from gateway.ledger.place import Postgres, Site
from gateway.ledger.pseudonym import Sought
from gateway.ledger.transfers import list_transfers
from gateway.ledger.writer import Writer
from tests.support import postgres
from tests.support.keeping import SENDER, erase, fill_at, of_protocol, terms, verified
from tests.support.ledger import LOG, NOON, delete, open_ledger, tampering
from tests.support.people import client, mail

pytestmark = pytest.mark.skipif(bool(postgres.unavailable()), reason=str(postgres.unavailable()))

LATER = NOON + timedelta(days=31)
OFFICER = pyrage.x25519.Identity.generate()


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    with postgres.running() as server:
        yield server


@pytest.fixture
def site(server: postgres.Server, tmp_path: Path) -> Site:
    return server.site(server.new_database(), tmp_path)


def stored(server: postgres.Server) -> bytes:
    """Every byte of every table, after a checkpoint has written them out; the server's WAL is not in it."""
    with psycopg.connect(server.url("postgres"), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    files = (server.folder / "data" / "base").rglob("*")
    return b"".join(path.read_bytes() for path in files if path.is_file())


def test_what_had_its_time_is_gone_from_the_tables_and_the_ledger_is_whole(
    server: postgres.Server, site: Site
) -> None:
    entries = [e for n in range(50) for e in of_protocol(f"t{n}", sender=f"pg-{SENDER}")]
    fill_at(site, [(entry, NOON) for entry in entries])
    fill_at(site, [(holds.on_transfer("hold-1", "t7", "a complaint", "els"), NOON)])
    assert f"pg-{SENDER}".encode() in stored(server)
    erase(site, terms(transport=30), LATER)
    assert verified(site).ok
    assert [row.id for row in list_transfers(site.place) if not row.erased] == ["t7"]
    fill_at(site, [(holds.release("hold-1", "settled", "els"), LATER)])
    erase(site, terms(transport=30), LATER)
    assert f"pg-{SENDER}".encode() not in stored(server)
    assert (verified(site).ok, verified(site).size) == (True, 104)


def test_a_group_taken_out_by_anybody_else_is_named(site: Site) -> None:
    fill_at(site, [(entry, NOON) for entry in of_protocol("t1")])
    erase(site, terms(transport=30), LATER)
    with tampering(site.place) as connection:
        delete(connection, "part", (0, "subject"))
    problem = verified(site).problem
    assert problem is not None
    assert (problem.where, problem.what) == (
        "record 0, group subject",
        "is gone, and no record says it was erased",
    )


def test_a_reader_that_stays_too_long_is_told_and_the_next_run_settles(site: Site) -> None:
    fill_at(site, [(entry, NOON) for entry in of_protocol("t1")])
    assert isinstance(site.place, Postgres)
    writer = Writer(site, node="mx1-erase", log=LOG)
    with psycopg.connect(str(site.place)) as reader:
        reader.execute("SELECT count(*) FROM ledger.part")
        assert not writer.settle()
    assert writer.settle()
    writer.close()


async def test_each_node_has_a_key_of_its_own_and_a_look_up_takes_both(site: Site, tmp_path: Path) -> None:
    """Two nodes on one log: what lies beside each is its own, and a person is counted once for each."""
    other = Site(site.place, tmp_path / "other" / "ledger.key", tmp_path / "other")
    other.folder.mkdir()
    person, keys = client("An", "Verzonnen", "+32470000001"), []
    for number, node in enumerate((site, other)):
        if number:
            other.key.write_bytes(site.key.read_bytes())
            other.key.chmod(0o600)
        ledger = open_ledger(node, f"mx{number}")
        key = await Pseudonyms(ledger, node, (str(OFFICER.to_public()),), lambda: NOON).key()
        for entry, _ in mail(f"t{number}", NOON, key, person):
            await ledger.append(entry)
        await ledger.close()
        assert keys_beside(beside_key(node)) == (key,)
        keys.append(key)
    assert [month.month for month in recorded_months(site.place)] == ["2026-01", "2026-01"]
    transfers = list_transfers(site.place)
    answer = look_up(transfers, Sought(phone="+32470000001"), keys, ())
    assert ([hit.transfer.id for hit in answer.hits], answer.closed) == (["t0", "t1"], ())
    assert look_up(transfers, Sought(phone="+32470000001"), keys[:1], ()).closed == (("2026-01", 1),)
    assert (distinct(transfers).lower, distinct(transfers).upper) == (1, 2)
    assert verified(site).ok
