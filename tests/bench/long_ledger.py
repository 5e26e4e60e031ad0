"""``python -m tests.bench.long_ledger --records N``: N records appended, verified, proven and listed.

Every second record closes the transfer that the one before it began; the transfers are spread over a year.
References are as random within their day as real ones are, and the commands are run as a person runs them,
start-up included. The figures are of this machine and this run; what else runs on it is in the seconds on
the clock, and not in those of the processor (CPU), which are of all processes of this run together.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger import rows
from gateway.ledger.canonical import Json
from gateway.ledger.database import read_state
from gateway.ledger.place import beside
from gateway.ledger.proofs import prove_inclusion
from gateway.ledger.record import Draft, Entry, Outcome, RecordType, draft
from gateway.ledger.transfers import each_transfer
from gateway.ledger.verify import verify
from gateway.ledger.writer import Writer
from tests.support.reporting import CONFIG, POLICY

_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
_BATCH, _EDGE, _PROOFS = 256, 10_000, 1000


def _drafts(records: int) -> Iterator[Draft]:
    step = timedelta(days=365) / max(records, 1)
    for number in range(records):
        when = _YEAR + number * step
        begun = _YEAR + (number - number % 2) * step
        transfer = f"{begun:%Y%m%d}-{hashlib.sha256(b'%d' % (number // 2)).hexdigest()[:10]}"
        entry = _outcome(transfer) if number % 2 else _intent(transfer)
        yield draft(entry, when)


def _intent(transfer: str) -> Entry:
    """As much as the gateway records of a referral that it delivers."""
    transport: dict[str, Json] = {"sender": "team@sender.example", "recipients": ["ocmw@receiver.example"]}
    transport |= {"peer_ip": "192.0.2.1", "helo": "outbound.sender.example", "bytes": 18_000}
    transport |= {
        "tls_version": "TLSv1.3",
        "tls_cipher": "TLS_AES_256_GCM_SHA384",
        "client_certificate": None,
    }
    transport |= {"spf": "pass", "dkim": ["pass"], "dmarc": "pass"}
    fields: Json = [["first_name", "last_name", "address", "phone"]]
    codes = ("policy.valid", "sender.listed", "authentication.passed", "encryption.met", "label.accepted")
    findings: Json = [{"code": code, "result": "pass"} for code in codes]
    policy: Json = {"protocol": "sender-receiver", "digest": f"sha256:{'0' * 64}"}
    measures: dict[str, Json] = {"verdict": "deliver", "policy": policy, "findings": findings, "reasons": []}
    measures |= {"superfluous": [{"category": "health", "count": 1, "where": "body html"}]}
    return Entry(RecordType.INTENT, transfer, transport, {"clients": 1, "fields": fields}, measures)


def _outcome(transfer: str) -> Entry:
    measures: dict[str, Json] = {"outcome": Outcome.ACCEPTED, "reply": 250, "next_hop": 250, "reasons": []}
    return Entry(RecordType.OUTCOME, transfer, {}, {}, measures)


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds on the clock, and of the processor by this process and those it has ended."""

    clock: float
    cpu: float

    def __add__(self, other: "Took") -> "Took":
        return Took(self.clock + other.clock, self.cpu + other.cpu)

    def __str__(self) -> str:
        return f"{self.clock:.1f} s, CPU {self.cpu:.1f} s"


def _timed(work: Callable[[], object]) -> Took:
    clock, cpu = time.perf_counter(), os.times()
    work()
    now = os.times()
    spent = sum(now[:4]) - sum(cpu[:4])
    return Took(time.perf_counter() - clock, spent)


def _fill(path: Path, records: int) -> list[Took]:
    """Appends in batches; what each took."""
    writer, took, batch = (
        Writer(beside(path), node="mx1", log="mx.bench.example"),
        list[Took](),
        list[Draft](),
    )
    for one in _drafts(records):
        batch.append(one)
        if len(batch) == _BATCH:
            took.append(_timed(partial(writer.append, batch)))
            batch = []
    took.append(_timed(partial(writer.append, batch)))
    writer.close()
    return took


def _proof_milliseconds(path: Path) -> float:
    with rows.reading(path) as connection:
        size = read_state(connection).tree.size
        some = range(0, size, max(1, size // _PROOFS))
        return median(_timed(partial(prove_inclusion, connection, seq, size)).clock for seq in some) * 1000


def _measure(folder: Path, records: int) -> Iterator[tuple[str, str]]:
    path, nothing = folder / "ledger.db", Took(0.0, 0.0)
    batches = _fill(path, records)
    edge = max(1, _EDGE // _BATCH)
    whole, first, last = (sum(some, nothing) for some in (batches, batches[:edge], batches[-edge - 1 : -1]))
    yield "append, all", f"{records / whole.clock:,.0f} records/s in commits of {_BATCH}"
    yield "append, the first 10,000", str(first)
    yield "append, the last 10,000", f"{last}: {last.clock / first.clock:.2f} times the first"
    yield "stored", f"{path.stat().st_size / (records / 2):,.0f} bytes a transfer of two records"
    yield "verify in full", str(_timed(lambda: _require_whole(path, records)))
    yield "inclusion proof, median", f"{_proof_milliseconds(path):.2f} ms"
    june, july = _YEAR + timedelta(days=151), _YEAR + timedelta(days=181)
    took = _timed(lambda: deque(each_transfer(path, since=june, until=july), maxlen=0))
    yield "read a month", f"{took} for {records // 2 * 30 // 365:,} transfers"
    month = ("--from", f"{june:%Y-%m-%d}", "--to", f"{july - timedelta(days=1):%Y-%m-%d}")
    for command in ("list", "export --format csv", "export --format xlsx", "verify"):
        options = () if command == "verify" else month
        took = _timed(partial(_run, folder, *command.split(), *options))
        yield f"gateway transfers {command}{' of that month' * bool(options)}", str(took)
    out, day = folder / "evidence.zip", Choice(since=june, until=june + timedelta(days=1))
    took = _timed(lambda: write_bundle(path, day, out, lambda _done, _all: None))
    yield "evidence of a day", f"{took}, {out.stat().st_size / 1e6:.1f} MB"


def _run(folder: Path, *command: str) -> None:
    """``gateway transfers`` on the ledger in ``folder``, as a process of its own."""
    config = folder / "gateway.yaml"
    (folder / "policies").mkdir(exist_ok=True)
    (folder / "policies" / "test.yaml").write_text(POLICY, "utf-8")
    config.write_text(CONFIG.format(path=folder / "ledger.db"), "utf-8")
    whole = (sys.executable, "-m", "gateway", "transfers", *command, "--config", str(config))
    subprocess.run(whole, check=True, stdout=subprocess.DEVNULL)


def _require_whole(path: Path, records: int) -> None:
    report = verify(path)
    if not report.ok or report.size != records:
        raise RuntimeError(f"the ledger is not whole: {report.problem}")


def main() -> None:
    """Fills, measures, prints, and removes what it made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=100_000)
    records = parser.parse_args().records
    folder = Path(tempfile.mkdtemp())
    table = Table("what", f"with {records:,} records")
    try:
        for row in _measure(folder, records):
            table.add_row(*row)
    finally:
        shutil.rmtree(folder)
        Console(width=110).print(table)


if __name__ == "__main__":
    main()
