import struct

import pytest

from gateway.attachments.lzfu import decompress
from gateway.attachments.sheaf import Refused
from gateway.decision import Code
from tests.support import office

MESSAGE, ATTACHMENT = 1, 2
BODY, PROPERTIES, RENDERING, DATA, TITLE, ATTACHMENT_PROPERTIES = (
    0x0002800C, 0x00069003, 0x00069002, 0x0006800F, 0x00018010, 0x00069005,
)  # fmt: skip
RTF = b"{\\rtf1\\ansi Naam: Jan\\par Gsm: 0470\\par}"


def shown(content: bytes) -> list[object]:
    return office.shown(office.read(content).blocks)


def test_a_saved_mail_is_read_as_its_body_and_what_is_attached() -> None:
    content = office.msg("Naam: Jan\r\nGsm: 0470", files={"form.docx": office.word_form()})
    blocks = office.read(content, name="mail.msg").blocks
    assert office.shown(blocks)[:2] == ["Naam: Jan", "Gsm: 0470"]
    assert office.shown(blocks)[-1] == [list(row) for row in office.FORM]
    assert office.places(blocks)[-1] == "attachment 1, attachment 1, table 1, row 4"


def test_the_html_body_is_what_the_sender_saw_and_quoted_mail_below_it_is_cut() -> None:
    page = "<html><p>Naam: Ir\u00e8ne<p>Van: a<p>Verzonden: b<p>Aan: c<p>Naam: Piet</html>"
    assert shown(office.msg("andere tekst", html=page.encode())) == ["Naam: Ir\u00e8ne"]


def test_a_mail_within_a_saved_mail_is_refused() -> None:
    streams = {
        "__properties_version1.0": bytes(32),
        "__attach_version1.0_#00000000/__properties_version1.0": b"",
    }
    assert office.refusal(office.compound(streams)) is Code.MESSAGE_ATTACHMENT
    assert office.refusal(office.msg("a", files={"b.msg": office.msg("b")})) is Code.MESSAGE_ATTACHMENT


def test_a_picture_of_the_body_is_passed_over_and_another_picture_is_refused() -> None:
    folder = "__attach_version1.0_#00000000"
    picture = {
        "__properties_version1.0": bytes(32),
        "__substg1.0_1000001F": "Naam: Jan".encode("utf-16-le"),
        f"{folder}/__substg1.0_37010102": b"\x89PNG",
        f"{folder}/__substg1.0_370E001F": "image/png".encode("utf-16-le"),
    }
    assert office.refusal(office.compound(picture)) is Code.MESSAGE_PICTURE
    inline = {**picture, f"{folder}/__substg1.0_3712001F": "image001@x".encode("utf-16-le")}
    assert shown(office.compound(inline)) == ["Naam: Jan"]


def test_winmail_is_read_as_its_formatted_body_and_what_is_attached() -> None:
    content = office.tnef(
        [
            (MESSAGE, PROPERTIES, office.mapi_list([(0x102, 0x1009, office.compressed_rtf(RTF))])),
            (ATTACHMENT, RENDERING, bytes(14)),
            (ATTACHMENT, TITLE, b"FORM~1.CSV\x00"),
            (ATTACHMENT, DATA, b"Adres;Dorp 1\r\n"),
            (
                ATTACHMENT,
                ATTACHMENT_PROPERTIES,
                office.mapi_list([(0x1F, 0x3707, "form.csv".encode("utf-16-le"))]),
            ),
        ]
    )
    assert shown(content) == ["Naam: Jan", "Gsm: 0470", [["Adres", "Dorp 1"]]]


def test_winmail_with_an_html_or_a_plain_body_is_read() -> None:
    html = office.mapi_list([(0x102, 0x1013, b"<p>Naam: Jan</p>")])
    assert shown(office.tnef([(MESSAGE, PROPERTIES, html)])) == ["Naam: Jan"]
    assert shown(office.tnef([(MESSAGE, BODY, b"Naam: Jan\x00")])) == ["Naam: Jan"]


def test_the_html_that_outlook_keeps_as_rtf_is_read_as_html() -> None:
    wrapped = (
        b"{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p style='display:none'>}geheim{\\*\\htmltag64 <p>}Jan}"
    )
    content = office.tnef(
        [(MESSAGE, PROPERTIES, office.mapi_list([(0x102, 0x1009, office.compressed_rtf(wrapped))]))]
    )
    assert shown(content) == ["Jan"]


def test_winmail_with_names_and_numbers_among_its_properties_is_read() -> None:
    named = struct.pack("<HH16sII", 3, 0x8001, b"", 0, 7) + struct.pack("<I", 5)
    spelled = struct.pack("<HH16sII4s", 0x1E, 0x8002, b"", 1, 4, b"ab\x00\x00") + struct.pack(
        "<II4s", 1, 2, b"x\x00"
    )
    code_page = struct.pack("<HHI", 3, 0x3FDE, 1252)
    html = struct.pack("<HHII", 0x102, 0x1013, 1, 8) + b"<p>\xe9</p>"
    content = office.tnef([(MESSAGE, PROPERTIES, struct.pack("<I", 4) + named + spelled + code_page + html)])
    assert shown(content) == ["\u00e9"]


@pytest.mark.parametrize("cut", [3, 8, 20, 40])
def test_winmail_that_breaks_off_is_refused(cut: int) -> None:
    content = office.tnef([(MESSAGE, PROPERTIES, office.mapi_list([(0x102, 0x1013, b"<p>Naam: Jan</p>")]))])
    assert office.refusal(content[:cut] if cut > 4 else content[:-1]) is Code.MESSAGE_ATTACHMENT


# The two worked examples of MS-OXRTFCP, sections 4.1.1 and 4.1.2.
@pytest.mark.parametrize(
    ("packed", "text"),
    [
        (
            "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0",
            b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n",
        ),
        ("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0", b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
    ],
)
def test_compressed_rtf_is_unpacked_as_its_specification_shows(packed: str, text: bytes) -> None:
    assert decompress(bytes.fromhex(packed)) == text


@pytest.mark.parametrize("text", [RTF, b"", b"a", RTF * 300])
def test_rtf_stored_as_literals_or_uncompressed_comes_out_as_it_went_in(text: bytes) -> None:
    assert decompress(office.compressed_rtf(text)) == text
    assert decompress(struct.pack("<II4sI", len(text) + 12, len(text), b"MELA", 0) + text) == text


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 15, b"\x00" * 16, office.compressed_rtf(RTF).replace(b"LZFu", b"LZXX")]
)
def test_what_is_no_compressed_rtf_is_refused(content: bytes) -> None:
    with pytest.raises(Refused):
        decompress(content)
