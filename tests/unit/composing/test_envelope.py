from email import message_from_bytes
from email.policy import default

import pytest

from gateway.composing.envelope import pgp_message, smime_message, taken_apart
from gateway.composing.message import compose
from tests.unit.composing.test_account import CLIENT, FIELDS, ORDER

COMPOSED = compose(ORDER, (CLIENT,), FIELDS)


def test_outside_stays_the_header_that_names_no_client() -> None:
    outer, entity = taken_apart(COMPOSED)

    assert outer + entity == COMPOSED
    assert outer.endswith(b"Gateway-Policy: demo sha256:00\r\n")
    assert b"Aylin" not in outer
    assert message_from_bytes(entity, policy=default).get_body(("plain",)) is not None


def test_a_message_whose_mime_fields_stand_elsewhere_is_not_taken_apart() -> None:
    for odd in (b"Subject: x\r\n\r\nbody\r\n", b"From: a\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nbody\r\n"):
        with pytest.raises(ValueError, match="MIME"):
            taken_apart(odd)


def test_around_what_is_sealed_stands_the_same_header() -> None:
    outer, _ = taken_apart(COMPOSED)
    for message, kind in (
        (smime_message(outer, b"\x30" * 200), "application/pkcs7-mime"),
        (pgp_message(outer, b"-----BEGIN PGP MESSAGE-----\r\n\r\nx\r\n"), "multipart/encrypted"),
    ):
        assert message.startswith(outer)
        assert message.count(b"\n") == message.count(b"\r\n")
        assert max(map(len, message.split(b"\r\n"))) < 100
        parsed = message_from_bytes(message, policy=default)
        assert parsed.get_content_type() == kind
        assert not parsed.defects
