"""A form with sentences around it: the form is the client's, the sentences are nobody's business."""

from collections.abc import Iterable
from dataclasses import replace

from tests.bench.minimisation.forms import Form, called, form, with_mother
from tests.bench.minimisation.model import Block, Draft, Grid, Lang, Line, Scene, Secret, Template
from tests.bench.minimisation.people import spelled
from tests.bench.minimisation.words import SECTIONS, pick

_INTRO: dict[Lang, str] = {
    "nl": "Ik volg {child} en haar ouders op. {s1} Graag contact met de moeder:",
    "fr": "Je suis {child} et ses parents. {s1} Merci de contacter la maman :",
    "en": "I follow {child} and the parents. {s1} Please contact the mother:",
    "de": "Ich begleite {child} und die Eltern. {s1} Bitte nehmen Sie Kontakt mit der Mutter auf:",
}
_POSTSCRIPT: dict[Lang, str] = {
    "nl": "PS: haar partner {partner} ({pp}) weet hier niets van.",
    "fr": "PS : son conjoint {partner} ({pp}) n'est pas au courant.",
    "en": "PS: her partner {partner} ({pp}) does not know about this.",
    "de": "PS: ihr Partner {partner} ({pp}) weiß nichts davon.",
}
_LANDLORD: dict[Lang, str] = {
    "nl": "De huisbaas, {landlord}, dreigt met uitzetting.",
    "fr": "Le propriétaire, {landlord}, menace d'expulsion.",
    "en": "The landlord, {landlord}, threatens eviction.",
    "de": "Der Vermieter, {landlord}, droht mit Räumung.",
}
_SECOND_PHONE: dict[Lang, str] = {
    "nl": "Lukt het niet, probeer dan {other}.",
    "fr": "Si cela ne va pas, essayez le {other}.",
    "en": "If that fails, try {other}.",
    "de": "Sonst bitte {other} versuchen.",
}
_ABOUT: dict[Lang, str] = {
    "nl": "{n} was vorige week bij ons. {s1} {s2}",
    "fr": "{n} était chez nous la semaine passée. {s1} {s2}",
    "en": "{n} came to see us last week. {s1} {s2}",
    "de": "{n} war letzte Woche bei uns. {s1} {s2}",
}


def situation_below(scene: Scene) -> Draft:
    told = form(scene)
    return _draft(
        scene, told, (*_lines(told), Line(""), Line(_sentences(scene))), "the story below the form", 3
    )


def situation_labelled(scene: Scene) -> Draft:
    told, title = form(scene), pick(scene.rng, SECTIONS[scene.lang]["situation"])
    blocks = (*_lines(told), Line(f"{title}: {_sentences(scene)}"))
    return _draft(scene, told, blocks, "the story behind a label of its own", 3)


def situation_headed(scene: Scene) -> Draft:
    told, title = form(scene), pick(scene.rng, SECTIONS[scene.lang]["situation"])
    lines = [Line(sentence) for sentence, _ in scene.sentences[:3]]
    return _draft(
        scene, told, (*_lines(told), Line(""), Line(title, bold=True), *lines), "the story under a heading", 3
    )


def child_named_above(scene: Scene) -> Draft:
    scene = with_mother(scene)
    child, told = scene.third["child"], form(scene, roles=0)
    intro = _INTRO[scene.lang].format(child=child.first, s1=scene.sentences[0][0])
    told = _plus(told, [Secret("child", child.first)])
    return _draft(scene, told, (Line(intro), Line(""), *_lines(told)), "the child named above the form", 1)


def partner_in_postscript(scene: Scene) -> Draft:
    scene = with_mother(scene)
    partner, told = scene.third["partner"], form(scene, roles=0)
    text = _POSTSCRIPT[scene.lang].format(partner=partner.name, pp=spelled(partner.phone[0], scene.rng))
    told = _plus(told, [called(partner), Secret("phone", partner.phone[0])])
    return replace(_draft(scene, told, _lines(told), "the partner in a postscript", 0), below=(Line(text),))


def table_then_landlord(scene: Scene) -> Draft:
    landlord, told = scene.third["landlord"], form(scene, roles=0)
    text = f"{_LANDLORD[scene.lang].format(landlord=landlord.name)} {scene.sentences[0][0]}"
    told = _plus(told, [called(landlord)])
    return _draft(
        scene, told, (Grid(told.rows), Line(""), Line(text)), "a table, then sentences on the landlord", 1
    )


def second_phone_in_sentence(scene: Scene) -> Draft:
    other, told = scene.third["referrer"].phone[0], form(scene, roles=0)
    text = _SECOND_PHONE[scene.lang].format(other=spelled(other, scene.rng))
    draft = _draft(
        scene, told, (*_lines(told), Line(text)), "a second telephone in a sentence, whose is not said", 0
    )
    return replace(draft, must="either", grey=(other,))


def story_above(scene: Scene) -> Draft:
    told = form(scene)
    (one, _), (two, _) = scene.sentences[:2]
    text = _ABOUT[scene.lang].format(n=scene.client.name, s1=one, s2=two)
    return _draft(scene, told, (Line(text), Line(""), *_lines(told)), "the story above the form", 2)


def _sentences(scene: Scene) -> str:
    return " ".join(sentence for sentence, _ in scene.sentences[:3])


def _lines(told: Form) -> tuple[Line, ...]:
    return tuple(Line(f"{name}: {value}") for name, value in told.rows)


def _plus(told: Form, secrets: Iterable[Secret]) -> Form:
    return replace(told, secrets=(*told.secrets, *secrets))


def _draft(scene: Scene, told: Form, blocks: tuple[Block, ...], why: str, sentences: int) -> Draft:
    phrases = tuple(phrase for _, phrase in scene.sentences[:sentences])
    return Draft(
        why,
        blocks,
        (scene.client,),
        secrets=told.secrets,
        sensitive=(*told.sensitive, *phrases),
        loose=told.loose,
    )


TEMPLATES: tuple[Template, ...] = (
    situation_below,
    situation_labelled,
    situation_headed,
    child_named_above,
    partner_in_postscript,
    table_then_landlord,
    second_phone_in_sentence,
    story_above,
)
