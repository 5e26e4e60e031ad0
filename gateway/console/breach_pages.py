"""The breach wizard: drafts that officers share, filled in step by step. Nothing is ever sent."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import RedirectResponse, Response

from gateway.console.access import name_of
from gateway.console.breach_answers import (
    STEPS,
    WRITTEN,
    Read,
    aware_of,
    longest,
    moment_of,
    names_of,
    plain,
    read,
    wrong_closing,
)
from gateway.console.breach_case import authorities_of, parties_of, policies_of
from gateway.console.breach_clock import clock_of, title_of
from gateway.console.breach_held import held_of, let_go
from gateway.console.breach_shown import shown_of
from gateway.console.drafts import (
    Closing,
    Draft,
    Drafts,
    DraftsError,
    NoDraft,
    Shelf,
    Stale,
    TooManyDrafts,
    UnreadableDraft,
)
from gateway.console.entrance import in_language
from gateway.console.held import MOST_TYPED
from gateway.console.render import minute, problem, render
from gateway.console.visit import Desk, Visit
from gateway.texts.console import LANGUAGES, console_words
from gateway.texts.reports import report_words

_HERE = "/breach"
DraftPage = Callable[[Desk, Visit, Drafts, Draft], Response]


def breaches(desk: Desk, visit: Visit) -> Response:
    """The drafts with their clocks, and where to begin one."""
    return _list(desk, visit)


def begin(desk: Desk, visit: Visit) -> Response:
    """Begins a draft and goes to its first step."""
    if desk.drafts is None:
        return _list(desk, visit)
    try:
        draft = desk.drafts.begin(name_of(visit), desk.clock())
    except TooManyDrafts:
        return _list(desk, visit, "breach_too_many", 409)
    except DraftsError:
        return problem(visit, 503, "breach_folder")
    return RedirectResponse(f"{_HERE}/{draft.id}/{STEPS[0]}", 303)


def on_draft(page: DraftPage) -> Callable[[Desk, Visit], Response]:
    """``page``, of the draft that the path names; a problem when there is none that can be read."""

    def opened(desk: Desk, visit: Visit) -> Response:
        if desk.drafts is None:
            return problem(visit, 404, "breach_no_draft")
        # So much is not even shown again.
        if sum(map(len, visit.form.values())) > MOST_TYPED:
            return problem(visit, 413, "breach_far_too_long")
        try:
            return page(desk, visit, desk.drafts, desk.drafts.read(visit.path["draft"]))
        except NoDraft:
            return problem(visit, 404, "breach_no_draft")
        except UnreadableDraft:
            return problem(visit, 500, "breach_unreadable")
        except DraftsError:
            return problem(visit, 503, "breach_folder")

    return opened


def _step(desk: Desk, visit: Visit, _: Drafts, draft: Draft) -> Response:
    name = visit.path["step"]
    if name not in STEPS:
        return problem(visit, 404, "no_page")
    return step_page(desk, visit, draft, name, held_of(desk, visit, draft, name, addressees_of(desk)))


def _save(desk: Desk, visit: Visit, drafts: Drafts, draft: Draft) -> Response:
    """Keeps what the step's form says, and goes where its button leads."""
    name = visit.path["step"]
    if name not in STEPS or draft.closed is not None:
        return (
            problem(visit, 404, "no_page") if name not in STEPS else problem(visit, 409, "breach_is_closed")
        )
    # A language that is chosen below the step comes with the step's form, so that nothing typed is lost.
    chosen = visit.form.get("language", "")
    visit = replace(visit, language=chosen) if chosen in LANGUAGES else visit
    return in_language(_saved(desk, visit, drafts, draft, name), chosen)


def _saved(desk: Desk, visit: Visit, drafts: Drafts, draft: Draft, name: str) -> Response:
    told = read(name, addressees_of(desk), visit.form, desk.clock())
    if told.wrong:
        return step_page(desk, visit, draft, name, told, status=400)
    try:
        drafts.save(draft.id, version_of(visit), told.answers, name_of(visit), desk.clock())
    except Stale as stale:
        return step_page(desk, visit, stale.draft, name, replace(told, wrong="breach_stale"), status=409)
    let_go(desk, visit, draft, name)
    return RedirectResponse(f"{_HERE}/{draft.id}/{_towards(name, visit.form.get('go', ''))}", 303)


def _end(desk: Desk, visit: Visit, _: Drafts, draft: Draft) -> Response:
    return _end_page(desk, visit, draft)


def _close(desk: Desk, visit: Visit, drafts: Drafts, draft: Draft) -> Response:
    """Closes the draft: the authority was told at a moment, or is not told for a reason."""
    typed, note = plain(visit.form.get("told", "")), plain(visit.form.get("note", ""))
    at = moment_of(typed) if typed else None
    wrong = wrong_closing(aware_of(draft.answers), typed, note, desk.clock())
    if wrong:
        return _end_page(desk, visit, draft, wrong, {"told": typed, "note": note}, 400)
    drafts.close(draft.id, Closing(desk.clock(), name_of(visit), at, note))
    return RedirectResponse(_HERE, 303)


