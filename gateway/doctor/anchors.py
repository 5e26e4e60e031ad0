"""The anchors: whether each way still takes checkpoints, and how long the tail is that none holds."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gateway.anchoring.pace import Pace
from gateway.anchoring.timestamp import SKEW, stamped_at
from gateway.anchoring.ways import pace_of, ways_of
from gateway.config_anchors import Anchors
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.ledger.anchors import Anchor, AnchorKind, Tail, Way, held
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.place import Place
from gateway.ledger.stores import is_begun
from gateway.said import Said, say

_FAILED = say('Read the log for "anchor failed", and mend what it names.')
_VERIFY = say("Run gateway transfers verify.")


def anchor_remarks(place: Place, wanted: Anchors, now: datetime) -> Iterator[Remark]:
    """On each way that ``wanted`` names for the ledger at ``place``, and on its tail, at ``now`` (aware).

    Silent before there is a ledger.
    """
    try:
        if not is_begun(place):
            return
        anchors, tail = held(place)
    except LedgerUnavailable as failure:
        yield error(Code.LEDGER_ANCHOR, told_by(failure), _VERIFY)
        return
    last = {anchor.way: anchor for anchor in anchors}
    pace, ways = pace_of(wanted), ways_of(wanted)
    for way in ways:
        yield from _way_remarks(way, last.get(way), tail, pace, now)
    yield _tail_remark(tail, now, configured=bool(ways))


def _way_remarks(way: Way, last: Anchor | None, tail: Tail, pace: Pace, now: datetime) -> Iterator[Remark]:
    if last is None:
        late = tail.since is not None and pace.stale(tail.since, tail.since, now)
        grade = error if late else warning
        yield grade(Code.LEDGER_ANCHOR, say("{way}: holds nothing yet", way=way), _FAILED)
        return
    time = f"{last.time:%Y-%m-%d %H:%M}"
    holds = say("{way}: holds {size} records since {time} UTC", way=way, size=last.size, time=time)
    if pace.stale(last.time, None if last.size == tail.anchored and not tail.records else tail.since, now):
        detail = say("{holds}, and should hold more by now", holds=holds)
        yield error(Code.LEDGER_ANCHOR, detail, _FAILED)
    elif last.taken < last.asked:
        detail = say(
            "{holds}, taken by {taken} of {asked} mail servers",
            holds=holds, taken=last.taken, asked=last.asked,
        )  # fmt: skip
        remedy = say("Correct the dpo in the policy, or ask their mail server.")
        yield warning(Code.LEDGER_ANCHOR, detail, remedy)
    else:
        yield ok(Code.LEDGER_ANCHOR, holds)
    yield from _skew_remarks(last)


def _skew_remarks(last: Anchor) -> Iterator[Remark]:
    if last.way.kind is not AnchorKind.TIMESTAMP:
        return
    try:
        apart = abs(stamped_at(last.proof) - last.time)
    except ValueError:
        yield error(Code.LEDGER_ANCHOR, say("{way}: cannot be read", way=last.way), _VERIFY)
        return
    if apart > SKEW:
        seconds = round(apart.total_seconds())
        detail = say("the authority's clock and this one were {seconds} s apart", seconds=seconds)
        yield error(Code.CLOCK, detail, say("Set the clock and keep it by NTP."))


def _tail_remark(tail: Tail, now: datetime, *, configured: bool) -> Remark:
    if tail.since is None and (tail.anchored or configured):
        detail = say("every one of {size} records is in an anchor, but anchors themselves", size=tail.size)
        return ok(Code.LEDGER_TAIL, detail)
    detail = _outside(tail, now)
    advised = say(
        "{detail}. Configure anchors, or keep checkpoints elsewhere: gateway transfers checkpoint",
        detail=detail,
    )
    return ok(Code.LEDGER_TAIL, detail if configured else advised)


def _outside(tail: Tail, now: datetime) -> Said:
    if tail.since is None:
        return say("there is no record yet that an anchor could hold")
    age = _words(now - tail.since)
    return say("{records} records, the oldest of {age} ago, are in no anchor", records=tail.records, age=age)


def _words(age: timedelta) -> Said:
    hours = age // timedelta(hours=1)
    if hours >= 48:
        return say("{days} days", days=hours // 24)
    if hours > 1:
        return say("{hours} hours", hours=hours)
    return say("one hour") if hours else say("less than an hour")
