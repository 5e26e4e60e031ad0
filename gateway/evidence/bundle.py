"""One bundle out of one snapshot of the ledger: the records asked for, and what proves them.

Records of other transfers are not handed over: an inclusion proof for each record stands for the rest
of the log. The bundle is checked by its own ``verify.py`` before it gets its name. The same ledger and
the same choice make the same bytes.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gateway.evidence import verify
from gateway.evidence.anchors import add_anchors
from gateway.evidence.archive import Archive, archive, draft_of
from gateway.evidence.report import Summary, report
from gateway.ledger import rows
from gateway.ledger.anchors import tail
from gateway.ledger.canonical import Json, canonical, parse_canonical
from gateway.ledger.checkpoint import verifier_key
from gateway.ledger.connection import Connection
from gateway.ledger.database import read_state
from gateway.ledger.errors import CheckpointError, LedgerDamaged
from gateway.ledger.place import Place
from gateway.ledger.proofs import prove_inclusion
from gateway.ledger.transfers import Transfer, get_transfer, list_transfers
from gateway.said import say

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which transfers: these ``references``, or all begun at ``since`` ≤ time < ``until`` under ``protocol``.

    None leaves a side open; ``kept`` are checkpoints kept elsewhere that the bundle must continue.
    """

    references: tuple[str, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    protocol: str | None = None
    kept: tuple[str, ...] = ()


def write_bundle(ledger: Place, choice: Choice, out: Path, progress: Progress) -> int:
    """Writes the bundle of ``choice`` to ``out``, mode 0600; how many transfers are in it.

    ``progress`` hears how many records of how many are done. Raises FileExistsError, OSError,
    TransferNotFound, CheckpointError for a kept one that is of another log, and LedgerUnavailable, of
    which LedgerDamaged when what is in the ledger cannot be proven: then nothing is handed over.
    """
    transfers = chosen(ledger, choice)
    with draft_of(out) as draft:
        with rows.reading(ledger) as connection, _as_damaged(), archive(draft) as target:
            _fill(target, connection, choice, transfers, progress)
        _require_whole(draft)
    return len(transfers)


def chosen(ledger: Place, choice: Choice) -> tuple[Transfer, ...]:
    """The transfers of ``choice``, oldest first. Raises TransferNotFound and LedgerUnavailable."""
    if choice.references:
        found = {t.id: t for t in (get_transfer(ledger, reference) for reference in choice.references)}
        return tuple(sorted(found.values(), key=lambda transfer: transfer.seq))
    listed = list_transfers(ledger, since=choice.since, until=choice.until)
    return tuple(t for t in listed if choice.protocol in (None, t.policy and t.policy.protocol))


def _fill(
    target: Archive,
    connection: Connection,
    choice: Choice,
    transfers: tuple[Transfer, ...],
    progress: Progress,
) -> None:
    state, numbers = read_state(connection), list[int]()
    size, key = state.tree.size, state.public_key
    target.add("verify.py", (Path(verify.__file__).read_bytes(),))
    target.add("public-key.txt", (f"{verifier_key(state.log, key)}\n".encode(),))
    target.add("checkpoint.txt", (rows.checkpoints(connection)[size].encode(),))
    target.add("records.jsonl", _records(connection, transfers, numbers, progress))
    target.add("proofs.jsonl", _proofs(connection, numbers, size))
    add_anchors(target, connection, numbers, choice.kept, state)
    after = size - min(tail(connection).anchored, size)
    summary = Summary(state.log, key.hex(), size, len(numbers), after)
    target.add("report.txt", (report(summary, transfers).encode(),))
    manifest: dict[str, Json] = {"v": 1, "log": state.log, "size": size, "root": state.tree.root().hex()}
    manifest |= {"records": len(numbers), "files": dict(target.files)}
    target.add("manifest.json", (canonical(manifest),))


def _records(
    connection: Connection, transfers: tuple[Transfer, ...], numbers: list[int], progress: Progress
) -> Iterator[bytes]:
    """The records of ``transfers`` as lines; their numbers go to ``numbers``."""
    for done, transfer in enumerate(transfers):
        progress(done, len(transfers))
        for row in rows.rows_of_id(connection, transfer.id):
            numbers.append(row.seq)
            groups: dict[str, Json] = {
                name: {"salt": salt.hex(), "value": parse_canonical(body)} for name, salt, body in row.parts
            }
            yield canonical({"header": parse_canonical(row.header), "groups": groups}) + b"\n"


def _proofs(connection: Connection, numbers: list[int], size: int) -> Iterator[bytes]:
    for seq in numbers:
        path: Json = [sibling.hex() for sibling in prove_inclusion(connection, seq, size)]
        yield canonical({"seq": seq, "path": path}) + b"\n"


def _require_whole(bundle: Path) -> None:
    """Raises LedgerDamaged with what ``verify.py`` says, when it does not find the bundle whole."""
    said = io.StringIO()
    with redirect_stdout(said):
        code = verify.main([str(bundle)])
    if code:
        last = said.getvalue().splitlines()[-1]
        raise LedgerDamaged(
            say("what is in the ledger cannot be proven: {wrong}", wrong=last.removesuffix("."))
        )


@contextmanager
def _as_damaged() -> Iterator[None]:
    """What only a ledger that is damaged or tampered with can raise becomes LedgerDamaged."""
    try:
        yield
    except CheckpointError:
        raise
    except (LookupError, TypeError, ValueError) as error:
        raise LedgerDamaged(say("the ledger does not read as it was written; verify it")) from error
