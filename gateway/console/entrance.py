"""Logging in and out, and the language."""

import structlog
from starlette.responses import RedirectResponse, Response

from gateway.console import accounts
from gateway.console.accounts import AccountsError, step_of
from gateway.console.door import COOKIE, LANGUAGE_COOKIE
from gateway.console.render import problem, render
from gateway.console.visit import Desk, Visit
from gateway.console.way_back import BACK_COOKIE, after_login, forget
from gateway.texts.console import LANGUAGES, console_words

_YEAR = 31_536_000
_log = structlog.get_logger()


def login_page(desk: Desk, visit: Visit, status: int = 200, told: str = "") -> Response:
    """Each way to log in that is configured, and what is ``told`` above it."""
    ways = {"by_provider": desk.provider is not None, "by_password": desk.accounts is not None}
    return render(visit, "login.html", status, told=told, **ways)


def login_form(desk: Desk, visit: Visit) -> Response:
    """The form; who comes from a page whose session ended is told so."""
    words, ended = console_words(visit.language), visit.query.get("ended", "")
    told = {"held": words["session_ended_held"], "yes": words["session_ended"]}
    return login_page(desk, visit, told=told.get(ended, ""))


def told_to_wait(desk: Desk, visit: Visit, sources: tuple[str, ...]) -> Response | None:
    """The log-in page that says how long, when one of ``sources`` failed too often; else None."""
    wait = desk.attempts.wait(sources, desk.clock())
    if not wait:
        return None
    _log.warning("log-in waits", **{"source.ip": visit.address})
    told = console_words(visit.language)["login_wait"].format(seconds=int(wait.total_seconds()) + 1)
    return login_page(desk, visit, 429, told)


def login(desk: Desk, visit: Visit) -> Response:
    """Opens a session for the right password and code; says no more than that they were not right."""
    if desk.accounts is None:
        return problem(visit, 404, "no_page")
    now, name = desk.clock(), visit.form.get("name", "")[:128]
    sources = (f"name {name}", f"address {visit.address}")
    if (waits := told_to_wait(desk, visit, sources)) is not None:
        return waits
    try:
        account = accounts.load(desk.accounts).get(name)
    except AccountsError as error:
        _log.error("accounts unusable", **{"error.message": str(error)})
        return problem(visit, 503, "no_accounts")
    # Before the slow part, so that many at once are counted each.
    desk.attempts.failed(sources, now)
    step = step_of(account, visit.form.get("password", ""), visit.form.get("code", ""), now)
    if step is None or not desk.attempts.succeeded(sources, name, step):
        # Never the name: whoever errs types a password there.
        why = "name, password or code" if step is None else "a code that was used before"
        _log.warning("log-in refused", **{"event.reason": why, "source.ip": visit.address})
        return login_page(desk, visit, 401, console_words(visit.language)["login_failed"])
    back = visit.cookies.get(BACK_COOKIE, "")
    response = forget(RedirectResponse(after_login(back), 303), back)
    return with_cookie(response, COOKIE, desk.sessions.begin(name, now), None)


def logout(desk: Desk, visit: Visit) -> Response:
    """Ends the session, here and in the browser."""
    desk.sessions.end(visit.secret)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
    return response


def language(_: Desk, visit: Visit) -> Response:
    """Remembers the language in the browser, and goes back to the page where it was chosen."""
    first = "/" if visit.account else "/login"
    return in_language(RedirectResponse(visit.page or first, 303), visit.form.get("language", ""))


def in_language(response: Response, chosen: str) -> Response:
    """``response``, after which the browser asks for pages in the ``chosen`` language, if it is one."""
    return with_cookie(response, LANGUAGE_COOKIE, chosen, _YEAR) if chosen in LANGUAGES else response


def with_cookie(response: Response, name: str, value: str, seconds: int | None) -> Response:
    """``response`` with a cookie of this host alone, that no other site brings along."""
    response.set_cookie(name, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="strict")
    return response
