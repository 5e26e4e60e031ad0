"""The key of a month, under which that month's pseudonyms are made: a file beside the ledger while it lasts.

When the key is made it is sealed to the data-protection officers with age (age-encryption.org/v1),
and the sealed key is recorded, so that it hangs in the tree and cannot be exchanged. When the month
is over the file is wiped: from then on only an officer's own key opens it. Months are those of UTC.
"""

import hashlib
import os
import re
import secrets
import stat
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyrage

from gateway.ledger.errors import KeyFileError, RecordError
from gateway.ledger.keyfile import sync_folder, write_once
from gateway.said import reason_of, say

SECRET_BYTES = 32

_TAG = b"gateway.month-key.v1\0"
_LINE = re.compile(r"gateway-month-key v1 ([0-9]{4}-[0-9]{2}) ([0-9a-f]{64})")
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
_ID_DIGITS = 16
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class MonthKey:
    """A month as ``2026-01``, and the 32 bytes that its pseudonyms are made with."""

    month: str
    secret: bytes = field(repr=False)

    @property
    def commitment(self) -> str:
        """SHA-256(domain tag ‖ month ‖ NUL ‖ secret) in hex: tells the key without giving it away."""
        return hashlib.sha256(_TAG + self.month.encode() + b"\0" + self.secret).hexdigest()

    @property
    def id(self) -> str:
        """The beginning of the commitment, by which records name the key."""
        return self.commitment[:_ID_DIGITS]

    def text(self) -> str:
        """The line that is kept in the file, and sealed."""
        return f"gateway-month-key v1 {self.month} {self.secret.hex()}\n"


def month_of(when: datetime) -> str:
    """The month of ``when`` (aware) in UTC."""
    return f"{when.astimezone(UTC):%Y-%m}"


def parse_keys(text: str) -> tuple[MonthKey, ...]:
    """The keys in ``text``, one a line, as an officer's own key opened them. Raises RecordError."""
    matches = [_LINE.fullmatch(line.strip()) for line in text.splitlines() if line.strip()]
    if not matches or None in matches:
        raise RecordError(say("this is no opened key of a month; decrypt it with age first"))
    return tuple(MonthKey(match[1], bytes.fromhex(match[2])) for match in matches if match)


def seal(key: MonthKey, recipients: tuple[str, ...]) -> str:
    """``key`` as an armoured age file that the key of any one of ``recipients`` (age1…) opens."""
    sealed: bytes = pyrage.encrypt(
        key.text().encode(), [pyrage.x25519.Recipient.from_str(text) for text in recipients], armored=True
    )
    return sealed.decode("ascii")


def file_of(ledger: Path, month: str) -> Path:
    """Where the key of ``month`` lies: ``<ledger>.month-<month>.key``."""
    return ledger.with_name(f"{ledger.name}.month-{month}.key")


def keys_beside(ledger: Path) -> tuple[MonthKey, ...]:
    """The keys that lie beside ``ledger``, oldest first. Raises KeyFileError."""
    prefix, suffix = f"{ledger.name}.month-", ".key"
    try:
        names = [path.name for path in ledger.parent.iterdir() if path.name.startswith(prefix)]
    except OSError as error:
        raise KeyFileError(
            say("the ledger's folder cannot be read: {reason}", reason=reason_of(error))
        ) from None
    months = sorted(name.removeprefix(prefix).removesuffix(suffix) for name in names if name.endswith(suffix))
    return tuple(load(ledger, month) for month in months if _MONTH.fullmatch(month))


def load(ledger: Path, month: str) -> MonthKey:
    """The key of ``month``. Raises KeyFileError: missing, malformed, or open to group or others."""
    try:
        with file_of(ledger, month).open("rb") as file:
            if os.fstat(file.fileno()).st_mode & _OTHERS:
                raise KeyFileError(
                    say("the key of {month} is open to group or others; chmod 600 it", month=month)
                )
            text = file.read().decode("ascii", "replace")
    except OSError as error:
        raise KeyFileError(
            say("the key of {month} cannot be read: {reason}", month=month, reason=reason_of(error))
        ) from None
    match = _LINE.fullmatch(text.rstrip("\n"))
    if match is None or match[1] != month:
        raise KeyFileError(say("the file for the key of {month} holds none", month=month))
    return MonthKey(month, bytes.fromhex(match[2]))


def load_or_create(ledger: Path, month: str) -> MonthKey:
    """The key of ``month``, made first when there is none. Of several that make it at once one wins."""
    path = file_of(ledger, month)
    try:
        if not path.exists():
            write_once(path, MonthKey(month, secrets.token_bytes(SECRET_BYTES)).text().encode())
    except OSError as error:
        raise KeyFileError(
            say("the key of {month} cannot be written: {reason}", month=month, reason=reason_of(error))
        ) from None
    return load(ledger, month)


def wipe(ledger: Path, key: MonthKey) -> None:
    """Overwrites the key's file and removes it. Raises KeyFileError; one that is gone already is well.

    What a copy-on-write file system or an SSD keeps of the old blocks is out of a program's reach.
    """
    path = file_of(ledger, key.month)
    try:
        with path.open("r+b") as file:
            file.write(bytes(len(key.text())))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)
    except FileNotFoundError:
        return
    except OSError as error:
        raise KeyFileError(
            say("the key of {month} cannot be wiped: {reason}", month=key.month, reason=reason_of(error))
        ) from None
