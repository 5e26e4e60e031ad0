"""Whether the ledger keeps no longer than it may: erasures that are overdue, and the keys of past months."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gateway.config import Config
from gateway.doctor.remark import Code, Remark, error, ok, told_by, warning
from gateway.ledger.errors import LedgerError
from gateway.ledger.keeping import months_over, plan
from gateway.ledger.record import GROUPS
from gateway.ledger.retention import Terms
from gateway.ledger.stores import copies, is_begun
from gateway.policy.book import PolicyBook
from gateway.said import say

#: The timer runs once a day; what two runs left is overdue.
_GRACE = timedelta(days=2)
_RUN = say("Enable gateway-erase.timer, or run `gateway transfers erase` every day.")
_SEAL = say("Put the public age keys of the DPOs in `seal_months_to`: a key that is wiped unsealed is lost.")
_UNSEALED = warning(
    Code.LEDGER_MONTHS,
    say("months are sealed to nobody, so that afterwards nobody can look anybody up in them"),
    _SEAL,
)
_UNREAD = ok(Code.LEDGER_RETENTION, say("not examined: the policies have a mistake"))


def terms_of(book: PolicyBook) -> tuple[Terms, ...]:
    """How long each policy of ``book`` lets the groups of its records be kept."""
    return tuple(
        Terms(
            policy.ref.protocol,
            policy.ref.digest,
            {name: days for name in GROUPS if (days := getattr(policy.retention, name)) is not None},
        )
        for policy in book.policies
    )


def keeping_remarks(installation: Config, book: PolicyBook | None, now: datetime) -> Iterator[Remark]:
    """On retention and on the keys of the months, at ``now`` (aware). ``book``: None when it cannot be read.

    Before there is a ledger it says only that months would be sealed to nobody.
    """
    try:
        if not is_begun(installation.ledger_site.place):
            yield from () if installation.seal_months_to else (_UNSEALED,)
            return
        yield _UNREAD if book is None else _retention_remark(installation, book, now)
        yield from map(_copy_remark, copies(installation.ledger_site.place))
        yield _months_remark(installation, now)
    except LedgerError as failure:
        remedy = say("Run `gateway transfers verify`, as the gateway's user.")
        yield error(Code.LEDGER_MONTHS, told_by(failure), remedy)


def _retention_remark(installation: Config, book: PolicyBook, now: datetime) -> Remark:
    terms = terms_of(book)
    overdue = plan(installation.ledger_site.place, terms, now - _GRACE).erasures
    if overdue:
        count = sum(len(one.of) for one in overdue)
        detail = say("{count} groups of records are kept too long", count=count)
        return warning(Code.LEDGER_RETENTION, detail, _RUN)
    if not any(one.days for one in terms):
        return ok(Code.LEDGER_RETENTION, say("no policy sets retention: everything is kept"))
    return ok(Code.LEDGER_RETENTION, say("nothing is kept too long"))


def _copy_remark(copy: str) -> Remark:
    detail = say(
        "{copy} is the ledger before its tables were migrated, which retention does not reach", copy=copy
    )
    return warning(Code.LEDGER_RETENTION, detail, say("Remove it once the new version runs as it should."))


def _months_remark(installation: Config, now: datetime) -> Remark:
    if past := months_over(installation.ledger_site, now - _GRACE):
        months = ", ".join(past)
        detail = say("the key of {months} still lies beside the ledger", months=months)
        return warning(Code.LEDGER_MONTHS, detail, _RUN)
    if not installation.seal_months_to:
        return _UNSEALED
    count = len(installation.seal_months_to)
    return ok(Code.LEDGER_MONTHS, say("months are sealed to {count} officers", count=count))
