"""Every file and folder that the configuration names and the gateway's own process opens, each by its key.

The ledger's folder is left to ``gateway.doctor.machine``.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gateway.config import Config, Keys
from gateway.config_console import Console
from gateway.ledger.memory import memory_path
from gateway.ledger.month import file_of
from gateway.ledger.months import beside_key
from gateway.ledger.place import Postgres, Site
from gateway.policy.book import policy_files
from gateway.policy.events import Flaw
from gateway.policy.load import PolicyError
from gateway.policy.source import read_bytes, read_content

_BOTH = os.R_OK | os.W_OK
_ENTER = os.R_OK | os.X_OK
_VERIFIED = frozenset(("verify", "mta-sts"))
_STREETS = b"streets"


@dataclass(frozen=True, slots=True)
class Named:
    """A file or folder under the ``key`` that names it, and what is done with it (``os.R_OK`` and its like).

    ``secret``: it must be its owner's alone. ``alone``: no other remark says that it is not there.
    """

    key: str
    file: Path
    wanted: int = os.R_OK
    secret: bool = False
    alone: bool = False


def named(config: Config) -> Iterator[Named]:
    """All that ``config`` names, in the order of a message's way. Reads the policies that name streets."""
    yield from _policies(config.policies)
    yield from _tls(config)
    yield from _keys(config.keys)
    if config.signing is not None:
        yield Named("signing.key", config.signing.key, secret=True)
    for keys in config.mailboxes:
        yield from _given("mailboxes.certificate", keys.certificate)
        yield from _given("mailboxes.pgp_key", keys.pgp_key)
    if config.anchors.timestamp is not None:
        yield Named("anchors.timestamp.ca", config.anchors.timestamp.ca, alone=True)
    if config.console is not None and config.console.oidc is not None and config.console.oidc.ca is not None:
        yield Named("console.oidc.ca", config.console.oidc.ca, alone=True)
    yield from _ledger(config.ledger_site, config.node, "ledger.key" if config.ledger.key else "ledger.url")


def of_console(console: Console | None) -> Iterator[Named]:
    """What ``console`` names, on which ``gateway.doctor.console`` has its own remarks."""
    if console is not None:
        yield from _given("console.accounts", console.accounts)
        yield from _given("console.drafts", console.drafts)
        yield from _given("console.certificate", console.certificate)
        yield from _given("console.key", console.key)
        if console.oidc is not None:
            yield Named("console.oidc.client_secret_file", console.oidc.client_secret_file)


def _policies(folder: Path) -> Iterator[Named]:
    # One that is no folder is told where the policies are read.
    yield Named("policies", folder, _ENTER if os.path.isdir(folder) else os.R_OK)  # noqa: PTH112 - raises not
    try:
        files = policy_files(folder)
    except PolicyError:
        return
    for file in files:
        yield Named("policies", file)
        yield from (Named("residence.streets", file.parent / streets) for streets in _streets_of(file))


def _streets_of(file: Path) -> Iterator[str]:
    """The list of streets that the policy in ``file`` names; nothing when it cannot be read."""
    content = read_bytes(file)
    if isinstance(content, Flaw) or _STREETS not in content:
        return
    match read_content(file, content).data:
        case {"residence": {"streets": str(streets)}}:
            yield streets
        case _:
            return


def _tls(config: Config) -> Iterator[Named]:
    yield Named("tls.certificate", config.tls.certificate)
    yield Named("tls.key", config.tls.key, secret=True)
    yield from _given("tls.client_ca", config.tls.client_ca)
    if config.next_hop.tls in _VERIFIED:
        yield from _given("next_hop.ca", config.next_hop.ca)
    if config.notices is not None and config.notices.tls in _VERIFIED and config.notices.ca is not None:
        yield Named("notices.ca", config.notices.ca, alone=True)


def _keys(keys: Keys) -> Iterator[Named]:
    for pair in keys.smime:
        yield Named("keys.smime.certificate", pair.certificate)
        yield Named("keys.smime.key", pair.key, secret=True)
    yield from _given("keys.smime_authorities", keys.smime_authorities)
    yield from _given("keys.smime_revoked", keys.smime_revoked)
    if keys.pgp_home is not None:
        yield Named("keys.pgp_home", keys.pgp_home, _BOTH | os.X_OK, secret=True)


def _ledger(site: Site, node: str, key: str) -> Iterator[Named]:
    """What is there of the ledger: a backup that is put back may belong to whoever put it back."""
    yield Named(key, site.key, secret=True)
    match site.place:
        case Path():
            tables = (site.place.with_name(f"{site.place.name}{end}") for end in ("", "-wal", "-shm"))
            yield from (Named("ledger.url", file, _BOTH, secret=True) for file in tables)
        case Postgres():
            yield from _parameters(site.place)
    beside = file_of(beside_key(site), "*")
    try:
        months = sorted(beside.parent.glob(beside.name))
    except OSError:
        months = []
    yield from (Named("ledger.url", file, _BOTH, secret=True) for file in months)
    yield Named("ledger.url", memory_path(site.key, node, site.folder), _BOTH, secret=True)


def _parameters(place: Postgres) -> Iterator[Named]:
    for name, value in place.parameters:
        if name in {"sslrootcert", "sslcert", "sslkey", "passfile"} and value.startswith("/"):
            yield Named("ledger.url", Path(value), secret=name in {"sslkey", "passfile"}, alone=True)


def _given(key: str, file: Path | None) -> Iterator[Named]:
    if file is not None:
        yield Named(key, file)
