"""The gateway on the second corpus: ``python -m tests.bench.heldout --seed 7 --count 600``."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from tests.bench.heldout.generator import COUNT, SEED, mails
from tests.bench.minimisation.contender import gateway
from tests.bench.minimisation.report import failures, sheet, show


def main() -> int:
    """Makes the mails, runs the gateway and prints the tables of the first corpus.

    Exit code 1 when it leaked a value or a phrase, or put a wrong value in a field.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.heldout", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed makes the same mails")
    parser.add_argument("--count", type=int, default=COUNT, help="how many mails")
    parser.add_argument("--failures", type=Path, help="write every mail the gateway failed on to this file")
    asked, out = parser.parse_args(), Console(width=None if sys.stdout.isatty() else 190)
    marks = sheet(gateway(mails(asked.seed, asked.count)))
    show([marks], out)
    if asked.failures:
        asked.failures.write_text(failures(marks), "utf-8")
    return int(any(one.leaked or one.sensitive or one.wrong for one in marks.scores))


if __name__ == "__main__":
    sys.exit(main())
