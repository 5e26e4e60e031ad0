"""The words of the console, which a test compares from language to language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.texts import (
    breach_pages_en,
    breach_pages_fr,
    breach_pages_nl,
    console_en,
    console_fr,
    console_nl,
    console_pages_en,
    console_pages_fr,
    console_pages_nl,
    versions_en,
    versions_fr,
    versions_nl,
)
from gateway.texts.french import unbroken

LANGUAGES: Final = ("nl", "fr", "en")

_WORDS: Final = MappingProxyType(
    {
        "nl": MappingProxyType(
            console_nl.WORDS | console_pages_nl.WORDS | breach_pages_nl.WORDS | versions_nl.WORDS
        ),
        "fr": MappingProxyType(
            unbroken(console_fr.WORDS | console_pages_fr.WORDS | breach_pages_fr.WORDS | versions_fr.WORDS)
        ),
        "en": MappingProxyType(
            console_en.WORDS | console_pages_en.WORDS | breach_pages_en.WORDS | versions_en.WORDS
        ),
    }
)


def console_words(language: str) -> Mapping[str, str]:
    """The words of ``language`` by key; Dutch for any language there is none of."""
    return _WORDS.get(language, _WORDS["nl"])
