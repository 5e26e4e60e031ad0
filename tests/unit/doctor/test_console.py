"""What the doctor says of the console's files."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from gateway.config_console import Console
from gateway.config_hosts import HostPort
from gateway.console import accounts
from gateway.console.roles import Role
from gateway.doctor.console import console_remarks
from gateway.doctor.mending import WRITABLE_AGAIN
from gateway.doctor.remark import Code, Grade
from tests.support.certificates import new_authority
from tests.support.console import PASSWORD
from tests.support.oidc import settings_for

STRANGER = 4_000_000


@pytest.fixture
def console(tmp_path: Path) -> Console:
    """A console of which all is well."""
    issued = new_authority(tmp_path).server("localhost")
    issued.key.chmod(0o600)
    accounts.added(tmp_path / "accounts.json", "an", Role.DPO, PASSWORD)
    return Console(
        HostPort("127.0.0.1", 8443), tmp_path / "accounts.json", issued.certificate, issued.key,
        drafts=tmp_path / "drafts",
    )  # fmt: skip


def told(console: Console | None, user: int | None = None) -> dict[Code, str]:
    """What is wrong, by its code."""
    remarks = console_remarks(console, os.geteuid() if user is None else user, datetime.now(UTC))
    return {one.code: f"{one.detail}. {one.remedy}" for one in remarks if one.grade is Grade.ERROR}


def test_nothing_is_said_without_a_console() -> None:
    assert list(console_remarks(None, 0, datetime.now(UTC))) == []


def test_all_is_well(console: Console) -> None:
    assert told(console) == {}


def test_accounts_that_are_missing_are_told_with_the_command(console: Console) -> None:
    assert console.accounts
    console.accounts.unlink()
    assert "gateway console account NAME" in told(console)[Code.CONSOLE_ACCOUNTS]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"accounts": [{"name": "an"}]}', '{"accounts": []}'])
def test_accounts_that_hold_none_are_told(console: Console, content: str) -> None:
    assert console.accounts
    console.accounts.write_text(content, "utf-8")
    assert "holds no account" in told(console)[Code.CONSOLE_ACCOUNTS]


def test_with_a_provider_no_account_need_be_there(console: Console, tmp_path: Path) -> None:
    oidc = settings_for(tmp_path, "https://login.example")
    assert told(replace(console, accounts=tmp_path / "absent.json", oidc=oidc)) == {}
    oidc.client_secret_file.chmod(0o640)
    assert "chmod 600" in told(replace(console, oidc=oidc))[Code.CONSOLE_OIDC]


def test_files_that_the_consoles_user_cannot_read_are_told(console: Console) -> None:
    assert set(told(console, STRANGER)) >= {
        Code.CONSOLE_ACCOUNTS, Code.CONSOLE_DRAFTS, Code.CONSOLE_KEY
    }  # fmt: skip


def test_files_that_others_can_read_are_told(console: Console) -> None:
    assert console.accounts
    assert console.key
    console.accounts.chmod(0o640)
    console.key.chmod(0o644)
    assert set(told(console)) == {Code.CONSOLE_ACCOUNTS, Code.CONSOLE_KEY_MODE}


def test_drafts_without_a_folder_above_them_are_told(console: Console, tmp_path: Path) -> None:
    found = told(replace(console, drafts=tmp_path / "absent" / "drafts"))
    assert f"{tmp_path / 'absent'} is not there. Run install -d" in found[Code.CONSOLE_DRAFTS]


@pytest.mark.parametrize("name", [".", "drafts"])
def test_drafts_on_a_disk_that_is_read_only_are_told_to_the_disk(
    console: Console, read_only: Path, name: str
) -> None:
    found = told(replace(console, drafts=read_only / name))
    assert found[Code.CONSOLE_DRAFTS].endswith(WRITABLE_AGAIN)


def test_a_file_where_drafts_should_be_is_told(console: Console) -> None:
    assert console.drafts
    console.drafts.touch(0o700)
    assert "is no folder" in told(console)[Code.CONSOLE_DRAFTS]


def test_a_key_of_another_certificate_is_told(console: Console, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = new_authority(tmp_path / "other").server("localhost")
    other.key.chmod(0o600)
    assert "no pair" in told(replace(console, key=other.key))[Code.CONSOLE_KEY]


def test_a_certificate_and_a_key_that_are_missing_are_told(console: Console, tmp_path: Path) -> None:
    absent = replace(console, certificate=tmp_path / "absent.pem", key=tmp_path / "absent.key")
    assert "absent.pem cannot be read" in told(absent)[Code.CONSOLE_CERTIFICATE]
    assert console.key
    console.key.unlink()
    assert "cannot be read" in told(console)[Code.CONSOLE_KEY]


def test_a_certificate_that_systemd_places_is_told_with_its_service(console: Console) -> None:
    placed = Path("/run/credentials/gateway-console.service/tls-certificate")
    assert "Start gateway-console" in told(replace(console, certificate=placed))[Code.CONSOLE_CERTIFICATE]
