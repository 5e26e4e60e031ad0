import pytest

from gateway.attachments.rtf import html_in_rtf
from tests.support import office


def shown(body: bytes) -> list[object]:
    return office.shown(office.read(b"{\\rtf1\\ansi\\ansicpg1252\\deff0 " + body + b"}").blocks)


def test_lines_end_at_paragraphs_and_tabs_part_columns() -> None:
    assert shown(b"Naam: Jan\\par Gsm\\tab 0470\\line Mail\\par") == ["Naam: Jan", "Gsm\t0470", "Mail"]


def test_a_font_has_its_own_code_page() -> None:
    fonts = b"{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset238 Arial CE;}}"
    assert shown(fonts + b"Ir\\'e8ne {\\f1 Wa\\'b3\\'easa}") == ["Ir\u00e8ne Wa\u0142\u0119sa"]


def test_the_stand_in_behind_a_unicode_character_is_left_out() -> None:
    assert shown(b"\\u263?x \\uc2\\u263\\'c4\\'87y {\\uc0\\u263}z") == ["\u0107x \u0107y \u0107z"]


def test_the_cells_of_a_table_are_cells() -> None:
    body = (
        b"Titel\\par\\trowd\\cellx1\\cellx2\\pard\\intbl Naam\\cell Jan\\cell\\row"
        b"\\trowd\\pard\\intbl Adres\\cell Dorp 1\\par 1673 Beert\\cell\\row\\pard Slot\\par"
    )
    assert shown(body) == ["Titel", [["Naam", "Jan"], ["Adres", "Dorp 1/1673 Beert"]], "Slot"]


@pytest.mark.parametrize(
    "hidden",
    [
        b"{\\v geheim}",
        b"\\v geheim\\v0 ",
        b"{\\strike geheim}",
        b"{\\deleted geheim}",
        b"{\\v\\strike geheim\\strike0 geheim}",
        b"{\\*\\comment geheim}",
        b"{\\*\\unknown geheim}",
        b"{\\info{\\author geheim}}",
        b"{\\stylesheet{geheim;}}",
        b"{\\header geheim\\par}",
        b"{\\field{\\*\\fldinst HYPERLINK geheim}{\\fldrslt }}",
        b"{\\*\\xx{\\fldrslt geheim}}",
        b"\\bin6 geheim",
    ],
)
def test_what_nobody_sees_is_not_read(hidden: bytes) -> None:
    assert shown(b"Naam: " + hidden + b"Jan") == ["Naam: Jan"]


def test_the_result_of_a_field_is_read() -> None:
    assert shown(b"{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt jan@a.example}}") == ["jan@a.example"]


def test_braces_and_backslashes_of_the_text_are_kept() -> None:
    assert shown(b"a\\{b\\}c\\\\d") == ["a{b}c\\d"]


def test_html_that_outlook_wrapped_comes_out_again() -> None:
    content = (
        b"{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag19 <html>}{\\*\\htmltag64 <p>}\\htmlrtf \\par\\htmlrtf0 "
        b"Naam: Jan &{\\*\\htmltag84 &nbsp;}{\\*\\htmltag72 </p>}\\par {\\*\\htmltag27 </html>}}"
    )
    assert html_in_rtf(content) == "<html><p>Naam: Jan &amp;&nbsp;</p>\n</html>"
    assert html_in_rtf(b"{\\rtf1 Naam}") == ""
