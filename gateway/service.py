"""The running gateway: every object is built here, once, and signals are answered here."""

import asyncio
import secrets
import signal
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import structlog

from gateway import systemd
from gateway.anchoring.ways import anchoring_of
from gateway.authentication.gather import authenticate
from gateway.authentication.upstream import Upstream
from gateway.config import Config, ConfigError
from gateway.config import load as load_config
from gateway.in_force import InForce, Policies, home_of, in_force, keyring_of
from gateway.inbound.desk import Desk
from gateway.inbound.limits import Limits
from gateway.inbound.server import Server
from gateway.inbound.tls import server_context
from gateway.inbound.transaction import nobody
from gateway.ledger import entries
from gateway.ledger.errors import LedgerError
from gateway.ledger.history import kept_digests
from gateway.ledger.months import Pseudonyms
from gateway.ledger.nodes import node_of
from gateway.ledger.place import Place
from gateway.ledger.store import Ledger
from gateway.mail.address import Address
from gateway.mail.envelope import Arrival
from gateway.mail.facts import Authentication
from gateway.mail.header import Field
from gateway.mail.network import is_within
from gateway.outbound.departure import Departure, departure_of
from gateway.outbound.notices import Notices
from gateway.outbound.route import next_hop_of, resolver_of
from gateway.own_ledger import close_dismissed, open_ledger
from gateway.policy.load import PolicyError
from gateway.policy.model import Policy
from gateway.reading.pool import Readers
from gateway.transfer import Bench, Ports, refuse_unread, transfer
from gateway.watching import watched

# Notes to senders and goodbyes to the next hop take the rest of the 30 s that a stop may take.
DRAIN_SECONDS = 25.0
# Messages that are read at once, by all workers together; each has a reader more that stands by.
_READERS = 2
_log = structlog.get_logger()


def utc_now() -> datetime:
    """The present, aware, in UTC."""
    return datetime.now(UTC)


def new_id(clock: Callable[[], datetime] = utc_now) -> str:
    """A transfer's id: the day, and ten hex digits nobody can guess."""
    return f"{clock():%Y%m%d}-{secrets.token_hex(5)}"


def bench_of(config: Config, now: InForce, pool: Readers, departure: Departure) -> Bench:
    """Everything judging needs, as ``config`` wants it."""
    resolver = resolver_of(config)

    async def facts(arrival: Arrival, fields: tuple[Field, ...], author: Address | None) -> Authentication:
        return await authenticate(
            arrival,
            fields,
            author,
            resolver=resolver,
            trusted_peers=config.trusted_peers,
            upstream=upstream,
            clock=utc_now,
        )

    given = config.trusted_upstream
    upstream = Upstream(given.certificates, given.tenant) if given else None
    passes, policy_for = partial(relays, config, now.policies), now.policies.for_recipient
    opens = partial(now.keys.open, read_rights=pool.read_rights)
    return Bench(config.hostname, policy_for, passes, facts, opens, pool.read, utc_now, departure)


def relays(config: Config, policies: Policies, recipient: Address) -> bool:
    """Whether mail to ``recipient``, whom no policy governs, is handed on as it came: in own domains."""
    if recipient == config.postmaster:
        return True
    own = {*config.relay_domains, *policies.book.domains()}
    return config.other_recipients == "relay" and recipient.domain in own


@asynccontextmanager
async def readers(workers: int, *, required: bool) -> AsyncIterator[Readers]:
    """Confined readers, ended on leaving. Raises SandboxUnavailable."""
    pool = Readers(workers=workers, required=required)
    granted = await pool.start()
    if granted.missing():
        _log.warning("readers are confined in part", **{"error.message": ", ".join(granted.missing())})
    try:
        yield pool
    finally:
        await pool.close()


