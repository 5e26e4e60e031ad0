"""A process that appends to a ledger until it is done or killed, and prints what was acknowledged.

Arguments: ledger, node, number of records, how many wait at once, and where the records are when not in
the file of that name. Each line: seq, leaf hash, id. A record that is deferred is not tried again.
"""

import asyncio
import os
import sys
from dataclasses import replace
from pathlib import Path

from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.place import beside, parse_postgres
from gateway.ledger.store import Ledger
from tests.support.ledger import intent, open_ledger


async def _append(ledger: Ledger, names: list[str]) -> None:
    for name in names:
        try:
            leaf = await ledger.append(intent(name))
        except LedgerUnavailable:
            await asyncio.sleep(0.05)
            continue
        sys.stdout.write(f"{leaf.seq} {leaf.hash} {name}\n")
        sys.stdout.flush()


async def _main(path: str, node: str, count: int, at_once: int, url: str = "") -> None:
    site = beside(Path(path))
    ledger = open_ledger(replace(site, place=parse_postgres(url)) if url else site, node)
    names = [f"{node}-{os.getpid()}-{number}" for number in range(count)]
    await asyncio.gather(*(_append(ledger, names[start::at_once]) for start in range(at_once)))
    await ledger.close()


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), *sys.argv[5:]))
