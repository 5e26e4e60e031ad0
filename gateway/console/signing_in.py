"""Logging in by the OpenID provider: off to it, and back with a code."""

import structlog
from starlette.responses import RedirectResponse, Response

from gateway.console.asking import ProviderUnavailable
from gateway.console.door import COOKIE
from gateway.console.entrance import login_page, told_to_wait, with_cookie
from gateway.console.idtoken import Refused, Why, person_of
from gateway.console.journeys import LONGEST
from gateway.console.provider import Provider
from gateway.console.render import problem, render
from gateway.console.roles import Person
from gateway.console.visit import Desk, Visit
from gateway.console.way_back import BACK_COOKIE, after_login, forget
from gateway.texts.console import console_words

#: Sent along when the provider sends the browser back, which Strict would not be (RFC 6265bis section 5.2).
JOURNEY_COOKIE = "__Host-journey"
_MOST_CODE = 8192
_log = structlog.get_logger()


def start(desk: Desk, visit: Visit) -> Response:
    """Sends the browser to the provider; what binds the way back to it is a cookie of ten minutes."""
    if desk.provider is None:
        return problem(visit, 404, "no_page")
    now = desk.clock()
    cookie, journey = desk.journeys.begin(now)
    try:
        address = desk.provider.address(journey, now)
    except ProviderUnavailable as error:
        return _unavailable(desk, visit, error)
    response = RedirectResponse(address, 303)
    seconds = int(LONGEST.total_seconds())
    response.set_cookie(
        JOURNEY_COOKIE, cookie, max_age=seconds, path="/", secure=True, httponly=True, samesite="lax"
    )
    return response


def back(desk: Desk, visit: Visit) -> Response:
    """Opens a session for whom the provider vouches, if this browser began it; else says that it did not."""
    if desk.provider is None:
        return problem(visit, 404, "no_page")
    sources = (f"provider {visit.address}",)
    if (waits := told_to_wait(desk, visit, sources)) is not None:
        return _ended(waits)
    try:
        person = _person(desk, desk.provider, visit, sources)
    except ProviderUnavailable as error:
        desk.attempts.forget(sources)
        return _ended(_unavailable(desk, visit, error))
    except Refused as refused:
        _log.warning("log-in refused", **{"event.reason": str(refused.why), "source.ip": visit.address})
        word = "oidc_no_role" if refused.why is Why.ROLE else "oidc_refused"
        return _ended(login_page(desk, visit, 403, console_words(visit.language)[word]))
    desk.attempts.forget(sources)
    # A redirect would still belong to the way from the provider, so the session's Strict cookie would stay
    # behind; a page of our own that goes on by itself leaves it behind us.
    cookie = visit.cookies.get(BACK_COOKIE, "")
    response = forget(render(visit, "signed_in.html", home=after_login(cookie)), cookie)
    return _ended(with_cookie(response, COOKIE, desk.sessions.begin(person, desk.clock()), None))


def _person(desk: Desk, provider: Provider, visit: Visit, sources: tuple[str, ...]) -> Person:
    """Whom the provider vouches for on the way back. Raises Refused, ProviderUnavailable."""
    now, query = desk.clock(), visit.query
    journey = desk.journeys.end(visit.cookies.get(JOURNEY_COOKIE, ""), query.get("state", ""), now)
    if journey is None:
        raise Refused(Why.STATE)
    # From here on it costs a question to the provider. Before it, so that many at once are counted each.
    desk.attempts.failed(sources, now)
    issuer = query.get("iss")
    if issuer != provider.settings.issuer and (issuer is not None or provider.known(now).names_itself):
        raise Refused(Why.MIX_UP)
    code = query.get("code", "")
    if "error" in query or not 0 < len(code) <= _MOST_CODE:
        raise Refused(Why.DECLINED)
    return person_of(provider.claims(code, journey, now), provider.settings)


def _unavailable(desk: Desk, visit: Visit, error: ProviderUnavailable) -> Response:
    _log.warning("log-in unavailable", **{"event.reason": str(error)})
    word = "oidc_unavailable" if desk.accounts is None else "oidc_unavailable_local"
    return login_page(desk, visit, 503, console_words(visit.language)[word])


def _ended(response: Response) -> Response:
    """``response``, after which the browser knows nothing of the journey."""
    response.delete_cookie(JOURNEY_COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response
