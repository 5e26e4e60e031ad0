import base64

import pytest

from gateway.sealed.multipart import part_of
from gateway.sealed.pgp_mime import Damaged, Encrypted, Inline, Pgp, Signed, find_pgp
from tests.support import gpg
from tests.support.letters import letter

DATA = b"-----BEGIN PGP MESSAGE-----\r\n\r\nAAAA\r\n-----END PGP MESSAGE-----"


def found(message: bytes) -> Pgp | None:
    return find_pgp(part_of(message))


def test_both_forms_hold_the_same_data() -> None:
    assert found(gpg.encrypted(DATA)) == Encrypted(DATA)
    assert found(gpg.mangled(DATA)) == Encrypted(DATA)
    assert found(gpg.encrypted(DATA).replace(b'; protocol="application/pgp-encrypted"', b"")) == Encrypted(
        DATA
    )


def test_what_is_signed_is_cut_out_as_it_stands() -> None:
    assert found(gpg.signed(b"signature")) == Signed(gpg.ENTITY, b"signature")


@pytest.mark.parametrize(
    "message",
    [
        gpg.encrypted(DATA, ("Content-Type: application/pgp-encrypted", b"Version: 2\r\n")),
        gpg.encrypted(DATA, ("Content-Type: text/plain", b"Version: 1\r\n")),
        gpg.encrypted(b""),
        gpg.encrypted(DATA)[:-20],
        gpg.mangled(DATA, b"Beste, Naam: Claes\r\n"),
        gpg.mangled(DATA)[:-20].replace(b"multipart/mixed", b"multipart/encrypted"),
        gpg.signed(b"x").replace(b"application/pgp-signature; name", b"application/octet-stream; name"),
        gpg.signed(b"x")[:-20],
        letter(DATA, content_type="application/pgp-encrypted"),
    ],
    ids=[
        "another version", "another control part", "nothing sealed", "cut off", "words beside what is sealed",
        "mangled and cut off", "no signature", "signed and cut off", "only the control part",
    ],
)  # fmt: skip
def test_what_says_that_it_is_pgp_mime_and_is_not_is_damaged(message: bytes) -> None:
    assert found(message) == Damaged()


@pytest.mark.parametrize("mark", [b"-----BEGIN PGP MESSAGE-----", b"-----BEGIN PGP SIGNED MESSAGE-----"])
def test_blocks_in_the_words_are_seen_in_every_encoding_and_alternative(mark: bytes) -> None:
    text = b"Beste\r\n" + mark + b"\r\n\r\nAAAA\r\n"
    soft = text.replace(b"PGP ", b"PG=\r\nP ")
    assert found(letter(text)) == Inline()
    assert found(letter(base64.b64encode(text), encoding="base64")) == Inline()
    assert found(letter(soft, encoding="quoted-printable")) == Inline()
    assert found(letter(b"<p>" + text + b"</p>", content_type="text/html")) == Inline()
    mixed = b"--x\r\n\r\nDag\r\n--x\r\nContent-Type: text/html\r\n\r\n" + text + b"\r\n--x--\r\n"
    assert found(letter(mixed, content_type="multipart/alternative; boundary=x")) == Inline()


@pytest.mark.parametrize(
    "message",
    [
        letter(),
        letter(b"-----BEGIN PGP PUBLIC KEY BLOCK-----\r\n"),
        gpg.signed(b"x").replace(b"pgp-signature", b"pkcs7-signature"),
        letter(b"--x\r\n\r\nDag\r\n--x--\r\n", content_type="multipart/mixed; boundary=x"),
    ],
)
def test_another_mail_has_no_layer_of_pgp(message: bytes) -> None:
    assert found(message) is None
