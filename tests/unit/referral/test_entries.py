import pytest

from gateway.mail.document import Block, Line, Row, Table
from gateway.referral.entries import Entry, Heading, Prose, read_entries
from gateway.slots.terms import Label, Person, Slot


def lines(*texts: str) -> tuple[Block, ...]:
    """An empty text makes a gap above the next line."""
    gaps = [number > 0 and texts[number - 1] == "" for number in range(len(texts))]
    return tuple(
        Line(text, f"line {number}", blank_before=gap)
        for number, (text, gap) in enumerate(zip(texts, gaps, strict=True), 1)
        if text
    )


def entries(*blocks: Block) -> list[tuple[tuple[Slot, ...], tuple[str, ...]]]:
    return [(item.label.slots, item.values) for item in read_entries(blocks) if isinstance(item, Entry)]


def table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(Row(tuple((cell,) if cell else () for cell in cells), "row") for cells in rows))


@pytest.mark.parametrize(
    ("form", "found"),
    [
        (("Naam:", "An Peeters"), [((Slot.NAME,), ("An Peeters",))]),
        (
            ("Naam", "An Peeters", "Gsm", "0470"),
            [((Slot.NAME,), ("An Peeters",)), ((Slot.PHONE,), ("0470",))],
        ),
        (("Adres:", "Kerkstraat 5", "1671 Elingen"), [((Slot.ADDRESS,), ("Kerkstraat 5", "1671 Elingen"))]),
        (("Adres: Kerkstraat 5", "1671 Elingen"), [((Slot.ADDRESS,), ("Kerkstraat 5", "1671 Elingen"))]),
        (("Adres: Kerkstraat 5", "", "1671 Elingen"), [((Slot.ADDRESS,), ("Kerkstraat 5",))]),
        (("Gsm: 0470", "(van haar man)"), [((Slot.PHONE,), ("0470 (van haar man)",))]),
        (("Naam:", "", "Gsm: 0470"), [((Slot.NAME,), ()), ((Slot.PHONE,), ("0470",))]),
        (("Straat", "Dorp", "Nr", "4"), [((Slot.STREET,), ("Dorp",)), ((Slot.NUMBER,), ("4",))]),
        (("Cliënt:", "An Peeters"), [((), ("An Peeters",))]),
    ],
)
def test_a_value_stands_behind_its_label_or_right_below(
    form: tuple[str, ...], found: list[tuple[tuple[Slot, ...], tuple[str, ...]]]
) -> None:
    assert entries(*lines(*form)) == found


def test_a_known_heading_opens_a_section() -> None:
    assert read_entries(lines("Gegevens moeder", "Naam: An")) == (
        Heading(Label(person=Person.MOTHER, heading=True), "Gegevens moeder", "line 1"),
        Entry(Label((Slot.NAME,)), ("An",), "line 2"),
    )


def test_an_unknown_title_opens_a_section_of_nobody_we_know() -> None:
    assert read_entries(lines("Oppas van de tweeling")) == (Heading(None, "Oppas van de tweeling", "line 1"),)


@pytest.mark.parametrize("text", ["Dag collega", "Mevrouw is ziek.", "Voorkeur: sms", "-----"])
def test_everything_else_is_prose(text: str) -> None:
    assert read_entries(lines(text)) == (Prose(text, "line 1", blank_before=False),)


def test_an_empty_role_amid_fields_is_left_empty_and_opens_nothing() -> None:
    found = read_entries(lines("Naam: An", "Partner:", "Adres: Kerkstraat 5", "Gsm: 0470"))
    assert found[1] == Entry(Label(person=Person.PARTNER), (), "line 2")


def test_a_role_above_a_name_opens_a_section() -> None:
    found = read_entries(lines("Gsm: 0470", "Partner:", "Naam: Jan"))
    assert found[1] == Heading(Label(person=Person.PARTNER), "Partner:", "line 2")


def test_a_label_with_an_empty_value_cell_opens_nothing() -> None:
    found = read_entries((table(("Naam", "An"), ("Partner", ""), ("Gsm", "0470")),))
    assert [
        item for item in found if isinstance(item, Heading) and item.label == Label(person=Person.PARTNER)
    ] == []


def test_a_role_in_front_of_a_row_s_labels_opens_a_section() -> None:
    found = read_entries(
        (
            table(
                ("Partner", "Gsm", "0470"),
            ),
        )
    )
    assert found[0] == Heading(Label(person=Person.PARTNER), "", "row")
    assert found[1] == Entry(Label((Slot.PHONE,)), ("0470",), "row")


def test_each_row_of_records_is_somebody_s() -> None:
    found = read_entries(
        (table(("Rol", "Naam", "Gsm"), ("Cliënt", "An", "0470"), ("Partner", "Jan", "0471")),)
    )
    persons = [item.label.person for item in found if isinstance(item, Heading) and item.label]
    assert persons[:2] == [Person.CLIENT, Person.PARTNER]


def test_an_unknown_role_in_a_role_column_is_somebody_else_s() -> None:
    found = read_entries((table(("Rol", "Naam", "Gsm"), ("oppasser", "Jan", "0471")),))
    assert isinstance(found[0], Heading)
    assert found[0].label == Label(person=Person.OTHER, heading=True)


def test_each_column_of_persons_is_somebody_s() -> None:
    found = read_entries((table(("", "Moeder", "Kind"), ("Naam", "An", "Emma"), ("Gsm", "0470", "")),))
    assert [
        item.values
        if isinstance(item, Entry)
        else isinstance(item, Heading) and item.label and item.label.person
        for item in found
    ] == [
        Person.MOTHER,
        ("An",),
        ("0470",),
        Person.CHILD,
        ("Emma",),
        Person.UNSAID,
    ]


def test_lines_of_columns_are_a_table() -> None:
    assert entries(*lines("Naam\tVoornaam\tGsm", "Peeters\tAn\t0470")) == [
        ((Slot.NAME,), ("Peeters",)),
        ((Slot.FIRST,), ("An",)),
        ((Slot.PHONE,), ("0470",)),
    ]


def test_contact_data_beside_a_heading_word_is_read() -> None:
    assert entries(*lines("Contactgegevens: 0470 12 34 56 / an@post.example")) == [
        ((Slot.PHONE, Slot.EMAIL), ("0470 12 34 56 / an@post.example",))
    ]
