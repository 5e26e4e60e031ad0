"""Only what the provider signed is believed, and nothing that could be sent for an ID token is a fault."""

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gateway.config_console import Oidc
from gateway.console.idtoken import Refused, Tokens, UnknownKey, claims_of, person_of, usable
from tests.support.oidc import CLIENT, ec_key, rsa_key

NOW = datetime(2026, 4, 10, 12, tzinfo=UTC)
ISSUER = "https://login.example"
SETTINGS = Oidc(ISSUER, CLIENT, Path("x"), "https://console.example/login/oidc/callback", {"r": "dpo"})
KEYS = usable({"keys": [rsa_key().as_dict(private=False), ec_key().as_dict(private=False)]})
HONEST: dict[str, Any] = {"iss": ISSUER, "aud": CLIENT, "sub": "s-1", "nonce": "n", "roles": ["r"]}
HONEST |= {"iat": NOW.timestamp(), "exp": NOW.timestamp() + 60}

words = st.sampled_from(["RS256", "ES256", "HS256", "none", "one", "curved", "b64", "n", "r", ISSUER])
plain = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | words
values = st.recursive(
    plain, lambda part: st.lists(part, max_size=3) | st.dictionaries(words, part, max_size=3), max_leaves=5
)
headers = st.dictionaries(
    st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "jku", "x5c", "cty"]), values
)
claims = st.dictionaries(st.sampled_from([*HONEST, "azp", "nbf", "at_hash", "amr", "email"]), values)
jwks = st.dictionaries(st.sampled_from(["kty", "n", "e", "crv", "x", "y", "k", "use", "alg", "kid"]), values)


def segment(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def is_believed(token: str) -> bool:
    try:
        person_of(claims_of(Tokens(token, "a"), KEYS, SETTINGS, "n", NOW), SETTINGS)
    except (Refused, UnknownKey):
        return False
    return True


@given(headers, claims, st.binary(max_size=300))
def test_nothing_is_believed_that_the_provider_did_not_sign(
    header: dict[str, Any], said: dict[str, Any], signature: bytes
) -> None:
    parts = ({"alg": "ES256", "kid": "curved"} | header, HONEST | said)
    token = ".".join(segment(json.dumps(part).encode()) for part in parts)
    assert not is_believed(f"{token}.{segment(signature)}")


@given(st.text(max_size=80))
def test_no_text_is_a_token(text: str) -> None:
    assert not is_believed(text)


@given(st.lists(jwks, max_size=3))
def test_a_set_of_keys_may_hold_anything(listed: list[dict[str, Any]]) -> None:
    assert not [key for key in usable({"keys": listed}) if key.key_type not in ("RSA", "EC")]
