"""The page somebody was on, to go back to after logging in or choosing a language: of this console alone."""

import re

from starlette.requests import Request
from starlette.responses import Response

#: Lax, since the provider sends the browser back from elsewhere; it is a path and no secret.
BACK_COOKIE = "__Host-back"
_SECONDS = 900
_LONGEST = 1_000
# No second slash, backslash or control: to a browser those may begin another host (WHATWG URL section 4.4).
_LOCAL = re.compile(r"/(?!/)[A-Za-z0-9/_.~%?=&+:@-]*")
# Where the answer to a form has an address that is no page, the page that has the form.
_PAGES = ((re.compile(r"(/breach/[0-9a-f]+)/close"), r"\1/end"),
          (re.compile(r"(/breach/[0-9a-f]+)/dossier"), r"\1/make"),
          (re.compile(r"/login/.*"), "/login"))  # fmt: skip


def local(address: str) -> str:
    """``address`` when it is the path and query of a page of this console; else nothing."""
    return address if len(address) <= _LONGEST and _LOCAL.fullmatch(address) else ""


def page_of(request: Request) -> str:
    """The page that is asked for, or whose form was posted as the browser says (RFC 9110 section 10.1.3)."""
    if request.method == "GET":
        # Not by ``request.url``, which fails on octets that are no text.
        query = request.scope["query_string"].decode("latin-1")
        return local(f"{request.scope['path']}?{query}" if query else request.scope["path"])
    host, slash, rest = request.headers.get("referer", "").partition("://")[2].partition("/")
    page = local(f"{slash}{rest}") if host == request.headers.get("host") else ""
    for form, its in _PAGES:
        if form.fullmatch(page):
            return form.sub(its, page)
    return page


def remember(response: Response, page: str) -> Response:
    """``response``, after which the browser knows for some minutes to which ``page`` to go back."""
    if page and page != "/":
        response.set_cookie(
            BACK_COOKIE, page, max_age=_SECONDS, path="/", secure=True, httponly=True, samesite="lax"
        )
    return response


def forget(response: Response, cookie: str) -> Response:
    """``response``, after which the browser knows it no more."""
    if cookie:
        response.delete_cookie(BACK_COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    return response


def after_login(cookie: str) -> str:
    """Where to go after logging in: the page in ``cookie``, else the first."""
    page = local(cookie)
    return "/" if not page or page.partition("?")[0] == "/login" else page
