"""Running text."""

from tests.bench.heldout import numbers
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import FAMILY, HEALTH, MONEY, child_names
from tests.bench.heldout.people import Person

GROUP = "prose"


def _client(c: Case, *, phone: bool = True, email: bool = True, box: bool = False) -> Person:
    who = c.person(
        simple=True,
        woman=True,
        box=box,
        culture=c.rng.choice(("flemish", "moroccan", "turkish", "polish", "walloon", "syrian", "romanian")),
    )
    c.expect(who, phone=[who.mobile] if phone else [], email=[who.email] if email else [])
    c.prose = "extract"
    return who


def _gsm(c: Case, who: Person) -> str:
    return numbers.spell_mobile(c.rng, who.mobile, plain=True)


@template(GROUP, "deliver", "one client in a formal letter")
def formal_letter(c: Case) -> None:
    who = _client(c)
    place = who.address
    trouble = c.secret(c.rng.choice(MONEY))
    c.text(
        "Geachte collega",
        "",
        c.rng.choice(
            (
                (
                    f"Graag meld ik mevrouw {who.full} aan, wonende {place.short()}, "
                    f"{place.town_line()}. Mevrouw is bereikbaar op het "
                    f"nummer {_gsm(c, who)} of via {who.email}. Er is {trouble}."
                ),
                (
                    f"Via deze weg verwijs ik mevrouw {who.full} naar u door. Zij woont in de "
                    f"{place.short()} te {place.town_line()}. "
                    f"Haar gsm-nummer is {_gsm(c, who)} en haar e-mailadres is {who.email}. Aanleiding: "
                    f"{trouble}."
                ),
            )
        ),
    )


@template(GROUP, "deliver", "one client in a few lines of chat")
def quick_note(c: Case) -> None:
    who = _client(c, email=False)
    place = who.address
    c.text(
        "hoi,",
        "",
        c.rng.choice(
            (
                (
                    f"kan je {who.full} eens bellen? gsm {_gsm(c, who)}. ze woont {place.short()}, "
                    f"{place.town_line()}. merci!"
                ),
                (
                    f"nieuwe mama voor jullie: {who.full}, {place.short()} in {place.town_line()}, gsm "
                    f"{_gsm(c, who)}."
                ),
                (
                    f"Mag ik jullie {who.full} doorgeven? Ze woont op {place.short()}, "
                    f"{place.town_line()}. Tel {_gsm(c, who)}."
                ),
            )
        ),
    )


@template(GROUP, "deliver", "one client, children named as hers and her trouble told")
def with_children(c: Case) -> None:
    who = _client(c)
    kids = child_names(c, 2)
    place = who.address
    c.text(
        "Beste",
        "",
        f"Ik wil mevrouw {who.full} aanmelden. Ze woont met haar kinderen {kids[0]} en {kids[1]} in de "
        f"{place.short()}, {place.town_line()}.",
        f"Je bereikt haar op {_gsm(c, who)} of {who.email}. Ze vertelde over "
        f"{c.secret(c.rng.choice(HEALTH))}.",
    )


@template(GROUP, "deliver", "one client in French")
def french_letter(c: Case) -> None:
    who = _client(c)
    place = who.address
    c.text(
        "Bonjour,",
        "",
        f"Je vous oriente Madame {who.full}, domiciliée {place.short()} à {place.town_line()}. Vous "
        "pouvez la "
        f"joindre au {_gsm(c, who)} ou par mail à {who.email}. Elle est "
        f"{c.secret('suivie pour une dépression')}.",
        "",
        "Merci d'avance",
    )


@template(GROUP, "deliver", "one client in English")
def english_letter(c: Case) -> None:
    who = _client(c)
    place = who.address
    c.text(
        "Dear colleague,",
        "",
        f"I would like to refer Mrs {who.full}, who lives at {place.short()}, {place.town_line()}. "
        "Her mobile "
        f"number is {_gsm(c, who)} and her e-mail is {who.email}. She "
        f"{c.secret('lost her job at the bakery')}.",
    )


@template(GROUP, "deliver", "one client in German")
def german_letter(c: Case) -> None:
    who = _client(c)
    place = who.address
    c.text(
        "Guten Tag,",
        "",
        f"ich möchte Frau {who.full} anmelden, wohnhaft {place.short()}, {place.town_line()}. Sie ist unter "
        f"{_gsm(c, who)} oder per E-Mail unter {who.email} erreichbar. Sie hat "
        f"{c.secret('hohe Mietschulden')}.",
    )


@template(GROUP, "either", "the doctor with a number of his own in the same text")
def doctor_too(c: Case) -> None:
    who = _client(c)
    doc = c.other(c.person(culture="flemish", woman=False), phone=True)
    place = who.address
    c.text(
        "Dag,",
        "",
        (
            f"Het gaat om mevrouw {who.full} ({place.short()}, {place.town_line()}, {_gsm(c, who)}, "
            f"{who.email})."
        ),
        f"Haar huisarts is dr. {doc.full}, {numbers.spell_mobile(c.rng, doc.mobile, plain=True)}.",
    )


