"""Written with a thumb, in Outlook for iOS or Android."""

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Quote, paras
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import extras
from tests.bench.heldout.form import form

GROUP = "phone"


def _device(c: Case) -> None:
    c.look = c.rng.choice(("ios", "android"))
    c.subject = c.rng.choice(("Aanmelding", "Gezin", "Doorverwijzing", "vraagje", ""))


@template(GROUP, "deliver", "a short form typed on a telephone")
def thumb_form(c: Case) -> None:
    _device(c)
    who = c.person()
    c.lines(form(c, who, email=c.rng.random() < 0.5))


@template(GROUP, "deliver", "labels in lower case, no greeting, no blank after the colon")
def lower_labels(c: Case) -> None:
    _device(c)
    who = c.person()
    c.lines(
        [(key.lower(), value) for key, value in form(c, who, name="split", address="one")],
        c.rng.choice((":", ": ", " :")),
    )


@template(GROUP, "deliver", "blanks before the values and two behind them, as the soft keyboard leaves")
def stray_blanks(c: Case) -> None:
    _device(c)
    who = c.person()
    c.lines([(key, f" {value}  ") for key, value in form(c, who, name="split", address="one")], ":")


@template(GROUP, "either", "no colons, abbreviated labels")
def telegram(c: Case) -> None:
    _device(c)
    who = c.person(simple=True)
    place = who.address
    c.expect(who, phone=[who.mobile])
    c.text(
        f"naam {who.full}",
        f"adr {place.street_line(c.rng)} {place.town_line()}",
        f"gsm {numbers.spell_mobile(c.rng, who.mobile)}",
        "thx!",
    )


@template(GROUP, "either", "no labels at all, one thing on each line")
def bare_lines(c: Case) -> None:
    _device(c)
    who = c.person(simple=True)
    c.expect(who, phone=[who.mobile], email=[who.email])
    c.text(
        "Nieuw gezin:",
        "",
        who.full,
        who.address.street_line(c.rng),
        who.address.town_line(),
        numbers.spell_mobile(c.rng, who.mobile),
        who.email,
    )


@template(GROUP, "deliver", "a form on top, an older chat with the service below")
def reply_from_phone(c: Case) -> None:
    _device(c)
    who = c.person()
    mate = c.other(c.person(culture="flemish"), phone=True)
    c.subject = "Re: gezin"
    c.lines(form(c, who))
    c.quote(f"{mate.full} (OCMW)", "ocmw@pepingen.example", [])
    quote = c.below[0]
    assert isinstance(quote, Quote)
    quote.blocks += paras(
        "Hoi,",
        "",
        "Stuur je de gegevens nog door?",
        "",
        f"{mate.full}",
        f"Gsm: {numbers.spell_mobile(c.rng, mate.mobile)}",
    )


@template(GROUP, "deliver", "two numbers under each other with the same label")
def same_label_twice(c: Case) -> None:
    _device(c)
    who = c.person()
    rows = form(c, who, name="split", address="one", landline=False, expect=False, shuffle=False)
    c.expect(who, phone=[who.mobile, who.landline], email=[who.email])
    c.lines(
        [*rows[:4], (rows[3][0], numbers.spell_landline(c.rng, who.landline)), rows[4], *extras(c, who, 0, 1)]
    )


@template(GROUP, "deliver", "a form typed on a telephone with superfluous rows behind it")
def thumb_form_extras(c: Case) -> None:
    _device(c)
    who = c.person()
    c.text("Dag, hier is het gezin van daarnet:", "")
    c.lines(form(c, who) + extras(c, who, 1, 3))


TEMPLATES = (
    thumb_form,
    lower_labels,
    stray_blanks,
    telegram,
    bare_lines,
    reply_from_phone,
    same_label_twice,
    thumb_form_extras,
)
