"""Logging in by an OpenID provider: the walk, who is let in as what, and what the provider may answer."""

import base64
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from joserfc.jwk import ECKey, OctKey, RSAKey

from gateway.console.asking import Asking, ProviderUnavailable, secret_of
from gateway.console.idtoken import usable
from gateway.console.roles import Role
from gateway.ledger import rows
from gateway.ledger.canonical import parse_canonical
from gateway.ledger.record import RecordType
from tests.support.certificates import new_authority
from tests.support.console import ORIGIN, csrf, hall, post
from tests.support.oidc import CLIENT, JSON, SECRET, World, ec_key, rsa_key, settings_for, world_in
from tests.support.web import answering

DISCOVERY, KEYS, TOKEN = "/.well-known/openid-configuration", "/keys", "/token"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with world_in(tmp_path) as found:
        yield found


def test_who_the_provider_vouches_for_is_logged_in_with_the_role_of_the_claim(world: World) -> None:
    world.idp.user |= {"preferred_username": "dina@pepingen.example", "email": "d@pepingen.example"}
    browser, answer = world.came_back()
    assert answer.status_code == 200
    page = browser.get("/").text
    assert "dina@pepingen.example" in page
    assert "functionaris" in page
    assert browser.get("/lookup").status_code == 200


def test_the_provider_is_asked_as_the_standard_has_it(world: World) -> None:
    _, location = world.sent_off()
    asked = dict(parse_qsl(urlsplit(location).query))
    assert location.startswith(f"{world.idp.issuer}/authorize?")
    assert (asked["response_type"], asked["client_id"], asked["scope"]) == (
        "code",
        CLIENT,
        "openid profile email",
    )
    assert asked["redirect_uri"] == f"{ORIGIN}/login/oidc/callback"
    assert asked["code_challenge_method"] == "S256"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    assert SECRET not in location


def test_no_two_log_ins_share_a_state_a_nonce_or_a_challenge(world: World) -> None:
    queries = [dict(parse_qsl(urlsplit(world.sent_off()[1]).query)) for _ in range(3)]
    for name in ("state", "nonce", "code_challenge"):
        assert len({query[name] for query in queries}) == 3


def test_the_way_back_is_bound_by_a_cookie_of_this_host_that_outlives_no_log_in(world: World) -> None:
    browser = world.console.browser()
    cookie = browser.get("/login/oidc").headers["set-cookie"]
    assert cookie.startswith("__Host-journey=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/", "Max-Age=600"} <= set(cookie.split("; "))
    _, answer = world.came_back()
    begun, ended = answer.headers.get_list("set-cookie")
    assert begun.startswith("__Host-session=")
    assert {"HttpOnly", "Secure", "SameSite=strict", "Path=/"} <= set(begun.split("; "))
    assert ended.startswith('__Host-journey="";')


def test_the_page_on_the_way_back_goes_on_without_script_and_names_no_code(world: World) -> None:
    _, answer = world.came_back()
    assert '<meta http-equiv="refresh" content="0; url=/">' in answer.text
    assert "code-" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"preferred_username": "dina@x.example", "email": "e@x.example"}, "dina@x.example"),
        ({"email": "e@x.example"}, "e@x.example"),
        ({"preferred_username": "renée@x.example"}, "renée@x.example"),
        ({"preferred_username": "\ud800"}, "s-1"),
        ({}, "s-1"),
        ({"preferred_username": "evil\u202e\r\n", "email": 7}, "s-1"),
        ({"preferred_username": "x" * 129, "email": " "}, "s-1"),
    ],
)
def test_a_person_goes_by_the_first_plain_name(world: World, claims: dict[str, object], name: str) -> None:
    world.idp.user |= claims
    browser, _ = world.came_back()
    assert f"Aangemeld als {name} (" in browser.get("/").text
    assert browser.get("/transfers/20260410-eeee").status_code == 200


@pytest.mark.parametrize(
    ("claim", "role"),
    [
        (["Console.Dpo"], Role.DPO),
        ("Console.Audit", Role.AUDITOR),
        (["other", "Console.Audit"], Role.AUDITOR),
        (["Console.Audit", "Console.Dpo"], Role.DPO),
    ],
)
def test_of_several_roles_the_first_that_is_configured_counts(
    world: World, claim: object, role: Role
) -> None:
    world.idp.user["roles"] = claim
    browser, _ = world.came_back()
    assert browser.get("/lookup").status_code == (200 if role is Role.DPO else 403)
    assert browser.get("/export/csv").status_code == 200


