"""Labelled lines, in as many layouts as people type them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from tests.bench.minimisation.forms import Form, called, everything, form, role_label, rows_of
from tests.bench.minimisation.model import Draft, Line, Row, Scene, Template
from tests.bench.minimisation.people import with_phones
from tests.bench.minimisation.words import SECTIONS, pick, slipped

Written = Callable[[Row], str]


def colon(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]}: {row[1]}", "a label, a colon, a value")


def colon_after_space(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]} : {row[1]}", "a space before the colon")


def colon_without_space(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]}:{row[1]}", "no space behind the colon")


def tabs(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]}\t{row[1]}", "label, tab, value")


def colon_and_tabs(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]}:\t{row[1]}", "label, colon, tab, value")


def dotted(scene: Scene) -> Draft:
    return _lines(
        scene,
        form(scene),
        lambda row: f"{row[0]} {'.' * max(3, 24 - len(row[0]))} {row[1]}",
        "dotted leaders",
    )


def underscored(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]}: __{row[1]}__", "filled in on a printed rule")


def below(scene: Scene) -> Draft:
    told = form(scene)
    lines = [Line(text) for name, value in told.rows for text in (name, value, "")]
    return _draft(scene, told, lines, "each value on the line under its label")


def below_with_colon(scene: Scene) -> Draft:
    told = form(scene)
    lines = [Line(text) for name, value in told.rows for text in (f"{name}:", value)]
    return _draft(scene, told, lines, "each value on the line under its label with colon")


def bullets(scene: Scene) -> Draft:
    told, sign = form(scene), scene.rng.choice(("·", "-", "*", "•"))
    lines = [Line(f"{name}: {value}", bullet=sign) for name, value in told.rows]
    return _draft(scene, told, lines, "a bulleted list")


def numbered(scene: Scene) -> Draft:
    told, sign = form(scene), scene.rng.choice((".", ")"))
    lines = [Line(f"{at}{sign} {name}: {value}") for at, (name, value) in enumerate(told.rows, 1)]
    return _draft(scene, told, lines, "a numbered list")


def bracketed(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"[{row[0]}] {row[1]}", "labels in square brackets")


def capitals(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0].upper()}: {row[1]}", "labels in capitals")


def lower_case(scene: Scene) -> Draft:
    draft = _lines(
        scene,
        form(scene, extras=1, roles=0),
        lambda row: f"{row[0].lower()} {row[1]}",
        "typed on a phone: no colons",
    )
    return replace(draft, must="either", html="none")


def lower_case_colon(scene: Scene) -> Draft:
    draft = _lines(scene, form(scene), lambda row: f"{row[0].lower()}:{row[1]}", "typed on a phone")
    return replace(draft, html="none")


def equals(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]} = {row[1]}", "an equals sign")


def dashes(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]} - {row[1]}", "a dash between label and value")


def arrows(scene: Scene) -> Draft:
    return _lines(scene, form(scene), lambda row: f"{row[0]} → {row[1]}", "an arrow between label and value")


def one_line(scene: Scene) -> Draft:
    told = form(scene, extras=1, roles=0)
    text = scene.rng.choice((" | ", "; ", " / ")).join(f"{name}: {value}" for name, value in told.rows)
    return replace(_draft(scene, told, [Line(text)], "the whole form on one line"), must="either")


def two_a_line(scene: Scene) -> Draft:
    told = form(scene, names="split")
    pairs = [f"{name}: {value}" for name, value in told.rows]
    joint = scene.rng.choice(("\t\t", "      "))
    lines = [Line(joint.join(pairs[at : at + 2])) for at in range(0, len(pairs), 2)]
    return replace(_draft(scene, told, lines, "two labels on a line"), must="either")


def bold(scene: Scene) -> Draft:
    told = form(scene)
    lines = [Line(f"{name}: {value}", bold=True) for name, value in told.rows]
    return _draft(scene, told, lines, "all in bold")


def typing_errors(scene: Scene) -> Draft:
    slips = set(scene.rng.sample(range(4), 2))
    told = form(scene)
    rows = tuple((slipped(scene.rng, n) if at in slips else n, v) for at, (n, v) in enumerate(told.rows))
    return _lines(
        scene,
        replace(told, rows=rows),
        lambda row: f"{row[0]}: {row[1]}",
        "slips of the finger in two labels",
    )


def blank_fields(scene: Scene) -> Draft:
    told = form(scene, names="split", roles=0)
    unused = ((role_label(scene, "partner"), ""), (role_label(scene, "doctor"), "/"))
    rows = (*told.rows[:2], unused[0], *told.rows[2:], unused[1])
    return _lines(
        scene, replace(told, rows=rows), lambda row: f"{row[0]}: {row[1]}", "some labels left empty"
    )


def several_phones(scene: Scene) -> Draft:
    scene = replace(scene, client=with_phones(scene.client, scene.rng))
    return _lines(scene, form(scene), lambda row: f"{row[0]}: {row[1]}", "a mobile and a land line")


def sections(scene: Scene) -> Draft:
    """The client's section first, then those of others with their own data."""
    words, partner, child = SECTIONS[scene.lang], scene.third["partner"], scene.third["child"]
    own = form(scene, roles=0)
    lines = [
        Line(pick(scene.rng, words["client"]), bold=True),
        *_written(own.rows),
        Line(""),
        Line(pick(scene.rng, words["partner"]), bold=True),
        *_written(rows_of(scene, partner)),
        Line(""),
        Line(words["child"], bold=True),
        *_written(rows_of(scene, child)[:2]),
    ]
    told = replace(own, secrets=(*own.secrets, *everything(partner), called(child)))
    return _draft(scene, told, lines, "sections for client, partner and child")


