"""Something else typed into an allowed field."""

from tests.bench.heldout import numbers
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import FAMILY, HEALTH, MONEY
from tests.bench.heldout.form import Rows, label
from tests.bench.heldout.people import Person

GROUP = "smuggling"
BEHIND_TOWN = (
    "uithuiszetting op komst",
    "woning ongeschikt verklaard",
    "vluchtelingenstudio van de gemeente",
)
IN_ADDRESS = ("vluchthuis, geheim adres", "bij haar ex-schoonmoeder", "kraakpand zonder water")


def _rows(c: Case, *, email: bool = True, phone: bool = True) -> tuple[Person, Rows]:
    who = c.person(box=False, culture=c.rng.choice(("flemish", "moroccan", "turkish", "polish", "walloon")))
    c.opening()
    c.expect(who, phone=[who.mobile] if phone else [], email=[who.email] if email else [])
    return who, [
        (label(c, "last"), who.last),
        (label(c, "first"), who.first),
        (label(c, "address"), who.address.line(c.rng)),
        (label(c, "mobile"), numbers.spell_mobile(c.rng, who.mobile)),
        (label(c, "email"), who.email),
    ]


def _put(c: Case, rows: Rows, at: int, value: str) -> None:
    c.lines([(key, value if place == at else old) for place, (key, old) in enumerate(rows)])


@template(GROUP, "either", "a condition is typed behind the last name")
def behind_last_name(c: Case) -> None:
    who, rows = _rows(c)
    _put(
        c,
        rows,
        0,
        f"{who.last}{c.rng.choice((' - ', ' ', ', ', ' / '))}{c.secret(c.rng.choice(HEALTH + FAMILY))}",
    )


@template(GROUP, "either", "a condition is typed behind the first name, in brackets")
def behind_first_name(c: Case) -> None:
    who, rows = _rows(c)
    _put(c, rows, 1, f"{who.first} ({c.secret(c.rng.choice(HEALTH + MONEY))})")


@template(GROUP, "reject", "the first name's field holds nothing but a sentence")
def sentence_as_first_name(c: Case) -> None:
    _, rows = _rows(c)
    _put(
        c,
        rows,
        1,
        c.secret(
            c.rng.choice(
                (
                    "heeft dringend een voedselpakket nodig",
                    "durft niet alleen thuis te zijn",
                    "is al twee keer weggelopen thuis",
                )
            )
        ),
    )


@template(GROUP, "reject", "the last name's field holds nothing but a message")
def message_as_last_name(c: Case) -> None:
    _, rows = _rows(c)
    _put(
        c,
        rows,
        0,
        c.secret(
            c.rng.choice(
                (
                    "zie dossier jeugdrechtbank van vorig jaar",
                    "anoniem wegens bedreiging door ex",
                    "gekend bij politie voor drugsfeiten",
                )
            )
        ),
    )


@template(GROUP, "either", "a remark stands behind the municipality")
def behind_town(c: Case) -> None:
    _, rows = _rows(c)
    _put(
        c,
        rows,
        2,
        (f"{rows[2][1]}{c.rng.choice((' - ', ', ', ' '))}{c.secret(c.rng.choice(BEHIND_TOWN))}"),
    )


@template(GROUP, "either", "a remark stands between street and town")
def inside_address(c: Case) -> None:
    who, rows = _rows(c)
    place = who.address
    _put(
        c,
        rows,
        2,
        (f"{place.short()} ({c.secret(c.rng.choice(IN_ADDRESS))}), {place.town_line()}"),
    )


@template(GROUP, "either", "a sentence stands behind the telephone number")
def behind_phone(c: Case) -> None:
    _, rows = _rows(c)
    _put(
        c, rows, 3, f"{rows[3][1]}{c.rng.choice((' ', ' - ', ', '))}{c.secret(c.rng.choice(FAMILY + MONEY))}"
    )


@template(GROUP, "either", "the part behind the plus in the mail address says something")
def plus_in_mail(c: Case) -> None:
    who, rows = _rows(c, email=False)
    note = c.secret(c.rng.choice(("verslaafd", "hivpositief", "illegaal")))
    name, host = who.email.split("@")
    _put(c, rows, 4, f"{name}+{note}@{host}")


@template(GROUP, "either", "the mail address carries a display name with a message")
def named_mail(c: Case) -> None:
    who, rows = _rows(c)
    _put(
        c,
        rows,
        4,
        f"{c.secret(c.rng.choice(('wacht op asielbeslissing', 'mama met schulden')))} <{who.email}>",
    )


@template(GROUP, "either", "a child's name stands behind the client's")
def child_behind_name(c: Case) -> None:
    who, rows = _rows(c)
    kid = c.forbid("child", "Yaraly")
    _put(
        c,
        rows,
        1,
        f"{who.first} {c.rng.choice(('(mama van ', '/ dochtertje '))}{kid}{c.rng.choice((')', ''))}",
    )


@template(GROUP, "either", "the national number stands behind the name")
def number_behind_name(c: Case) -> None:
    who, rows = _rows(c)
    c.forbid("rrn", who.rrn)
    _put(c, rows, 0, f"{who.last} {numbers.spell_national(c.rng, who.rrn)}")


@template(GROUP, "either", "a second, free line hangs under the address")
def line_under_address(c: Case) -> None:
    _, rows = _rows(c)
    note = c.secret(
        c.rng.choice(("bel staat uit, er is beslag gelegd", "achterhuis, bewoond door drie gezinnen"))
    )
    _put(c, rows, 2, f"{rows[2][1]}\n          {note}")


@template(GROUP, "reject", "the street's field holds a message in place of a street")
def message_as_street(c: Case) -> None:
    who, rows = _rows(c)
    note = c.secret(c.rng.choice(("slaapt in de auto sinds ruzie", "zwerft van vriend naar vriend")))
    _put(c, rows, 2, f"{note} {who.address.number}, {who.address.town_line()}")


TEMPLATES = (
    behind_last_name,
    behind_first_name,
    sentence_as_first_name,
    message_as_last_name,
    behind_town,
    inside_address,
    behind_phone,
    plus_in_mail,
    named_mail,
    child_behind_name,
    number_behind_name,
    line_under_address,
    message_as_street,
)
