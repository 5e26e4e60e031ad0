"""The figures of a personal data breach, as far as the ledger knows them (GDPR art. 33)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from gateway.ledger.people import Distinct, People, distinct_people, people_of
from gateway.ledger.report import Report
from gateway.ledger.transfers import Transfer
from gateway.reports.blocks import Fill, Value
from gateway.reports.tally import Tally

#: So many messages are named in the dossier itself; all of them are in the list beside it.
MOST_NAMED = 60


@dataclass(frozen=True, slots=True)
class Figures:
    """``people`` are those whose data were handed on; ``named`` the first of the messages.

    Of ``undecided`` transfers it was erased whether they are among those asked for. ``unreadable`` says why
    the ledger could not be read to its end, empty when it could.
    """

    tally: Tally
    people: Distinct
    named: tuple[Transfer, ...]
    undecided: int
    unreadable: str


#: What people wrote themselves, by the name of the place it is for.
Written = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """What is known of a breach but for its figures.

    ``aware`` is when the controller became aware of it (art. 33(1)), None while a person has yet to say;
    ``hours`` the term from then; ``verified`` what verifying found. ``chosen`` says by name and value which
    transfers are meant, ``references`` names them when it is about those alone. ``recorded`` is the name
    under which the ledger holds that this dossier was made, empty when it could not be written. ``written``
    goes in the places that are else left open.
    """

    aware: datetime | None
    hours: int
    authority: str
    copy_to: tuple[str, ...]
    chosen: tuple[tuple[str, str], ...]
    references: tuple[str, ...]
    verified: Report
    user: str
    reason: str
    recorded: str
    written: Written = ()

    def place(self, name: str, words: Mapping[str, str]) -> Value:
        """What was written for the place ``name``; else the place itself, marked."""
        return dict(self.written).get(name) or Fill(words[f"fill_{name}"])

    @property
    def deadline(self) -> datetime | None:
        """Until when the authority is to be told."""
        return None if self.aware is None else self.aware + timedelta(hours=self.hours)


class Gathering:
    """Takes the figures of transfers as they pass; of a transfer only its pseudonyms are kept."""

    __slots__ = ("_named", "_people", "_tally")

    def __init__(self) -> None:
        self._tally, self._people, self._named = Tally(), list[People](), list[Transfer]()

    def through(self, transfers: Iterable[Transfer]) -> Iterator[Transfer]:
        """Each of ``transfers``."""
        for transfer in self._tally.counting(transfers):
            if (people := people_of(transfer)) is not None:
                self._people.append(people)
            if len(self._named) < MOST_NAMED:
                self._named.append(transfer)
            yield transfer

    def figures(self, *, undecided: int = 0, unreadable: str = "") -> Figures:
        """The figures of what has passed so far."""
        return Figures(self._tally, distinct_people(self._people), tuple(self._named), undecided, unreadable)
