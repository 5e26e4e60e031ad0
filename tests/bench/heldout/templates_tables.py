"""HTML tables."""

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Cell, Para, Table, grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_rows, extras
from tests.bench.heldout.form import form

GROUP = "tables"


def _start(c: Case) -> None:
    c.look = c.rng.choice(("word", "web", "word", "html-only"))
    c.opening()


@template(GROUP, "deliver", "two columns without colons")
def two_columns(c: Case) -> None:
    who = c.person()
    _start(c)
    c.table(form(c, who) + extras(c, who, 1, 3), bold=c.rng.random() < 0.5)


@template(GROUP, "deliver", "labels in the first row, values in the second")
def header_row(c: Case) -> None:
    who = c.person()
    _start(c)
    rows = form(c, who, name="split") + extras(c, who, 0, 2)
    c.top.append(grid([[key for key, _ in rows], [value for _, value in rows]], header=True))


@template(GROUP, "deliver", "labels in one row and values in the next, in several bands")
def bands(c: Case) -> None:
    who = c.person()
    _start(c)
    rows = form(c, who, name="split", address="two", landline=True, shuffle=False) + extras(c, who, 1, 2)
    made: list[list[str]] = []
    for at in range(0, len(rows), 2):
        pair = rows[at : at + 2]
        pair += [("", "")] * (2 - len(pair))
        made += [[key for key, _ in pair], [value for _, value in pair]]
    c.top.append(grid(made))


@template(GROUP, "deliver", "a merged heading above each part of the table")
def merged_headings(c: Case) -> None:
    who = c.person()
    _start(c)
    made = [[Cell(c.rng.choice(("Gegevens cliënt", "CLIËNT", "Identiteit cliënt")), span=2, bold=True)]]
    made += [[Cell(key), Cell(value)] for key, value in form(c, who)]
    made.append([Cell("Kinderen", span=2, bold=True)])
    for kid in child_rows(c, who, 2):
        made += [[Cell("Naam"), Cell(f"{kid[0]} {kid[1]}")], [Cell("Geboortedatum"), Cell(kid[2])]]
    c.top.append(Table(made))


@template(GROUP, "deliver", "label, value, label, value in each row")
def four_cells(c: Case) -> None:
    who = c.person()
    _start(c)
    rows = form(c, who, shuffle=False) + extras(c, who, 1, 2)
    if len(rows) % 2:
        rows.append(("", ""))
    c.top.append(grid([[*rows[at], *rows[at + 1]] for at in range(0, len(rows), 2)]))


@template(GROUP, "deliver", "a tall merged cell names the section at the left")
def tall_section_cells(c: Case) -> None:
    who = c.person()
    doc = c.other(c.person(culture="flemish"), phone=True)
    _start(c)
    rows = form(c, who, shuffle=False)
    made = [[Cell(key), Cell(value)] for key, value in rows]
    made[0].insert(0, Cell("Cliënt", rows=len(rows), bold=True))
    second = [
        [Cell("Huisarts", rows=2, bold=True), Cell("Naam"), Cell(f"dr. {doc.full}")],
        [Cell("Tel"), Cell(numbers.spell_mobile(c.rng, doc.mobile))],
    ]
    c.top.append(Table(made + second))


@template(GROUP, "deliver", "a row for each of the household, the client's row says so")
def household_rows(c: Case) -> None:
    who = c.person()
    mate = c.person(woman=not who.woman)
    while min(len(mate.first), len(mate.last)) < 5:
        mate = c.person(woman=not who.woman)
    _start(c)
    c.forbid("person", mate.first)
    c.forbid("person", mate.last)
    c.forbid("phone", mate.mobile)
    rows = [
        ["Hoedanigheid", "Familienaam", "Voornaam", "Geb.", "GSM"],
        [
            "cliënt",
            who.last,
            who.first,
            c.forbid("birthdate", numbers.spell_date(c.rng, who.birth)),
            numbers.spell_mobile(c.rng, who.mobile),
        ],
        [
            "partner",
            mate.last,
            mate.first,
            c.forbid("birthdate", numbers.spell_date(c.rng, mate.birth)),
            numbers.spell_mobile(c.rng, mate.mobile),
        ],
    ]
    rows += [["kind", kid[1], kid[0], kid[2], ""] for kid in child_rows(c, who, 2)]
    if c.rng.random() < 0.4:
        rows[1], rows[2] = rows[2], rows[1]
    c.expect(who, phone=[who.mobile])
    c.lines([("Adres cliënt", who.address.line(c.rng))])
    c.top += [Para(), grid(rows, header=True)]


