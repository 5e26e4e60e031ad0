"""DANE with a real validating resolver: a next hop that no TLSA record vouches for gets nothing."""

import hashlib
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from gateway.authentication.resolver import resolver_for
from gateway.outbound.delivery import Accepted, Deferred, Delivery
from gateway.outbound.nexthop import NextHop
from tests.support.certificates import Authority, Issued, new_authority
from tests.support.letters import DESK, letter
from tests.support.letters import SENDER as FROM
from tests.support.mailbox import Mailbox
from tests.support.nexthop import CONTENT, RECIPIENTS, SENDER
from tests.support.stage import SENDERS, staged
from tests.support.unbound import UNBOUND, by_name, plain_zone, signed_zone, validating

pytestmark = pytest.mark.skipif(UNBOUND is None, reason="unbound is not installed")

ORIGIN = "pepingen.example."
NAME = "mail.pepingen.example"


def key_digest(file: Path) -> str:
    """SHA-256 over the public key of the certificate in ``file``: what ``3 1 1`` and ``2 1 1`` match."""
    key = x509.load_pem_x509_certificate(file.read_bytes()).public_key()
    return hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def records(box: Mailbox, *tlsa: str) -> str:
    return f"mail 60 IN A {box.host}\n" + "".join(f"_{box.port}._tcp.mail 60 IN TLSA {one}\n" for one in tlsa)


async def delivered_by(nameserver: str, box: Mailbox) -> Delivery:
    hop = NextHop(
        host=NAME, port=box.port, hostname="mx.pepingen.example", tls=None, dane=resolver_for((nameserver,))
    )
    try:
        return await hop.deliver(SENDER, RECIPIENTS, CONTENT)
    finally:
        await hop.close()


def _showing(issued: Issued, authority: Path | None) -> ssl.SSLContext:
    """A server's TLS that shows its certificate, and the authority's behind it."""
    context = issued.server_context()
    if authority is not None:
        both = issued.certificate.with_suffix(".chain")
        both.write_bytes(issued.certificate.read_bytes() + authority.read_bytes())
        context.load_cert_chain(both, issued.key)
    return context


async def outcome(folder: Path, issued: Issued, tlsa: str, *, chain: Path | None = None) -> Delivery:
    """What comes of a delivery to a mailbox with this certificate, behind this one TLSA record in DNSSEC."""
    async with Mailbox(tls=_showing(issued, chain)) as box:
        text, anchor = signed_zone(ORIGIN, records(box, tlsa))
        async with validating(folder, {ORIGIN: text}, (anchor,)) as nameserver:
            delivery = await delivered_by(nameserver, box)
        assert isinstance(delivery, Accepted) == bool(box.messages)
        assert box.messages or "MAIL" not in " ".join(box.commands)
        return delivery


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return new_authority(tmp_path)


async def test_a_key_that_a_record_names_is_enough_whatever_name_and_date(
    tmp_path: Path, authority: Authority
) -> None:
    issued = authority.server("other.example", expired=True)
    assert await outcome(tmp_path, issued, f"3 1 1 {key_digest(issued.certificate)}") == Accepted(
        250, "2.0.0"
    )


async def test_an_authority_that_a_record_names_vouches_for_the_name(
    tmp_path: Path, authority: Authority
) -> None:
    tlsa = f"2 1 1 {key_digest(authority.certificate)}"
    good = await outcome(tmp_path, authority.server(NAME), tlsa, chain=authority.certificate)
    assert good == Accepted(250, "2.0.0")


@pytest.mark.parametrize(("names", "expired"), [(("other.example",), False), ((NAME,), True)])
async def test_but_for_no_other_name_and_for_no_day_after(
    tmp_path: Path, authority: Authority, names: tuple[str, ...], expired: bool
) -> None:
    issued = authority.server(*names, expired=expired)
    tlsa = f"2 1 1 {key_digest(authority.certificate)}"
    refused = await outcome(tmp_path, issued, tlsa, chain=authority.certificate)
    assert refused == Deferred(None, "", "dane", "no TLSA record matches")


