"""Two clients; two parents of whom one, or neither, is said to be the client."""

from tests.bench.heldout import files, numbers
from tests.bench.heldout.blocks import Para, grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_rows
from tests.bench.heldout.form import Rows, anonymous, form
from tests.bench.heldout.people import Person

TWO = "two-clients"
PARENTS = "two-parents"


def _two(c: Case) -> tuple[Person, Person]:
    one, two = c.person(), c.person()
    c.opening()
    return one, two


def _parents(c: Case) -> tuple[Person, Person]:
    mum, dad = c.person(woman=True), c.person(woman=False)
    c.opening()
    return mum, dad


def _short(c: Case, who: Person, key: str = "Naam", address: bool = True) -> Rows:
    rows = [
        (key, who.full),
        ("Adres", who.address.line(c.rng)),
        ("Gsm", numbers.spell_mobile(c.rng, who.mobile)),
    ]
    return rows if address else [rows[0], rows[2]]


@template(TWO, "reject", "two whole forms under each other")
def two_forms(c: Case) -> None:
    one, two = _two(c)
    c.lines(anonymous(form(c, one)))
    c.text("", c.rng.choice(("En nog een tweede gezin:", "----------------", "", "2de aanmelding")), "")
    c.lines(anonymous(form(c, two)))


@template(TWO, "reject", "cliënt 1 and cliënt 2")
def numbered_clients(c: Case) -> None:
    for at, who in enumerate(_two(c), 1):
        c.text(c.rng.choice((f"Cliënt {at}", f"Gezin {at}:", f"{at}.")))
        c.lines(form(c, who))
        c.text("")


@template(TWO, "reject", "two tables, a client in each")
def two_tables(c: Case) -> None:
    c.look = "word"
    for who in _two(c):
        c.top += [grid(anonymous(form(c, who))), Para()]


@template(TWO, "reject", "two rows of a table, both clients")
def two_rows(c: Case) -> None:
    c.look = "web"
    one, two = _two(c)
    rows = [
        [who.last, who.first, who.address.line(c.rng), numbers.spell_mobile(c.rng, who.mobile)]
        for who in (one, two)
    ]
    c.shown += [one, two]
    c.top.append(grid([["Naam", "Voornaam", "Adres", "Gsm"], *rows], header=True))


@template(TWO, "reject", "two names in the one name row")
def two_names_in_a_row(c: Case) -> None:
    one, two = _two(c)
    rows = form(c, one, name="split", address="one", shuffle=False)
    c.shown.append(two)
    c.lines([("Namen", f"{one.full} {c.rng.choice(('en', '&', '/'))} {two.full}"), *rows[2:]])


@template(TWO, "reject", "two cards in one file")
def two_cards(c: Case) -> None:
    one, two = _two(c)
    c.shown += [one, two]
    c.attachments.append(files.vcard("gezinnen.vcf", [one, two]))


@template(TWO, "reject", "the body names one client, the attachment another")
def body_and_file(c: Case) -> None:
    one, two = _two(c)
    c.lines(anonymous(form(c, one)))
    rows = anonymous(form(c, two))
    c.attachments.append(files.rtf("formulier.rtf", [f"{key}: {value}" for key, value in rows]))


@template(PARENTS, "deliver", "sections for mother and father; the mother is marked as the client")
def mother_marked(c: Case) -> None:
    mum, dad = _parents(c)
    c.other(dad, phone=True, address=True)
    c.text(c.rng.choice(("Moeder (= cliënt)", "MOEDER - CLIËNT", "Gegevens moeder (aangemelde cliënt)")))
    c.lines(form(c, mum))
    c.text("", c.rng.choice(("Vader", "VADER", "Gegevens vader")))
    c.lines(_short(c, dad))


@template(PARENTS, "deliver", "sections for father and mother; the father is marked as the client")
def father_marked(c: Case) -> None:
    mum, dad = _parents(c)
    c.other(mum, phone=True, address=True)
    c.text(c.rng.choice(("Vader (cliënt)", "Cliënt: vader", "Gegevens vader = cliënt")))
    c.lines(form(c, dad))
    c.text("", c.rng.choice(("Moeder", "Gegevens moeder")))
    c.lines(_short(c, mum))


