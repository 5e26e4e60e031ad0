import contextlib
from pathlib import Path

import pytest
from asn1crypto import cms, core
from hypothesis import given
from hypothesis import strategies as st

from gateway.sealed.cms import MOST_OVERHEAD, Foreign, structure_of
from tests.support.smime import INNER, encrypt, new_mail_authority, openssl

_DER = ("-outform", "DER")


def test_a_structure_that_is_no_layer_of_a_mail_is_foreign() -> None:
    assert structure_of(openssl("cms", "-data_create", *_DER, content=INNER)) == Foreign()
    assert structure_of(openssl("cms", "-digest_create", *_DER, content=INNER)) == Foreign()


@pytest.mark.parametrize("octets", [b"", b"\0", b"\x30\x80", b"\x30\x00", b"\x30\x80" * 5000, b"mail"])
def test_what_is_no_structure_is_refused(octets: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        structure_of(octets)


@given(st.binary(max_size=200))
def test_any_octets_are_a_structure_or_refused(octets: bytes) -> None:
    with contextlib.suppress(ValueError):
        structure_of(octets)


def test_more_beside_the_content_than_recipients_need_is_refused(tmp_path: Path) -> None:
    desk = new_mail_authority(tmp_path).person("ocmw@pepingen.example")
    info = cms.ContentInfo.load(encrypt(INNER, desk))
    recipients = info["content"]["recipient_infos"]
    for _ in range(MOST_OVERHEAD // len(recipients[0].dump()) + 1):
        recipients.append(recipients[0])
    with pytest.raises(ValueError, match="too much beside"):
        structure_of(info.dump(force=True))


def test_a_shared_key_and_a_password_are_nobodys() -> None:
    key = ("-secretkey", "000102030405060708090a0b0c0d0e0f", "-secretkeyid", "c0ffee")
    shared = openssl("cms", "-encrypt", "-aes128", *_DER, *key, content=INNER)
    password = openssl("cms", "-encrypt", "-aes128", *_DER, "-pwri_password", "geheim", content=INNER)
    for der in (shared, password):
        structure = structure_of(der)
        assert getattr(structure, "recipients", None) == ()


def test_an_integer_is_no_structure() -> None:
    with pytest.raises(ValueError, match="ContentInfo"):
        structure_of(core.Integer(1).dump())
