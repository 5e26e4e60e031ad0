"""Mails nobody may act on by guessing: several clients, the other parent, another town, no client."""

from dataclasses import replace

from tests.bench.minimisation.forms import called, everything, form, role_label, rows_of, with_mother
from tests.bench.minimisation.model import Draft, Grid, Lang, Line, Row, Scene, Secret, Template
from tests.bench.minimisation.people import Person, spelled
from tests.bench.minimisation.words import SECTIONS, address_line, label

_MEETING: dict[Lang, str] = {
    "nl": "Past het overleg dinsdag om 10 uur nog? {doctor} komt ook, te bereiken op {pp}.",
    "fr": "La réunion de mardi à 10 heures tient-elle toujours ? {doctor} viendra aussi, joignable au {pp}.",
    "en": "Is Tuesday at ten still fine for the meeting? {doctor} will join, reachable on {pp}.",
    "de": "Passt die Besprechung am Dienstag um zehn noch? {doctor} kommt auch, erreichbar unter {pp}.",
}
_THANKS: dict[Lang, str] = {
    "nl": "Bedankt voor de snelle hulp vorige week!",
    "fr": "Merci pour votre aide rapide !",
    "en": "Thanks for your quick help last week!",
    "de": "Danke für die schnelle Hilfe!",
}
_STORY: dict[Lang, str] = {
    "nl": "Kunnen jullie iets doen voor het gezin?",
    "fr": "Pouvez-vous faire quelque chose pour la famille ?",
    "en": "Can you do anything for the family?",
    "de": "Können Sie etwas für die Familie tun?",
}


def two_forms(scene: Scene) -> Draft:
    one, two = scene.client, _neighbour(scene)
    lines = (*_lines(rows_of(scene, one)), Line(""), *_lines(rows_of(scene, two)))
    return Draft("two families below each other", lines, (), must="reject", own=(one, two))


def two_rows(scene: Scene) -> Draft:
    one, two = scene.client, _neighbour(scene)
    heads = tuple(
        label(scene.rng, scene.lang, slot, client=False) for slot in ("first", "last", "address", "mobile")
    )
    rows = tuple(
        (who.first, who.last, address_line(scene.rng, scene.lang, who), spelled(who.phone[0], scene.rng))
        for who in (one, two)
    )
    return Draft(
        "two families in a table",
        (Grid((heads, *rows), header=True),),
        (),
        must="reject",
        own=(replace(one, email=()), replace(two, email=())),
    )


def two_numbered(scene: Scene) -> Draft:
    one, two = scene.client, _neighbour(scene)
    numbered = (Line("1)"), *_lines(rows_of(scene, one)), Line(""), Line("2)"), *_lines(rows_of(scene, two)))
    return Draft("two families, numbered", numbered, (), must="reject", own=(one, two))


def client_and_father(scene: Scene) -> Draft:
    scene = with_mother(scene)
    words, father, own = SECTIONS[scene.lang], scene.third["partner"], form(scene, roles=0)
    lines = (
        Line(f"{words['mother']} ({words['marked']})"),
        *_lines(own.rows),
        Line(""),
        Line(words["father"]),
        *_lines(rows_of(scene, father, names="full")),
    )
    secrets = (*own.secrets, *everything(father))
    return Draft(
        "the mother is the client, the father is not",
        lines,
        (scene.client,),
        secrets=secrets,
        sensitive=own.sensitive,
        loose=own.loose,
    )


def parents_unmarked(scene: Scene) -> Draft:
    scene = with_mother(scene)
    words, father = SECTIONS[scene.lang], scene.third["partner"]
    lines = (
        Line(words["mother"]),
        *_lines(rows_of(scene, scene.client)),
        Line(""),
        Line(words["father"]),
        *_lines(rows_of(scene, father)),
    )
    return Draft(
        "two parents, neither said to be the client", lines, (), must="reject", own=(scene.client, father)
    )


def father_on_a_line(scene: Scene) -> Draft:
    told, father = form(scene, roles=0), scene.third["partner"]
    line = Line(f"{SECTIONS[scene.lang]['father']}: {father.name}, {spelled(father.phone[0], scene.rng)}")
    secrets = (*told.secrets, called(father), Secret("phone", father.phone[0]))
    return Draft(
        "the father's name and telephone on one line",
        (*_lines(told.rows), line),
        (scene.client,),
        secrets=secrets,
        sensitive=told.sensitive,
        loose=told.loose,
    )


def lives_elsewhere(scene: Scene) -> Draft:
    who = replace(scene.third["landlord"], first=scene.client.first, last=scene.client.last)
    return Draft("the client lives elsewhere", _lines(rows_of(scene, who)), (), must="reject", own=(who,))


def lives_elsewhere_table(scene: Scene) -> Draft:
    who = scene.third["landlord"]
    return Draft(
        "the client lives elsewhere, in a table", (Grid(rows_of(scene, who)),), (), must="reject", own=(who,)
    )


def postcode_of_elsewhere(scene: Scene) -> Draft:
    """The municipality's name beside another's postcode."""
    who = replace(scene.client, postcode="1755")
    return Draft(
        "postcode and municipality disagree",
        _lines(rows_of(scene, who, address="line")),
        (),
        must="reject",
        own=(who,),
    )


def question(scene: Scene) -> Draft:
    doctor = scene.third["doctor"]
    text = _MEETING[scene.lang].format(doctor=doctor.name, pp=spelled(doctor.phone[0], scene.rng))
    secrets = (called(doctor), Secret("phone", doctor.phone[0]))
    return Draft(
        "a question about a meeting", (Line(text),), (), must="reject", secrets=secrets, subject="Overleg"
    )


def thanks(scene: Scene) -> Draft:
    return Draft("a word of thanks", (Line(_THANKS[scene.lang]),), (), must="reject", subject="Bedankt")


def only_a_third_person(scene: Scene) -> Draft:
    rows = tuple((role_label(scene, role), scene.third[role].name) for role in ("doctor", "landlord"))
    secrets = tuple(called(scene.third[role]) for role in ("doctor", "landlord"))
    phrases = tuple(phrase for _, phrase in scene.sentences[:2])
    story = Line(" ".join((_STORY[scene.lang], *(sentence for sentence, _ in scene.sentences[:2]))))
    return Draft(
        "no client named, only others",
        (*_lines(rows), story),
        (),
        must="reject",
        secrets=secrets,
        sensitive=phrases,
    )


def empty_form(scene: Scene) -> Draft:
    slots = ("first", "last", "address", "mobile", "email")
    lines = tuple(Line(f"{label(scene.rng, scene.lang, slot)}: ") for slot in slots)
    return Draft("the form, not filled in", lines, (), must="reject")


def _neighbour(scene: Scene) -> Person:
    """Another client of the same municipality, made of the landlord."""
    other, near = scene.third["landlord"], scene.client
    return replace(other, postcode=near.postcode, municipality=near.municipality)


def _lines(rows: tuple[Row, ...]) -> tuple[Line, ...]:
    return tuple(Line(f"{name}: {value}") for name, value in rows)


TWO_CLIENTS: tuple[Template, ...] = (two_forms, two_rows, two_numbered)
TWO_PARENTS: tuple[Template, ...] = (client_and_father, parents_unmarked, father_on_a_line)
WRONG_RESIDENCE: tuple[Template, ...] = (lives_elsewhere, lives_elsewhere_table, postcode_of_elsewhere)
NO_CLIENT: tuple[Template, ...] = (question, thanks, only_a_third_person, empty_form)
