"""What a visitor asks of the transfers: a period and a filter, read off the address of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.decision import Code
from gateway.ledger.record import Outcome
from gateway.reports.choice import Choice
from gateway.reports.selection import Selection

#: What a filter may ask, by its name in the address.
NAMES = ("from", "to", "outcome", "sender", "recipient", "reason", "label", "tls", "version")
#: What the ledger says of a label: the code of what was found, never which label it was.
LABELS = tuple(code for code in Code if code.startswith("label."))
TLS = ("TLSv1.3", "TLSv1.2", "none")
_LONGEST = 320
_YEARS = range(1970, 9000)


@dataclass(frozen=True, slots=True)
class Asked:
    """``since`` ≤ time < ``until`` (aware), and what ``choice`` admits.

    ``given`` is what was asked as it was typed, ``wrong`` the names of what was not understood.
    """

    since: datetime | None
    until: datetime | None
    choice: Choice
    given: Mapping[str, str]
    wrong: tuple[str, ...]

    def selection(self, language: str) -> Selection:
        """What a report about it is about, told in ``language``."""
        return Selection(self.since, self.until, self.choice, language)

    @property
    def filtered(self) -> Mapping[str, str]:
        """What was asked, without what was left open."""
        return {name: value for name, value in self.given.items() if value}


def asked_of(query: Mapping[str, str]) -> Asked:
    """What ``query`` asks; what cannot be understood asks nothing."""
    given = {name: query.get(name, "").strip()[:_LONGEST] for name in NAMES}
    wrong = [name for name, known in _CLOSED.items() if given[name] and given[name] not in known]
    since, until = _day(given, "from", wrong), _day(given, "to", wrong)
    outcome = Outcome(given["outcome"]) if given["outcome"] and "outcome" not in wrong else None
    told = {name: given[name] for name in given if given[name] and name not in wrong}
    choice = Choice(
        outcome, told.get("sender"), told.get("recipient"), reason=told.get("reason"),
        label=told.get("label"), tls=told.get("tls"), digest=told.get("version"),
    )  # fmt: skip
    return Asked(since, until and until + timedelta(days=1), choice, given, tuple(wrong))


_CLOSED: Mapping[str, tuple[str, ...]] = {"outcome": tuple(Outcome), "label": LABELS, "tls": TLS}


def _day(given: Mapping[str, str], name: str, wrong: list[str]) -> datetime | None:
    """The beginning of the day, on this machine's clock; of a day that clocks have."""
    if not given[name]:
        return None
    try:
        day = datetime.strptime(given[name], "%Y-%m-%d").astimezone()
        if day.year in _YEARS:
            return day
    except (ValueError, OverflowError, OSError):
        pass
    wrong.append(name)
    return None
