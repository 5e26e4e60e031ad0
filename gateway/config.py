"""The installation: ``config/gateway.yaml`` has exactly the keys of ``Config``.

Paths in the file are relative to it. ``load`` is the only way to one from a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, assert_never

from pydantic import ConfigDict, Field, TypeAdapter

from gateway.config_anchors import Anchors
from gateway.config_console import Console, console_flaws
from gateway.config_leaving import Flaw, MailboxKeys, NextHop, Signing, hop_flaws, signing_flaws
from gateway.config_running import Breach, Limits, Metrics, TrustedUpstream, metrics_flaws
from gateway.config_values import (
    AgeRecipient,
    FilePath,
    HostName,
    LedgerUrl,
    ListenAddress,
    Mailbox,
    NameServer,
    Network,
    PlainName,
    ZoneName,
)
from gateway.ledger.place import Postgres, Site, beside
from gateway.policy.document import PolicyKeys
from gateway.policy.events import Place
from gateway.policy.shape import settled, shaped
from gateway.policy.source import START, Problem, Source, lines, may_exist, read
from gateway.said import say

__all__ = [
    "Breach",
    "Config",
    "ConfigError",
    "Limits",
    "MailboxKeys",
    "NextHop",
    "Signing",
    "TrustedUpstream",
    "default_path",
    "load",
    "schema",
]

DEFAULT_PATHS = (Path("/etc/gateway/gateway.yaml"), Path("config/gateway.yaml"))
_NOWHERE = (
    say("no such file, nor {first}, which comes first", first=DEFAULT_PATHS[0]),
    say("Name another with --config."),
)


class ConfigError(Exception):
    """A configuration that cannot be used. ``problems`` is in the file's order; str() has one a line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(lines(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Tls:
    """The gateway's own certificate chain and key (PEM), the oldest version it speaks (RFC 8996),
    and the authorities whose client certificates it believes."""

    certificate: Annotated[FilePath, Field(examples=["tls/gateway.crt"])]
    key: Annotated[FilePath, Field(examples=["tls/gateway.key"])]
    minimum: Literal["TLSv1.2", "TLSv1.3"] = "TLSv1.2"
    client_ca: FilePath | None = None


