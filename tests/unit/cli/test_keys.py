import json
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli.keys import keys
from tests.support.smime import MailAuthority, Person, new_mail_authority

CONFIG = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:0"]
tls: {certificate: gateway.crt, key: gateway.key}
next_hop: {address: "127.0.0.1:25"}
policies: policies
ledger: {url: "sqlite:///var/lib/gateway/ledger.db"}
"""
DESK = "ocmw@pepingen.example"


@pytest.fixture
def authority(tmp_path: Path) -> MailAuthority:
    return new_mail_authority(tmp_path)


def configured(folder: Path, *people: Person) -> Path:
    pairs = [f'{{certificate: "{one.certificate}", key: "{one.key}"}}' for one in people]
    file = folder / "gateway.yaml"
    file.write_text(f"{CONFIG}keys: {{smime: [{', '.join(pairs)}]}}\n")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(keys, [str(argument) for argument in arguments])


def requested(folder: Path, address: str = DESK) -> Result:
    files = ("--out-key", folder / "new.key", "--out-csr", folder / "new.csr")
    return run("request", "--address", address, *files)


def test_the_list_names_each_key_with_its_address_fingerprint_and_end(
    authority: MailAuthority, tmp_path: Path
) -> None:
    old, new = authority.person(DESK, days=3), authority.person(DESK, in_subject=True)
    result = run("list", "--config", configured(tmp_path, old, new), "--json")

    assert result.exit_code == 0
    rows = json.loads(result.stdout)
    assert [(row["method"], row["addresses"]) for row in rows] == [("smime", [DESK])] * 2
    assert [row["expires"] for row in rows] == [
        f"{one.x509.not_valid_after_utc:%Y-%m-%d}" for one in (old, new)
    ]
    shown = run("list", "--config", tmp_path / "gateway.yaml").stdout
    assert all(row["fingerprint"] in shown for row in rows)


def test_without_keys_the_list_says_what_becomes_of_sealed_mail(tmp_path: Path) -> None:
    result = run("list", "--config", configured(tmp_path))

    assert (result.exit_code, result.stdout) == (0, "No keys: sealed mail is refused.\n")


def test_a_key_that_cannot_be_used_ends_the_list(authority: MailAuthority, tmp_path: Path) -> None:
    desk = authority.person(DESK)
    desk.key.unlink()
    result = run("list", "--config", configured(tmp_path, desk))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read" in result.stderr


def test_a_request_makes_two_files_and_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    result = requested(tmp_path)

    assert result.exit_code == 0
    assert stat.S_IMODE((tmp_path / "new.key").stat().st_mode) == 0o600
    assert (tmp_path / "new.csr").read_bytes().startswith(b"-----BEGIN CERTIFICATE REQUEST-----")
    assert "PRIVATE" not in result.output


@pytest.mark.parametrize("present", ["new.key", "new.csr"])
def test_no_file_is_overwritten_and_none_is_left_alone(tmp_path: Path, present: str) -> None:
    (tmp_path / present).write_bytes(b"kept")
    result = requested(tmp_path)

    assert result.exit_code == 2
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(present, b"kept")]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = requested(tmp_path / "absent")

    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


def test_an_address_that_is_none_is_told(tmp_path: Path) -> None:
    assert requested(tmp_path, "ocmw").exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_keys_are_told_in_the_language_of_the_locale(
    authority: MailAuthority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_BE.UTF-8")
    assert requested(tmp_path).stdout.splitlines()[:2] == [
        f"Sleutel   {tmp_path / 'new.key'} (bewaar hem)",
        f"Aanvraag  {tmp_path / 'new.csr'} (geef ze aan de autoriteit)",
    ]
    config = configured(tmp_path)
    assert run("list", "--config", config).stdout == "Geen sleutels: versleutelde mail wordt geweigerd.\n"
    shown = run("list", "--config", configured(tmp_path, authority.person(DESK))).stdout
    assert shown.split()[:4] == ["Methode", "Adressen", "Vingerafdruk", "Vervalt"]
