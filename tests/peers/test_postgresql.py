"""The ledger on a real PostgreSQL, which these tests start, stop, crash and restore."""

import random
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import IO

import psycopg
import pytest
from click.testing import CliRunner
from psycopg import sql

from gateway.cli import main
from gateway.doctor.ledger import ledger_remarks
from gateway.doctor.remark import Code, Grade
from gateway.ledger import postgres as store
from gateway.ledger import rows, writer
from gateway.ledger.checkpoint import parse, public_bytes
from gateway.ledger.database import FORMAT
from gateway.ledger.errors import LedgerDamaged, LedgerUnavailable, MoveRefused, NothingToAccept
from gateway.ledger.formats import Formats, Migrated
from gateway.ledger.keyfile import load_key
from gateway.ledger.memory import memory_path
from gateway.ledger.merkle import leaf_hash
from gateway.ledger.move import Progress, move
from gateway.ledger.place import Site, beside, parse_postgres
from gateway.ledger.record import Leaf, Outcome, RecordType, draft
from gateway.ledger.restore import accept_restore
from gateway.ledger.stores import copies, is_begun
from gateway.ledger.transfers import get_transfer, list_transfers
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support import cutting_proxy, postgres
from tests.support.ledger import (
    BARE,
    LOG,
    NOON,
    TABLES,
    delete,
    dump,
    fill,
    intent,
    open_ledger,
    outcome,
    refusal,
    select,
    some_entries,
    tampering,
)

pytestmark = pytest.mark.skipif(postgres.unavailable() is not None, reason=str(postgres.unavailable()))

ROOT = Path(__file__).parents[2]
NODES = ("mx1", "mx2", "mx3", "mx4")


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    with postgres.running() as server:
        yield server


@pytest.fixture
def database(server: postgres.Server) -> str:
    return server.new_database()


@pytest.fixture
def site(server: postgres.Server, database: str, tmp_path: Path) -> Site:
    return server.site(database, tmp_path)


def whole(site: Site, checkpoint: str | None = None) -> int:
    report = verify(site.place, public_key=public_bytes(load_key(site.key)), checkpoint=checkpoint)
    assert report.problem is None
    return report.size


def test_the_session_commits_durably_and_stops_waiting(site: Site) -> None:
    opened = Writer(site, node="mx1", log=LOG)
    with opened._store.locked() as connection:
        shown = {name: connection.execute(f"SHOW {name}").fetchone()[0] for name in store._SETTINGS}
    opened.close()
    assert shown["synchronous_commit"] == "on"
    assert shown["lock_timeout"] == "5s"
    assert shown["search_path"] == "ledger,pg_temp"


async def test_transfers_are_read_back_as_from_a_file(site: Site) -> None:
    ledger = open_ledger(site)
    leaf = await ledger.append(intent("t1"))
    await ledger.append(outcome("t1"))
    await ledger.append(refusal("t2"))
    await ledger.close()
    assert get_transfer(site.place, "t1").leaf == leaf.hash
    assert [t.outcome for t in list_transfers(site.place)] == [Outcome.ACCEPTED, Outcome.REJECTED]
    assert whole(site) == 3


