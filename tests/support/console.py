"""The console of an installation with seven transfers, and people who visit it."""

import re
import tempfile
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pyotp
from httpx2 import Response
from starlette.testclient import TestClient

from gateway import config
from gateway.config_console import Console
from gateway.config_hosts import HostPort
from gateway.console import accounts
from gateway.console.app import application
from gateway.console.roles import Role
from gateway.console.shield import Shield
from tests.support.reporting import installation

PASSWORD = "een lang wachtwoord"
ORIGIN = "https://console.example"
NAMES = {Role.DPO: "an", Role.ADMIN: "bo", Role.AUDITOR: "cas"}
_CSRF = re.compile(r'name="csrf" value="([^"]+)"')
_SECRET = re.compile(r"secret=([A-Z2-7]+)")


@dataclass(slots=True)
class Clock:
    """A clock that moves when it is told to."""

    now: datetime = datetime(2026, 4, 10, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class Hall:
    """The console in ``folder``, its clock, and the secrets of its accounts' second factors."""

    folder: Path
    app: Shield
    clock: Clock
    secrets: dict[str, str]

    def browser(self) -> TestClient:
        """A browser that has not logged in; it follows no redirect."""
        headers = {"Origin": ORIGIN}
        return TestClient(self.app, base_url=ORIGIN, follow_redirects=False, headers=headers)

    def code(self, name: str) -> str:
        """The code that the authenticator app of ``name`` shows, half a minute after the one before."""
        self.clock.now += timedelta(seconds=30)
        return pyotp.TOTP(self.secrets[name]).at(self.clock.now)

    def restarted(self, **changed: Any) -> "Hall":
        """The same console started anew, its settings but for ``changed`` as they were."""
        settings = replace(_settings(self.folder), **changed)
        return replace(self, app=application(config.load(self.folder / "gateway.yaml"), settings, self.clock))

    def visitor(self, role: Role = Role.DPO) -> TestClient:
        """A browser in which somebody with ``role`` is logged in."""
        browser, name = self.browser(), NAMES[role]
        form = {"name": name, "password": PASSWORD, "code": self.code(name)}
        assert browser.post("/login", data=form).status_code == 303
        return browser


def hall(folder: Path) -> Hall:
    """A console with an account for each role, its clock on the day of the latest transfers."""
    file = installation(folder)
    local = folder / "accounts.json"
    content, secrets = _accounts()
    local.touch(0o600)
    local.write_bytes(content)
    clock = Clock()
    return Hall(folder, application(config.load(file), _settings(folder), clock), clock, secrets)


def _settings(folder: Path) -> Console:
    return Console(HostPort("127.0.0.1", 8443), folder / "accounts.json", drafts=folder / "drafts")


@cache
def _accounts() -> tuple[bytes, dict[str, str]]:
    """The file of the accounts and their secrets, made once: a hash takes its time, as it must."""
    with tempfile.TemporaryDirectory() as folder:
        file, secrets = Path(folder) / "accounts.json", dict[str, str]()
        for role, name in NAMES.items():
            found = _SECRET.search(accounts.added(file, name, role, PASSWORD))
            assert found
            secrets[name] = found[1]
        return file.read_bytes(), secrets


def csrf(browser: TestClient, page: str = "/lookup") -> str:
    """What the forms of ``page`` carry."""
    found = _CSRF.search(browser.get(page).text)
    assert found
    return found[1]


def post(browser: TestClient, path: str, page: str = "/lookup", **fields: str) -> Response:
    """Sends the form as the page would."""
    return browser.post(path, data={"csrf": csrf(browser, page), **fields})
