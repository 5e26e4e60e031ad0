from dataclasses import replace

import pytest

from gateway.ledger.quickcheck import is_as_written
from gateway.ledger.record import Entry, draft
from gateway.ledger.rows import Row
from tests.support.ledger import LOG, NOON, intent

EVERY = ("measures", "subject", "transport")


def row_of(entry: Entry, *, without: tuple[str, ...] = ()) -> Row:
    written = draft(entry, NOON)
    header = written.header(LOG, "mx1", 7)
    parts = tuple((g.name, g.salt, g.body) for g in written.groups if g.name not in without)
    return Row(7, header.id, header.t, header.node, header.type.value, header.encode(), parts)


def test_a_row_with_all_its_groups_is_as_it_was_written_and_at_no_other_place() -> None:
    row = row_of(intent("one"))
    assert is_as_written(row, 7, LOG)
    assert not is_as_written(row, 8, LOG)
    assert not is_as_written(row, 7, "another.example")


@pytest.mark.parametrize("gone", [("transport",), ("measures", "subject"), EVERY])
def test_a_row_without_what_was_erased_is_as_it_must_be_and_with_it_is_not(gone: tuple[str, ...]) -> None:
    erased = frozenset(gone)
    assert is_as_written(row_of(intent("one"), without=gone), 7, LOG, erased)
    assert not is_as_written(row_of(intent("one")), 7, LOG, erased)
    assert not is_as_written(row_of(intent("one"), without=gone), 7, LOG)
    assert not is_as_written(row_of(intent("one"), without=gone[:-1]), 7, LOG, erased)


def test_the_commitment_to_an_erased_group_must_be_one() -> None:
    row = row_of(intent("one"), without=("transport",))
    broken = replace(row, header=row.header.replace(b'"transport":"', b'"transport":"x'))
    assert not is_as_written(broken, 7, LOG, frozenset({"transport"}))


def test_only_what_tells_of_a_message_can_have_been_erased() -> None:
    row = replace(row_of(intent("one"), without=("transport",)), type="policy")
    assert not is_as_written(row, 7, LOG, frozenset({"transport"}))


def test_a_group_twice_or_of_another_name_is_not_as_written() -> None:
    row = row_of(intent("one"))
    assert not is_as_written(replace(row, parts=(*row.parts, row.parts[0])), 7, LOG)
    assert not is_as_written(replace(row, parts=(*row.parts, ("extra", b"", b"{}"))), 7, LOG)
