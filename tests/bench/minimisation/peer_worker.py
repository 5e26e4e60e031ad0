"""Redacts one text a line of standard input with the peer named on the command line.

Runs under the peers' own Python and imports nothing of this project. A line is JSON with ``text``,
``lang``, ``names``, ``first``, ``last`` and ``allowed`` (letters and digits alone); a line of the
output is the redacted text as JSON, the last one the seconds it took, loading left out.
"""

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

Task = dict[str, Any]
Span = tuple[int, int]
Recognise = Callable[[Task], Iterable[Span]]
LANGUAGES = ("nl", "fr", "en", "de")
# What a Belgian office would add: name, pattern, how sure.
BELGIAN = (
    ("BE_NATIONAL_NUMBER", r"(?<!\d)\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}(?!\d)", 0.9),
    ("EMAIL", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", 0.9),
    ("BE_IBAN", r"BE\d{2}(?: ?\d{4}){3}\b", 0.9),
    (
        "BE_PHONE",
        r"(?:\(0\d{1,3}\)|(?:\+|00)32[ ./-]?(?:\(0\))?[ ./-]?\d{1,3}|\b0\d{1,3})(?:[ ./-]*\d){6,7}\b",
        0.9,
    ),
    ("BE_POSTCODE", r"\b[1-9]\d{3} [A-Z][\w'-]+(?:-[A-Z][\w'-]+)*", 0.8),
    (
        "BE_STREET",
        r"\b(?:[A-Z][\w.'-]* ){0,2}[A-Z][\w'-]*(?:straat|laan|weg|plein|dreef|baan|berg|veld) \d+\w?",
        0.8,
    ),
    ("BE_STREET_FR", r"\b(?:Rue|Avenue|Place|Chaussée)(?: [\w'-]+){1,4} \d+\w?", 0.8),
    ("BE_FILE_NUMBER", r"\b[A-Z]{1,3}[- ]?\d{4}[- ]\d{3,6}\b|\b\d{2}/\d{3,5}/[A-Z]\b", 0.8),
    ("BE_COMPANY", r"\b[01]\d{3}\.\d{3}\.\d{3}\b", 0.9),
    ("BE_ID_CARD", r"\b\d{3}-\d{7}-\d{2}\b", 0.9),
    ("BE_INAMI", r"\b\d-\d{5}-\d{2}-\d{3}\b", 0.9),
    ("BE_PLATE", r"\b[1-9]-[A-Z]{3}-\d{3}\b", 0.9),
    ("BE_HEALTH_FUND", r"\b\d{3}/\d{7}/\d{2}\b", 0.9),
    ("PASSPORT", r"\b[A-Z]{2}\d{6}\b|\bB\d{3} \d{4} \d{2}\b", 0.8),
    ("AMOUNT", r"\b\d{1,3}(?:[. ]\d{3})*(?:,\d{2})? ?(?:euro|EUR|€)", 0.8),
    ("DATE", r"\b\d{1,2}[./-]\d{1,2}[./-]\d{4}\b|\b\d{1,2}\.? [A-Za-zéûäö]{3,9} \d{4}\b", 0.8),
)


def presidio(*, told: bool) -> Recognise:
    """Presidio with its pattern recognisers and Belgian ones; ``told`` also every name in the mail.

    Its name recogniser wants a language model, which is not downloaded here.
    """
    import spacy  # type: ignore[import-not-found]  # noqa: PLC0415 - only the peer that runs is loaded
    from presidio_analyzer import (  # type: ignore[import-not-found]  # noqa: PLC0415
        AnalyzerEngine,
        Pattern,
        PatternRecognizer,
        RecognizerRegistry,
    )
    from presidio_analyzer import predefined_recognizers as ready  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]  # noqa: PLC0415

    class Blank(SpacyNlpEngine):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.nlp = {lang: spacy.blank(lang) for lang in LANGUAGES}

    registry = RecognizerRegistry(supported_languages=list(LANGUAGES))
    for lang in LANGUAGES:
        for kind in (
            ready.EmailRecognizer,
            ready.IbanRecognizer,
            ready.CreditCardRecognizer,
            ready.UrlRecognizer,
            ready.DateRecognizer,
            ready.IpRecognizer,
        ):
            registry.add_recognizer(kind(supported_language=lang))
        registry.add_recognizer(ready.PhoneRecognizer(supported_language=lang, supported_regions=("BE",)))
        for name, pattern, sure in BELGIAN:
            registry.add_recognizer(
                PatternRecognizer(
                    supported_entity=name,
                    supported_language=lang,
                    patterns=[Pattern(name, pattern, sure)],
                    global_regex_flags=re.UNICODE,
                )
            )
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=list(LANGUAGES))

    def recognise(task: Task) -> Iterable[Span]:
        names = [
            PatternRecognizer(
                supported_entity="PERSON", supported_language=task["lang"], deny_list=task["names"]
            )
        ]
        found = engine.analyze(
            task["text"], language=task["lang"], ad_hoc_recognizers=names if told else None
        )
        return [(one.start, one.end) for one in found]

    return recognise


def deduce() -> Recognise:
    """Deduce with all its recognisers, told the client's name as its patient."""
    from deduce import Deduce  # type: ignore[import-not-found]  # noqa: PLC0415
    from deduce.person import Person  # type: ignore[import-not-found]  # noqa: PLC0415

    engine = Deduce()

    def recognise(task: Task) -> Iterable[Span]:
        patient = Person(first_names=task["first"].split() or None, surname=task["last"] or None)
        document = engine.deidentify(task["text"], metadata={"patient": patient})
        return [(one.start_char, one.end_char) for one in document.annotations]

    return recognise


def redact(task: Task, spans: Iterable[Span]) -> str:
    """The text with every span blacked out, but for what is the client's own."""
    text: str = task["text"]
    own = protected(text, task["allowed"])
    chars = list(text)
    for start, end in spans:
        for at in range(start, end):
            chars[at] = chars[at] if at in own or chars[at].isspace() else "█"
    return "".join(chars)


def protected(text: str, allowed: Iterable[str]) -> set[int]:
    """The places in ``text`` where a value of ``allowed`` stands as whole words, however it is spelt."""
    places = [at for at, char in enumerate(text) for _ in squeezed(char)]
    bare, own = "".join(map(squeezed, text)), set[int]()
    for value in filter(None, allowed):
        start = bare.find(value)
        while start >= 0:
            first, last = places[start], places[start + len(value) - 1]
            digits = value.isdigit()
            if (digits or not text[first - 1 : first].isalnum()) and not text[last + 1 : last + 2].isalnum():
                own.update(range(first, last + 1))
            start = bare.find(value, start + 1)
    return own


def squeezed(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("ł", "l"))
    return "".join(char for char in folded if char.isalnum())


def main() -> None:
    """Redacts every line of standard input."""
    peers: dict[str, Callable[[], Recognise]] = {
        "presidio": lambda: presidio(told=False),
        "presidio-told": lambda: presidio(told=True),
        "deduce": deduce,
    }
    out, sys.stdout = sys.stdout, sys.stderr  # libraries print what they are doing
    recognise = peers[sys.argv[1]]()
    tasks = [json.loads(line) for line in sys.stdin]
    began = time.perf_counter()
    texts = [redact(task, recognise(task)) for task in tasks]
    seconds = time.perf_counter() - began
    for text in texts:
        print(json.dumps(text), file=out)
    print(seconds, file=out)


if __name__ == "__main__":
    main()
