"""Whether somebody's data passed, when and to whom. The question is recorded, not after whom."""

from starlette.responses import Response

from gateway.console.access import recorded, visitor
from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError, RecordError
from gateway.ledger.holds import require_reason
from gateway.ledger.keeping import new_name
from gateway.ledger.lookup import Answer, look_up, lookup_entry, require_recorded
from gateway.ledger.month import MonthKey, parse_keys
from gateway.ledger.months import recorded_keys, recorded_months
from gateway.ledger.pseudonym import Sought
from gateway.ledger.record import RecordType
from gateway.ledger.transfers import list_transfers
from gateway.sought import Unclear, sought_of
from gateway.texts.console import console_words
from gateway.texts.reports import report_words

_ASKED = ("phone", "email", "name", "postcode", "number")


def lookup_form(_: Desk, visit: Visit) -> Response:
    """The empty form."""
    return _page(visit)


def lookup(desk: Desk, visit: Visit) -> Response:
    """The answer, once the question is on the ledger. What was typed stays in the form while it was not
    answered; afterwards the reason alone is told."""
    words = console_words(visit.language)
    typed = {name: visit.form.get(name, "").strip() or None for name in _ASKED}
    sought = sought_of(**typed)
    if isinstance(sought, Unclear):
        return _page(visit, words[f"unclear_{sought}"], 400)
    try:
        reason = require_reason(visit.form.get("reason", ""))
    except RecordError:
        return _page(visit, words["unclear_reason"], 400)
    try:
        return _page(visit, answer=_answer(desk, visit, sought, reason), reason=reason)
    except RecordError:
        return _page(visit, words["unclear_key"], 400)
    except LedgerError:
        return problem(visit, 503, "ledger_unreadable")


def _answer(desk: Desk, visit: Visit, sought: Sought, reason: str) -> Answer:
    site = desk.config.ledger_site
    months = recorded_months(site.place)
    keys = require_recorded((*recorded_keys(site, months), *_given(visit.form.get("keys", ""))), months)
    answer = look_up(list_transfers(site.place), sought, keys, months)
    entry = lookup_entry(new_name(RecordType.LOOKUP), sought, answer, reason, visitor(visit), keys=keys)
    recorded(desk, entry)
    return answer


def _given(text: str) -> tuple[MonthKey, ...]:
    return tuple(parse_keys(text)) if text.strip() else ()


def _page(
    visit: Visit, told: str = "", status: int = 200, answer: Answer | None = None, reason: str = ""
) -> Response:
    outcomes, typed = report_words(visit.language), {} if answer else visit.form
    return render(
        visit, "lookup.html", status, told=told, answer=answer, reason_told=reason, typed=typed,
        outcome_words=outcomes,
    )  # fmt: skip
