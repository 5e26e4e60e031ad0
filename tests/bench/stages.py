"""``python -m tests.bench.stages``: processor time of each step of one 4 KB mail, and of one of 200 KB.

In one process and nothing else beside it, the least of many runs. A running gateway takes more: it waits
for locks and speaks SMTP, and its caches hold more than one step. ``--write`` names a guide for the table.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import dkim
from rich.console import Console
from rich.table import Table

from gateway.composing.account import is_accounted_for
from gateway.composing.message import Order, compose
from gateway.decision import Deliver
from gateway.inbound.data import DataReader
from gateway.inbound.limits import Limits
from gateway.mail.header import split_message
from gateway.pipeline import accepted_label, author_of, decide
from gateway.reading.codec import decode, encode
from gateway.reading.read import read
from gateway.sealed.shape import has_layer
from tests.bench.marks import markdown, put
from tests.bench.throughput.messages import large, small
from tests.support.corpus import samples
from tests.support.dkim import Signer, new_signer
from tests.support.stage import SENDERS
from tests.unit.test_pipeline_corpus import DAY, POLICY, case_of

_RUNS = 40
_T = TypeVar("_T")
Stages = dict[str, float]


def least(found: Stages, name: str, work: Callable[[], _T]) -> _T:
    """What ``work`` returns; the least milliseconds of processor time it took go to ``found``."""
    result, best = work(), float("inf")
    for _ in range(_RUNS):
        began = time.process_time()
        result = work()
        best = min(best, time.process_time() - began)
    found[name] = best * 1000
    return result


def stages(file: bytes, signer: Signer) -> Stages:
    """Milliseconds of every step for the mail ``file``, which has the line ends of a file."""
    content, found = file.replace(b"\n", b"\r\n"), Stages()
    least(found, "DATA, in blocks", lambda: _taken_in(content))
    fields, _ = least(found, "header", lambda: split_message(content))
    record = signer.record.encode()
    least(found, "DKIM (dkimpy)", lambda: dkim.DKIM(content).verify(0, dnsfunc=lambda *_, **__: record))
    least(found, "looking for layers", lambda: has_layer(content))
    document = least(found, "reading, in the sandbox", lambda: read(content))
    least(found, "to and from the sandbox", lambda: decode(encode(document)))
    sample = case_of(next(iter(samples())))
    case = replace(sample, arrival=replace(sample.arrival, content=content), fields=fields, reading=document)
    decision = least(found, "deciding", lambda: decide(case, POLICY, DAY))
    author, label = author_of(case.fields), accepted_label(case, POLICY)
    if not isinstance(decision.verdict, Deliver) or author is None or label is None:
        raise RuntimeError("the mail of the benchmark is not delivered")
    clients = decision.verdict.clients
    order = Order(case.arrival, author, "mx.pepingen.example", POLICY.ref, label, ())
    message = least(found, "composing", lambda: compose(order, clients, case.fields))
    least(found, "accounting", lambda: is_accounted_for(message, order, clients, case.fields))
    return found


def _taken_in(content: bytes) -> bytes:
    reader = DataReader(Limits(), lambda _: True)
    data = content + b".\r\n"
    for start in range(0, len(data), 65_536):
        reader.feed(data[start : start + 65_536])
    return reader.content()


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    signer = new_signer(SENDERS)
    little, much = stages(small(signer), signer), stages(large(signer), signer)
    rows = [(name, f"{little[name]:.2f}", f"{much[name]:.2f}") for name in little]
    rows.append(("together", f"{sum(little.values()):.2f}", f"{sum(much.values()):.2f}"))
    head = ("step", "4 KB, ms", "200 KB, ms")
    table = Table(*head)
    for row in rows:
        table.add_row(*row)
    Console(width=80).print(table)
    if options.write:
        put(options.write, "tests.bench.stages", "python -m tests.bench.stages", markdown(head, rows))


if __name__ == "__main__":
    main()
