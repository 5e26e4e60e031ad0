"""Mails with their truth, from a seed: the same seed makes the same mails."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.bench.minimisation import (
    templates_files,
    templates_labels,
    templates_mixed,
    templates_prose,
    templates_refusals,
    templates_replies,
    templates_smuggling,
    templates_tables,
    templates_tricks,
)
from tests.bench.minimisation.forms import ROLE_NAMES, everything
from tests.bench.minimisation.model import Draft, Extra, Lang, Mail, Scene, Secret, Template
from tests.bench.minimisation.outlook import RECIPIENT, wrapped
from tests.bench.minimisation.people import Person, person, plain, sender
from tests.bench.minimisation.score import Text
from tests.bench.minimisation.sentences import SENTENCES
from tests.bench.minimisation.superfluous import KINDS, extra

_AWAY = frozenset({"partner", "landlord"})
_LANGS: tuple[Lang, ...] = ("nl", "nl", "nl", "nl", "nl", "nl", "fr", "fr", "en", "de")


@dataclass(frozen=True, slots=True)
class Group:
    """Templates that are reported together, and how many mails of a hundred they make."""

    name: str
    share: int
    templates: tuple[Template, ...]


GROUPS = (
    Group("labels", 22, templates_labels.TEMPLATES),
    Group("tables", 14, templates_tables.TEMPLATES),
    Group("prose", 14, templates_prose.TEMPLATES),
    Group("mixed", 8, templates_mixed.TEMPLATES),
    Group("replies", 8, templates_replies.TEMPLATES),
    Group("attachments", 15, templates_files.TEMPLATES),
    Group("html-tricks", 4, templates_tricks.HTML),
    Group("unicode", 4, templates_tricks.UNICODE),
    Group("smuggling", 4, templates_smuggling.SMUGGLING),
    Group("two-clients", 1, templates_refusals.TWO_CLIENTS),
    Group("two-parents", 2, templates_refusals.TWO_PARENTS),
    Group("wrong-residence", 2, templates_refusals.WRONG_RESIDENCE),
    Group("no-client", 2, templates_refusals.NO_CLIENT),
)


def mails(seed: int, count: int) -> Iterator[Mail]:
    """About ``count`` mails, each group by its share, its templates in turn."""
    for group in GROUPS:
        for at in range(max(1, round(count * group.share / 100))):
            template = group.templates[at % len(group.templates)]
            rng = random.Random(f"{seed}/{group.name}/{at}")  # noqa: S311 - dice, not keys
            yield _mail(rng, group.name, template, at)


def _mail(rng: random.Random, group: str, template: Template, at: int) -> Mail:
    scene = _scene(rng)
    draft = template(scene)
    content, visible = wrapped(scene, draft)
    people = (scene.client, *scene.third.values(), *draft.clients)
    names = tuple(
        sorted({word for who in people for word in (who.name, who.first, who.last)} | {scene.sender.name})
    )
    name = template.__name__
    return Mail(
        f"{group}/{name}/{at:03}",
        group,
        name,
        scene.lang,
        content,
        visible,
        _truth(group, scene, draft, visible),
        names,
    )


def _scene(rng: random.Random) -> Scene:
    lang = rng.choice(_LANGS)
    client = person(rng, frozenset())
    taken, third = client.words, {}
    for role in ROLE_NAMES:
        third[role] = person(
            rng, taken | _parts(client), away=role in _AWAY, of="m" if role == "partner" else None
        )
        taken |= third[role].words
    sentences = rng.sample(SENTENCES[lang], 3)
    kinds = ["rrn", *rng.sample([kind for kind in KINDS if kind != "rrn"], 4)]
    rng.shuffle(kinds)
    extras = tuple(_told(extra(kind, rng, lang, client.birth), client) for kind in kinds)
    return Scene(rng, lang, client, third, sender(rng), extras, tuple(sentences))


def _told(found: Extra, client: Person) -> Extra:
    """The same datum, unless by chance it is one of the client's own words."""
    return replace(found, sensitive="") if plain(found.sensitive) in _parts(client) else found


def _parts(client: Person) -> frozenset[str]:
    """Words that stand in the client's own data, so that nobody else is called so."""
    text = " ".join((client.street, client.municipality, *client.email))
    for sign in "-'.@_":
        text = text.replace(sign, " ")
    return frozenset(plain(text).split())


def _truth(group: str, scene: Scene, draft: Draft, visible: str) -> dict[str, object]:
    own = draft.own or draft.clients
    refused = (
        tuple(s for who in own for s in everything(who, "client_name")) if draft.must == "reject" else ()
    )
    who = scene.sender
    office = (
        Secret("sender_name", who.name),
        Secret("sender_mail", who.email),
        Secret("sender_phone", who.desk),
        Secret("sender_phone", who.mobile),
        Secret("sender_address", who.street),
        Secret("sender_postcode", who.town),
    )
    seen = Text(visible)
    shown = (secret for secret in office if seen.holds(secret))
    forbidden = dict.fromkeys((*draft.secrets, *refused, *shown))
    return {
        "group": group,
        "must": draft.must,
        "why": draft.why,
        "clients": [_expected(client) for client in draft.clients] if draft.must != "reject" else [],
        "forbidden": [
            {"type": secret.kind, "value": secret.value, "parts": list(secret.parts)} for secret in forbidden
        ],
        "sensitive": list(dict.fromkeys(draft.sensitive)),
        "grey": list(draft.grey),
        "rcpt": RECIPIENT,
        "mail_from": who.email,
        "policy": {"prose": draft.prose},
        "if_prose_extract": None,
        "loose_name": draft.loose,
    }


def _expected(client: Person) -> dict[str, object]:
    return {
        "first_name": client.first,
        "last_name": client.last,
        "street": client.street,
        "number": client.number,
        "box": client.box,
        "postcode": client.postcode,
        "municipality": client.municipality,
        "phone": list(client.phone),
        "email": list(client.email),
    }
