"""What a page is given, and how it answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from starlette.responses import Response

from gateway.config import Config
from gateway.console.breach_figures import Counts
from gateway.console.days import Days
from gateway.console.drafts import Drafts
from gateway.console.expiries import Expiries
from gateway.console.held import Held
from gateway.console.jobs import Jobs
from gateway.console.journeys import Journeys
from gateway.console.provider import Provider
from gateway.console.roles import RIGHTS, Person, Right
from gateway.console.sessions import Attempts, Session, Sessions
from gateway.console.verification import Verification


@dataclass(frozen=True, slots=True)
class Desk:
    """What all pages share. Made once; The sessions, ``days`` and ``verification`` change by themselves.

    ``accounts`` is None where people log in by ``provider`` alone, which is None where none is configured.
    """

    config: Config
    accounts: Path | None
    sessions: Sessions
    attempts: Attempts
    days: Days
    verification: Verification
    clock: Callable[[], datetime]
    provider: Provider | None
    journeys: Journeys
    expiries: Expiries
    jobs: Jobs
    counts: Counts
    drafts: Drafts | None = None
    held: Held = field(default_factory=Held)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request to a page: by whom (None before log-in), in which language, asking what.

    ``query`` and ``form`` hold the last value of each name; ``upload`` is the content of the one
    file, ``secret`` what the session goes by, ``page`` where the visitor is: the page that is asked for, or
    whose form this is; nothing when the browser does not say. ``alarm``: the ledger was found not whole
    when it was last verified.
    """

    account: Person | None
    session: Session | None
    language: str
    address: str
    path: Mapping[str, str] = field(repr=False)
    query: Mapping[str, str] = field(repr=False)
    form: Mapping[str, str] = field(repr=False)
    cookies: Mapping[str, str] = field(default_factory=dict, repr=False)
    secret: str = field(default="", repr=False)
    upload: bytes = field(default=b"", repr=False)
    alarm: bool = False
    page: str = field(default="", repr=False)

    @property
    def rights(self) -> frozenset[Right]:
        """What the account may do."""
        return RIGHTS[self.account.role] if self.account else frozenset()


Page = Callable[[Desk, Visit], Response]
