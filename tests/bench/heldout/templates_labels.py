"""Labelled lines."""

from tests.bench.heldout import names, numbers
from tests.bench.heldout.blocks import Para
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import child_rows, doctor, extras, partner
from tests.bench.heldout.form import form, label
from tests.bench.heldout.people import make_address, make_email

GROUP = "labels"


@template(GROUP, "deliver", "plain labelled lines in any usual wording, superfluous rows among them")
def everyday_form(c: Case) -> None:
    who = c.person()
    c.opening()
    c.lines(form(c, who) + extras(c, who), c.rng.choice((": ", " : ", ":", ":  ")))


@template(GROUP, "deliver", "superfluous rows stand before and between the client's own")
def shuffled_form(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who, name="split", address="one", shuffle=False)
    more = extras(c, who, 2, 4)
    c.lines(more[:1] + rows[:2] + more[1:2] + rows[2:] + more[2:])


@template(GROUP, "deliver", "the town stands on the line under the street")
def address_on_two_lines(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who, address="one", shuffle=False)
    street = who.address.street_line(c.rng)
    labels = {row for row in rows if who.address.town_line() in row[1]}
    for row in rows:
        if row in labels:
            c.text(f"{row[0]}: {street}", c.rng.choice(("           ", "", "\t")) + who.address.town_line())
        else:
            c.lines([row])


@template(GROUP, "deliver", "one label for last and first name, in the order the label says")
def naam_en_voornaam(c: Case) -> None:
    who = c.person(simple=True, culture=c.rng.choice(("flemish", "turkish", "polish")))
    c.opening()
    c.lines(form(c, who, name="full_last") + extras(c, who, 0, 2))


@template(GROUP, "deliver", "last name, comma, first name")
def comma_between_names(c: Case) -> None:
    who = c.person(simple=True)
    c.opening()
    c.lines(form(c, who, name="comma") + extras(c, who, 0, 2))


@template(GROUP, "deliver", "another sign instead of the colon")
def odd_separator(c: Case) -> None:
    who = c.person()
    c.opening()
    c.lines(
        form(c, who, name="split"),
        c.rng.choice((" = ", " - ", " -> ", " – ", "; ", "\t:\t", "...: ", " >> ")),
    )


@template(GROUP, "deliver", "the whole form on one line, cut by bars")
def one_line_form(c: Case) -> None:
    who = c.person()
    c.opening()
    joint = c.rng.choice((" | ", " || ", " // "))
    c.text(joint.join(f"{key}: {value}" for key, value in form(c, who, name="split", address="one")))


@template(GROUP, "deliver", "empty fields are marked n.v.t., onbekend or with a dash")
def empty_fields(c: Case) -> None:
    who = c.person()
    c.opening()
    blank = c.rng.choice(("n.v.t.", "/", "-", "onbekend", "nvt", "geen", "niet gekend", "?", "", "//", "x"))
    rows = form(c, who, email=False, landline=False)
    c.lines(
        [
            *rows,
            (label(c, "email"), blank),
            ("Vaste lijn", blank),
            ("Rijksregisternummer", blank),
            ("Partner", blank),
        ]
    )


@template(GROUP, "deliver", "two numbers of the client on one row")
def two_phones_one_row(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who, name="split", address="one", expect=False, landline=False, shuffle=False)
    both = c.rng.choice((" of ", " / ", " - ", " en ", "; ", " & ")).join(
        (numbers.spell_mobile(c.rng, who.mobile, plain=True), numbers.spell_landline(c.rng, who.landline))
    )
    c.expect(who, phone=[who.mobile, who.landline], email=[who.email])
    c.lines(
        [
            *rows[:3],
            (c.rng.choice(("Tel/GSM", "Telefoon", "Tel. / gsm", "Telefoonnummer(s)")), both),
            rows[-1],
        ]
    )


@template(GROUP, "either", "a remark stands behind the telephone number")
def phone_with_remark(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who, name="split", address="one", landline=False, shuffle=False)
    remark = c.secret(
        c.rng.choice(
            (
                "liefst na 17u bellen",
                "spreekt enkel Darija",
                "neemt niet altijd op door depressie",
                "wel geen beltegoed",
                "alleen sms'en, ex leest mee",
            )
        )
    )
    c.lines([(key, f"{value} ({remark})" if at == 3 else value) for at, (key, value) in enumerate(rows)])


@template(GROUP, "deliver", "sections for the household and the doctor below the client's own")
def sections(c: Case) -> None:
    who = c.person()
    c.opening()
    c.text(c.rng.choice(("GEGEVENS CLIËNT", "Identificatie cliënt", "Cliëntgegevens:", "1. Cliënt")))
    c.lines(form(c, who))
    c.text("", c.rng.choice(("GEZINSSAMENSTELLING", "Gezinsleden:", "2. Gezin", "Kinderen")))
    for kid in child_rows(c, who, c.rng.randrange(1, 4)):
        c.text(f"- {kid[0]} {kid[1]}, °{kid[2]}")
    doc = c.other(c.person(culture="flemish"), phone=True, address=True)
    c.text("", c.rng.choice(("HUISARTS", "Huisarts:", "3. Huisarts")))
    c.lines(
        [
            ("Naam", f"Dr. {doc.full}"),
            ("Adres", doc.address.line(c.rng)),
            ("Tel", numbers.spell_mobile(c.rng, doc.mobile)),
        ]
    )


@template(GROUP, "deliver", "labels and last name in capitals")
def capitals(c: Case) -> None:
    who = c.person(culture="flemish")
    c.opening()
    rows = form(c, who, name="split", expect=False, landline=False)
    c.expect(who, phone=[who.mobile], email=[who.email], last=who.last.upper())
    c.lines(
        [(key.upper(), value.upper() if value == who.last else value) for key, value in rows]
        + extras(c, who, 0, 2)
    )


