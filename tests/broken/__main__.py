"""``python -m tests.broken`` writes today's answers into ``expected.txt``; read what changed."""

import sys

from tests.broken.catalogue import EXPECTED, answers, written

EXPECTED.write_text(written(answers()), "utf-8")
sys.stdout.write(f"{EXPECTED}\n")
