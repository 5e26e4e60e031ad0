import pytest

from gateway.decision import Code
from tests.support import office


def shown(body: str, styles: str = "") -> list[object]:
    return office.shown(office.read(office.odf(f"<office:text>{body}</office:text>", styles)).blocks)


def style(name: str, family: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'


def test_spaces_tabs_and_breaks_are_what_their_elements_say() -> None:
    body = '<text:p>Naam:\n   Jan<text:s text:c="2"/>P<text:line-break/>Gsm<text:tab/>0470</text:p>'
    assert shown(body) == ["Naam: Jan P", "Gsm\t0470"]


@pytest.mark.parametrize(
    "properties",
    [
        '<style:text-properties text:display="none"/>',
        '<style:text-properties fo:color="#FFFFFF"/>',
        '<style:text-properties style:text-line-through-style="solid"/>',
    ],
)
def test_text_that_nobody_sees_is_not_read(properties: str) -> None:
    heir = '<style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>'
    body = '<text:p>Naam: <text:span text:style-name="T2">geheim</text:span>Jan</text:p>'
    assert shown(body, style("T1", "text", properties) + heir) == ["Naam: Jan"]


def test_hidden_sections_deletions_comments_and_hidden_fields_are_not_read() -> None:
    body = (
        "<text:tracked-changes><text:deletion><text:p>gewist</text:p></text:deletion></text:tracked-changes>"
        '<text:section text:display="none"><text:p>verborgen</text:p></text:section>'
        "<text:p>Naam: Jan<office:annotation><text:p>opmerking</text:p></office:annotation>"
        "<text:hidden-text>geheim</text:hidden-text></text:p>"
    )
    assert shown(body) == ["Naam: Jan"]


def test_a_text_box_and_a_list_and_a_visible_section_are_read() -> None:
    body = (
        "<text:section><text:list><text:list-item><text:p>Naam: Jan</text:p></text:list-item></text:list>"
        "</text:section><text:p>Zie<draw:frame><draw:text-box><text:p>Gsm: 0470</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )
    assert shown(body) == ["Naam: Jan", "Zie", "Gsm: 0470"]


def test_a_table_within_a_table_only_lays_out_the_page() -> None:
    inner = (
        "<table:table><table:table-row><table:table-cell><text:p>Naam</text:p></table:table-cell>"
        "<table:table-cell><text:p>Jan</text:p></table:table-cell></table:table-row></table:table>"
    )
    row = f"<table:table-row><table:table-cell>{inner}</table:table-cell></table:table-row>"
    outer = f"<table:table>{row}</table:table>"
    assert shown(outer) == [[["Naam", "Jan"]]]


def spreadsheet(rows: str, columns: str = "") -> list[object]:
    content = office.odf(
        f"<office:spreadsheet><table:table>{columns}{rows}</table:table></office:spreadsheet>"
    )
    return office.shown(office.read(content).blocks)


def cells(*texts: str) -> str:
    return "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts)


def test_hidden_rows_columns_and_sheets_are_not_read() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = (
        f"<table:table-row>{cells('Naam', 'geheim', 'Jan')}</table:table-row>"
        f'<table:table-row table:visibility="collapse">{cells("Gsm", "", "0470")}</table:table-row>'
    )
    assert spreadsheet(rows, columns) == [[["Naam", "Jan"]]]
    hidden = style("ta1", "table", '<style:table-properties table:display="false"/>')
    row = f"<table:table-row>{cells('a', 'b')}</table:table-row>"
    sheet = f'<table:table table:style-name="ta1">{row}</table:table>'
    content = office.odf(f"<office:spreadsheet>{sheet}</office:spreadsheet>", hidden)
    assert office.read(content).blocks == ()


def test_cells_repeated_to_the_edge_of_a_sheet_cost_nothing() -> None:
    filler = '<table:table-cell table:number-columns-repeated="16380"/>'
    rows = (
        f"<table:table-row>{cells('Naam', 'Jan')}{filler}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048574">{filler}</table:table-row>'
    )
    assert spreadsheet(rows) == [[["Naam", "Jan"]]]


def test_an_encrypted_document_and_a_presentation_are_refused() -> None:
    encrypted = office.odf("<office:text/>", manifest="<m:encryption-data xmlns:m='urn:m'/>")
    assert office.refusal(encrypted) is Code.MESSAGE_ATTACHMENT_ENCRYPTED
    assert office.refusal(office.odf("<office:presentation/>")) is Code.MESSAGE_ATTACHMENT
