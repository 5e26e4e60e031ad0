"""Running text: letters, chats, reports, notes. Judged under ``prose: extract``."""

from dataclasses import replace

from tests.bench.minimisation import prose_texts as texts
from tests.bench.minimisation.forms import called, with_mother
from tests.bench.minimisation.model import Draft, Line, Must, Scene, Secret, Template
from tests.bench.minimisation.people import Person, spelled
from tests.bench.minimisation.superfluous import extra
from tests.bench.minimisation.words import street_line

_WORDS = {
    "nl": {"f": ("mevrouw", "Ze", "Haar"), "m": ("meneer", "Hij", "Zijn")},
    "fr": {"f": ("Madame", "Elle", "Son"), "m": ("Monsieur", "Il", "Son")},
    "en": {"f": ("Ms", "She", "Her"), "m": ("Mr", "He", "His")},
    "de": {"f": ("Frau", "Sie", "Ihre"), "m": ("Herrn", "Er", "Seine")},
}


def letter(scene: Scene) -> Draft:
    return _draft(scene, texts.LETTER, "a formal letter")


def letter_with_birth(scene: Scene) -> Draft:
    return _draft(scene, texts.LETTER_WITH_BIRTH, "a letter with the birth date")


def chat(scene: Scene) -> Draft:
    return _draft(scene, texts.CHAT, "as one colleague to another")


def brackets(scene: Scene) -> Draft:
    return _draft(scene, texts.BRACKETS, "all contact data between brackets")


def partner_phone(scene: Scene) -> Draft:
    return _draft(
        with_mother(scene), texts.PARTNER_PHONE, "the partner's telephone beside the client's", "either"
    )


def report(scene: Scene) -> Draft:
    return _draft(scene, texts.REPORT, "a report of a visit", "either")


def notes(scene: Scene) -> Draft:
    return _draft(scene, texts.NOTES, "notes as a list", "either")


def call_note(scene: Scene) -> Draft:
    return _draft(scene, texts.CALL_NOTE, "a note of a call; the doctor is named", "either")


def label_then_prose(scene: Scene) -> Draft:
    return _draft(scene, texts.LABEL_THEN_PROSE, "the name labelled, the rest in sentences", "either")


def story_first(scene: Scene) -> Draft:
    return _draft(scene, texts.STORY_FIRST, "the story first, then who it is")


def family(scene: Scene) -> Draft:
    return _draft(with_mother(scene), texts.FAMILY, "mother and child named together", "either")


def short(scene: Scene) -> Draft:
    return _draft(scene, texts.SHORT, "one sentence")


def _draft(scene: Scene, written: texts.Texts, why: str, must: Must = "deliver") -> Draft:
    client = scene.client if scene.client.email or "{e}" not in written[scene.lang] else _with_mail(scene)
    text = written[scene.lang]
    values, secrets = _values(replace(scene, client=client))
    used = {name: what for name, what in secrets.items() if f"{{{name}}}" in text}
    sensitive = tuple(
        p for n, (_, p) in zip(("s1", "s2", "s3"), scene.sentences, strict=False) if f"{{{n}}}" in text
    )
    shown = client if "{e}" in text else replace(client, email=())
    return Draft(
        why,
        tuple(Line(line) for line in text.format(**values).split("\n")),
        (shown,),
        must=must,
        secrets=tuple(s for found in used.values() for s in found),
        sensitive=sensitive,
        prose="extract",
        own=(shown,),
    )


def _with_mail(scene: Scene) -> Person:
    word = scene.client.first[0].lower() if scene.client.first[0].isascii() else "x"
    return replace(scene.client, email=(f"{word}{scene.rng.randint(100, 9999)}@mail.example",))


def _values(scene: Scene) -> tuple[dict[str, str], dict[str, tuple[Secret, ...]]]:
    """What stands for each brace, and the secrets that come with some."""
    who, third, rng = scene.client, scene.third, scene.rng
    title, subject, her = _WORDS[scene.lang][who.gender]
    birth, number = (extra(kind, rng, scene.lang, who.birth) for kind in ("birthdate", "rrn"))
    values = {
        "T": title,
        "S": subject,
        "h": her,
        "n": who.name,
        "f": who.first,
        "l": who.last,
        "a": street_line(rng, scene.lang, who),
        "z": f"{who.postcode} {who.municipality}",
        "p": spelled(who.phone[0], rng),
        "e": (*who.email, "")[0],
        "dob": birth.shown,
        "rrn": number.shown,
        "child": third["child"].first,
        "partner": third["partner"].name,
        "oma": third["grandmother"].name,
        "pp": spelled(third["partner"].phone[0], rng),
        "doctor": third["doctor"].name,
        **{f"s{at}": sentence for at, (sentence, _) in enumerate(scene.sentences, 1)},
    }
    secrets = {
        "dob": tuple(s for s in (birth.secret,) if s),
        "rrn": tuple(s for s in (number.secret,) if s),
        "child": (Secret("child", third["child"].first),),
        "partner": (called(third["partner"]),),
        "oma": (called(third["grandmother"]),),
        "pp": (Secret("phone", third["partner"].phone[0]),),
        "doctor": (called(third["doctor"]),),
    }
    return values, secrets


TEMPLATES: tuple[Template, ...] = (
    letter,
    letter_with_birth,
    chat,
    brackets,
    partner_phone,
    report,
    notes,
    call_note,
    label_then_prose,
    story_first,
    family,
    short,
)