def _reopen(_: Desk, __: Visit, drafts: Drafts, draft: Draft) -> Response:
    drafts.close(draft.id, None)
    return RedirectResponse(f"{_HERE}/{draft.id}/{STEPS[0]}", 303)


step, save, end, close, reopen = map(on_draft, (_step, _save, _end, _close, _reopen))


def remove(desk: Desk, visit: Visit) -> Response:
    """Removes a draft, also one that cannot be read, once that was ticked."""
    if desk.drafts is None:
        return problem(visit, 404, "breach_no_draft")
    if visit.form.get("sure") != "yes":
        return problem(visit, 400, "breach_not_sure")
    try:
        desk.drafts.remove(visit.path["draft"])
    except NoDraft:
        return problem(visit, 404, "breach_no_draft")
    except DraftsError:
        return problem(visit, 503, "breach_folder")
    return RedirectResponse(_HERE, 303)


def step_page(  # noqa: PLR0913 - what a page is made of
    desk: Desk, visit: Visit, draft: Draft, name: str, told: Read | None = None, *, status: int = 200
) -> Response:
    """The form of one step: as the draft has it, or as it was typed and why it was not kept."""
    stale = told is not None and told.wrong == "breach_stale"
    theirs = {
        field: draft.answers.get(field, "")
        for field, text in (told.answers if told and stale else {}).items()
        if text != draft.answers.get(field, "")
    }
    answers = dict.fromkeys(names_of(name, addressees_of(desk)), "") | dict(draft.answers)
    answers |= {"dossier_language": visit.language}
    answers |= _for_input(draft.answers) | dict(told.typed if told else {})
    words = console_words(visit.language)
    wrong = words[told.wrong].format(by=draft.by, about=told.about) if told and told.wrong else ""
    return render(
        visit, f"breach_{name}.html", status, here=_HERE, draft=draft, step=name, steps=STEPS,
        answers=answers, told=wrong, theirs=_for_input(theirs), clock=clock_of(desk, draft), longest=longest,
        title=title_of(draft, words), outcome_words=report_words(visit.language), written=WRITTEN,
        saves=draft.closed is None and name != STEPS[-1], idle=int(desk.sessions.idle.total_seconds()) // 60,
        now=minute(desk.clock()), **shown_of(name, desk, visit, draft),
    )  # fmt: skip


def addressees_of(desk: Desk) -> tuple[str, ...]:
    """Everybody who may be told, by name."""
    parties = (party.name for party in parties_of(policies_of(desk)))
    return tuple(dict.fromkeys((*authorities_of(desk), *parties)))


def version_of(visit: Visit) -> int:
    """The version that the form was made of; none at all for what is no number."""
    given = visit.form.get("version", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else -1


def _for_input(answers: Mapping[str, str]) -> dict[str, str]:
    """``answers`` with the moment as a field for a moment has it, on this machine's clock."""
    aware = moment_of(answers.get("aware", ""))
    return {**answers, "aware": f"{aware:%Y-%m-%dT%H:%M}"} if aware else dict(answers)


def _towards(name: str, go: str) -> str:
    """The step to go to."""
    at = STEPS.index(name)
    match go:
        case "next":
            return STEPS[min(at + 1, len(STEPS) - 1)]
        case "back":
            return STEPS[max(at - 1, 0)]
        case _:
            return go if go in STEPS else name


def _list(desk: Desk, visit: Visit, told: str = "", status: int = 200) -> Response:
    words = console_words(visit.language)
    try:
        shelf = desk.drafts.shelf() if desk.drafts else Shelf((), ())
    except DraftsError:
        return problem(visit, 503, "breach_folder")
    drafts = [(draft, clock_of(desk, draft), title_of(draft, words)) for draft in shelf.drafts]
    return render(
        visit, "breach.html", status, told=words[told] if told else "", ready=desk.drafts is not None,
        open=[one for one in drafts if one[0].closed is None],
        closed=[one for one in drafts if one[0].closed is not None],
        unreadable=shelf.unreadable, hours=desk.config.breach.deadline_hours,
    )  # fmt: skip


def _end_page(  # noqa: PLR0913, PLR0917 - what a page is made of
    desk: Desk,
    visit: Visit,
    draft: Draft,
    wrong: str = "",
    typed: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    words = console_words(visit.language)
    facts: dict[str, Any] = {
        "told": words[wrong] if wrong else "",
        "typed": typed or {"told": "", "note": ""},
    }
    return render(
        visit, "breach_end.html", status, here=_HERE, draft=draft, title=title_of(draft, words),
        clock=clock_of(desk, draft), authority=desk.config.breach.authority, longest=longest, **facts,
    )  # fmt: skip
