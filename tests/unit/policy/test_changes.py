from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from string import Formatter
from typing import Any, get_args, get_type_hints

import pytest

from gateway.decision import FieldName, PolicyRef
from gateway.policy.changes import SPOKEN_OF, changes
from gateway.policy.model import (
    AcceptedLabel,
    Delivery,
    Encryption,
    Fields,
    Labels,
    Parties,
    Party,
    Period,
    Policy,
    Processor,
    Residence,
    Retention,
    Senders,
)
from gateway.texts.changes import SENTENCES

TENANT, LABEL = "1" * 8, "2" * 8
OLD = Policy(
    ref=PolicyRef("a", "sha256:0", "nl"),
    valid=Period(date(2025, 12, 18)),
    recipients=("ocmw@pepingen.example",),
    senders=Senders(("*@x.example",)),
    label=Labels((AcceptedLabel(TENANT, LABEL, "Geheim"),)),
    parties=Parties(Party("A"), Party("B")),
    residence=Residence({"1670": ("Pepingen", "Bogaarden")}),
)


def keys(kind: Any) -> Iterator[str]:
    """The dotted names of all keys of the model, those of a list's entries left to the list."""
    return (name for name, _ in hints(kind))


def hints(kind: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The same with their types."""
    for name, hint in get_type_hints(kind).items():
        inner = next((one for one in (hint, *get_args(hint)) if is_dataclass(one)), None)
        if inner is None or getattr(hint, "__origin__", None) is tuple:
            yield f"{path}{name}", hint
        else:
            yield from hints(inner, f"{path}{name}.")


def test_every_key_of_the_model_has_its_sentence_and_no_other_has() -> None:
    assert set(keys(Policy)) == SPOKEN_OF


def test_the_same_rules_in_another_file_are_no_change() -> None:
    assert changes(OLD, replace(OLD, ref=PolicyRef("a", "sha256:1", "nl"))) == ()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            replace(OLD, senders=Senders(("*@y.example",))),
            (
                "From now on mail from *@x.example is refused, unless another entry lets it in.",
                "From now on mail from *@y.example is let in to be judged.",
            ),
        ),
        (
            replace(OLD, label=Labels(())),
            (f"The label Geheim of tenant {TENANT} (id {LABEL}) is no longer accepted.",),
        ),
        (
            replace(OLD, valid=Period(date(2025, 12, 18), date(2026, 12, 31))),
            ("The protocol now has a last day: 2026-12-31. It had none.",),
        ),
        (
            replace(OLD, residence=Residence({"1670": ("Pepingen",), "1671": ("Elingen",)})),
            (
                "Clients who live in 1670 Bogaarden are now refused.",
                "Clients who live in 1671 Elingen are now let in.",
            ),
        ),
        (replace(OLD, residence=None), ("From now on it does not matter where a client lives.",)),
        (replace(OLD, parties=None), ("The parties are no longer stated.",)),
        (
            replace(OLD, fields=replace(OLD.fields, require=(FieldName.LAST_NAME,))),
            ("A referral need no longer have address or phone or email.",),
        ),
        (
            replace(OLD, encryption=Encryption(per_sender={"*@x.example": "signed"})),
            ("A rule of its own for sealed content now holds for *@x.example (signed).",),
        ),
        (
            replace(OLD, parties=Parties(Party("A", processors=(Processor("C", "hosting"),)), Party("B"))),
            ("C (hosting) is now a processor of the sender.",),
        ),
        (
            replace(OLD, retention=Retention(subject=30)),
            ("The subject group is now kept 30 days; until now it was kept for ever.",),
        ),
    ],
)
def test_a_change_is_told_in_plain_words(new: Policy, said: tuple[str, ...]) -> None:
    assert changes(OLD, new) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            Retention(subject=365),
            Retention(),
            {
                "nl": "Gegevens over de betrokkenen blijven nu zonder termijn bewaard, dus altijd; "
                "vroeger 365 dagen.",
                "fr": "Les données sur les personnes sont maintenant gardées sans limite de temps, donc "
                "toujours ; auparavant 365 jours.",
                "en": "The subject group is now kept for ever; until now it was kept 365 days.",
            },
        ),
        (
            Retention(),
            Retention(subject=1),
            {
                "nl": "Gegevens over de betrokkenen blijven nu 1 dag bewaard; vroeger zonder termijn, dus "
                "altijd.",
                "fr": "Les données sur les personnes sont maintenant gardées 1 jour ; auparavant elles "
                "l'étaient sans limite de temps.",
                "en": "The subject group is now kept 1 day; until now it was kept for ever.",
            },
        ),
    ],
)
def test_a_term_that_comes_or_goes_is_told_as_a_term_and_not_as_none(
    old: Retention, new: Retention, said: dict[str, str]
) -> None:
    before, after = (replace(OLD, retention=one) for one in (old, new))
    assert {language: changes(before, after, language) for language in said} == {
        language: (sentence,) for language, sentence in said.items()
    }


@pytest.mark.parametrize("language", SENTENCES)
def test_what_there_was_not_comes_and_what_there_is_no_more_goes(language: str) -> None:
    words = SENTENCES[language]
    absent = {"notify_sender": "never", "delivery.seal": "none"}
    may_lack = (
        {name for name, hint in hints(Policy) if type(None) in get_args(hint)}
        | set(absent)
        | {name for name in words.single if name.startswith("parties.")}
    )
    assert set(words.came) == set(words.went) == may_lack - set(words.lists)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_suspension_and_a_seal_come_and_go(language: str) -> None:
    new = replace(OLD, suspended="stop", delivery=Delivery("pgp"), notify_sender="never")
    words = SENTENCES[language]
    ways = ((OLD, new, words.came, words.went), (new, OLD, words.went, words.came))
    for before, after, told, other in ways:
        assert changes(before, after, language) == (
            told["suspended"].format(old="stop", new="stop"),
            other["notify_sender"],
            told["delivery.seal"].format(old=words.values["pgp"], new=words.values["pgp"]),
        )


def test_places_that_come_are_told_with_the_street_list() -> None:
    told = changes(
        replace(OLD, residence=None), replace(OLD, residence=Residence({"1670": ("Beert",)}, ("Kerkstraat",)))
    )
    assert told[1:] == ("Clients who live in 1670 Beert are now let in.", "Only listed streets will do.")


def test_what_becomes_of_a_sender_who_goes_is_what_becomes_of_the_unlisted() -> None:
    new = replace(OLD, senders=Senders(("*@y.example",)), unlisted_senders="relay")
    assert any("*@x.example is relayed as it came, unjudged" in said for said in changes(OLD, new))


@pytest.mark.parametrize("language", SENTENCES)
def test_each_language_has_the_sentences_of_english_with_the_same_values_in_them(language: str) -> None:
    own, english = SENTENCES[language], SENTENCES["en"]
    assert set(own.values) == set(english.values)
    for one, other in ((own.single, english.single), (own.came, english.came), (own.went, english.went)):
        assert {key: slots(text) for key, text in one.items()} == {
            key: slots(text) for key, text in other.items()
        }
    assert {key: slots(text) for key, text in own.phrases.items()} == {
        key: slots(text) for key, text in english.phrases.items()
    }
    assert {key: list(map(slots, pair)) for key, pair in own.lists.items()} == {
        key: list(map(slots, pair)) for key, pair in english.lists.items()
    }


def slots(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def chosen(kind: Any) -> Iterator[str]:
    """Every word that a policy's keys let one choose, but versions of TLS."""
    for hint in get_type_hints(kind).values():
        for one in (hint, *get_args(hint)):
            yield from (str(word) for word in get_args(one) if isinstance(word, str))
            if is_dataclass(one) and isinstance(one, type):
                yield from chosen(one)
        yield from (str(word) for word in get_args(hint) if isinstance(word, str))


@pytest.mark.parametrize("language", SENTENCES)
def test_every_choice_and_every_field_has_its_word(language: str) -> None:
    words = {*chosen(Policy), *FieldName} - {"TLSv1.2", "TLSv1.3"}
    assert words <= set(SENTENCES[language].values)


def test_what_changed_is_said_in_the_language_that_was_asked_for() -> None:
    new = replace(OLD, senders=Senders(()), superfluous="reject", fields=Fields((FieldName.PHONE,)))
    assert changes(OLD, new, "nl")[:2] == (
        "Vanaf nu wordt mail van *@x.example geweigerd, tenzij een andere regel ze binnenlaat.",
        "Dit gegeven mag niet meer doorgegeven worden: voornaam.",
    )
    assert changes(OLD, new, "fr")[-1] == (
        "Données que le protocole ne nomme pas : le mail est maintenant refusé, et non plus remis sans elles."
    )
    assert changes(OLD, new, "en")[-1] == "What the policy does not name: reject, no longer strip."


def test_a_value_that_looks_like_a_placeholder_stays_what_it_is() -> None:
    new = replace(OLD, suspended="{old}{0}{unlisted}{new.__class__}", recipients=("{x}@y.example",))
    for language in SENTENCES:
        said = " ".join(changes(OLD, new, language))
        assert "{old}{0}{unlisted}{new.__class__}" in said
        assert "{x}@y.example" in said
