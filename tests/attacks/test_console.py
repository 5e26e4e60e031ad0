"""What a stranger, a forged page, or a hostile mail's fields could do to who reads the console."""

from pathlib import Path

import pytest

from gateway.console.roles import Role
from tests.support.console import ORIGIN, PASSWORD, Hall, csrf, hall, post

EVIL = '"><script>alert(1)</script>\r\nX-Evil: 1'


@pytest.fixture
def console(tmp_path: Path) -> Hall:
    return hall(tmp_path)


@pytest.mark.parametrize("path", ["/lookup", "/try", "/verify", "/logout"])
def test_a_form_without_its_secret_does_nothing(console: Hall, path: str) -> None:
    visitor = console.visitor()
    assert visitor.post(path, data={}).status_code == 403
    assert visitor.post(path, data={"csrf": "guess"}).status_code == 403
    assert visitor.get("/").status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "https://evil.example",
        "null",
        "",
        "https://console.example:8443",
        "https://console.example.evil.example",
        "http://console.example",
        "console.example",
    ],
)
def test_a_form_that_another_site_sent_does_nothing(console: Hall, origin: str) -> None:
    visitor = console.visitor()
    form = {"csrf": csrf(visitor), "phone": "0470123456", "reason": "x"}
    assert visitor.post("/lookup", data=form, headers={"Origin": origin}).status_code == 403


def test_the_secret_of_another_session_opens_no_form(console: Hall) -> None:
    mine, theirs = console.visitor(), console.visitor(Role.AUDITOR)
    assert mine.post("/verify", data={"csrf": csrf(theirs, "/")}).status_code == 403


def test_a_session_that_was_laid_ready_is_not_the_one_that_opens(console: Hall) -> None:
    victim = console.browser()
    victim.cookies.set("__Host-session", "laid-ready")
    form = {"name": "an", "password": PASSWORD, "code": console.code("an")}
    answer = victim.post("/login", data=form)
    assert answer.status_code == 303
    assert "laid-ready" not in answer.headers["set-cookie"]
    attacker = console.browser()
    attacker.cookies.set("__Host-session", "laid-ready")
    assert attacker.get("/").status_code == 303


@pytest.mark.parametrize("page", ["/transfers?sender={}", "/transfers?reason={}", "/transfers?from={}"])
def test_what_was_typed_is_shown_as_text(console: Hall, page: str) -> None:
    answer = console.visitor().get(page.format("%22%3E%3Cscript%3Ealert(1)%3C/script%3E"))
    assert "<script" not in answer.text


def test_what_a_mail_brought_is_shown_as_text(console: Hall) -> None:
    page = console.visitor().get("/try").text
    answer = post(
        console.visitor(), "/try", message=f"From: {EVIL} <x@evil.example>\nSubject: {EVIL}\n\n{EVIL}"
    )
    assert "<script" not in page
    assert "<script" not in answer.text
    assert "x-evil" not in answer.headers


def test_no_page_may_run_or_fetch_anything_of_another(console: Hall) -> None:
    visitor = console.visitor()
    for path in ("/", "/transfers", "/lookup", "/policies", "/try", "/nothing", "/login", "/days.svg"):
        headers = visitor.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "script-src" not in policy
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"


def test_no_page_names_another_host(console: Hall) -> None:
    visitor = console.visitor()
    for path in ("/", "/transfers", "/transfers/20260410-eeee", "/lookup", "/policies", "/try"):
        page = visitor.get(path).text
        assert "<script" not in page
        assert " style=" not in page
        assert 'src="http' not in page
        assert 'href="http' not in page


@pytest.mark.parametrize(
    "path", ["/export/..%2f..%2fetc%2fpasswd", "/export/csv%00", "/console.css/../accounts.json"]
)
def test_no_path_leads_out_of_the_console(console: Hall, path: str) -> None:
    answer = console.visitor().get(path)
    assert answer.status_code == 404
    assert "root:" not in answer.text


def test_a_download_is_named_by_us_alone(console: Hall) -> None:
    answer = console.visitor().get("/export/csv?sender=%0d%0aX-Evil:1&outcome=accepted")
    assert "x-evil" not in answer.headers
    assert answer.headers["content-disposition"].startswith('attachment; filename="doorgiften-')


def test_more_than_may_come_is_cut_off(console: Hall) -> None:
    limit = 26_214_400 + 65_536
    kind = {"Origin": ORIGIN, "Content-Type": "multipart/form-data; boundary=x"}
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    answer = console.visitor().post("/try", content=part + b"x" * (limit + 1), headers=kind)
    assert answer.status_code == 413


def test_a_form_of_many_fields_is_refused(console: Hall) -> None:
    visitor = console.visitor()
    fields = {"csrf": csrf(visitor)} | {f"f{number}": "x" for number in range(60)}
    assert visitor.post("/lookup", data=fields).status_code == 400


def test_every_role_is_kept_out_of_what_is_not_its_own_by_the_server_and_not_by_the_menu(
    console: Hall,
) -> None:
    admin = console.visitor(Role.ADMIN)
    assert post(admin, "/lookup", "/", phone="0470123456", reason="x").status_code == 403
    assert admin.get("/export/jsonl").status_code == 403
    assert "/lookup" not in admin.get("/").text
