"""The TLS a client finds: versions, ciphers, certificates; and what a wrong file is called."""

import asyncio
import hashlib
import ssl
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from gateway.inbound.tls import TlsError, server_context
from gateway.mail.envelope import Tls
from tests.support.certificates import Authority, Issued, new_authority
from tests.support.inbound import HOSTNAME, client_tls, loopback, serving

MESSAGE = b"Subject: x\r\n\r\nx\r\n.\r\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return new_authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def issued(authority: Authority) -> Issued:
    return authority.server(HOSTNAME)


async def tls_of_arrival(server: ssl.SSLContext, client: ssl.SSLContext) -> Tls:
    async with serving(server) as running:
        session = await running.client()
        await session.start_tls(client)
        for line in ("EHLO c.example", "MAIL FROM:<a@b.example>", "RCPT TO:<ocmw@pepingen.example>"):
            assert (await session.ask(line)).startswith("250")
        assert (await session.message(MESSAGE)).startswith("250 ")
        facts = running.next_hop.arrivals[0].tls
        assert facts
        return facts


async def test_an_arrival_knows_its_tls(issued: Issued) -> None:
    facts = await tls_of_arrival(server_context(issued.certificate, issued.key), client_tls())
    assert facts == Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", None)


async def test_tls_1_2_is_enough_unless_configured_otherwise(issued: Issued) -> None:
    client = client_tls()
    client.maximum_version = ssl.TLSVersion.TLSv1_2
    facts = await tls_of_arrival(server_context(issued.certificate, issued.key), client)
    assert facts.version == "TLSv1.2"
    assert facts.cipher.startswith("ECDHE-ECDSA-")
    with pytest.raises((ssl.SSLError, ConnectionError)):
        await tls_of_arrival(server_context(issued.certificate, issued.key, minimum="TLSv1.3"), client)


