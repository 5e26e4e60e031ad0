"""The ledger: its signing key, and whether it is whole."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gateway.doctor.remark import Code, Remark, error, ok
from gateway.ledger.errors import KeyFileError, LedgerUnavailable
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.verify import verify

_KEEP = "Stop the gateway, keep the file as it is, and tell the DPO."


def ledger_remarks(path: Path) -> Iterator[Remark]:
    """On the ledger in ``path``, verified in full against its own signing key."""
    if not path.exists():
        yield ok(Code.LEDGER, f"{path} will be made at the first start")
        return
    try:
        key = load_key(key_path(path))
    except KeyFileError as failure:
        remedy = "Put the key back from where you keep it; without it nothing can be recorded."
        yield error(Code.LEDGER_KEY, str(failure), remedy)
        yield _whole_remark(path, None)
        return
    yield ok(Code.LEDGER_KEY, "the signing key is readable and its owner's alone")
    yield _whole_remark(path, key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))


def _whole_remark(path: Path, public_key: bytes | None) -> Remark:
    try:
        report = verify(path, public_key=public_key)
    except LedgerUnavailable as failure:
        return error(Code.LEDGER, str(failure), "Give the user that runs the gateway access to it.")
    if report.problem is not None:
        problem = report.problem
        return error(Code.LEDGER, f"{problem.where} {problem.what}", f"{problem.means} {_KEEP}")
    return ok(Code.LEDGER, f"whole, {report.size} records, {len(report.open)} transfers without outcome")