async def serve(path: Path, sockets: tuple[socket.socket, ...] = (), worker: int = 1) -> None:
    """Runs until SIGTERM or SIGINT, then drains. SIGHUP reloads policies, certificates and keys.

    Listens on ``sockets``, which are bound; on the configured addresses when there are none. ``worker``
    is the number of this process among those that serve them. Raises ConfigError, PolicyError,
    KeyringError, KeyUnusable, SandboxUnavailable, LedgerError, OSError or ssl.SSLError when it cannot start.
    """
    load = partial(_config_of, worker=worker)
    config = load(path)
    now = in_force(config, utc_now)
    at_once = max(1, _READERS // config.workers)
    async with readers(at_once, required=config.sandbox == "required") as pool:
        await _serve(partial(load, path), config, now, pool, sockets, worker)


def _config_of(path: Path, worker: int) -> Config:
    """The configuration with the node name of worker number ``worker``: the first has the plain one."""
    config = load_config(path)
    if worker == 1:
        return config
    return replace(config, ledger=replace(config.ledger, node=node_of(config.node, worker)))


async def _serve(  # noqa: PLR0913, PLR0917 - what one process is made of
    load: Callable[[], Config],
    config: Config,
    now: InForce,
    pool: Readers,
    sockets: tuple[socket.socket, ...],
    worker: int,
) -> None:
    # All that is read comes before the ledger and its key, which a start that fails need not have made.
    departure, tls = departure_of(config), _tls_of(config)
    next_hop = next_hop_of(config, config.next_hop)
    post = next_hop_of(config, config.notices) if config.notices else next_hop
    ledger = open_ledger(config, utc_now)
    notices = Notices(post, ledger, config.hostname, utc_now, departure.signer)
    pseudonyms = Pseudonyms(ledger, config.ledger_site, config.seal_months_to, utc_now)
    anchoring = anchoring_of(config, lambda: now.policies.book.policies, ledger, post, utc_now)
    ports = Ports(bench_of(config, now, pool, departure), ledger, next_hop, notices, pseudonyms)
    server = _server_of(config, tls, now.policies, ports)
    try:
        await _record(now.policies.book.policies, ledger, config.ledger_site.place)
        await pseudonyms.key()
        if worker == 1:
            await close_dismissed(config, utc_now)
            anchoring.start()
        await _run(server, config, sockets, worker, partial(_reload, load, config, now, server, ledger))
    finally:
        systemd.notify("STOPPING=1")
        await server.close(DRAIN_SECONDS)
        await asyncio.gather(notices.close(), anchoring.close())
        await asyncio.gather(post.close(), next_hop.close(), now.keys.close())
        await ledger.close()


def desk_of(config: Config, policies: Policies) -> Desk:
    """Who is taken in at RCPT, as ``config`` wants it."""
    return Desk(policies.for_recipient, partial(relays, config, policies), config.other_recipients == "relay")


def _server_of(config: Config, tls: ssl.SSLContext, policies: Policies, ports: Ports) -> Server:
    trusted = partial(is_within, networks=config.trusted_peers)
    return Server(
        hostname=config.hostname,
        tls=tls,
        limits=Limits(**asdict(config.limits)),
        judge_recipient=desk_of(config, policies).judge,
        accept=partial(transfer, ports=ports),
        refuse=partial(refuse_unread, ports=ports),
        new_id=new_id,
        clock=utc_now,
        postmaster=config.postmaster,
        may_forward=trusted,
        introduces=trusted if config.proxy_protocol else nobody,
    )


def _tls_of(config: Config) -> ssl.SSLContext:
    tls = config.tls
    return server_context(tls.certificate, tls.key, minimum=tls.minimum, client_ca=tls.client_ca)


async def _run(
    server: Server,
    config: Config,
    sockets: tuple[socket.socket, ...],
    worker: int,
    reload: Callable[[], Awaitable[None]],
) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    loop.add_signal_handler(signal.SIGHUP, lambda: asyncio.ensure_future(reload()))
    async with watched(config, worker, utc_now):
        await server.start([] if sockets else [(at.host, at.port) for at in config.listen], sockets)
        for host, port in server.addresses:
            _log.info("listening", **{"server.address": host, "server.port": port})
        systemd.notify("READY=1")
        await stop.wait()


def _changed(running: Config, config: Config) -> list[str]:
    """The keys of the configuration file that differ from those the gateway runs with."""
    names = (field.name for field in fields(Config) if field.name not in ("tls", "keys"))
    return [name for name in names if getattr(running, name) != getattr(config, name)]


async def _reload(
    load: Callable[[], Config], running: Config, now: InForce, server: Server, ledger: Ledger
) -> None:
    """Policies, certificates and keys anew; a bad file keeps what is in force and says why.

    Everything else in the configuration takes a restart, and a change of it is told.
    """
    systemd.notify("RELOADING=1")
    try:
        config = load()
        tls, keyring, home = _tls_of(config), keyring_of(config.keys), home_of(config.keys)
        fresh = now.policies.reload()
        server.replace_tls(tls)
        now.keys.replace(keyring, home)
        await _record(fresh, ledger, running.ledger_site.place)
        if waiting := _changed(running, config):
            _log.warning("these keys take a restart", **{"gateway.config.keys": waiting})
        in_order = now.policies.book.policies
        _log.info("reloaded", **{"rule.ruleset": [policy.ref.protocol for policy in in_order]})
    except (ConfigError, PolicyError, LedgerError, OSError, ssl.SSLError, ValueError) as error:
        _log.error("reload refused, what was in force stays", **{"error.message": str(error)})
    systemd.notify("READY=1")


async def _record(policies: tuple[Policy, ...], ledger: Ledger, place: Place) -> None:
    """What comes into force, with its text unless the ledger keeps that already."""
    kept = await asyncio.to_thread(kept_digests, place)
    for policy in policies:
        text = None if policy.ref.digest in kept else policy.original.text
        await ledger.append(entries.policy_in_force(policy.ref, text, policy.original.streets))