@pytest.fixture(scope="module")
def rsa(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    """With RSA a client can ask for every old key exchange and cipher."""
    folder = tmp_path_factory.mktemp("rsa")
    made = Issued(folder / "rsa.pem", folder / "rsa.key")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={HOSTNAME}"]
    subprocess.run([*command, "-keyout", made.key, "-out", made.certificate], check=True, capture_output=True)
    return made


@pytest.mark.parametrize("ciphers", ["ECDHE+AES+SHA1", "ECDHE+AES+SHA256:!AESGCM", "kRSA"])
async def test_old_key_exchanges_and_ciphers_find_no_partner(ciphers: str, rsa: Issued) -> None:
    client = client_tls()
    client.maximum_version = ssl.TLSVersion.TLSv1_2
    client.set_ciphers(f"{ciphers}:@SECLEVEL=0")
    server = server_context(rsa.certificate, rsa.key)
    with pytest.raises((ssl.SSLError, ConnectionError)):
        await tls_of_arrival(server, client)
    server.set_ciphers("ALL:@SECLEVEL=0")
    assert (await tls_of_arrival(server, client)).version == "TLSv1.2"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_tls_1_1_finds_no_partner(issued: Issued) -> None:
    client = client_tls()
    client.minimum_version = ssl.TLSVersion.TLSv1
    client.maximum_version = ssl.TLSVersion.TLSv1_1
    client.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.raises((ssl.SSLError, ConnectionError)):
        await tls_of_arrival(server_context(issued.certificate, issued.key), client)


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_no_ticket_outlives_its_session(issued: Issued, version: ssl.TLSVersion) -> None:
    client = client_tls()
    client.maximum_version = version
    async with serving(server_context(issued.certificate, issued.key)) as running:
        session = await running.client()
        await session.start_tls(client)
        await session.ask("NOOP")
        assert not session.writer.get_extra_info("ssl_object").session.has_ticket


def test_only_authenticated_ciphers_with_forward_secrecy_are_on(issued: Issued) -> None:
    context = server_context(issued.certificate, issued.key)
    assert context.options & ssl.OP_NO_COMPRESSION
    assert context.options & ssl.OP_NO_RENEGOTIATION
    for cipher in context.get_ciphers():
        assert cipher["aead"]
        assert cipher["kea"] in ("kx-any", "kx-ecdhe")


async def test_a_verified_client_certificate_is_a_fact(authority: Authority, issued: Issued) -> None:
    own = authority.client("mail.kindengezin.example", "mail2.kindengezin.example")
    client = client_tls()
    client.load_cert_chain(own.certificate, own.key)
    facts = await tls_of_arrival(
        server_context(issued.certificate, issued.key, client_ca=authority.certificate), client
    )
    assert facts.client_certificate
    der = ssl.PEM_cert_to_DER_cert(own.certificate.read_text())
    assert facts.client_certificate.fingerprint == hashlib.sha256(der).hexdigest()
    assert facts.client_certificate.names == ("mail.kindengezin.example", "mail2.kindengezin.example")


@pytest.mark.parametrize(
    ("command", "kept"), [("XFORWARD ADDR=192.0.2.7", True), ("XCLIENT ADDR=192.0.2.7", False)]
)
async def test_a_certificate_is_of_the_host_that_shows_it_and_of_no_client_it_passes(
    authority: Authority, issued: Issued, command: str, kept: bool
) -> None:
    own = authority.client("front.example")
    client = client_tls()
    client.load_cert_chain(own.certificate, own.key)
    server = server_context(issued.certificate, issued.key, client_ca=authority.certificate)
    async with serving(server, may_forward=loopback) as running:
        session = await running.client()
        await session.start_tls(client)
        for line in ("EHLO front.example", command, "EHLO c.example", command if kept else "NOOP"):
            assert (await session.ask(line)).startswith("2")
        for line in ("MAIL FROM:<a@b.example>", "RCPT TO:<ocmw@pepingen.example>"):
            assert (await session.ask(line)).startswith("250")
        assert (await session.message(MESSAGE)).startswith("250 ")
    (arrival,) = running.next_hop.arrivals
    assert arrival.peer.ip == "192.0.2.7"
    assert arrival.tls
    assert (arrival.tls.client_certificate is not None) is kept


async def test_a_client_without_certificate_is_served(authority: Authority, issued: Issued) -> None:
    server = server_context(issued.certificate, issued.key, client_ca=authority.certificate)
    assert (await tls_of_arrival(server, client_tls())).client_certificate is None


async def test_a_client_certificate_nobody_asked_for_is_no_fact(authority: Authority, issued: Issued) -> None:
    own = authority.client("mail.kindengezin.example")
    client = client_tls()
    client.load_cert_chain(own.certificate, own.key)
    facts = await tls_of_arrival(server_context(issued.certificate, issued.key), client)
    assert facts.client_certificate is None


async def test_a_client_certificate_of_a_stranger_never_arrives(
    authority: Authority, issued: Issued, tmp_path: Path
) -> None:
    stranger = new_authority(tmp_path, "Another authority").client("mail.kindengezin.example")
    client = client_tls()
    client.load_cert_chain(stranger.certificate, stranger.key)
    server = server_context(issued.certificate, issued.key, client_ca=authority.certificate)
    with pytest.raises((ssl.SSLError, ConnectionError, AssertionError)):
        await tls_of_arrival(server, client)


async def test_a_replaced_certificate_counts_from_the_next_handshake(
    authority: Authority, issued: Issued
) -> None:
    async with serving(server_context(issued.certificate, issued.key)) as running:
        before = await running.secured()
        renewed = authority.server(HOSTNAME)
        running.server.replace_tls(server_context(renewed.certificate, renewed.key))
        after = await running.secured()
        shown = after.writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        assert shown == ssl.PEM_cert_to_DER_cert(renewed.certificate.read_text())
        assert (await before.ask("NOOP")).startswith("250 ")
        await asyncio.gather(before.close(), after.close())


def test_a_key_of_another_certificate_is_named(authority: Authority, issued: Issued) -> None:
    other = authority.server(HOSTNAME)
    with pytest.raises(TlsError, match="does not belong to the certificate"):
        server_context(issued.certificate, other.key)


def test_a_missing_or_wrong_file_is_named(issued: Issued, tmp_path: Path) -> None:
    with pytest.raises(TlsError, match=r"gone\.pem is not there"):
        server_context(tmp_path / "gone.pem", issued.key)
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    with pytest.raises(TlsError, match="not a PEM certificate"):
        server_context(empty, issued.key)
    with pytest.raises(TlsError, match=r"empty\.pem holds no PEM certificate"):
        server_context(issued.certificate, issued.key, client_ca=empty)
    with pytest.raises(TlsError, match=r"gone\.pem"):
        server_context(issued.certificate, issued.key, client_ca=tmp_path / "gone.pem")


def test_a_key_under_a_passphrase_is_refused_instead_of_asked_for(issued: Issued, tmp_path: Path) -> None:
    key = load_pem_private_key(issued.key.read_bytes(), None)
    locked = tmp_path / "locked.key"
    locked.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret"))
    )
    with pytest.raises(TlsError, match="holds a key with a pass phrase"):
        server_context(issued.certificate, locked)
