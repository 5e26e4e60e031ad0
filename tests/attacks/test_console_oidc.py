"""What could be done to, or with, a log-in that leaves the console for the provider and comes back."""

import base64
import hmac
import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
import structlog
from joserfc import jwt

from tests.support.oidc import CLIENT, SECRET, Idp, World, ec_key, rsa_key, world_in

STARTED = "/login/oidc"
Forgery = Callable[[Idp, dict[str, Any]], str]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with world_in(tmp_path) as found:
        yield found


def test_a_code_of_the_attacker_opens_no_session_in_a_browser_that_asked_for_none(world: World) -> None:
    _, location = world.sent_off()
    victim = world.console.browser()
    assert victim.get(world.idp.code_for(location)).status_code == 403
    assert "__Host-session" not in victim.cookies
    assert "/token" not in world.idp.asked


def test_a_code_of_the_attacker_opens_no_session_in_a_browser_that_is_on_its_way(world: World) -> None:
    _, theirs = world.sent_off()
    victim, _ = world.sent_off()
    assert victim.get(world.idp.code_for(theirs)).status_code == 403
    assert "__Host-session" not in victim.cookies
    assert "/token" not in world.idp.asked


@pytest.mark.parametrize("state", ["", "x", "é\udcff", "x" * 4000])
def test_a_forged_state_is_refused_before_the_provider_is_asked(world: World, state: str) -> None:
    browser, location = world.sent_off()
    back = world.idp.code_for(location).partition("&state=")[0]
    assert (
        browser.get(back, params={"code": "code-0", "state": state.encode("utf-8", "replace")}).status_code
        == 403
    )
    assert "/token" not in world.idp.asked


@pytest.mark.parametrize("cookie", ["laid-ready", "", "9999999999.x", "-1.", "nan.x", "1.2.3"])
def test_a_cookie_that_was_laid_ready_begins_no_log_in(world: World, cookie: str) -> None:
    browser, location = world.sent_off()
    browser.cookies.clear()
    browser.cookies.set("__Host-journey", cookie)
    assert browser.get(world.idp.code_for(location)).status_code == 403


def test_the_way_back_leads_in_once(world: World) -> None:
    browser, location = world.sent_off()
    cookie, back = browser.cookies["__Host-journey"], world.idp.code_for(location)
    assert browser.get(back).status_code == 200
    thief = world.console.browser()
    thief.cookies.set("__Host-journey", cookie)
    assert thief.get(back).status_code == 403
    assert world.idp.asked.count("/token") == 1


def test_a_code_that_was_used_leads_nobody_in_on_another_way(world: World) -> None:
    browser, location = world.sent_off()
    back = world.idp.code_for(location)
    assert browser.get(back).status_code == 200
    thief, theirs = world.sent_off()
    state = dict(parse_qsl(urlsplit(theirs).query))["state"]
    code = dict(parse_qsl(urlsplit(back).query))["code"]
    assert thief.get("/login/oidc/callback", params={"code": code, "state": state}).status_code == 403


def test_a_stolen_code_is_worth_nothing_without_the_verifier_of_its_browser(world: World) -> None:
    _, location = world.sent_off()
    code = dict(parse_qsl(urlsplit(world.idp.code_for(location)).query))["code"]
    thief, theirs = world.sent_off()
    state = dict(parse_qsl(urlsplit(theirs).query))["state"]
    assert thief.get("/login/oidc/callback", params={"code": code, "state": state}).status_code == 403
    assert "__Host-session" not in thief.cookies


def test_a_way_back_that_took_too_long_is_refused(world: World) -> None:
    browser, location = world.sent_off()
    world.console.clock.now += timedelta(minutes=10, seconds=1)
    assert browser.get(world.idp.code_for(location)).status_code == 403


def test_a_session_that_was_laid_ready_is_not_the_one_that_opens(world: World) -> None:
    browser, location = world.sent_off()
    browser.cookies.set("__Host-session", "laid-ready", domain="console.example", path="/")
    answer = browser.get(world.idp.code_for(location))
    assert "laid-ready" not in answer.headers["set-cookie"]
    attacker = world.console.browser()
    attacker.cookies.set("__Host-session", "laid-ready")
    assert attacker.get("/").status_code == 303


