"""The console's commands where something is missing: told before the first visitor."""

import json
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli import main
from tests.support.oidc import SECRET
from tests.support.reporting import installation

LONG = "een lang woord"
MAKING = ("--role", "dpo", "--password", LONG)
OIDC = """console:
  listen: "127.0.0.1:0"
  oidc:
    issuer: https://login.example
    client_id: console
    client_secret_file: oidc.secret
    redirect_uri: https://console.example/login/oidc/callback
    roles: {Console.Dpo: dpo}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = installation(tmp_path)
    found.write_text(found.read_text("utf-8") + OIDC, "utf-8")
    secret = tmp_path / "oidc.secret"
    secret.touch(0o600)
    secret.write_text(SECRET, "ascii")
    return found


def told(file: Path, *command: str) -> str:
    result = CliRunner().invoke(main, ["console", *command, "--config", str(file)])
    assert result.exit_code == 2
    return result.stderr


def test_a_secret_that_others_may_read_lets_the_console_not_start(file: Path) -> None:
    secret = file.with_name("oidc.secret")
    secret.chmod(0o644)
    assert f"{secret} is open to group or others. Run chmod 600 {secret}." in told(file, "serve")


def test_a_secret_that_is_missing_lets_the_console_not_start(file: Path) -> None:
    file.with_name("oidc.secret").unlink()
    assert "oidc.secret is not there." in told(file, "serve")


def test_authorities_that_are_none_let_the_console_not_start(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "    ca: oidc.secret\n", "utf-8")
    assert "holds no authorities. Name a file of them in PEM." in told(file, "serve")


@pytest.mark.parametrize(
    "command",
    [
        ("accounts",),
        ("remove-account", "an"),
        ("account", "an", *MAKING),
    ],
    ids=lambda command: command[0],
)
def test_a_console_without_accounts_of_its_own_says_so(file: Path, command: tuple[str, ...]) -> None:
    assert "Add console.accounts: and a file." in told(file, *command)


@pytest.fixture
def kept(file: Path) -> Path:
    """The configuration of a console with accounts of its own, one of them made."""
    file.write_text(file.read_text("utf-8").replace("  oidc:", "  accounts: accounts.json\n  oidc:"), "utf-8")
    made = CliRunner().invoke(main, ["console", "account", "an", *MAKING, "--config", str(file)])
    assert "otpauth://totp/" in made.stdout
    return file


def test_an_account_that_is_there_is_replaced_only_when_that_is_asked(kept: Path) -> None:
    accounts = kept.with_name("accounts.json")
    before = accounts.read_bytes()
    assert "There is an account an already" in told(kept, "account", "an", *MAKING)
    assert accounts.read_bytes() == before
    again = ["console", "account", "an", *MAKING, "--replace", "--config", str(kept)]
    assert CliRunner().invoke(main, again).exit_code == 0
    secrets = [json.loads(content)["accounts"][0]["totp"] for content in (before, accounts.read_bytes())]
    assert secrets[0] != secrets[1]


def test_a_password_that_nobody_can_type_unseen_is_not_asked(kept: Path) -> None:
    command = (sys.executable, "-m", "gateway", "console", "account", "bo", "--role", "dpo", "--config", kept)
    ended = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, start_new_session=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "There is no terminal to ask the password on." in ended.stderr


def test_a_password_is_asked_twice_in_the_language_of_the_locale_until_both_are_the_same(kept: Path) -> None:
    asked = ["console", "account", "bo", "--role", "dpo", "--config", str(kept)]
    typed = "".join(f"{password}\n" for password in (LONG, "another one typed", LONG, LONG))
    made = CliRunner(env={"LC_ALL": "nl_BE.UTF-8"}).invoke(main, asked, input=typed)
    assert made.exit_code == 0
    *questions, secret = made.stdout.splitlines()
    assert questions == [
        *("Wachtwoord: ", "Nog eens, ter bevestiging: ", "Fout: de twee wachtwoorden zijn niet gelijk."),
        *("Wachtwoord: ", "Nog eens, ter bevestiging: "),
        "Account bo mag zich aanmelden. Geef dit aan een authenticator-app, en aan niemand anders:",
    ]
    assert secret.startswith("otpauth://totp/")


def test_accounts_that_others_may_read_let_the_console_not_start(kept: Path) -> None:
    kept.with_name("accounts.json").chmod(0o644)
    assert "accounts.json is open to group or others. Run chmod 600" in told(kept, "serve")


def test_a_port_that_is_taken_is_told_and_the_drafts_are_made_before(kept: Path) -> None:
    drafts = kept.with_name("drafts")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        text = kept.read_text("utf-8").replace("127.0.0.1:0", f"127.0.0.1:{port}")
        kept.write_text(text.replace("  oidc:", f"  drafts: {drafts}\n  oidc:"), "utf-8")
        assert f"127.0.0.1:{port} is in use." in told(kept, "serve")
    assert stat.S_IMODE(drafts.stat().st_mode) == 0o700
