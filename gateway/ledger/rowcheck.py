"""One stored record against its own header: pure, no file, no tree."""

from collections.abc import Iterator, Mapping

from gateway.ledger import findings
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
from gateway.ledger.report import ADDED, CHANGED, NEVER, REMOVED, Problem
from gateway.ledger.rows import Row
from gateway.ledger.spans import Spans
from gateway.said import said_by, say

_ELSEWHERE = say("The record or the state row comes from elsewhere.")


def row_problems(
    row: Row, expected: int, log: str, earlier: tuple[RecordType, ...], erased: Mapping[str, Spans]
) -> Iterator[Problem]:
    """What is wrong with ``row`` where record ``expected`` of ``log`` should stand.

    ``earlier`` are the types of the records before it with the same id, ``erased`` what later records
    say was erased, by group.
    """
    if row.seq != expected:
        yield findings.misnumbered(expected)
    try:
        header = parse_header(row.header)
    except RecordError as error:
        yield findings.of_header(row, say("cannot be read: {wrong}", wrong=said_by(error)))
        return
    yield from _columns(row, header, log)
    yield from _groups(row, header, {name for name in GROUPS if row.seq in erased[name]})
    if wrong := misplaced(header.type, earlier):
        yield findings.ill_placed(row, wrong)


def _columns(row: Row, header: Header, log: str) -> Iterator[Problem]:
    if header.seq != row.seq:
        yield findings.swapped(row, header.seq)
    if header.log != log:
        yield findings.of_header(row, say("names another log"), _ELSEWHERE)
    columns = {"id": row.id, "t": row.t, "node": row.node, "type": row.type}
    recorded = {"id": header.id, "t": header.t, "node": header.node, "type": header.type}
    for name, value in columns.items():
        if value != recorded[name]:
            yield findings.of_column(row, name, say("differs from the header"))


def _groups(row: Row, header: Header, erased: set[str]) -> Iterator[Problem]:
    stored = {name: Group(name, salt, body) for name, salt, body in row.parts}
    for name in sorted(erased if header.type not in OF_TRANSFERS else ()):
        yield findings.of_group(row, name, say("is said to be erased, and is never erased"), NEVER)
    for name, commitment in header.c:
        if name not in stored:
            if name not in erased:
                yield findings.of_group(row, name, say("is gone, and no record says it was erased"), REMOVED)
        elif name in erased:
            yield findings.of_group(row, name, say("is there, and a record says it was erased"), ADDED)
        elif stored[name].commitment() != commitment:
            yield findings.of_group(row, name, say("is not what the header commits to"), CHANGED)
    for name in stored.keys() - set(GROUPS):
        yield findings.of_group(row, name, say("is unknown to the format"), ADDED)
