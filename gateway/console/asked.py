"""What a visitor asks of the transfers: a period and a filter, read off the address of the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.ledger.record import Outcome
from gateway.ledger.transfers import Transfer
from gateway.reports.choice import Choice

#: What a filter may ask, by its name in the address.
NAMES = ("from", "to", "outcome", "sender", "reason", "tls")
_LONGEST = 320


@dataclass(frozen=True, slots=True)
class Asked:
    """``since`` ≤ time < ``until`` (aware), what ``choice`` admits, for ``reason`` and over ``tls``.

    ``given`` is what was asked as it was typed, ``wrong`` the names of what was not understood.
    """

    since: datetime | None
    until: datetime | None
    choice: Choice
    reason: str
    tls: str
    given: Mapping[str, str]
    wrong: tuple[str, ...]

    def admits(self, transfer: Transfer) -> bool:
        """Whether ``transfer`` is asked for, whatever its time."""
        if self.reason and self.reason not in transfer.reasons:
            return False
        if self.tls and self.tls != (transfer.tls or "none"):
            return False
        return bool(self.choice.admits(transfer))

    def chosen(self, transfers: Iterator[Transfer]) -> Iterator[Transfer]:
        """Those of ``transfers`` that are asked for, whatever their time."""
        return (transfer for transfer in transfers if self.admits(transfer))


def asked_of(query: Mapping[str, str]) -> Asked:
    """What ``query`` asks; what cannot be understood asks nothing."""
    given = {name: query.get(name, "").strip()[:_LONGEST] for name in NAMES}
    wrong = list[str]()
    since, until = _day(given, "from", wrong), _day(given, "to", wrong)
    outcome = None
    if given["outcome"]:
        try:
            outcome = Outcome(given["outcome"])
        except ValueError:
            wrong.append("outcome")
    choice = Choice(outcome=outcome, sender=given["sender"] or None)
    ended = None if until is None else until + timedelta(days=1)
    return Asked(since, ended, choice, given["reason"], given["tls"], given, tuple(wrong))


def _day(given: Mapping[str, str], name: str, wrong: list[str]) -> datetime | None:
    """The beginning of the day, on this machine's clock."""
    if not given[name]:
        return None
    try:
        return datetime.strptime(given[name], "%Y-%m-%d").astimezone()
    except (ValueError, OverflowError, OSError):
        wrong.append(name)
        return None
