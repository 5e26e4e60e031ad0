"""What a draft says, as the makers of a dossier take it: which transfers, and what people wrote."""

from collections.abc import Iterator, Mapping

from gateway.console.breach_answers import (
    MOST_REFERENCES,
    SORTS,
    TELL,
    WHY,
    WRITTEN,
    filter_of,
    references_of,
)
from gateway.console.visit import Desk
from gateway.ledger.errors import TransferNotFound
from gateway.ledger.place import Place
from gateway.ledger.transfers import get_transfer
from gateway.policy.book import load_book
from gateway.policy.load import PolicyError
from gateway.policy.model import Party, Policy
from gateway.reports.breach import Written
from gateway.reports.choice import Choice
from gateway.reports.dossier import NOTIFIED
from gateway.reports.selection import Selection
from gateway.texts.reports import report_words

Answers = Mapping[str, str]


class Unclear(Exception):
    """It cannot be told which transfers are meant; ``word`` says why, ``about`` what it is about."""

    def __init__(self, word: str, about: str = "") -> None:
        super().__init__(word)
        self.word, self.about = word, about


def selection_of(answers: Answers, place: Place, language: str) -> Selection:
    """Which transfers are meant. Raises Unclear, and LedgerUnavailable."""
    match answers.get("scope", ""):
        case "chosen":
            if (asked := filter_of(answers)).wrong:
                raise Unclear("filter_wrong")
            return asked.selection(language)
        case "references":
            found = _found(references_of(answers), place)
            return Selection(None, None, Choice(references=found), language)
        case "integrity":
            return Selection(None, None, Choice(), language)
        case _:
            raise Unclear("breach_no_scope")


def _found(references: tuple[str, ...], place: Place) -> tuple[str, ...]:
    if not references:
        raise Unclear("breach_no_references")
    if len(references) > MOST_REFERENCES:
        raise Unclear("breach_many_references")
    return tuple(dict.fromkeys(_id(place, reference) for reference in references))


def _id(place: Place, reference: str) -> str:
    try:
        return get_transfer(place, reference).id
    except TransferNotFound:
        raise Unclear("breach_unknown_reference", reference) from None


def policies_of(desk: Desk) -> tuple[Policy, ...]:
    """The policies as they are now; none when they cannot be read."""
    try:
        return load_book(desk.config.policies).policies
    except PolicyError:
        return ()


def authorities_of(desk: Desk) -> tuple[str, ...]:
    """Who is notified: the supervisory authority first."""
    return tuple(dict.fromkeys((desk.config.breach.authority, *desk.config.breach.copy_to)))


def parties_of(policies: tuple[Policy, ...]) -> tuple[Party, ...]:
    """Every party to a policy, once (art. 9 of the protocol has its officer told)."""
    both = (policy.parties for policy in policies if policy.parties is not None)
    each = (party for parties in both for party in (parties.sender, parties.receiver))
    return tuple({party.name: party for party in each}.values())


def written_of(answers: Answers, language: str) -> Written:
    """What goes in the dossier in the places that are else left open."""
    every = dict(_every(answers, report_words(language)))
    return tuple((name, text) for name, text in every.items() if text)


def _every(answers: Answers, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for names in WRITTEN.values():
        yield from ((name, answers.get(name, "")) for name in names)
    yield "sort", ", ".join(words[f"sort_{name}"] for name in SORTS if answers.get(f"sort_{name}"))
    yield "entry_effects", answers.get("consequences_likely", "")
    yield "entry_remedies", answers.get("remedies_taken", "")
    risk = answers.get("risk", "")
    yield "entry_risk", _joined(words.get(f"risk_{risk}", ""), answers.get("risk_why", ""))
    subjects, why = answers.get("subjects", ""), answers.get("subjects_why", "")
    yield "remedies_subjects", _joined(words[subjects] if subjects in {"yes", "no"} else "", why)
    # When they are to be told, a person writes in the register when that was done.
    yield "entry_subjects", _joined(words["no"], why) if subjects == "no" else ""
    for name in (name.removeprefix(TELL) for name in answers if name.startswith(TELL)):
        tell, reason = answers[f"{TELL}{name}"], answers.get(f"{WHY}{name}", "")
        known = tell == "no" or (tell == "yes" and reason)
        yield f"{NOTIFIED}{name}", _joined(words[tell], reason) if known else ""


def _joined(first: str, second: str) -> str:
    return f"{first}: {second}" if first and second else first or second
