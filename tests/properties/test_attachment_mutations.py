"""Whatever bytes an attachment holds, reading it yields a value, and the same one each time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.attachments.read import read_attachment
from gateway.attachments.sheaf import ReadAttachment
from gateway.decision import Code
from gateway.mail.document import Unreadable
from tests.support import office

RTF = (
    b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset238 A;}}\\f0 Naam: J\\'e9\\u233?\\par"
    b"\\trowd\\intbl a\\cell b\\cell\\row"
    b"\\pard{\\field{\\*\\fldinst x}{\\fldrslt y}}\\bin3 abc\\par}"
)
CARD = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=A9;Jan=\r\n\r\n"
    b'ADR:;;Dorp 1;Beert;;1673;\r\nTEL;X="a:b":+32\r\nEND:VCARD\r\n'
)
SEEDS: dict[str, tuple[bytes, str]] = {
    "docx": (office.word_form(), ""),
    "xlsx": (office.sheet_form(), ""),
    "odt": (office.odt_form(), ""),
    "ods": (office.ods_form(), ""),
    "pdf": (office.pdf_form(pageCompression=0), ""),
    "rtf": (RTF, ""),
    "vcf": (CARD, ""),
    "csv": (b'Naam;Adres\r\nJan;"Dorp 1; Beert"\r\n', "a.csv"),
    "msg": (office.msg("Naam: Jan", html=b"<p>Naam: Jan", files={"a.rtf": RTF}), ""),
    "tnef": (
        office.tnef([(1, 0x69003, office.mapi_list([(0x102, 0x1009, office.compressed_rtf(RTF))]))]),
        "",
    ),
    "zip": (office.zipped({"a.txt": b"Naam: Jan", "b.csv": b"a;b"}), ""),
}  # fmt: skip
PACKED = ("docx", "xlsx", "odt", "ods")

edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 2), st.binary(max_size=4)), max_size=8
)
Edits = list[tuple[float, int, bytes]]


def edited(content: bytes, changes: Edits) -> bytes:
    """``content`` with bytes written over, put in or taken out at places given as parts of its length."""
    changed = bytearray(content)
    for where, kind, piece in changes:
        at = int(where * len(changed))
        if kind == 0:
            changed[at : at + len(piece)] = piece
        elif kind == 1:
            changed[at:at] = piece
        else:
            del changed[at : at + 50 * len(piece)]
    return bytes(changed)


def require_a_value(content: bytes, name: str) -> None:
    found = read_attachment(office.attached(content, name=name))
    match found:
        case ReadAttachment():
            assert all(text == text.strip() for text in _texts(found))
        case Unreadable(code, place):
            assert Code(code).value.startswith("message.")
            assert place == office.PLACE
    assert found == read_attachment(office.attached(content, name=name))


def _texts(found: ReadAttachment) -> list[str]:
    return [
        text
        for block in office.shown(found.blocks)
        for text in ([block] if isinstance(block, str) else [cell for row in block for cell in row])
    ]


@pytest.mark.parametrize("seed", SEEDS)
@given(changes=edits)
def test_a_damaged_attachment_yields_a_value(seed: str, changes: Edits) -> None:
    content, name = SEEDS[seed]
    require_a_value(edited(content, changes), name)


@pytest.mark.parametrize("seed", PACKED)
@given(changes=edits, data=st.data())
def test_an_office_file_with_a_damaged_part_yields_a_value(
    seed: str, changes: Edits, data: st.DataObject
) -> None:
    parts = office.unzipped(SEEDS[seed][0])
    chosen = data.draw(st.sampled_from([name for name in parts if name.endswith((".xml", ".rels"))]))
    require_a_value(office.zipped({**parts, chosen: edited(parts[chosen], changes)}), "")


@given(content=st.binary(max_size=200), begin=st.sampled_from([seed[0][:8] for seed in SEEDS.values()]))
def test_bytes_behind_any_beginning_yield_a_value(content: bytes, begin: bytes) -> None:
    require_a_value(begin + content, "")


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.html", "a.bin", ""])
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_bytes_under_any_name_yield_a_value(name: str, content: bytes) -> None:
    require_a_value(content, name)
