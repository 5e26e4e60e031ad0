"""What the configuration says of the console: where it listens, how it is protected, who may come in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import Field

from gateway.config_hosts import is_loopback
from gateway.config_values import FilePath, HttpUrl, ListenAddress, OneWord
from gateway.policy.tree import KeyPath
from gateway.said import Said, say

Flaw = tuple[KeyPath, Said, Said]

#: The page of the console to which the provider sends a browser back.
CALLBACK: Final = "/login/oidc/callback"
_OIDC: Final[KeyPath] = ("console", "oidc")
# Where Entra ID would vouch for the people of every organisation.
_ANY_TENANT = frozenset({"common", "organizations", "consumers"})


@dataclass(frozen=True, slots=True)
class Oidc:
    """Log-in by an OpenID provider, such as Entra ID (OpenID Connect Core 1.0, authorization code flow).

    ``issuer`` is exactly what the provider calls itself; ``redirect_uri`` is the console's own address as
    people reach it, with ``/login/oidc/callback``, as the provider has it too. The file
    ``client_secret_file`` is its owner's alone. ``roles`` gives a value of the claim ``roles_claim`` a role
    of the console; of several that a person has the first in ``roles`` counts. ``ca`` holds the authorities
    the provider's certificate may come from (PEM, default: the system's).
    """

    issuer: Annotated[HttpUrl, Field(examples=["https://login.microsoftonline.com/TENANT/v2.0"])]
    client_id: Annotated[OneWord, Field(examples=["6731de76-14a6-49ae-97bc-6eba6914391e"])]
    client_secret_file: Annotated[FilePath, Field(examples=["console-oidc.secret"])]
    redirect_uri: Annotated[HttpUrl, Field(examples=["https://console.example/login/oidc/callback"])]
    roles: Annotated[
        dict[str, Literal["dpo", "admin", "auditor"]],
        Field(min_length=1, examples=[{"Console.Dpo": "dpo"}]),
    ]
    roles_claim: OneWord = "roles"
    ca: FilePath | None = None


@dataclass(frozen=True, slots=True)
class Console:
    """The pages for the data-protection officer, served by ``gateway console serve``.

    ``certificate`` and ``key`` are PEM files; without them a proxy on this machine does TLS, and with
    ``proxied`` the address that it names in X-Forwarded-For counts. ``accounts`` is the file that
    ``gateway console account`` writes; people log in with those, by ``oidc``, or either way. A session
    ends after ``idle_minutes`` without a request, and ``longest_hours`` after log-in. In the folder
    ``drafts`` drafts of breach dossiers are kept.
    """

    listen: Annotated[ListenAddress, Field(examples=["127.0.0.1:8443"])]
    accounts: FilePath | None = None
    certificate: FilePath | None = None
    key: FilePath | None = None
    proxied: bool = False
    idle_minutes: Annotated[int, Field(ge=1, le=480)] = 15
    longest_hours: Annotated[int, Field(ge=1, le=24)] = 10
    drafts: Annotated[FilePath | None, Field(examples=["/var/lib/gateway/breach-drafts"])] = None
    oidc: Oidc | None = None


def console_flaws(console: Console | None) -> Iterator[Flaw]:
    """What does not go together in ``console``."""
    if console is None:
        return
    if (console.certificate is None) != (console.key is None):
        missing = "key" if console.key is None else "certificate"
        wrong = say("no {key} beside the other", key=missing)
        yield ("console",), wrong, say("Give certificate and key, or neither.")
    if console.certificate is None and not is_loopback(console.listen.host):
        wrong = say("pages would leave this machine unencrypted")
        remedy = say("Give certificate and key, or listen on 127.0.0.1 behind a proxy.")
        yield ("console", "listen"), wrong, remedy
    if console.accounts is None and console.oidc is None:
        yield ("console",), say("nobody can log in"), say("Add accounts: and a file, or oidc:, or both.")
    if console.oidc is not None:
        yield from _issuer_flaws(console.oidc.issuer)
        yield from _redirect_flaws(console.oidc.redirect_uri)


def is_private(url: str) -> bool:
    """Whether nobody on the way reads what is asked of ``url``: over TLS, or on this machine alone."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))


def _issuer_flaws(issuer: str) -> Iterator[Flaw]:
    parts = urlsplit(issuer)
    if not is_private(issuer):
        wrong = say("the provider would be asked unencrypted")
        yield (*_OIDC, "issuer"), wrong, say("Write it with https://.")
    if parts.query or "?" in issuer:
        remedy = say("Copy issuer from its discovery document.")
        yield (*_OIDC, "issuer"), say("an issuer has no question mark"), remedy
    if _ANY_TENANT & set(parts.path.split("/")):
        wrong = say("people of every organisation could be vouched for")
        yield (*_OIDC, "issuer"), wrong, say("Write the ID of your own tenant in that place.")


def _redirect_flaws(address: str) -> Iterator[Flaw]:
    parts, where = urlsplit(address), (*_OIDC, "redirect_uri")
    if not is_private(address):
        yield where, say("a log-in would come back unencrypted"), say("Write it with https://.")
    if parts.path != CALLBACK or "?" in address:
        remedy = say("Write https://, the console's name and {callback}.", callback=CALLBACK)
        yield where, say("it is no page of the console"), remedy
