"""Answers and forwards: earlier mail of another family below, with its own names and numbers."""

from dataclasses import replace

from tests.bench.minimisation.forms import Form, called, everything, form, rows_of
from tests.bench.minimisation.model import (
    Block,
    Draft,
    Grid,
    Lang,
    Line,
    Quote,
    Raw,
    Row,
    Scene,
    Secret,
    Template,
)
from tests.bench.minimisation.people import Person

_HEADS: dict[Lang, tuple[str, str, str, str, str]] = {
    "nl": ("Van:", "Verzonden:", "Aan:", "Onderwerp:", "maandag 12 januari 2026 14:03"),
    "fr": ("De\xa0:", "Envoyé\xa0:", "À\xa0:", "Objet\xa0:", "lundi 12 janvier 2026 14:03"),
    "en": ("From:", "Sent:", "To:", "Subject:", "Monday, January 12, 2026 2:03 PM"),
    "de": ("Von:", "Gesendet:", "An:", "Betreff:", "Montag, 12. Januar 2026 14:03"),
}
_WROTE: dict[Lang, str] = {
    "nl": "Op ma 12 jan 2026 om 14:03 schreef {name} <{mail}>:",
    "fr": "Le lun. 12 janv. 2026 à 14:03, {name} <{mail}> a écrit :",
    "en": "On Mon, 12 Jan 2026 at 14:03, {name} <{mail}> wrote:",
    "de": "Am Mo., 12. Jan. 2026 um 14:03 Uhr schrieb {name} <{mail}>:",
}
_SEE_BELOW: dict[Lang, str] = {
    "nl": "Ter info, zie onder.",
    "fr": "Voir ci-dessous.",
    "en": "See below.",
    "de": "Siehe unten.",
}


def older_form_below(scene: Scene) -> Draft:
    other, author, told = scene.third["partner"], scene.third["referrer"], form(scene, roles=0)
    quote = _quote(scene, author, _lines(rows_of(scene, other)))
    return _draft(
        scene, told, (quote,), everything(other), author, "an older referral of another family below"
    )


def older_table_below(scene: Scene) -> Draft:
    other, author, told = scene.third["partner"], scene.third["referrer"], form(scene, roles=0)
    quote = _quote(scene, author, (Grid(rows_of(scene, other)),))
    return _draft(scene, told, (quote,), everything(other), author, "an older table of another family below")


def two_older_below(scene: Scene) -> Draft:
    one, two, author = scene.third["partner"], scene.third["landlord"], scene.third["referrer"]
    inner = _quote(scene, scene.third["doctor"], _lines(rows_of(scene, two, names="full")))
    quote = _quote(scene, author, (*_lines(rows_of(scene, one)), inner))
    secrets = (*everything(one), *everything(two), called(scene.third["doctor"]))
    return _draft(
        scene, form(scene, roles=0), (quote,), secrets, author, "two older referrals below each other"
    )


def story_below(scene: Scene) -> Draft:
    author, told = scene.third["referrer"], form(scene, roles=0)
    quote = _quote(scene, author, tuple(Line(sentence) for sentence, _ in scene.sentences[:3]))
    draft = _draft(scene, told, (quote,), (), author, "the story in the earlier mail below")
    return replace(draft, sensitive=(*draft.sensitive, *(phrase for _, phrase in scene.sentences[:3])))


def angle_quotes(scene: Scene) -> Draft:
    """Quoted with > as phones and Thunderbird do."""
    other, author, told = scene.third["partner"], scene.third["referrer"], form(scene, roles=0)
    wrote = _WROTE[scene.lang].format(name=author.name, mail=_mail(author))
    lines = [Line(""), Line(wrote), *(Line(f"> {name}: {value}") for name, value in rows_of(scene, other))]
    draft = _draft(scene, told, tuple(lines), everything(other), author, "quoted with angle brackets")
    return replace(draft, html="none")


def web_quote(scene: Scene) -> Draft:
    """The blockquote of webmail."""
    other, author, told = scene.third["partner"], scene.third["referrer"], form(scene, roles=0)
    wrote = _WROTE[scene.lang].format(name=author.name, mail=_mail(author))
    rows = rows_of(scene, other)
    inner = "".join(f"<div>{name}: {value}</div>" for name, value in rows)
    shown = wrote.replace("<", "&lt;").replace(">", "&gt;")
    html = (
        f'<div class="gmail_quote"><div dir="ltr" class="gmail_attr">{shown}<br></div>'
        f'<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">{inner}</blockquote></div>'
    )
    plain = "\n".join((wrote, *(f"> {name}: {value}" for name, value in rows)))
    return _draft(
        scene, told, (Raw(html, plain),), everything(other), author, "a blockquote of webmail below"
    )


def forward_only(scene: Scene) -> Draft:
    author, told = scene.third["referrer"], form(scene, roles=0)
    quote = _quote(scene, author, _lines(told.rows))
    secrets = (*told.secrets, *_of_author(author))
    return Draft(
        "all data in the forwarded mail, nothing on top",
        (Line(_SEE_BELOW[scene.lang]),),
        (scene.client,),
        must="either",
        secrets=secrets,
        sensitive=told.sensitive,
        below=(quote,),
        loose=told.loose,
        subject="FW: gezin",
    )


def _quote(scene: Scene, author: Person, blocks: tuple[Block, ...]) -> Quote:
    sent_by, sent, to, subject, when = _HEADS[scene.lang]
    header = (
        (sent_by, f"{author.name} <{_mail(author)}>"),
        (sent, when),
        (to, scene.sender.name),
        (subject, "gezin"),
    )
    return Quote(header, (*blocks, Line(""), Line(author.first)))


def _mail(author: Person) -> str:
    return (*author.email, "collega@elders.example")[0]


def _of_author(author: Person) -> tuple[Secret, ...]:
    return called(author), Secret("email", _mail(author))


def _lines(rows: tuple[Row, ...]) -> tuple[Line, ...]:
    return tuple(Line(f"{name}: {value}") for name, value in rows)


def _draft(  # noqa: PLR0917 - one parameter for each part of such a mail
    scene: Scene, told: Form, below: tuple[Block, ...], others: tuple[Secret, ...], author: Person, why: str
) -> Draft:
    return Draft(
        why,
        _lines(told.rows),
        (scene.client,),
        secrets=(*told.secrets, *others, *_of_author(author)),
        sensitive=told.sensitive,
        below=below,
        loose=told.loose,
        subject="RE: Doorverwijzing",
    )


TEMPLATES: tuple[Template, ...] = (
    older_form_below,
    older_table_below,
    two_older_below,
    story_below,
    angle_quotes,
    web_quote,
    forward_only,
)
