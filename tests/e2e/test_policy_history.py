"""A running gateway keeps the text of what comes into force, once, and the proof of it holds."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from gateway.ledger.history import policies_in_force
from gateway.ledger.record import RecordType
from gateway.ledger.rows import rows_of_type
from gateway.ledger.snapshot import snapshot
from gateway.policy.book import policy_files
from tests.support.letters import DESK, SENDER, letter
from tests.support.stage import POLICIES, Stage, staged


def texts(stage: Stage) -> list[bool]:
    """Of each record of a policy, in order, whether it holds the text."""
    with snapshot(stage.ledger) as connection:
        found = list(rows_of_type(connection, RecordType.POLICY))
    return [any(b'"text":' in body for _, _, body in row.parts) for row in found]


def alone(folder: Path) -> int:
    """How the script that is in a bundle ends on it."""
    with ZipFile(folder / "e.zip") as bundle:
        bundle.extract("verify.py", folder)
    checked = [sys.executable, "-I", "verify.py", "e.zip"]
    return subprocess.run(checked, cwd=folder, capture_output=True, check=False).returncode


async def test_a_text_is_kept_when_it_comes_into_force_and_not_again_at_a_restart(tmp_path: Path) -> None:
    policies = Path(shutil.copytree(POLICIES, tmp_path / "policies"))
    (file,) = policy_files(policies)
    async with staged(tmp_path, policies=policies) as stage:
        first = file.read_bytes().decode()
        file.write_text(second := first + "# é: a change that is none\n", "utf-8")
        await stage.reload()
        await stage.stop()
        await stage.start()
        assert texts(stage) == [True, True, False]
        latest, earliest = policies_in_force(stage.ledger)
        assert latest.kept is not None
        assert latest.kept_before == earliest.kept
        assert (latest.kept.text, latest.before) == (second, earliest.digest)
        assert earliest.kept is not None
        assert earliest.kept.text == first

        assert (await stage.send(letter(), SENDER, DESK)).startswith("250")
        assert (await stage.command("transfers", "verify"))[0] == 0
        assert (await stage.command("transfers", "evidence", "--out", str(tmp_path / "e.zip")))[0] == 0
    assert alone(tmp_path) == 0
