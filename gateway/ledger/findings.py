"""What verifying finds wrong at one place of a ledger, in words."""

from gateway.ledger.report import ADDED, CHANGED, NEVER, REMOVED, Problem, at
from gateway.ledger.rows import Row
from gateway.said import Said, say

_NEWER = say(
    "A newer version of the gateway did that: install it again. If none did, it was changed outside it."
)
_RENUMBERED = say("Something was removed outside the gateway. Or it was given another number.")
_SWAPPED = say("Records were swapped or renumbered outside the gateway.")


def of_tables(found: int, known: int) -> Problem:
    """Tables that say they are of the format ``found``, and are not those of ``known``."""
    if found > known:
        newer = say("are of format {found}, newer than this version knows", found=found)
        return at(say("tables"), newer, _NEWER)
    return at(say("tables"), say("are not those of the format"), CHANGED)


def of_header(row: Row, what: Said, means: Said = CHANGED) -> Problem:
    """A problem in the header of the record that ``row`` holds."""
    return Problem(row.seq, row.id, say("record {seq}, header", seq=row.seq), what, means)


def of_column(row: Row, column: str, what: Said, means: Said = CHANGED) -> Problem:
    """A problem in one of its columns."""
    return Problem(row.seq, row.id, say("record {seq}, {column}", seq=row.seq, column=column), what, means)


def of_group(row: Row, group: str, what: Said, means: Said) -> Problem:
    """A problem in one of its groups."""
    return Problem(row.seq, row.id, say("record {seq}, group {group}", seq=row.seq, group=group), what, means)


def of_leaf(row: Row, stored: bytes | None) -> Problem:
    """Its header is not the one whose hash is ``stored`` in the tree."""
    if stored is None:
        return of_header(row, say("hangs in no tree"), ADDED)
    return of_header(row, say("is not the one that was hung in the tree"))


def of_node(row: Row, level: int, index: int, stored: bytes | None) -> Problem:
    """The subtree that it completes is not the one whose hash is ``stored``."""
    first = row.seq + 1 - (1 << level)
    made = say("is not made of records {first} to {last}", first=first, last=row.seq)
    where = say("node {level}/{index}", level=level, index=index)
    return Problem(row.seq, row.id, where, made if stored else say("is missing"), CHANGED)


def of_root(last: Row | None, where: Said, size: int, since: int) -> Problem:
    """The checkpoint ``where`` is of another tree of ``size`` records; up to record ``since`` all is well."""
    what = say("signed another tree than records 0 to {last} make", last=size - 1)
    means = say(
        "One of records {first} to {last} was rewritten after it was signed.", first=since, last=size - 1
    )
    return Problem(last.seq if last else None, None, where, what, means)


def misnumbered(expected: int) -> Problem:
    """Another record stands where record ``expected`` should."""
    return Problem(expected, None, say("record {seq}", seq=expected), say("is missing"), _RENUMBERED)


def swapped(row: Row, told: int) -> Problem:
    """The number of the record that ``row`` holds is not the one that is ``told`` by its header."""
    return of_column(row, "seq", say("differs from the header, which says {seq}", seq=told), _SWAPPED)


def ill_placed(row: Row, wrong: Said) -> Problem:
    """Its type has no place after the records before it."""
    return of_column(row, "type", say("is {wrong}", wrong=wrong), NEVER)


def cut_off(size: int, claimed: int) -> Problem:
    """Of ``claimed`` records only ``size`` are there."""
    more = say("is missing, and all after it up to {last}", last=claimed - 1)
    what = more if size < claimed - 1 else say("is missing")
    means = say("The end of the ledger was cut off.")
    return Problem(size, None, say("record {seq}", seq=size), what, means)


def stray(seq: int, group: str) -> Problem:
    """A group of a record that is not there."""
    where = say("group {group} of record {seq}", group=group, seq=seq)
    return Problem(seq, None, where, say("belongs to no record"), ADDED)


def unkept(size: int) -> Problem:
    """A checkpoint that should be kept and is not."""
    return at(say("checkpoint {size}", size=size), say("is missing"), REMOVED)


def needless(size: int) -> Problem:
    """A checkpoint that is kept and should not be."""
    return at(say("checkpoint {size}", size=size), say("is one the gateway does not keep"), ADDED)
