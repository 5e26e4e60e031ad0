"""What an officer typed in a step of the wizard when their session had just ended, offered to them again."""

from dataclasses import replace

from gateway.console.breach_answers import Read, read
from gateway.console.drafts import Draft
from gateway.console.visit import Desk, Visit


def held_of(desk: Desk, visit: Visit, draft: Draft, step: str, addressees: tuple[str, ...]) -> Read | None:
    """What this visitor typed, and that it is not kept; None when there is nothing, or it is kept."""
    if visit.account is None or draft.closed is not None:
        return None
    form = desk.held.of(visit.account, _path(draft, step), desk.clock())
    if form is None:
        return None
    told = read(step, addressees, form, desk.clock())
    if told.wrong:
        return told
    if all(draft.answers.get(name, "") == text for name, text in told.answers.items()):
        return None
    changed = form.get("version") != str(draft.version)
    return replace(told, wrong="breach_stale" if changed else "breach_held")


def let_go(desk: Desk, visit: Visit, draft: Draft, step: str) -> None:
    """Forgets it, once the step is kept."""
    if visit.account is not None:
        desk.held.drop(visit.account, _path(draft, step))


def _path(draft: Draft, step: str) -> str:
    return f"/breach/{draft.id}/{step}"
