"""What the gateway signs is verified by other hands, and covers what a mailbox shows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from gateway.composing.account import is_signed_copy
from gateway.composing.header import header_block
from gateway.outbound.signing import KeyUnusable, Signer, load_signer, sign, signed_alone
from tests.support.dkim import new_signer
from tests.support.verifying import holds, seal_holds, tags_of

HOSTNAME = "mx.pepingen.example"
RESULTS = header_block(
    [("Authentication-Results", f"{HOSTNAME}; dmarc=pass header.from=kindengezin.example")]
)
MESSAGE = (
    b"Received: from [192.0.2.1]\r\n by mx.pepingen.example\r\nDate: Fri, 09 Jan 2026 00:00:00 +0000\r\n"
    b"From: an@kindengezin.example\r\nTo: ocmw@pepingen.example\r\nSubject: Doorverwijzing 1\r\n"
    b"Message-ID: <1@mx.pepingen.example>\r\nmsip_labels: a;\r\n b\r\nGateway-Transfer: 1\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nNaam:  Peeters \r\n\r\n\r\n"
)


Key = rsa.RSAPrivateKey | Ed25519PrivateKey | ec.EllipticCurvePrivateKey


def key_file(folder: Path, key: Key) -> Path:
    path = folder / "key.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return path


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Signer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    path = key_file(tmp_path_factory.mktemp("keys"), key)
    return load_signer(path, "pepingen.example", "gateway", arc=True)


def test_signature_and_seal_hold_before_other_eyes(signer: Signer) -> None:
    signed = sign(MESSAGE, RESULTS, HOSTNAME, signer)

    assert holds(signed, "DKIM-Signature", signer.record)
    assert holds(signed, "ARC-Message-Signature", signer.record)
    assert seal_holds(signed, signer.record)


def test_an_ed25519_signature_holds_before_other_eyes(tmp_path: Path) -> None:
    path = key_file(tmp_path, Ed25519PrivateKey.generate())
    signer = load_signer(path, "pepingen.example", "gateway", arc=False)
    signed = sign(MESSAGE, RESULTS, HOSTNAME, signer)

    assert signer.record.startswith("v=DKIM1; k=ed25519; p=")
    assert holds(signed, "DKIM-Signature", signer.record)
    assert b"ARC-" not in signed


def test_the_message_stands_untouched_behind_the_trace_fields(signer: Signer) -> None:
    signed = sign(MESSAGE, RESULTS, HOSTNAME, signer)

    assert signed.endswith(RESULTS + MESSAGE)
    assert is_signed_copy(signed, MESSAGE)


@pytest.mark.parametrize(
    "tampered",
    [
        lambda signed: signed.replace(b"Peeters", b"Peters"),
        lambda signed: signed.replace(b"\r\nSubject:", b"\r\nReply-To: evil@attacker.example\r\nSubject:"),
        lambda signed: signed.replace(b"\r\nSubject:", b"\r\nSubject: other\r\nSubject:"),
        lambda signed: signed.replace(b"\r\nFrom:", b"\r\nFrom: evil@attacker.example\r\nFrom:"),
        lambda signed: signed.replace(b"msip_labels: a", b"msip_labels: c"),
        lambda signed: signed.replace(b"Gateway-Transfer: 1", b"Gateway-Transfer: 2"),
    ],
    ids=["body", "reply-to added", "second subject", "second from", "label", "reference"],
)
def test_what_changes_on_the_way_breaks_both(signer: Signer, tampered: Callable[[bytes], bytes]) -> None:
    changed = tampered(sign(MESSAGE, RESULTS, HOSTNAME, signer))

    assert not holds(changed, "DKIM-Signature", signer.record)
    assert not holds(changed, "ARC-Message-Signature", signer.record)


def test_results_that_change_on_the_way_break_the_seal(signer: Signer) -> None:
    signed = sign(MESSAGE, RESULTS, HOSTNAME, signer)
    changed = signed.replace(b"kindengezin.example", b"attacker.example", 1)

    assert changed != signed
    assert not seal_holds(changed, signer.record)


def test_the_chain_is_the_gateways_own_and_repeats_its_results(signer: Signer) -> None:
    head = sign(MESSAGE, RESULTS, HOSTNAME, signer).partition(b"Received:")[0].decode()

    assert "ARC-Authentication-Results: i=1; mx.pepingen.example;" in head
    assert "dmarc=pass header.from=kindengezin.example" in head.partition("DKIM-Signature:")[0]
    assert "cv=none" in head.partition("ARC-Message-Signature:")[0]


def test_from_subject_and_reply_to_are_named_once_more_than_they_are_there(signer: Signer) -> None:
    named = tags_of(signed_alone(MESSAGE, signer).partition(b"Received:")[0].partition(b":")[2])["h"].split(
        ":"
    )

    assert (named.count("from"), named.count("subject"), named.count("reply-to")) == (2, 2, 2)
    assert "received" not in named


def test_nothing_of_the_key_shows_when_the_signer_does(signer: Signer) -> None:
    assert "PRIVATE" not in repr(signer)
    assert "secret" not in repr(signer)


@pytest.mark.parametrize(
    ("key", "arc", "why"),
    [
        (None, True, "cannot be read"),
        (new_signer("small.example", bits=1024).key, True, "1024 bits"),
        (Ed25519PrivateKey.generate(), True, "ARC takes an RSA key"),
        (ec.generate_private_key(ec.SECP256R1()), False, "neither RSA nor Ed25519"),
    ],
    ids=["absent", "small", "ed25519 with ARC", "another kind"],
)
def test_a_key_that_cannot_sign_is_refused_with_the_reason(
    tmp_path: Path, key: Key | None, arc: bool, why: str
) -> None:
    path = tmp_path / "absent.pem" if key is None else key_file(tmp_path, key)
    with pytest.raises(KeyUnusable, match=why):
        load_signer(path, "pepingen.example", "gateway", arc=arc)


def test_a_file_without_a_key_is_refused_and_not_quoted(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("geheim", "utf-8")
    with pytest.raises(KeyUnusable, match="holds no plain PEM private key") as refused:
        load_signer(tmp_path / "key.pem", "pepingen.example", "gateway", arc=True)
    assert "geheim" not in str(refused.value)
