"""What a step of the wizard shows beside its form: the figures of the ledger, who may be told, a summary."""

from dataclasses import dataclass, replace
from typing import Any, assert_never

from gateway.console.breach_answers import SCOPES, WRITTEN, aware_of, filter_of
from gateway.console.breach_case import (
    Unclear,
    authorities_of,
    parties_of,
    policies_of,
    selection_of,
    written_of,
)
from gateway.console.breach_clock import clock_of
from gateway.console.breach_figures import Chosen
from gateway.console.drafts import Draft
from gateway.console.filtering import filter_options
from gateway.console.render import minute
from gateway.console.visit import Desk, Visit
from gateway.ledger.errors import LedgerError
from gateway.reports.blocks import number, opened
from gateway.reports.breach_words import kinds_words, people_words
from gateway.reports.dossier import NOTIFIED
from gateway.reports.selection import Selection
from gateway.texts.console import console_words
from gateway.texts.reports import LANGUAGES, report_words

Pairs = tuple[tuple[str, str], ...]
Meant = Selection | Unclear | LedgerError


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures as ``pairs`` of name and words, and what is ``told`` above them or in their place.

    ``counting``: they are being counted still. ``at`` is when those that are shown were counted, while newer
    ones are being.
    """

    told: str = ""
    pairs: Pairs = ()
    counting: bool = False
    at: str = ""


def shown_of(step: str, desk: Desk, visit: Visit, draft: Draft) -> dict[str, Any]:
    """What the template of ``step`` needs."""
    match step:
        case "which":
            asked = filter_of(draft.answers)
            options = filter_options(visit.language, asked.given)
            figures = figures_of(desk, visit, draft, _meant(desk, visit, draft))
            return {"figures": figures, "options": options, "given": asked.given}
        case "whom":
            return {"authorities": authorities_of(desk), "parties": parties_of(policies_of(desk))}
        case "make":
            meant = _meant(desk, visit, draft)
            told, missing = _summary(visit, draft, meant), _missing(desk, visit, draft)
            return {"figures": figures_of(desk, visit, draft, meant), "summary": told, "missing": missing}
        case _:
            return {}


def _meant(desk: Desk, visit: Visit, draft: Draft) -> Meant:
    """Which transfers are meant, or why nobody can tell: each reference is looked up once a page."""
    try:
        return selection_of(draft.answers, desk.config.ledger_site.place, visit.language)
    except (Unclear, LedgerError) as reason:
        return reason


def figures_of(desk: Desk, visit: Visit, draft: Draft, meant: Meant) -> Shown:
    """The figures in words by their names, or why there are none."""
    words = console_words(visit.language)
    try:
        match meant:
            case Selection():
                return _figures(desk, visit, draft, meant)
            case Unclear(word=word, about=about):
                return Shown(words[word].format(about=about))
            case LedgerError():
                return Shown(words["ledger_unreadable"])
            case _:
                assert_never(meant)
    except LedgerError:
        return Shown(words["ledger_unreadable"])


def _figures(desk: Desk, visit: Visit, draft: Draft, selection: Selection) -> Shown:
    site, words, told = desk.config.ledger_site, report_words(visit.language), console_words(visit.language)
    integrity = draft.answers.get("scope") == "integrity"
    # The language is no part of what is counted.
    count = desk.counts.of(Chosen(replace(selection, language=LANGUAGES[0]), integrity))
    if count.failed:
        return Shown(told["ledger_unreadable"])
    if count.found is None:
        return Shown(told["breach_counting"].format(read=count.read, all=count.all), counting=True)
    found, whole = count.found.figures, count.found.whole
    frame = selection.frame(site.place, desk.clock())
    pairs = [
        (words["transfers"], number(found.tally.count)),
        (words["handed_on"], number(found.tally.handed_on)),
        (words["untaken"], number(found.tally.untaken)),
        (words["people"], people_words(found, frame)),
        (words["kinds_passed"], kinds_words(found, frame)),
    ]
    if integrity:
        pairs.insert(0, (words["integrity"], words["whole" if whole else "not_whole"]))
    wrong = _wrong(integrity=integrity, whole=whole, count=found.tally.count)
    aware, first = aware_of(draft.answers), found.tally.first
    wrong = wrong or ("breach_aware_early" if aware and first and aware < first else "")
    return Shown(
        wrong and told[wrong],
        tuple((opened(name), value) for name, value in pairs),
        at=minute(count.found.at) if count.running else "",
    )


def _wrong(*, integrity: bool, whole: bool, count: int) -> str:
    if integrity and whole:
        return "breach_whole"
    return "" if count or integrity else "breach_nothing_fits"


def _summary(visit: Visit, draft: Draft, meant: Meant) -> tuple[tuple[str, Pairs], ...]:
    """What was filled in, by name, for each step before the last."""
    words, answers = report_words(visit.language), draft.answers
    written = [(name, text) for name, text in written_of(answers, visit.language) if name not in _REPEATED]
    each = {
        step: tuple((_name(name, visit.language), text) for name, text in written if name in WRITTEN[step])
        for step in ("when", "what")
    }
    aware = aware_of(answers)
    when = ((words["aware"], minute(aware)),) if aware else ()
    sort = tuple((words["sort"], text) for name, text in written if name == "sort")
    asked = {*WRITTEN["when"], *WRITTEN["what"], "sort"}
    whom = tuple((_name(name, visit.language), text) for name, text in written if name not in asked)
    told = (
        ("when", when + each["when"]),
        ("which", _which(visit, draft, meant)),
        ("what", sort + each["what"]),
        ("whom", whom),
    )
    return tuple((step, tuple((opened(name), text) for name, text in pairs)) for step, pairs in told)


def _which(visit: Visit, draft: Draft, meant: Meant) -> Pairs:
    """Which transfers are meant."""
    words, scope = report_words(visit.language), draft.answers.get("scope", "")
    if scope not in SCOPES:
        return ()
    first = (words["dossier_about"], console_words(visit.language)[f"breach_scope_{scope}"])
    if not isinstance(meant, Selection):
        return (first,)
    ends = (meant.since, meant.until)
    period = " – ".join(minute(end) if end else "…" for end in ends) if any(ends) else ""
    named = ((words[f"column_{name}"], value) for name, value in meant.filters())
    return (first, *(((words["period"], period),) if period else ()), *named)


def _missing(desk: Desk, visit: Visit, draft: Draft) -> tuple[str, ...]:
    """The names of what people have not written; why it is late too, once it is."""
    written, clock = dict(written_of(draft.answers, visit.language)), clock_of(desk, draft)
    late = ("delay",) if clock is not None and clock.past else ()
    told = tuple(f"{NOTIFIED}{name}" for name in authorities_of(desk))
    wanted = (*late, *_WANTED, *told)
    names = tuple(opened(_name(name, visit.language)) for name in wanted if name not in written)
    unchosen = draft.answers.get("scope", "") not in SCOPES
    return (console_words(visit.language)["breach_which_title"], *names) if unchosen else names


#: In the dossier twice: in a part of its own, and in the entry of the register.
_REPEATED = ("entry_effects", "entry_remedies", "entry_subjects")
#: What art. 33(3) and (5) ask of people.
_WANTED = (
    "discovered", "event", "sort", "lasted", "access", "records_about", "cause", "contact_point",
    "consequences_likely", "consequences_measures_before", "remedies_taken", "remedies_proposed",
    "entry_risk", "remedies_subjects",
)  # fmt: skip


def _name(name: str, language: str) -> str:
    """What a place is called where it stands by itself."""
    words = report_words(language)
    if name.startswith(NOTIFIED):
        return words["entry_notified"].format(authority=name.removeprefix(NOTIFIED))
    if name == "remedies_proposed":
        return console_words(language)["breach_proposed"]
    return words[_ALONE.get(name, name)]


_ALONE = {
    "remedies_taken": "entry_remedies", "draft_asked": "fill_draft_asked",
    "entry_number": "fill_entry_number",
}  # fmt: skip
