"""Who gets in, for how long, and what a log-in tells a stranger."""

from datetime import timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from gateway.console import accounts
from gateway.console.accounts import AccountsError
from gateway.console.roles import RIGHTS, Right, Role
from gateway.console.way_back import local
from tests.support.console import NAMES, PASSWORD, Hall, csrf, hall, post


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


def test_nobody_sees_a_page_before_log_in(console: Hall) -> None:
    for path in (
        "/",
        "/transfers",
        "/transfers/20260410-eeee",
        "/export/csv",
        "/lookup",
        "/policies",
        "/try",
    ):
        answer = console.browser().get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")


def test_name_password_and_code_open_the_overview(console: Hall) -> None:
    answer = console.visitor().get("/")
    assert answer.status_code == 200
    assert "an" in answer.text


@pytest.mark.parametrize(
    ("name", "password", "code"),
    [
        ("an", "wrong password", "right"),
        ("an", PASSWORD, "000000"),
        ("nobody", PASSWORD, "right"),
        ("", "", ""),
    ],
)
def test_a_wrong_log_in_is_told_the_same_whatever_was_wrong(
    console: Hall, name: str, password: str, code: str
) -> None:
    shown = console.code("an") if code == "right" else code
    answer = console.browser().post("/login", data={"name": name, "password": password, "code": shown})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers
    assert "Naam, wachtwoord en code kloppen niet samen." in answer.text
    assert password not in answer.text or not password


def test_a_code_opens_one_session_alone(console: Hall) -> None:
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    assert console.browser().post("/login", data=form).status_code == 303
    assert console.browser().post("/login", data=form).status_code == 401


def test_who_guesses_waits_longer_and_longer(console: Hall) -> None:
    form = {"name": "an", "password": "guess", "code": "123456"}
    answers = [console.browser().post("/login", data=form).status_code for _ in range(8)]
    assert answers == [401] * 5 + [429] * 3
    right = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    assert console.browser().post("/login", data=right).status_code == 303


def test_the_cookie_is_the_browsers_and_this_hosts_alone(console: Hall) -> None:
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    cookie = console.browser().post("/login", data=form).headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_a_session_ends_when_it_is_left_alone(console: Hall) -> None:
    visitor = console.visitor()
    console.clock.now += timedelta(minutes=15)
    assert visitor.get("/").status_code == 200
    console.clock.now += timedelta(minutes=15, seconds=1)
    answer = visitor.get("/transfers?sender=a.example")
    assert answer.headers["location"] == "/login?ended=yes"
    assert "Uw sessie is voorbij." in visitor.get("/login?ended=yes").text
    assert "Uw sessie is voorbij." not in visitor.get("/login").text
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    assert visitor.post("/login", data=form).headers["location"] == "/transfers?sender=a.example"
    assert "__Host-back" not in visitor.cookies


@pytest.mark.parametrize(
    "page",
    ["//evil.example/", "https://evil.example/", "/\\evil.example", "/\t/evil.example", "evil", "/a;b"],
)
def test_a_log_in_leads_to_no_other_site(console: Hall, page: str) -> None:
    assert local(page) == ""
    browser = console.browser()
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    quoted = page.replace("\\", "\\\\")
    answer = browser.post("/login", data=form, headers={"cookie": f'__Host-back="{quoted}"'})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize(
    ("referer", "led"),
    [
        ("https://console.example/try", "/try"),
        ("https://console.example/transfers?sender=a%40b.example", "/transfers?sender=a%40b.example"),
        ("https://console.example/breach/0123456789abcdef/close", "/breach/0123456789abcdef/end"),
        ("https://evil.example/try", "/"),
        ("https://console.example//evil.example", "/"),
        ("", "/"),
    ],
)
def test_choosing_a_language_leads_back_to_the_page(console: Hall, referer: str, led: str) -> None:
    visitor = console.visitor()
    host = visitor.base_url.host
    form = {"csrf": csrf(visitor), "language": "fr"}
    headers = {"referer": referer.replace("console.example", host)} if referer else {}
    answer = visitor.post("/language", data=form, headers=headers)
    assert answer.headers["location"] == led


def test_a_session_ends_however_busy_it_is(console: Hall) -> None:
    visitor = console.visitor()
    for _ in range(60):
        console.clock.now += timedelta(minutes=10)
        assert visitor.get("/").status_code == 200
    console.clock.now += timedelta(minutes=10)
    assert visitor.get("/").status_code == 303


