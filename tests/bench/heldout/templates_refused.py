"""Clients of another municipality, and mails without a client."""

from tests.bench.heldout import files, numbers, office
from tests.bench.heldout.blocks import grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.form import form
from tests.bench.heldout.people import ELSEWHERE, Address, Person, make_address
from tests.bench.heldout.senders import CLOSINGS

AWAY = "wrong-residence"
NONE = "no-client"


def _away(c: Case) -> Person:
    who = c.person().at(make_address(c.rng, ELSEWHERE))
    c.opening()
    return who


@template(AWAY, "reject", "labelled form of a client who lives elsewhere")
def elsewhere_form(c: Case) -> None:
    c.lines(form(c, _away(c)))


@template(AWAY, "reject", "table of a client who lives elsewhere")
def elsewhere_table(c: Case) -> None:
    c.look = "word"
    c.table(form(c, _away(c)))


@template(AWAY, "reject", "Excel form of a client who lives elsewhere")
def elsewhere_file(c: Case) -> None:
    c.attachments.append(office.xlsx("aanmelding.xlsx", [("Blad1", form(c, _away(c)))]))


@template(AWAY, "reject", "the postcode is right, the municipality is not")
def postcode_against_town(c: Case) -> None:
    who = c.person()
    place = who.address
    wrong = c.rng.choice(
        (
            Address(place.street, place.number, "", "1670", "Halle"),
            Address(place.street, place.number, "", "1755", "Pepingen"),
            Address(place.street, place.number, "", "1674", "Lennik"),
            Address(place.street, place.number, "", "1500", "Pepingen"),
        )
    )
    c.opening()
    c.lines(form(c, who.at(wrong)))


@template(AWAY, "reject", "lives elsewhere and only plans to move here")
def will_move(c: Case) -> None:
    who = _away(c)
    c.lines(form(c, who, address="one", shuffle=False))
    c.text(
        "",
        (
            f"Verhuist normaal eind deze zomer naar {c.rng.choice(('Pepingen', 'Bellingen', 'Beert'))}, "
            "vandaar dat ik jullie al mail."
        ),
    )


@template(AWAY, "reject", "lives elsewhere; the street has the name of a village here")
def street_named_after_us(c: Case) -> None:
    who = c.person()
    street = c.rng.choice(("Pepingensesteenweg", "Bellingensteenweg", "Pepingenstraat"))
    c.opening()
    c.lines(form(c, who.at(Address(street, who.address.number, "", "1500", "Halle"))))


@template(AWAY, "either", "registered elsewhere, stays here at present")
def two_addresses(c: Case) -> None:
    who = c.person()
    paper = make_address(c.rng, ELSEWHERE, box=False)
    c.forbid("address", paper.short())
    c.opening()
    rows = form(c, who, name="split", address="one", shuffle=False)
    rows[2] = ("Verblijfsadres", who.address.line(c.rng))
    c.lines([*rows[:2], ("Domicilieadres", paper.line(c.rng)), *rows[2:]])


@template(NONE, "reject", "a question between colleagues")
def question(c: Case) -> None:
    c.text(
        "Dag,",
        "",
        c.rng.choice(
            (
                "Gaat het overleg van donderdag nog door? Ik kan pas vanaf 14u.",
                "Wie is bij jullie contactpersoon voor huurwaarborgen?",
                "Kunnen we eens samenzitten over de samenwerking in 2026?",
                "Hebben jullie de nieuwe folder al ontvangen?",
            )
        ),
    )


@template(NONE, "reject", "an empty form")
def empty_form(c: Case) -> None:
    c.opening()
    c.lines([(key, "") for key in ("Naam", "Voornaam", "Adres", "Postcode en gemeente", "Tel/GSM", "E-mail")])


@template(NONE, "reject", "a form with a placeholder in each field")
def placeholders(c: Case) -> None:
    c.opening()
    blank = c.rng.choice(("...........", "________", "[invullen]", "xxx", "n.v.t."))
    c.lines([(key, blank) for key in ("Naam", "Voornaam", "Adres", "Gsm", "E-mail")])


@template(NONE, "reject", "only the referrer's own block, labelled")
def only_referrer(c: Case) -> None:
    ref = c.sender
    c.text("Beste, mijn nieuwe contactgegevens:", "")
    c.lines(
        [
            ("Naam", ref.full),
            ("Adres", f"{ref.office}, {ref.place}"),
            ("Gsm", numbers.spell_mobile(c.rng, ref.mobile)),
            ("E-mail", ref.mail),
        ]
    )


@template(NONE, "reject", "an absence notice with a colleague's number")
def absence(c: Case) -> None:
    mate = c.other(c.person(culture="flemish"), phone=True)
    c.subject = "Automatisch antwoord: aanmelding"
    c.text(
        "Ik ben afwezig tot en met maandag.",
        f"Voor dringende zaken: {mate.full}, {numbers.spell_mobile(c.rng, mate.mobile)}.",
    )


@template(NONE, "reject", "a lunch invitation with an address here and a number to ring")
def invitation(c: Case) -> None:
    host = c.other(c.person(culture="flemish"), phone=True, address=True)
    c.look = "word"
    c.text("Beste partners,", "", "Graag nodigen we jullie uit op onze netwerklunch.", "")
    c.top.append(
        grid(
            [
                ["Waar", host.address.line(c.rng)],
                ["Wanneer", "vrijdag 12 juni om 12u"],
                ["Inschrijven bij", f"{host.full}, {numbers.spell_mobile(c.rng, host.mobile)}"],
            ]
        )
    )


@template(NONE, "reject", "a form that gives only the child's data")
def only_child(c: Case) -> None:
    kid = c.person()
    c.shown.append(kid)
    c.text("Beste,", "", "Gegevens kind")
    c.lines(
        [("Naam kind", kid.full), ("Geboortedatum", numbers.spell_date(c.rng, numbers.birth(c.rng, 1, 9)))]
    )


@template(NONE, "reject", "an attachment that is no form: minutes of a meeting")
def minutes(c: Case) -> None:
    c.text("Dag,", "", "In bijlage het verslag van ons overleg.", "", c.rng.choice(CLOSINGS))
    c.attachments.append(
        files.pdf_lines(
            "verslag.pdf",
            [
                "Aanwezig: " + c.sender.full,
                "Punt 1: werking lokaal team",
                "Punt 2: volgende vergadering op 9 juni",
            ],
            "Verslag overleg",
        )
    )


TEMPLATES = (
    elsewhere_form,
    elsewhere_table,
    elsewhere_file,
    postcode_against_town,
    will_move,
    street_named_after_us,
    two_addresses,
    question,
    empty_form,
    placeholders,
    only_referrer,
    absence,
    invitation,
    only_child,
    minutes,
)
