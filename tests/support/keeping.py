"""Ledgers whose time has come: transfers of a protocol at given moments, and an erasure run over them."""

from datetime import datetime
from pathlib import Path

from gateway.ledger.canonical import Json
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.keeping import Plan, carry_out, plan
from gateway.ledger.keyfile import load_key
from gateway.ledger.place import Site, beside
from gateway.ledger.record import Entry, RecordType, draft
from gateway.ledger.report import Report
from gateway.ledger.retention import Terms
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.ledger import LOG, outcome

PROTOCOL = "test-protocol"
DIGEST = "sha256:" + "ab" * 32
SENDER = "canary.sender@sender.example"


def of_protocol(transfer: str, protocol: str = PROTOCOL, sender: str = SENDER) -> tuple[Entry, Entry]:
    """An intent under ``protocol``, and its outcome."""
    policy: Json = {"protocol": protocol, "digest": DIGEST}
    transport: dict[str, Json] = {"sender": sender, "recipients": ["ocmw@receiver.example"]}
    measures: dict[str, Json] = {"verdict": "deliver", "policy": policy}
    begun = Entry(RecordType.INTENT, transfer, transport, {"clients": 1, "fields": [["phone"]]}, measures)
    return begun, outcome(transfer)


def site_at(ledger: Path | Site) -> Site:
    return beside(ledger) if isinstance(ledger, Path) else ledger


def fill_at(ledger: Path | Site, entries: list[tuple[Entry, datetime]]) -> None:
    """Appends ``entries``, each at its moment."""
    writer = Writer(site_at(ledger), node="mx1", log=LOG)
    writer.append([draft(entry, when) for entry, when in entries])
    writer.close()


def terms(*, protocol: str = PROTOCOL, **days: int) -> tuple[Terms, ...]:
    return (Terms(protocol, DIGEST, days),)


def erase(ledger: Path | Site, kept: tuple[Terms, ...], now: datetime) -> Plan:
    """Erases what ``kept`` lets go, as the command does; what that was."""
    site = site_at(ledger)
    planned = plan(site.place, kept, now)
    writer = Writer(site, node="mx1-erase", log=LOG)
    carry_out(writer, site.place, planned, now)
    assert writer.settle()
    writer.close()
    return planned


def verified(ledger: Path | Site) -> Report:
    site = site_at(ledger)
    return verify(site.place, public_key=public_bytes(load_key(site.key)))


def raw(path: Path) -> bytes:
    """Every byte of the ledger's database, its WAL and its shared memory."""
    names = (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm"))
    return b"".join(name.read_bytes() for name in names if name.exists())
