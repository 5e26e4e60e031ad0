"""The people of a transfer as the ledger knows them: the tokens of each, never a value. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from gateway.ledger.canonical import Json
from gateway.ledger.record import RecordType
from gateway.ledger.transfers import Transfer

Person = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class People:
    """The tokens by kind of each client in a mail that was handed on.

    ``key`` is the id of the key they were made with, empty when there are none, and ``month`` its
    month. ``unknown``: there was, or may have been, a client of whom no token is known: mail that was
    relayed, was recorded before there were tokens, or whose subject group was erased.
    """

    key: str
    month: str
    each: tuple[Person, ...]
    unknown: bool


@dataclass(frozen=True, slots=True)
class Distinct:
    """At least ``lower`` and at most ``upper`` different people, and ``unknown_mails`` that may hide more."""

    lower: int
    upper: int
    unknown_mails: int


def people_of(transfer: Transfer) -> People | None:
    """The people of ``transfer``; None when it was refused here, so that nobody's data left."""
    if transfer.steps[0].type is not RecordType.INTENT:
        return None
    match transfer.subject:
        case {"key": str(key), "month": str(month), "tokens": tokens}:
            each = tuple(_person(item) for item in _items(tokens))
            return People(key, month, each, unknown=not each or not all(each))
        case _:
            return People("", "", (), unknown=True)


def distinct(transfers: Iterable[Transfer]) -> Distinct:
    """How many different people the mails in ``transfers`` that were handed on are about."""
    return distinct_people(found for found in map(people_of, transfers) if found is not None)


def distinct_people(mails: Iterable[People]) -> Distinct:
    """The same for the people of each of those ``mails``.

    Within a month people are told apart by their tokens. ``lower`` takes those who share any token
    for one; ``upper`` takes two names for two people, even on one telephone. Tokens of two months
    cannot be compared: over several, everybody may come back (the most of one month) or nobody (the sum).
    """
    by_key: dict[str, list[Person]] = {}
    unknown = 0
    for found in mails:
        unknown += found.unknown
        if found.key:
            by_key.setdefault(found.key, []).extend(person for person in found.each if person)
    lower = [_groups(map(_all, of_month)) for of_month in by_key.values()]
    upper = [_most(of_month) for of_month in by_key.values()]
    return Distinct(max(lower, default=0), sum(upper), unknown)


def _most(of_month: list[Person]) -> int:
    """Names apart, and beside them the groups without a name that share no token with a name."""
    named = {token for person in of_month if "name" in person for token in _all(person)}
    nameless = [_all(person) for person in of_month if "name" not in person and not _all(person) & named]
    return _groups(person["name"] for person in of_month if "name" in person) + _groups(nameless)


def _all(person: Person) -> frozenset[str]:
    return frozenset[str]().union(*person.values())


def _groups(sets: Iterable[frozenset[str]]) -> int:
    """How many groups ``sets`` fall into when those that share a member belong together."""
    leader: dict[str, str] = {}
    for tokens in sets:
        first, *others = (_leader(leader, token) for token in sorted(tokens))
        for other in others:
            leader[_leader(leader, other)] = _leader(leader, first)
    return len({_leader(leader, token) for token in list(leader)})


def _leader(leader: dict[str, str], token: str) -> str:
    leader.setdefault(token, token)
    while leader[token] != token:
        leader[token] = leader[leader[token]]
        token = leader[token]
    return token


def _person(item: Json) -> Person:
    return dict(_kinds(item)) if isinstance(item, Mapping) else {}


def _kinds(item: Mapping[str, Json]) -> Iterator[tuple[str, frozenset[str]]]:
    for kind, tokens in item.items():
        if isinstance(tokens, list):
            yield kind, frozenset(token for token in tokens if isinstance(token, str))


def _items(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
