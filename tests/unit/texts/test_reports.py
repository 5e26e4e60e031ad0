from string import Formatter

import pytest

from gateway.decision import Code
from gateway.ledger.record import GROUPS, Outcome
from gateway.reports.measures import MEASURES
from gateway.reports.table import COLUMNS
from gateway.texts import breach_en, breach_fr, breach_nl, reports_en, reports_fr, reports_nl
from gateway.texts.reports import LANGUAGES, report_words

DUTCH = report_words("nl")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_with_the_same_placeholders(language: str) -> None:
    words = report_words(language)
    assert words.keys() == DUTCH.keys()
    assert {key: placeholders(text) for key, text in words.items()} == {
        key: placeholders(text) for key, text in DUTCH.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_or_has_blanks_around_it(language: str) -> None:
    assert [key for key, text in report_words(language).items() if not text or text != text.strip()] == []


def test_the_two_parts_of_a_language_share_no_key() -> None:
    pairs = ((reports_nl, breach_nl), (reports_fr, breach_fr), (reports_en, breach_en))
    assert [first.WORDS.keys() & second.WORDS.keys() for first, second in pairs] == [set(), set(), set()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_a_heading_of_its_own(language: str) -> None:
    names = [report_words(language)[f"column_{name}"] for name in COLUMNS]
    assert len(set(names)) == len(names)


def test_every_outcome_group_and_measure_has_a_name() -> None:
    measures = {code.partition(".")[0] for code in Code} - {"composed", "internal"}
    wanted = {f"outcome_{one}" for one in Outcome} | {f"group_{one}" for one in GROUPS}
    assert wanted | {f"measure_{one}" for one in measures | set(MEASURES)} <= DUTCH.keys()
