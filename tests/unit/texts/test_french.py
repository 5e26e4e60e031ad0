"""French as it is typed: a sign of two parts has a space before it, everywhere alike."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import gateway.texts
from gateway import config
from gateway.policy import document
from gateway.texts.console import console_words
from gateway.texts.french import unbroken
from gateway.texts.reports import report_words

FOLDER = Path(gateway.texts.__file__).parent
FRENCH = sorted(FOLDER.glob("*fr*.py"))
WITHOUT = re.compile(r"(?<![\s?!])[;?!»](?=\s|$)|(?<![\s\d}]):(?=\s|$)|«(?! )|\u00a0")


def keys(schema: Any) -> Iterator[str]:
    """Every key that ``schema`` knows, however deep."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (key for part in schema.values() for key in keys(part))


# A key, its colon and its value are the configuration's, as in "drafts: /var/lib/gateway".
KEYS = re.compile(
    rf"\b({'|'.join(sorted({*keys(config.schema()), *keys(document.schema()), 'clé'}))}):(?=\s)"
)


def values(file: Path) -> Iterator[str]:
    """The texts in ``file`` that stand as a value, or in one."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Dict):
            for value in node.values:
                yield from (
                    part.value
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


@pytest.mark.parametrize("file", FRENCH, ids=lambda file: file.name)
def test_a_sign_of_two_parts_has_an_ordinary_space_before_it(file: Path) -> None:
    assert [text for text in values(file) if WITHOUT.search(KEYS.sub("", text))] == []


def test_no_line_of_a_page_or_a_report_breaks_at_that_space() -> None:
    assert unbroken({"a": "Prêt : 3 « a » ? Oui ; non"}) == {
        "a": "Prêt\u00a0: 3 «\u00a0a\u00a0»\u00a0? Oui\u00a0; non"
    }
    for words in (console_words("fr"), report_words("fr")):
        assert [text for text in words.values() if re.search(r" [;:?!»](\s|$)", text)] == []