@dataclass(frozen=True, slots=True)
class Dns:
    """Name servers to ask, as ``IP:port``; none means the system's."""

    nameservers: tuple[NameServer, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the ledger is: ``sqlite:///`` and an absolute path, or ``postgresql://user@host/database``.

    ``key`` is the file of its signing key (default: beside the SQLite file, ``.key`` behind its name);
    every node of one ledger has the same. In the folder ``state`` this node keeps the last checkpoint
    it saw (default: the folder of the SQLite file, else that of the key). ``log`` names the log in its
    checkpoints and is the same on every node, ``node`` names this one (default for both: ``hostname``).
    """

    place: Annotated[LedgerUrl, Field(alias="url", examples=["sqlite:///var/lib/gateway/ledger.db"])]
    key: FilePath | None = None
    state: FilePath | None = None
    log: PlainName | None = None
    node: PlainName | None = None


@dataclass(frozen=True, slots=True)
class SmimeKey:
    """A certificate of the mailbox and its key (PEM), by which sealed mail is opened."""

    certificate: Annotated[FilePath, Field(examples=["keys/mailbox.pem"])]
    key: Annotated[FilePath, Field(examples=["keys/mailbox.key"])]


@dataclass(frozen=True, slots=True)
class Keys:
    """What sealed mail is opened with, and the authorities whose signers count.

    Several ``smime`` pairs are held at a time while one takes over from another. ``smime_revoked`` holds the
    revocation list of each authority (PEM); without it no signer counts as revoked. ``pgp_home`` is a GnuPG
    home of the gateway's own, mode 0700.
    """

    smime: tuple[SmimeKey, ...] = ()
    smime_authorities: FilePath | None = None
    smime_revoked: FilePath | None = None
    pgp_home: FilePath | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """One installation of the gateway.

    ``hostname`` is what it calls itself in EHLO and Received. The Authentication-Results of
    ``trusted_peers`` count; they must strip those they did not write. They may speak for another client;
    with ``proxy_protocol`` each of their connections opens with whom it speaks for. ``other_recipients``
    is what becomes of mail no policy governs in the domains of the policies' recipients and in
    ``relay_domains``; for any other domain it is refused. ``policies`` is a folder, one YAML file a
    protocol. Mail to the postmaster (RFC 5321 section 4.5.1) is relayed to ``postmaster``. ``sandbox:
    degraded`` reads mail even where the kernel cannot confine its readers in full; ``required`` refuses
    to start there. Notes to senders and checkpoints leave by ``notices``, by default by the next hop.
    ``mailboxes`` are the recipients for whom a policy may ask ``delivery.seal``. The keys of the ledger's
    pseudonyms are sealed to each of the age public keys in ``seal_months_to``. ``workers`` processes
    serve ``listen``, each with ``limits`` and a node name of its own. People's times are in ``timezone``, by
    default the machine's.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    hostname: Annotated[HostName, Field(examples=["mx.municipality.example"])]
    listen: Annotated[tuple[ListenAddress, ...], Field(min_length=1, examples=[["127.0.0.1:8025"]])]
    tls: Annotated[Tls, Field(examples=[{"certificate": "tls/gateway.crt", "key": "tls/gateway.key"}])]
    next_hop: Annotated[NextHop, Field(examples=[{"address": "127.0.0.1:8026", "ca": "ca/next-hop.pem"}])]
    policies: Annotated[FilePath, Field(examples=["policies"])]
    ledger: Annotated[Ledger, Field(examples=[{"url": "sqlite:///var/lib/gateway/ledger.db"}])]
    dns: Dns = Dns()
    keys: Keys = Keys()
    trusted_peers: tuple[Network, ...] = ()
    other_recipients: Literal["reject", "relay"] = "reject"
    limits: Limits = field(default_factory=Limits)
    sandbox: Literal["required", "degraded"] = "required"
    postmaster: Mailbox | None = None
    notices: NextHop | None = None
    proxy_protocol: bool = False
    trusted_upstream: TrustedUpstream | None = None
    relay_domains: tuple[HostName, ...] = ()
    signing: Signing | None = None
    mailboxes: tuple[MailboxKeys, ...] = ()
    seal_months_to: tuple[AgeRecipient, ...] = ()
    anchors: Anchors = field(default_factory=Anchors)
    breach: Breach = field(default_factory=Breach)
    workers: Annotated[int, Field(ge=1, le=64)] = 1
    metrics: Metrics | None = None
    console: Console | None = None
    timezone: ZoneName | None = None

    @property
    def log(self) -> str:
        """The name of the ledger's log."""
        return self.ledger.log or self.hostname

    @property
    def node(self) -> str:
        """The name of this node in the ledger."""
        return self.ledger.node or self.hostname

    @property
    def ledger_site(self) -> Site:
        """The ledger's database, its signing key and this node's folder."""
        ledger = self.ledger
        match ledger.place:
            case Path():
                site = beside(ledger.place)
                return Site(ledger.place, ledger.key or site.key, ledger.state or site.folder)
            case Postgres():
                key = ledger.key or Path()
                return Site(ledger.place, key, ledger.state or key.parent)
            case _:
                assert_never(ledger.place)


KEYS = TypeAdapter(Config)
_KEYS_OF_A_POLICY = (field.alias or name for name, field in PolicyKeys.model_fields.items())
_OF_A_POLICY = dict.fromkeys(_KEYS_OF_A_POLICY, say("It belongs in a policy's file."))


def default_path() -> Path:
    """The configuration of this machine when it has one, else the one in the current folder."""
    return next((path for path in DEFAULT_PATHS if may_exist(path)), DEFAULT_PATHS[-1])


def load(path: Path) -> Config:
    """The configuration in ``path``. Raises ConfigError with every mistake in it."""
    source = read(path)
    if source.data is None and source.problems:
        missing = path in DEFAULT_PATHS and not may_exist(path)
        raise ConfigError((source.problem(START, *_NOWHERE),) if missing else source.problems)
    config = shaped(source, KEYS, context=path.parent, elsewhere=_OF_A_POLICY)
    if isinstance(config, tuple):
        raise ConfigError(settled(source.problems, config))
    if problems := source.problems + _agreement(source, config):
        raise ConfigError(settled(problems))
    return config


def where(path: Path, key: str) -> Place:
    """Where the value of the top-level ``key`` stands in the configuration ``path``."""
    return read(path).at((key,))


def schema() -> Mapping[str, Any]:
    """The JSON Schema of the file."""
    return KEYS.json_schema()


def _agreement(source: Source, config: Config) -> tuple[Problem, ...]:
    hops = (("next_hop", config.next_hop), ("notices", config.notices))
    found = (*hop_flaws(hops, config.dns.nameservers), *signing_flaws(config.signing), *_clashes(config))
    found += (*metrics_flaws(config.metrics), *console_flaws(config.console))
    return tuple(source.problem(source.at(path), wrong, remedy) for path, wrong, remedy in found)


def _clashes(config: Config) -> Iterator[Flaw]:
    """Where two keys do not go together, what is wrong, and what to do."""
    if config.proxy_protocol and not config.trusted_peers:
        wrong, remedy = say("no peer may send such a header"), say("List its address in trusted_peers.")
        yield ("proxy_protocol",), wrong, remedy
    if config.trusted_upstream and config.tls.client_ca is None:
        wrong = say("no client certificate can be verified")
        yield ("trusted_upstream",), wrong, say("Name its authorities in tls.client_ca.")
    if config.relay_domains and config.other_recipients == "reject":
        remedy = say("Write other_recipients: relay, or leave this out.")
        yield ("relay_domains",), say("nothing is relayed"), remedy
    if isinstance(config.ledger.place, Postgres) and config.ledger.key is None:
        remedy = say("Write key: and the file of the signing key beside it, the same key on every node.")
        yield ("ledger", "url"), say("the ledger lacks a signing key"), remedy
