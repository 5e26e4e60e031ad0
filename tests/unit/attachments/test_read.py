import pytest

from gateway.attachments.read import Kind, kind_of, read_attachment
from gateway.decision import Code
from gateway.letter.parts import Attachment
from gateway.mail.document import Unreadable
from tests.support import office


@pytest.mark.parametrize(
    "content",
    [office.word_form(), office.sheet_form(), office.odt_form(), office.ods_form()],
    ids=["docx", "xlsx", "odt", "ods"],
)
def test_a_form_in_any_office_file_is_a_table_of_labels_and_values(content: bytes) -> None:
    blocks = office.read(content).blocks
    assert office.shown(blocks)[-1] == [list(row) for row in office.FORM]
    assert office.places(blocks)[-4:] == [f"attachment 1, table 1, row {row}" for row in range(1, 5)]


def test_what_an_attachment_is_its_bytes_say_whatever_it_is_called() -> None:
    blocks = office.read(office.word_form(), media_type="image/png", name="foto.pdf").blocks
    assert "Verbeeck" in office.words(blocks)


@pytest.mark.parametrize(
    ("content", "media_type", "name", "kind"),
    [
        (b"PK\x03\x04", "", "", Kind.CONTAINER),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", "", Kind.OUTLOOK),
        (b"\x78\x9f\x3e\x22", "application/ms-tnef", "winmail.dat", Kind.TNEF),
        (b"\n%PDF-1.4", "", "", Kind.PDF),
        (b"\xef\xbb\xbf {\\rtf1", "", "", Kind.RTF),
        (b"\r\nBEGIN:VCARD", "text/plain", "", Kind.CARD),
        ("BEGIN:VCARD".encode("utf-16"), "", "", Kind.CARD),
        (b"Naam;Gsm", "application/vnd.ms-excel", "Lijst.CSV", Kind.DELIMITED),
        (b"Naam;Gsm", "text/csv", "lijst", Kind.DELIMITED),
        (b"<!DOCTYPE html>", "application/octet-stream", "", Kind.HTML),
        (b"<p>", "text/html", "", Kind.HTML),
        (b"Naam: Jan", "text/plain", "form.txt", Kind.PLAIN),
        (b"Naam: Jan", "application/octet-stream", "form.txt", Kind.PLAIN),
        (b"\x89PNG\r\n", "application/octet-stream", "form.pdf", Kind.PICTURE),
        (b"\x00\x00\x00\x18ftypheic", "", "", Kind.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBP", "", "", Kind.PICTURE),
        (b"???", "image/x-anything", "", Kind.PICTURE),
        (b"BEGIN:VCALENDAR", "text/plain", "afspraak.txt", Kind.UNKNOWN),
        (b"From: a@b.example", "message/rfc822", "", Kind.UNKNOWN),
        (b"", "", "", Kind.UNKNOWN),
    ],
)
def test_the_first_bytes_count_before_what_the_sender_says(
    content: bytes, media_type: str, name: str, kind: Kind
) -> None:
    assert kind_of(content, media_type, name) is kind


def test_a_picture_is_refused_as_a_picture() -> None:
    assert office.refusal(b"\xff\xd8\xff\xe0JFIF", name="scan.jpg") is Code.MESSAGE_PICTURE


@pytest.mark.parametrize("name", ["afspraak.ics", "mail.eml", "form.exe", "geluid.mp3", ""])
def test_a_kind_that_is_not_known_is_refused(name: str) -> None:
    assert office.refusal(b"\x01\x02 words", name=name) is Code.MESSAGE_ATTACHMENT


def test_an_older_word_document_is_refused_as_an_attachment_that_cannot_be_read() -> None:
    content = office.compound({"WordDocument": b"words"})
    assert office.refusal(content, name="form.doc") is Code.MESSAGE_ATTACHMENT


def test_an_office_file_with_a_password_is_refused_as_encrypted() -> None:
    content = office.compound({"EncryptionInfo": b"info", "EncryptedPackage": b"cipher"})
    assert office.refusal(content, name="form.docx") is Code.MESSAGE_ATTACHMENT_ENCRYPTED


def test_a_word_document_that_holds_only_a_scan_is_refused_as_a_picture() -> None:
    empty = office.word("<w:p/>")
    assert office.read(empty).blocks == ()
    with_scan = office.zipped({**office.unzipped(empty), "word/media/image1.jpeg": b"\xff\xd8\xff"})
    assert office.refusal(with_scan) is Code.MESSAGE_PICTURE


def test_characters_that_show_another_text_than_they_hold_are_refused() -> None:
    assert office.refusal(office.word_form([("Naam", "\u202eneJ")])) is Code.MESSAGE_DECEPTIVE


def test_plain_text_and_html_attached_as_files_are_read() -> None:
    assert office.shown(office.read(b"Naam: Jan\nGsm: 0470\n", name="form.txt").blocks) == [
        "Naam: Jan",
        "Gsm: 0470",
    ]
    page = "<html><body><p>Naam: Andr\u00e9<p style='display:none'>geheim</body></html>".encode("cp1252")
    assert office.shown(office.read(page, name="form.htm").blocks) == ["Naam: Andr\u00e9"]


def test_an_attachment_of_more_than_ten_megabytes_is_refused_unread() -> None:
    assert office.refusal(b"a" * (10 * 1024 * 1024 + 1), name="form.txt") is Code.MESSAGE_TOO_COMPLEX


def test_a_refusal_names_the_attachment() -> None:
    found = read_attachment(Attachment(b"\x89PNG", "", "", "attachment 3"))
    assert found == Unreadable(Code.MESSAGE_PICTURE, "attachment 3")
