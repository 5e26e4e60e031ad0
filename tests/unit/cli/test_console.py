"""The console's commands where something is missing: told before the first visitor."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from gateway.cli import main
from tests.support.oidc import SECRET
from tests.support.reporting import installation

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
    assert "oidc.secret cannot be read: No such file or directory." in told(file, "serve")


def test_authorities_that_are_none_let_the_console_not_start(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "    ca: oidc.secret\n", "utf-8")
    assert "holds no authorities. Name a file of them in PEM." in told(file, "serve")


@pytest.mark.parametrize(
    "command",
    [
        ("accounts",),
        ("remove-account", "an"),
        ("account", "an", "--role", "dpo", "--password", "een lang woord"),
    ],
    ids=lambda command: command[0],
)
def test_a_console_without_accounts_of_its_own_says_so(file: Path, command: tuple[str, ...]) -> None:
    assert "Add console.accounts: and a file." in told(file, *command)
