"""The sentences on what is different from one policy to another, which a test compares across languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gateway.texts import changes_en, changes_fr, changes_nl
from gateway.texts.saying import Sentences

SENTENCES: Final[Mapping[str, Sentences]] = MappingProxyType(
    {"nl": changes_nl.SENTENCES, "fr": changes_fr.SENTENCES, "en": changes_en.SENTENCES}
)


def sentences(language: str) -> Sentences:
    """The sentences of ``language``; the Dutch ones for any language there are none of."""
    return SENTENCES.get(language, changes_nl.SENTENCES)
