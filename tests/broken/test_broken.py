import os
import re
from pathlib import Path

import pytest

from tests.broken.case import Case
from tests.broken.catalogue import CASES, expected
from tests.broken.installation import LANGUAGES, answer

EXPECTED = {language: expected(language) for language in LANGUAGES}
OF_A_FILE = re.compile(r"error (config|policy): (/etc/gateway/[^:]+):[1-9][0-9]*:[1-9][0-9]*: [^.]")
HARMLESS = {"byte-order-mark", "windows-line-ends"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_mistake_is_answered_with_place_and_remedy_in_every_language(case: Case, tmp_path: Path) -> None:
    if case.served and os.geteuid() != 0:
        pytest.skip("only root may give a folder to another user")
    assert answer(case, tmp_path) == {language: EXPECTED[language][case.name] for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_more_than_fifty_mistakes_and_each_has_its_answer(language: str) -> None:
    assert len(EXPECTED[language]) == len({case.name for case in CASES}) == len(CASES) > 50
    assert set(EXPECTED[language]) == {case.name for case in CASES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_ends_in_a_remedy_and_what_is_in_a_file_has_line_and_column(language: str) -> None:
    for name, said in EXPECTED[language].items():
        if name in HARMLESS:
            assert said == "all is well"
            continue
        for line in said.splitlines():
            assert re.search(r"\. [A-ZÀÉ][^.].*[\w)\]}.>?\"…-]$", line), line
            assert not line.startswith(("error config", "error policy:")) or OF_A_FILE.match(line), line
