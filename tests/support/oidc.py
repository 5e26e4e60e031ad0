"""An OpenID provider on loopback that takes every step as a real one does, and lies where it is told to."""

import base64
import hashlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import Message
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

from httpx2 import Response
from joserfc import jws
from joserfc.jwk import ECKey, Key, RSAKey
from starlette.testclient import TestClient

from gateway.config_console import CALLBACK, Oidc
from gateway.console.door import COOKIE
from tests.support.console import ORIGIN, Clock, Hall, hall
from tests.support.postfix import free_port
from tests.support.web import Answered, answering

CLIENT, SECRET = "6731de76-14a6-49ae-97bc-6eba6914391e", "inv~nted:secret+1"
ROLES = {"Console.Dpo": "dpo", "Console.Audit": "auditor"}
JSON = "application/json"


@cache
def rsa_key(kid: str = "one") -> RSAKey:
    """A key that takes a while to make; the same for one ``kid``."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


@cache
def ec_key(kid: str = "curved") -> ECKey:
    """A key on P-256."""
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig"})


@dataclass(slots=True)
class Idp:
    """The provider. What it answers is what its fields say at that moment; ``asked`` are the paths asked for.

    ``claims`` and ``header`` go over what an honest ID token holds, None takes a claim out. ``instead`` holds
    whole answers by path, ``token`` makes the token of the honest claims.
    """

    clock: Callable[[], datetime]
    issuer: str = ""
    user: dict[str, Any] = field(default_factory=lambda: {"sub": "s-1", "roles": ["Console.Dpo"]})
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "one"})
    key: Key = field(default_factory=rsa_key)
    published: list[Key] = field(default_factory=lambda: [rsa_key()])
    said: dict[str, Any] = field(default_factory=dict)
    instead: dict[str, Answered] = field(default_factory=dict)
    token: Callable[["Idp", dict[str, Any]], str] | None = None
    asked: list[str] = field(default_factory=list)
    heard: list[Message] = field(default_factory=list)
    _codes: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def code_for(self, location: str, **others: str) -> str:
        """Where the provider sends the browser back to, after the log-in that ``location`` asked for."""
        asked = dict(parse_qsl(urlsplit(location).query))
        code = f"code-{len(self._codes)}"
        self._codes[code] = asked
        return f"{CALLBACK}?{urlencode({'code': code, 'state': asked['state']} | others)}"

    def answer(self, path: str, body: bytes) -> Answered:
        """Each request but the browser's own."""
        self.asked.append(path)
        if path in self.instead:
            return self.instead[path]
        match path:
            case "/.well-known/openid-configuration":
                return _json(self._metadata())
            case "/keys":
                return _json({"keys": [key.as_dict(private=False) for key in self.published]})
            case "/token":
                return self._exchange({name: values[0] for name, values in parse_qs(body.decode()).items()})
        return 404, "text/html", b"<html></html>"

    def _metadata(self) -> dict[str, Any]:
        metadata: dict[str, Any] = {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys"}
        metadata |= {"authorization_endpoint": f"{self.issuer}/authorize"}
        metadata |= {"token_endpoint": f"{self.issuer}/token"}
        metadata |= {"token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]}
        return metadata | self.said

    def _exchange(self, form: Mapping[str, str]) -> Answered:
        """RFC 6749 section 4.1.3 and RFC 7636 section 4.6; a code is taken once."""
        if form.get("client_secret", SECRET) != SECRET:
            return _json({"error": "invalid_client"}, 401)
        asked = self._codes.pop(form["code"], None)
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest())
        if asked is None or asked["code_challenge"] != challenge.rstrip(b"=").decode():
            return _json({"error": "invalid_grant"}, 400)
        if asked["redirect_uri"] != form["redirect_uri"] or asked["code_challenge_method"] != "S256":
            return _json({"error": "invalid_grant"}, 400)
        claims = self._honest(asked["nonce"]) | self.claims
        claims = {name: value for name, value in claims.items() if value is not None}
        token = self.token(self, claims) if self.token else self.signed(claims)
        return _json({"token_type": "Bearer", "access_token": "a-1", "id_token": token})

    def _honest(self, nonce: str) -> dict[str, Any]:
        now = int(self.clock().timestamp())
        times = {"iat": now, "exp": now + int(timedelta(hours=1).total_seconds())}
        return {"iss": self.issuer, "aud": CLIENT, "nonce": nonce, **times, **self.user}

    def signed(self, claims: dict[str, Any]) -> str:
        """A token of ``claims``, signed as the fields say."""
        content = json.dumps(claims).encode()
        return jws.serialize_compact(self.header, content, self.key, algorithms=[self.header["alg"]])


def _json(data: Mapping[str, Any], status: int = 200) -> Answered:
    return status, JSON, json.dumps(data).encode()


def settings_for(folder: Path, issuer: str, origin: str = ORIGIN) -> Oidc:
    """How the console is told of the provider; its secret's file is its owner's alone."""
    secret = folder / "oidc.secret"
    secret.touch(0o600)
    secret.write_text(f"{SECRET}\n", "ascii")
    return Oidc(issuer, CLIENT, secret, f"{origin}{CALLBACK}", dict(ROLES))  # type: ignore[arg-type]


@contextmanager
def providing(clock: Callable[[], datetime]) -> Iterator[Idp]:
    """The provider until the block ends."""
    idp = Idp(clock)
    with answering(idp.answer, heard=idp.heard) as issuer:
        idp.issuer = issuer
        yield idp


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def package(user: Mapping[str, Any]) -> Iterator[str]:
    """The issuer of another's provider, oidc-provider-mock, which knows ``user``, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    with subprocess.Popen(
        [*command, "--require-nonce", "true", "--user-claims", json.dumps(user)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            while not _is_open(port):
                assert process.poll() is None
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@dataclass(frozen=True, slots=True)
class World:
    """A console, and the provider by which people log in to it."""

    console: Hall
    idp: Idp

    def sent_off(self) -> tuple[TestClient, str]:
        """A browser that asked to log in by the provider, and where it was sent."""
        browser = self.console.browser()
        answer = browser.get("/login/oidc")
        assert answer.status_code == 303
        return browser, answer.headers["location"]

    def came_back(self, **others: str) -> tuple[TestClient, Response]:
        """A browser that went and came back, with ``others`` in the address, and how it was received."""
        browser, location = self.sent_off()
        return browser, browser.get(self.idp.code_for(location, **others))

    def refuses(self, status: int = 403, **others: str) -> bool:
        """Whether who comes back now is let in nowhere, and told so with ``status``."""
        browser, answer = self.came_back(**others)
        assert COOKIE not in browser.cookies
        assert browser.get("/").headers.get("location") == "/login"
        return answer.status_code == status


@contextmanager
def world_in(folder: Path) -> Iterator[World]:
    """A console in ``folder`` whose clock is the provider's too, with local accounts beside it."""
    with providing(Clock()) as idp:
        console = hall(folder).restarted(oidc=settings_for(folder, idp.issuer))
        idp.clock = console.clock
        yield World(console, idp)
