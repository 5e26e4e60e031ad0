import pytest

from gateway.mail.header import split_message
from gateway.sealed.shape import shape_of


def shape(header: bytes) -> str:
    return shape_of(split_message(header + b"Subject: x\r\n\r\nx\r\n")[0])


@pytest.mark.parametrize(
    "value",
    [
        b"application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        b"application/x-pkcs7-mime;\r\n\tsmime-type=enveloped-data",
        b"Application/PKCS7-Mime; smime-type=authEnveloped-data",
        b"application/pkcs7-mime",
        b'application/octet-stream; name="smime.p7m"',
    ],
)
def test_an_smime_envelope_is_known_by_its_type_or_its_name(value: bytes) -> None:
    assert shape(b"Content-Type: " + value + b"\r\n") == "smime"


@pytest.mark.parametrize(
    "value",
    [
        b'multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x',
        b"MULTIPART/Encrypted ; boundary=x",
        b"application/pgp-encrypted",
    ],
)
def test_pgp_mime_is_known_by_its_type(value: bytes) -> None:
    assert shape(b"Content-Type: " + value + b"\r\n") == "pgp"


@pytest.mark.parametrize(
    "header",
    [
        b"Content-Class: rpmsg.message\r\n",
        b"content-class:\r\n RPMSG.Message \r\n",
        b"Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\r\n",
        b"Content-Type: application/octet-stream; name=message_v4.rpmsg\r\n",
        b"Content-Class: rpmsg.message\r\nContent-Type: application/pkcs7-mime\r\n",
    ],
)
def test_rights_managed_mail_is_known_for_what_it_is(header: bytes) -> None:
    assert shape(header) == "rights"


def test_a_second_content_type_does_not_hide_a_sealed_one() -> None:
    assert shape(b"Content-Type: text/plain\r\nContent-Type: application/pkcs7-mime\r\n") == "smime"


@pytest.mark.parametrize("value", [b"text/plain", b"multipart/mixed; boundary=multipart/encrypted"])
def test_content_that_is_readable_is_plain(value: bytes) -> None:
    assert shape(b"Content-Type: " + value + b"\r\n") == "plain"
