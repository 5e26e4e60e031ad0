"""A real validating resolver on loopback: unbound, with zones that were signed here."""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import dns.asyncquery
import dns.dnssec
import dns.exception
import dns.message
import dns.zone
from cryptography.hazmat.primitives.asymmetric import ec
from dns.dnssectypes import Algorithm
from dns.rdtypes.ANY.DNSKEY import DNSKEY

from tests.support.stage import Stage

UNBOUND = shutil.which("unbound", path="/usr/sbin:/usr/bin:/usr/local/sbin")
_START_SECONDS = 20.0
_HEAD = "@ 60 IN SOA ns hostmaster 1 3600 600 86400 60\n@ 60 IN NS ns\nns 60 IN A 127.0.0.1\n"


def signed_zone(origin: str, records: str) -> tuple[str, str]:
    """The zone of ``records`` (zone-file lines) as text, signed, and its trust anchor."""
    zone = dns.zone.from_text(_HEAD + records, origin=origin, relativize=False)
    key = ec.generate_private_key(ec.SECP256R1())
    published = dns.dnssec.make_dnskey(key.public_key(), Algorithm.ECDSAP256SHA256, flags=257)
    assert isinstance(published, DNSKEY)
    dns.dnssec.sign_zone(zone, keys=[(key, published)], lifetime=86_400, add_dnskey=True, dnskey_ttl=60)
    return zone.to_text(relativize=False), f"{origin} DNSKEY {published.to_text()}"


def plain_zone(records: str) -> str:
    """The zone of ``records`` as text, unsigned."""
    return _HEAD + records


@asynccontextmanager
async def validating(
    folder: Path,
    zones: Mapping[str, str],
    anchors: tuple[str, ...],
    *,
    forward: tuple[str, str] | None = None,
) -> AsyncIterator[str]:
    """The address of an unbound that serves ``zones`` (origin to text) and believes ``anchors`` alone.

    ``forward``: a domain, and the ``ip:port`` of the name server that knows it.
    """
    port = _free_port()
    config = folder / "unbound.conf"
    config.write_text(_configuration(folder, port, zones, anchors) + _forwarding(forward), "utf-8")
    process = await asyncio.create_subprocess_exec(
        str(UNBOUND), "-d", "-c", str(config), stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await _answering(port)
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


def by_name(stage: Stage, hop: str, nameserver: str) -> None:
    """Lets the configuration of ``stage`` name its next hop as ``hop`` says, and ask ``nameserver`` alone."""
    kept = stage.config.read_text("utf-8").splitlines()
    lines = [line for line in kept if not line.startswith(("next_hop:", "dns:"))]
    lines += [f"next_hop: {{{hop}}}", f'dns: {{nameservers: ["{nameserver}"]}}', ""]
    stage.config.write_text("\n".join(lines), "utf-8")


def _configuration(folder: Path, port: int, zones: Mapping[str, str], anchors: tuple[str, ...]) -> str:
    lines = [
        "server:", f"  interface: 127.0.0.1@{port}", f'  directory: "{folder}"', '  chroot: ""',
        '  username: ""', '  pidfile: ""', "  use-syslog: no", "  do-ip6: no", "  num-threads: 1",
        '  module-config: "validator iterator"', "  do-not-query-localhost: no",
        *(f'  trust-anchor: "{anchor}"' for anchor in anchors),
        "remote-control:", "  control-enable: no",
    ]  # fmt: skip
    for number, (origin, text) in enumerate(zones.items()):
        (folder / f"zone{number}").write_text(text, "utf-8")
        lines += ["auth-zone:", f'  name: "{origin}"', f'  zonefile: "{folder / f"zone{number}"}"']
        lines += ["  for-downstream: no", "  for-upstream: yes", "  fallback-enabled: no"]
    return "\n".join((*lines, ""))


def _forwarding(forward: tuple[str, str] | None) -> str:
    if forward is None:
        return ""
    domain, address = forward
    return f'forward-zone:\n  name: "{domain}"\n  forward-addr: {address.replace(":", "@")}\n'


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def _answering(port: int) -> None:
    question = dns.message.make_query("version.bind.", "TXT", "CH")
    async with asyncio.timeout(_START_SECONDS):
        while True:
            try:
                await dns.asyncquery.udp(question, "127.0.0.1", port=port, timeout=0.5)
            except (dns.exception.DNSException, OSError):
                await asyncio.sleep(0.05)
            else:
                return
