"""What someone with the ledger's database, and then with its key, can and cannot do unseen."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from gateway.ledger.checkpoint import Checkpoint, kept_sizes, public_bytes, sign
from gateway.ledger.connection import Connection
from gateway.ledger.errors import CheckpointError, LedgerUnavailable
from gateway.ledger.keyfile import load_key, load_or_create_key
from gateway.ledger.merkle import Tree, leaf_hash
from gateway.ledger.place import Site, beside
from gateway.ledger.record import parse_header
from gateway.ledger.report import Problem, Report
from gateway.ledger.verify import verify
from tests.support import postgres
from tests.support.ledger import (
    LOG,
    TABLES,
    Cell,
    copy,
    delete,
    fill,
    insert,
    place_of,
    put,
    select,
    some_entries,
    tampering,
)

SIZE = 270
FAR = 1_000_000
CELLS = [(table, column) for table, columns in TABLES.items() for column in columns]


Copy = Callable[[Site, Path], Site]

on_both = pytest.mark.parametrize(
    "kept_in",
    [
        "sqlite",
        pytest.param(
            "postgresql",
            marks=pytest.mark.skipif(postgres.unavailable() is not None, reason=str(postgres.unavailable())),
        ),
    ],
)
on_sqlite = pytest.mark.parametrize("kept_in", ["sqlite"])
on_postgresql = pytest.mark.skipif(postgres.unavailable() is not None, reason=str(postgres.unavailable()))


@pytest.fixture(scope="module")
def in_file() -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        site = beside(Path(folder) / "ledger.db")
        fill(site, some_entries(SIZE))
        yield site


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    # Nothing here outlives the test, and a hundred databases are made and dropped.
    with postgres.running("-c fsync=off") as server:
        yield server


@pytest.fixture(scope="module")
def on_server(server: postgres.Server) -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        site = server.site(server.new_database(), Path(folder))
        fill(site, some_entries(SIZE))
        yield site


@pytest.fixture
def original(kept_in: str, request: pytest.FixtureRequest) -> Site:
    site = request.getfixturevalue("in_file" if kept_in == "sqlite" else "on_server")
    assert isinstance(site, Site)
    return site


@pytest.fixture
def copying(kept_in: str, request: pytest.FixtureRequest) -> Iterator[Copy]:
    """Copies a ledger into a folder; copies on the server are gone after the test."""
    with ExitStack() as ends:
        if kept_in == "sqlite":
            yield copied_file
        else:
            server = request.getfixturevalue("server")
            yield lambda site, folder: ends.enter_context(server.copied(site, folder))


@pytest.fixture
def ledger(original: Site, copying: Copy, tmp_path: Path) -> Site:
    return copying(original, tmp_path)


def copied_file(ledger: Site, folder: Path) -> Site:
    assert isinstance(ledger.place, Path)
    return beside(copy(ledger.place, folder))


def verified(ledger: Site, checkpoint: str | None = None) -> Report:
    return verify(ledger.place, public_key=public_bytes(load_key(ledger.key)), checkpoint=checkpoint)


def first_bad(ledger: Site, checkpoint: str | None = None) -> Problem:
    problem = verified(ledger, checkpoint).problem
    assert problem is not None
    return problem


def other(value: Cell) -> Cell:
    match value:
        case int():
            return value + 1000
        case str():
            return value.replace(value[-2:], "xx").encode()
        case bytes():
            return value[:-1] + bytes([value[-1] ^ 1])


def rebuild(connection: Connection, key: Ed25519PrivateKey | None) -> None:
    """Makes tree and state agree with the records again, and signs everything when there is a key."""
    connection.execute("DELETE FROM node")
    tree, notes = Tree(), {}
    headers = [row[0] for row in connection.execute("SELECT header FROM record ORDER BY seq")]
    for header in (None, *headers):
        if header is not None:
            tree, nodes = tree.push(leaf_hash(header))
            for node in nodes:
                insert(connection, "node", (node.level, node.index, node.hash))
        if key is not None and tree.size in kept_sizes(len(headers)):
            notes[tree.size] = sign(Checkpoint(LOG, tree.size, tree.root()), key)
    connection.execute("UPDATE state SET size = ?, frontier = ?", (tree.size, b"".join(tree.frontier)))
    if key is not None:
        connection.execute("DELETE FROM checkpoint")
        connection.execute("UPDATE state SET public_key = ?", (public_bytes(key),))
        connection.executemany("INSERT INTO checkpoint VALUES (?, ?)", list(notes.items()))


def rewrite(connection: Connection, seq: int) -> None:
    """Moves a record an hour, header and column alike."""
    header = parse_header(connection.execute("SELECT header FROM record WHERE seq = ?", (seq,)).fetchone()[0])
    later = replace(header, t=header.t + 3_600_000_000)
    connection.execute("UPDATE record SET t = ?, header = ? WHERE seq = ?", (later.t, later.encode(), seq))


def truncate(connection: Connection, size: int) -> None:
    for table in ("part", "record"):
        for row in select(connection, table):
            if int(row[0]) >= size:
                delete(connection, table, place_of(table, row))


@on_both
def test_an_untouched_ledger_is_whole(ledger: Site) -> None:
    report = verified(ledger)
    assert (report.ok, report.size, report.checkpoints, report.problem) == (True, SIZE, 3, None)


@on_both
@pytest.mark.parametrize(("table", "column"), CELLS)
@pytest.mark.parametrize("which", ["first", "last"])
def test_a_changed_cell_is_found(ledger: Site, table: str, column: str, which: str) -> None:
    with tampering(ledger.place) as connection:
        row = select(connection, table)[0 if which == "first" else -1]
        try:
            put(connection, table, place_of(table, row), column, other(row[TABLES[table].index(column)]))
        except psycopg.errors.CheckViolation:
            pytest.skip("PostgreSQL itself refuses this")
    assert not verified(ledger).ok


@on_both
@pytest.mark.parametrize("column", ["t", "id", "node", "type", "header", "salt", "body", "name"])
@pytest.mark.parametrize("seq", [0, 100, SIZE - 1])
def test_a_changed_record_is_named(ledger: Site, seq: int, column: str) -> None:
    table = "record" if column in TABLES["record"] else "part"
    with tampering(ledger.place) as connection:
        row = next(row for row in select(connection, table) if row[0] == seq)
        put(connection, table, place_of(table, row), column, other(row[TABLES[table].index(column)]))
    problem = first_bad(ledger)
    assert (problem.seq, problem.where.split(",")[0]) == (seq, f"record {seq}")


@on_both
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("where", [0.0, 0.5, 1.0])
def test_a_deleted_row_is_found(ledger: Site, table: str, where: float) -> None:
    with tampering(ledger.place) as connection:
        rows = select(connection, table)
        delete(connection, table, place_of(table, rows[int(where * (len(rows) - 1))]))
    assert not verified(ledger).ok


@on_both
@pytest.mark.parametrize("table", TABLES)
def test_an_inserted_row_is_found(ledger: Site, table: str) -> None:
    with tampering(ledger.place) as connection:
        row = select(connection, table)[-1]
        try:
            insert(connection, table, (int(row[0]) + 1, *row[1:]))
        except psycopg.errors.CheckViolation:
            pytest.skip("PostgreSQL itself refuses this")
    assert not verified(ledger).ok


@on_both
@pytest.mark.parametrize("seq", [0, 100, SIZE - 2])
def test_two_swapped_records_are_named(ledger: Site, seq: int) -> None:
    with tampering(ledger.place) as connection:
        for table in ("record", "part"):
            for old, new in ((seq, FAR), (seq + 1, seq), (FAR, seq + 1)):
                rows = [row for row in select(connection, table) if row[0] == old]
                for row in rows:
                    put(connection, table, place_of(table, row), "seq", new)
    problem = first_bad(ledger)
    assert (problem.seq, problem.where) == (seq, f"record {seq}, seq")


@on_both
@pytest.mark.parametrize("seq", [0, 100, SIZE - 2])
def test_a_record_taken_out_and_the_gap_closed_is_named(ledger: Site, seq: int) -> None:
    with tampering(ledger.place) as connection:
        for table in ("record", "part"):
            for row in select(connection, table):
                if row[0] == seq:
                    delete(connection, table, place_of(table, row))
                elif int(row[0]) > seq:
                    put(connection, table, place_of(table, row), "seq", int(row[0]) - 1)
    assert first_bad(ledger).seq == seq


@on_both
def test_a_record_taken_out_leaves_its_number_missing(ledger: Site) -> None:
    with tampering(ledger.place) as connection:
        delete(connection, "record", (100,))
    problem = first_bad(ledger)
    assert (problem.seq, problem.where, problem.what) == (100, "record 100", "is missing")


@on_both
def test_a_group_erased_without_a_record_of_it_is_named(ledger: Site) -> None:
    with tampering(ledger.place) as connection:
        delete(connection, "part", (100, "transport"))
    problem = first_bad(ledger)
    assert (problem.seq, problem.where) == (100, "record 100, group transport")


@on_both
def test_groups_exchanged_between_records_are_named(ledger: Site) -> None:
    with tampering(ledger.place) as connection:
        rows = {row[0]: row for row in select(connection, "part") if row[1] == "transport"}
        for seq, source in ((100, 101), (101, 100)):
            put(connection, "part", (seq, "transport"), "salt", rows[source][2])
            put(connection, "part", (seq, "transport"), "body", rows[source][3])
    assert first_bad(ledger).seq == 100


@on_both
@pytest.mark.parametrize("size", [SIZE - 1, 256, 100])
def test_a_tail_cut_off_is_named(ledger: Site, size: int) -> None:
    with tampering(ledger.place) as connection:
        truncate(connection, size)
    problem = first_bad(ledger)
    assert (problem.seq, problem.means) == (size, "The end of the ledger was cut off.")


@on_both
@pytest.mark.parametrize("size", [SIZE - 1, 256, 100])
def test_a_tail_cut_off_with_tree_and_state_made_to_fit_is_named(ledger: Site, size: int) -> None:
    with tampering(ledger.place) as connection:
        truncate(connection, size)
        rebuild(connection, None)
    problem = first_bad(ledger)
    assert (problem.seq, problem.means) == (size, "The end of the ledger was cut off.")


@on_both
@pytest.mark.parametrize("size", [SIZE - 1, 100])
def test_a_tail_cut_off_with_its_checkpoints_too_leaves_no_checkpoint(ledger: Site, size: int) -> None:
    with tampering(ledger.place) as connection:
        truncate(connection, size)
        rebuild(connection, None)
        connection.execute("DELETE FROM checkpoint WHERE size > ?", (size,))
    assert first_bad(ledger).where == f"checkpoint {size}"


@on_both
@pytest.mark.parametrize(("seq", "checkpoint"), [(0, 256), (255, 256), (256, SIZE), (SIZE - 1, SIZE)])
def test_a_rewritten_record_with_a_tree_to_match_is_not_what_was_signed(
    ledger: Site, seq: int, checkpoint: int
) -> None:
    with tampering(ledger.place) as connection:
        rewrite(connection, seq)
        rebuild(connection, None)
    assert first_bad(ledger).where == f"checkpoint {checkpoint}"


@on_both
def test_a_node_without_its_record_is_found(ledger: Site) -> None:
    with tampering(ledger.place) as connection:
        insert(connection, "node", (40, 0, bytes(32)))
    assert first_bad(ledger).where == "node"


@on_sqlite
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER later AFTER INSERT ON record BEGIN DELETE FROM record WHERE seq = NEW.seq; END",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TABLE extra (a)",
        "DROP INDEX record_by_id",
        "DROP TABLE node",
        "DROP TABLE state",
        "PRAGMA user_version = 9",
    ],
)
def test_tables_that_are_not_those_of_the_format_are_found(ledger: Site, statement: str) -> None:
    with tampering(ledger.place) as connection:
        connection.execute(statement)
    assert first_bad(ledger).where == "tables"


@on_postgresql
@pytest.mark.parametrize("kept_in", ["postgresql"])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE FUNCTION later() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "CREATE RULE later AS ON INSERT TO record DO INSTEAD NOTHING",
        "ALTER TABLE record ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY hide ON record USING (seq < 100)",
        "CREATE TABLE public.heir () INHERITS (record)",
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TABLE extra (a int)",
        "ALTER TABLE checkpoint SET UNLOGGED",
        "ALTER TABLE record ADD COLUMN extra int",
        "ALTER TABLE record ALTER COLUMN t DROP NOT NULL",
        "ALTER TABLE record ALTER COLUMN t SET DEFAULT 0",
        "ALTER TABLE part DROP CONSTRAINT part_seq_fkey",
        "DROP INDEX record_by_id",
        "DROP TABLE node",
        "DROP TABLE state",
        "DROP SCHEMA ledger CASCADE",
        "COMMENT ON SCHEMA ledger IS '9'",
    ],
)
def test_tables_on_a_server_that_are_not_those_of_the_format_are_found(ledger: Site, statement: str) -> None:
    with tampering(ledger.place) as connection:
        connection.execute(statement)
    assert first_bad(ledger).where == "tables"


def replace_key(ledger: Site, *, sign_anew: bool) -> None:
    """Puts a new key in the place of the old, and signs the whole ledger with it when asked."""
    ledger.key.unlink()
    load_or_create_key(ledger.key)
    if sign_anew:
        with tampering(ledger.place) as connection:
            rewrite(connection, 100)
            rebuild(connection, load_key(ledger.key))


@on_both
def test_a_replaced_key_file_is_found(ledger: Site) -> None:
    replace_key(ledger, sign_anew=False)
    assert first_bad(ledger).where == "signing key"


@on_both
def test_a_replaced_key_file_and_public_key_are_found(ledger: Site) -> None:
    replace_key(ledger, sign_anew=False)
    with tampering(ledger.place) as connection:
        put(connection, "state", (1,), "public_key", public_bytes(load_key(ledger.key)))
    assert first_bad(ledger).where == "checkpoint 0"


def latest(ledger: Site) -> str:
    with tampering(ledger.place) as connection:
        return str(select(connection, "checkpoint")[-1][1])


@on_both
def test_a_ledger_signed_anew_with_another_key_is_found_by_a_checkpoint_kept_elsewhere(
    original: Site, ledger: Site
) -> None:
    kept = latest(original)
    replace_key(ledger, sign_anew=True)
    assert first_bad(ledger, kept).where == "outside checkpoint"


@on_both
def test_a_history_rewritten_with_the_key_is_found_by_a_checkpoint_kept_elsewhere(
    original: Site, ledger: Site
) -> None:
    kept = latest(original)
    with tampering(ledger.place) as connection:
        rewrite(connection, 100)
        rebuild(connection, load_key(ledger.key))
    assert first_bad(ledger, kept).where == "outside checkpoint"


@on_both
def test_a_history_rewritten_with_the_key_passes_without_and_the_report_says_so(ledger: Site) -> None:
    with tampering(ledger.place) as connection:
        rewrite(connection, 100)
        rebuild(connection, load_key(ledger.key))
    report = verified(ledger)
    assert report.ok
    assert any("holds the signing key" in limit for limit in report.limits)


@on_both
def test_an_older_copy_put_back_is_found_by_a_checkpoint_kept_elsewhere(
    ledger: Site, copying: Copy, tmp_path: Path
) -> None:
    (tmp_path / "older").mkdir()
    older = copying(ledger, tmp_path / "older")
    _, kept = fill(ledger, some_entries(SIZE + 3)[SIZE:])
    assert verified(ledger, kept).ok
    assert verified(older).ok
    assert first_bad(older, kept).seq == SIZE


@on_both
def test_a_longer_ledger_continues_every_earlier_checkpoint(ledger: Site) -> None:
    before, after = fill(ledger, some_entries(SIZE + 30)[SIZE:])
    assert verified(ledger, before).ok
    assert verified(ledger, after).ok


@on_both
@pytest.mark.parametrize("note", ["", "no checkpoint", "a\n1\nb\n\n"])
def test_a_file_that_is_no_checkpoint_is_no_proof_of_tampering(ledger: Site, note: str) -> None:
    with pytest.raises(CheckpointError):
        verified(ledger, note)


@on_sqlite
@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"no database at all, and long enough to be looked at" * 100),
    ],
)
def test_a_ledger_that_cannot_be_read_is_neither_whole_nor_tampered_with(
    ledger: Site, spoil: Callable[[Path], object]
) -> None:
    assert isinstance(ledger.place, Path)
    spoil(ledger.place)
    with pytest.raises(LedgerUnavailable):
        verify(ledger.place)


@on_sqlite
def test_an_emptied_file_is_found(ledger: Site) -> None:
    assert isinstance(ledger.place, Path)
    ledger.place.write_bytes(b"")
    assert first_bad(ledger).where == "tables"
