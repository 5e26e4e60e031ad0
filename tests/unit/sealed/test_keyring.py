from dataclasses import replace
from pathlib import Path

import pytest
from asn1crypto.x509 import Name

from gateway.sealed.cms import Recipient
from gateway.sealed.keyring import KeyringError, addresses_of, load_keyring, load_pair
from tests.support.smime import MailAuthority, new_mail_authority

DESK = "ocmw@pepingen.example"


@pytest.fixture
def authority(tmp_path: Path) -> MailAuthority:
    return new_mail_authority(tmp_path)


def test_a_pair_is_meant_by_its_issuer_and_serial_or_by_its_key_id(authority: MailAuthority) -> None:
    desk = authority.person(DESK)
    pair = load_pair(desk.certificate, desk.key)
    assert pair.is_meant_by(Recipient(pair.issuer, pair.serial, b""))
    assert pair.is_meant_by(Recipient(None, 0, pair.key_id))
    assert not pair.is_meant_by(Recipient(pair.issuer, pair.serial + 1, b""))
    assert not pair.is_meant_by(Recipient(Name.build({"common_name": "Another"}), pair.serial, b""))
    assert not pair.is_meant_by(Recipient(None, 0, b"another"))


def test_an_issuer_that_is_no_name_means_nobody(authority: MailAuthority) -> None:
    desk = authority.person(DESK)
    pair = load_pair(desk.certificate, desk.key)
    assert not pair.is_meant_by(Recipient(Name.load(b"\x30\x02\x31\x00"), pair.serial, b""))
    assert not pair.is_meant_by(Recipient(Name.load(b"\x30\x04\x31\x02\x30\x00"), pair.serial, b""))


def test_a_key_is_not_shown(authority: MailAuthority) -> None:
    desk = authority.person(DESK)
    assert "PRIVATE" not in repr(load_pair(desk.certificate, desk.key))


def test_files_that_cannot_be_used_are_named(authority: MailAuthority, tmp_path: Path) -> None:
    desk, other, absent = authority.person(DESK), authority.person(DESK), tmp_path / "absent"
    for certificate, key, said in (
        (absent, desk.key, "absent cannot be read: No such file"),
        (desk.certificate, absent, "absent cannot be read: No such file"),
        (desk.key, desk.key, "holds no PEM certificate"),
        (desk.certificate, desk.certificate, "holds no plain PEM key"),
        (desk.certificate, other.key, "are no pair"),
    ):
        with pytest.raises(KeyringError, match=said):
            load_pair(certificate, key)
    with pytest.raises(KeyringError, match="holds no PEM certificate"):
        load_keyring((), desk.key, None)
    with pytest.raises(KeyringError, match="holds no PEM revocation list"):
        load_keyring((), None, desk.key)


def test_addresses_come_from_the_subject_and_its_alternative_names(authority: MailAuthority) -> None:
    assert addresses_of(authority.person("A@x.example", "b@X.example").x509) == ("a@x.example", "b@x.example")
    assert addresses_of(authority.person("A@x.example", in_subject=True).x509) == ("a@x.example",)


def test_without_files_the_ring_is_empty() -> None:
    ring = load_keyring((), None, None)
    assert ring == replace(ring, pairs=(), authorities=b"", revoked=b"")