def sections_client_last(scene: Scene) -> Draft:
    words, partner = SECTIONS[scene.lang], scene.third["partner"]
    own = form(scene, roles=0)
    lines = [
        Line(pick(scene.rng, words["partner"])),
        *_written(rows_of(scene, partner, names="full")),
        Line(""),
        Line(pick(scene.rng, words["client"])),
        *_written(own.rows),
    ]
    told = replace(own, secrets=(*own.secrets, *everything(partner)))
    return _draft(scene, told, lines, "the partner's section above the client's")


def sections_copied(scene: Scene) -> Draft:
    """The client's block copied for the partner, with labels that say client and all."""
    words, partner = SECTIONS[scene.lang], scene.third["partner"]
    own, others = form(scene, roles=0), rows_of(replace(scene, client=partner), partner)
    lines = [
        Line(pick(scene.rng, words["client"]), bold=True),
        *_written(own.rows),
        Line(""),
        Line(pick(scene.rng, words["partner"]), bold=True),
        *_written(others),
    ]
    told = replace(own, secrets=(*own.secrets, *everything(partner)))
    return replace(_draft(scene, told, lines, "the partner's section in the client's labels"), must="either")


def _written(rows: Iterable[Row]) -> list[Line]:
    return [Line(f"{name}: {value}") for name, value in rows]


def _lines(scene: Scene, told: Form, written: Written, why: str) -> Draft:
    return _draft(scene, told, [Line(written(row)) for row in told.rows], why)


def _draft(scene: Scene, told: Form, lines: Iterable[Line], why: str) -> Draft:
    return Draft(
        why, tuple(lines), (scene.client,), secrets=told.secrets, sensitive=told.sensitive, loose=told.loose
    )


TEMPLATES: tuple[Template, ...] = (
    colon,
    colon_after_space,
    colon_without_space,
    tabs,
    colon_and_tabs,
    dotted,
    underscored,
    below,
    below_with_colon,
    bullets,
    numbered,
    bracketed,
    capitals,
    lower_case,
    lower_case_colon,
    equals,
    dashes,
    arrows,
    one_line,
    two_a_line,
    bold,
    typing_errors,
    blank_fields,
    several_phones,
    sections,
    sections_client_last,
    sections_copied,
)
