"""The accounts of one machine: a file with a password's hash and a second factor's secret for each.

The passwords are hashed with Argon2id (RFC 9106), the second factor is a time-based code (RFC 6238).
"""

import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from gateway.console.keeping import write_private
from gateway.console.roles import Role
from gateway.said import reason_of, say

#: NIST SP 800-63B section 5.1.1.2 asks for 8; a password that opens this should be longer.
SHORTEST_PASSWORD = 12
_STEP_SECONDS = 30
_ISSUER = "Referral gateway"
_HASHER = PasswordHasher()
# Checked when there is no such account, so that the answer takes as long as for one that there is.
_NOBODY = _HASHER.hash("nobody")


class AccountsError(Exception):
    """The accounts cannot be used, or not be changed so. The text says what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Account:
    """One person: name, role, the hash of the password, the secret of the second factor (base32)."""

    name: str
    role: Role
    password: str
    totp: str


def load(file: Path) -> dict[str, Account]:
    """The accounts in ``file`` by name; none when there is no file. Raises AccountsError."""
    try:
        data = json.loads(file.read_text("utf-8"))
        accounts = [Account(**one | {"role": Role(one["role"])}) for one in data["accounts"]]
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise AccountsError(
            say(
                "{file} cannot be read: {reason}. Let the console's user own it.",
                file=file,
                reason=reason_of(error),
            )
        ) from None
    except (ValueError, TypeError, KeyError):
        raise AccountsError(
            say("{file} holds no accounts. Make them with gateway console account.", file=file)
        ) from None
    return {account.name: account for account in accounts}


def added(file: Path, name: str, role: Role, password: str) -> str:
    """Adds or replaces the account; what an authenticator app reads (otpauth URI). Raises AccountsError."""
    if len(password) < SHORTEST_PASSWORD:
        raise AccountsError(
            say("The password is too short. Take at least {least} characters.", least=SHORTEST_PASSWORD)
        )
    if not name.isascii() or not name.replace(".", "").replace("-", "").replace("_", "").isalnum():
        raise AccountsError(say("The name is no plain name. Take letters, digits, full stops and hyphens."))
    secret = pyotp.random_base32()
    _save(file, load(file) | {name: Account(name, role, _HASHER.hash(password), secret)})
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=_ISSUER)


def removed(file: Path, name: str) -> None:
    """Removes the account; its sessions end with it. Raises AccountsError when there is none."""
    accounts = load(file)
    if accounts.pop(name, None) is None:
        raise AccountsError(
            say("There is no account {name}. gateway console accounts lists them.", name=name)
        )
    _save(file, accounts)


def _save(file: Path, accounts: dict[str, Account]) -> None:
    text = json.dumps({"accounts": [asdict(account) for account in accounts.values()]}, indent=2)
    try:
        write_private(file, f"{text}\n".encode())
    except OSError as error:
        raise AccountsError(
            say("{file} cannot be written: {reason}.", file=file, reason=reason_of(error))
        ) from None


def step_of(account: Account | None, password: str, code: str, now: datetime) -> int | None:
    """The half minute whose code was given, when password and code are right; else None.

    A code of the half minute before or after counts too (RFC 6238 section 5.2); that none is taken twice is
    for the caller to see to. Takes as long when ``account`` is None.
    """
    try:
        _HASHER.verify(account.password if account else _NOBODY, password)
    except (Argon2Error, InvalidHashError):
        return None
    if account is None:
        return None
    totp, step = pyotp.TOTP(account.totp), int(now.timestamp()) // _STEP_SECONDS
    for near in (step, step - 1, step + 1):
        if hmac.compare_digest(totp.at(near * _STEP_SECONDS).encode(), code.strip().encode()):
            return near
    return None
