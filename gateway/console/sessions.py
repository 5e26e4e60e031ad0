"""Sessions of people who logged in, and the attempts of those who did not. In memory: a restart ends all."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gateway.console.roles import Person

_MOST_SESSIONS, _MOST_SOURCES = 1_000, 10_000
_FREE_ATTEMPTS = 5
_LONGEST_WAIT = timedelta(minutes=15)
#: Half minutes between the first and the last whose code counts at one moment (``accounts.step_of``).
_STEPS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Session:
    """Whose it is, since when, and the secret that its forms carry.

    ``who`` is the name of an account of this machine, whose role is looked up at each request, or a
    person for whom somebody else vouched at log-in, with the role of that moment.
    """

    who: str | Person
    begun: datetime
    csrf: str = field(repr=False)


@dataclass(slots=True)
class Sessions:
    """Open sessions by their secret: one ends after ``idle`` without a request, ``longest`` after log-in."""

    idle: timedelta
    longest: timedelta
    _open: dict[str, tuple[Session, datetime]] = field(default_factory=dict)
    _lapsed: dict[str, tuple[Session, datetime]] = field(default_factory=dict)

    def begin(self, who: str | Person, now: datetime) -> str:
        """A new session's secret. The oldest makes room when there are too many."""
        while len(self._open) >= _MOST_SESSIONS:
            del self._open[next(iter(self._open))]
        secret = secrets.token_urlsafe(32)
        self._open[secret] = Session(who, now, secrets.token_urlsafe(32)), now
        return secret

    def of(self, secret: str, now: datetime) -> Session | None:
        """The session, used now; None when there is none any more."""
        found = self._open.get(secret)
        if found is None:
            return None
        session, used = found
        since = now - session.begun
        # Begun in the future: the clock was wrong then, and it would not end for as long.
        if now - used > self.idle or not -self.idle <= since <= self.longest:
            while len(self._lapsed) >= _MOST_SESSIONS:
                del self._lapsed[next(iter(self._lapsed))]
            self._lapsed[secret] = self._open.pop(secret)
            return None
        self._open[secret] = session, now
        return session

    def lapsed(self, secret: str, now: datetime) -> Session | None:
        """The session that ended by itself, used at most ``longest`` ago. It opens no page."""
        found = self._lapsed.get(secret)
        return found[0] if found and -self.idle <= now - found[1] <= self.longest else None

    def end(self, secret: str) -> None:
        """Ends it, if it is there."""
        self._open.pop(secret, None)
        self._lapsed.pop(secret, None)


@dataclass(slots=True)
class Attempts:
    """Failed log-ins by source (an account's name, an address): after a few, each wait is twice the last.

    A clock that was ahead for a while leaves nothing behind: what lies in the future counts from now on.
    """

    _failed: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    _codes: dict[str, int] = field(default_factory=dict)

    def wait(self, sources: tuple[str, ...], now: datetime) -> timedelta:
        """How long none of ``sources`` may try; zero when each may."""
        return max((self._wait(source, now) for source in sources), default=timedelta())

    def failed(self, sources: tuple[str, ...], now: datetime) -> None:
        """Counts one more failure of each."""
        for source in sources:
            count, _ = self._failed.pop(source, (0, now))
            while len(self._failed) >= _MOST_SOURCES:
                del self._failed[next(iter(self._failed))]
            self._failed[source] = count + 1, now

    def forget(self, sources: tuple[str, ...]) -> None:
        """Forgets the failures of ``sources``."""
        for source in sources:
            self._failed.pop(source, None)

    def succeeded(self, sources: tuple[str, ...], name: str, step: int) -> bool:
        """Forgets the failures of ``sources``; False when the code of this half minute was used before."""
        if step <= self._codes.get(name, -1) <= step + _STEPS_AT_ONCE:
            return False
        self._codes[name] = step
        self.forget(sources)
        return True

    def _wait(self, source: str, now: datetime) -> timedelta:
        count, last = self._failed.get(source, (0, now))
        if count < _FREE_ATTEMPTS:
            return timedelta()
        if last > now:
            self._failed[source] = count, now
            last = now
        allowed = last + min(timedelta(seconds=2 ** min(count - _FREE_ATTEMPTS, 20)), _LONGEST_WAIT)
        return max(allowed - now, timedelta())