def test_logging_out_ends_the_session_here_and_not_only_in_the_browser(console: Hall) -> None:
    visitor = console.visitor()
    secret = visitor.cookies["__Host-session"]
    assert post(visitor, "/logout").status_code == 303
    stolen = console.browser()
    stolen.cookies.set("__Host-session", secret)
    assert stolen.get("/").status_code == 303


def test_an_account_that_is_removed_is_out_at_once(console: Hall) -> None:
    visitor = console.visitor()
    accounts.removed(console.folder / "accounts.json", "an")
    assert visitor.get("/").status_code == 303


def test_an_account_of_another_role_has_its_rights_at_once(console: Hall) -> None:
    visitor = console.visitor()
    accounts.added(console.folder / "accounts.json", "an", Role.AUDITOR, PASSWORD)
    assert visitor.get("/lookup").status_code == 403


@pytest.mark.parametrize("role", Role)
def test_each_role_sees_what_its_row_says_and_no_more(console: Hall, role: Role) -> None:
    visitor = console.visitor(role)
    needs = {"/": Right.READ, "/transfers": Right.READ, "/policies": Right.READ, "/try": Right.TRY}
    needs |= {"/lookup": Right.LOOK_UP, "/export/csv": Right.EXPORT}
    for path, right in needs.items():
        assert visitor.get(path).status_code == (200 if right in RIGHTS[role] else 403), path


def test_an_auditor_looks_nobody_up(console: Hall) -> None:
    auditor = console.visitor(Role.AUDITOR)
    answer = post(auditor, "/lookup", "/", phone="0470123456", reason="why not")
    assert answer.status_code == 403


def test_the_accounts_are_their_owners_alone_and_hold_no_password(console: Hall) -> None:
    file = console.folder / "accounts.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert PASSWORD not in file.read_text("utf-8")
    assert "$argon2id$" in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["", "an peeters", "../x", "<b>", "an\n", "é"])
def test_an_account_has_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(AccountsError, match="no plain name"):
        accounts.added(tmp_path / "a.json", name, Role.DPO, PASSWORD)


def test_a_short_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AccountsError, match="too short"):
        accounts.added(tmp_path / "a.json", "an", Role.DPO, "elf tekens.")


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"accounts": [1]}', '{"accounts": [{"name": "an"}]}'])
def test_a_file_that_holds_no_accounts_lets_nobody_in_and_is_told(console: Hall, content: str) -> None:
    (console.folder / "accounts.json").write_text(content, "utf-8")
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    answer = console.browser().post("/login", data=form)
    assert answer.status_code == 503
    assert "accountbestand" in answer.text


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "Doorgiften"), ("fr", "Transmissions"), ("en", "Transfers")]
)
def test_every_page_speaks_the_language_that_was_chosen(console: Hall, language: str, word: str) -> None:
    visitor = console.visitor()
    assert post(visitor, "/language", language=language).status_code == 303
    for path in ("/", "/transfers", "/transfers/20260410-eeee", "/lookup", "/policies", "/try"):
        page = visitor.get(path).text
        assert f'<html lang="{language}">' in page
        assert word in page


def test_names_of_accounts_are_one_for_each_role() -> None:
    assert set(NAMES) == set(Role)


def test_forms_of_one_session_carry_one_secret(console: Hall) -> None:
    one, other = console.visitor(), console.visitor(Role.AUDITOR)
    assert csrf(one, "/") == csrf(one, "/transfers") != csrf(other, "/")


def test_a_log_in_that_fails_is_in_the_log_without_what_was_typed(console: Hall) -> None:
    form = {"name": "typed-name", "password": "typed-password", "code": "123456"}
    with capture_logs() as said:
        for _ in range(6):
            console.browser().post("/login", data=form)
    refused = {"event.reason": "name, password or code", "source.ip": "testclient"}
    expected = [{"event": "log-in refused", "log_level": "warning", **refused}] * 5
    assert said == [*expected, {"event": "log-in waits", "log_level": "warning", "source.ip": "testclient"}]
    assert "typed" not in str(said)


def test_a_page_that_is_not_served_is_in_the_log(console: Hall) -> None:
    (console.folder / "accounts.json").write_text("{}", "utf-8")
    with capture_logs() as said:
        console.browser().post("/login", data={"name": "an", "password": PASSWORD, "code": "123456"})
    assert [one["event"] for one in said] == ["accounts unusable", "page not served"]
    assert said[1]["http.response.status_code"] == 503
