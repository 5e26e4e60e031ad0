from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from gateway.decision import Code
from gateway.letter.parts import MAX_PARTS, Parts, decode_text, find_parts
from gateway.mail.document import Unreadable


def part(body: bytes, content_type: str, encoding: str = "8bit") -> bytes:
    head = (
        f"MIME-Version: 1.0\r\nContent-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + body


def texts(content: bytes) -> list[str]:
    parts = find_parts(content)
    assert isinstance(parts, Parts)
    return [body.text for body in parts.bodies]


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("Zoë".encode(), "utf-8"),
        ("Zoë".encode("cp1252"), "windows-1252"),
        ("Zoë".encode("latin-1"), "iso-8859-1"),
        ("Zoë".encode("utf-16-le"), "utf-16le"),
        ("Zoë".encode("utf-16-be"), "utf-16be"),
        ("Zoë".encode("iso8859-15"), "iso-8859-15"),
    ],
)
def test_a_text_is_decoded_in_the_charset_it_claims(body: bytes, charset: str) -> None:
    assert texts(part(body, f"text/plain; charset={charset}")) == ["Zoë"]


def test_latin_1_means_windows_1252_as_every_mail_program_takes_it() -> None:
    assert texts(part(b"\x93D\x92Hondt\x94", "text/plain; charset=iso-8859-1")) == ["“D’Hondt”"]


def test_without_a_charset_utf_8_comes_before_windows_1252() -> None:
    assert decode_text("Zoë".encode(), None) == "Zoë"
    assert decode_text("Zoë".encode("cp1252"), None) == "Zoë"


@pytest.mark.parametrize("charset", ["utf-7", "hz-gb-2312", "iso-2022-kr", "x-onbekend", "rot13", "\x00"])
def test_a_charset_browsers_refuse_is_refused(charset: str) -> None:
    assert decode_text(b"Naam", charset) is None


def test_bytes_that_are_not_the_charset_they_claim_are_refused() -> None:
    assert find_parts(part(b"Zo\xeb", "text/plain; charset=utf-8")) == Unreadable(
        Code.MESSAGE_UNDECODABLE, "part 1"
    )


@pytest.mark.parametrize("encoding", ["uuencode", "x-uue", "rot13", "gzip"])
def test_an_unknown_transfer_encoding_is_refused(encoding: str) -> None:
    assert find_parts(part(b"Naam", "text/plain", encoding)) == Unreadable(Code.MESSAGE_UNDECODABLE, "part 1")


def test_alternatives_are_known_to_say_the_same() -> None:
    message = MIMEMultipart("mixed")
    inner = MIMEMultipart("alternative")
    inner.attach(MIMEText("plat", "plain", "utf-8"))
    related = MIMEMultipart("related")
    related.attach(MIMEText("<p>rijk</p>", "html", "utf-8"))
    inner.attach(related)
    message.attach(inner)
    message.attach(MIMEText("voettekst", "plain", "utf-8"))
    parts = find_parts(message.as_bytes())
    assert isinstance(parts, Parts)
    first, second, third = parts.bodies
    assert (first.text, second.text, third.text) == ("plat", "<p>rijk</p>", "voettekst")
    assert first.alternative == second.alternative != third.alternative


def test_a_picture_in_the_body_is_no_attachment_and_one_beside_it_is() -> None:
    message = EmailMessage()
    message.set_content("Naam: An")
    message.add_related(b"GIF89a", "image", "gif", cid="<logo@x.example>")
    parts = find_parts(message.as_bytes())
    assert isinstance(parts, Parts)
    assert len(parts.attachments) == 0
    message = EmailMessage()
    message.set_content("Naam: An")
    message.add_attachment(b"GIF89a", "image", "gif", filename="scan.gif")
    parts = find_parts(message.as_bytes())
    assert isinstance(parts, Parts)
    assert len(parts.attachments) == 1


@pytest.mark.parametrize("kind", ["application/pgp-keys", "application/pgp-signature"])
def test_a_signature_and_a_public_key_hold_no_words(kind: str) -> None:
    mail = (
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nNaam: Ann\r\n"
        f"--x\r\nContent-Type: {kind}; name=x.asc\r\n\r\nAAAA\r\n--x--\r\n"
    )
    parts = find_parts(mail.encode())
    assert isinstance(parts, Parts)
    assert (len(parts.bodies), parts.attachments) == (1, ())


def test_a_text_with_a_file_name_is_an_attachment() -> None:
    message = EmailMessage()
    message.set_content("boven")
    message.add_attachment("Naam: An", filename="form.txt")
    parts = find_parts(message.as_bytes())
    assert isinstance(parts, Parts)
    assert [body.text for body in parts.bodies] == ["boven\n"]
    assert len(parts.attachments) == 1


def test_flowed_and_delsp_are_told() -> None:
    parts = find_parts(part(b"a \r\nb", "text/plain; charset=utf-8; format=flowed; delsp=yes"))
    assert isinstance(parts, Parts)
    assert (parts.bodies[0].flowed, parts.bodies[0].delsp) == (True, True)


def test_more_parts_than_a_letter_has_are_refused() -> None:
    message = MIMEMultipart("mixed")
    for _ in range(MAX_PARTS + 1):
        message.attach(MIMEText("x", "plain", "us-ascii"))
    assert find_parts(message.as_bytes()) == Unreadable(Code.MESSAGE_TOO_COMPLEX)


def test_deep_nesting_is_refused_before_it_is_parsed() -> None:
    message: MIMEMultipart | MIMEText = MIMEText("x", "plain", "us-ascii")
    for _ in range(40):
        outer = MIMEMultipart("mixed")
        outer.attach(message)
        message = outer
    assert find_parts(message.as_bytes()) == Unreadable(Code.MESSAGE_TOO_COMPLEX)


def test_a_message_of_nothing_has_an_empty_body() -> None:
    assert texts(b"") == [""]
