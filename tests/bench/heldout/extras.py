"""Everything a social worker adds and that must stay behind."""

from collections.abc import Callable

from tests.bench.heldout import names, numbers
from tests.bench.heldout.case import Case
from tests.bench.heldout.people import Person

Rows = list[tuple[str, str]]

HEALTH = (
    "postpartumdepressie sinds januari",
    "epilepsie onder medicatie",
    "insulineafhankelijke diabetes",
    "zwanger van de derde",
    "borderline vastgesteld in 2023",
    "wachtlijst ontwenningskliniek",
    "kreeg in maart een miskraam",
    "chronische hepatitis B",
)
MONEY = (
    "leefloon sinds februari",
    "collectieve schuldenregeling aangevraagd",
    "huurachterstal van drie maanden",
    "budgetmeter Fluvius afgesloten",
    "werkloosheidsuitkering geschorst",
    "deurwaarder komt volgende week langs",
)
FAMILY = (
    "vermoeden van partnergeweld",
    "lopende procedure bij de jeugdrechter",
    "uithuisplaatsing van oudste zoon overwogen",
    "vader zit in de gevangenis van Vorst",
    "kreeg bevel om het grondgebied te verlaten",
    "geen geldige verblijfstitel",
)
ORIGIN = ("Moldavische", "Senegalese", "Albanese", "Georgische", "Eritrese", "Armeense nationaliteit")
SCHOOLS = ("GBS De Kleine Ranonkel", "VBS Sint-Odilia", "Kribbe 't Bijenkorfje", "Freinetschool De Wegwijzer")


def national(c: Case, who: Person) -> Rows:
    """The national number."""
    c.forbid("rrn", who.rrn)
    return [
        (
            c.rng.choice(("Rijksregisternummer", "RRN", "INSZ", "Rijksreg.nr", "NISS")),
            numbers.spell_national(c.rng, who.rrn),
        )
    ]


def born(c: Case, who: Person) -> Rows:
    """The day of birth."""
    day = c.forbid("birthdate", numbers.spell_date(c.rng, who.birth))
    return [(c.rng.choice(("Geboortedatum", "Geboren op", "Geb. datum", "geb.", "GD")), day)]


def account(c: Case, who: Person) -> Rows:
    """The account number."""
    c.forbid("iban", who.iban)
    return [(c.rng.choice(("Rekeningnummer", "IBAN", "Rek.nr.")), numbers.spell_iban(c.rng, who.iban))]


def income(c: Case, _: Person) -> Rows:
    """Money, in euros."""
    amount = c.forbid("amount", f"{c.rng.choice('12')}.{c.rng.randrange(100, 999)},{c.rng.randrange(10, 99)}")
    return [(c.rng.choice(("Inkomen", "Maandinkomen", "Netto-inkomen gezin")), f"€ {amount} per maand")]


def health(c: Case, _: Person) -> Rows:
    """Something about health."""
    return [
        (
            c.rng.choice(("Gezondheid", "Medisch", "Aandachtspunten", "Opmerkingen")),
            c.secret(c.rng.choice(HEALTH)),
        )
    ]


def trouble(c: Case, _: Person) -> Rows:
    """The question for help."""
    return [
        (
            c.rng.choice(("Hulpvraag", "Reden aanmelding", "Problematiek", "Situatie", "Vraag")),
            c.secret(c.rng.choice(MONEY + FAMILY)),
        )
    ]


def origin(c: Case, _: Person) -> Rows:
    """Nationality."""
    return [("Nationaliteit", c.secret(c.rng.choice(ORIGIN)))]


def partner(c: Case, who: Person) -> Rows:
    """The partner, sometimes with a number."""
    mate = c.other(c.person(woman=not who.woman))
    rows = [(c.rng.choice(("Partner", "Naam partner", "Echtgenoot", "Samenwonende partner")), mate.full)]
    if c.rng.random() < 0.5:
        c.forbid("phone", mate.mobile)
        rows.append((c.rng.choice(("Gsm partner", "Tel. partner")), numbers.spell_mobile(c.rng, mate.mobile)))
    return rows


def doctor(c: Case, _: Person) -> Rows:
    """The family doctor."""
    doc = c.other(c.person(culture="flemish"))
    c.forbid("phone", doc.landline)
    return [
        (
            c.rng.choice(("Huisarts", "Kinderarts", "Vaste huisarts")),
            f"dr. {doc.full}, {numbers.spell_landline(c.rng, doc.landline)}",
        )
    ]


def child_names(c: Case, count: int) -> list[str]:
    """First names of children nobody else in the mail bears."""
    free = [name for name in names.CHILDREN if name not in c.used]
    chosen = c.rng.sample(free, count)
    c.used.update(chosen)
    for name in chosen:
        c.forbid("child", name)
    return chosen


def children(c: Case, _: Person) -> Rows:
    """The children, on one row."""
    kids = child_names(c, c.rng.randrange(1, 4))
    ages = ", ".join(f"{kid} ({c.rng.randrange(1, 12)} j)" for kid in kids)
    return [(c.rng.choice(("Kinderen", "Kind(eren)", "Aantal kinderen", "Kindjes")), ages)]


def school(c: Case, _: Person) -> Rows:
    """School or crèche."""
    return [(c.rng.choice(("School", "Opvang", "School kinderen")), c.forbid("org", c.rng.choice(SCHOOLS)))]


def file_number(c: Case, _: Person) -> Rows:
    """The referrer's file number."""
    return [
        (
            c.rng.choice(("Dossiernummer", "Ons kenmerk", "Dossiernr. K&G")),
            c.forbid("file_number", f"KG/{c.rng.randrange(24, 27)}/{c.rng.randrange(10000, 99999)}"),
        )
    ]


KINDS: tuple[Callable[[Case, Person], Rows], ...] = (
    national,
    born,
    account,
    income,
    health,
    trouble,
    origin,
    partner,
    doctor,
    children,
    school,
    file_number,
)


def extras(c: Case, who: Person, least: int = 1, most: int = 4) -> Rows:
    """Some superfluous rows, no kind twice."""
    count = c.rng.randrange(least, most + 1)
    return [row for kind in c.rng.sample(KINDS, count) for row in kind(c, who)]


def child_rows(c: Case, who: Person, count: int) -> list[list[str]]:
    """A row for each child: first name, last name, day of birth."""
    rows = []
    for kid in child_names(c, count):
        day = numbers.birth(c.rng, 1, 14)
        rows.append([kid, who.last, c.forbid("birthdate", numbers.spell_date(c.rng, day))])
    return rows
