"""The console as its unit runs it: a process of its own, confined, from log-in to the end."""

import re
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import pyotp
import pytest

from gateway.ledger.verify import verify
from tests.support.certificates import new_authority
from tests.support.console import PASSWORD, hall
from tests.support.letters import letter
from tests.support.postfix import free_port

_CSRF = re.compile(r'name="csrf" value="([^"]+)"')


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[httpx2.Client, Path, subprocess.Popen[bytes]]]:
    """A browser that is logged in, the folder of the installation, and the process."""
    place, port = hall(tmp_path), free_port()
    authority = new_authority(tmp_path)
    issued = authority.server("localhost")
    settings = tmp_path / "gateway.yaml"
    console = f"""console:
  listen: 127.0.0.1:{port}
  certificate: {issued.certificate}
  key: {issued.key}
  accounts: {tmp_path / "accounts.json"}
  drafts: {tmp_path / "drafts"}
"""
    settings.write_text(settings.read_text("utf-8") + console, "utf-8")
    command = (sys.executable, "-m", "gateway", "console", "serve", "--config", str(settings))
    address = f"https://localhost:{port}"
    context = ssl.create_default_context(cafile=str(authority.certificate))
    with (tmp_path / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        with httpx2.Client(base_url=address, verify=context, headers={"Origin": address}) as browser:
            _log_in(browser, place.secrets["an"])
            yield browser, tmp_path, process
        process.kill()


def _log_in(browser: httpx2.Client, secret: str) -> None:
    for _ in range(300):
        try:
            browser.get("/login")
            break
        except httpx2.TransportError:
            time.sleep(0.1)
    code = pyotp.TOTP(secret).at(datetime.now(UTC))
    assert browser.post("/login", data={"name": "an", "password": PASSWORD, "code": code}).status_code == 303


def _post(browser: httpx2.Client, path: str, page: str, **fields: str) -> httpx2.Response:
    found = _CSRF.search(browser.get(page).text)
    assert found
    return browser.post(path, data={"csrf": found[1], **fields}, timeout=60)


@pytest.mark.timeout(120)
def test_what_an_officer_does_works_in_a_confined_process_and_is_recorded(
    served: tuple[httpx2.Client, Path, subprocess.Popen[bytes]],
) -> None:
    browser, folder, process = served
    before = verify(folder / "ledger.db").size
    assert "20260410-eeee" in browser.get("/transfers").text
    assert browser.get("/transfers/20260410-eeee").status_code == 200
    assert browser.get("/export/csv").status_code == 200
    tried = _post(browser, "/try", "/try", message=letter(author="an@sender.example").decode())
    assert "Wat er zou gebeuren: Bezorgd" in tried.text
    begun = _post(browser, "/breach", "/breach")
    assert (begun.status_code, len(list((folder / "drafts").iterdir()))) == (303, 1)
    assert verify(folder / "ledger.db").size == before + 2
    status = Path(f"/proc/{process.pid}/status").read_text("ascii")
    assert "NoNewPrivs:\t1" in status
    process.terminate()
    assert process.wait(30) == 0
    log = (folder / "log").read_text("utf-8")
    assert '"message": "listening"' in log
    assert '"message": "console stopped"' in log
    assert PASSWORD not in log
