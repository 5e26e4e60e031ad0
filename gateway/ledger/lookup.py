"""Whether a given person's data passed: the tokens they would have got, sought among those recorded.

A month is open to the search only with its key. What passed unread (relayed, sealed mail) or has no
token any more is counted as unknown: it may have been about anybody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gateway.ledger.canonical import Json
from gateway.ledger.errors import RecordError
from gateway.ledger.holds import require_reason
from gateway.ledger.month import MonthKey
from gateway.ledger.months import Month
from gateway.ledger.people import People, people_of
from gateway.ledger.pseudonym import Sought, candidates
from gateway.ledger.record import Entry, Outcome, RecordType
from gateway.ledger.transfers import Transfer
from gateway.said import say

_DID_NOT_PASS = frozenset((Outcome.REJECTED, Outcome.DEFERRED))


@dataclass(frozen=True, slots=True)
class Hit:
    """A transfer that bore the person's data, and the kinds of token that tell so."""

    transfer: Transfer
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """``searched`` mails could be searched; ``closed`` counts those whose month's key was not given.

    It can be given of the ``openable`` months alone: the key of another was sealed to nobody.
    ``unknown`` mails passed, or may have, and nobody can tell about whom. Of ``kept_out`` mails, that the
    gateway itself refused or deferred, it keeps nothing that tells about whom they were.
    """

    hits: tuple[Hit, ...]
    searched: int
    closed: tuple[tuple[str, int], ...]
    unknown: int
    kept_out: int
    openable: frozenset[str]


def require_recorded(keys: Iterable[MonthKey], months: Iterable[Month]) -> tuple[MonthKey, ...]:
    """``keys``, each of them one that the ledger recorded. Raises RecordError."""
    known = {month.commitment for month in months}
    given = tuple(dict.fromkeys(keys))
    for key in given:
        if key.commitment not in known:
            raise RecordError(say("the key given for {month} is of no month of this ledger", month=key.month))
    return given


def look_up(
    transfers: Iterable[Transfer], sought: Sought, keys: Iterable[MonthKey], months: Iterable[Month]
) -> Answer:
    """The transfers among ``transfers`` that bear ``sought``, as far as ``keys`` of ``months`` open them."""
    wanted = {key.id: candidates(sought, key) for key in keys}
    hits, searched, unknown, kept_out, closed = list[Hit](), 0, 0, 0, Counter[str]()
    for transfer in transfers:
        people = people_of(transfer)
        if people is None:
            kept_out += 1
            continue
        if people.key and people.key not in wanted:
            closed[people.month] += 1
        elif people.key:
            searched += 1
            if kinds := _matching(people, wanted[people.key]):
                hits.append(Hit(transfer, kinds))
        if people.unknown and transfer.outcome not in _DID_NOT_PASS:
            unknown += 1
    openable = frozenset(month.month for month in months if month.sealed)
    return Answer(tuple(hits), searched, tuple(sorted(closed.items())), unknown, kept_out, openable)


def lookup_entry(  # noqa: PLR0913 - one parameter a key of the record
    name: str, sought: Sought, answer: Answer, reason: str, user: str, *, keys: Iterable[MonthKey]
) -> Entry:
    """The record that somebody asked, and how much they were told; never after whom.

    Raises RecordError for a reason that is none.
    """
    searched: dict[str, Json] = {
        "kinds": list(sought.kinds()),
        "keys": [key.id for key in keys],
        "searched": answer.searched,
        "hits": len(answer.hits),
        "unknown": answer.unknown + sum(count for _, count in answer.closed),
    }
    asked: dict[str, Json] = {"reason": require_reason(reason), "user": user}
    return Entry(RecordType.LOOKUP, name, {}, {}, asked | searched)


def dossier_entry(name: str, transfers: int, unknown: int, reason: str, user: str) -> Entry:
    """The record that somebody made a breach dossier about so many transfers.

    Raises RecordError for a reason that is none.
    """
    told: dict[str, Json] = {"kinds": ["breach"], "keys": [], "searched": transfers}
    told |= {"hits": transfers, "unknown": unknown}
    return Entry(RecordType.LOOKUP, name, {}, {}, {"reason": require_reason(reason), "user": user} | told)


def access_entry(name: str, kind: str, transfers: int, user: str) -> Entry:
    """The record that somebody saw so many transfers, by ``kind``: a view, an export. Never which clients."""
    told: dict[str, Json] = {"kinds": [kind], "keys": [], "searched": transfers, "hits": transfers}
    told |= {"reason": "", "user": user, "unknown": 0}
    return Entry(RecordType.LOOKUP, name, {}, {}, told)


def _matching(people: People, wanted: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(
        kind
        for kind, tokens in wanted.items()
        if any(tokens & person.get(kind, frozenset()) for person in people.each)
    )
