"""HTML tables, of the builds people make in Word."""

from collections.abc import Iterable
from dataclasses import replace

from tests.bench.minimisation.forms import Form, called, everything, form, role_label, rows_of
from tests.bench.minimisation.model import Block, Draft, Grid, Line, Scene, Secret, Template
from tests.bench.minimisation.people import Person, spelled
from tests.bench.minimisation.words import ROLES, SECTIONS, address_line, label, pick, street_line


def two_columns(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, told, (Grid(told.rows),), "label left, value right")


def two_columns_with_colon(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(
        scene, told, (Grid(tuple((f"{name} :", value) for name, value in told.rows)),), "labels with colon"
    )


def two_line_address(scene: Scene) -> Draft:
    told = form(scene, address="line", names="split")
    someone = scene.client
    stacked = f"{street_line(scene.rng, scene.lang, someone)}\n{someone.postcode} {someone.municipality}"
    rows = tuple((name, stacked if at == 2 else value) for at, (name, value) in enumerate(told.rows))
    return _draft(scene, told, (Grid(rows),), "the address on two lines of one cell")


def header_row(scene: Scene) -> Draft:
    told = form(scene, roles=0)
    names, values = zip(*told.rows, strict=True)
    return _draft(scene, told, (Grid((names, values), header=True),), "labels in the header row")


def four_cells(scene: Scene) -> Draft:
    told = form(scene)
    rows = list(told.rows) + ([("", "")] if len(told.rows) % 2 else [])
    quads = tuple((*rows[at], *rows[at + 1]) for at in range(0, len(rows), 2))
    return _draft(scene, told, (Grid(quads),), "label, value, label, value")


def titled(scene: Scene) -> Draft:
    told = form(scene)
    title = {
        "nl": "Aanmeldingsfiche",
        "fr": "Fiche de demande",
        "en": "Referral form",
        "de": "Überweisungsbogen",
    }
    return _draft(scene, told, (Grid(((title[scene.lang],), *told.rows)),), "a title across both columns")


def nested(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(scene, told, (Grid(((Grid(told.rows),),)),), "the form inside a layout table")


def empty_cells(scene: Scene) -> Draft:
    told = form(scene, roles=0)
    rows = (
        *told.rows[:3],
        (role_label(scene, "partner"), ""),
        *told.rows[3:],
        (role_label(scene, "doctor"), "-"),
    )
    return _draft(scene, told, (Grid(rows),), "some cells left empty")


def role_column(scene: Scene) -> Draft:
    """A row per person of the household; the role says which is the client."""
    household = _household(scene)
    words = SECTIONS[scene.lang]
    heads = (
        pick(scene.rng, words["role"]),
        label(scene.rng, scene.lang, "last", client=False),
        label(scene.rng, scene.lang, "first", client=False),
        label(scene.rng, scene.lang, "mobile"),
    )
    rows = [
        (role, who.last, who.first, "" if role_key == "child" else spelled(who.phone[0], scene.rng))
        for role_key, role, who in household
    ]
    where = f"{label(scene.rng, scene.lang, 'address')}: {address_line(scene.rng, scene.lang, scene.client)}"
    secrets = _of_others(household)
    draft = _draft(
        scene, Form((), secrets), (Grid((heads, *rows), header=True), Line(""), Line(where)), "a row a person"
    )
    return replace(draft, clients=(replace(scene.client, email=()),))


def persons_as_columns(scene: Scene) -> Draft:
    household = _household(scene)[:2]
    heads = ("", *(role for _, role, _ in household))
    values = {
        "first": [who.first for _, _, who in household],
        "last": [who.last for _, _, who in household],
        "mobile": [spelled(who.phone[0], scene.rng) for _, _, who in household],
    }
    rows = [(label(scene.rng, scene.lang, slot, client=False), *told) for slot, told in values.items()]
    place = (
        label(scene.rng, scene.lang, "address", client=False),
        address_line(scene.rng, scene.lang, scene.client),
        address_line(scene.rng, scene.lang, household[1][2]),
    )
    others = everything(household[1][2])[:3]
    draft = _draft(scene, Form((), others), (Grid((heads, *rows, place), header=True),), "a column a person")
    return replace(draft, clients=(replace(scene.client, email=()),))


def sectioned(scene: Scene) -> Draft:
    words, partner = SECTIONS[scene.lang], scene.third["partner"]
    told = form(scene, roles=0)
    rows = (
        (pick(scene.rng, words["client"]),),
        *told.rows,
        (pick(scene.rng, words["partner"]),),
        *rows_of(scene, partner),
    )
    return _draft(scene, _plus(told, everything(partner)), (Grid(rows),), "section rows across both columns")


def two_tables(scene: Scene) -> Draft:
    words, partner = SECTIONS[scene.lang], scene.third["partner"]
    told = form(scene, roles=0)
    blocks: tuple[Block, ...] = (
        Line(pick(scene.rng, words["client"]), bold=True),
        Grid(told.rows),
        Line(""),
        Line(pick(scene.rng, words["partner"]), bold=True),
        Grid(rows_of(scene, partner)),
    )
    return _draft(
        scene, _plus(told, everything(partner)), blocks, "a table for the client, one for the partner"
    )


def name_above_table(scene: Scene) -> Draft:
    told = form(scene, names="full", roles=1)
    name, *rest = told.rows
    return _draft(
        scene, told, (Line(f"{name[0]}: {name[1]}"), Grid(tuple(rest))), "the name above, the rest in a table"
    )


def three_columns_remarks(scene: Scene) -> Draft:
    told = form(scene, roles=0)
    phrases = scene.sentences[:2]
    heads = {
        "nl": ("Veld", "Waarde", "Opmerking"),
        "fr": ("Champ", "Valeur", "Remarque"),
        "en": ("Field", "Value", "Remark"),
        "de": ("Feld", "Wert", "Bemerkung"),
    }[scene.lang]
    remarks = [sentence for sentence, _ in phrases] + [""] * len(told.rows)
    rows = tuple((*row, remark) for row, remark in zip(told.rows, remarks, strict=False))
    secret = replace(told, sensitive=(*told.sensitive, *(phrase for _, phrase in phrases)))
    return _draft(scene, secret, (Grid((heads, *rows), header=True),), "a third column with remarks")


def _household(scene: Scene) -> list[tuple[str, str, Person]]:
    """The client first or second, with partner and child, each with the role as it is told."""
    own = ("client", SECTIONS[scene.lang]["marked"], scene.client)
    partner = ("partner", ROLES[scene.lang]["partner"].split("|")[0], scene.third["partner"])
    child = ("child", ROLES[scene.lang]["child"].split("|")[0], scene.third["child"])
    return [own, partner, child]


def _of_others(household: list[tuple[str, str, Person]]) -> tuple[Secret, ...]:
    partner, child = household[1][2], household[2][2]
    return (called(partner), Secret("phone", partner.phone[0]), Secret("child", child.first))


def _plus(told: Form, secrets: Iterable[Secret]) -> Form:
    return replace(told, secrets=(*told.secrets, *secrets))


def _draft(scene: Scene, told: Form, blocks: tuple[Block, ...], why: str) -> Draft:
    return Draft(
        why, blocks, (scene.client,), secrets=told.secrets, sensitive=told.sensitive, loose=told.loose
    )


TEMPLATES: tuple[Template, ...] = (
    two_columns,
    two_columns_with_colon,
    two_line_address,
    header_row,
    four_cells,
    titled,
    nested,
    empty_cells,
    role_column,
    persons_as_columns,
    sectioned,
    two_tables,
    name_above_table,
    three_columns_remarks,
)
