import pytest

from gateway.letter.bounds import TooComplex
from gateway.letter.characters import DeceptiveText
from gateway.letter.html import MAX_DEPTH, MAX_ELEMENTS, read_html
from gateway.mail.document import Block, Line, Row, Table


def blocks(body: str, head: str = "") -> tuple[Block, ...]:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>", "body html")


def lines(body: str, head: str = "") -> list[str]:
    return [block.text for block in blocks(body, head) if isinstance(block, Line)]


def rows(body: str) -> list[tuple[tuple[str, ...], ...]]:
    return [row.cells for block in blocks(body) if isinstance(block, Table) for row in block.rows]


def test_paragraphs_of_word_are_lines_and_empty_ones_gaps() -> None:
    body = (
        '<p class="MsoNormal">Naam: <b>An</b> Peeters<o:p></o:p></p>'
        '<p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Gsm: 0470<o:p></o:p></p>'
    )
    assert blocks(body) == (
        Line("Naam: An Peeters", "body html, line 1"),
        Line("Gsm: 0470", "body html, line 2", blank_before=True),
    )


def test_divisions_of_phones_are_lines_and_a_lone_break_a_gap() -> None:
    assert blocks("<div>Naam: An</div><div><br></div><div>Gsm: 0470</div>") == (
        Line("Naam: An", "body html, line 1"),
        Line("Gsm: 0470", "body html, line 2", blank_before=True),
    )


def test_breaks_part_lines() -> None:
    assert lines("<p>Naam: An<br>Gsm: 0470<br/>Mail: x</p>") == ["Naam: An", "Gsm: 0470", "Mail: x"]


def test_preformatted_text_keeps_its_lines_and_columns() -> None:
    assert lines("<pre>Naam      An\nGsm       0470</pre>") == ["Naam\tAn", "Gsm\t0470"]


def test_the_source_s_own_line_ends_are_blanks() -> None:
    assert lines("<p>Naam:\r\n\tAn\r\n   Peeters</p>") == ["Naam: An Peeters"]


@pytest.mark.parametrize(
    "tab", ["\t", '<span style="mso-tab-count:1">&nbsp;&nbsp;&nbsp; </span>', "&nbsp;&nbsp;&nbsp;&nbsp;"]
)
def test_a_tab_parts_columns_however_it_is_written(tab: str) -> None:
    assert lines(f"<p>Naam{tab}An</p>") == ["Naam\tAn"]


HIDDEN = [
    '<span style="display:none">{}</span>',
    '<span style="DISPLAY : NONE !important">{}</span>',
    '<span style="visibility:hidden">{}</span>',
    '<span style="mso-hide:all">{}</span>',
    '<span style="font-size:0">{}</span>',
    '<span style="font-size:1px">{}</span>',
    '<span style="opacity:0">{}</span>',
    '<span style="color:#ffffff">{}</span>',
    '<span style="color:white">{}</span>',
    '<font color="#FFFFFF">{}</font>',
    '<span style="color: rgb(255, 255, 255)">{}</span>',
    '<div style="position:absolute;left:-9999px">{}</div>',
    '<div style="text-indent:-9999px">{}</div>',
    '<div style="height:0;overflow:hidden">{}</div>',
    "<div hidden>{}</div>",
    "<!-- {} -->",
    "<!--[if mso]><p>{}</p><![endif]-->",
    "<script>{}</script>",
    "<title>{}</title>",
    '<img alt="{}" src="cid:x">',
    '<a title="{}" href="mailto:an@x.example?subject={}"></a>',
    '<input value="{}">',
    "<textarea>{}</textarea>",
    "<s>{}</s>",
    "<strike>{}</strike>",
    "<del>{}</del>",
    '<span style="text-decoration:line-through">{}</span>',
    "<noscript>{}</noscript>",
    "<template>{}</template>",
    "<svg><text>{}</text></svg>",
    "<select><option>{}</option></select>",
    "<object>{}</object>",
]


@pytest.mark.parametrize("markup", HIDDEN)
def test_what_nobody_sees_is_not_read(markup: str) -> None:
    assert lines(f"<p>boven</p>{markup.replace('{}', 'schulden')}<p>onder</p>") == ["boven", "onder"]


@pytest.mark.parametrize("markup", HIDDEN)
def test_what_nobody_sees_is_not_read_in_a_cell(markup: str) -> None:
    hidden = markup.replace("{}", "schulden")
    assert rows(f"<table><tr><td>Naam</td><td>An{hidden}</td></tr></table>") == [(("Naam",), ("An",))]


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (".x{display:none}", '<p class="a x">{}</p>'),
        ("p.x, td.x {visibility:hidden}", '<p class="x">{}</p>'),
        ("#x{mso-hide:all}", '<p id="x">{}</p>'),
        ("aside{font-size:0}", "<aside>{}</aside>"),
        ("@media screen{.x{display:none}}", '<p class="x">{}</p>'),
        (".x{color:#fff}", '<p class="x">{}</p>'),
        ("body .x{display:none}", '<p class="x">{}</p>'),
    ],
    ids=lambda text: text[:30],
)
def test_what_a_style_sheet_hides_is_not_read(sheet: str, markup: str) -> None:
    body = f"<p>boven</p>{markup.replace('{}', 'schulden')}"
    assert lines(body, f"<style>{sheet}</style>") == ["boven"]
    assert lines(body, f"<style><!-- {sheet} --></style>") == ["boven"]


