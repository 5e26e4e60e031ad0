import pytest

from tests.support import office


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def shown(body: str, **parts: str) -> list[object]:
    return office.shown(office.read(office.word(body, **parts)).blocks)


def field(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def test_runs_join_and_breaks_and_tabs_part() -> None:
    body = para(
        run("Na"),
        run("am: "),
        run("Jan"),
        "<w:r><w:br/></w:r>",
        run("Gsm"),
        "<w:r><w:tab/></w:r>",
        run("0470"),
    )
    assert shown(body) == ["Naam: Jan", "Gsm\t0470"]


def test_an_empty_paragraph_is_a_gap() -> None:
    blocks = office.read(office.word(para(run("Naam")) + para() + para(run("Gsm")))).blocks
    assert [block.blank_before for block in blocks if hasattr(block, "blank_before")] == [False, True]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:vanish/>",
        '<w:vanish w:val="true"/>',
        "<w:strike/>",
        '<w:color w:val="FFFFFF"/>',
        '<w:sz w:val="2"/>',
        '<w:rStyle w:val="heir"/>',
    ],
)
def test_text_that_nobody_sees_is_not_read(properties: str) -> None:
    styles = (
        '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="heir"><w:basedOn w:val="base"/></w:style>'
    )
    assert shown(para(run("Naam: "), run("geheim", properties), run("Jan")), styles=styles) == ["Naam: Jan"]


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="1F4E79"/>',
        '<w:rStyle w:val="base"/><w:vanish w:val="0"/>',
        '<w:color w:val="FF0000"/>',
    ],
)
def test_text_that_is_seen_is_read(properties: str) -> None:
    styles = '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert shown(para(run("Naam", properties)), styles=styles) == ["Naam"]


def test_white_letters_on_a_coloured_cell_are_read() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    ground = '<w:shd w:fill="1F4E79"/>'
    body = f"<w:tbl>{row(cell(para(run('Naam', white)), properties=ground), cell(para(run('Jan'))))}</w:tbl>"
    assert shown(body) == [[["Naam", "Jan"]]]


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    body = para(run("Naam: "), f"<w:del>{run('Piet')}</w:del>", f"<w:ins>{run('Jan')}</w:ins>")
    moved = f"<w:moveFrom>{run('oud')}</w:moveFrom><w:moveTo>{run('nieuw')}</w:moveTo>"
    assert shown(body + para(moved)) == ["Naam: Jan", "nieuw"]


def test_a_deleted_row_is_gone() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(para(run('Kind')))}{cell(para(run('Lowie')))}</w:tr>"
    kept = row(cell(para(run("Naam"))), cell(para(run("Jan"))))
    assert shown(f"<w:tbl>{gone}{kept}</w:tbl>") == [[["Naam", "Jan"]]]


def test_content_controls_are_read_around_runs_rows_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    plain = row(cell(para(run("Naam"))), control(cell(para(control(run("Jan"))))))
    wrapped = control(row(cell(para(run("Gsm"))), cell(control(para(run("0470"))))))
    assert shown(control(f"<w:tbl>{plain}{wrapped}</w:tbl>")) == [[["Naam", "Jan"], ["Gsm", "0470"]]]


def test_a_prompt_that_nobody_filled_in_and_a_box_to_tick_are_no_values() -> None:
    def control(properties: str, text: str) -> str:
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"

    prompt = control("<w:showingPlcHdr/>", "Klik om tekst in te voeren")
    box = control('<w14:checkbox xmlns:w14="urn:w14"/>', "\u2612")
    assert shown(para(run("Naam: "), prompt) + para(box, run("akkoord"))) == ["Naam:", "akkoord"]


def test_a_text_box_is_read_once_below_its_paragraph() -> None:
    box = f"<w:txbxContent>{para(run('Gsm: 0470'))}</w:txbxContent>"
    alternatives = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert shown(para(run("Naam: Jan"), f"<w:r>{alternatives}</w:r>")) == ["Naam: Jan", "Gsm: 0470"]


