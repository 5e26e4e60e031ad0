from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from gateway.config import Config, Dns, Ledger, NextHop, Signing, Tls
from gateway.config_hosts import HostPort
from gateway.doctor.remark import Code, Grade
from gateway.doctor.signing import record_remarks, signing_remarks
from gateway.mail.address import Address
from tests.support.dkim import PrivateKey, Signer, new_signer
from tests.support.zone import Trouble, serving

DOMAIN, SELECTOR = "pepingen.example", "gateway2026"
NAME = f"{SELECTOR}._domainkey.{DOMAIN}"


@pytest.fixture(scope="module")
def signer() -> Signer:
    return new_signer(DOMAIN, selector=SELECTOR)


def signing(folder: Path, key: PrivateKey) -> Signing:
    path = folder / "dkim.pem"
    path.touch(mode=0o600)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return Signing(DOMAIN, SELECTOR, path)


def told(wanted: Signing | None) -> list[tuple[Grade, Code]]:
    return [(remark.grade, remark.code) for remark in signing_remarks(wanted)]


async def published(wanted: Signing, records: dict[str, list[str]] | Trouble) -> tuple[Grade, str]:
    async with serving({NAME: records}) as zone:
        host, _, port = zone.address.partition(":")
        config = Config(
            hostname="mx.pepingen.example",
            listen=(HostPort("127.0.0.1", 0),),
            tls=Tls(Path("absent"), Path("absent")),
            next_hop=NextHop(HostPort("127.0.0.1", 9)),
            policies=Path("absent"),
            ledger=Ledger(Path("absent")),
            dns=Dns((HostPort(host, int(port)),)),
            signing=wanted,
        )
        (remark,) = await record_remarks(config)
        return remark.grade, remark.detail + remark.remedy


def test_who_does_not_sign_is_told_nothing() -> None:
    assert told(None) == []


def test_a_key_for_its_owner_alone_is_well(tmp_path: Path, signer: Signer) -> None:
    wanted = signing(tmp_path, signer.key)
    codes = (Code.SIGNING_KEY, Code.SIGNING_KEY_MODE, Code.SIGNING_ARC)
    assert told(wanted) == [(Grade.OK, code) for code in codes]
    wanted.key.chmod(0o640)
    assert (Grade.ERROR, Code.SIGNING_KEY_MODE) in told(wanted)
    wanted.key.unlink()
    assert (Grade.ERROR, Code.SIGNING_KEY) in told(wanted)


def test_a_from_that_nothing_vouches_for_is_a_warning(tmp_path: Path, signer: Signer) -> None:
    kept = replace(signing(tmp_path, signer.key), arc=False)
    assert (Grade.WARNING, Code.SIGNING_ARC) in told(kept)
    rewritten = replace(kept, from_="rewrite", address=Address("a", DOMAIN))
    assert (Grade.OK, Code.SIGNING_ARC) in told(rewritten)


def test_ed25519_is_a_warning_alone_and_an_error_with_arc(tmp_path: Path) -> None:
    wanted = signing(tmp_path, Ed25519PrivateKey.generate())
    assert (Grade.ERROR, Code.SIGNING_KEY) in told(wanted)
    assert (Grade.WARNING, Code.SIGNING_KEY) in told(replace(wanted, arc=False))


async def test_the_published_record_is_the_keys_own(tmp_path: Path, signer: Signer) -> None:
    wanted = signing(tmp_path, signer.key)
    assert (await published(wanted, {"TXT": [signer.record]}))[0] is Grade.OK
    spaced = signer.record.replace("; p=", " ;\tp = ")
    assert (await published(wanted, {"TXT": [spaced]}))[0] is Grade.OK


async def test_any_other_record_is_an_error_with_the_one_to_publish(tmp_path: Path, signer: Signer) -> None:
    wanted, other = signing(tmp_path, signer.key), new_signer(DOMAIN, selector=SELECTOR)
    for records in (
        [],
        [other.record],
        [signer.record, other.record],
        ["v=DKIM1; p="],
        ["none"],
        [signer.record + "; t=y"],
    ):
        grade, said = await published(wanted, {"TXT": records})
        assert grade is Grade.ERROR
        assert f"Publish as TXT at {NAME}: {signer.record}" in said


async def test_name_servers_that_cannot_say_are_a_warning(tmp_path: Path, signer: Signer) -> None:
    assert (await published(signing(tmp_path, signer.key), Trouble.SERVFAIL))[0] is Grade.WARNING
