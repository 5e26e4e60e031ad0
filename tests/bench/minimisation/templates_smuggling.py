"""What is typed into a field beside the value that belongs there."""

from collections.abc import Iterable
from dataclasses import replace

from tests.bench.minimisation.forms import secrets_of, with_mother
from tests.bench.minimisation.model import Draft, Lang, Row, Scene, Secret, Template
from tests.bench.minimisation.templates_tricks import lines_of, plain_rows, reachable

_BEHIND: dict[Lang, str] = {
    "nl": "Getuige van Jehova",
    "fr": "Témoin de Jéhovah",
    "en": "Jehovah's Witness",
    "de": "Zeuge Jehovas",
}
_SHELTER: dict[Lang, str] = {
    "nl": "Vluchthuis De Haven",
    "fr": "Refuge Le Havre",
    "en": "Haven Women's Shelter",
    "de": "Frauenhaus Hafen",
}
_MINOR: dict[Lang, str] = {
    "nl": "(slechtziend)",
    "fr": "(malvoyante)",
    "en": "(partially sighted)",
    "de": "(stark sehbehindert)",
}
_ASK: dict[Lang, str] = {
    "nl": "vragen naar {}",
    "fr": "demander {}",
    "en": "ask for {}",
    "de": "nach {} fragen",
}
_OF_PARTNER: dict[Lang, str] = {
    "nl": "(van haar man)",
    "fr": "(de son mari)",
    "en": "(her husband's)",
    "de": "(von ihrem Mann)",
}
_BORN: dict[Lang, str] = {"nl": "(geb. {})", "fr": "(né(e) le {})", "en": "(born {})", "de": "(geb. {})"}
_ADDICT: dict[Lang, str] = {
    "nl": "Heroïneverslaafde",
    "fr": "Toxicomane",
    "en": "Heroin addict",
    "de": "Heroinabhängige",
}


def birth_behind_name(scene: Scene) -> Draft:
    day, month, year = scene.client.birth
    date = f"{day:02}/{month:02}/{year}"
    secret = Secret("birthdate", date)
    return replace(
        _behind(scene, 0, _BORN[scene.lang].format(date), "", "the birth date behind the name"),
        secrets=(secret,),
        must="deliver",
    )


def religion_behind_name(scene: Scene) -> Draft:
    return _behind(scene, 0, _BEHIND[scene.lang], _BEHIND[scene.lang], "a religion behind the name")


def addiction_before_name(scene: Scene) -> Draft:
    return _before(scene, 0, _ADDICT[scene.lang], "an addiction before the name")


def handicap_behind_name(scene: Scene) -> Draft:
    return _behind(
        scene, 0, _MINOR[scene.lang], _MINOR[scene.lang][1:-1], "a handicap in brackets behind the name"
    )


def shelter_before_street(scene: Scene) -> Draft:
    return _before(scene, 1, _SHELTER[scene.lang], "a shelter before the street")


def husbands_phone(scene: Scene) -> Draft:
    scene = with_mother(scene)
    draft = _behind(scene, 2, _OF_PARTNER[scene.lang], "", "the only telephone is the husband's")
    client = replace(reachable(scene), phone=())
    return replace(draft, clients=(client,), secrets=(Secret("phone", scene.client.phone[0]),))


def name_behind_phone(scene: Scene) -> Draft:
    other = scene.third["grandmother"].first
    draft = _behind(scene, 2, _ASK[scene.lang].format(other), "", "someone's name behind the telephone")
    return replace(draft, secrets=(Secret("person", other),))


def number_in_phone(scene: Scene) -> Draft:
    secrets, _ = secrets_of(extra for extra in scene.extras if extra.kind in {"rrn", "iban"})
    rows = plain_rows(scene)
    placed = tuple((name, secrets[0].value if at == 2 else value) for at, (name, value) in enumerate(rows))
    client = replace(reachable(scene), phone=())
    return Draft(
        "another number where the telephone belongs",
        lines_of(placed),
        (client,),
        must="either",
        secrets=secrets[:1],
        loose=True,
    )


def tag_in_mail(scene: Scene) -> Draft:
    rows, client = plain_rows(scene), reachable(scene)
    local, _, host = client.email[0].partition("@")
    tagged = (*rows[:-1], (rows[-1][0], f"{local}+schizofrenie@{host}"))
    return Draft(
        "a diagnosis in the mail address's tag",
        lines_of(tagged),
        (replace(client, email=()),),
        must="either",
        sensitive=("schizofrenie",),
        loose=True,
    )


def _behind(scene: Scene, at: int, word: str, sensitive: str, why: str) -> Draft:
    rows = tuple(
        (name, f"{value} {word}" if i == at else value) for i, (name, value) in enumerate(plain_rows(scene))
    )
    return _placed(scene, rows, sensitive, why)


def _before(scene: Scene, at: int, word: str, why: str) -> Draft:
    rows = tuple(
        (name, f"{word} {value}" if i == at else value) for i, (name, value) in enumerate(plain_rows(scene))
    )
    return _placed(scene, rows, word, why)


def _placed(scene: Scene, rows: Iterable[Row], sensitive: str, why: str) -> Draft:
    phrases = (sensitive,) if sensitive else ()
    return Draft(why, lines_of(rows), (reachable(scene),), must="either", sensitive=phrases, loose=True)


SMUGGLING: tuple[Template, ...] = (
    birth_behind_name,
    religion_behind_name,
    addiction_before_name,
    handicap_behind_name,
    shelter_before_street,
    husbands_phone,
    name_behind_phone,
    number_in_phone,
    tag_in_mail,
)
