"""What verifying a ledger yields, in words for someone who has to answer for it."""

from dataclasses import dataclass

from gateway.said import Said, say

CHANGED = say("This was changed outside the gateway, or the disk is failing.")
REMOVED = say("Something was removed outside the gateway.")
NEVER = say("The gateway never writes this.")
ADDED = say("This was added outside the gateway.")

_TRUTH = say("That the records are unchanged does not show that what they say was true when written.")
_OLDER_COPY = say("An older copy of the whole ledger, put back in its place, looks whole.")
_REWRITTEN = say(
    "Whoever holds the signing key and may write the file can rewrite every record. Only a checkpoint"
    " kept elsewhere shows that: give one with --checkpoint."
)
_KEY_UNSEEN = say(
    "The signing key was not compared: with another key everything could have been signed anew."
)


@dataclass(frozen=True, slots=True)
class Problem:
    """The first bad place. ``seq`` and ``id`` name the record when the place is a record.

    ``where`` names the table and row, ``what`` is seen there, ``means`` says what to make of it.
    """

    seq: int | None
    id: str | None
    where: Said
    what: Said
    means: Said

    def seen(self) -> Said:
        """What is seen, with its place."""
        return say("{where} {what}", where=self.where, what=self.what)


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
    limits: tuple[Said, ...]


def at(where: Said, what: Said, means: Said) -> Problem:
    """A problem at a place that is no record."""
    return Problem(None, None, where, what, means)


def limits(*, earlier: int | None, key_compared: bool) -> tuple[Said, ...]:
    """What stays unseen when ``earlier`` is the size of the outside checkpoint, None without one."""
    since = (_REWRITTEN, _OLDER_COPY) if earlier is None else (_since(earlier),)
    return (*since, *(() if key_compared else (_KEY_UNSEEN,)), _TRUTH)


def _since(earlier: int) -> Said:
    return say(
        "The outside checkpoint holds the first {number} records. Later ones could be rewritten by whoever"
        " holds the signing key and may write the file, or dropped by putting back an older copy.",
        number=earlier,
    )