LIES: list[tuple[str, dict[str, Any]]] = [
    ("another_nonce", {"nonce": "of another log-in"}),
    ("no_nonce", {"nonce": None}),
    ("nonce_of_another_type", {"nonce": 1}),
    ("another_audience", {"aud": "another-application"}),
    ("another_audience_too", {"aud": [CLIENT, "another-application"]}),
    ("made_for_another", {"aud": [CLIENT, "another"], "azp": "another"}),
    ("authorised_for_another", {"azp": "another"}),
    ("no_audience", {"aud": None}),
    ("another_issuer", {"iss": "https://login.example"}),
    ("issuer_that_begins_alike", {"iss": "http://127.0.0.1"}),
    ("no_issuer", {"iss": None}),
    ("issuers_in_a_list", {"iss": ["https://login.example"]}),
    ("expired", {"exp": 1_700_000_000}),
    ("no_expiry", {"exp": None}),
    ("expiry_in_words", {"exp": "tomorrow"}),
    ("not_yet_made", {"iat": 4_000_000_000}),
    ("no_time", {"iat": None}),
    ("not_yet_valid", {"nbf": 4_000_000_000}),
    ("no_subject", {"sub": None}),
    ("empty_subject", {"sub": ""}),
    ("subject_of_another_type", {"sub": 7}),
    ("subject_of_two_lines", {"sub": "a\nb"}),
    ("another_access_token", {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}),
]


@pytest.mark.parametrize("claims", [claims for _, claims in LIES], ids=[name for name, _ in LIES])
def test_a_token_that_says_anything_else_lets_nobody_in(world: World, claims: dict[str, Any]) -> None:
    world.idp.claims = claims
    assert world.refuses()


def _segment(data: object) -> str:
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _none(_: Idp, claims: dict[str, Any]) -> str:
    return f"{_segment({'alg': 'none', 'kid': 'one'})}.{_segment(claims)}."


def _hmac_of(secret: bytes) -> Forgery:
    def made(_: Idp, claims: dict[str, Any]) -> str:
        signed = f"{_segment({'alg': 'HS256', 'kid': 'one'})}.{_segment(claims)}"
        return f"{signed}.{_segment(hmac.digest(secret, signed.encode(), 'sha256'))}"

    return made


