"""The OpenID provider as the console knows it: where it lets people log in, and what it says of who did."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from authlib.oauth2 import OAuth2Client
from joserfc.jwk import KeySet

from gateway.config_console import Oidc, is_private
from gateway.console.asking import Asking, ProviderUnavailable
from gateway.console.idtoken import Refused, UnknownKey, Why, claims_of, usable
from gateway.console.journeys import Journey

_FRESH, _FAILED, _KEYS = timedelta(hours=1), timedelta(seconds=10), timedelta(minutes=1)
_PATIENCE_SECONDS = 2.0
_MOST_AT_ONCE = 8
_SCOPE = "openid profile email"
_WELL_KNOWN = "/.well-known/openid-configuration"


@dataclass(frozen=True, slots=True)
class Known:
    """What the provider said of itself (OpenID Connect Discovery 1.0 section 3) ``at`` a moment.

    ``by_form``: it takes the client's secret in the form. ``names_itself``: it puts ``iss`` on the way back
    (RFC 9207 section 3).
    """

    authorization: str
    token: str
    by_form: bool
    names_itself: bool
    keys: KeySet = field(repr=False)
    at: datetime


@dataclass(slots=True)
class Provider:
    """The provider that ``asking`` asks: what it is again after an hour, or when a key is unknown.

    Of several threads one asks. The others wait a little and are then told that it is unavailable, so that a
    slow provider takes no page with it.
    """

    asking: Asking
    _known: Known | None = None
    _failed: datetime | None = None
    _asking: threading.Lock = field(default_factory=threading.Lock)
    _exchanging: threading.BoundedSemaphore = field(
        default_factory=lambda: threading.BoundedSemaphore(_MOST_AT_ONCE)
    )

    @property
    def settings(self) -> Oidc:
        """How the provider is configured."""
        return self.asking.settings

    def known(self, now: datetime, fresh: timedelta = _FRESH) -> Known:
        """What it said of itself less than ``fresh`` ago. Raises ProviderUnavailable."""
        if not self._asking.acquire(timeout=_PATIENCE_SECONDS):
            raise ProviderUnavailable("busy")
        try:
            if self._known is not None and now - self._known.at < fresh:
                return self._known
            if self._failed is not None and now - self._failed < _FAILED:
                raise ProviderUnavailable("it failed just now")
            self._failed = now
            self._known = _discovered(self.asking, now)
            self._failed = None
            return self._known
        finally:
            self._asking.release()

    def address(self, journey: Journey, now: datetime) -> str:
        """Where the browser goes to log in. Raises ProviderUnavailable."""
        known, settings = self.known(now), self.settings
        client = OAuth2Client(
            None, settings.client_id, scope=_SCOPE, redirect_uri=settings.redirect_uri,
            code_challenge_method="S256",
        )  # fmt: skip
        address, _ = client.create_authorization_url(
            known.authorization, state=journey.state, nonce=journey.nonce, code_verifier=journey.verifier
        )
        return str(address)

    def claims(self, code: str, journey: Journey, now: datetime) -> Mapping[str, Any]:
        """What it says, for ``code``, of who went on ``journey``. Raises ProviderUnavailable, Refused."""
        known, settings = self.known(now), self.settings
        if not self._exchanging.acquire(timeout=_PATIENCE_SECONDS):
            raise ProviderUnavailable("busy")
        try:
            tokens = self.asking.exchanged(known.token, code, journey.verifier, by_form=known.by_form)
        finally:
            self._exchanging.release()
        try:
            return claims_of(tokens, known.keys, settings, journey.nonce, now)
        except UnknownKey:
            known = self.known(now, _KEYS)
        try:
            return claims_of(tokens, known.keys, settings, journey.nonce, now)
        except UnknownKey:
            raise Refused(Why.UNPROVEN) from None


def _discovered(asking: Asking, now: datetime) -> Known:
    """What the provider says of itself now, and its keys. Raises ProviderUnavailable."""
    said = asking.document(asking.settings.issuer.rstrip("/") + _WELL_KNOWN)
    if said.get("issuer") != asking.settings.issuer:
        raise ProviderUnavailable("it calls itself by another issuer")
    authorization, token, keys = (
        _endpoint(said, name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")
    )
    ways = said.get("token_endpoint_auth_methods_supported")
    by_form = isinstance(ways, list) and "client_secret_post" in ways
    names_itself = said.get("authorization_response_iss_parameter_supported") is True
    return Known(authorization, token, by_form, names_itself, usable(asking.document(keys)), now)


def _endpoint(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    try:
        if isinstance(found, str) and found.isascii() and found.isprintable() and is_private(found):
            return found
    except ValueError:
        pass
    raise ProviderUnavailable(f"its {name} is no https address")