def test_the_role_is_that_of_the_log_in_and_the_session_ends_as_any_other(world: World) -> None:
    browser, _ = world.came_back()
    world.idp.user["roles"] = []
    assert browser.get("/lookup").status_code == 200
    world.console.clock.now += timedelta(minutes=15, seconds=1)
    assert browser.get("/").headers["location"] == "/login?ended=yes"


def test_a_session_of_the_provider_lasts_no_longer_than_any_other(world: World) -> None:
    browser, _ = world.came_back()
    for _ in range(60):
        world.console.clock.now += timedelta(minutes=10)
        assert browser.get("/").status_code == 200
    world.console.clock.now += timedelta(minutes=10)
    assert browser.get("/").status_code == 303


def test_logging_out_ends_the_session_here(world: World) -> None:
    browser, _ = world.came_back()
    secret = browser.cookies["__Host-session"]
    assert post(browser, "/logout").status_code == 303
    stolen = world.console.browser()
    stolen.cookies.set("__Host-session", secret)
    assert stolen.get("/").status_code == 303


def test_the_ledger_tells_a_person_of_the_provider_from_an_account_of_that_name(world: World) -> None:
    world.idp.user["preferred_username"] = "an"
    browser, _ = world.came_back()
    assert browser.get("/transfers/20260410-eeee").status_code == 200
    assert world.console.visitor().get("/transfers/20260410-eeee").status_code == 200
    with rows.reading(world.console.folder / "ledger.db") as connection:
        found = list(rows.rows_of_type(connection, RecordType.LOOKUP))
    said = [parse_canonical({name: body for name, _, body in row.parts}["measures"]) for row in found]
    users = [one["user"] for one in said if isinstance(one, dict)]
    assert users == ["an in the console, s-1 of 127.0.0.1", "an in the console"]


def test_local_accounts_log_in_beside_the_provider(world: World) -> None:
    page = world.console.browser().get("/login").text
    assert 'href="/login/oidc"' in page
    assert 'name="password"' in page
    assert world.console.visitor().get("/").status_code == 200


def test_without_local_accounts_there_is_no_password_to_type_or_send(world: World) -> None:
    oidc = settings_for(world.console.folder, world.idp.issuer)
    browser = world.console.restarted(accounts=None, oidc=oidc).browser()
    page = browser.get("/login").text
    assert 'href="/login/oidc"' in page
    assert 'name="password"' not in page
    assert browser.post("/login", data={"name": "an", "password": "x", "code": "1"}).status_code == 404


def test_without_a_provider_there_is_no_such_way(tmp_path: Path) -> None:
    browser = hall(tmp_path).browser()
    assert "/login/oidc" not in browser.get("/login").text
    assert browser.get("/login/oidc").status_code == 404
    assert browser.get("/login/oidc/callback?code=x&state=y").status_code == 404


@pytest.mark.parametrize("path", [DISCOVERY, KEYS, TOKEN])
@pytest.mark.parametrize(
    "answer",
    [
        (200, "text/html", b"<html>Sign in to the proxy</html>"),
        (200, JSON, b'{"x": "' + b"x" * (1 << 17) + b'"}'),
        (200, JSON, b"[" * 100_000),
        (200, JSON, b"[]"),
        (200, JSON, b"{"),
        (200, JSON, b"\xff\xfe"),
        (302, JSON, b"{}"),
        (500, JSON, b"{}"),
    ],
    ids=["html", "oversized", "nested", "list", "cut", "bytes", "redirect", "error"],
)
def test_what_the_provider_may_not_answer_lets_nobody_in(
    world: World, path: str, answer: tuple[int, str, bytes]
) -> None:
    browser, location = world.sent_off() if path == TOKEN else (world.console.browser(), "")
    world.idp.instead[path] = answer
    found = browser.get(world.idp.code_for(location) if location else "/login/oidc")
    assert found.status_code == 503
    assert "niet bereikbaar" in found.text
    assert "__Host-session" not in browser.cookies


