"""Every mistake in the tables, and the file that holds what each is answered with."""

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.broken import machine, values, writing
from tests.broken.installation import answer

CASES = (*writing.CASES, *values.CASES, *machine.CASES)
EXPECTED = Path(__file__).with_name("expected.txt")
_HEAD = "# What `gateway check` answers to each mistake. Written anew by: python -m tests.broken\n"


def answers() -> Mapping[str, str]:
    """What is said of each case today, by its name."""
    said = {}
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            said[case.name] = answer(case, Path(folder))
    return said


def written(said: Mapping[str, str]) -> str:
    """The text of the file with these answers."""
    blocks = (f"\n[{case.name}] {case.story}\n{said[case.name]}\n" for case in CASES)
    return _HEAD + "".join(blocks)


def expected() -> Mapping[str, str]:
    """The answers that the file holds, by the names of their cases."""
    blocks = EXPECTED.read_text("utf-8").split("\n[")[1:]
    heads = (block.partition("\n") for block in blocks)
    return {head.partition("]")[0]: said.strip("\n") for head, _, said in heads}
