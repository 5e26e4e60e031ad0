"""The breach wizard in a real Chromium: the walk by keyboard, in three languages, wide, narrow, dark."""

import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from gateway.console.breach_answers import STEPS
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

NEXT = '.go button[value="next"]'


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(hall(tmp_path)) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_keyboard_alone_leads_from_the_alarm_to_the_dossier(
    browser: Browser, served: Served, language: str
) -> None:
    profile, watch = context(browser), Watch(served.address)
    page = watch.over(profile.new_page())
    log_in(page, served)
    speak(page, served, language)
    page.goto(f"{served.address}/breach")
    require_no_barrier(page)
    _press(page, 'form[action="/breach"] button', "**/when")
    _when(page)
    _which(page)
    _what(page)
    _whom(page)
    with zipfile.ZipFile(_made(page)) as archive:
        assert {name.rpartition(".")[2] for name in archive.namelist()} == {"docx", "csv", "eml"}
    page.goto(f"{served.address}/")
    require_no_barrier(page)
    assert "72" in page.locator(".clocks").inner_text()
    _closed(page, served)
    profile.close()
    assert (watch.foreign, watch.complaints) == ([], [])


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1920, False)])
def test_no_step_is_too_wide_or_hard_to_read(
    browser: Browser, served: Served, width: int, *, dark: bool
) -> None:
    profile, watch = context(browser, width, dark=dark), Watch(served.address)
    page = watch.over(profile.new_page())
    log_in(page, served)
    draft = _with_everything(page, served)
    each = ("/", "/breach", f"{draft}/end", *(f"{draft}/{step}" for step in STEPS))
    _require_fits(page, served, width, each)
    served.hall.clock.now += timedelta(hours=80)
    log_in(page, served)
    _require_fits(page, served, width, ("/", "/breach", f"{draft}/whom"))
    profile.close()
    assert (watch.foreign, watch.complaints) == ([], [])


def test_two_who_write_at_once_see_both_texts(browser: Browser, served: Served) -> None:
    profile = context(browser)
    first, second = profile.new_page(), profile.new_page()
    log_in(first, served)
    draft = _with_everything(first, served)
    for page in (first, second):
        page.goto(f"{served.address}{draft}/what")
    for page, text in ((first, "De eerste tekst"), (second, "De tweede tekst")):
        page.locator("textarea[name=event]").fill(text)
        page.locator(NEXT).click()
        page.wait_for_load_state()
    assert second.locator("textarea[name=event]").input_value() == "De tweede tekst"
    assert "De eerste tekst" in second.locator(".theirs").inner_text()
    assert second.locator('[role="alert"]').count() == 1
    require_no_barrier(second)
    second.locator(NEXT).click()
    second.wait_for_url("**/whom")
    profile.close()


def _require_fits(page: Page, served: Served, width: int, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(served.address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        require_no_barrier(page)


def _when(page: Page) -> None:
    require_no_barrier(page)
    page.locator("input[name=aware]").fill("2026-04-09T20:30")
    tab_to(page, "textarea[name=discovered]")
    page.keyboard.type("Door een onthaalmedewerker")
    tab_to(page, "input[name=title]")
    page.keyboard.type("Lijst <b>naar</b> verkeerd adres")
    page.keyboard.press("Enter")
    page.wait_for_url("**/which")
    assert "<b>naar</b>" in page.locator(".clock").inner_text()


def _which(page: Page) -> None:
    require_no_barrier(page)
    tab_to(page, "input[name=scope]")
    page.keyboard.press("Space")
    tab_to(page, "input[name=in_sender]")
    page.keyboard.type("*@sender.example")
    page.keyboard.press("Enter")
    page.locator(".figures-of dl").wait_for()
    require_no_barrier(page)
    assert page.locator(".figures-of dd").first.inner_text() == "7"
    _press(page, NEXT, "**/what")


def _what(page: Page) -> None:
    require_no_barrier(page)
    tab_to(page, "textarea[name=event]")
    page.keyboard.type("Een lijst ging naar een verkeerd adres.")
    tab_to(page, "input[name=sort_confidentiality]")
    page.keyboard.press("Space")
    tab_to(page, "textarea[name=remedies_taken]")
    page.keyboard.type("Teruggevraagd.")
    _press(page, '.go button[value="back"]', "**/which")
    _press(page, NEXT, "**/what")
    assert page.locator("textarea[name=remedies_taken]").input_value() == "Teruggevraagd."
    assert page.locator("input[name=sort_confidentiality]").is_checked()
    _press(page, NEXT, "**/whom")


def _whom(page: Page) -> None:
    require_no_barrier(page)
    tab_to(page, "select[name=risk]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "select[name=subjects]")
    page.keyboard.press("ArrowDown")
    _press(page, NEXT, "**/make")


def _made(page: Page) -> Path:
    require_no_barrier(page)
    tab_to(page, "input[name=made_for]")
    page.keyboard.type("zaak 2026/9")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    return Path(waiting.value.path())


def _closed(page: Page, served: Served) -> None:
    page.goto(f"{served.address}/breach")
    _press(page, '.card a[href$="/end"]', "**/end")
    require_no_barrier(page)
    page.locator("input[name=told]").fill("2026-04-10T11:00")
    _press(page, 'form[action$="/close"] button', "**/breach")
    require_no_barrier(page)
    page.goto(f"{served.address}/")
    assert page.locator(".clocks").count() == 0


def _with_everything(page: Page, served: Served) -> str:
    """The path of a draft with a moment, a choice and long words."""
    page.goto(f"{served.address}/breach")
    page.locator('form[action="/breach"] button').click()
    page.wait_for_url("**/when")
    page.locator("input[name=aware]").fill("2026-04-09T20:30")
    page.locator("input[name=title]").fill("Onoverzichtelijkelangesamenstelling" * 4)
    page.locator(NEXT).click()
    page.locator("input[value=chosen]").check()
    page.locator(NEXT).click()
    page.wait_for_url("**/what")
    page.locator("textarea[name=event]").fill("w" * 400)
    page.locator(NEXT).click()
    page.wait_for_url("**/whom")
    return page.url.removeprefix(served.address).removesuffix("/whom")


def _press(page: Page, selector: str, url: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_url(url)
