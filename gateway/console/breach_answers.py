"""The steps of the breach wizard: what each asks, how an answer is read off its form, what is refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from gateway.console.asked import NAMES, Asked, asked_of
from gateway.ledger.holds import MAX_REASON
from gateway.texts.reports import LANGUAGES

STEPS: Final = ("when", "which", "what", "whom", "make")
#: As percent-encoded UTF-8 this still fits in what the door lets through for one field.
LONGEST: Final = 5_000
LINE: Final = 200
_MOST_LINES = 200
MOST_REFERENCES: Final = 200
TELL, WHY = "tell:", "why:"

#: What only people can write, by the name that the dossier has for the place.
WRITTEN: Final[Mapping[str, tuple[str, ...]]] = {
    "when": ("discovered",),
    "what": (
        "event", "lasted", "access", "records_about", "cause", "contact_point", "consequences_likely",
        "consequences_measures_before", "remedies_taken", "remedies_proposed",
    ),
    "whom": ("delay", "entry_number", "draft_asked", "signed"),
}  # fmt: skip
SORTS: Final = ("confidentiality", "integrity", "availability")
RISKS: Final = ("none", "some", "high")
SCOPES: Final = ("chosen", "references", "integrity")
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "scope": SCOPES,
    "risk": RISKS,
    "subjects": ("yes", "no"),
    "kind": ("docx", "pdf"),
    "dossier_language": LANGUAGES,
    **{f"sort_{name}": ("yes",) for name in SORTS},
}


@dataclass(frozen=True, slots=True)
class Read:
    """What a form says: ``answers`` to keep, as it was ``typed``, and a word for what is ``wrong``."""

    answers: Mapping[str, str]
    typed: Mapping[str, str]
    wrong: str = ""
    about: str = ""


def names_of(step: str, addressees: tuple[str, ...]) -> tuple[str, ...]:
    """What ``step`` asks. ``addressees`` may be told of the breach."""
    match step:
        case "when":
            return ("title", "aware", *WRITTEN["when"])
        case "which":
            return ("scope", "references", *(f"in_{name}" for name in NAMES))
        case "what":
            return (*(f"sort_{name}" for name in SORTS), *WRITTEN["what"])
        case "whom":
            asked = (f"{part}{name}" for name in addressees for part in (TELL, WHY))
            return ("risk", "risk_why", *asked, "subjects", "subjects_why", *WRITTEN["whom"])
        case _:
            return ("made_for", "kind", "dossier_language")


def read(step: str, addressees: tuple[str, ...], form: Mapping[str, str], now: datetime) -> Read:
    """What ``form`` answers to ``step``; a moment is kept with its offset, and lies before ``now``."""
    typed = {name: plain(form.get(name, "")) for name in names_of(step, addressees)}
    if step == "which" and not typed["scope"]:
        typed["scope"] = _implied(typed)
    if any(is_too_long(name, text) for name, text in typed.items()):
        return Read({}, typed, "breach_too_long")
    answers = {name: text if _fits(name, text) else "" for name, text in typed.items()}
    if step == "when" and typed["aware"]:
        aware = moment_of(typed["aware"])
        if aware is None or aware > now:
            return Read({}, typed, "breach_future" if aware else "breach_no_moment")
        answers["aware"] = aware.isoformat()
    if step == "which" and form.get("go") == "next" and not answers["scope"]:
        return Read({}, typed, "breach_choose_scope")
    if step == "which" and filter_of(answers).wrong:
        return Read({}, typed, "filter_wrong")
    return Read(answers, typed)


def _implied(typed: Mapping[str, str]) -> str:
    """Which transfers are meant where only what belongs to one choice was filled in, without choosing it."""
    filtered = any(text for name, text in typed.items() if name.startswith("in_"))
    if filtered == bool(typed["references"]):
        return ""
    return "chosen" if filtered else "references"


def is_too_long(name: str, text: str) -> bool:
    """Whether ``text`` has more characters or lines than the answer ``name`` may have."""
    return len(text) > longest(name) or text.count("\n") >= _MOST_LINES


def longest(name: str) -> int:
    """How many characters an answer may have."""
    if name == "made_for":
        return MAX_REASON
    one_line = name in {"title", "aware", "entry_number"} or name.startswith(("in_", TELL))
    return LINE if one_line else LONGEST


def filter_of(answers: Mapping[str, str]) -> Asked:
    """Which transfers the filter asks for, as on the page of the transfers."""
    return asked_of({name: answers.get(f"in_{name}", "") for name in NAMES})


def references_of(answers: Mapping[str, str]) -> tuple[str, ...]:
    """The references that were typed, each once, whatever stands between them."""
    return tuple(dict.fromkeys(answers.get("references", "").replace(",", " ").replace(";", " ").split()))


def aware_of(answers: Mapping[str, str]) -> datetime | None:
    """When the controller became aware; None when that was not said."""
    return moment_of(answers.get("aware", ""))


def moment_of(text: str) -> datetime | None:
    """The moment (aware) that ``text`` writes in ISO 8601, on this machine's clock without an offset."""
    try:
        return datetime.fromisoformat(text).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def wrong_closing(aware: datetime | None, typed: str, note: str, now: datetime) -> str:
    """A word for what is wrong with a closing: the authority told at ``typed``, a ``note`` on it."""
    at = moment_of(typed) if typed else None
    if typed and at is None:
        return "breach_no_moment"
    if at is not None and at > now:
        return "breach_future"
    if at is not None and aware is not None and at < aware:
        return "breach_told_before"
    if is_too_long("note", note):
        return "breach_too_long"
    return "" if at or note else "breach_close_why"


def plain(text: str) -> str:
    """``text`` with line feeds for line ends, without what no page and no document can show."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(_shown(lines)).strip()


def _shown(text: str) -> Iterator[str]:
    return (char for char in text if char.isprintable() or char == "\n")


def _fits(name: str, text: str) -> bool:
    choices = ("yes", "no") if name.startswith(TELL) else _CHOICES.get(name)
    return choices is None or text in choices
