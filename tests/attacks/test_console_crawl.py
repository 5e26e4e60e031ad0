"""Every link followed and every form sent, with what no page expects: never a fault, always confined."""

from collections.abc import Iterator, Mapping
from itertools import product

import pytest
from starlette.testclient import TestClient

from gateway.console.app import PAGES
from gateway.console.roles import Role
from tests.support.console import Hall, hall
from tests.support.crawling import Form, by_hand, forms, links

HOSTILE = (
    "", " ", "0", "-1", "9" * 400, "1e400", "NaN", "x" * 5000, "\x00", "a\x00b", "\r\nX-Evil: 1", "é",
    "\N{GRINNING FACE}", "\u202egnp", "\ufffe", "'\"><script>alert(1)</script>", "{}", "{visit}", "%s%n%00",
    "%",    "' OR 1=1 --", "../../../etc/passwd", "*@", "=1+1", "0001-01-01", "9999-12-31", "sha256:",
    "label.missing",
)  # fmt: skip
#: Put into a query or a form as they are: no text, half text, and half of a letter.
RAW = (
    b"%",
    b"%zz",
    b"%00",
    b"%ED%A0%80",
    b"%F0%9F",
    b"\xff\xfe",
    b"+2AA-",
    b"&&&===;;;",
    b"%C0%AF",
    b"a" * 65_000,
)
NAMES = ("\x00", "\ufffd", "\udc80", "..", "a" * 5000, "%00", "\N{GRINNING FACE}", "'")
MOST_PAGES = 150
#: A mail that is tried begins a process for each.
FEW = (*HOSTILE[::6], "From: x", "From: a@b\n\n\x00")


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    return hall(tmp_path_factory.mktemp("console"))


def require_harmless(status: int, headers: Mapping[str, str], body: bytes, what: object) -> None:
    assert status < 500, what
    assert b"Traceback" not in body, what
    assert headers["content-security-policy"].startswith("default-src 'none'"), what
    assert "x-evil" not in headers, what


@pytest.mark.parametrize("role", Role)
def test_every_link_leads_to_a_page_and_every_form_bears_anything(console: Hall, role: Role) -> None:
    browser = console.visitor(role)
    found = dict(_crawled(browser))
    assert {"/", "/transfers", "/policies"} < {address.partition("?")[0] for address in found}
    sent = {(form.method, form.action): form for each in found.values() for form in each}
    assert len(sent) >= 4
    for form in sent.values():
        if form.action != "/logout":
            _filled(browser, form)
    assert browser.get("/").status_code == 200


def _crawled(browser: TestClient) -> Iterator[tuple[str, list[Form]]]:
    """Each address that can be come to from the first page, and the forms there."""
    waiting, known = ["/"], {"/"}
    while waiting and len(known) < MOST_PAGES:
        address = waiting.pop(0)
        answer = browser.get(address)
        require_harmless(answer.status_code, answer.headers, answer.content, address)
        assert answer.status_code in {200, 303}, address
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        yield address, list(forms(answer)) if is_page else []
        fresh = [to for to in links(answer) if to not in known] if is_page else []
        waiting += list(dict.fromkeys(fresh))
        known.update(fresh)


def _filled(browser: TestClient, form: Form) -> None:
    """Sends ``form`` with each hostile value in each field in turn, and in all at once."""
    names = [name for name, _ in form.fields if name != "csrf"]
    values = FEW if form.files else HOSTILE
    for value in values:
        for some in ([name] for name in names) if len(names) > 1 else ():
            _send(browser, form, dict(form.fields) | dict.fromkeys(some, value))
        _send(browser, form, dict(form.fields) | dict.fromkeys(names, value))


def _send(browser: TestClient, form: Form, fields: dict[str, str]) -> None:
    if form.method == "GET":
        answer = browser.get(form.action, params=fields)
    elif form.files:
        parts = [(name, ("x.eml" if name in form.files else None, value)) for name, value in fields.items()]
        answer = browser.post(form.action, files=parts)
    else:
        answer = browser.post(form.action, data=fields)
    require_harmless(answer.status_code, answer.headers, answer.content, (form.action, fields))


