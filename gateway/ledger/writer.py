"""One transaction on the ledger: number, hang in the tree, sign, commit. Synchronous, for one thread.

Several processes may write one ledger, each under a ``node`` name of its own: the state row is
read inside ``BEGIN IMMEDIATE``, so numbers stay gapless. The node's name is locked while its
process lives; at opening, an intent of the same node without outcome was therefore left by a
run that is over, and is closed as ``unknown``. Intents of other nodes are theirs to close.

Before anything is appended the tree so far must equal its signed checkpoint, so that a change
made without the key is never signed over.
"""

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from gateway.ledger import database
from gateway.ledger.checkpoint import KEPT_EVERY, Checkpoint, open_own_note, public_bytes, sign
from gateway.ledger.database import State
from gateway.ledger.errors import LedgerDamaged, LedgerError, LedgerUnavailable, RecordError
from gateway.ledger.keyfile import key_path, load_key, load_or_create_key, sync_folder
from gateway.ledger.merkle import Tree, leaf_hash
from gateway.ledger.record import Draft, Leaf, misplaced, require_name

_LEDGER_MODE = 0o640
_LOCK_MODE = 0o600

Identity = tuple[tuple[int, int], ...]


class Writer:
    """The file as one process writes it. Owned by one thread at a time; needs no lock of its own."""

    __slots__ = ("_connection", "_files", "_key", "_lock", "_log", "_node", "_path", "_seen", "note")

    def __init__(self, path: Path, *, node: str, log: str) -> None:
        """Opens ``path``, made first with its key when nothing is there.

        Raises LedgerUnavailable, KeyFileError, and RecordError when ``node`` or ``log`` is no plain name.
        """
        require_name(node)
        require_name(log)
        self._path, self._node, self._log = path, node, log
        self._connection: sqlite3.Connection | None = None
        self._files: Identity = ()
        self._seen = 0
        self.note = ""
        with _as_unavailable():
            self._key = load_key(key_path(path)) if _begun(path) else load_or_create_key(key_path(path))
            self._lock = _lock_node(path, node)
        try:
            self._create()
            self.append(())
        except LedgerError:
            self.close()
            raise

    def append(self, drafts: Sequence[Draft]) -> tuple[Leaf | RecordError, ...]:
        """Makes all ``drafts`` durable in one transaction, a fault of its own apart for each.

        Raises LedgerUnavailable when none of them is; the next call then opens the file anew.
        """
        try:
            with _as_unavailable(), _immediate(self._connected()) as connection:
                state = self._trusted(connection)
                tree, results = self._add(connection, state, drafts)
                note = self._close_batch(connection, state.tree, tree)
        except LedgerUnavailable:
            self._disconnect()
            raise
        self._seen, self.note = tree.size, note
        return results

    def left_open(self) -> tuple[str, ...]:
        """The ids of this node's intents without outcome. Raises LedgerUnavailable."""
        with _as_unavailable():
            return database.open_intents(self._connected(), self._node)

    def close(self) -> None:
        """Closes the file and gives the node's name free."""
        self._disconnect()
        os.close(self._lock)

    def _create(self) -> None:
        with _as_unavailable(), _locked(key_path(self._path)):
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, _LEDGER_MODE))
            sync_folder(self._path.parent)
            with _immediate(self._connected()) as connection:
                if not database.exists(connection):
                    state = State(self._log, public_bytes(self._key), Tree())
                    database.create(connection, state, self._signed(Tree()))

    def _add(
        self, connection: sqlite3.Connection, state: State, drafts: Sequence[Draft]
    ) -> tuple[Tree, tuple[Leaf | RecordError, ...]]:
        tree, results = state.tree, list[Leaf | RecordError]()
        for record in drafts:
            if wrong := misplaced(record.type, database.types_of(connection, record.transfer)):
                results.append(RecordError(wrong))
                continue
            header = record.header(self._log, self._node, tree.size)
            leaf = leaf_hash(header.encode())
            tree, nodes = tree.push(leaf)
            database.add_record(connection, header, record.groups)
            database.add_nodes(connection, nodes)
            if tree.size % KEPT_EVERY == 0:
                database.add_checkpoint(connection, tree.size, self._signed(tree))
            results.append(Leaf(header.seq, leaf.hex()))
        return tree, tuple(results)

    def _close_batch(self, connection: sqlite3.Connection, before: Tree, tree: Tree) -> str:
        """Moves state and latest checkpoint on to ``tree``; the latest note."""
        if tree.size != before.size:
            database.move_state(connection, tree)
            if before.size % KEPT_EVERY:
                database.drop_checkpoint(connection, before.size)
            if tree.size % KEPT_EVERY:
                database.add_checkpoint(connection, tree.size, self._signed(tree))
        return database.note_at(connection, tree.size) or ""

    def _trusted(self, connection: sqlite3.Connection) -> State:
        """The state, when it is what this log's key signed and no older than what this process has seen."""
        if database.file_format(connection) != database.FORMAT:
            raise LedgerUnavailable("the ledger has tables of another version")
        state = database.read_state(connection)
        if (state.log, state.public_key) != (self._log, public_bytes(self._key)):
            raise LedgerDamaged("the ledger belongs to another log or another key")
        signed = open_own_note(
            database.note_at(connection, state.tree.size) or "", self._log, public_bytes(self._key)
        )
        whole = len(state.tree.frontier) == state.tree.size.bit_count()
        if not whole or signed != Checkpoint(self._log, state.tree.size, state.tree.root()):
            raise LedgerDamaged("the tree is not the one that was signed")
        if state.tree.size < self._seen:
            raise LedgerDamaged("the ledger has fewer records than it had")
        return state

    def _signed(self, tree: Tree) -> str:
        return sign(Checkpoint(self._log, tree.size, tree.root()), self._key)

    def _connected(self) -> sqlite3.Connection:
        """The connection to the files that bear the ledger's name now; what unlinked ones take is lost."""
        if self._connection is not None and self._files != _identity(self._path):
            self._disconnect()
        if self._connection is None:
            self._connection = database.connect_writer(self._path)
            self._files = _identity(self._path)
        return self._connection

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


@contextmanager
def _immediate(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """``BEGIN IMMEDIATE`` … ``COMMIT``, or ``ROLLBACK`` when anything is raised."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def _as_unavailable() -> Iterator[None]:
    """What disk and file can raise becomes LedgerUnavailable, what only tampering can, LedgerDamaged."""
    try:
        yield
    except LedgerUnavailable:
        raise
    except sqlite3.Error as error:
        raise LedgerUnavailable(f"the ledger cannot be written: {error}") from error
    except OSError as error:
        raise LedgerUnavailable(f"the ledger cannot be written: {error.strerror}") from error
    except (LookupError, TypeError, ValueError) as error:
        raise LedgerDamaged(f"the ledger does not read as it was written: {error}") from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the file ``path`` for this process alone, waiting for whoever has it."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _lock_node(path: Path, node: str) -> int:
    """A descriptor that keeps ``node``'s name taken until it is closed or the process ends."""
    name = path.with_name(f"{path.name}.{quote(node, safe='')}.lock")
    descriptor = os.open(name, os.O_RDWR | os.O_CREAT, _LOCK_MODE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise LedgerUnavailable("another process writes this ledger under the same node name") from None
    return descriptor


def _begun(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _identity(path: Path) -> Identity:
    """Which files bear the names of the ledger and its WAL. Raises OSError when one is gone."""
    found = (path.stat(), path.with_name(f"{path.name}-wal").stat())
    return tuple((stat.st_dev, stat.st_ino) for stat in found)
