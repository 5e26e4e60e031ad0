"""The anchors: whether each way still takes checkpoints, and how long the tail is that none holds."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gateway.anchoring.pace import Pace
from gateway.anchoring.timestamp import SKEW, stamped_at
from gateway.anchoring.ways import pace_of, ways_of
from gateway.config_anchors import Anchors
from gateway.doctor.remark import Code, Remark, error, ok, warning
from gateway.ledger.anchors import Anchor, AnchorKind, Tail, Way, held
from gateway.ledger.errors import LedgerUnavailable
from gateway.ledger.place import Place
from gateway.ledger.stores import is_begun

_FAILED = 'Read the log for "anchor failed", and mend what it names.'
_PROTECT = "Configure anchors, or keep checkpoints elsewhere: gateway transfers checkpoint."


def anchor_remarks(place: Place, wanted: Anchors, now: datetime) -> Iterator[Remark]:
    """On each way that ``wanted`` names for the ledger at ``place``, and on its tail, at ``now`` (aware).

    Silent before there is a ledger.
    """
    try:
        if not is_begun(place):
            return
        anchors, tail = held(place)
    except LedgerUnavailable as failure:
        yield error(Code.LEDGER_ANCHOR, str(failure), "Run gateway transfers verify.")
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
        yield grade(Code.LEDGER_ANCHOR, f"{way}: holds nothing yet", _FAILED)
        return
    held_since = f"{way}: holds {last.size} records since {last.time:%Y-%m-%d %H:%M} UTC"
    if pace.stale(last.time, None if last.size == tail.anchored and not tail.records else tail.since, now):
        yield error(Code.LEDGER_ANCHOR, f"{held_since}, and should hold more by now", _FAILED)
    elif last.taken < last.asked:
        detail = f"{held_since}, taken by {last.taken} of {last.asked} mail servers"
        yield warning(Code.LEDGER_ANCHOR, detail, "Correct the dpo in the policy, or ask their mail server.")
    else:
        yield ok(Code.LEDGER_ANCHOR, held_since)
    yield from _skew_remarks(last)


def _skew_remarks(last: Anchor) -> Iterator[Remark]:
    if last.way.kind is not AnchorKind.TIMESTAMP:
        return
    try:
        apart = abs(stamped_at(last.proof) - last.time)
    except ValueError:
        yield error(Code.LEDGER_ANCHOR, f"{last.way}: cannot be read", "Run gateway transfers verify.")
        return
    if apart > SKEW:
        detail = f"the authority's clock and this one were {round(apart.total_seconds())} s apart"
        yield error(Code.CLOCK, detail, "Set the clock and keep it by NTP.")


def _tail_remark(tail: Tail, now: datetime, *, configured: bool) -> Remark:
    if tail.since is None:
        return ok(
            Code.LEDGER_TAIL, f"every one of {tail.size} records is in an anchor, but anchors themselves"
        )
    age = _words(now - tail.since)
    detail = f"{tail.records} records, the oldest of {age} ago, are in no anchor"
    return ok(Code.LEDGER_TAIL, detail if configured else f"{detail}. {_PROTECT.rstrip('.')}")


def _words(age: timedelta) -> str:
    hours = age // timedelta(hours=1)
    return f"{hours // 24} days" if hours >= 48 else f"{hours} hours" if hours else "less than an hour"
