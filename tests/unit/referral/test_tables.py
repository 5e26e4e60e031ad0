import pytest

from gateway.mail.document import Line, Row, Table
from gateway.referral.tables import Bands, Form, Persons, Records, labelled_cells, layout_of, row_of_columns
from gateway.slots.terms import Person, Slot


def row(*cells: str) -> Row:
    return Row(tuple(tuple(filter(None, cell.split("//"))) for cell in cells), "row")


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(row(*cells) for cells in rows))


def labelled(*cells: str) -> list[tuple[tuple[Slot, ...] | None, tuple[tuple[str, ...], ...]]]:
    return [(label.slots if label else None, values) for label, values in labelled_cells(row(*cells))]


def test_labels_on_top_make_records() -> None:
    found = layout_of(table(("Naam", "Gsm"), ("An Peeters", "0470")))
    assert isinstance(found, Records)
    assert len(found.rows) == 1


def test_a_street_called_dorp_does_not_undo_a_header() -> None:
    assert isinstance(layout_of(table(("Naam", "Straat", "Nr"), ("An Peeters", "Dorp", "4"))), Records)


def test_labels_in_every_other_row_make_bands() -> None:
    found = layout_of(
        table(
            ("Naam", "Huisarts"),
            ("An Peeters", "dr. Claes"),
            ("Gsm", ""),
            ("0470", ""),
            ("Straat", "Nr"),
            ("Dorp", "4"),
        )
    )
    assert isinstance(found, Bands)
    assert [row.cells[0] for _, row in found.bands] == [("An Peeters",), ("0470",), ("Dorp",)]


def test_persons_on_top_make_columns_of_persons() -> None:
    found = layout_of(table(("", "Cliënt", "Partner"), ("Naam", "An", "Jan"), ("Gsm", "0470", "0471")))
    assert isinstance(found, Persons)
    assert found.persons == (Person.CLIENT, Person.PARTNER)


@pytest.mark.parametrize(
    "rows",
    [
        (("Naam", "An"), ("Gsm", "0470")),
        (("Naam", "An", "Gsm", "0470"),),
        (("Naam", "Voornaam"),),
        (("", "Mama", "Papa"), ("geen label", "An", "Jan")),
        (("Naam", "An"), ("Statuut X", "ja"), ("Gsm", "0470"), ("Statuut Y", "nee")),
    ],
)
def test_all_else_is_a_form(rows: tuple[tuple[str, ...], ...]) -> None:
    assert isinstance(layout_of(table(*rows)), Form)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("Naam", "An"), [((Slot.NAME,), (("An",),))]),
        (("Naam", ":", "An"), [((Slot.NAME,), (("An",),))]),
        (("1", "Naam", "An"), [((Slot.NAME,), (("An",),))]),
        (("Naam", "", "An"), [((Slot.NAME,), (("An",),))]),
        (("Naam", ""), [((Slot.NAME,), ())]),
        (("Straat", "Dorp"), [((Slot.STREET,), (("Dorp",),))]),
        (("Straat", "Dorp", "Nr", "4"), [((Slot.STREET,), (("Dorp",),)), ((Slot.NUMBER,), (("4",),))]),
        (("Tel", "", "Gsm", "0470"), [((Slot.PHONE,), ()), ((Slot.PHONE,), (("0470",),))]),
        (("Gsm", "0470", "02 356"), [((Slot.PHONE,), (("0470",), ("02 356",)))]),
        (("Gsm", "0470", "van haar man"), [((Slot.PHONE,), (("0470 (van haar man)",),))]),
        (
            ("Naam", "An", "Statuut X", "Erkend"),
            [((Slot.NAME,), (("An",),)), (None, (("Statuut X",), ("Erkend",)))],
        ),
        (("Statuut X", "ja", "Naam", "An"), [(None, (("Statuut X",), ("ja",))), ((Slot.NAME,), (("An",),))]),
        (("Statuut X", "ja"), [(None, (("Statuut X",), ("ja",)))]),
        (("Naam//Gsm", "An//0470"), [((Slot.NAME,), (("An",),)), ((Slot.PHONE,), (("0470",),))]),
    ],
)
def test_a_form_s_row_is_read_as_labels_and_values(
    cells: tuple[str, ...], found: list[tuple[tuple[Slot, ...] | None, tuple[tuple[str, ...], ...]]]
) -> None:
    assert labelled(*cells) == found


def test_columns_of_a_line_are_cells() -> None:
    assert row_of_columns(Line("Naam\tAn", "line 1")) == Row((("Naam",), ("An",)), "line 1")
    assert row_of_columns(Line("·\tNaam\tAn", "line 1")) == Row((("Naam",), ("An",)), "line 1")
    assert row_of_columns(Line("Naam: An\tGsm: 0470", "line 1")) is None
    assert row_of_columns(Line("Naam", "line 1")) is None
    assert row_of_columns(Line("\t".join("x" * 40), "line 1")) is None
