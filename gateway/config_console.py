"""What the configuration says of the console: where it listens, how it is protected, who may come in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from gateway.config_hosts import is_loopback
from gateway.config_values import FilePath, ListenAddress
from gateway.policy.tree import KeyPath

Flaw = tuple[KeyPath, str, str]


@dataclass(frozen=True, slots=True)
class Console:
    """The pages for the data-protection officer, served by ``gateway console serve``.

    ``certificate`` and ``key`` are PEM files; without them a proxy on this machine does TLS, and with
    ``proxied`` the address that it names in X-Forwarded-For counts. ``accounts`` is the file that
    ``gateway console account`` writes. A session ends after ``idle_minutes`` without a request, and
    ``longest_hours`` after log-in. In the folder ``drafts`` drafts of breach dossiers are kept.
    """

    accounts: Annotated[FilePath, Field(examples=["console-accounts.json"])]
    listen: Annotated[ListenAddress, Field(examples=["127.0.0.1:8443"])]
    certificate: FilePath | None = None
    key: FilePath | None = None
    proxied: bool = False
    idle_minutes: Annotated[int, Field(ge=1, le=480)] = 15
    longest_hours: Annotated[int, Field(ge=1, le=24)] = 10
    drafts: Annotated[FilePath | None, Field(examples=["/var/lib/gateway/breach-drafts"])] = None


def console_flaws(console: Console | None) -> Iterator[Flaw]:
    """What does not go together in ``console``."""
    if console is None:
        return
    if (console.certificate is None) != (console.key is None):
        missing = "key" if console.key is None else "certificate"
        yield ("console",), f"no {missing} beside the other", "Give certificate and key, or neither."
    if console.certificate is None and not is_loopback(console.listen.host):
        wrong = "pages would leave this machine unencrypted"
        yield ("console", "listen"), wrong, "Give certificate and key, or listen on 127.0.0.1 behind a proxy."
