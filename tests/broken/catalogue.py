"""Every mistake in the tables, and the files that hold what each is answered with, one a language."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.broken import machine, values, writing
from tests.broken.installation import LANGUAGES, answer

CASES = (*writing.CASES, *values.CASES, *machine.CASES)
EXPECTED = {
    language: Path(__file__).with_name("expected.txt" if language == "en" else f"expected.{language}.txt")
    for language in LANGUAGES
}
_HEAD = "# What `gateway check` answers to each mistake. Written anew by: python -m tests.broken\n"


def answers() -> Mapping[str, Mapping[str, str]]:
    """What is said of each case today, by its name, in each language."""
    said = {}
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            said[case.name] = answer(case, Path(folder))
    return said


def written(said: Mapping[str, Mapping[str, str]], language: str) -> str:
    """The text of the file with these answers in ``language``."""
    blocks = (f"\n[{case.name}] {case.story}\n{said[case.name][language]}\n" for case in CASES)
    return _HEAD + "".join(blocks)


def expected(language: str) -> Mapping[str, str]:
    """The answers that the file of ``language`` holds, by the names of their cases."""
    blocks = EXPECTED[language].read_text("utf-8").split("\n[")[1:]
    heads = (block.partition("\n") for block in blocks)
    return {head.partition("]")[0]: said.strip("\n") for head, _, said in heads}
