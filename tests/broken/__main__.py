"""``python -m tests.broken`` writes today's answers into ``expected*.txt``; read what changed."""

import sys

from tests.broken.catalogue import EXPECTED, answers, written

said = answers()
for language, file in EXPECTED.items():
    file.write_text(written(said, language), "utf-8")
    sys.stdout.write(f"{file}\n")
