"""``python -m tests.bench.faults``: kills the gateway at every call and at random, and counts what is lost.

``--messages`` is how many go through while it is killed at random, ``--calls`` which calls into the kernel
are killed at one by one, ``--write`` a file for the table. Ends with 1 when a promise was broken. It takes
some ten seconds a call, a quarter of an hour in all.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tests.bench.faults.kills import CALLS, at_random, every_call
from tests.bench.faults.tally import Verdict
from tests.bench.marks import put
from tests.support import strace

_HEAD = (
    "| fault | tries | mails | sent again | lost | double | not in the ledger | ledger |\n"
    + "|---" * 8
    + "|\n"
)


def _row(what: str, tries: int, verdicts: Iterable[Verdict]) -> str:
    found = tuple(verdicts)
    figures = [
        tries,
        *(
            sum(getattr(one, name) for one in found)
            for name in ("mails", "again", "lost", "double", "unrecorded")
        ),
    ]
    whole = "whole" if all(one.whole for one in found) else "**not whole**"
    return f"| {what} | " + " | ".join(map(str, figures)) + f" | {whole} |\n"


async def run(options: argparse.Namespace) -> bool:
    """Prints the table as it grows; whether every promise was kept."""
    table, kept = _HEAD, True
    print(_HEAD, end="", flush=True)
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder = Path(name)
        found: dict[str, list[Verdict]] = {}
        if (missing := strace.unavailable()) is None:
            async for call, number, verdict in every_call(folder, options.calls):
                print(f"{call} {number}: {'kept' if verdict.kept else verdict}", file=sys.stderr, flush=True)
                found.setdefault(call, []).append(verdict)
        else:
            print(f"left out: {missing}", file=sys.stderr)
        for call, verdicts in found.items():
            row = _row(f"SIGKILL at each `{call}` of one message", len(verdicts), verdicts)
            table, kept = table + row, kept and all(one.kept for one in verdicts)
            print(row, end="", flush=True)
        if options.messages:
            (folder / "random").mkdir()
            kills, verdict = await at_random(folder / "random", options.messages, seed=options.seed)
            row = _row("SIGKILL at random, two workers, eight senders", kills, [verdict])
            table, kept = table + row, kept and verdict.kept
            print(row, end="", flush=True)
    if options.write:
        command = f"python -m tests.bench.faults --messages {options.messages} --seed {options.seed}"
        put(options.write, "tests.bench.faults", command, table)
    return kept


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--calls", nargs="*", default=list(CALLS), choices=list(CALLS))
    parser.add_argument("--write", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(not asyncio.run(run(_options())))
