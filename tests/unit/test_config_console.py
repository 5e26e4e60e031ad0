"""What the configuration may say of the console, and what it is told otherwise, with place and remedy."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gateway import config
from gateway.config import ConfigError
from gateway.config_console import Console
from gateway.console.roles import Role

ISSUER = "https://login.microsoftonline.com/38ae3bcd-9579-4fd4-adda-b42e1495d55a/v2.0"
BEFORE = """\
hostname: mx.pepingen.example
listen: ["127.0.0.1:8025"]
tls: {certificate: tls/gateway.crt, key: tls/gateway.key}
next_hop: {address: "127.0.0.1:8026"}
policies: policies
ledger: {url: "sqlite:///var/lib/gateway/ledger.db"}
console:
  listen: "127.0.0.1:8443"
"""
OIDC = {
    "issuer": ISSUER,
    "client_id": "6731de76-14a6-49ae-97bc-6eba6914391e",
    "client_secret_file": "console-oidc.secret",
    "redirect_uri": "https://console.pepingen.example/login/oidc/callback",
    "roles": "{Console.Dpo: dpo, Console.Auditor: auditor, Console.Admin: admin}",
}
ANY_TENANT = "10:13: people of every organisation could be vouched for. "
ANY_TENANT += "Write the ID of your own tenant in that place."
NO_PAGE = "13:19: it is no page of the console. Write https://, the console's name and /login/oidc/callback."
Load = Callable[[str], Console]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def from_text(text: str) -> Console:
        file = tmp_path / "gateway.yaml"
        file.write_text(BEFORE + text, "utf-8")
        found = config.load(file).console
        assert found
        return found

    return from_text


def oidc(**changed: str) -> str:
    lines = [f"    {name}: {value}\n" for name, value in (OIDC | changed).items() if value]
    return "  oidc:\n" + "".join(lines)


def told(load: Load, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(text)
    assert len(caught.value.problems) == 1
    return str(caught.value).split("gateway.yaml:", 1)[1]


def test_people_log_in_by_accounts_by_a_provider_or_by_both(load: Load, tmp_path: Path) -> None:
    assert load("  accounts: a.json\n").oidc is None
    alone = load(oidc())
    assert alone.accounts is None
    assert alone.oidc
    assert alone.oidc.issuer == ISSUER
    assert alone.oidc.client_secret_file == tmp_path / "console-oidc.secret"
    assert alone.oidc.roles_claim == "roles"
    assert list(alone.oidc.roles.values()) == ["dpo", "auditor", "admin"]
    both = load("  accounts: a.json\n" + oidc())
    assert (both.accounts, both.oidc) == (tmp_path / "a.json", alone.oidc)


def test_every_role_of_the_console_can_be_given(load: Load) -> None:
    roles = "{" + ", ".join(f"v{role}: {role}" for role in Role) + "}"
    found = load(oidc(roles=roles)).oidc
    assert found
    assert set(found.roles.values()) == set(map(str, Role))


def test_a_provider_on_this_machine_may_be_asked_without_tls(load: Load) -> None:
    assert load(oidc(issuer="http://127.0.0.1:9400")).oidc
    assert load(
        oidc(issuer="http://localhost:9400", redirect_uri="http://localhost/login/oidc/callback")
    ).oidc


def test_a_console_that_nobody_can_log_in_to_is_told(load: Load) -> None:
    assert told(load, "") == "8:3: nobody can log in. Add accounts: and a file, or oidc:, or both."


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (
            {"issuer": "http://login.example"},
            "10:13: the provider would be asked unencrypted. Write it with https://.",
        ),
        (
            {"issuer": "login.example"},
            '10:13: "issuer" is no web address. Write it as https://host/path or http://host/path.',
        ),
        (
            {"issuer": "https://login.microsoftonline.com/common/v2.0"},
            ANY_TENANT,
        ),
        (
            {"issuer": "https://login.example/?tenant=x"},
            "10:13: an issuer has no question mark. Copy issuer from its discovery document.",
        ),
        (
            {"client_id": '"a b"'},
            '11:16: "client_id" is no single word. Copy it as the provider shows it, without blanks.',
        ),
        (
            {"redirect_uri": "http://console.example/login/oidc/callback"},
            "13:19: a log-in would come back unencrypted. Write it with https://.",
        ),
        (
            {"redirect_uri": "https://console.example/callback"},
            NO_PAGE,
        ),
        (
            {"redirect_uri": "https://console.example/login/oidc/callback?next=x"},
            NO_PAGE,
        ),
        ({"roles": "{}"}, '14:12: "roles" is empty. List at least one.'),
        (
            {"roles": "{Console.Dpo: officer}"},
            '14:26: "Console.Dpo" must be one of dpo, admin, auditor. Write dpo, for instance.',
        ),
        (
            {"secret": "x"},
            '15:5: unknown key "secret". Remove it; known here and not yet used: roles_claim, ca.',
        ),
        (
            {"client_secret_file": ""},
            '9:3: key "client_secret_file" is missing. Add client_secret_file: "console-oidc.secret"',
        ),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_is_told_with_its_place_and_what_to_do(
    load: Load, changed: dict[str, str], says: str
) -> None:
    assert told(load, oidc(**changed)) == says
