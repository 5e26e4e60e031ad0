"""GnuPG's listing of keys (its doc/DETAILS, format of the colon listings), as values. Pure."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from gateway.mail.address import AddressError, parse_address

_ESCAPE = re.compile(r"\\x([0-9a-fA-F]{2})")
_GONE = frozenset("redin")  # revoked, expired, disabled, invalid, unknown to this gpg
_TYPE, _VALIDITY, _EXPIRES, _TEXT, _USES, _SECRET = 0, 1, 6, 9, 11, 14
_FIELDS = 15


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the home.

    ``fingerprint`` is the primary key's, in lower-case hex. ``addresses`` are those of its user ids, in
    lower case; of a key that is usable without the ids that are revoked or expired. ``expires`` (aware):
    None when it does not. ``usable``: not revoked, expired or disabled. ``opens``: the secret part is
    here, of a key that can encrypt.
    """

    fingerprint: str
    addresses: tuple[str, ...] = ()
    expires: datetime | None = None
    usable: bool = True
    opens: bool = False


def keys_of(listing: bytes) -> tuple[Key, ...]:
    """The keys of a colon listing made ``--with-secret``, in its order."""
    keys: list[Key] = []
    named = False
    for line in listing.decode("utf-8", "replace").splitlines():
        record = line.split(":")
        record += [""] * (_FIELDS - len(record))
        if record[_TYPE] == "pub":
            keys.append(
                Key("", (), _moment(record[_EXPIRES]), record[_VALIDITY] not in _GONE, _opens(record))
            )
            named = False
        elif keys and record[_TYPE] == "fpr" and not named:
            keys[-1] = replace(keys[-1], fingerprint=record[_TEXT].lower())
            named = True
        elif keys:
            keys[-1] = _with(keys[-1], record)
    return tuple(keys)


def _with(key: Key, record: list[str]) -> Key:
    if record[_VALIDITY] in _GONE and key.usable:
        return key
    if record[_TYPE] == "sub" and _opens(record):
        return replace(key, opens=True, expires=_sooner(key.expires, _moment(record[_EXPIRES])))
    if record[_TYPE] == "uid" and (address := _address(record[_TEXT])):
        return replace(key, addresses=tuple(dict.fromkeys((*key.addresses, address))))
    return key


def _opens(record: list[str]) -> bool:
    """A plus sign: the secret key is here, not on a card or away. The lower-case letter is this key's own."""
    return record[_SECRET] == "+" and "e" in record[_USES] and record[_VALIDITY] not in _GONE


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((moment for moment in (one, other) if moment is not None), default=None)


def _moment(seconds: str) -> datetime | None:
    return datetime.fromtimestamp(int(seconds), UTC) if seconds.isdigit() else None


def _address(user_id: str) -> str:
    """The mail address in a user id, in lower case; empty when there is none."""
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), user_id)
    before, _, spec = text.rpartition("<")
    try:
        return str(parse_address(spec.removesuffix(">") if before or spec.endswith(">") else text)).lower()
    except AddressError:
        return ""
