"""The log-in by an OpenID provider in a real Chromium, with another's provider on another site."""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.support.chromium import CHROMIUM, Served, chromium, context, require_no_barrier, serving
from tests.support.console import hall
from tests.support.oidc import package, settings_for
from tests.support.postfix import free_port

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"
)
DINA = {"sub": "dina", "roles": ["Console.Dpo"], "preferred_username": "dina@pepingen.example"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The console on localhost, a provider on 127.0.0.1: to a browser these are two sites."""
    folder, port = tmp_path_factory.mktemp("console"), free_port()
    with package(DINA) as issuer:
        settings = settings_for(folder, issuer, f"https://localhost:{port}")
        console = hall(folder)
        console.clock.now = datetime.now(UTC)
        with serving(console.restarted(oidc=settings), port) as found:
            yield found


def test_an_officer_logs_in_at_the_provider_sees_the_overview_and_logs_out(
    browser: Browser, served: Served
) -> None:
    profile, complaints = _profile(browser), list[str]()
    page = profile.new_page()
    page.on("console", lambda said: complaints.append(said.text) if _is_ours(page, served) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{served.address}/transfers")
    assert page.url == f"{served.address}/login"
    require_no_barrier(page)
    page.locator('a[href="/login/oidc"]').click()
    page.get_by_role("button", name="dina").click()
    page.wait_for_url(f"{served.address}/transfers")
    assert page.get_by_text("dina@pepingen.example").count() == 1
    assert page.locator('a[href="/lookup"]').count() == 1
    cookies = {cookie["name"]: cookie["sameSite"] for cookie in profile.cookies()}
    assert cookies == {"__Host-session": "Strict"}
    page.go_back()
    assert "code=" not in page.url
    page.goto(f"{served.address}/")
    page.locator('form[action="/logout"] button').click()
    page.wait_for_url("**/login")
    page.goto(f"{served.address}/")
    assert page.url == f"{served.address}/login"
    profile.close()
    assert complaints == []


def test_an_officer_whom_the_provider_gives_no_role_is_told(browser: Browser, served: Served) -> None:
    profile = _profile(browser)
    page = profile.new_page()
    page.goto(f"{served.address}/login/oidc")
    page.locator("input[name=sub]").fill("emiel")
    page.get_by_role("button", name="Authorize").click()
    page.get_by_text("heeft geen rol in deze console").wait_for()
    require_no_barrier(page)
    assert profile.cookies() == []
    profile.close()


def test_an_officer_who_turns_back_at_the_provider_is_not_logged_in(browser: Browser, served: Served) -> None:
    profile = _profile(browser)
    page = profile.new_page()
    page.goto(f"{served.address}/login/oidc")
    page.get_by_role("button", name="Deny").click()
    page.get_by_text("U bent niet aangemeld").wait_for()
    page.goto(f"{served.address}/")
    assert page.url == f"{served.address}/login"
    profile.close()


def test_a_link_of_another_site_opens_no_page_of_a_session(browser: Browser, served: Served) -> None:
    profile = _profile(browser)
    page = profile.new_page()
    page.goto(f"{served.address}/login/oidc")
    page.get_by_role("button", name="dina").first.click()
    page.wait_for_url(f"{served.address}/")
    page.goto("about:blank")
    page.set_content(f'<a href="{served.address}/transfers">x</a>')
    page.locator("a").click()
    page.wait_for_url("**/login")
    profile.close()


def _profile(browser: Browser) -> BrowserContext:
    """A profile that asks no other machine for the style of the provider's own pages."""
    profile = context(browser)
    profile.route(lambda url: urlsplit(url).hostname not in ("localhost", "127.0.0.1"), _refuse)
    return profile


def _refuse(route: Route) -> None:
    route.abort()


def _is_ours(page: Page, served: Served) -> bool:
    return page.url.startswith(served.address)