def test_local_accounts_log_in_while_the_provider_does_not_answer(world: World) -> None:
    world.idp.instead[DISCOVERY] = (500, JSON, b"{}")
    found = world.console.browser().get("/login/oidc")
    assert "meld aan met een account van deze console" in found.text
    assert world.console.visitor().get("/").status_code == 200


@pytest.mark.parametrize(
    "token",
    [
        {},
        {"id_token": 1, "access_token": "a"},
        {"id_token": None, "access_token": "a", "expires_in": []},
        {"id_token": "a.b.c", "access_token": "a", "expires_in": "soon"},
        {"id_token": "a.b.c", "access_token": "a", "expires_in": 1e300},
        {"id_token": "a.b.c", "access_token": "a", "expires_at": {}},
        {"id_token": "a.b.c", "access_token": {"a": 1}},
        {"error": "invalid_grant"},
        {"error": {}},
        {"error": 1, "error_description": []},
    ],
    ids=str,
)
def test_a_token_answer_of_any_shape_is_an_end_and_no_fault_of_the_console(
    world: World, token: dict[str, object]
) -> None:
    world.idp.instead[TOKEN] = (200, JSON, json.dumps(token).encode())
    browser, answer = world.came_back()
    assert answer.status_code in {403, 503}
    assert "__Host-session" not in browser.cookies


def test_a_provider_that_answers_again_lets_people_in_again(world: World) -> None:
    world.idp.instead[DISCOVERY] = (500, JSON, b"{}")
    assert world.console.browser().get("/login/oidc").status_code == 503
    del world.idp.instead[DISCOVERY]
    asked = len(world.idp.asked)
    assert world.console.browser().get("/login/oidc").status_code == 503
    assert len(world.idp.asked) == asked
    world.console.clock.now += timedelta(seconds=10)
    assert world.came_back()[1].status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {"issuer": "https://login.example"},
        {"token_endpoint": "http://login.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": "https://login.example/\r\nX-Evil: 1"},
        {"token_endpoint": None},
        {"jwks_uri": "http://[::1"},
    ],
)
def test_a_provider_that_names_another_or_an_open_way_is_not_asked(
    world: World, said: dict[str, object]
) -> None:
    world.idp.said = dict(said)
    assert world.console.browser().get("/login/oidc").status_code == 503


def test_what_the_provider_is_and_its_keys_are_asked_once_an_hour(world: World) -> None:
    for _ in range(3):
        assert world.came_back()[1].status_code == 200
    assert world.idp.asked.count(DISCOVERY) == world.idp.asked.count(KEYS) == 1
    world.console.clock.now += timedelta(hours=1)
    assert world.came_back()[1].status_code == 200
    assert world.idp.asked.count(DISCOVERY) == world.idp.asked.count(KEYS) == 2


def test_a_key_that_is_new_is_fetched_but_not_every_time(world: World) -> None:
    assert world.came_back()[1].status_code == 200
    world.idp.key, world.idp.header = rsa_key("two"), {"alg": "RS256", "kid": "two"}
    world.console.clock.now += timedelta(minutes=1)
    assert world.refuses()
    world.idp.published = [rsa_key("two")]
    assert world.refuses()
    assert world.idp.asked.count(KEYS) == 2
    world.console.clock.now += timedelta(minutes=1)
    assert world.came_back()[1].status_code == 200
    assert world.idp.asked.count(KEYS) == 3


@pytest.mark.parametrize(
    ("key", "header"),
    [(ec_key(), {"alg": "ES256", "kid": "curved"}), (rsa_key(), {"alg": "PS256", "kid": "one"})],
    ids=["ES256", "PS256"],
)
def test_the_other_algorithms_that_count_are_taken(
    world: World, key: RSAKey | ECKey, header: dict[str, str]
) -> None:
    world.idp.key, world.idp.header, world.idp.published = key, header, [key]
    assert world.came_back()[1].status_code == 200


