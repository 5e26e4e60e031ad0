"""The rows of a referral form: which data it asks, how it splits them, and what else is filled in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from tests.bench.minimisation.model import Extra, Row, Scene, Secret
from tests.bench.minimisation.people import Person, person, spelled
from tests.bench.minimisation.words import ROLES, address_line, label, pick, street_line

NameStyle = Literal["split", "full"]
ROLE_NAMES = ("partner", "child", "doctor", "landlord", "referrer", "grandmother", "interpreter")
_NAME_STYLES: tuple[NameStyle, ...] = ("split", "split", "full")
_LAST_FIRST = re.compile("(naam|nom|name)( en | et | und |, )(voornaam|prénom|vorname)", re.IGNORECASE)
_FIRST_LAST = re.compile("voornaam en naam", re.IGNORECASE)
AddressStyle = Literal["line", "two", "five"]


@dataclass(frozen=True, slots=True)
class Form:
    """Rows of label and value, with what of them may not pass."""

    rows: tuple[Row, ...]
    secrets: tuple[Secret, ...] = ()
    sensitive: tuple[str, ...] = ()
    loose: bool = False


def form(
    scene: Scene,
    *,
    names: NameStyle | None = None,
    address: AddressStyle | None = None,
    extras: int | None = None,
    roles: int | None = None,
) -> Form:
    """The client's form with some superfluous rows. What is None is diced."""
    rng = scene.rng
    style = rng.choice(_NAME_STYLES) if names is None else names
    own = rows_of(scene, scene.client, names=style, address=address)
    more = scene.extras[: rng.randint(0, 4) if extras is None else extras]
    told = rng.sample(ROLE_NAMES, rng.choice((0, 0, 1, 2)) if roles is None else roles)
    additions = [(extra.label, extra.shown) for extra in more] + [_told(scene, role) for role in told]
    rng.shuffle(additions)
    secrets, sensitive = secrets_of(more)
    people = tuple(secret for role in told for secret in named(scene, role))
    return Form((*own, *additions), (*secrets, *people), sensitive, loose=style == "full")


def rows_of(
    scene: Scene, someone: Person, *, names: NameStyle = "split", address: AddressStyle | None = None
) -> tuple[Row, ...]:
    """Name, address, telephones and mail address of ``someone``."""
    return (*_names(scene, someone, names), *_address(scene, someone, address), *_contact(scene, someone))


def secrets_of(extras: Iterable[Extra]) -> tuple[tuple[Secret, ...], tuple[str, ...]]:
    """What of ``extras`` may not pass: values, and pieces of text."""
    listed = tuple(extras)
    return tuple(e.secret for e in listed if e.secret), tuple(e.sensitive for e in listed if e.sensitive)


def named(scene: Scene, role: str) -> tuple[Secret, ...]:
    """The secret of a person of whom the name alone is told."""
    someone = scene.third[role]
    return (Secret("child", someone.first),) if role == "child" else (called(someone),)


def called(someone: Person, kind: str = "person") -> Secret:
    """A person's name as a secret, of which either half is too much."""
    return Secret(kind, someone.name, (someone.first, someone.last))


def everything(someone: Person, kind: str = "person") -> tuple[Secret, ...]:
    """All of a person's data as secrets."""
    return (
        called(someone, kind),
        Secret("address", f"{someone.street} {someone.number}"),
        *(Secret("phone", phone) for phone in someone.phone),
        *(Secret("email", mail) for mail in someone.email),
    )


def with_mother(scene: Scene) -> Scene:
    """The scene with a woman as its client."""
    taken = frozenset().union(*(someone.words for someone in scene.third.values()))
    return replace(scene, client=person(scene.rng, taken, of="f"))


def role_label(scene: Scene, role: str) -> str:
    """What someone calls ``role``."""
    return pick(scene.rng, ROLES[scene.lang][role])


def full_name(scene: Scene, someone: Person, called: str) -> str:
    """The name on one line in the order its label states; where it states none, sometimes last name first."""
    last_first = f"{someone.last} {someone.first}"
    if _LAST_FIRST.match(called):
        return f"{someone.last}, {someone.first}" if "," in called else last_first
    if _FIRST_LAST.match(called):
        return someone.name
    return scene.rng.choice((someone.name, someone.name, last_first))


def _told(scene: Scene, role: str) -> Row:
    someone = scene.third[role]
    title = {"nl": "dr. ", "fr": "Dr ", "en": "Dr ", "de": "Dr. "}[scene.lang] if role == "doctor" else ""
    return role_label(scene, role), someone.first if role == "child" else f"{title}{someone.name}"


def _names(scene: Scene, someone: Person, style: NameStyle) -> tuple[Row, ...]:
    rng, lang, client = scene.rng, scene.lang, someone == scene.client
    if style == "full":
        called = label(rng, lang, "name", client=client)
        return ((called, full_name(scene, someone, called)),)
    pair = [
        (label(rng, lang, slot, client=client), value)
        for slot, value in (("first", someone.first), ("last", someone.last))
    ]
    rng.shuffle(pair)
    return tuple(pair)


def _address(scene: Scene, someone: Person, style: AddressStyle | None) -> tuple[Row, ...]:
    rng, lang, client = scene.rng, scene.lang, someone == scene.client
    match style or rng.choice(("line", "line", "two", "five")):
        case "line":
            return ((label(rng, lang, "address", client=client), address_line(rng, lang, someone)),)
        case "two":
            place = f"{someone.postcode} {someone.municipality}"
            first = label(rng, lang, "street_number"), street_line(rng, lang, someone)
            return (first, (label(rng, lang, "postcode_city"), place))
        case _:
            parts = {
                "street": someone.street,
                "number": someone.number,
                "box": someone.box,
                "postcode": someone.postcode,
                "city": someone.municipality,
            }
            return tuple((label(rng, lang, slot), value) for slot, value in parts.items() if value)


def _contact(scene: Scene, someone: Person) -> tuple[Row, ...]:
    rng, lang = scene.rng, scene.lang
    slots = [rng.choice(("mobile", "phone")), "landline"]
    phones = [
        (label(rng, lang, slot), spelled(phone, rng))
        for slot, phone in zip(slots, someone.phone, strict=False)
    ]
    return (*phones, *((label(rng, lang, "email"), mail) for mail in someone.email))
