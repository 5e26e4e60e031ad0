"""What an ID token says, once nothing in it is in doubt (OpenID Connect Core 1.0 section 3.1.3.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import ECKey, JWKRegistry, Key, KeySet, RSAKey

from gateway.config_console import Oidc
from gateway.console.roles import Person, Role

_ALGORITHMS = ("RS256", "ES256", "PS256")
# Of 2048 bits, six each (RFC 7518 section 3.3); joserfc takes a shorter key with a warning.
_LEAST_RSA_DIGITS = 342
_LEEWAY_SECONDS = 60
_MOST_TOKEN, _MOST_NAME, _MOST_SUBJECT, _MOST_KEYS = 64 * 1024, 128, 255, 64


class Why(StrEnum):
    """Why somebody whom the provider sent back is not let in. For the log; no page tells it."""

    DECLINED = "the provider sent an error back"
    STATE = "no log-in of this browser is under way"
    MIX_UP = "the answer names another provider"
    CODE = "the provider does not take the code"
    UNPROVEN = "the ID token is malformed, not signed by the provider, or not by an algorithm that counts"
    CLAIMS = "the ID token is for another audience, log-in or time, or of another issuer"
    ROLE = "no value of the claim has a role"


class Refused(Exception):
    """Somebody is not let in; ``why`` holds nothing of what was sent."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(why))
        self.why = why


class UnknownKey(Exception):
    """The token names a key that is not among those given."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the provider gave for a code: both signed or made by it, neither kept."""

    id_token: str = field(repr=False)
    access_token: str = field(repr=False)


def usable(document: Mapping[str, Any]) -> KeySet:
    """The keys of a JWK set (RFC 7517) that may verify a signature here; others are left out."""
    listed = document.get("keys")
    found = [_key(one) for one in (listed if isinstance(listed, list) else [])[:_MOST_KEYS]]
    return KeySet([key for key in found if key is not None])


def _key(data: object) -> Key | None:
    if not isinstance(data, dict) or data.get("use", "sig") != "sig":
        return None
    if data.get("kty") == "RSA" and len(str(data.get("n")).lstrip("A")) < _LEAST_RSA_DIGITS:
        return None
    try:
        key = JWKRegistry.import_key(data)
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    usable_curve = isinstance(key, ECKey) and key.curve_name == "P-256"
    return key if usable_curve or isinstance(key, RSAKey) else None


def claims_of(tokens: Tokens, keys: KeySet, settings: Oidc, nonce: str, now: datetime) -> Mapping[str, Any]:
    """The claims of the ID token, every check made. Raises UnknownKey, or Refused."""
    if len(tokens.id_token) > _MOST_TOKEN:
        raise Refused(Why.UNPROVEN)
    try:
        token = jwt.decode(tokens.id_token, keys, algorithms=_ALGORITHMS)
    except InvalidKeyIdError:
        raise UnknownKey from None
    except (JoseError, ValueError, TypeError, RecursionError):
        raise Refused(Why.UNPROVEN) from None
    options = {"iss": {"essential": True, "value": settings.issuer}, "sub": {"essential": True}}
    options |= {"aud": {"essential": True, "value": settings.client_id}}
    params = {"client_id": settings.client_id, "nonce": nonce, "access_token": tokens.access_token}
    claims = CodeIDToken(token.claims, token.header, options, params)
    try:
        claims.validate(now=int(now.timestamp()), leeway=_LEEWAY_SECONDS)
    except (JoseError, ValueError, TypeError):
        raise Refused(Why.CLAIMS) from None
    return dict(claims)


def person_of(claims: Mapping[str, Any], settings: Oidc) -> Person:
    """Whom checked ``claims`` are about, in the first configured role that is theirs. Raises Refused."""
    said = claims.get(settings.roles_claim)
    values = said if isinstance(said, list) else [said]
    role = next((role for value, role in settings.roles.items() if value in values), None)
    if role is None:
        raise Refused(Why.ROLE)
    subject = claims["sub"]
    if not _is_plain(subject, _MOST_SUBJECT):
        raise Refused(Why.CLAIMS)
    names = (claims.get("preferred_username"), claims.get("email"), subject)
    name = next(str(one) for one in names if _is_plain(one, _MOST_NAME) or one is subject)
    return Person(name, Role(role), f"{subject} of {urlsplit(settings.issuer).hostname}")


def _is_plain(text: object, most: int) -> bool:
    return isinstance(text, str) and 0 < len(text) <= most and text.isprintable() and bool(text.strip())
