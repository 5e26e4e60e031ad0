"""A process that appends to a ledger until it is done or killed, and prints what was acknowledged.

Arguments: ledger, node, number of records, how many wait at once. Each line: seq, leaf hash, id.
"""

import asyncio
import sys
from pathlib import Path

from gateway.ledger.store import Ledger
from tests.support.ledger import intent, open_ledger


async def _append(ledger: Ledger, names: list[str]) -> None:
    for name in names:
        leaf = await ledger.append(intent(name))
        sys.stdout.write(f"{leaf.seq} {leaf.hash} {name}\n")
        sys.stdout.flush()


async def _main(path: str, node: str, count: int, at_once: int) -> None:
    ledger = open_ledger(Path(path), node)
    names = [f"{node}-{number}-{len(ledger.recovered)}" for number in range(count)]
    await asyncio.gather(*(_append(ledger, names[start::at_once]) for start in range(at_once)))
    await ledger.close()


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
