"""A bundle proves what is in it, names what was done to it, and hands over nothing of other transfers."""

import json
import re
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.evidence.bundle import Choice, write_bundle
from gateway.ledger.anchors import cosigned, mail_held, time_stamped
from gateway.ledger.canonical import Json, canonical
from gateway.ledger.checkpoint import public_bytes
from gateway.ledger.errors import CheckpointError, LedgerDamaged, LedgerUnavailable, TransferNotFound
from gateway.ledger.keyfile import key_path, load_key
from gateway.ledger.transfers import latest_checkpoint
from tests.support.bundles import bundle, files, fitted, put_together, run
from tests.support.ledger import NOON, copy, delete, fill, intent, outcome, put, some_entries, tampering

SIZE = 21


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "ledger.db"
    _, note = fill(path, some_entries(SIZE))
    fill(path, [mail_held(note, taken=2, asked=2), intent("late"), outcome("late")])
    return path


@pytest.fixture(scope="module")
def made(ledger: Path) -> Path:
    return bundle(ledger, ledger.with_name("evidence.zip"))


def key(ledger: Path) -> str:
    return public_bytes(load_key(key_path(ledger))).hex()


def test_a_whole_bundle_says_so_and_what_it_does_not_show(ledger: Path, made: Path) -> None:
    code, said = run(made, "--key", key(ledger))
    assert code == 0
    assert f"signed: {SIZE + 3} records" in said
    assert f"anchors/0001.txt ({SIZE} records): mailed to the DPOs" in said
    assert f"for the 2 of {SIZE + 2} records after the last anchor or your checkpoint" in said
    assert "neither a key nor a checkpoint" not in said


def test_it_verifies_with_python_alone_far_from_the_gateway(made: Path, tmp_path: Path) -> None:
    (tmp_path / "verify.py").write_bytes(files(made)["verify.py"])
    (tmp_path / "evidence.zip").write_bytes(made.read_bytes())
    command = [sys.executable, "-I", "-S", "verify.py", "evidence.zip"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={})
    assert (done.returncode, done.stderr) == (0, "")
    assert "WHOLE" in done.stdout


def test_the_same_choice_makes_the_same_bytes(ledger: Path, made: Path, tmp_path: Path) -> None:
    assert bundle(ledger, tmp_path / "again.zip").read_bytes() == made.read_bytes()


def test_the_file_is_its_owners_alone_and_never_takes_anothers_place(ledger: Path, tmp_path: Path) -> None:
    out = bundle(ledger, tmp_path / "evidence.zip")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        bundle(ledger, out)
    assert [file.name for file in tmp_path.iterdir()] == ["evidence.zip"]


