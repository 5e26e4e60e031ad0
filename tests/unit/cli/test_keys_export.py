import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import main
from tests.support.gpg import AN, MODERN, RSA, World
from tests.support.stage import POLICIES

WITHOUT = """hostname: mx.pepingen.example
listen: ["127.0.0.1:0"]
tls: {certificate: a.crt, key: a.key}
next_hop: {address: "127.0.0.1:25"}
ledger: {url: "sqlite:///tmp/ledger.db"}
"""


@pytest.fixture
def config(tmp_path: Path, pgp_world: World) -> Path:
    path = tmp_path / "gateway.yaml"
    keys = f'keys: {{pgp_home: "{pgp_world.gateway.folder}"}}'
    path.write_text(f'{WITHOUT}policies: "{POLICIES}"\n{keys}\n', "utf-8")
    return path


def run(config: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["keys", *arguments, "--config", str(config)])


def test_the_key_of_the_one_recipient_is_printed_for_people_to_import(config: Path, pgp_world: World) -> None:
    result = run(config, "export")
    assert result.exit_code == 0
    assert result.output.startswith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
    shown = pgp_world.sender.run("--show-keys", "--with-colons", content=result.output.encode()).decode()
    assert pgp_world.gateway.fingerprint(MODERN).upper() in shown


def test_the_header_field_names_the_mailbox(config: Path) -> None:
    result = run(config, "export", "--autocrypt", "--address", RSA)
    assert result.output.startswith(f"Autocrypt: addr={RSA}; prefer-encrypt=mutual; keydata=")


def test_a_directory_is_written_for_a_web_server(config: Path, tmp_path: Path, pgp_world: World) -> None:
    result = run(config, "export", "--wkd", str(tmp_path / "www"))
    assert result.exit_code == 0
    root = tmp_path / "www" / ".well-known" / "openpgpkey"
    (direct,) = (root / "hu").iterdir()
    (advanced,) = (root / "pepingen.example" / "hu").iterdir()
    assert direct.read_bytes() == advanced.read_bytes()
    assert (root / "policy").read_bytes() == (root / "pepingen.example" / "policy").read_bytes() == b""
    shown = pgp_world.sender.run("--show-keys", "--with-colons", content=direct.read_bytes()).decode()
    assert f"<{MODERN}>" in shown


@pytest.mark.parametrize("address", [AN, "niemand@pepingen.example"])
def test_a_mailbox_without_a_secret_key_has_nothing_to_publish(config: Path, address: str) -> None:
    result = run(config, "export", "--address", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert address in result.stderr


def test_what_is_no_mailbox_is_wrong_usage(config: Path) -> None:
    assert run(config, "export", "--address", "ocmw").exit_code == 2


def test_without_a_home_there_is_no_key(config: Path) -> None:
    config.write_text(f'{WITHOUT}policies: "{POLICIES}"\n', "utf-8")
    result = run(config, "export")
    assert result.exit_code == 2
    assert "keys.pgp_home" in result.stderr


def test_the_keys_are_listed_with_what_they_are_of(config: Path, pgp_world: World) -> None:
    rows = json.loads(run(config, "list", "--json").output)
    assert {(row["method"], row["addresses"][0], row["fingerprint"], row["expires"]) for row in rows} == {
        ("pgp", MODERN, pgp_world.gateway.fingerprint(MODERN), rows[0]["expires"]),
        ("pgp", RSA, pgp_world.gateway.fingerprint(RSA), ""),
    }
    assert pgp_world.gateway.fingerprint(RSA) in run(config, "list").output.replace("\n", "")
