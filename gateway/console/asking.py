"""A question to the OpenID provider: with an end to it, over verified TLS, and no answer beyond its cap."""

import asyncio
import os
import ssl
import stat
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote_plus

import httpx2
from authlib.integrations.httpx_client import AsyncOAuth2Client, OAuthError

from gateway.config_console import Oidc
from gateway.console.idtoken import Refused, Tokens, Why
from gateway.said import reason_of, say

T = TypeVar("T")
_MOST_BYTES = 1 << 17
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Authlib and what it parses with know no malformed answer of their own.
_TROUBLES = (
    httpx2.HTTPError,
    httpx2.InvalidURL,
    OSError,
    ValueError,
    TypeError,
    ArithmeticError,
    RecursionError,
)
# Not the visitor's doing: the secret expired, or the application is not registered (RFC 6749 section 5.2).
_OURS = frozenset({"invalid_client", "unauthorized_client"})


class ProviderUnavailable(Exception):
    """The provider cannot be asked now, or says what it may not. The text names the kind of failure alone."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the provider of ``settings``; no question takes longer than ``seconds``."""

    settings: Oidc
    seconds: float = 10.0

    def document(self, url: str) -> Mapping[str, Any]:
        """The JSON object at ``url``. Raises ProviderUnavailable."""
        return self._ended(_document(_client(self, ""), url))

    def exchanged(self, url: str, code: str, verifier: str, *, by_form: bool) -> Tokens:
        """What the token endpoint ``url`` gives for ``code``; ``by_form``: the secret goes in the form.

        Raises Refused when it does not take the code, else ProviderUnavailable.
        """
        client = _client(self, secret_of(self.settings), by_form=by_form)
        return self._ended(_exchanged(client, url, code, verifier))

    def _ended(self, asked: Coroutine[Any, Any, T]) -> T:
        """What ``asked`` comes to within its time, whatever the other side does."""

        async def within() -> T:
            async with asyncio.timeout(self.seconds):
                return await asked

        try:
            return asyncio.run(within())
        except _TROUBLES as error:
            raise ProviderUnavailable(type(error).__name__) from None


def secret_of(settings: Oidc) -> str:
    """The client's secret, read anew so that a new one counts at once.

    Raises ProviderUnavailable: it cannot be read, others may read it too, or it is none.
    """
    file: Path = settings.client_secret_file
    try:
        with file.open("rb") as stream:
            if os.fstat(stream.fileno()).st_mode & _OTHERS:
                raise ProviderUnavailable(
                    say("{file} is open to group or others. Run chmod 600 {file}.", file=file)
                )
            secret = stream.read(_MOST_BYTES).decode("ascii", "replace").strip()
    except OSError as error:
        raise ProviderUnavailable(
            say("{file} cannot be read: {reason}.", file=file, reason=reason_of(error))
        ) from None
    if not secret or not secret.isascii() or not secret.isprintable():
        raise ProviderUnavailable(say("{file} holds no secret. Write it there on one line.", file=file))
    return secret


@lru_cache
def authorities_of(file: Path | None) -> ssl.SSLContext:
    """What the provider's certificate is verified with, read once. Raises ProviderUnavailable."""
    try:
        return ssl.create_default_context(cafile=file)
    except OSError:
        raise ProviderUnavailable(
            say("{file} holds no authorities. Name a file of them in PEM.", file=file)
        ) from None


def _client(asking: Asking, secret: str, *, by_form: bool = True) -> AsyncOAuth2Client:
    settings = asking.settings
    # Authlib does not encode what goes in the header as RFC 6749 section 2.3.1 has it.
    name, word = (settings.client_id, secret) if by_form else map(quote_plus, (settings.client_id, secret))
    return AsyncOAuth2Client(
        name, word, token_endpoint_auth_method="client_secret_post" if by_form else "client_secret_basic",
        redirect_uri=settings.redirect_uri, verify=authorities_of(settings.ca), timeout=asking.seconds,
        trust_env=False, follow_redirects=False, headers={"Accept-Encoding": "identity"},
        event_hooks={"response": [_read_to_cap]},
    )  # fmt: skip


async def _document(client: AsyncOAuth2Client, url: str) -> Mapping[str, Any]:
    async with client:
        answer = await client.request("GET", url, withhold_token=True)
        found = answer.json()
    if answer.status_code != httpx2.codes.OK or not isinstance(found, dict):
        raise ProviderUnavailable(f"an answer of status {answer.status_code}, or no JSON object")
    return found


async def _exchanged(client: AsyncOAuth2Client, url: str, code: str, verifier: str) -> Tokens:
    try:
        async with client:
            given = await client.fetch_token(
                url, grant_type="authorization_code", code=code, code_verifier=verifier
            )
    except OAuthError as error:
        if error.error in _OURS:
            raise ProviderUnavailable(f"it answers {error.error}") from None
        raise Refused(Why.CODE) from None
    found, access = given.get("id_token"), given.get("access_token")
    if not isinstance(found, str) or not isinstance(access, str):
        raise Refused(Why.UNPROVEN)
    return Tokens(found, access)


async def _read_to_cap(response: httpx2.Response) -> None:
    """Reads the answer before the libraries do, who know no cap; a compressed one could still swell."""
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise ProviderUnavailable("an answer that is not JSON")
    if "content-encoding" in response.headers:
        raise ProviderUnavailable("a compressed answer")
    if response.is_redirect or response.is_server_error:
        raise ProviderUnavailable(f"an answer of status {response.status_code}")
    stream, body = response.stream, bytearray()
    if isinstance(stream, httpx2.AsyncByteStream):
        async for chunk in stream:
            body += chunk
            if len(body) > _MOST_BYTES:
                raise ProviderUnavailable("an answer too long")
        await stream.aclose()
    response.stream = httpx2.ByteStream(bytes(body))
