"""Every sentence a person reads, in Dutch, French and English.

One module a language; each holds the same keys, and a test compares them.
"""

from types import MappingProxyType
from typing import Final

from gateway.decision import Code, FieldName
from gateway.texts import en, fr, nl
from gateway.texts.wording import Catalogue, Wording

CATALOGUES: Final = MappingProxyType({"nl": nl.CATALOGUE, "fr": fr.CATALOGUE, "en": en.CATALOGUE})


def catalogue(language: str) -> Catalogue:
    """The catalogue of ``language``; Dutch for any language there is none of."""
    return CATALOGUES.get(language, nl.CATALOGUE)


def wording(code: Code, language: str) -> Wording:
    """How a finding of ``code`` is told to the sender."""
    return catalogue(language).findings[code]


def field_word(name: FieldName, language: str) -> str:
    """The field's name as the form prints it, in lower case."""
    return catalogue(language).fields[name]


def category_word(category: str, language: str) -> str:
    """A superfluous kind's name; an unknown kind reads as "other data"."""
    words = catalogue(language).categories
    return words.get(category, words["other"])


def place_words(place: str, language: str) -> str:
    """``body html, table 2, row 4`` in the sender's words: ``tabel 2, rij 4``."""
    words = catalogue(language).places
    pieces = [piece.split(" ") for piece in place.split(", ")]
    named = [
        f"{words[piece[0]]} {piece[1]}"
        for piece in pieces
        if len(piece) == 2 and piece[1].isdigit() and piece[0] in words
    ]
    return ", ".join(named) or words["body"]
