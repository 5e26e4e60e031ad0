import pytest

from gateway.sealed.entity import MalformedEntity, canonical, octets_of, signed_parts

HEAD = b'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary="b(1)"\r\n\r\n'
PART = b"Content-Type: text/plain\r\n\r\nVoornaam:  Jan \r\n\r\n"
SIGNATURE = b"Content-Type: application/pkcs7-signature\r\n\r\nx"


def signed(*lines: bytes) -> bytes:
    return HEAD + b"\r\n".join(lines)


@pytest.mark.parametrize(
    "entity",
    [
        signed(b"--b(1)", PART, b"--b(1)", SIGNATURE, b"--b(1)--", b""),
        signed(b"a preamble", b"--b(1)", PART, b"--b(1)", SIGNATURE, b"--b(1)--", b"an epilogue", b"--b(1)"),
        signed(b"--b(1) \t", PART, b"--b(1) ", SIGNATURE, b"--b(1)-- "),
    ],
)
def test_the_signed_part_is_given_octet_for_octet(entity: bytes) -> None:
    assert signed_parts(entity) == (PART, SIGNATURE)


def test_a_line_that_only_begins_as_the_boundary_is_content() -> None:
    part = PART + b"--b(1)x\r\n --b(1)\r\n"
    assert signed_parts(signed(b"--b(1)", part, b"--b(1)", SIGNATURE, b"--b(1)--"))[0] == part


@pytest.mark.parametrize(
    "entity",
    [
        b"Content-Type: multipart/signed\r\n\r\n--b(1)\r\n",
        signed(b""),
        signed(b"--b(1)", PART, b"--b(1)--"),
        signed(b"--b(1)", PART, b"--b(1)", SIGNATURE),
        signed(b"--b(1)", PART, b"--b(1)", PART, b"--b(1)", SIGNATURE, b"--b(1)--"),
        signed(b"--b(1)--", b"--b(1)", PART, b"--b(1)", SIGNATURE),
    ],
)
def test_anything_but_two_parts_is_refused(entity: bytes) -> None:
    with pytest.raises(MalformedEntity):
        signed_parts(entity)


@pytest.mark.parametrize(
    ("encoding", "body", "octets"),
    [
        (b"base64", b"AAEC\r\nAwQ=\r\n", b"\0\1\2\3\4"),
        (b"BASE64", b"AAEC!\r\n", b"\0\1\2"),
        (b"quoted-printable", b"=00=01\r\n", b"\0\1\r\n"),
        (b"binary", b"\0\1", b"\0\1"),
        (b"8bit", b"\xff", b"\xff"),
    ],
)
def test_the_transfer_encoding_is_undone(encoding: bytes, body: bytes, octets: bytes) -> None:
    assert octets_of(b"Content-Transfer-Encoding: " + encoding + b"\r\n\r\n" + body) == octets


@pytest.mark.parametrize("head", [b"x-uuencode\r\n\r\nx", b"base64\r\n\r\nAAA"])
def test_an_encoding_that_is_unknown_or_cut_off_is_refused(head: bytes) -> None:
    with pytest.raises(MalformedEntity):
        octets_of(b"Content-Transfer-Encoding: " + head)


def test_line_ends_become_those_of_mail() -> None:
    assert canonical(b"a\nb\r\n\n\rc\r") == b"a\r\nb\r\n\r\n\rc\r"
