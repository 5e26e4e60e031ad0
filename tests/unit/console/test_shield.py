"""What stands around every answer, also around one that nobody foresaw."""

from datetime import datetime
from pathlib import Path

from starlette.testclient import TestClient

from gateway import config
from gateway.config_console import Console
from gateway.config_hosts import HostPort
from gateway.console.app import application
from tests.support.console import hall


def stopped() -> datetime:
    raise ZeroDivisionError("a secret")


def test_a_fault_of_our_own_is_told_within_the_same_rules_as_every_page(tmp_path: Path) -> None:
    console, settings = hall(tmp_path), Console(HostPort("127.0.0.1", 8443), tmp_path / "accounts.json")
    pages = application(config.load(tmp_path / "gateway.yaml"), settings, stopped)
    browser = TestClient(pages, raise_server_exceptions=False, follow_redirects=False)
    answer = browser.get("/login")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    sound = console.browser().get("/login")
    assert sound.status_code == 200
    kept = {"content-security-policy", "x-content-type-options", "referrer-policy", "cache-control"}
    assert {name: answer.headers[name] for name in kept} == {name: sound.headers[name] for name in kept}
