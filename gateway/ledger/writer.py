"""One transaction on the ledger: number, hang in the tree, sign, commit. Synchronous, for one thread.

Several processes may write one ledger, each under a ``node`` name of its own: the state row is read
inside a transaction that holds it (``Store.locked``), so numbers stay gapless. The node's name is
locked while its process writes; at opening, an intent of the same node without outcome was therefore
left by a run that is over, and is closed as ``unknown``. Intents of other nodes are theirs to close.

Before anything is appended the tree so far must equal its signed checkpoint, so that a change made
without the key is never signed over, and it must continue the last checkpoint this node saw, so that
an older copy put back is not.
"""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import partial

from gateway.ledger import database
from gateway.ledger.batch import Batch
from gateway.ledger.behind import broken_off
from gateway.ledger.belonging import foreign, require_own
from gateway.ledger.checkpoint import KEPT_EVERY, Checkpoint, open_own_note, public_bytes, sign
from gateway.ledger.connection import Connection
from gateway.ledger.database import State
from gateway.ledger.erasing import Erasing
from gateway.ledger.errors import CommitUnknown, LedgerDamaged, LedgerError, LedgerUnavailable, RecordError
from gateway.ledger.formats import FORMATS, Formats, Migrated, migrate, steps_from
from gateway.ledger.keyfile import load_key, load_or_create_key
from gateway.ledger.memory import Memory, contradicts, memory_path
from gateway.ledger.merkle import EMPTY_ROOT, Tree, leaf_hash
from gateway.ledger.place import Site
from gateway.ledger.record import Draft, Leaf, RecordType, misplaced, require_name
from gateway.ledger.stores import is_begun, open_store
from gateway.said import said_by, say

_LOOK_SECONDS, _PAUSE_SECONDS = 10.0, 0.25
Types = Mapping[str, tuple[RecordType, ...]]