@template(GROUP, "either", "the only phone is the partner's, said so in the text")
def phone_of_partner(c: Case) -> None:
    who = _client(c, phone=False)
    mate = c.other(c.person(woman=False, simple=True), phone=True)
    place = who.address
    c.text(
        "Beste",
        "",
        f"Mevrouw {who.full} woont in de {place.short()} te {place.town_line()}. Ze heeft zelf geen "
        "gsm; haar man "
        f"{mate.full} neemt op op {numbers.spell_mobile(c.rng, mate.mobile, plain=True)}. Mailen "
        f"kan: {who.email}.",
    )


@template(GROUP, "either", "a visit report with several persons")
def visit_report(c: Case) -> None:
    who = _client(c, email=False)
    mum = c.other(c.person(woman=True, simple=True), phone=True)
    kid = child_names(c, 1)[0]
    place = who.address
    c.text(
        "Verslag huisbezoek",
        "",
        f"Bij aankomst deed grootmoeder {mum.full} open (tel. "
        f"{numbers.spell_mobile(c.rng, mum.mobile, plain=True)}). {who.full} zelf kwam later, met "
        f"{kid} op de arm.",
        (
            f"Het gezin woont sinds kort op {place.short()}, {place.town_line()}. {who.first} geeft als "
            f"nummer {_gsm(c, who)}."
        ),
        f"Bezorgdheid: {c.secret(c.rng.choice(FAMILY))}.",
    )


@template(GROUP, "either", "mother and father, both with a number, only she asks for help")
def both_parents_in_text(c: Case) -> None:
    who = _client(c, email=False)
    dad = c.other(c.person(woman=False, simple=True), phone=True)
    place = who.address
    c.text(
        "Hallo",
        "",
        f"{who.full} ({_gsm(c, who)}) en haar partner {dad.full} "
        f"({numbers.spell_mobile(c.rng, dad.mobile, plain=True)}) "
        f"wonen in {place.town_line()}, {place.short()}.",
        f"Enkel {who.first} vraagt hulp.",
    )


@template(GROUP, "reject", "two clients in running text")
def two_clients_in_text(c: Case) -> None:
    one, two = _client(c), _client(c)
    c.text(
        "Beste",
        "",
        f"Graag aandacht voor {one.full}, {one.address.line(c.rng)}, {_gsm(c, one)}, en ook voor {two.full}, "
        f"{two.address.line(c.rng)}, {_gsm(c, two)}. Beide gezinnen zijn op de hoogte.",
    )


@template(GROUP, "reject", "running text under a policy that refuses it")
def text_refused(c: Case) -> None:
    who = _client(c)
    c.prose = "refuse"
    c.text(
        "Beste",
        "",
        f"Mevrouw {who.full}, {who.address.line(c.rng)}, zou graag met jullie spreken. Haar nummer "
        f"is {_gsm(c, who)}, "
        f"mail {who.email}.",
    )


@template(GROUP, "reject", "the client of the text lives in another municipality")
def lives_elsewhere(c: Case) -> None:
    who = _client(c)
    place = who.address.short()
    c.text(
        "Beste",
        "",
        (
            f"Mevrouw {who.full} woont in de {place}, 1755 Gooik, en is te bereiken op {_gsm(c, who)} of "
            f"via {who.email}."
        ),
    )


@template(GROUP, "reject", "somebody is spoken of but not named")
def nobody_named(c: Case) -> None:
    c.prose = "extract"
    who = c.person()
    c.forbid("phone", who.mobile)
    c.text(
        "Dag",
        "",
        f"Ik had net een mama aan de lijn, ze durft haar naam niet geven. Ze belt vanop {_gsm(c, who)}.",
        f"Thema: {c.secret(c.rng.choice(FAMILY))}. Wat raden jullie aan?",
    )


@template(GROUP, "deliver", "data in brackets behind the name, with a house box")
def brackets(c: Case) -> None:
    who = _client(c, box=True)
    place = who.address
    c.text(
        "Hallo allemaal,",
        "",
        f"Vanmorgen was ik bij {who.full} ({place.short()} bus {place.box}, {place.town_line()} – "
        f"{_gsm(c, who)} – "
        f"{who.email}). Ze wil graag een afspraak.",
    )


TEMPLATES = (
    formal_letter,
    quick_note,
    with_children,
    french_letter,
    english_letter,
    german_letter,
    doctor_too,
    phone_of_partner,
    visit_report,
    both_parents_in_text,
    two_clients_in_text,
    text_refused,
    lives_elsewhere,
    nobody_named,
    brackets,
)
