"""The words of the console, which a test compares from language to language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.texts import console_en, console_fr, console_nl

LANGUAGES: Final = ("nl", "fr", "en")

_WORDS: Final = MappingProxyType({"nl": console_nl.WORDS, "fr": console_fr.WORDS, "en": console_en.WORDS})


def console_words(language: str) -> Mapping[str, str]:
    """The words of ``language`` by key; Dutch for any language there is none of."""
    return _WORDS.get(language, console_nl.WORDS)
