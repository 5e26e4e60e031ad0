import ast
import unicodedata
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from string import Formatter

import pytest

from gateway.decision import Code, FieldName
from gateway.referral import superfluous
from gateway.referral.recognisers import STEMS
from gateway.slots.categories import LABELS
from gateway.slots.labels import classify
from gateway.slots.terms import Slot
from gateway.texts import CATALOGUES, catalogue, category_word, place_words
from gateway.texts.wording import Catalogue

MAX_REASON, MAX_REMEDY, MAX_SHORT_WORDS, MAX_PHRASE, MAX_WORD = 90, 130, 5, 130, 40
TABLES = ("findings", "fields", "categories", "places", "phrases")
SLOTS = {
    FieldName.FIRST_NAME: {Slot.FIRST},
    FieldName.LAST_NAME: {Slot.NAME, Slot.LAST},
    FieldName.ADDRESS: {Slot.ADDRESS},
    FieldName.PHONE: {Slot.PHONE},
    FieldName.EMAIL: {Slot.EMAIL},
}

each_language = pytest.mark.parametrize("language", CATALOGUES)


def texts(words: Catalogue) -> dict[str, str]:
    """Every text of a catalogue, by where it stands."""
    parts = ("reason", "remedy", "short")
    found = {
        f"{code} {part}": text
        for code, told in words.findings.items()
        for part, text in zip(parts, astuple(told), strict=True)
    }
    for table in TABLES[1:]:
        found |= {f"{table} {key}": text for key, text in getattr(words, table).items()}
    return found


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def transliterated(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def strings(node: ast.AST) -> Iterator[str]:
    """The strings in ``node`` that it can yield: not those that it compares with."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node) if not isinstance(node, ast.Compare) else ():
        yield from strings(child)


def kinds_named_by(source: str) -> set[str]:
    """Every kind that the functions in ``source`` yield, add to a set, or write as a set."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Yield() | ast.Set() | ast.Call(func=ast.Attribute(attr="add")):
                found.update(strings(node))
            case ast.Assign(targets=[ast.Name(id="_STEMS")], value=ast.Dict(keys=keys)):
                found.update(name for key in keys if key is not None for name in strings(key))
    return found


@each_language
def test_every_language_has_the_same_keys(language: str) -> None:
    for table in TABLES:
        assert getattr(catalogue(language), table).keys() == getattr(catalogue("nl"), table).keys()


@each_language
def test_every_code_and_every_field_has_words(language: str) -> None:
    words = catalogue(language)
    assert words.findings.keys() == set(Code)
    assert words.fields.keys() == set(FieldName)
    silent = {where for where, text in texts(words).items() if not text}
    assert {where for where in silent if not where.endswith(" remedy")} == set()
    assert silent == {where for where, text in texts(catalogue("nl")).items() if not text}


@each_language
def test_every_text_has_the_placeholders_of_the_dutch_one(language: str) -> None:
    dutch = {where: placeholders(text) for where, text in texts(catalogue("nl")).items()}
    assert {where: placeholders(text) for where, text in texts(catalogue(language)).items()} == dutch


@each_language
def test_a_finding_asks_for_no_other_placeholder_than_a_reply_can_fill(language: str) -> None:
    known = {"field", "lines", "form", "town", "residence", "place", "label", "proof"}
    findings = catalogue(language).findings.values()
    assert set().union(*(placeholders(text) for told in findings for text in astuple(told))) == known


@each_language
def test_no_text_is_over_its_length(language: str) -> None:
    words = catalogue(language)
    lengths = {"reason": MAX_REASON, "remedy": MAX_REMEDY, "phrases": MAX_PHRASE}
    for where, text in texts(words).items():
        limit = next((most for name, most in lengths.items() if name in where.split()), MAX_WORD)
        assert len(text) <= limit, where
    assert all(len(told.short.split()) <= MAX_SHORT_WORDS for told in words.findings.values())


@each_language
def test_the_short_reasons_are_in_lower_case_and_nothing_ends_in_a_stray_mark(language: str) -> None:
    words = catalogue(language)
    assert all(told.short == told.short.lower() for told in words.findings.values())
    told = [text for finding in words.findings.values() for text in astuple(finding)]
    assert [text for text in told if text != text.strip() or text.endswith((".", ":", ","))] == []


@each_language
def test_every_kind_of_superfluous_data_has_a_name(language: str) -> None:
    source = Path(superfluous.__file__).read_text(encoding="utf-8")
    kinds = kinds_named_by(source) | LABELS.keys() | STEMS.keys() | {"other"}
    assert {"birth_date", "other_person", "origin"} <= kinds
    assert kinds - catalogue(language).categories.keys() == set()


def test_the_kinds_are_read_from_the_code_without_what_it_compares_with() -> None:
    function = 'def f(t, n):\n    yield "b" if "geb" in t else "c"\n    n.add("d")\n    n or {"e"}'
    source = f'_STEMS = {{"a": "x y"}}\n{function}'
    assert kinds_named_by(source) == {"a", "b", "c", "d", "e"}


@each_language
def test_every_text_is_ascii_once_its_accents_are_dropped(language: str) -> None:
    for where, text in texts(catalogue(language)).items():
        assert transliterated(text).isascii(), where
        assert text.isprintable(), where


@each_language
@pytest.mark.parametrize("name", FieldName)
def test_a_sender_who_writes_the_field_as_the_reply_names_it_is_understood(
    language: str, name: FieldName
) -> None:
    label = classify(catalogue(language).fields[name])
    assert label is not None
    assert len(label.slots) == 1
    assert label.slots[0] in SLOTS[name]


@each_language
def test_a_remedy_quotes_no_label_of_its_own(language: str) -> None:
    remedies = (told.remedy for told in catalogue(language).findings.values())
    quoted = {quote for remedy in remedies for quote in remedy.split('"')[1::2]}
    assert {quote for quote in quoted if not quote.startswith("{")} == set()


def test_an_unknown_language_reads_as_dutch_and_an_unknown_kind_as_other_data() -> None:
    assert catalogue("de") == catalogue("nl")
    assert category_word("never heard of", "fr") == "autres données"


def test_a_place_is_told_in_the_senders_words() -> None:
    assert place_words("body html, table 2, row 4", "fr") == "tableau 2, rangée 4"


def test_a_place_that_no_word_fits_is_the_whole_mail() -> None:
    assert place_words("header msip_labels", "nl") == "de mail"
