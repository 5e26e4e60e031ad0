import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pyrage
import pytest

from gateway.ledger.errors import KeyFileError, RecordError
from gateway.ledger.month import (
    MonthKey,
    file_of,
    keys_beside,
    load,
    load_or_create,
    month_of,
    parse_keys,
    seal,
    wipe,
)

KEY = MonthKey("2026-01", bytes(range(32)))


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def test_a_key_is_made_once_for_its_owner_alone(ledger: Path) -> None:
    key = load_or_create(ledger, "2026-01")
    assert load_or_create(ledger, "2026-01") == key == load(ledger, "2026-01")
    assert file_of(ledger, "2026-01").stat().st_mode & 0o777 == 0o600
    assert load_or_create(ledger, "2026-02").secret != key.secret
    assert [one.month for one in keys_beside(ledger)] == ["2026-01", "2026-02"]
    assert sorted(path.name for path in ledger.parent.iterdir()) == [
        "ledger.db.month-2026-01.key", "ledger.db.month-2026-02.key",
    ]  # fmt: skip


def test_a_key_shows_itself_nowhere() -> None:
    assert KEY.secret.hex() not in repr(KEY) + KEY.commitment + KEY.id
    assert repr(KEY.secret) not in repr(KEY)
    assert KEY.commitment.startswith(KEY.id)
    assert KEY.commitment != MonthKey("2026-02", KEY.secret).commitment


def test_a_wiped_key_is_overwritten_and_gone(ledger: Path) -> None:
    key = load_or_create(ledger, "2026-01")
    # A second name for the same blocks shows what stays in them.
    (ledger.parent / "other").hardlink_to(file_of(ledger, "2026-01"))
    wipe(ledger, key)
    assert not file_of(ledger, "2026-01").exists()
    assert (ledger.parent / "other").read_bytes() == bytes(len(key.text()))
    wipe(ledger, key)


@pytest.mark.parametrize("which", [0, 1])
def test_either_officer_alone_opens_what_was_sealed_to_both(which: int) -> None:
    officers = [pyrage.x25519.Identity.generate() for _ in range(2)]
    sealed = seal(KEY, tuple(str(officer.to_public()) for officer in officers))
    assert KEY.secret.hex() not in sealed
    opened = pyrage.decrypt(sealed.encode(), [officers[which]])
    assert parse_keys(opened.decode()) == (KEY,)
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed.encode(), [pyrage.x25519.Identity.generate()])


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed (apt-get install age)")
def test_the_officers_own_age_opens_it(tmp_path: Path) -> None:
    made = subprocess.run(["age-keygen"], capture_output=True, check=True, text=True)
    (tmp_path / "dpo.txt").write_text(made.stdout)
    recipient = next(line.split()[-1] for line in made.stdout.splitlines() if "public key:" in line)
    opened = subprocess.run(
        ["age", "--decrypt", "--identity", tmp_path / "dpo.txt"],
        input=seal(KEY, (recipient,)), capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert parse_keys(opened.stdout) == (KEY,)


def test_several_opened_keys_may_stand_in_one_file() -> None:
    other = MonthKey("2026-02", bytes(32))
    assert parse_keys(f"{KEY.text()}\n{other.text()}") == (KEY, other)


@pytest.mark.parametrize(
    "text", ["", "-----BEGIN AGE ENCRYPTED FILE-----\n", KEY.text() + "x", KEY.text()[:-2]]
)
def test_what_is_no_opened_key_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(RecordError) as refused:
        parse_keys(text)
    assert KEY.secret.hex()[:16] not in str(refused.value)


@pytest.mark.parametrize("text", ["", "gateway-month-key v1 2026-02 " + "00" * 32, "x" * 90])
def test_a_key_file_that_holds_no_key_of_its_month_is_refused(ledger: Path, text: str) -> None:
    file_of(ledger, "2026-01").write_text(text)
    file_of(ledger, "2026-01").chmod(0o600)
    with pytest.raises(KeyFileError, match="2026-01"):
        load(ledger, "2026-01")


def test_a_key_that_others_may_read_is_refused(ledger: Path) -> None:
    load_or_create(ledger, "2026-01")
    file_of(ledger, "2026-01").chmod(0o640)
    with pytest.raises(KeyFileError, match="chmod 600"):
        load(ledger, "2026-01")


def test_a_folder_that_cannot_be_written_is_told(ledger: Path) -> None:
    with pytest.raises(KeyFileError, match="cannot be written"):
        load_or_create(ledger.parent / "nowhere" / "ledger.db", "2026-01")
    os.mkfifo(ledger.parent / "fifo")
    with pytest.raises(KeyFileError, match="cannot be read"):
        load(ledger, "2026-03")


def test_months_are_those_of_utc() -> None:
    assert month_of(datetime(2026, 1, 31, 23, 59, tzinfo=UTC)) == "2026-01"
    assert month_of(datetime(2026, 2, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))) == "2026-01"
