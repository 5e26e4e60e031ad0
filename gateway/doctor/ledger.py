"""The ledger: the server it may be on, its signing key, and whether it is whole."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_never

from gateway.doctor.remark import Code, Grade, Remark, error, ok, told_by, warning
from gateway.ledger.behind import behind
from gateway.ledger.belonging import found_foreign
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import KeyExposed, KeyFileError, LedgerDamaged, LedgerUnavailable
from gateway.ledger.keyfile import load_key
from gateway.ledger.memory import memory_path
from gateway.ledger.place import Place, Postgres, Site
from gateway.ledger.record import Outcome
from gateway.ledger.report import Report
from gateway.ledger.stores import is_begun, reading
from gateway.ledger.transfers import list_transfers
from gateway.ledger.verify import verify
from gateway.said import Said, say

_LOOK_BACK = timedelta(days=7)
_MOST_NAMED = 3
_KEEP = say("Change nothing, keep a copy of the ledger, and tell the DPO.")
_PUT_BACK = say(
    "When a backup was put back, see gateway transfers accept-restore; else keep the ledger as it is, and"
    " tell the DPO."
)
_SAFE = {"fsync": "on", "full_page_writes": "on"}
_SETTINGS = "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes')"


def ledger_remarks(site: Site, node: str, log: str) -> Iterator[Remark]:
    """On the ledger at ``site``, verified in full against its key and what ``node`` and its commands saw.

    ``log`` is the name that its log must have.
    """
    try:
        yield from _server_remarks(site)
        begun = is_begun(site.place)
    except LedgerUnavailable as failure:
        yield error(Code.LEDGER_SERVER, told_by(failure), say("Without it every mail is deferred."))
        return
    memory = memory_path(site.key, node, site.folder)
    if not begun and not memory.exists():
        yield ok(Code.LEDGER, say("{ledger} will be made at the first start", ledger=_name(site)))
        return
    try:
        key = load_key(site.key)
    except KeyFileError as failure:
        yield _key_remark(site.key, failure)
        yield _whole_remark(site, None)
        return
    yield ok(Code.LEDGER_KEY, say("the signing key is readable and its owner's alone"))
    other = found_foreign(site, log, public_bytes(key))
    if other is not None:
        yield error(Code.LEDGER, other.wrong, other.remedy)
    whole = _whole_remark(site, public_bytes(key) if other is None else None)
    yield whole
    if other is None and whole.grade is Grade.OK:
        yield from _behind_remarks(site, public_bytes(key))


def _key_remark(file: Path, failure: KeyFileError) -> Remark:
    if isinstance(failure, KeyExposed):
        detail = say("{file} is open to group or others", file=file)
        return error(Code.LEDGER_KEY, detail, say("Run chmod 600 {file}.", file=file))
    remedy = say("Put the key back from where you keep it; without it nothing can be recorded.")
    return error(Code.LEDGER_KEY, told_by(failure), remedy)


def _name(site: Site) -> str:
    return str(site.place) if isinstance(site.place, Path) else say("the ledger")


def _server_remarks(site: Site) -> Iterator[Remark]:
    """On a server: that it keeps what it acknowledges, and takes new records. Raises LedgerUnavailable."""
    match site.place:
        case Path():
            return
        case Postgres():
            with reading(site.place) as connection:
                settings = dict(connection.execute(_SETTINGS).fetchall())
                standby, version = connection.execute(
                    "SELECT pg_is_in_recovery(), current_setting('server_version')"
                ).fetchone()
        case _:
            assert_never(site.place)
    for name in (name for name, safe in _SAFE.items() if settings.get(name) != safe):
        remedy = say("Set it to on in postgresql.conf: a power cut may take records that were acknowledged.")
        yield error(Code.LEDGER_SERVER, say("{name} is off", name=name), remedy)
    if standby:
        remedy = say("Name the server that takes new records.")
        yield error(Code.LEDGER_SERVER, say("the server is a standby"), remedy)
    else:
        yield ok(Code.LEDGER_SERVER, say("PostgreSQL {version} answers", version=version))


def _behind_remarks(site: Site, public_key: bytes) -> Iterator[Remark]:
    """On what this node, its workers and its commands saw that is not in the ledger, each by its file."""
    try:
        found = behind(site, public_key)
    except LedgerDamaged as failure:
        yield error(Code.LEDGER, told_by(failure), _KEEP)
    except LedgerUnavailable:
        return  # a memory that may not be read here
    else:
        for one in found:
            yield error(Code.LEDGER, say("{file}: {why}", file=one.file.name, why=one.why), _PUT_BACK)


def unknown_remarks(place: Place, now: datetime) -> Iterator[Remark]:
    """On transfers begun in the seven days before ``now`` (aware) that may or may not have arrived."""
    try:
        begun = is_begun(place)
        found = list_transfers(place, since=now - _LOOK_BACK, outcome=Outcome.UNKNOWN) if begun else ()
    except LedgerUnavailable:
        return
    if found:
        detail = say(
            "unknown transfers in the last {days} days: {count}; latest {ids}",
            days=_LOOK_BACK.days,
            count=len(found),
            ids=", ".join(transfer.id for transfer in found[-_MOST_NAMED:]),
        )
        remedy = say("Look for each reference in the mailbox, and write down elsewhere what you found.")
        yield warning(Code.LEDGER_UNKNOWN, detail, remedy)


def _whole_remark(site: Site, public_key: bytes | None) -> Remark:
    try:
        report = verify(site.place, public_key=public_key)
    except LedgerUnavailable as failure:
        remedy = say("Is this the ledger's file, and may the gateway's user read it?")
        return error(Code.LEDGER, told_by(failure), remedy)
    if report.problem is not None:
        problem = report.problem
        return error(
            Code.LEDGER,
            say("{where} {what}", where=problem.where, what=problem.what),
            say("{means} {keep}", means=problem.means, keep=_KEEP),
        )
    return ok(Code.LEDGER, _whole(report))


def _whole(report: Report) -> Said:
    return say(
        "whole; records: {size}, transfers without outcome: {open}", size=report.size, open=len(report.open)
    )
