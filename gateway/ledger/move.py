"""Moving a ledger from its SQLite file to PostgreSQL: every record, leaf, checkpoint and key, or nothing.

All of it is one transaction, which is verified before it is committed. An attempt that was broken off
leaves both sides as they were; one that was broken off behind the commit is finished by the next.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gateway.ledger import database, rows
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.connection import Connection
from gateway.ledger.errors import MoveRefused
from gateway.ledger.filelock import lock, node_locks, waiting
from gateway.ledger.keyfile import load_key, sync_folder
from gateway.ledger.memory import Memory, memory_path
from gateway.ledger.place import Postgres, Site
from gateway.ledger.postgres import PostgresConnection, PostgresStore
from gateway.ledger.report import Report
from gateway.ledger.sqlite import connect_writer
from gateway.ledger.sqlite_faults import faults
from gateway.ledger.verify import verify_snapshot
from gateway.said import Said, say

_REPORT_EVERY = 1000
_READ_ONLY_MODE = 0o400

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What is on the server now, and the name that the file bears from now on."""

    report: Report
    file: Path


def move(site: Site, target: Postgres, *, node: str, progress: Progress) -> Moved:
    """Moves the ledger in the SQLite file of ``site`` to ``target``; ``node`` is who may go on there.

    ``progress`` hears a step's name, how many rows are done and how many there are (0: not known).
    The file is set aside under another name, not to be written. Raises MoveRefused, KeyFileError and
    LedgerUnavailable; CommitUnknown when it must be run again to know.
    """
    if not isinstance(site.place, Path):
        raise MoveRefused(say("the ledger is on PostgreSQL already"))
    public_key = public_bytes(load_key(site.key))
    with _alone(site.place, site.key):
        report, note = _to_server(site.place, target, public_key, progress)
        memory = Memory(memory_path(site.key, node, site.folder))
        if memory.recall(report.log, public_key) is None:
            memory.keep(note)
        return Moved(report, _retire(site.place))


def _to_server(file: Path, target: Postgres, public_key: bytes, progress: Progress) -> tuple[Report, str]:
    store = PostgresStore(target, "move")
    try:
        with rows.reading(file) as old:
            progress(say("verifying the file"), 0, 0)
            note = list(rows.checkpoints(old).values())[-1]
            _require_whole(verify_snapshot(old, public_key=public_key, checkpoint=note), _file_refused)
            with store.founding() as new:
                if not new.is_begun():
                    _copy(old, new, progress)
                progress(say("verifying the copy"), 0, 0)
                report = verify_snapshot(new, public_key=public_key, checkpoint=note)
                _require_whole(report, _copy_refused)
            return report, note
    finally:
        store.close()


def _require_whole(report: Report, refused: Callable[[Said], Said]) -> None:
    if report.problem is not None:
        raise MoveRefused(refused(report.problem.seen()))


def _unmoved(reason: str) -> Said:
    return say("the ledger cannot be moved: {reason}", reason=reason)


def _file_refused(found: Said) -> Said:
    return say("the file is not whole, or not this ledger: {found}", found=found)


def _copy_refused(found: Said) -> Said:
    return say("what is on the server is not whole, or not this ledger: {found}", found=found)


def _copy(old: Connection, new: PostgresConnection, progress: Progress) -> None:
    new.create_tables()
    for table in database.TABLES:
        total = int(old.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a table of the schema
        step = say("copying {table}", table=table)
        progress(step, 0, total)
        with new.raw.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
            for done, row in enumerate(old.stream(f"SELECT * FROM {table} ORDER BY 1"), 1):  # noqa: S608 - as above
                copy.write_row(row)
                if done % _REPORT_EVERY == 0 or done == total:
                    progress(step, done, total)
    new.execute("ANALYZE")


@contextmanager
def _alone(path: Path, key: Path) -> Iterator[None]:
    """Keeps every writer off the ledger in ``path``. Raises LedgerUnavailable while one is there.

    Raises MoveRefused when an earlier file is in the way.
    """
    if _retired(path).exists():
        raise MoveRefused(say("{file} is there already; set it aside first", file=_retired(path).name))
    with faults(_unmoved), ExitStack() as ends:
        # Opening takes the key's lock, so that no writer begins; writing takes a node's, so none is there.
        ends.enter_context(waiting(key))
        for name in node_locks(path):
            ends.callback(os.close, lock(name))
        yield


def _retired(path: Path) -> Path:
    """The name of the file ``path`` once its ledger has moved."""
    return path.with_name(f"{path.name}.moved")


def _retire(path: Path) -> Path:
    """Sets the ledger in ``path`` aside, whole and in one file that may only be read; its new name."""
    with faults(_unmoved):
        with closing(connect_writer(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        moved = path.rename(_retired(path))
        moved.chmod(_READ_ONLY_MODE)
        sync_folder(path.parent)
    return moved
