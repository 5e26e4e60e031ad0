"""The console served over TLS on loopback, and the machine's own Chromium in front of it."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from gateway.console.roles import Role
from tests.support.certificates import new_authority
from tests.support.console import NAMES, PASSWORD, Hall

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@dataclass(frozen=True, slots=True)
class Served:
    """``hall`` at ``address``, as ``https://localhost:PORT``."""

    hall: Hall
    address: str


@contextmanager
def serving(hall: Hall, port: int = 0) -> Iterator[Served]:
    """The console on ``port``, 0 for any that is free, until the block ends."""
    issued = new_authority(hall.folder).server("localhost")
    config = uvicorn.Config(
        hall.app, port=port, ssl_certfile=issued.certificate, ssl_keyfile=str(issued.key), log_config=None
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield Served(hall, f"https://localhost:{port}")
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that asks no other machine for anything."""
    with sync_playwright() as playwright:
        # Root may not use Chromium's own sandbox; all that it is shown is ours.
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass(slots=True)
class Watch:
    """What a page asked for elsewhere, and what its console complained of."""

    home: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        """``page``, watched from now on."""
        page.on("request", lambda request: self._asked(request))  # noqa: PLW0108 - it must take attributes
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self.foreign.append(request.url)


def context(browser: Browser, width: int = 1280, *, dark: bool = False) -> BrowserContext:
    """A profile of its own, with a window so wide."""
    return browser.new_context(
        ignore_https_errors=True,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        locale="nl-BE",
    )


def log_in(page: Page, served: Served, role: Role = Role.DPO) -> None:
    """Fills in the form by its labels, as a person does."""
    name = NAMES[role]
    page.goto(f"{served.address}/login")
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=code]").fill(served.hall.code(name))
    page.locator("main button").click()
    page.wait_for_load_state()


def shot(page: Page, folder: Path, name: str) -> None:
    """A picture of the whole page."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)


def speak(page: Page, served: Served, language: str) -> None:
    """Chooses the language, by its button."""
    page.goto(f"{served.address}/")
    page.locator(f"button[value={language}]").click()
    page.wait_for_load_state()


def require_no_barrier(page: Page) -> None:
    """What axe-core finds is nothing."""
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"


def tab_to(page: Page, selector: str) -> None:
    """Presses Tab until the element has the focus, which shows."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"no Tab leads to {selector}")