@template(PARENTS, "reject", "mother and father, neither said to be the client")
def neither_marked(c: Case) -> None:
    mum, dad = _parents(c)
    c.text(c.rng.choice(("Moeder", "Gegevens moeder")))
    c.lines(anonymous(form(c, mum)))
    c.text("", c.rng.choice(("Vader", "Gegevens vader")))
    c.lines(anonymous(form(c, dad)))


@template(PARENTS, "reject", "parent 1 and parent 2 at one address")
def parent_one_two(c: Case) -> None:
    mum, dad = _parents(c)
    c.shown += [mum, dad]
    c.lines(
        _short(c, mum, "Ouder 1", address=False)
        + _short(c, dad, "Ouder 2", address=False)
        + [("Adres gezin", mum.address.line(c.rng))]
    )


@template(PARENTS, "reject", "one address, mother and father each with a number, on rows that name them")
def rows_of_both(c: Case) -> None:
    mum, dad = _parents(c)
    c.shown += [mum, dad]
    c.lines(
        [
            ("Mama", mum.full),
            ("Papa", dad.full),
            ("Adres", mum.address.line(c.rng)),
            ("Gsm mama", numbers.spell_mobile(c.rng, mum.mobile)),
            ("Gsm papa", numbers.spell_mobile(c.rng, dad.mobile)),
        ]
    )


@template(PARENTS, "reject", "a table with a column for each parent, neither marked")
def columns_of_both(c: Case) -> None:
    c.look = "word"
    mum, dad = _parents(c)
    c.shown += [mum, dad]
    c.top.append(
        grid(
            [
                ["", "Moeder", "Vader"],
                ["Naam", mum.last, dad.last],
                ["Voornaam", mum.first, dad.first],
                ["Adres", mum.address.line(c.rng), dad.address.line(c.rng)],
                ["Gsm", numbers.spell_mobile(c.rng, mum.mobile), numbers.spell_mobile(c.rng, dad.mobile)],
            ]
        )
    )


@template(PARENTS, "either", "a couple; the text asks to ring the mother only")
def ring_mother_only(c: Case) -> None:
    mum, dad = _parents(c)
    c.other(dad, phone=True)
    c.expect(mum, phone=[mum.mobile])
    c.text("Moeder")
    c.lines(_short(c, mum))
    c.text("", "Vader (niet contacteren!)")
    c.lines(_short(c, dad, address=False))


@template(PARENTS, "deliver", "client's form; father and children in a section of other household members")
def other_members(c: Case) -> None:
    mum, dad = _parents(c)
    c.other(dad, phone=True)
    c.text("Cliënt")
    c.lines(form(c, mum))
    c.text("", c.rng.choice(("Andere gezinsleden", "Overige gezinsleden", "Samenstelling gezin")))
    c.lines([("Vader", f"{dad.full}, {numbers.spell_mobile(c.rng, dad.mobile)}")])
    c.lines([("Kind", f"{kid[0]} {kid[1]} ({kid[2]})") for kid in child_rows(c, mum, 2)])


@template(PARENTS, "either", "the only number is marked as the grandmother's")
def number_of_grandmother(c: Case) -> None:
    mum, _ = _parents(c)
    gran = c.other(c.person(woman=True), phone=True)
    rows = form(c, mum, name="split", address="one", landline=False, expect=False, shuffle=False)
    c.expect(mum, phone=[], email=[mum.email])
    spelt = numbers.spell_mobile(c.rng, gran.mobile)
    rows[3] = (rows[3][0], f"{spelt} {c.rng.choice(('(oma)', '= nr van oma', f'(via oma {gran.full})'))}")
    c.lines(rows)


TEMPLATES = (
    two_forms,
    numbered_clients,
    two_tables,
    two_rows,
    two_names_in_a_row,
    two_cards,
    body_and_file,
    mother_marked,
    father_marked,
    neither_marked,
    parent_one_two,
    rows_of_both,
    columns_of_both,
    ring_mother_only,
    other_members,
    number_of_grandmother,
)