def _another_key(_: Idp, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": "one"}, claims, rsa_key("attacker"))


def _key_in_header(_: Idp, claims: dict[str, Any]) -> str:
    own = rsa_key("attacker").as_dict(private=False)
    return jwt.encode({"alg": "RS256", "kid": "one", "jwk": own}, claims, rsa_key("attacker"))


def _key_elsewhere(idp: Idp, claims: dict[str, Any]) -> str:
    header = {"alg": "RS256", "kid": "attacker", "jku": f"{idp.issuer}/evil", "x5u": f"{idp.issuer}/evil"}
    return jwt.encode(header, claims, rsa_key("attacker"))


def _no_kid_at_all(_: Idp, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256"}, claims, rsa_key("attacker"))


def _another_curve(_: Idp, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "ES256", "kid": "one"}, claims, ec_key())


def _weaker(_: Idp, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS512", "kid": "one"}, claims, rsa_key(), algorithms=["RS512"])


def _bent(idp: Idp, claims: dict[str, Any]) -> str:
    head, _, rest = idp.signed(claims).partition(".")
    claims["roles"] = ["Console.Dpo", "x"]
    return f"{head}.{idp.signed(claims).split('.')[1]}.{rest.split('.')[1]}"


def _critical(_: Idp, claims: dict[str, Any]) -> str:
    header = {"alg": "RS256", "kid": "one", "crit": ["b64"], "b64": False}
    head = jwt.encode({"alg": "RS256", "kid": "one"}, claims, rsa_key()).split(".")
    return f"{_segment(header)}.{head[1]}.{head[2]}"


FORGERIES: list[Forgery] = [
    _none,
    _hmac_of(rsa_key().as_pem(private=False)),
    _hmac_of(json.dumps(rsa_key().as_dict(private=False)).encode()),
    _hmac_of(SECRET.encode()),
    _another_key,
    _key_in_header,
    _key_elsewhere,
    _no_kid_at_all,
    _another_curve,
    _weaker,
    _bent,
    _critical,
    lambda *_: "",
    lambda *_: "a.b.c",
    lambda *_: "eyJhbGciOiJSUzI1NiJ9." + "A" * 70_000 + ".AA",
    lambda *_: "." * 50_000,
    lambda *_: "é.é.é",
]


@pytest.mark.parametrize("forgery", FORGERIES, ids=range(len(FORGERIES)))
def test_a_token_that_the_provider_did_not_sign_so_lets_nobody_in(world: World, forgery: Forgery) -> None:
    world.idp.token = forgery
    assert world.refuses()
    assert "/evil" not in world.idp.asked


@pytest.mark.parametrize(
    "roles",
    [[], None, "", ["console.dpo"], ["Console.Dpo "], "Console.Dpo Console.Audit", [["Console.Dpo"]],
     {"Console.Dpo": True}, ["dpo"], True],
    ids=str,
)  # fmt: skip
def test_whoever_has_no_role_gets_none(world: World, roles: object) -> None:
    world.idp.user["roles"] = roles
    _, answer = world.came_back()
    assert "heeft geen rol in deze console" in answer.text
    assert world.refuses()


def test_an_answer_of_another_provider_is_refused(world: World) -> None:
    assert world.refuses(iss="https://login.example")
    assert "/token" not in world.idp.asked


def test_a_provider_that_names_itself_has_to(world: World) -> None:
    world.idp.said["authorization_response_iss_parameter_supported"] = True
    assert world.refuses()
    assert world.came_back(iss=world.idp.issuer)[1].status_code == 200


@pytest.mark.parametrize(
    "path", [f"{STARTED}?next={{}}", f"{STARTED}?redirect_uri={{}}", f"{STARTED}?issuer={{}}"]
)
def test_no_address_that_was_typed_is_gone_to(world: World, path: str) -> None:
    answer = world.console.browser().get(path.format("https://evil.example"))
    assert "evil" not in answer.headers["location"]
    browser, location = world.sent_off()
    page = browser.get(world.idp.code_for(location, next="https://evil.example", RelayState="//evil.example"))
    assert page.status_code == 200
    assert "evil" not in page.text + str(page.headers)


def test_the_host_that_a_request_names_is_not_where_the_provider_sends_people_back(world: World) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    answer = world.console.browser().get(STARTED, headers=headers)
    assert "evil" not in answer.headers["location"]


def test_what_an_error_says_is_not_repeated(world: World) -> None:
    _, answer = world.came_back(error="access_denied<script>", error_description="<script>alert(1)</script>")
    assert answer.status_code == 403
    assert "script" not in answer.text
    assert "/token" not in world.idp.asked


def test_log_ins_that_nobody_ends_fill_nothing(world: World) -> None:
    browser = world.console.browser()
    for _ in range(300):
        assert browser.get(STARTED).status_code == 303
    assert len(world.idp.asked) == 2
    assert world.came_back()[1].status_code == 200


def test_who_comes_back_with_codes_that_are_none_waits_longer_and_longer(world: World) -> None:
    def guessed() -> int:
        browser, location = world.sent_off()
        state = dict(parse_qsl(urlsplit(location).query))["state"]
        return browser.get("/login/oidc/callback", params={"code": "guess", "state": state}).status_code

    world.idp.instead["/token"] = (400, "application/json", b'{"error": "invalid_grant"}')
    assert [guessed() for _ in range(8)] == [403] * 5 + [429] * 3
    assert world.idp.asked.count("/token") == 5
    assert world.console.visitor().get("/").status_code == 200


def test_no_code_token_or_secret_reaches_the_log(world: World) -> None:
    with structlog.testing.capture_logs() as logs:
        world.idp.claims = {"aud": "another"}
        assert world.refuses()
        world.idp.user["roles"] = []
        world.idp.claims = {}
        assert world.refuses()
        (world.console.folder / "oidc.secret").write_text("another-secret", "ascii")
        assert world.refuses(503)
    assert [one["event"] for one in logs] == [
        *["log-in refused"] * 2, "log-in unavailable", "page not served"
    ]  # fmt: skip
    told = json.dumps(logs)
    for word in ("code-", "eyJ", SECRET, "another-secret", "s-1", "a-1"):
        assert word not in told