class Writer:
    """The ledger as one process writes it. Owned by one thread at a time; needs no lock of its own."""

    __slots__ = (
        "_doubtful", "_file", "_formats", "_key", "_log", "_memory", "_node", "_seen", "_store",
        "migrated", "note",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913 - each is one fact of the installation, named where it is given
        self,
        site: Site,
        *,
        node: str,
        log: str,
        restored: Draft | None = None,
        formats: Formats = FORMATS,
        clock: Callable[[], datetime] = partial(datetime.now, UTC),  # noqa: B008 - called when it is needed
    ) -> None:
        """Opens the ledger at ``site``, made first with its key when nothing is there.

        One of an older format is backed up and migrated; ``migrated`` says so. ``restored`` is appended
        first and sets aside what this node remembers of the ledger. Raises LedgerUnavailable, also for a
        newer format, KeyFileError, and RecordError when ``node`` or ``log`` is no plain name.
        """
        require_name(node)
        require_name(log)
        memory = memory_path(site.key, node, site.folder)
        begun = is_begun(site.place) or memory.exists()
        self._key = load_key(site.key) if begun else load_or_create_key(site.key)
        self._node, self._log, self._memory, self._formats = node, log, Memory(memory), formats
        self._file, self._doubtful = site.key, set[str]()
        if begun:  # before anything is made beside another's ledger
            require_own(site, log, public_bytes(self._key))
        seen = None if restored else self._memory.recall(log, public_bytes(self._key))
        self._seen = seen or Checkpoint(log, 0, EMPTY_ROOT)
        self.note = ""
        self.migrated: Migrated | None = None
        self._store = open_store(site.place, node=node, key=site.key)
        try:
            self._create(clock().date())
            self.append((restored,) if restored else ())
            self._memory.keep(self.note)
        except LedgerError:
            self.close()
            raise

    def append(
        self, drafts: Sequence[Draft], erasing: Erasing | None = None
    ) -> tuple[Leaf | RecordError, ...]:
        """Makes all ``drafts`` durable in one transaction, a fault of its own apart for each.

        What ``erasing`` names is gone in the same transaction. Raises LedgerUnavailable when nothing
        was done; the next call then opens the database anew.
        """
        batch = Batch(Tree())
        try:
            with _as_damaged(), self._store.locked() as connection:
                batch = self._write(connection, drafts)
                if erasing is not None:
                    erasing.carry_out(connection)
        except CommitUnknown:
            self._find(batch)
        except LedgerUnavailable:
            # A commit that the disk did not confirm can be in the file after all.
            self._doubtful |= batch.intents()
            self._store.disconnect()
            raise
        self._seen, self.note = Checkpoint(self._log, batch.tree.size, batch.tree.root()), batch.note
        # The records are durable: that the memory lags behind them must not say otherwise.
        with suppress(LedgerUnavailable):
            self._memory.keep(self.note)
        return tuple(batch.results)

    def settle(self) -> bool:
        """Leaves no erased byte in the database's files; False while others keep it in use."""
        return self._store.settle()

    def left_open(self) -> tuple[str, ...]:
        """The ids of this node's intents without outcome. Raises LedgerUnavailable."""
        with _as_damaged(), self._store.locked() as connection:
            return database.open_intents(connection, self._node)

    def abandoned(self) -> tuple[str, ...]:
        """The ids of intents that were said not to be durable and are in the ledger after all, still open.

        Raises LedgerUnavailable.
        """
        if self._doubtful:
            self._doubtful.intersection_update(self.left_open())
        return tuple(sorted(self._doubtful))

    def close(self) -> None:
        """Closes the database and gives the node's name free."""
        with suppress(LedgerUnavailable):
            self._memory.sync()
        self._store.close()

    def _create(self, day: date) -> None:
        with _as_damaged(), self._store.founding() as connection:
            if connection.is_begun():
                self._migrate(connection, day)
                return
            if self._seen.size:
                raise contradicts(say("the ledger is gone"))
            state = State(self._log, public_bytes(self._key), Tree())
            database.create(connection, state, self._signed(Tree()))

    def _migrate(self, connection: Connection, day: date) -> None:
        """Brings older tables to the current format, all steps or none, and none on a tree not trusted."""
        if steps_from(connection.format(), self._formats):
            with self._store.backed_up(connection.format(), day) as backup:
                self.migrated = migrate(connection, self._formats, backup)
                self._trusted(connection)

    def _write(self, connection: Connection, drafts: Sequence[Draft]) -> Batch:
        before, note = self._trusted(connection)
        types = database.types_of(connection, sorted({draft.transfer for draft in drafts}))
        batch = self._grown(before, note, drafts, types)
        if batch.records:
            with connection.together():
                database.add_records(connection, batch.records)
                database.add_nodes(connection, batch.nodes)
                if before.size % KEPT_EVERY:
                    database.drop_checkpoint(connection, before.size)
                database.add_checkpoints(connection, batch.kept)
                database.move_state(connection, batch.tree)
        return batch

    def _grown(self, before: Tree, note: str, drafts: Sequence[Draft], known: Types) -> Batch:
        """The batch that ``drafts`` make after the tree ``before``, the checkpoint of which is ``note``."""
        batch, types = Batch(before, note), dict(known)
        for record in drafts:
            earlier = types.get(record.transfer, ())
            if wrong := misplaced(record.type, earlier):
                batch.results.append(RecordError(wrong))
                continue
            types[record.transfer] = (*earlier, record.type)
            header = record.header(self._log, self._node, batch.tree.size)
            leaf = leaf_hash(header.encode())
            batch.tree, nodes = batch.tree.push(leaf)
            batch.records.append((header, record.groups))
            batch.nodes.extend(nodes)
            batch.results.append(Leaf(header.seq, leaf.hex()))
            if batch.tree.size % KEPT_EVERY == 0:
                batch.kept[batch.tree.size] = self._signed(batch.tree)
        if batch.records:
            batch.note = batch.kept.setdefault(batch.tree.size, self._signed(batch.tree))
        return batch

    def _trusted(self, connection: Connection) -> tuple[Tree, str]:
        """The tree and its checkpoint, when this log's key signed it and it continues what this node saw."""
        if steps_from(connection.format(), self._formats):
            raise LedgerUnavailable(say("the ledger has tables of an older format; start the gateway anew"))
        state = database.read_state(connection)
        public_key = public_bytes(self._key)
        if (other := foreign(state, self._log, public_key, self._file)) is not None:
            raise LedgerDamaged(other.said())
        note = database.note_at(connection, state.tree.size) or ""
        signed = open_own_note(note, self._log, public_key)
        whole = len(state.tree.frontier) == state.tree.size.bit_count()
        if not whole or signed != Checkpoint(self._log, state.tree.size, state.tree.root()):
            raise LedgerDamaged(say("the tree is not the one that was signed"))
        if signed != self._seen:
            self._require_continuation(connection, signed.size)
        return state.tree, note

    def _require_continuation(self, connection: Connection, size: int) -> None:
        if (why := broken_off(connection, size, self._seen)) is not None:
            raise contradicts(why)

    def _find(self, batch: Batch) -> None:
        """Returns when a batch whose commit was not answered is in the ledger.

        Raises LedgerUnavailable when it is not, or when for ten seconds nobody can tell.
        """
        self._doubtful |= batch.intents()
        until = time.monotonic() + _LOOK_SECONDS
        while time.monotonic() < until:
            try:
                there = self._holds(batch)
            except LedgerUnavailable:
                self._store.disconnect()
                time.sleep(_PAUSE_SECONDS)
                continue
            self._doubtful -= batch.intents()
            if there:
                return
            raise LedgerUnavailable(say("the records were not committed"))
        raise LedgerUnavailable(say("nobody can tell whether the records were committed"))

    def _holds(self, batch: Batch) -> bool:
        """Asked under the lock, which the transaction that went astray held until its end."""
        with _as_damaged(), self._store.locked() as connection:
            last = batch.nodes[-1] if batch.nodes else None
            return last is None or database.node_at(connection, last.level, last.index) == last.hash

    def _signed(self, tree: Tree) -> str:
        return sign(Checkpoint(self._log, tree.size, tree.root()), self._key)


@contextmanager
def _as_damaged() -> Iterator[None]:
    """What only tampering can make of what is read becomes LedgerDamaged."""
    try:
        yield
    except LedgerUnavailable:
        raise
    except (LookupError, TypeError, ValueError) as error:
        why = said_by(error)
        raise LedgerDamaged(say("the ledger does not read as it was written: {why}", why=why)) from error
