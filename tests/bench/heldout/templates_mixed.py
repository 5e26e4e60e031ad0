"""A labelled form with a chatty letter around it; running text is refused, the form counts."""

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import grid
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import FAMILY, HEALTH, MONEY, child_names, extras
from tests.bench.heldout.form import form

GROUP = "mixed"


@template(GROUP, "deliver", "a form; the letter above tells of husband and children")
def story_above(c: Case) -> None:
    who = c.person(woman=True)
    mate = c.other(c.person(woman=False))
    kids = child_names(c, 2)
    c.text(
        "Beste collega",
        "",
        f"Ik leerde dit gezin kennen op het consultatiebureau. Papa {mate.full} werkt in ploegen, "
        "mama staat er "
        f"vaak alleen voor met {kids[0]} en {kids[1]}. Er is {c.secret(c.rng.choice(MONEY))}.",
        "Ze zien een gesprek met jullie wel zitten. Hieronder de gegevens:",
        "",
    )
    c.lines(form(c, who))


@template(GROUP, "deliver", "a form; the letter below names the sister and her number")
def story_below(c: Case) -> None:
    who = c.person(woman=True)
    sister = c.other(c.person(woman=True), phone=True)
    c.opening()
    c.lines(form(c, who))
    c.text(
        "",
        f"Ter info: haar zus {sister.full} komt geregeld helpen en is bereikbaar op "
        f"{numbers.spell_mobile(c.rng, sister.mobile)}, maar bel in eerste instantie naar mevrouw zelf.",
        (
            f"Verder vertelde ze dat er sprake is van {c.secret(c.rng.choice(FAMILY))}. Wees dus wat "
            "voorzichtig."
        ),
    )


@template(GROUP, "deliver", "a form with a long labelled story at its end")
def long_question(c: Case) -> None:
    who = c.person()
    c.opening()
    c.lines(form(c, who))
    one, two = c.secret(c.rng.choice(HEALTH)), c.secret(c.rng.choice(MONEY))
    c.lines(
        [
            (
                c.rng.choice(("Hulpvraag", "Context", "Toelichting", "Omschrijving situatie")),
                (
                    f"gezin in moeilijkheden. Eerst {one}, daarna {two}. Papa is weinig thuis.\nMama wil "
                    "graag dat jullie eerst bellen. "
                    "Zij is vooral in de voormiddag bereikbaar."
                ),
            )
        ]
    )


@template(GROUP, "deliver", "a table, with running text before and after")
def table_in_a_letter(c: Case) -> None:
    who = c.person(woman=True)
    c.look = c.rng.choice(("word", "web"))
    kid = child_names(c, 1)[0]
    c.text(
        "Hallo",
        "",
        (
            f"Net thuis van een huisbezoek. De kleine {kid} doet het goed, maar mama is op. Zie tabel "
            "voor de gegevens."
        ),
        "",
    )
    c.top.append(grid(form(c, who) + extras(c, who, 1, 2)))
    c.text("", f"Ik vermoed {c.secret(c.rng.choice(HEALTH))}, maar daar heeft ze het zelf liever niet over.")


@template(GROUP, "deliver", "the letter names a colleague with her own number for questions")
def colleague_for_questions(c: Case) -> None:
    who = c.person()
    mate = c.other(c.person(culture="flemish", woman=True), phone=True)
    c.opening()
    c.lines(form(c, who))
    c.text(
        "",
        f"Volgende week ben ik met verlof. Vragen mogen naar mijn collega {mate.full}, "
        f"{numbers.spell_mobile(c.rng, mate.mobile)}.",
    )


@template(GROUP, "either", "the letter says that the number in the form is by now the ex-partner's")
def number_taken_back(c: Case) -> None:
    who = c.person(woman=True)
    c.opening()
    c.lines(form(c, who, landline=False, expect=False))
    c.expect(who, phone=[], email=[who.email])
    c.forbid("phone", who.mobile)
    c.text("", "Let op!! Dat gsm-nummer is intussen van haar ex, dus NIET bellen. Mailen mag wel.")


@template(GROUP, "deliver", "the client is named again in the text, in agreement with the form")
def named_again(c: Case) -> None:
    who = c.person(woman=True)
    c.text(
        "Dag collega",
        "",
        f"Zoals afgesproken de gegevens van {who.first}. Zij weet dat {c.sender.first} jullie mailt.",
        "",
    )
    c.lines(form(c, who))
    c.text("", f"{who.first} heeft het nogal moeilijk met {c.secret(c.rng.choice(FAMILY))}.")


@template(GROUP, "either", "name in the text, the rest in labelled lines")
def name_only_in_text(c: Case) -> None:
    who = c.person(woman=True, simple=True)
    c.text("Dag", "", f"Mag ik jullie {who.full} doorsturen? Dit zijn haar gegevens:", "")
    rows = form(c, who, name="split", shuffle=False)
    c.lines(rows[2:])


TEMPLATES = (
    story_above,
    story_below,
    long_question,
    table_in_a_letter,
    colleague_for_questions,
    number_taken_back,
    named_again,
    name_only_in_text,
)