@template(GROUP, "deliver", "a column for the client and one for the partner")
def person_columns(c: Case) -> None:
    who = c.person()
    mate = c.other(c.person(woman=not who.woman), phone=True, email=True, address=True)
    _start(c)
    one = form(c, who, name="split", address="one", landline=False, shuffle=False)
    two = {"first": mate.first, "last": mate.last}
    values = [
        two["last"] if value == who.last else two["first"] if value == who.first else "" for _, value in one
    ]
    values[2:] = [mate.address.line(c.rng), numbers.spell_mobile(c.rng, mate.mobile), mate.email]
    head = ["", "Cliënt", c.rng.choice(("Partner", "Vader van de kinderen", "Ex-partner"))]
    c.top.append(grid([head, *([key, value, values[at]] for at, (key, value) in enumerate(one))]))


@template(GROUP, "deliver", "the form's table inside one or two layout tables")
def nested_layout(c: Case) -> None:
    who = c.person()
    _start(c)
    c.table(form(c, who) + extras(c, who, 0, 2), wrap=c.rng.randrange(1, 4))


@template(GROUP, "deliver", "street and town on two lines in one cell")
def two_lines_in_a_cell(c: Case) -> None:
    who = c.person()
    _start(c)
    rows = form(c, who, name="split", address="one", shuffle=False)
    rows[2] = (rows[2][0], f"{who.address.street_line(c.rng)}\n{who.address.town_line()}")
    c.table(rows + extras(c, who, 0, 2))


@template(GROUP, "deliver", "label and value in the same cell")
def label_and_value_in_a_cell(c: Case) -> None:
    who = c.person()
    _start(c)
    texts = [f"{key}: {value}" for key, value in form(c, who, shuffle=False) + extras(c, who, 0, 2)]
    texts += [""] * (len(texts) % 2)
    c.top.append(grid([[texts[at], texts[at + 1]] for at in range(0, len(texts), 2)]))


@template(GROUP, "deliver", "the form's lines all in one framed cell")
def one_cell_frame(c: Case) -> None:
    who = c.person()
    _start(c)
    c.top.append(grid([["\n".join(f"{key}: {value}" for key, value in form(c, who))]]))


@template(GROUP, "deliver", "empty rows, empty cells and a column of notes without anything in it")
def holes(c: Case) -> None:
    who = c.person()
    _start(c)
    made: list[list[str]] = []
    for key, value in form(c, who):
        made.append([key, "", value] if c.rng.random() < 0.5 else [key, value, ""])
        if c.rng.random() < 0.3:
            made.append(["", "", ""])
    made.append(["Rijksregisternummer", "", ""])
    c.top.append(grid(made))


@template(GROUP, "either", "a third column with remarks, one of which speaks of the phone's owner")
def remark_column(c: Case) -> None:
    who = c.person()
    _start(c)
    rows = form(c, who, name="split", address="one", landline=False, expect=False, shuffle=False)
    c.expect(who, phone=[], email=[who.email])
    c.forbid("phone", who.mobile)
    remark = c.secret("nummer van de buurvrouw, zij geeft door")
    c.top.append(
        grid(
            [
                ["", "Gegevens", "Opmerking"],
                *([key, value, remark if at == 3 else ""] for at, (key, value) in enumerate(rows)),
            ]
        )
    )


TEMPLATES = (
    two_columns,
    header_row,
    bands,
    merged_headings,
    four_cells,
    tall_section_cells,
    household_rows,
    person_columns,
    nested_layout,
    two_lines_in_a_cell,
    label_and_value_in_a_cell,
    one_cell_frame,
    holes,
    remark_column,
)