def test_interrupted_work_leaves_nothing_behind(ledger: Path, tmp_path: Path) -> None:
    def interrupt(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bundle(ledger, Choice(), tmp_path / "evidence.zip", interrupt)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_other_transfers_is_handed_over(ledger: Path, tmp_path: Path) -> None:
    content = files(bundle(ledger, tmp_path / "one.zip", Choice(references=("d2",))))
    records = [json.loads(line) for line in content["records.jsonl"].splitlines()]
    assert [(r["header"]["id"], r["header"]["type"]) for r in records] == [
        ("d2", "intent"),
        ("d2", "outcome"),
    ]
    # A signature in base64 may hold these letters too, but not as a word of their own.
    others = re.compile(rb"(?<![\w+/=])(d3|r2)(?![\w+/=])")
    assert [name for name, data in content.items() if others.search(data)] == []


def test_a_period_and_a_protocol_choose(ledger: Path, tmp_path: Path) -> None:
    def numbers(choice: Choice, name: str) -> int:
        return files(bundle(ledger, tmp_path / name, choice))["records.jsonl"].count(b"\n")

    assert numbers(Choice(since=NOON, until=NOON + timedelta(seconds=1)), "all.zip") == SIZE + 2
    assert numbers(Choice(since=NOON + timedelta(seconds=1)), "none.zip") == 0
    assert numbers(Choice(protocol="another"), "other.zip") == 0
    assert run(tmp_path / "none.zip")[0] == 0


def test_a_reference_that_is_none_is_said(ledger: Path, tmp_path: Path) -> None:
    with pytest.raises(TransferNotFound):
        bundle(ledger, tmp_path / "none.zip", Choice(references=("nobody",)))


def test_an_erased_group_is_told_and_the_rest_still_verifies(ledger: Path, tmp_path: Path) -> None:
    erased = copy(ledger, tmp_path)
    with tampering(erased) as connection:
        delete(connection, "part", (0, "transport"))
    out = bundle(erased, tmp_path / "evidence.zip")
    assert "transport" not in json.loads(files(out)["records.jsonl"].splitlines()[0])["groups"]
    code, said = run(out)
    assert (code, "1 groups were erased" in said) == (0, True)


@pytest.mark.parametrize(("table", "place", "column", "value"), [
    ("part", (0, "measures"), "body", b'{"verdict":"relay"}'),
    ("part", (0, "measures"), "body", b"no JSON"),
    ("node", (0, 1), "hash", bytes(32)),
    ("checkpoint", (SIZE + 3,), "note", "no note"),
])  # fmt: skip
def test_what_a_tampered_ledger_cannot_prove_is_not_handed_over(  # noqa: PLR0917 - one cell
    ledger: Path, tmp_path: Path, table: str, place: tuple[int | str, ...], column: str, value: bytes | str
) -> None:
    changed = copy(ledger, tmp_path)
    with tampering(changed) as connection:
        put(connection, table, place, column, value)
    with pytest.raises(LedgerUnavailable):
        bundle(changed, tmp_path / "evidence.zip")
    assert not (tmp_path / "evidence.zip").exists()


def test_a_node_that_is_gone_is_damage(ledger: Path, tmp_path: Path) -> None:
    changed = copy(ledger, tmp_path)
    with tampering(changed) as connection:
        delete(connection, "node", (0, 1))
    with pytest.raises(LedgerDamaged):
        bundle(changed, tmp_path / "evidence.zip")


def test_a_checkpoint_kept_elsewhere_is_proven_on_request(ledger: Path, made: Path, tmp_path: Path) -> None:
    longer = copy(ledger, tmp_path)
    kept = tmp_path / "kept.txt"
    kept.write_text(latest_checkpoint(longer))
    fill(longer, [intent("more")])
    plain = bundle(longer, tmp_path / "plain.zip")
    asked = bundle(longer, tmp_path / "asked.zip", Choice(kept=(kept.read_text(),)))
    assert run(made, "--checkpoint", str(kept))[0] == 0
    assert run(plain, "--checkpoint", str(kept))[0] == 2
    code, told = run(asked, "--checkpoint", str(kept))
    assert (code, "your checkpoint of" in told) == (0, True)
    # What its maker put in proves nothing to somebody who kept no checkpoint.
    tail = re.search(r"for the (\d+) of", told), re.search(r"for the (\d+) of", run(asked)[1])
    assert tail[0]
    assert tail[1]
    assert int(tail[0][1]) < int(tail[1][1])


def test_a_bundle_of_another_log_is_found(ledger: Path, tmp_path: Path) -> None:
    other = tmp_path / "ledger.db"
    fill(other, some_entries(SIZE + 3))
    swapped = bundle(other, tmp_path / "evidence.zip")
    kept = tmp_path / "kept.txt"
    kept.write_text(latest_checkpoint(ledger))
    assert run(swapped)[0] == 0
    assert run(swapped, "--key", key(ledger))[0] == 1
    assert run(swapped, "--checkpoint", str(kept))[0] == 1
    with pytest.raises(CheckpointError):
        bundle(other, tmp_path / "more.zip", Choice(kept=(kept.read_text(),)))


def test_a_file_taken_out_is_incomplete(made: Path, tmp_path: Path) -> None:
    for number, name in enumerate(files(made)):
        rest = {other: data for other, data in files(made).items() if other != name}
        code, said = run(put_together(rest, tmp_path / f"{number}.zip"))
        assert (code, name in said) == (2, True), said


def test_a_file_put_in_is_tampering(made: Path, tmp_path: Path) -> None:
    assert run(put_together({**files(made), "more.txt": b""}, tmp_path / "more.zip"))[0] == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_byte_changed_in_any_file_is_found(made: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = files(made)
    name = data.draw(st.sampled_from(sorted(content)))
    changed = bytearray(content[name])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    code, _ = run(put_together({**content, name: bytes(changed)}, tmp_path / "changed.zip"))
    assert code in (1, 2)


FREE = ("report.txt", "verify.py")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_byte_changed_is_found_too_when_the_manifest_is_made_to_fit(
    made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    content = files(made)
    name = data.draw(st.sampled_from(sorted(set(content) - {*FREE, "manifest.json"})))
    changed = bytearray(content[name])
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    code, said = run(put_together(fitted({**content, name: bytes(changed)}), tmp_path / "changed.zip"))
    assert code in (1, 2), said


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_byte_changed_in_the_zip_itself_is_found_or_changes_no_file(
    made: Path, tmp_path: Path, data: st.DataObject
) -> None:
    changed = bytearray(made.read_bytes())
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "changed.zip"
    path.write_bytes(changed)
    code, _ = run(path)
    assert code in (1, 2) or files(path) == files(made)


def edited(made: Path, name: str, number: int, change: dict[str, Json]) -> dict[str, bytes]:
    lines = files(made)[name].splitlines()
    record = json.loads(lines[number])
    lines[number] = canonical({**record, **change})
    return fitted({**files(made), name: b"\n".join(lines) + b"\n"})


def test_it_says_what_and_where(made: Path, tmp_path: Path) -> None:
    record = json.loads(files(made)["records.jsonl"].splitlines()[2])
    groups = record["groups"] | {"measures": record["groups"]["measures"] | {"value": {"verdict": "relay"}}}
    content = edited(made, "records.jsonl", 2, {"groups": groups})
    code, said = run(put_together(content, tmp_path / "group.zip"))
    number = record["header"]["seq"]
    assert (code, said.splitlines()[-1]) == (
        1, f"TAMPERED: record {number}, group measures is not what the header commits to."
    )  # fmt: skip
    content = edited(made, "records.jsonl", 2, {"header": record["header"] | {"t": 1}})
    assert f"record {number} is not in the log" in run(put_together(content, tmp_path / "header.zip"))[1]


def test_records_left_out_or_doubled_are_found(made: Path, tmp_path: Path) -> None:
    content = files(made)
    for number, (records, proofs) in enumerate(((1, 0), (0, 1), (1, 1))):
        less = content | {
            "records.jsonl": b"".join(content["records.jsonl"].splitlines(keepends=True)[records:]),
            "proofs.jsonl": b"".join(content["proofs.jsonl"].splitlines(keepends=True)[proofs:]),
        }
        assert run(put_together(fitted(less), tmp_path / f"{number}.zip"))[0] == 1


@pytest.mark.parametrize("data", [b"", b"no ZIP at all", b"PK\x03\x04"])
def test_what_is_no_zip_is_incomplete(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "none.zip").write_bytes(data)
    assert run(tmp_path / "none.zip")[0] == 2
    assert run(tmp_path / "absent.zip")[0] == 2


def test_a_history_rewritten_with_the_key_contradicts_the_kept_checkpoint(
    ledger: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text(latest_checkpoint(ledger))
    rewritten = tmp_path / "ledger.db"
    key_path(rewritten).write_bytes(key_path(ledger).read_bytes())
    key_path(rewritten).chmod(0o600)
    fill(rewritten, some_entries(SIZE + 4))
    assert run(bundle(rewritten, tmp_path / "evidence.zip"), "--checkpoint", str(kept))[0] == 2
    with pytest.raises(LedgerDamaged, match="rewritten"):
        bundle(rewritten, tmp_path / "asked.zip", Choice(kept=(kept.read_text(),)))


def test_a_time_stamp_or_cosignature_that_is_none_is_not_handed_over(ledger: Path, tmp_path: Path) -> None:
    note = latest_checkpoint(ledger)
    for number, anchor in enumerate((
        time_stamped(note, "http://tsa.example", b"0\x03\x02\x01\x00"),
        cosigned(note, "witness.example", bytes(32), "\u2014 witness.example AAAA"),
    )):  # fmt: skip
        folder = tmp_path / str(number)
        folder.mkdir()
        changed = copy(ledger, folder)
        fill(changed, [anchor])
        with pytest.raises(LedgerDamaged):
            bundle(changed, folder / "evidence.zip")