async def test_another_key_than_the_record_names_gets_nothing(tmp_path: Path, authority: Authority) -> None:
    issued, other = authority.server(NAME), authority.server(NAME)
    refused = await outcome(tmp_path, issued, f"3 1 1 {key_digest(other.certificate)}")
    assert refused == Deferred(None, "", "dane", "no TLSA record matches")


@pytest.mark.parametrize("tlsa", ["1 1 1", "0 1 1", "3 1 9", "3 7 1"])
async def test_a_record_of_a_kind_that_says_nothing_here_vouches_for_nobody(
    tmp_path: Path, authority: Authority, tlsa: str
) -> None:
    issued = authority.server(NAME)
    refused = await outcome(tmp_path, issued, f"{tlsa} {key_digest(issued.certificate)}")
    assert refused == Deferred(None, "", "dane", "no usable TLSA record")


async def test_records_that_nobody_signed_vouch_for_nobody(tmp_path: Path, authority: Authority) -> None:
    issued = authority.server(NAME)
    async with Mailbox(tls=issued.server_context()) as box:
        text = plain_zone(records(box, f"3 1 1 {key_digest(issued.certificate)}"))
        async with validating(tmp_path, {ORIGIN: text}, ()) as nameserver:
            delivery = await delivered_by(nameserver, box)
        assert box.connections == 0
    assert delivery == Deferred(None, "", "dane", "A is not validated here")


async def test_records_whose_signature_is_broken_vouch_for_nobody(
    tmp_path: Path, authority: Authority
) -> None:
    issued, other = authority.server(NAME), authority.server(NAME)
    async with Mailbox(tls=issued.server_context()) as box:
        text, anchor = signed_zone(ORIGIN, records(box, f"3 1 1 {key_digest(other.certificate)}"))
        forged = text.replace(key_digest(other.certificate), key_digest(issued.certificate))
        assert forged != text
        async with validating(tmp_path, {ORIGIN: forged}, (anchor,)) as nameserver:
            delivery = await delivered_by(nameserver, box)
        assert box.connections == 0
    assert delivery == Deferred(None, "", "dane", "no usable answer for TLSA")


async def test_a_host_without_records_gets_nothing(tmp_path: Path, authority: Authority) -> None:
    async with Mailbox(tls=authority.server(NAME).server_context()) as box:
        text, anchor = signed_zone(ORIGIN, records(box))
        async with validating(tmp_path, {ORIGIN: text}, (anchor,)) as nameserver:
            delivery = await delivered_by(nameserver, box)
        assert box.connections == 0
    assert delivery == Deferred(None, "", "dane", "no usable TLSA record")


@pytest.mark.parametrize("matches", [True, False])
async def test_the_whole_gateway_delivers_where_a_record_vouches_and_defers_elsewhere(
    tmp_path: Path, matches: bool
) -> None:
    async with staged(tmp_path, started=False) as stage:
        issued, other = stage.authority.server(NAME), stage.authority.server(NAME)
        async with Mailbox(tls=issued.server_context()) as box:
            tlsa = f"3 1 1 {key_digest((issued if matches else other).certificate)}"
            text, anchor = signed_zone(ORIGIN, records(box, tlsa))
            forward = (SENDERS, stage.nameserver.address)
            async with validating(tmp_path, {ORIGIN: text}, (anchor,), forward=forward) as nameserver:
                by_name(stage, f'address: "{NAME}:{box.port}", tls: dane', nameserver)
                await stage.start()
                reply = await stage.send(letter(), FROM, DESK)
                code, doctor = await stage.command("check")
                await stage.stop()
            assert len(box.messages) == matches
    assert reply.startswith("250 2.6.0 " if matches else "451 4.4.1 ")
    vouched = "answers over TLSv1.3, vouched for by its TLSA records"
    assert (vouched if matches else "failed: dane (no TLSA record matches)") in doctor
    assert matches or code == 2
