"""Tokens in the place of a client's data: the same person gives the same token while a month lasts. Pure.

A token is HMAC-SHA256 under the key of the month, over a domain tag, the kind and the normal form of
the value, cut to 128 bits. One for each telephone, each mail address, and for name with postcode and
house number. Recorded, so the normal forms below are not changed; a new one would be a new kind.
"""

import hmac
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from email_validator import EmailNotValidError, validate_email

from gateway.decision import Client
from gateway.ledger.month import MonthKey

KINDS = ("phone", "email", "name")

_TAG = "gateway.pseudonym.v1"
_TOKEN_BYTES = 16
# Letters that Unicode does not take apart into a letter and its mark.
_WHOLE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody who is looked up: what is known of them, None for what is not.

    ``phone`` in E.164. ``name`` as it is said, in any order, with ``postcode`` and house ``number``.
    """

    phone: str | None = None
    email: str | None = None
    name: str | None = None
    postcode: str = ""
    number: str = ""

    def kinds(self) -> tuple[str, ...]:
        """The kinds of token that it is looked up by."""
        return tuple(kind for kind in KINDS if getattr(self, kind) is not None)


def tokens(client: Client, key: MonthKey) -> dict[str, list[str]]:
    """The tokens of ``client`` by kind; a kind without any is left out."""
    found = {
        "phone": [_token(key, "phone", phone) for phone in client.phone],
        "email": [_token(key, "email", normal_email(email)) for email in client.email],
        "name": _names(client, key),
    }
    return {kind: sorted(set(of_kind)) for kind, of_kind in found.items() if of_kind}


def candidates(sought: Sought, key: MonthKey) -> Mapping[str, frozenset[str]]:
    """Every token by kind that ``sought`` could have got in the month of ``key``.

    Of a name it is not known which words are the first name, so each way to part it gives one.
    """
    found: dict[str, frozenset[str]] = {}
    if sought.phone is not None:
        found["phone"] = frozenset((_token(key, "phone", sought.phone),))
    if sought.email is not None:
        found["email"] = frozenset((_token(key, "email", normal_email(sought.email)),))
    if sought.name is not None:
        home = (normal_word(sought.postcode), normal_word(sought.number))
        found["name"] = frozenset(_token(key, "name", *name, *home) for name in _partings(sought.name))
    return found


def normal_email(text: str) -> str:
    """In lower case, its domain in ASCII (IDNA)."""
    try:
        checked = validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return text.strip().lower()
    return f"{checked.local_part}@{checked.ascii_domain}".lower()


def normal_word(text: str) -> str:
    """Letters and digits alone, case and marks taken off: ``Van den Bérghe`` and ``vandenberghe`` are one."""
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char for char in bare.translate(_WHOLE) if char.isalnum())


def _names(client: Client, key: MonthKey) -> list[str]:
    address = client.address
    if not client.last_name or address is None or not (address.postcode and address.number):
        return []
    home = (normal_word(address.postcode), normal_word(address.number))
    return [_token(key, "name", *_both(client.first_name, client.last_name), *home)]


def _both(first: str, last: str) -> tuple[str, str]:
    """First and last name in no order: which is which is sometimes a guess."""
    one, other = sorted((normal_word(first), normal_word(last)))
    return one, other


def _partings(name: str) -> Iterator[tuple[str, str]]:
    words = name.replace(",", " ").split()
    for at in range(max(1, len(words))):
        yield _both(" ".join(words[:at]), " ".join(words[at:]))


def _token(key: MonthKey, kind: str, *normal: str) -> str:
    message = "\0".join((_TAG, kind, *normal)).encode()
    return hmac.digest(key.secret, message, "sha256")[:_TOKEN_BYTES].hex()