def test_a_node_name_is_taken_while_its_process_lives(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(store._SETTINGS, "lock_timeout", "100ms")
    first = Writer(site, node="mx1", log=LOG)
    with pytest.raises(LedgerUnavailable, match="same node name"):
        Writer(site, node="mx1", log=LOG)
    Writer(site, node="mx2", log=LOG).close()
    first.close()
    Writer(site, node="mx1", log=LOG).close()


def test_a_second_node_needs_the_key_of_the_first(site: Site, tmp_path: Path) -> None:
    fill(site, some_entries(3))
    other = replace(site, key=tmp_path / "other.key")
    with pytest.raises(Exception, match="signing key"):
        Writer(other, node="mx2", log=LOG)
    assert not other.key.exists()


class Node:
    """A process that appends until it is killed; what it said is kept."""

    def __init__(self, site: Site, name: str, url: str, said: IO[str]) -> None:
        command = (sys.executable, "-m", "tests.support.ledger_writer")
        arguments = (str(site.key.with_suffix("")), name, "100000", "10", url)
        self.process = subprocess.Popen((*command, *arguments), cwd=ROOT, stdout=said)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def acknowledged(folder: Path) -> set[tuple[int, str, str]]:
    """What every process was told is durable; a line that was cut off by the kill does not count."""
    lines = [line for file in folder.glob("*.said") for line in file.read_text().split("\n")[:-1]]
    return {(int(seq), leaf, name) for seq, leaf, name in (line.split() for line in lines)}


def grown(folder: Path, by: int) -> None:
    """Returns once ``by`` more records are acknowledged than now."""
    wanted = len(acknowledged(folder)) + by
    while len(acknowledged(folder)) < wanted:
        time.sleep(0.05)


def end_sessions(server: postgres.Server, database: str) -> None:
    statement = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = {}"
    server.run_sql("postgres", sql.SQL(statement).format(sql.Literal(database)))


@pytest.mark.timeout(180)
def test_four_processes_with_kills_rollbacks_and_restarts_lose_nothing(
    server: postgres.Server, database: str, site: Site, tmp_path: Path
) -> None:
    chance = random.Random(5)  # noqa: S311 - which node, not a secret
    Writer(site, node="mx0", log=LOG).close()
    files = {name: (tmp_path / f"{name}.said").open("w") for name in NODES}
    nodes = {name: Node(site, name, server.url(database), files[name]) for name in NODES}
    try:
        for disturbance in ("kill", "end", "fast", "kill", "immediate", "end", "kill"):
            grown(tmp_path, 150)
            match disturbance:
                case "kill":
                    name = chance.choice(NODES)
                    nodes[name].kill()
                    nodes[name] = Node(site, name, server.url(database), files[name])
                case "end":
                    end_sessions(server, database)
                case mode:
                    server.stop(mode)
                    server.start()
        grown(tmp_path, 150)
    finally:
        for node in nodes.values():
            node.kill()
        for file in files.values():
            file.close()
    told = acknowledged(tmp_path)
    size = whole(site)
    with rows.reading(site.place) as connection:
        stored = {(row.seq, leaf_hash(row.header).hex(), row.id): row for row in rows.rows(connection)}
    assert told <= stored.keys()
    assert size >= len(told) > 1000
    assert {row.node for row in stored.values()} == set(NODES)
    for name in NODES:
        opened = Writer(site, node=name, log=LOG)
        assert set(opened.left_open()) == {
            row.id for row in stored.values() if row.node == name and row.type == RecordType.INTENT
        } - {row.id for row in stored.values() if row.type == RecordType.OUTCOME}
        opened.close()


async def test_what_a_crash_left_open_is_closed_as_unknown_by_its_own_node(site: Site) -> None:
    opened = Writer(site, node="mx1", log=LOG)
    opened.append([draft(intent("left"), NOON)])
    opened.close()
    other = open_ledger(site, "mx2")
    assert other.recovered == ()
    again = open_ledger(site, "mx1")
    assert again.recovered == ("left",)
    await again.close()
    await other.close()
    assert get_transfer(site.place, "left").outcome is Outcome.UNKNOWN


@pytest.fixture
def cut(server: postgres.Server, database: str, site: Site) -> Iterator[tuple[cutting_proxy.Proxy, Site]]:
    """The ledger behind a proxy that can cut its connections."""
    Writer(site, node="mx0", log=LOG).close()
    with cutting_proxy.in_front_of(server.port) as proxy:
        url = f"postgresql://tester@127.0.0.1:{proxy.port}/{database}"
        yield proxy, replace(site, place=parse_postgres(url))


Cut = tuple[cutting_proxy.Proxy, Site]


def test_a_commit_whose_answer_is_lost_is_found_and_not_repeated(cut: Cut, site: Site) -> None:
    proxy, behind = cut
    opened = Writer(behind, node="mx1", log=LOG)
    proxy.answer = b"COMMIT\0"
    (leaf,) = opened.append([draft(intent("t1"), NOON)])
    assert (proxy.cuts, isinstance(leaf, Leaf)) == (1, True)
    opened.append([draft(outcome("t1"), NOON)])
    opened.close()
    assert whole(site) == 2


def test_a_commit_that_never_arrived_is_told_as_not_durable(cut: Cut, site: Site) -> None:
    proxy, behind = cut
    opened = Writer(behind, node="mx1", log=LOG)
    proxy.question = b"COMMIT\0"
    with pytest.raises(LedgerUnavailable, match="not committed"):
        opened.append([draft(intent("t1"), NOON)])
    opened.append([draft(intent("t1"), NOON)])
    opened.close()
    assert (proxy.cuts, whole(site)) == (1, 1)


async def test_an_intent_nobody_could_tell_of_is_closed_as_unknown_once_it_is_found(
    cut: Cut, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy, behind = cut
    monkeypatch.setattr(writer, "_LOOK_SECONDS", 0.5)
    ledger = open_ledger(behind)
    proxy.answer, proxy.close_then = b"COMMIT\0", True
    with pytest.raises(LedgerUnavailable, match="nobody can tell"):
        await ledger.append(intent("lost"))
    proxy.closed = False
    await ledger.append(refusal("next"))
    await ledger.close()
    assert [step.type for step in get_transfer(site.place, "lost").steps] == ["intent", "outcome"]
    assert get_transfer(site.place, "lost").outcome is Outcome.UNKNOWN
    assert whole(site) == 3


def test_a_node_that_hangs_holds_the_others_up_for_a_while_only(
    server: postgres.Server, database: str, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(store._SETTINGS, "lock_timeout", "200ms")
    opened = Writer(site, node="mx1", log=LOG)
    with psycopg.connect(server.url(database)) as other:
        other.execute("SELECT 1 FROM ledger.state FOR UPDATE")
        with pytest.raises(LedgerUnavailable, match="lock"):
            opened.append([draft(refusal("t1"), NOON)])
    assert opened.append([draft(refusal("t1"), NOON)])
    opened.close()
    assert whole(site) == 1


def test_what_postgresql_says_of_a_row_is_not_repeated(site: Site) -> None:
    opened = Writer(site, node="mx1", log=LOG)
    with pytest.raises(LedgerUnavailable) as caught, opened._store.locked() as connection:
        connection.execute("INSERT INTO checkpoint VALUES (-1, 'a value of someone')")
    opened.close()
    assert "value of someone" not in str(caught.value)


def back_up(server: postgres.Server, database: str, folder: Path) -> Path:
    file = folder / "backup.dump"
    server.tool("pg_dump", "-Fc", "-f", str(file), database)
    return file


def put_back(server: postgres.Server, database: str, backup: Path) -> None:
    server.tool("pg_restore", "--clean", "--if-exists", "-d", database, str(backup))


def test_a_backup_restores_whole(server: postgres.Server, database: str, site: Site, tmp_path: Path) -> None:
    _, note = fill(site, some_entries(300))
    backup = back_up(server, database, tmp_path)
    server.run_sql(database, sql.SQL("DROP SCHEMA ledger CASCADE").format())
    put_back(server, database, backup)
    assert whole(site, note) == 300
    fill(site, [refusal("more")])


def test_an_older_backup_put_back_is_found_until_it_is_accepted(
    server: postgres.Server, database: str, site: Site, tmp_path: Path
) -> None:
    fill(site, some_entries(30))
    backup = back_up(server, database, tmp_path)
    running = Writer(site, node="mx1", log=LOG)
    running.append([draft(entry, NOON) for entry in some_entries(36)[30:]])
    kept = running.note
    put_back(server, database, backup)
    with pytest.raises(LedgerDamaged, match="fewer records"):
        running.append([draft(refusal("late"), NOON)])
    running.close()
    with pytest.raises(LedgerDamaged, match="accept-restore"):
        Writer(site, node="mx1", log=LOG)
    assert whole(site) == 30
    assert verify(site.place, checkpoint=kept).problem is not None
    accepted = accept_restore(site, node="mx1", log=LOG, reason="disk lost", when=NOON)
    assert (accepted.seen, accepted.seq) == (36, 30)
    fill(site, [refusal("on")])
    assert whole(site) == 32
    with pytest.raises(NothingToAccept):
        accept_restore(site, node="mx1", log=LOG, reason="again", when=NOON)


def test_a_log_that_grew_past_what_a_node_saw_along_another_way_is_refused(
    server: postgres.Server, database: str, site: Site, tmp_path: Path
) -> None:
    fill(site, some_entries(30))
    backup = back_up(server, database, tmp_path)
    fill(site, [refusal("seen")])
    put_back(server, database, backup)
    other = Writer(site, node="mx2", log=LOG)
    other.append([draft(refusal(f"other{i}"), NOON) for i in range(10)])
    other.close()
    with pytest.raises(LedgerDamaged, match="does not continue"):
        Writer(site, node="mx1", log=LOG)


def test_a_node_remembers_the_last_checkpoint_it_wrote(site: Site) -> None:
    _, note = fill(site, some_entries(7))
    memory = memory_path(site.key, "mx1", site.folder)
    assert (memory.read_text(), parse(note).size) == (note, 7)


def silent(step: str, done: int, total: int) -> None:
    assert step
    assert 0 <= done <= total


@pytest.fixture
def file(tmp_path: Path) -> Site:
    """A ledger of 300 records of two nodes in a file."""
    site = beside(tmp_path / "ledger.db")
    fill(site, some_entries(270))
    other = Writer(site, node="mx2", log=LOG)
    other.append([draft(refusal(f"other{i}"), NOON) for i in range(30)])
    other.close()
    return site


def test_a_move_keeps_every_row_and_the_file_is_not_written_any_more(
    server: postgres.Server, database: str, file: Site
) -> None:
    assert isinstance(file.place, Path)
    before = dump(file.place)
    moved = move(file, server.place(database), node="mx1", progress=silent)
    there = replace(file, place=server.place(database))
    with tampering(there.place) as connection:
        assert {table: select(connection, table) for table in TABLES} == before
    assert dump(moved.file) == before
    assert (whole(there), moved.report.checkpoints) == (300, 3)
    assert stat.S_IMODE(moved.file.stat().st_mode) == 0o400
    with pytest.raises(LedgerDamaged, match="gone"):
        Writer(file, node="mx1", log=LOG)
    fill(there, [refusal("on")])
    assert whole(there) == 301


def test_a_move_that_was_broken_off_before_its_end_is_begun_or_finished_anew(
    server: postgres.Server, database: str, file: Site
) -> None:
    target = server.place(database)

    def stop_at(step: str) -> Progress:
        def stop(at: str, done: int, _: int) -> None:
            if at == step and done:
                raise KeyboardInterrupt

        return stop

    with pytest.raises(KeyboardInterrupt):
        move(file, target, node="mx1", progress=stop_at("copying node"))
    assert not is_begun(target)
    assert whole(file) == 300
    assert isinstance(file.place, Path)
    moved = move(file, target, node="mx1", progress=silent)
    moved.file.rename(file.place)
    again = move(file, target, node="mx1", progress=silent)
    assert again.report == moved.report


def test_a_move_onto_another_ledger_is_refused(
    server: postgres.Server, database: str, file: Site, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    fill(server.site(database, tmp_path / "other"), some_entries(3))
    with pytest.raises(MoveRefused, match="on the server"):
        move(file, server.place(database), node="mx1", progress=silent)
    assert whole(file) == 300


def test_a_move_of_a_ledger_that_is_not_whole_is_refused(
    server: postgres.Server, database: str, file: Site
) -> None:
    with tampering(file.place) as connection:
        delete(connection, "part", (100, "transport"))
    with pytest.raises(MoveRefused, match="record 100, group transport"):
        move(file, server.place(database), node="mx1", progress=silent)
    assert not is_begun(server.place(database))


def test_a_move_under_a_running_gateway_is_refused(
    server: postgres.Server, database: str, file: Site
) -> None:
    running = Writer(file, node="mx1", log=LOG)
    with pytest.raises(LedgerUnavailable, match="stop it first"):
        move(file, server.place(database), node="mx1", progress=silent)
    running.close()


CONFIG = BARE + 'ledger: {{url: "{url}", key: "{key}", node: mx1, log: {log}}}\n'


def run(config: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["transfers", *arguments, "--config", str(config)])
    return result.exit_code, result.output


def test_the_commands_move_verify_and_list(
    server: postgres.Server, database: str, file: Site, tmp_path: Path
) -> None:
    config = tmp_path / "gateway.yaml"
    config.write_text(CONFIG.format(url=f"sqlite://{file.place}", key=file.key, log=LOG))
    code, said = run(config, "migrate", "--to", server.url(database))
    assert (code, "Moved 300 records and 3 checkpoints" in said) == (0, True)
    config.write_text(CONFIG.format(url=server.url(database), key=file.key, log=LOG))
    assert "The ledger is whole: 300 records" in run(config, "verify")[1]
    assert "Transfers: 210 " in run(config, "list")[1]
    assert run(config, "migrate", "--to", server.url(database))[0] == 2
    assert run(config, "accept-restore", "--reason", "none")[0] == 1


def test_the_doctor_looks_at_the_server(server: postgres.Server, database: str, site: Site) -> None:
    new = [(remark.grade, remark.code) for remark in ledger_remarks(site, "mx1", LOG)]
    assert new == [(Grade.OK, Code.LEDGER_SERVER), (Grade.OK, Code.LEDGER)]
    fill(site, some_entries(3))
    assert [remark.grade for remark in ledger_remarks(site, "mx1", LOG)] == [Grade.OK] * 3
    server.run_sql(database, sql.SQL("DROP SCHEMA ledger CASCADE").format())
    gone = list(ledger_remarks(site, "mx1", LOG))[-1]
    assert (gone.grade, gone.code) == (Grade.ERROR, Code.LEDGER)
    absent = replace(site, place=server.place("absent"))
    assert [remark.code for remark in ledger_remarks(absent, "mx1", LOG)] == [Code.LEDGER_SERVER]


def test_the_doctor_warns_of_a_server_that_does_not_keep_what_it_says(tmp_path: Path) -> None:
    with postgres.running("-c fsync=off -c full_page_writes=off") as unsafe:
        told = list(ledger_remarks(unsafe.site("postgres", tmp_path), "mx1", LOG))
    assert [remark.detail for remark in told if remark.grade is Grade.ERROR] == [
        "fsync is off",
        "full_page_writes is off",
    ]


def test_older_tables_are_copied_to_a_schema_beside_them_and_migrated_once(site: Site) -> None:
    index = "CREATE INDEX record_by_type ON record (type, t)"
    fill(site, some_entries(5))
    with tampering(site.place) as connection:
        connection.execute("DROP INDEX record_by_type")
        connection.execute("COMMENT ON SCHEMA ledger IS '0'")

    def opened(*steps: str) -> Migrated | None:
        known = Formats(FORMAT, {0: steps})
        with closing(Writer(site, node="mx1", log=LOG, formats=known, clock=lambda: NOON)) as opened:
            return opened.migrated

    with pytest.raises(LedgerUnavailable, match="already exists"):
        opened(index, "CREATE TABLE record (seq BIGINT)")
    done = opened(index)
    assert done == Migrated(0, FORMAT, f"the schema ledger_format0_{NOON:%Y%m%d}")
    assert opened(index) is None
    assert copies(site.place) == (done.backup,)
    assert whole(site) == 5
    with rows.reading(site.place) as kept:
        count = kept.execute(f"SELECT count(*) FROM ledger_format0_{NOON:%Y%m%d}.record")  # noqa: S608 - its name
        assert count.fetchone() == (5,)
