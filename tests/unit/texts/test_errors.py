"""Every error and warning in the source has its sentence in each language, and nothing is left over."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import gateway
from gateway.texts.errors import PARTS, SENTENCES, spoken

PACKAGE = Path(gateway.__file__).parent
LANGUAGES = sorted(SENTENCES)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of the function ``name`` in the package, with where it stands."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield f"{file.relative_to(PACKAGE.parent)}:{node.lineno}", node


def literal(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def gaps(sentence: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


def has_words(sentence: str) -> bool:
    return bool(re.search(r"[^\W\d_]", re.sub(r"\{\w*\}", "", sentence)))


SAID = {sentence for _, call in calls("say") if (sentence := literal(call)) is not None}


def test_a_sentence_stands_in_full_where_it_is_said() -> None:
    assert [place for place, call in calls("say") if literal(call) is None] == []
    assert [place for place, _ in calls("Said") if not place.startswith("gateway/said.py")] == []


def test_what_fills_the_gaps_of_a_sentence_is_given_where_it_is_said() -> None:
    wrong = [
        place
        for place, call in calls("say")
        if (sentence := literal(call)) is not None
        and set(gaps(sentence)) != {word.arg for word in call.keywords}
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_sentence_and_no_other(language: str) -> None:
    told = set(SENTENCES[language])
    wanted = {sentence for sentence in SAID if has_words(sentence)}
    assert sorted(wanted - told) == []
    assert sorted(told - SAID) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_gaps_of_its_sentence(language: str) -> None:
    assert [one for one, words in SENTENCES[language].items() if gaps(one).keys() != gaps(words).keys()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_stands_in_one_part_of_the_catalogue(language: str) -> None:
    counted = Counter(sentence for part in PARTS[language] for sentence in part)
    assert [sentence for sentence, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_as_its_sentence_does(language: str) -> None:
    """A remedy is a sentence with a capital and a full stop; what is wrong is a clause without either."""
    odd = [
        one
        for one, words in SENTENCES[language].items()
        if (one[-1] in ".?!:") != (words[-1] in ".?!:")
        or (one[:2].istitle() and words[0].islower())
        or words != words.strip()
    ]
    assert odd == []


def test_a_language_without_sentences_reads_english() -> None:
    assert spoken("no such thing", "en") == "no such thing"
