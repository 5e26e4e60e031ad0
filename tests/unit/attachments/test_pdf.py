from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from gateway.decision import Code
from tests.support import office


def drawn(*steps: tuple[object, ...], **options: Any) -> bytes:
    """A page on which the canvas' methods are called in order, each with its arguments."""
    stream = BytesIO()
    canvas = Canvas(stream, **options)
    for name, *arguments in steps:
        getattr(canvas, str(name))(*arguments)
    canvas.save()
    return stream.getvalue()


def with_content(operators: bytes) -> bytes:
    """A page that holds ``operators``, its font called F1."""
    content = drawn(("drawString", 10, 10, "x"), pageCompression=0)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    stream = writer.pages[0].get_contents()
    assert stream is not None
    stream.set_data(operators)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def shown(content: bytes) -> list[object]:
    return office.shown(office.read(content).blocks)


def test_labels_and_values_in_columns_are_parted_by_a_tab() -> None:
    lines = shown(office.pdf_form())
    assert lines == ["Doorverwijsformulier", *(f"{label}\t{value}" for label, value in office.FORM)]


def test_lines_come_from_top_to_bottom_whatever_order_they_were_drawn_in() -> None:
    content = drawn(("drawString", 60, 500, "Gsm: 0470"), ("drawString", 60, 700, "Naam: Jan"))
    blocks = office.read(content).blocks
    assert office.shown(blocks) == ["Naam: Jan", "Gsm: 0470"]
    assert blocks[1].blank_before  # type: ignore[union-attr]


def test_words_of_one_line_drawn_one_by_one_are_one_line() -> None:
    content = with_content(
        b"BT /F1 12 Tf 60 700 Td (Naam:) Tj 40 0 Td (Jan) Tj [(Pe) 20 (eters) -300 (Sr)] TJ ET"
    )
    assert shown(content) == ["Naam: JanPeeters Sr"]


def test_operators_that_move_to_the_next_line_do() -> None:
    content = with_content(
        b"BT /F1 12 Tf 14 TL 60 700 Td (a) Tj T* (b) Tj (c) ' 0 0 (d) \" 0 -14 TD (e) Tj T* (f) Tj ET"
    )
    assert shown(content) == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    "operators",
    [
        b"BT 3 Tr /F1 12 Tf 60 700 Td (geheim) Tj ET",
        b"BT 7 Tr /F1 12 Tf 60 700 Td (geheim) Tj ET",
        b"1 g BT /F1 12 Tf 60 700 Td (geheim) Tj ET",
        b"1 1 1 rg BT /F1 12 Tf 60 700 Td (geheim) Tj ET",
        b"0 0 0 0 k BT /F1 12 Tf 60 700 Td (geheim) Tj ET",
        b"BT /F1 1 Tf 60 700 Td (geheim) Tj ET",
        b"BT /F1 12 Tf 60 9000 Td (geheim) Tj ET",
        b"BT /F1 12 Tf 0 1 -1 0 300 300 Tm (geheim) Tj ET",
    ],
)
def test_text_that_nobody_sees_is_not_read(operators: bytes) -> None:
    seen = b" q 0 g BT 0 Tr /F1 12 Tf 60 600 Td (Naam: Jan) Tj ET Q"
    assert shown(with_content(operators + seen)) == ["Naam: Jan"]


def test_white_text_on_a_coloured_ground_is_read() -> None:
    content = drawn(
        ("setFillColor", colors.darkblue),
        ("rect", 50, 690, 200, 30, 0, 1),
        ("setFillColor", colors.white),
        ("drawString", 60, 700, "Naam"),
    )
    assert shown(content) == ["Naam"]


def test_what_is_drawn_twice_for_bold_is_read_once() -> None:
    assert shown(drawn(("drawString", 60, 700, "Naam"), ("drawString", 60.4, 700, "Naam"))) == ["Naam"]


def test_text_in_a_form_object_stands_in_its_line() -> None:
    content = drawn(
        ("beginForm", "waarde"),
        ("drawString", 0, 0, "Jan"),
        ("endForm",),
        ("drawString", 60, 700, "Naam"),
        ("translate", 200, 700),
        ("doForm", "waarde"),
    )
    assert shown(content) == ["Naam\tJan"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_was_scanned_sideways_and_turned_is_read_upright(turn: int) -> None:
    steps: dict[int, list[tuple[object, ...]]] = {
        90: [("translate", 500, 0), ("rotate", 90)],
        180: [("translate", 590, 840), ("rotate", 180)],
        270: [("translate", 0, 840), ("rotate", 270)],
    }
    content = drawn(*steps[turn], ("drawString", 60, 200, "Naam"), ("drawString", 200, 200, "Jan"))
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    writer.pages[0].rotate(turn)
    written = BytesIO()
    writer.write(written)
    assert shown(written.getvalue()) == ["Naam\tJan"]


def test_a_filled_in_field_stands_beside_its_printed_label_and_a_hidden_one_is_not_read() -> None:
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(60, 700, "Naam")
    canvas.acroForm.textfield(
        name="veld1", tooltip="x", value="Jan Peeters", x=200, y=695, width=200, height=20
    )
    canvas.acroForm.textfield(
        name="veld2", value="geheim", x=200, y=600, width=200, height=20, annotationFlags="hidden"
    )
    canvas.acroForm.checkbox(name="vak", checked=True, x=200, y=500)
    canvas.save()
    assert shown(stream.getvalue()) == ["Naam\tJan Peeters"]


def test_text_typed_on_top_of_a_page_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(drawn(("drawString", 60, 700, "Naam")))))
    writer.add_annotation(0, FreeText(text="Jan", rect=(200, 695, 300, 715)))
    written = BytesIO()
    writer.write(written)
    assert shown(written.getvalue()) == ["Naam\tJan"]


def test_a_page_without_text_is_a_picture() -> None:
    assert office.refusal(drawn(("rect", 10, 10, 50, 50))) is Code.MESSAGE_PICTURE


def test_an_encrypted_file_is_refused_even_when_it_opens_without_password() -> None:
    for password in ("", "geheim"):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(office.pdf_form())))
        writer.encrypt(password, "eigenaar")
        written = BytesIO()
        writer.write(written)
        assert office.refusal(written.getvalue()) is Code.MESSAGE_ATTACHMENT_ENCRYPTED


def test_a_file_with_layers_switched_off_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(office.pdf_form())))
    off = DictionaryObject({NameObject("/OFF"): ArrayObject([NumberObject(1)])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject({NameObject("/D"): off})
    written = BytesIO()
    writer.write(written)
    assert office.refusal(written.getvalue()) is Code.MESSAGE_ATTACHMENT


def test_letters_that_are_only_numbers_of_glyphs_are_refused() -> None:
    content = with_content(b"BT /F1 12 Tf 60 700 Td (Naam) Tj ET")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    fonts[NameObject("/F1")] = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Anything"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject(),
        }
    )
    written = BytesIO()
    writer.write(written)
    assert office.refusal(written.getvalue()) is Code.MESSAGE_UNDECODABLE


def test_scripts_and_embedded_files_are_not_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(office.pdf_form())))
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("geheim")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_attachment("geheim.txt", b"geheim")
    writer.add_metadata({"/Title": TextStringObject("geheim")})
    written = BytesIO()
    writer.write(written)
    assert "geheim" not in office.words(office.read(written.getvalue()).blocks)