def test_headers_stand_first_and_footers_last_and_say_so() -> None:
    blocks = office.read(
        office.word(para(run("Naam: Jan")), header=para(run("Briefhoofd")), footer=para(run("Voettekst")))
    ).blocks
    assert office.shown(blocks) == ["Briefhoofd", "Naam: Jan", "Voettekst"]
    assert office.places(blocks) == [
        "attachment 1, header, line 1",
        "attachment 1, line 2",
        "attachment 1, footer, line 3",
    ]


def test_a_table_in_a_footer_says_so() -> None:
    table = f"<w:tbl>{row(cell(para(run('Tel.'))), cell(para(run('02 123 45 67'))))}</w:tbl>"
    blocks = office.read(office.word(para(run("Naam: Jan")), footer=table)).blocks
    assert office.places(blocks)[-1] == "attachment 1, footer, table 1, row 1"


def test_a_field_shows_its_result_and_not_its_code() -> None:
    link = (
        field("begin")
        + "<w:r><w:instrText>HYPERLINK x</w:instrText><w:t>code</w:t></w:r>"
        + field("separate")
    )
    assert shown(para(run("Mail: "), link, run("jan@a.example"), field("end"))) == ["Mail: jan@a.example"]


def test_older_form_fields_show_what_was_filled_in_or_picked() -> None:
    text = field("begin") + field("separate") + run("Jan") + field("end")
    entries = '<w:listEntry w:val="Beert"/><w:listEntry w:val="Elingen"/>'
    picked = field("begin", f'<w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData>')
    assert shown(para(run("Naam: "), text) + para(run("Plaats: "), picked, field("end"))) == [
        "Naam: Jan",
        "Plaats: Elingen",
    ]


def test_a_table_within_a_table_only_lays_out_the_page() -> None:
    inner = f"<w:tbl>{row(cell(para(run('Naam'))), cell(para(run('Jan'))))}</w:tbl>"
    outer = f"<w:tbl>{row(cell(para(run('Links')), inner), cell(para(run('Rechts'))))}</w:tbl>"
    assert shown(outer) == ["Links", [["Naam", "Jan"]], "Rechts"]


def test_the_lines_of_a_cell_stay_apart_and_a_cell_merged_from_above_is_empty() -> None:
    top = cell(para(run("Adres")), properties='<w:vMerge w:val="restart"/>')
    below = cell(para(run("verborgen")), properties="<w:vMerge/>")
    body = row(top, cell(para(run("Dorp 1")), para(run("1673 Beert")))) + row(below, cell(para(run("Beert"))))
    assert shown(f"<w:tbl>{body}</w:tbl>") == [[["Adres", "Dorp 1/1673 Beert"], ["", "Beert"]]]


def test_a_table_of_one_column_is_lines() -> None:
    body = row(cell(para(run("Naam: Jan")))) + row(cell(para(run("Gsm: 0470"))))
    assert shown(f"<w:tbl>{body}</w:tbl>") == ["Naam: Jan", "Gsm: 0470"]


def test_a_title_above_the_header_row_of_a_list_is_a_line() -> None:
    rows = [["Gezin", "", ""], ["Naam", "Gsm", "Adres"], ["Jan", "0470", "Dorp 1"]]
    assert office.shown(office.read(office.word_form(rows)).blocks)[1:] == ["Gezin", rows[1:]]


def test_comments_and_notes_are_not_read() -> None:
    parts = office.unzipped(office.word(para(run("Naam: Jan"), '<w:r><w:commentReference w:id="1"/></w:r>')))
    comments = f'<w:comments xmlns:w="urn:w">{para(run("geheim"))}</w:comments>'
    assert "geheim" not in office.words(
        office.read(office.zipped({**parts, "word/comments.xml": comments})).blocks
    )
