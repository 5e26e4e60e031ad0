"""The console in a real Chromium: three languages, by keyboard, wide and narrow, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from gateway.console import export
from gateway.console.roles import Role
from tests.support.chromium import (
    CHROMIUM,
    Served,
    Watch,
    chromium,
    context,
    log_in,
    require_no_barrier,
    serving,
    speak,
    tab_to,
)
from tests.support.console import hall

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="chromium is not installed (apt-get install chromium)"
)

PAGES = (
    "/",
    "/transfers",
    "/transfers/20260310-aaaa",
    "/transfers/20260310-cccc",
    "/lookup",
    "/breach",
    "/policies",
    "/try",
)
LANGUAGES = ("nl", "fr", "en")
WIDTHS = (360, 768, 1280, 1920)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(hall(tmp_path_factory.mktemp("console"))) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def profile(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    """A profile in which the officer is logged in."""
    found = context(browser)
    log_in(found.new_page(), served)
    yield found
    found.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_without_barrier_complaint_or_foreign_request(
    profile: BrowserContext, served: Served, language: str
) -> None:
    watch = Watch(served.address)
    page = watch.over(profile.new_page())
    speak(page, served, language)
    for path in PAGES:
        page.goto(served.address + path)
        assert page.locator("html").get_attribute("lang") == language
        require_no_barrier(page)
    page.close()
    assert (watch.foreign, watch.complaints) == ([], [])


def test_every_page_is_without_barrier_in_the_dark(profile: BrowserContext, served: Served) -> None:
    page = profile.new_page()
    page.emulate_media(color_scheme="dark")
    for path in PAGES:
        page.goto(served.address + path)
        require_no_barrier(page)
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_the_window(profile: BrowserContext, served: Served, width: int) -> None:
    page = profile.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES:
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_on_a_phone_each_transfer_is_a_card_with_its_outcome_in_sight(
    profile: BrowserContext, served: Served
) -> None:
    page = profile.new_page()
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(f"{served.address}/transfers")
    for outcome in page.locator("tbody .mark").all():
        box = outcome.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 360
    row = page.get_by_role("table").get_by_role("row").nth(1)
    assert row.get_by_role("cell").count() >= 5
    require_no_barrier(page)
    page.close()


def test_whoever_is_not_logged_in_gets_the_form_without_barriers(browser: Browser, served: Served) -> None:
    profile, watch = context(browser, 360, dark=True), Watch(served.address)
    page = watch.over(profile.new_page())
    page.goto(f"{served.address}/transfers")
    assert page.url == f"{served.address}/login"
    require_no_barrier(page)
    profile.close()
    assert (watch.foreign, watch.complaints) == ([], [])


def test_the_keyboard_alone_leads_in_to_a_transfer_and_out(browser: Browser, served: Served) -> None:
    profile = context(browser)
    page = profile.new_page()
    page.goto(f"{served.address}/login")
    page.locator("input[name=name]").focus()
    page.keyboard.type("an")
    page.keyboard.press("Tab")
    page.keyboard.type("een lang wachtwoord")
    page.keyboard.press("Tab")
    page.keyboard.type(served.hall.code("an"))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{served.address}/")
    tab_to(page, 'a[href="/transfers"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/transfers")
    tab_to(page, 'a[href="/transfers/20260410-gggg"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/20260410-gggg")
    tab_to(page, 'form[action="/logout"] button')
    page.keyboard.press("Enter")
    page.wait_for_url("**/login")
    profile.close()


def test_the_first_tab_skips_to_the_content(profile: BrowserContext, served: Served) -> None:
    page = profile.new_page()
    page.goto(f"{served.address}/transfers")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.close()


def test_a_filter_an_export_a_look_up_and_a_mail_to_try_work(browser: Browser, served: Served) -> None:
    profile = context(browser)
    page = profile.new_page()
    log_in(page, served)
    page.goto(f"{served.address}/transfers?outcome=rejected")
    assert page.locator("tbody tr").count() == 1
    with page.expect_download() as waiting:
        page.locator('a[href*="/export/csv"]').click()
    rows = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "20260310-cccc" in rows
    assert "20260310-aaaa" not in rows
    page.goto(f"{served.address}/lookup")
    page.locator("input[name=phone]").fill("0470 12 34 56")
    page.locator("input[name=reason]").fill("vraag van de betrokkene")
    page.locator("main button").click()
    page.get_by_text("Niet doorzocht: 3 mails van 2026-04").wait_for()
    page.goto(f"{served.address}/try")
    page.locator("textarea").fill("From: team@sender.example\nSubject: x\n\nDag")
    page.locator("main button").click()
    page.get_by_text("Wat er zou gebeuren: Geweigerd").wait_for()
    profile.close()


def test_a_long_export_comes_to_its_file_and_what_went_wrong_is_shown(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "AT_ONCE", 0)
    with serving(hall(tmp_path)) as own:
        profile = context(browser)
        page = profile.new_page()
        log_in(page, own)
        page.goto(f"{own.address}/transfers")
        page.locator('a[href*="/export/csv"]').click()
        with page.expect_download() as waiting:
            page.locator('a[href$="/file"]').click()
        assert waiting.value.suggested_filename.endswith(".csv")
        assert "20260310-cccc" in Path(waiting.value.path()).read_text("utf-8-sig")
        page.goto(f"{own.address}/transfers")
        (tmp_path / "ledger.db").rename(tmp_path / "elsewhere.db")
        with page.expect_response("**/export/csv*") as answered:
            page.locator('a[href*="/export/csv"]').click()
        assert answered.value.status == 503
        page.locator("main [role=alert]").wait_for()
        profile.close()


@pytest.mark.parametrize("role", [Role.ADMIN, Role.AUDITOR])
def test_another_role_is_not_shown_what_it_may_not(browser: Browser, served: Served, role: Role) -> None:
    profile = context(browser)
    page = profile.new_page()
    log_in(page, served, role)
    assert page.locator('a[href="/lookup"]').count() == 0
    profile.close()
