"""One stored record against its own header: pure, no file, no tree."""

from collections.abc import Iterator, Mapping

from gateway.ledger.errors import RecordError
from gateway.ledger.record import (
    GROUPS,
    OF_TRANSFERS,
    Group,
    Header,
    RecordType,
    misplaced,
    parse_header,
)
from gateway.ledger.report import ADDED, CHANGED, NEVER, REMOVED, Problem, of_record
from gateway.ledger.rows import Row
from gateway.ledger.spans import Spans


def row_problems(
    row: Row, expected: int, log: str, earlier: tuple[RecordType, ...], erased: Mapping[str, Spans]
) -> Iterator[Problem]:
    """What is wrong with ``row`` where record ``expected`` of ``log`` should stand.

    ``earlier`` are the types of the records before it with the same id, ``erased`` what later records
    say was erased, by group.
    """
    if row.seq != expected:
        where = f"record {expected}"
        yield Problem(expected, None, where, "is missing", f"{REMOVED} Or it was given another number.")
    try:
        header = parse_header(row.header)
    except RecordError as error:
        yield of_record(row, "header", f"cannot be read: {error}", CHANGED)
        return
    yield from _columns(row, header, log)
    yield from _groups(row, header, {name for name in GROUPS if row.seq in erased[name]})
    if wrong := misplaced(header.type, earlier):
        yield of_record(row, "type", f"is {wrong}", NEVER)


def _columns(row: Row, header: Header, log: str) -> Iterator[Problem]:
    if header.seq != row.seq:
        meaning = "Records were swapped or renumbered outside the gateway."
        yield of_record(row, "seq", f"differs from the header, which says {header.seq}", meaning)
    if header.log != log:
        yield of_record(
            row, "header", "names another log", "The record or the state row comes from elsewhere."
        )
    columns = {"id": row.id, "t": row.t, "node": row.node, "type": row.type}
    recorded = {"id": header.id, "t": header.t, "node": header.node, "type": header.type}
    for name, value in columns.items():
        if value != recorded[name]:
            yield of_record(row, name, "differs from the header", CHANGED)


def _groups(row: Row, header: Header, erased: set[str]) -> Iterator[Problem]:
    stored = {name: Group(name, salt, body) for name, salt, body in row.parts}
    for name in sorted(erased if header.type not in OF_TRANSFERS else ()):
        yield of_record(row, f"group {name}", "is said to be erased, and is never erased", NEVER)
    for name, commitment in header.c:
        if name not in stored:
            if name not in erased:
                yield of_record(row, f"group {name}", "is gone, and no record says it was erased", REMOVED)
        elif name in erased:
            yield of_record(row, f"group {name}", "is there, and a record says it was erased", ADDED)
        elif stored[name].commitment() != commitment:
            yield of_record(row, f"group {name}", "is not what the header commits to", CHANGED)
    for name in stored.keys() - set(GROUPS):
        yield of_record(row, f"group {name}", "is unknown to the format", ADDED)
