"""The words of exports, reports and the breach dossier, which a test compares from language to language."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.texts import breach_en, breach_fr, breach_nl, reports_en, reports_fr, reports_nl
from gateway.texts.french import unbroken

LANGUAGES: Final = ("nl", "fr", "en")

_WORDS: Final = MappingProxyType(
    {
        "nl": MappingProxyType(reports_nl.WORDS | breach_nl.WORDS),
        "fr": MappingProxyType(unbroken(reports_fr.WORDS | breach_fr.WORDS)),
        "en": MappingProxyType(reports_en.WORDS | breach_en.WORDS),
    }
)


def report_words(language: str) -> Mapping[str, str]:
    """The words of ``language`` by key; Dutch for any language there is none of."""
    return _WORDS.get(language, _WORDS["nl"])
