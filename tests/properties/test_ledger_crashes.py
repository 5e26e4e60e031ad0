"""A writer killed at any moment leaves a ledger that verifies and holds all it acknowledged."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from gateway.ledger import rows
from gateway.ledger.merkle import leaf_hash
from gateway.ledger.verify import verify
from tests.support.ledger import open_ledger

ROOT = Path(__file__).parents[2]


def killed_writer(path: Path, node: str, seconds: float) -> list[tuple[int, str, str]]:
    """What a writer acknowledged before it was killed ``seconds`` after its first acknowledgement."""
    command = [sys.executable, "-m", "tests.support.ledger_writer", str(path), node, "100000", "20"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        first = writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()
        lines = (first + writer.stdout.read()).split("\n")[:-1]
    return [(int(seq), leaf, name) for seq, leaf, name in (line.split() for line in lines)]


@pytest.mark.parametrize("attempt", range(5))
async def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "ledger.db"
    acknowledged: list[tuple[int, str, str]] = []
    for run in range(3):
        acknowledged += killed_writer(path, f"mx{run}", 0.007 * (3 * attempt + run))
        report = verify(path)
        assert report.problem is None, attempt
        assert {name for _, _, name in acknowledged} <= set(report.open)
    with rows.reading(path) as connection:
        stored = {(row.seq, leaf_hash(row.header).hex(), row.id) for row in rows.rows(connection)}
    assert set(acknowledged) <= stored
    ledger = open_ledger(path, "mx1")
    assert set(ledger.recovered) == {name for _, _, name in stored if name.startswith("mx1-")}
    await ledger.close()
    assert verify(path).problem is None
