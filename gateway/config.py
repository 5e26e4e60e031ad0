"""The installation: ``config/gateway.yaml`` has exactly the keys of ``Config``.

Paths in the file are relative to it. ``load`` is the only way to one from a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, TypeAdapter

from gateway.config_values import (
    FilePath,
    HostName,
    ListenAddress,
    Mailbox,
    NameServer,
    Network,
    NextHopAddress,
    SqlitePath,
    is_loopback,
)
from gateway.policy.shape import settled, shaped
from gateway.policy.source import Problem, Source, read

DEFAULT_PATHS = (Path("/etc/gateway/gateway.yaml"), Path("config/gateway.yaml"))


class ConfigError(Exception):
    """A configuration that cannot be used. ``problems`` is in the file's order; str() has one a line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
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
class NextHop:
    """The mail server behind the gateway.

    ``ca`` holds the authorities its certificate may come from (default: the system's); ``name`` is
    the name that certificate must carry (default: the host of ``address``). ``tls: none`` is for
    loopback alone.
    """

    address: Annotated[NextHopAddress, Field(examples=["127.0.0.1:8026"])]
    tls: Literal["verify", "none"] = "verify"
    ca: FilePath | None = None
    name: HostName | None = None


@dataclass(frozen=True, slots=True)
class Dns:
    """Name servers to ask, as ``IP:port``; none means the system's."""

    nameservers: tuple[NameServer, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where the ledger is: ``sqlite:///`` and an absolute path."""

    path: Annotated[SqlitePath, Field(alias="url", examples=["sqlite:///var/lib/gateway/ledger.db"])]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one message, one session and all sessions together may take."""

    message_bytes: Annotated[int, Field(ge=1024, le=1 << 28)] = 26_214_400
    sessions: Annotated[int, Field(ge=1, le=100_000)] = 200
    sessions_per_client: Annotated[int, Field(ge=1, le=100_000)] = 20
    recipients: Annotated[int, Field(ge=1, le=1000)] = 10
    session_seconds: Annotated[int, Field(ge=1, le=86_400)] = 600
    idle_seconds: Annotated[int, Field(ge=1, le=86_400)] = 60


@dataclass(frozen=True, slots=True)
class Config:
    """One installation of the gateway.

    ``hostname`` is what it calls itself in EHLO and Received. The Authentication-Results of
    ``trusted_peers`` count; they must strip those they did not write. ``other_recipients`` is what
    becomes of mail no policy governs. ``policies`` is a folder, one YAML file a protocol. Mail to the
    postmaster (RFC 5321 section 4.5.1) is relayed to ``postmaster``. ``sandbox: degraded`` reads mail
    even where the kernel cannot confine its readers in full; ``required`` refuses to start there.
    Notes to senders leave by ``notices``, by default by the next hop.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid", strict=True)

    hostname: Annotated[HostName, Field(examples=["mx.pepingen.example"])]
    listen: Annotated[tuple[ListenAddress, ...], Field(min_length=1, examples=[["127.0.0.1:8025"]])]
    tls: Annotated[Tls, Field(examples=[{"certificate": "tls/gateway.crt", "key": "tls/gateway.key"}])]
    next_hop: Annotated[NextHop, Field(examples=[{"address": "127.0.0.1:8026", "ca": "tls/ca.crt"}])]
    policies: Annotated[FilePath, Field(examples=["policies"])]
    ledger: Annotated[Ledger, Field(examples=[{"url": "sqlite:///var/lib/gateway/ledger.db"}])]
    dns: Dns = Dns()
    trusted_peers: tuple[Network, ...] = ()
    other_recipients: Literal["reject", "relay"] = "reject"
    limits: Limits = field(default_factory=Limits)
    sandbox: Literal["required", "degraded"] = "required"
    postmaster: Mailbox | None = None
    notices: NextHop | None = None

    @property
    def ledger_path(self) -> Path:
        """The ledger's database file."""
        return self.ledger.path


KEYS = TypeAdapter(Config)


def default_path() -> Path:
    """The configuration of this machine when it has one, else the one in the current folder."""
    return next((path for path in DEFAULT_PATHS if path.exists()), DEFAULT_PATHS[-1])


def load(path: Path) -> Config:
    """The configuration in ``path``. Raises ConfigError with every mistake in it."""
    source = read(path)
    if source.data is None and source.problems:
        raise ConfigError(source.problems)
    config = shaped(source, KEYS, context=path.parent)
    if isinstance(config, tuple):
        raise ConfigError(settled(source.problems, config))
    problems = source.problems + _agreement(source, config)
    if problems:
        raise ConfigError(settled(problems))
    return config


def schema() -> Mapping[str, Any]:
    """The JSON Schema of the file."""
    return KEYS.json_schema()


def _agreement(source: Source, config: Config) -> tuple[Problem, ...]:
    if config.next_hop.tls == "verify" or is_loopback(config.next_hop.address.host):
        return ()
    place = source.at(("next_hop", "tls"))
    return (source.problem(place, "mail would leave this machine unencrypted", "Write tls: verify."),)