@pytest.mark.parametrize(
    "markup",
    [
        '<p style="background:#1f3864"><span style="color:white">{}</span></p>',
        '<table bgcolor="#1F3864"><tr><td style="color:#ffffff">{}</td></tr></table>',
        '<p style="margin-left:36.0pt;text-indent:-18.0pt">{}</p>',
        '<p style="font-size:11.0pt">{}</p>',
        '<p style="color:#333333">{}</p>',
        '<p style="line-height:0">{}</p>',
        '<div style="width:0">{}</div>',
        "<u>{}</u>",
        '<p style="color:black;background:white">{}</p>',
    ],
)
def test_what_can_be_seen_is_read(markup: str) -> None:
    assert lines(markup.replace("{}", "Naam: An")) == ["Naam: An"]


def test_white_text_on_a_ground_that_a_style_sheet_colours_is_read() -> None:
    sheet = "<style>.band{background:#1f3864} .pale{color:#fff}</style>"
    body = '<div class="band"><p class="pale">Naam: An</p></div><p class="pale">schulden</p>'
    assert lines(body, sheet) == ["Naam: An"]


def test_what_only_a_printer_or_a_narrow_screen_hides_is_read() -> None:
    sheet = "<style>@media print{.x{display:none}} @media (max-width:480px){.y{display:none}}</style>"
    assert lines('<p class="x">Naam: An</p><p class="y">Gsm: 0470</p>', sheet) == ["Naam: An", "Gsm: 0470"]


def test_a_list_of_word_keeps_its_items_apart() -> None:
    item = (
        '<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1">'
        '<![if !supportLists]><span style="font-family:Symbol"><span style="mso-list:Ignore">·'
        "<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{}<o:p></o:p></p>"
    )
    assert lines(item.replace("{}", "Naam: An") + item.replace("{}", "Gsm: 0470")) == [
        "·\tNaam: An",
        "·\tGsm: 0470",
    ]


def test_a_table_of_data_keeps_its_rows_and_cells() -> None:
    table = (
        "<table><tr><td>Naam</td><td><p>An</p><p>Peeters</p></td></tr>"
        "<tr><td>Adres</td><td>Dorpsstraat 7<br>1670 Pepingen</td></tr></table>"
    )
    assert rows(table) == [
        (("Naam",), ("An", "Peeters")),
        (("Adres",), ("Dorpsstraat 7", "1670 Pepingen")),
    ]


def test_an_empty_cell_stays_and_an_empty_row_does_not() -> None:
    assert rows("<table><tr><td>Naam</td><td></td><td>An</td></tr><tr><td></td><td> </td></tr></table>") == [
        (("Naam",), (), ("An",))
    ]


def test_a_title_over_two_columns_is_a_row_of_one_cell() -> None:
    assert rows("<table><tr><td colspan=2>Gegevens</td></tr><tr><td>Naam</td><td>An</td></tr></table>") == [
        (("Gegevens",),),
        (("Naam",), ("An",)),
    ]


def test_a_table_around_the_letter_is_no_table() -> None:
    body = "<table><tr><td><table><tr><td>Naam</td><td>An</td></tr></table></td></tr></table>"
    assert blocks(body) == (Table((Row((("Naam",), ("An",)), "body html, table 1, row 1"),)),)
    assert lines("<table><tr><td>Naam: An</td></tr><tr><td>Gsm: 0470</td></tr></table>") == [
        "Naam: An",
        "Gsm: 0470",
    ]


def test_a_hidden_row_is_not_read() -> None:
    table = (
        '<table><tr><td>Naam</td><td>An</td></tr><tr style="display:none"><td>x</td><td>y</td></tr></table>'
    )
    assert rows(table) == [(("Naam",), ("An",))]


@pytest.mark.parametrize(
    "earlier",
    [
        '<div id="appendonsend"></div>{}',
        '<div id="divRplyFwdMsg">{}</div>',
        '<div id="x_divRplyFwdMsg">{}</div>',
        '<div class="gmail_quote">{}</div>',
        '<div class="gmail_quote gmail_quote_container">{}</div>',
        '<blockquote type="cite">{}</blockquote>',
        '<div class="moz-cite-prefix">Op maandag schreef An:</div>{}',
        '<div class="yahoo_quoted">{}</div>',
        '<div id="mail-editor-reference-message-container">{}</div>',
        '<div class="gmail_signature">{}</div>',
        '<div id="Signature">{}</div>',
        '<div id="ms-outlook-mobile-signature">{}</div>',
    ],
)
def test_an_earlier_mail_and_a_signature_are_not_read(earlier: str) -> None:
    assert lines("<p>boven</p>" + earlier.replace("{}", "<p>Naam: Jan Claes</p>")) == ["boven"]


def test_a_page_with_more_elements_than_a_letter_has_is_refused() -> None:
    with pytest.raises(TooComplex):
        blocks("<b>x</b>" * (MAX_ELEMENTS + 1))


def test_a_page_deeper_than_a_letter_is_refused() -> None:
    with pytest.raises(TooComplex):
        blocks("<div>" * (MAX_DEPTH + 1) + "x")


def test_a_bidirectional_override_is_refused_wherever_it_stands() -> None:
    with pytest.raises(DeceptiveText):
        blocks("<table><tr><td>Naam</td><td>An &#x202e;sreteeP</td></tr></table>")


@pytest.mark.parametrize(
    "page", ["", "   ", "<", "<html>", "\x00", "<p", "</p></p>", "&#xD800;", "<table><tr>"]
)
def test_a_broken_page_is_read_as_far_as_it_goes(page: str) -> None:
    assert isinstance(read_html(page, "body html"), tuple)
