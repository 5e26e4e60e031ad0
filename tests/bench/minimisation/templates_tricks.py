"""What hides, looks alike, or stands where it does not belong."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace

from tests.bench.minimisation.forms import form, full_name, secrets_of
from tests.bench.minimisation.model import Block, Draft, Line, Raw, Row, Scene, Secret, Template
from tests.bench.minimisation.people import Person, spelled
from tests.bench.minimisation.words import address_line, label

_CYRILLIC = str.maketrans("aeopcx", "аеорсх")


def hidden_span(scene: Scene) -> Draft:
    return _hidden(scene, '<span style="display:none">{}</span>', "text not displayed")


def hidden_div(scene: Scene) -> Draft:
    return _hidden(
        scene, '<div style="visibility:hidden;height:0;overflow:hidden">{}</div>', "an invisible block"
    )


def white_on_white(scene: Scene) -> Draft:
    return _hidden(scene, '<p style="color:#FFFFFF;background:white">{}</p>', "white on white")


def one_pixel(scene: Scene) -> Draft:
    return _hidden(
        scene, '<p><font style="font-size:1px;color:#fefefe">{}</font></p>', "letters of one pixel"
    )


def word_hidden(scene: Scene) -> Draft:
    return _hidden(
        scene, '<p class="MsoNormal"><span style="mso-hide:all">{}</span></p>', "Word's hidden text"
    )


def comment(scene: Scene) -> Draft:
    return _hidden(scene, "<!-- {} -->", "an HTML comment")


def attributes(scene: Scene) -> Draft:
    return _hidden(
        scene, '<img src="cid:logo" width="1" alt="{0}" title="{0}" data-note="{0}">', "alt, title and data"
    )


def link_parameters(scene: Scene) -> Draft:
    """The subject of the link behind the mail address tells more."""
    told, client = plain_rows(scene), reachable(scene)
    phrase = scene.sentences[0][1]
    address, query = client.email[0], phrase.replace(" ", "%20")
    link = f'<a href="mailto:{address}?subject={query}" title="{phrase}">{address}</a>'
    blocks: tuple[Block, ...] = (
        *lines_of(told[:-1]),
        Raw(f"<p>{told[-1][0]}: {link}</p>", f"{told[-1][0]}: {address}"),
    )
    return Draft(
        "parameters behind a mail link", blocks, (client,), sensitive=(phrase,), html="only", loose=True
    )


def soft_hyphens(scene: Scene) -> Draft:
    return _spelt(
        scene,
        lambda value: "\u00ad".join((value[:3], value[3:])) + "\u200b",
        "soft hyphens, zero-width spaces",
    )


def no_break_spaces(scene: Scene) -> Draft:
    return _spelt(scene, lambda value: value.replace(" ", "\u00a0"), "no-break spaces in the values")


def decomposed(scene: Scene) -> Draft:
    return _spelt(
        scene, lambda value: unicodedata.normalize("NFD", value), "accents as characters of their own"
    )


def typographic(scene: Scene) -> Draft:
    return _spelt(
        scene,
        lambda value: value.replace("'", "’").replace("-", "\u2011"),
        "curly apostrophes, no-break hyphens",
    )


def full_width(scene: Scene) -> Draft:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return replace(
        _spelt(
            scene, lambda value: value.translate(wide) if value[:1] in "0+(" else value, "full-width digits"
        ),
        must="either",
    )


def look_alikes(scene: Scene) -> Draft:
    """Cyrillic letters in the name: it looks right and is another name."""
    rows = plain_rows(scene)
    swapped = tuple(
        (name, value.translate(_CYRILLIC) if not at else value) for at, (name, value) in enumerate(rows)
    )
    return Draft(
        "look-alike letters in the name", lines_of(swapped), (reachable(scene),), must="either", loose=True
    )


def bidi_override(scene: Scene) -> Draft:
    rows = plain_rows(scene)
    turned = tuple(
        (name, f"\u202e{value[::-1]}\u202c" if not at else value) for at, (name, value) in enumerate(rows)
    )
    return Draft(
        "a name written backwards with an override",
        lines_of(turned),
        (reachable(scene),),
        must="either",
        loose=True,
    )


def _hidden(scene: Scene, html: str, why: str) -> Draft:
    told, (_, phrase) = form(scene, roles=0), scene.sentences[0]
    secrets, _ = secrets_of(extra for extra in scene.extras if extra.kind in {"rrn", "iban"})
    child = scene.third["child"].first
    inside = " ".join((child, phrase, *(secret.value for secret in secrets)))
    blocks: tuple[Block, ...] = (*lines_of(told.rows), Raw(html.format(inside), ""))
    hidden = (*secrets, Secret("child", child))
    return Draft(
        why,
        blocks,
        (scene.client,),
        secrets=(*told.secrets, *hidden),
        sensitive=(*told.sensitive, phrase),
        html="only",
        loose=told.loose,
    )


def plain_rows(scene: Scene) -> tuple[Row, ...]:
    """Name, address, telephone, mail address: one row each, in this order."""
    rng, lang, who = scene.rng, scene.lang, reachable(scene)
    called = label(rng, lang, "name")
    values = {
        "address": address_line(rng, lang, who),
        "mobile": spelled(who.phone[0], rng),
        "email": who.email[0],
    }
    rest = ((label(rng, lang, slot), value) for slot, value in values.items())
    return ((called, full_name(scene, who, called)), *rest)


def reachable(scene: Scene) -> Person:
    """The client, with a mail address at any rate."""
    return scene.client if scene.client.email else replace(scene.client, email=("klant@mail.example",))


def _spelt(scene: Scene, spell: Callable[[str], str], why: str) -> Draft:
    rows = tuple((name, value if "@" in value else spell(value)) for name, value in plain_rows(scene))
    return Draft(why, lines_of(rows), (reachable(scene),), loose=True)


def lines_of(rows: Iterable[Row]) -> tuple[Line, ...]:
    """A line a row."""
    return tuple(Line(f"{name}: {value}") for name, value in rows)


HTML: tuple[Template, ...] = (
    hidden_span,
    hidden_div,
    white_on_white,
    one_pixel,
    word_hidden,
    comment,
    attributes,
    link_parameters,
)
UNICODE: tuple[Template, ...] = (
    soft_hyphens,
    no_break_spaces,
    decomposed,
    typographic,
    full_width,
    look_alikes,
    bidi_override,
)