def _cookie(console: Hall) -> tuple[bytes, bytes]:
    secret = console.visitor().cookies["__Host-session"]
    return b"cookie", f"__Host-session={secret}".encode()


def test_an_address_that_is_no_text_makes_no_fault(console: Hall) -> None:
    cookie = _cookie(console)
    for _, path, _, _ in PAGES:
        for raw in RAW:
            for query in (raw, b"from=" + raw, b"before=" + raw + b"&sender=" + raw, raw + b"=1"):
                heard = by_hand(console.app, path, query, headers=(cookie,))
                require_harmless(heard.status, heard.headers, heard.body, (path, query))


def test_a_name_in_an_address_may_be_anything(console: Hall) -> None:
    cookie = _cookie(console)
    for _, path, _, _ in PAGES:
        for name in NAMES if "{" in path else ():
            put = path.partition("{")[0] + name + path.partition("}")[2]
            heard = by_hand(console.app, put, headers=(cookie,))
            require_harmless(heard.status, heard.headers, heard.body, (path, name))


def test_a_method_that_no_page_has_makes_no_fault(console: Hall) -> None:
    cookie = _cookie(console)
    for _, path, _, _ in PAGES:
        for method in (
            "PUT",
            "DELETE",
            "PATCH",
            "OPTIONS",
            "HEAD",
            "TRACE",
            "CONNECT",
            "get",
            "\x00",
            "POST",
        ):
            heard = by_hand(
                console.app, path.replace("{", "").replace("}", ""), method=method, headers=(cookie,)
            )
            require_harmless(heard.status, heard.headers, heard.body, (path, method))


KINDS = (
    b"multipart/form-data", b"multipart/form-data; boundary=",
    b"multipart/form-data; boundary=x; charset=utf-7",
    b"multipart/form-data; boundary=x; charset=idna", b"multipart/form-data; boundary=x",
    b"multipart/form-data; boundary=" + b"x" * 5000, b"application/x-www-form-urlencoded; charset=utf-16",
    b"application/x-www-form-urlencoded", b"application/json", b"\xff", b"", b";;;=",
)  # fmt: skip
BODIES = (
    b"", b"{}", b"\x00", b"csrf=a&csrf=b&csrf=" + b"%ED%A0%80", b"=&=&=", b"--x", b"--x\r\n\r\n--x--",
    b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n\xed\xa0\x80\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n+2AA-\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; name="csrf"; filename="a"\r\n\r\nx\r\n--x--\r\n',
    b'--x\r\nContent-Disposition: form-data; filename="../a"\r\n\r\nx\r\n--x--\r\n', b"a" * 200_000,
)  # fmt: skip
HEADERS = (
    (b"cookie", b"__Host-session=\xff\xfe; __Host-language=\x00"), (b"cookie", b"=;=;;;" + b"a=b;" * 2000),
    (b"cookie", b'__Host-session="\\303\\251"'), (b"cookie", b"__Host-language=" + b"x" * 60_000),
    (b"accept-language", b"\xff"), (b"range", b"bytes=0-,-1"), (b"if-modified-since", b"\xff"),
    (b"range", b"bytes=9-1"), (b"if-none-match", b"\xff"), (b"x-forwarded-for", b"'\"><script>"),
    (b"origin", b"\xff"), (b"host", b"evil.example\r\nx"), (b"content-length", b"-1"),
    (b"expect", b"100-continue"),
)  # fmt: skip


def test_a_form_that_is_none_makes_no_fault(console: Hall) -> None:
    cookie = _cookie(console)
    for kind, body in product(KINDS, BODIES):
        headers = ((b"content-type", kind), (b"origin", b"https://console.example"))
        for path, more in (("/language", headers), ("/lookup", (cookie, *headers))):
            heard = by_hand(console.app, path, method="POST", headers=more, body=body)
            require_harmless(heard.status, heard.headers, heard.body, (path, kind, body))
            assert heard.status in {303, 400, 403}


def test_a_header_may_hold_anything(console: Hall) -> None:
    for path, header in product(
        ("/", "/login", "/console.css", "/icon.svg", "/transfers", "/nothing"), HEADERS
    ):
        heard = by_hand(console.app, path, headers=(header,))
        require_harmless(heard.status, heard.headers, heard.body, (path, header))