def test_of_a_set_only_keys_that_may_sign_here_are_kept() -> None:
    own = rsa_key().as_dict(private=False)
    listed: list[object] = [own, ec_key().as_dict(private=False), own | {"use": "enc"}]
    listed += [own | {"n": str(own["n"])[:171]}, own | {"n": "A" * 171 + str(own["n"])[:171]}]
    listed += [ECKey.generate_key("P-384").as_dict(private=False), OctKey.generate_key(256).as_dict()]
    listed += [
        1,
        {},
        {"kty": "AKP"},
        {"kty": "RSA", "n": 1, "e": []},
        {"kty": "EC", "crv": "P-256", "x": "x"},
    ]
    assert [key.kid for key in usable({"keys": listed})] == ["one", "curved"]
    assert not usable({"keys": "x"})


def test_the_secret_goes_in_the_header_encoded_where_the_form_is_not_offered(world: World) -> None:
    world.idp.said["token_endpoint_auth_methods_supported"] = ["client_secret_basic"]
    assert world.came_back()[1].status_code == 200
    told = world.idp.heard[-1]["Authorization"].removeprefix("Basic ")
    assert base64.b64decode(told).decode() == f"{CLIENT}:inv~nted%3Asecret%2B1"


def test_a_new_secret_counts_at_once_and_a_wrong_one_is_the_consoles_trouble(world: World) -> None:
    file = world.console.folder / "oidc.secret"
    file.write_text("over", "ascii")
    assert world.refuses(503)
    file.write_text(SECRET, "ascii")
    assert world.came_back()[1].status_code == 200


@pytest.mark.parametrize(
    ("content", "mode", "told"),
    [
        (b"secret", 0o640, "open to group or others"),
        (b"", 0o600, "holds no secret"),
        (b"a\nb", 0o600, "holds no secret"),
        ("é".encode(), 0o600, "holds no secret"),
        (None, 0, "No such file"),
    ],
)
def test_a_secret_is_one_line_in_a_file_of_its_owner_alone(
    tmp_path: Path, content: bytes | None, mode: int, told: str
) -> None:
    settings = settings_for(tmp_path, "https://login.example")
    settings.client_secret_file.unlink()
    if content is not None:
        settings.client_secret_file.touch(mode)
        settings.client_secret_file.write_bytes(content)
        settings.client_secret_file.chmod(mode)
    with pytest.raises(ProviderUnavailable, match=told):
        secret_of(settings)


def test_authorities_that_are_none_are_told(tmp_path: Path) -> None:
    settings = replace(settings_for(tmp_path, "https://login.example"), ca=tmp_path / "nothing.pem")
    with pytest.raises(ProviderUnavailable, match="holds no authorities"):
        Asking(settings).document("https://127.0.0.1/")


def test_forms_of_a_person_of_the_provider_carry_their_secret(world: World) -> None:
    browser, _ = world.came_back()
    assert browser.post("/verify", data={"csrf": "guess"}).status_code == 403
    assert browser.post("/verify", data={"csrf": csrf(browser, "/")}).status_code == 303


def test_a_provider_that_is_slow_keeps_nobody_waiting_longer_than_was_set(tmp_path: Path) -> None:
    """It drips its answer, so that no single read takes long."""
    with dripping() as port:
        asking = Asking(settings_for(tmp_path, f"http://127.0.0.1:{port}"), seconds=0.3)
        with pytest.raises(ProviderUnavailable, match="TimeoutError"):
            asking.document(f"http://127.0.0.1:{port}/")


def test_a_provider_proves_itself_by_the_authorities_that_are_configured(tmp_path: Path) -> None:
    authority, other = new_authority(tmp_path), new_authority(tmp_path)
    tls = authority.server("127.0.0.1").server_context()
    with answering(lambda _path, _body: (200, JSON, b'{"a": 1}'), tls=tls) as address:
        settings = replace(settings_for(tmp_path, address), ca=authority.certificate)
        assert Asking(settings).document(address) == {"a": 1}
        for stranger in (other.certificate, None):
            with pytest.raises(ProviderUnavailable, match="ConnectError"):
                Asking(replace(settings, ca=stranger)).document(address)


@contextmanager
def dripping() -> Iterator[int]:
    """A server on this port that answers a byte at a time and never ends."""
    stop = threading.Event()

    def drip(server: socket.socket) -> None:
        client, _ = server.accept()
        with client, suppress(OSError):
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")
            while not stop.wait(0.05):
                client.sendall(b" ")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        try:
            yield server.getsockname()[1]
        finally:
            stop.set()
            thread.join()