@template(GROUP, "deliver", "each value on the line under its label")
def value_below(c: Case) -> None:
    who = c.person()
    c.opening()
    mark = c.rng.choice((":", " :", ":"))
    for key, value in form(c, who, name="split"):
        c.text(f"{key}{mark}", c.rng.choice(("", "   ")) + value, "")


@template(GROUP, "deliver", "slips in the labels")
def label_slips(c: Case) -> None:
    who = c.person()
    c.opening()
    slips = (
        ("Famillienaam", "Naaam", "Famileinaam", "Achtrnaam"),
        ("Vornaam", "Voornaan", "Vooornaam", "Voornam"),
        ("Adress", "Adrse", "Addres", "Ardes"),
        ("Telefoonnumer", "Gsmnummer", "Telefon", "Gms"),
        ("Emial", "E-mial", "Mailadress", "Emailadres"),
    )
    values = (
        who.last,
        who.first,
        who.address.line(c.rng),
        numbers.spell_mobile(c.rng, who.mobile),
        who.email,
    )
    c.expect(who, phone=[who.mobile], email=[who.email])
    c.lines([(c.rng.choice(slip), value) for slip, value in zip(slips, values, strict=True)])


@template(GROUP, "deliver", "numbered questions")
def numbered(c: Case) -> None:
    who = c.person()
    c.opening()
    mark = c.rng.choice((". ", ") ", ".) ", " - "))
    rows = form(c, who) + extras(c, who, 1, 3)
    c.text(*(f"{at}{mark}{key}: {value}" for at, (key, value) in enumerate(rows, 1)))


@template(GROUP, "deliver", "the referrer's own block comes first under a heading of its own")
def referrer_first(c: Case) -> None:
    who, ref = c.person(), c.sender
    c.opening()
    c.text(
        c.rng.choice(("Gegevens verwijzer", "AANMELDER", "Doorverwijzer:", "Contactpersoon Kind en Gezin"))
    )
    c.lines(
        [
            ("Naam", ref.full),
            ("Dienst", "Kind en Gezin"),
            ("Tel", numbers.spell_landline(c.rng, ref.landline)),
            ("E-mail", ref.mail),
        ]
    )
    c.text("", c.rng.choice(("Gegevens cliënt", "CLIËNT", "Aangemelde cliënt:", "Gegevens van de cliënt")))
    c.lines(form(c, who) + extras(c, who, 0, 2))


@template(GROUP, "either", "no sign at all between label and value")
def missing_colons(c: Case) -> None:
    who = c.person()
    c.opening()
    c.lines(form(c, who, name="split"), " ")


@template(GROUP, "deliver", "a title of courtesy before the name")
def courtesy(c: Case) -> None:
    who = c.person(simple=True, culture=c.rng.choice(("flemish", "moroccan", "turkish")))
    c.opening()
    rows = form(c, who, name="full", shuffle=False)
    title = (
        c.rng.choice(("Mevr. ", "Mevrouw ", "Mw. ", "mevr "))
        if who.woman
        else c.rng.choice(("Dhr. ", "De heer ", "Meneer "))
    )
    c.lines([(rows[0][0], title + rows[0][1]), *rows[1:]])


@template(GROUP, "either", "no address, so nobody can tell where the client lives")
def no_address(c: Case) -> None:
    who = c.person()
    c.opening()
    rows = form(c, who, name="split", address="one", landline=False, expect=False, shuffle=False)
    c.expect(who, address=False, phone=[who.mobile], email=[who.email])
    c.lines(rows[:2] + rows[3:] + extras(c, who, 0, 2))


@template(GROUP, "deliver", "last names that are words as well")
def wordlike_surname(c: Case) -> None:
    made = c.person(culture="flemish")
    last = c.rng.choice(names.WORDLIKE)
    who = type(made)(**{**made.__dict__, "last": last, "email": make_email(c.rng, made.first, last)})
    c.opening()
    c.lines(form(c, who, name="split") + extras(c, who, 0, 2))


@template(GROUP, "deliver", "an earlier address stands beside the present one, clearly marked")
def former_address(c: Case) -> None:
    who = c.person()
    old = make_address(c.rng, (("1500", "Halle"), ("1755", "Gooik")), box=False)
    c.forbid("address", old.short())
    c.opening()
    c.lines(form(c, who, address="one", shuffle=False))
    c.lines([(c.rng.choice(("Vorig adres", "Oud adres", "Vroeger adres")), old.line(c.rng))])


@template(GROUP, "deliver", "partner and doctor on rows that say so, right behind the client's own number")
def role_rows(c: Case) -> None:
    who = c.person()
    c.opening()
    c.lines(form(c, who) + partner(c, who) + doctor(c, who))
    c.top.append(Para())
    c.text(
        c.rng.choice(
            (
                "Toestemming cliënt: ja, mondeling",
                "Cliënt is akkoord met deze aanmelding: ja",
                "Toestemming: ok",
            )
        )
    )


TEMPLATES = (
    everyday_form,
    shuffled_form,
    address_on_two_lines,
    naam_en_voornaam,
    comma_between_names,
    odd_separator,
    one_line_form,
    empty_fields,
    two_phones_one_row,
    phone_with_remark,
    sections,
    capitals,
    value_below,
    label_slips,
    numbered,
    referrer_first,
    missing_colons,
    courtesy,
    no_address,
    wordlike_surname,
    former_address,
    role_rows,
)
