"""The list of transfers, page by page from the latest back, and one of them with its proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from starlette.responses import Response

from gateway.console.access import seen
from gateway.console.asked import Asked, asked_of
from gateway.console.filtering import filter_options
from gateway.console.render import problem, render
from gateway.console.roles import Right
from gateway.console.versions import Version, version
from gateway.console.visit import Desk, Visit
from gateway.ledger.anchors import Anchor, anchors_at
from gateway.ledger.errors import LedgerError, TransferNotFound
from gateway.ledger.history import policies_in_force, version_at
from gateway.ledger.paging import number_after, transfers_before
from gateway.ledger.place import Place
from gateway.ledger.standing import standing_of
from gateway.ledger.stores import is_begun
from gateway.ledger.transfers import Transfer, get_transfer
from gateway.reports.table import field_words, reason_words
from gateway.texts.console import console_words
from gateway.texts.reports import report_words

_ROWS, _STRETCH, _STRETCHES = 50, 128, 8
_FORMATS = ("csv", "xlsx", "jsonl", "pdf")


@dataclass(frozen=True, slots=True)
class Found:
    """One page: its rows, and the number to go on from, 0 at the end. ``looked`` records were looked at.

    ``reached`` is when the earliest transfer among those began; None when there was none.
    """

    rows: Sequence[Transfer]
    further: int
    looked: int
    reached: datetime | None = None


def transfers(desk: Desk, visit: Visit) -> Response:
    """The list. What was not understood in the filter is said above it."""
    asked = asked_of(visit.query)
    before = visit.query.get("before", "")
    try:
        found = _page(desk.config.ledger_site.place, asked, int(before) if _is_number(before) else None)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    filtered = dict(asked.filtered)
    return render(
        visit, "transfers.html", found=found, asked=asked, filter=_query(filtered),
        further=_query(filtered | {"before": str(found.further)}), formats=_FORMATS,
        options=filter_options(visit.language, asked.given), outcome_words=report_words(visit.language),
        may_export=Right.EXPORT in visit.rights,
    )  # fmt: skip


def transfer(desk: Desk, visit: Visit) -> Response:
    """One transfer, proven in the tree. That it is looked at is recorded before it is shown."""
    place, reference = desk.config.ledger_site.place, visit.path["reference"]
    if not reference.isascii():
        return problem(visit, 404, "no_transfer")
    try:
        found = get_transfer(place, reference)
        if found.id != reference:
            return problem(visit, 404, "no_transfer")
        seen(desk, visit, "view", 1)
        standing, anchors = standing_of(place, found.id), anchors_at(place)
        judged = _version(place, found, visit.language)
    except TransferNotFound:
        return problem(visit, 404, "no_transfer")
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")
    words = report_words(visit.language)
    fields = [field_words(names, visit.language) for names in found.clients]
    return render(
        visit, "transfer.html", one=found, standing=standing, fields=fields, outcome_words=words,
        findings=_findings(found, visit.language), anchors=_holding(anchors, found),
        judged=judged, log=standing.note.partition("\n")[0], may_export=Right.EXPORT in visit.rights,
    )  # fmt: skip


def _version(place: Place, transfer: Transfer, language: str) -> Version | None:
    """The version of the policy that judged ``transfer``; None when the ledger does not tell since when."""
    if transfer.policy is None:
        return None
    protocol, digest = transfer.policy.protocol, transfer.policy.digest
    found = version_at(policies_in_force(place), protocol, digest, transfer.seq)
    return None if found is None else version(found, language)


def _holding(anchors: Sequence[Anchor], transfer: Transfer) -> list[Anchor]:
    """Of each way the first anchor that holds every record of ``transfer``."""
    last = max(step.leaf.seq for step in transfer.steps)
    first = {anchor.way: anchor for anchor in reversed(anchors) if anchor.size > last}
    return sorted(first.values(), key=lambda anchor: anchor.time)


def _findings(transfer: Transfer, language: str) -> list[tuple[str, str]]:
    """Each finding and its result, in words; one that does not read as it was written is left out."""
    stored, words = transfer.measures.get("findings"), console_words(language)
    told = [one for one in stored if isinstance(one, Mapping)] if isinstance(stored, list) else []
    pairs = [(str(one.get("code", "")), str(one.get("result", ""))) for one in told]
    return [(reason_words(code, language), words.get(f"result_{result}", result)) for code, result in pairs]


def _page(place: Place, asked: Asked, before: int | None) -> Found:
    """The next rows; fewer than a page holds when many records had to be looked at for them."""
    if not is_begun(place):
        return Found((), 0, 0)
    begin = number_after(place, asked.until) if before is None else before
    rows, at, reached = list[Transfer](), begin, None
    for _ in range(_STRETCHES):
        if at <= 0 or len(rows) >= _ROWS:
            break
        some, at = transfers_before(place, at, _STRETCH)
        reached = some[-1].time if some else reached
        rows += [one for one in some if asked.choice.admits(one) and _is_within(one, asked)]
        if asked.since is not None and some and some[-1].time < asked.since:
            at = 0
    further = rows[_ROWS - 1].seq if len(rows) > _ROWS else at
    return Found(rows[:_ROWS], further, begin - at, reached)


def _is_within(one: Transfer, asked: Asked) -> bool:
    return (asked.since is None or one.time >= asked.since) and (
        asked.until is None or one.time < asked.until
    )


def _query(asked: Mapping[str, str]) -> str:
    """``asked`` as the query of an address; what is no text that can stand in one is put as a mark."""
    return urlencode(asked, errors="replace")


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16
