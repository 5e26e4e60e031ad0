"""A log-in under way at the provider, bound to the browser that began it.

The browser holds a random cookie. What goes to the provider (``state``, ``nonce``, the verifier of PKCE) is
worked out of that cookie with a key of this process, so strangers who begin log-ins fill no memory here.
"""

import base64
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

#: How long somebody may take at the provider.
LONGEST = timedelta(minutes=10)
_MOST_ENDED = 10_000


@dataclass(frozen=True, slots=True)
class Journey:
    """``state`` (RFC 6749 section 10.12), ``nonce`` (OpenID Connect Core 1.0), ``verifier`` (RFC 7636)."""

    state: str = field(repr=False)
    nonce: str = field(repr=False)
    verifier: str = field(repr=False)


@dataclass(slots=True)
class Journeys:
    """Log-ins of one process. A restart ends all that are under way."""

    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _ended: dict[str, datetime] = field(default_factory=dict, repr=False)

    def begin(self, now: datetime) -> tuple[str, Journey]:
        """The cookie of a new journey, and the journey."""
        cookie = f"{int(now.timestamp())}.{secrets.token_urlsafe(32)}"
        return cookie, self._of(cookie)

    def end(self, cookie: str, state: str, now: datetime) -> Journey | None:
        """The journey that ``cookie`` began, if ``state`` is its own, once, within LONGEST; else None."""
        journey = self._of(cookie)
        if not hmac.compare_digest(journey.state.encode(), state.encode("utf-8", "replace")):
            return None
        # Only this process makes a cookie whose state is known, so this is its own time.
        begun = int(cookie.partition(".")[0])
        if not 0 <= now.timestamp() - begun <= LONGEST.total_seconds() or journey.state in self._ended:
            return None
        self._forget(now)
        self._ended[journey.state] = now
        return journey

    def _of(self, cookie: str) -> Journey:
        return Journey(*(self._derived(cookie, use) for use in ("state", "nonce", "verifier")))

    def _derived(self, cookie: str, use: str) -> str:
        digest = hmac.digest(self._key, f"{use} {cookie}".encode("utf-8", "replace"), "sha256")
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def _forget(self, now: datetime) -> None:
        """Those too old to come again, and the oldest when there are too many."""
        for state, ended in list(self._ended.items()):
            if now - ended <= LONGEST and len(self._ended) < _MOST_ENDED:
                return
            del self._ended[state]
