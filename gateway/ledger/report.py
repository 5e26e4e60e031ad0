"""What verifying a ledger yields, in words for someone who has to answer for it."""

from dataclasses import dataclass

from gateway.ledger.rows import Row

CHANGED = "This was changed outside the gateway, or the disk is failing."
REMOVED = "Something was removed outside the gateway."
NEVER = "The gateway never writes this."
ADDED = "This was added outside the gateway."

_NEWER = "A newer version of the gateway did that: install it again. If none did, it was changed outside it."
_TRUTH = "That the records are unchanged does not show that what they say was true when written."
_OLDER_COPY = "An older copy of the whole ledger, put back in its place, looks whole."
_REWRITTEN = (
    "Whoever holds the signing key and may write the file can rewrite every record. Only a checkpoint"
    " kept elsewhere shows that: give one with --checkpoint."
)
_SINCE = (
    "The outside checkpoint holds the first {} records. Later ones could be rewritten by whoever holds the"
    " signing key and may write the file, or dropped by putting back an older copy."
)
_KEY_UNSEEN = "The signing key was not compared: with another key everything could have been signed anew."


@dataclass(frozen=True, slots=True)
class Problem:
    """The first bad place. ``seq`` and ``id`` name the record when the place is a record.

    ``where`` names the table and row, ``what`` is seen there, ``means`` says what to make of it.
    """

    seq: int | None
    id: str | None
    where: str
    what: str
    means: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was verified: ``size`` records from 0 up to the first bad place, and the ``root`` (hex) over them.

    ``open`` holds the ids of transfers that have no outcome yet, ``limits`` what no check of this
    file alone can see.
    """

    ok: bool
    log: str
    size: int
    root: str
    checkpoints: int
    open: tuple[str, ...]
    problem: Problem | None
    limits: tuple[str, ...]


def at(where: str, what: str, means: str) -> Problem:
    """A problem at a place that is no record."""
    return Problem(None, None, where, what, means)


def of_tables(found: int, known: int) -> Problem:
    """Tables that say they are of the format ``found``, and are not those of ``known``."""
    if found > known:
        return at("tables", f"are of format {found}, newer than this version knows", _NEWER)
    return at("tables", "are not those of the format", CHANGED)


def of_record(row: Row, part: str, what: str, means: str) -> Problem:
    """A problem in one ``part`` of the record that ``row`` holds."""
    return Problem(row.seq, row.id, f"record {row.seq}, {part}", what, means)


def limits(*, earlier: int | None, key_compared: bool) -> tuple[str, ...]:
    """What stays unseen when ``earlier`` is the size of the outside checkpoint, None without one."""
    since = (_REWRITTEN, _OLDER_COPY) if earlier is None else (_SINCE.format(earlier),)
    return (*since, *(() if key_compared else (_KEY_UNSEEN,)), _TRUTH)
