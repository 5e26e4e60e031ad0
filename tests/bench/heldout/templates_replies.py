"""Replies and forwards, with older mails below."""

from tests.bench.heldout import numbers
from tests.bench.heldout.blocks import Block, Para, Quote, paras
from tests.bench.heldout.case import Case, template
from tests.bench.heldout.extras import extras
from tests.bench.heldout.form import form
from tests.bench.heldout.people import Person, make_address

GROUP = "replies"


def _old_form(c: Case, who: Person) -> list[Block]:
    c.other(who, phone=True, email=True, address=True)
    rows = form(c, who, expect=False, landline=False)
    return [Para("Dag,"), Para(), *(Para(f"{key}: {value}") for key, value in rows), Para(), Para("Groeten")]


def _top(c: Case, who: Person) -> None:
    c.subject = c.rng.choice(("RE: ", "Re: ", "Antw: ", "FW: ")) + "aanmelding"
    c.opening()
    c.lines(form(c, who) + extras(c, who, 0, 2))


@template(GROUP, "deliver", "a new referral on top of an older one of another family")
def older_family_below(c: Case) -> None:
    who, old = c.person(), c.person()
    _top(c, who)
    mate = c.other(c.person(culture="flemish"), email=True)
    c.quote(mate.full, mate.email, _old_form(c, old), look=c.rng.choice(("outlook", "outlook", "original")))


@template(GROUP, "deliver", "a new referral on top of a chain of three older mails")
def chain(c: Case) -> None:
    who, old = c.person(), c.person()
    _top(c, who)
    mate = c.other(c.person(culture="flemish"), email=True)
    deep = Quote(
        f"OCMW Pepingen <{'ocmw@pepingen.example'}>",
        "vrijdag 3 april 2026 10:12",
        c.sender.full,
        "RE: aanmelding",
        _old_form(c, old),
    )
    c.quote(mate.full, mate.email, [*paras("Bedankt, we nemen contact op met dat gezin.", ""), deep])


@template(GROUP, "deliver", "the older mail has French headings")
def french_quote(c: Case) -> None:
    who, old = c.person(), c.person()
    _top(c, who)
    mate = c.other(c.person(culture="walloon"), email=True)
    c.quote(mate.full, mate.email, _old_form(c, old), lang="fr")


@template(GROUP, "deliver", "the older mail has English headings")
def english_quote(c: Case) -> None:
    who, old = c.person(), c.person()
    _top(c, who)
    mate = c.other(c.person(), email=True)
    c.quote(mate.full, mate.email, _old_form(c, old), lang=c.rng.choice(("en", "de")))


@template(GROUP, "deliver", "the older mail is quoted in the way of Gmail")
def gmail_quote(c: Case) -> None:
    who, old = c.person(), c.person()
    _top(c, who)
    mate = c.other(c.person(), email=True)
    c.quote(mate.full, mate.email, _old_form(c, old), look="gmail")


@template(GROUP, "deliver", "the service asked for the data; the answer on top holds all of them")
def asked_for(c: Case) -> None:
    who = c.person()
    _top(c, who)
    mate = c.other(c.person(culture="flemish", woman=True), phone=True)
    c.quote(
        f"{mate.full} (OCMW Pepingen)",
        "ocmw@pepingen.example",
        paras(
            "Dag,",
            "",
            "Mogen we naam, adres en gsm van dat gezin ontvangen?",
            "",
            mate.full,
            "maatschappelijk werker",
            f"tel. {numbers.spell_mobile(c.rng, mate.mobile)}",
        ),
    )


@template(GROUP, "deliver", "the same client's earlier address stands in the older mail")
def moved_since(c: Case) -> None:
    who = c.person()
    old = who.at(make_address(c.rng, box=False))
    _top(c, who)
    c.forbid("address", old.address.short())
    rows = form(c, old, expect=False, name="split", address="one", landline=False, email=False, shuffle=False)
    c.text("", "Opgelet: nieuw adres t.o.v. mijn vorige mail.")
    c.quote(c.sender.full, c.sender.mail, [Para(f"{key}: {value}") for key, value in rows])


@template(GROUP, "either", "nothing on top, the form is in the forwarded mail")
def form_only_below(c: Case) -> None:
    who = c.person()
    mate = c.other(c.person(culture="flemish"), email=True)
    c.subject = "FW: gezin"
    c.text(c.rng.choice(("Zie onder.", "Voor jullie, zie hieronder", "Ter opvolging!", "FYI")))
    c.quote(
        mate.full,
        mate.email,
        [Para(f"{key}: {value}") for key, value in form(c, who)] + paras("", "Groeten", mate.first),
    )


@template(GROUP, "either", "only a number on top, name and address in the older mail")
def split_over_two_mails(c: Case) -> None:
    who = c.person()
    mate = c.other(c.person(culture="flemish"), email=True)
    c.subject = "RE: gezin"
    c.text("Dag, het gsm-nummer was ik vergeten:", "")
    c.lines([("Gsm", numbers.spell_mobile(c.rng, who.mobile))])
    c.expect(who, phone=[who.mobile])
    rows = form(c, who, name="split", address="one", expect=False, shuffle=False)[:3]
    c.quote(mate.full, mate.email, [Para(f"{key}: {value}") for key, value in rows])


@template(GROUP, "either", "answers typed into the older mail behind its questions")
def inline_answers(c: Case) -> None:
    who = c.person()
    c.subject = "RE: vraag"
    c.text("Zie mijn antwoorden hieronder in jouw mail.")
    rows = form(c, who, name="split", address="one", landline=False)
    mixed = [
        Para(f"{key}: {value}", html=f'{key}: <span style="color:#C00000">{value}</span>')
        for key, value in rows
    ]
    c.quote("OCMW Pepingen", "ocmw@pepingen.example", [*paras("Mogen we volgende gegevens?", ""), *mixed])


@template(
    GROUP, "reject", "a thank-you on top, the older referral of a client below was meant for another mail"
)
def thanks_above_old(c: Case) -> None:
    old = c.person()
    c.subject = "RE: aanmelding"
    c.text(
        "Dag,",
        "",
        "Bedankt voor de snelle terugkoppeling, dit gezin mag afgesloten worden. Niets meer te doen.",
    )
    mate = c.other(c.person(culture="flemish"), email=True)
    c.quote(mate.full, mate.email, _old_form(c, old))


TEMPLATES = (
    older_family_below,
    chain,
    french_quote,
    english_quote,
    gmail_quote,
    asked_for,
    moved_since,
    form_only_below,
    split_over_two_mails,
    inline_answers,
    thanks_above_old,
)
