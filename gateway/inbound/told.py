"""A finding in the sender's words: the catalogue's, filled with the form's labels and the policy's terms."""

from gateway.composing.form import lines_asked, lines_of
from gateway.decision import Code, FieldName, Finding
from gateway.policy.model import Policy
from gateway.texts import catalogue, field_word, place_words, wording
from gateway.texts.wording import Wording

_MOST_PLACES = 3


def told(finding: Finding, language: str, policy: Policy | None) -> Wording:
    """Reason, remedy and short reason of ``finding``, no gap left open; they hold no value of the mail."""
    words, facts = wording(finding.code, language), _facts(finding, language, policy)
    reason, remedy, short = (text.format(**facts) for text in (words.reason, words.remedy, words.short))
    return Wording(reason, remedy, short)


def _facts(finding: Finding, language: str, policy: Policy | None) -> dict[str, str]:
    phrases, fields = catalogue(language).phrases, _fields(finding, policy)
    lines = (f" {phrases['and']} ".join(_quoted(lines_of(name, language))) for name in fields)
    either = f" {phrases['or']} "
    return {
        "field": _listed([field_word(name, language) for name in fields], either),
        "lines": f",{either}".join(lines),
        "form": _listed(_quoted(lines_asked(policy, language)), either),
        "town": lines_of(FieldName.ADDRESS, language)[-1],
        "residence": _residence(policy) or phrases["residence_agreed"],
        "place": _places(finding, language),
        "label": _label(policy) or phrases["label_agreed"],
        "proof": phrases[f"proof_{policy.senders.authentication}" if policy else "proof_dmarc"],
    }


def _fields(finding: Finding, policy: Policy | None) -> tuple[FieldName, ...]:
    """What the finding is about; of a missing field, every one that the policy takes in its place."""
    if finding.field is None:
        return ()
    require = policy.fields.require if policy else ()
    if finding.code is not Code.FIELD_MISSING or finding.field in require:
        return (finding.field,)
    groups = (wanted for wanted in require if not isinstance(wanted, FieldName))
    return next((group for group in groups if group[0] is finding.field), (finding.field,))


def _quoted(lines: tuple[str, ...]) -> list[str]:
    return [f'"{line}:"' for line in lines]


def _listed(words: list[str], last: str) -> str:
    """``a, b or c``, ``last`` being the word between the last two with its blanks."""
    return last.join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _residence(policy: Policy | None) -> str:
    """The first place of residence that the policy takes, with its postcode."""
    places = policy.residence.places if policy and policy.residence else {}
    return next((f"{postcode} {names[0]}" for postcode, names in places.items() if names), "")


def _label(policy: Policy | None) -> str:
    return next((label.name or label.id for label in policy.label.accept), "") if policy else ""


def _places(finding: Finding, language: str) -> str:
    named = dict.fromkeys(place_words(place, language) for place in sorted(finding.places, key=_in_order))
    return ", ".join(tuple(named)[:_MOST_PLACES]) or catalogue(language).places["body"]


def _in_order(place: str) -> tuple[tuple[int, str], ...]:
    """A place's pieces with their numbers as numbers: line 6 stands before line 12."""
    pieces = (piece.rpartition(" ") for piece in place.split(", "))
    return tuple(
        (int(last), first) if last.isdigit() else (0, f"{first} {last}") for first, _, last in pieces
    )
